"""A new programme, and writing its text while it is a draft."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.programmes import actions, pages, queries
from phoihop.programmes.content import HeaderContent, PartyContent
from phoihop.programmes.forms import BlankForm, ClauseForm, HeaderForm, NewClauseForm, PartiesForm
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.views.loading import Opened, opened_clause, opened_working


@reads(OFFICERS)
def new(request: HttpRequest) -> HttpResponse:
    """The ways to begin."""
    return render(request, "programmes/new.html", {"ways": pages.ways_for(acting(request))})


def _blank_form(request: HttpRequest, data: Any = None) -> BlankForm:
    leads = queries.bodies_at(acting(request).area_id, on=clock.today())
    return BlankForm(data, leads=leads, initial={"lead": acting(request).body_id})


@reads(OFFICERS)
def blank(request: HttpRequest) -> HttpResponse:
    return render(request, "programmes/blank.html", {"form": _blank_form(request)})


@changes(OFFICERS)
def create_blank(request: HttpRequest) -> HttpResponse:
    form = _blank_form(request, request.POST)
    if not form.is_valid():
        return render(request, "programmes/blank.html", {"form": form}, status=422)
    given = form.cleaned_data
    edition = actions.start_blank(
        kind=ProgrammeKind(given["kind"]),
        name=given["name"],
        lead=get_object_or_404(Body.objects.select_related("area"), pk=given["lead"]),
        header=HeaderContent(
            given["title"], period_start=given["period_start"], period_end=given["period_end"]
        ),
        by=acting(request),
        at=clock.now(),
    )
    return redirect("programmes:draft", edition.programme_id)


def _draft_page(request: HttpRequest, found: Opened, *, status: int = 200, **forms: Any) -> HttpResponse:
    edition = found.edition
    clauses = [queries.clause_line(clause) for clause in edition.clauses.order_by("order")]
    parents = [(clause.id, clause.short) for clause in clauses]
    version = {"version": edition.version}
    context = {
        "opened": found,
        "programme": found.programme,
        "clauses": clauses,
        "parties": queries.parties(edition, today=clock.today()),
        "header_form": HeaderForm(initial=vars(edition) | version),
        "edition_links": pages.edition_links(),
        "clause_form": NewClauseForm(parents=parents, initial=version),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "programmes/draft.html", context | forms, status=status)


@reads(OFFICERS)
def draft(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    if not (found.is_draft and found.can_write):
        return redirect("programmes:detail", programme_id)
    return _draft_page(request, found)


@changes(OFFICERS)
def save_header(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    form = HeaderForm(request.POST)
    if not form.is_valid():
        return _draft_page(request, found, status=422, header_form=form)
    actions.change_header(
        edition=found.edition, content=form.header(), version=form.cleaned_data["version"],
        by=acting(request), at=clock.now(),
    )  # fmt: skip
    return redirect("programmes:draft", programme_id)


@changes(OFFICERS)
def add_clause(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    rows = {clause.pk: clause for clause in found.edition.clauses.order_by("order")}
    form = NewClauseForm(request.POST, parents=[(pk, clause.path) for pk, clause in rows.items()])
    if not form.is_valid():
        return _draft_page(request, found, status=422, clause_form=form)
    given = form.cleaned_data
    made = actions.add_clause(
        edition=found.edition, parent=rows.get(given["parent"]), label=given["label"], text=given["text"],
        version=given["version"], by=acting(request), at=clock.now(),
    )  # fmt: skip
    return redirect(f"{_draft_address(programme_id)}#dk-{made.pk}")


def _draft_address(programme_id: int) -> str:
    return redirect("programmes:draft", programme_id).url


@changes(OFFICERS)
def save_clause(request: HttpRequest, programme_id: int, clause_id: int) -> HttpResponse:
    found, clause = opened_clause(request, programme_id, clause_id)
    form = ClauseForm(request.POST)
    if not form.is_valid():
        raise Refused("Hãy ghi nội dung của điều khoản, hoặc xóa điều khoản.")
    version, member, now = form.cleaned_data["version"], acting(request), clock.now()
    actions.change_clause(clause=clause, text=form.cleaned_data["text"], version=version, by=member, at=now)
    return redirect(f"{_draft_address(found.programme.pk)}#dk-{clause.pk}")


@changes(OFFICERS)
def remove_clause(request: HttpRequest, programme_id: int, clause_id: int) -> HttpResponse:
    _, clause = opened_clause(request, programme_id, clause_id)
    version = whole_number(request.POST.get("version")) or 0
    actions.remove_clause(clause=clause, version=version, by=acting(request), at=clock.now())
    return redirect("programmes:draft", programme_id)


def _parties_form(request: HttpRequest, found: Opened, data: Any = None) -> PartiesForm:
    words = request.GET.get("tim", "")
    bodies = queries.party_choices(found.edition, words, on=clock.today())
    present = queries.parties(found.edition, today=clock.today())
    initial = {f"party_{place}": party.body_id for place, party in enumerate(present, start=1)}
    return PartiesForm(data, bodies=bodies, initial=initial | {"version": found.edition.version})


def _parties_page(request: HttpRequest, found: Opened, form: PartiesForm, status: int = 200) -> HttpResponse:
    context = {
        "programme": found.programme,
        "form": form,
        "words": request.GET.get("tim", ""),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "programmes/parties.html", context, status=status)


@reads(OFFICERS)
def parties(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    if not (found.is_draft and found.can_write):
        return redirect("programmes:detail", programme_id)
    return _parties_page(request, found, _parties_form(request, found))


@changes(OFFICERS)
def choose_parties(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    form = _parties_form(request, found, request.POST)
    if not form.is_valid():
        return _parties_page(request, found, form, status=422)
    chosen = form.chosen()
    names = body_labels(chosen, clock.today())
    actions.choose_parties(
        edition=found.edition,
        parties=[PartyContent(body, names[body].short_name, order) for order, body in enumerate(chosen)],
        version=form.cleaned_data["version"],
        by=acting(request),
        at=clock.now(),
    )
    return redirect("programmes:draft", programme_id)
