"""Pages of reading and review: put a paper in, look at each fact beside the text, confirm."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.numbers import whole_number
from phoihop.drafting import actions, queries
from phoihop.drafting.forms import FORMS, FactForm, PlacedForm, UploadForm
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.statuses import DraftStatus, FactKind


def draft_of(request: HttpRequest, draft_id: int) -> Draft:
    """The draft, if it is of the member's body; 404 otherwise."""
    drafts = Draft.objects.visible_to(acting(request)).select_related("file", "edition", "area")
    return get_object_or_404(drafts, pk=draft_id)


@reads(OFFICERS)
def papers(request: HttpRequest) -> HttpResponse:
    context = {"papers": queries.papers(acting(request)), "form": UploadForm()}
    return render(request, "drafting/papers.html", context)


@changes(OFFICERS)
def upload(request: HttpRequest) -> HttpResponse:
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        context = {"papers": queries.papers(acting(request)), "form": form}
        return render(request, "drafting/papers.html", context, status=422)
    file = form.cleaned_data["file"]
    name = file.name if file else "Văn bản dán vào.txt"
    content = file.read() if file else form.cleaned_data["pasted"].encode()
    media_type = (file.content_type or "") if file else "text/plain"
    draft, is_new = actions.read_file(
        content=content, name=name, media_type=media_type, by=acting(request), at=clock.now()
    )
    if not is_new:
        messages.info(request, "Văn bản này đã được đọc trước đó; đây là bản đang có.")
    return redirect("drafting:review", draft.pk)


@reads(OFFICERS)
def review(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    kind = request.GET.get("muc", FactKind.TARGET)
    if kind not in FactKind.values:
        kind = FactKind.TARGET
    context = {
        "draft": draft,
        "kind": kind,
        "kind_label": FactKind(kind).label,
        "review": queries.review(draft, kind),
        "history": queries.history(draft, most=8),
        "is_open": draft.status == DraftStatus.OPEN,
        "is_sample": draft.is_sample,
    }
    return render(request, "drafting/review.html", context)


@changes(OFFICERS)
def decide(request: HttpRequest, draft_id: int) -> HttpResponse:
    """One button of the review: `<verb>` names the fact, or `certain` the kind to accept without doubts."""
    draft = draft_of(request, draft_id)
    member, now = acting(request), clock.now()
    kind = request.POST.get("kind", "")
    if request.POST.get("certain") in FactKind.values:
        count = actions.accept_certain(draft=draft, kind=request.POST["certain"], by=member, at=now)
        messages.success(request, f"Đã chấp nhận {count} mục không có nghi vấn.")
        return _back_to(draft, kind)
    for verb in ("accept", "reject", "reopen"):
        chosen = whole_number(request.POST.get(verb))
        if chosen is not None:
            actions.decide(draft=draft, facts=[chosen], verb=verb, by=member, at=now)
            return _back_to(draft, kind, anchor=str(chosen))
    return _back_to(draft, kind)


def _back_to(draft: Draft, kind: str, anchor: str = "") -> HttpResponse:
    response = redirect("drafting:review", draft.pk)
    query = f"?muc={kind}" if kind in FactKind.values else ""
    response["Location"] += query + (f"#f{anchor}" if anchor else "")
    return response


@changes(OFFICERS)
def undo(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    actions.undo(draft=draft, by=acting(request), at=clock.now())
    messages.success(request, "Đã hoàn tác bước vừa làm.")
    return _back_to(draft, request.POST.get("kind", ""))


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
    return _back_to(draft, fact.kind, anchor=str(fact.pk))


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
    return _back_to(draft, kind, anchor=str(fact.pk))


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


@changes(OFFICERS)
def discard(request: HttpRequest, draft_id: int) -> HttpResponse:
    actions.discard(draft=draft_of(request, draft_id), by=acting(request), at=clock.now())
    messages.success(request, "Đã bỏ bản đọc. Có thể khôi phục trong danh sách.")
    return redirect("drafting:papers")


@changes(OFFICERS)
def restore(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = actions.restore(draft=draft_of(request, draft_id), by=acting(request), at=clock.now())
    return redirect("drafting:review", draft.pk)
