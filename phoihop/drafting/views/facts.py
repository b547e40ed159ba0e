"""One fact: its form, and one the reader did not find."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.drafting import actions, queries
from phoihop.drafting.forms import FORMS, FactForm, PlacedForm
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.statuses import FactKind
from phoihop.drafting.views.papers import draft_of
from phoihop.drafting.views.review import back_to


@reads(OFFICERS)
def edit_fact(request: HttpRequest, draft_id: int, fact_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    fact = get_object_or_404(draft.facts, pk=fact_id)
    form = _with_clauses(FORMS[fact.kind].starting(fact.values, version=fact.version), draft)
    return _fact_page(request, draft, form, kind=fact.kind, fact=fact)


@changes(OFFICERS)
def save_fact(request: HttpRequest, draft_id: int, fact_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    fact = get_object_or_404(draft.facts, pk=fact_id)
    form = _with_clauses(FORMS[fact.kind](request.POST), draft)
    if not form.is_valid():
        return _fact_page(request, draft, form, kind=fact.kind, fact=fact, status=422)
    version = form.cleaned_data["version"] or 0
    actions.edit_fact(fact=fact, values=form.values(), version=version, by=acting(request), at=clock.now())
    return back_to(draft, fact.kind, anchor=str(fact.pk))


@reads(OFFICERS)
def new_fact(request: HttpRequest, draft_id: int, kind: str) -> HttpResponse:
    draft = draft_of(request, draft_id)
    _addable(kind)
    return _fact_page(request, draft, _with_clauses(FORMS[kind](), draft), kind=kind)


@changes(OFFICERS)
def add_fact(request: HttpRequest, draft_id: int, kind: str) -> HttpResponse:
    draft = draft_of(request, draft_id)
    _addable(kind)
    form = _with_clauses(FORMS[kind](request.POST), draft)
    if not form.is_valid():
        return _fact_page(request, draft, form, kind=kind, status=422)
    values = {"text": "", "part_of": None, **form.values()}
    fact = actions.add_fact(draft=draft, kind=kind, values=values, by=acting(request), at=clock.now())
    return back_to(draft, kind, anchor=str(fact.pk))


def _addable(kind: str) -> None:
    if kind not in FORMS or kind in {FactKind.HEADER, FactKind.CLAUSE}:
        raise PermissionDenied


def _with_clauses(form: FactForm, draft: Draft) -> FactForm:
    if isinstance(form, PlacedForm):
        form.offer_clauses(queries.clause_choices(draft))
    return form


def _fact_page(
    request: HttpRequest,
    draft: Draft,
    form: FactForm,
    *,
    kind: str,
    fact: DraftFact | None = None,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "draft": draft,
        "fact": fact,
        "form": form,
        "kind": kind,
        "kind_label": FactKind(kind).label,
        "quote": draft.text[fact.span_start : fact.span_end] if fact and fact.span_start is not None else "",
    }
    return render(request, "drafting/fact.html", context, status=status)
