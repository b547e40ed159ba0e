"""One fact: its form, its words read anew, its history, and one the reader did not find."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Conflict
from phoihop.core.numbers import whole_number
from phoihop.drafting import actions, proposals, queries
from phoihop.drafting.forms import FORMS, FactForm
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.spans import span_of_quote, stepped
from phoihop.drafting.statuses import SHAPED, FactKind
from phoihop.drafting.views.answers import after_step, in_place, is_partial, newest_step
from phoihop.drafting.views.editors import Editor, filled, name_of, offered, piece, sent, theirs_of
from phoihop.drafting.views.papers import draft_of
from phoihop.drafting.views.screens import address_of, page_of, screen_of
from phoihop.drafting.words import words_of

type Span = tuple[int, int]

STEPS = {"dau-bot": ("start", 1), "dau-them": ("start", -1), "cuoi-bot": ("end", -1), "cuoi-them": ("end", 1)}
"""The buttons that move an edge of the span by a word."""


def fact_of(draft: Draft, fact_id: int | None) -> DraftFact:
    """A fact of the draft that still stands; 404 otherwise."""
    return get_object_or_404(draft.facts.standing(), pk=fact_id)


@reads(OFFICERS)
def card(request: HttpRequest, draft_id: int, fact_id: int) -> HttpResponse:
    """The card of a fact, to put in place of its form; without scripts the page at that card."""
    draft = draft_of(request, draft_id)
    fact = fact_of(draft, fact_id)
    screen = screen_of(request.GET)
    if not is_partial(request):
        return redirect(address_of(draft, screen, anchor=name_of(fact)))
    page = page_of(request, draft, screen)
    shown = next((row for row in page["review"].cards if row.id == fact.pk), None)
    return render(request, "drafting/_card.html", page | {"card": shown}) if shown else HttpResponse()


@reads(OFFICERS)
def fact_history(request: HttpRequest, draft_id: int, fact_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    fact = fact_of(draft, fact_id)
    headline = words_of(FactKind(fact.kind), fact.values)[0]
    context = {"draft": draft, "fact": fact, "steps": queries.history_of(fact), "headline": headline}
    return piece(request, "drafting/_steps.html", context | {"is_sample": draft.is_sample})


@reads(OFFICERS)
def edit_fact(request: HttpRequest, draft_id: int, fact_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    fact = fact_of(draft, fact_id)
    editor = Editor(draft, fact.kind, filled(draft, fact), screen_of(request.GET), fact)
    if not is_partial(request):
        editor.steps = queries.history_of(fact)
    return editor.answer(request)


@changes(OFFICERS)
@in_place
def save_fact(request: HttpRequest, draft_id: int, fact_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    fact = fact_of(draft, fact_id)
    form = sent(draft, fact.kind, request.POST, fact)
    editor = Editor(draft, fact.kind, form, screen_of(request.POST), fact)
    if not form.is_valid():
        return editor.answer(request, status=422)
    try:
        actions.edit_fact(
            fact=fact,
            values=form.values(),
            version=form.cleaned_data["version"] or 0,
            span=_moved(fact, form),
            by=acting(request),
            at=clock.now(),
        )
    except Conflict:
        return _beside_theirs(request, editor, fact)
    said = "Đã lưu và chấp nhận."
    return after_step(
        request, draft, decision=newest_step(draft), seen=[fact.pk], said=said, focus=_where(request, fact)
    )


def _where(request: HttpRequest, fact: DraftFact) -> int | None:
    """With scripts the next fact is gone to."""
    return None if is_partial(request) else fact.pk


def _moved(fact: DraftFact, form: FactForm) -> Span | None:
    """Other words of the text, where the form stands at others."""
    span = form.span()
    return None if span == (fact.span_start, fact.span_end) else span


def _beside_theirs(request: HttpRequest, editor: Editor, fact: DraftFact) -> HttpResponse:
    """One's own form again, at the version of now, with what the other made of the fact beside it."""
    fact.refresh_from_db()
    editor.theirs = theirs_of(fact, editor.form)
    data = request.POST.copy()
    data["version"] = str(fact.version)
    editor.form = sent(editor.draft, fact.kind, data, fact)
    return editor.answer(request, status=409)


@reads(OFFICERS)
def new_fact(request: HttpRequest, draft_id: int, kind: str) -> HttpResponse:
    """An empty form, or one filled by reading words of the text: `tu` and `den`, or the quote `cau`."""
    draft = draft_of(request, draft_id)
    _addable(kind)
    span, note = _asked_span(request, draft)
    found = proposals.reread(draft.text, kind=kind, span=span) if span else []
    values = found[0].values if found else {}
    form = offered(FORMS[kind].starting(values, span=span, name="them"), draft)
    return Editor(draft, kind, form, screen_of(request.GET), note=note).answer(request)


def _asked_span(request: HttpRequest, draft: Draft) -> tuple[Span | None, str]:
    start, end = (whole_number(request.GET.get(edge)) for edge in ("tu", "den"))
    if start is not None and end is not None and start < end <= len(draft.text):
        return (start, end), ""
    quote = request.GET.get("cau", "")
    span = span_of_quote(draft.text, quote)
    return span, "" if span or not quote.strip() else "Không thấy câu này trong văn bản."


@changes(OFFICERS)
@in_place
def add_fact(request: HttpRequest, draft_id: int, kind: str) -> HttpResponse:
    draft = draft_of(request, draft_id)
    _addable(kind)
    form = sent(draft, kind, request.POST)
    if not form.is_valid():
        return Editor(draft, kind, form, screen_of(request.POST)).answer(request, status=422)
    values = {"text": "", "part_of": None, **form.values()}
    fact = actions.add_fact(
        draft=draft, kind=kind, values=values, span=form.span(), by=acting(request), at=clock.now()
    )
    said = f"Đã thêm {FactKind(kind).label}."
    return after_step(request, draft, decision=newest_step(draft), said=said, focus=fact.pk)


def _addable(kind: str) -> None:
    if kind not in FORMS or kind in {FactKind.HEADER, FactKind.CLAUSE}:
        raise PermissionDenied


@changes(OFFICERS)
def reread(request: HttpRequest, draft_id: int, kind: str) -> HttpResponse:
    """The form with other words of the text (a button's step, or those chosen) read anew; writes nothing."""
    draft = draft_of(request, draft_id)
    if kind not in SHAPED:
        raise PermissionDenied
    known = whole_number(request.POST.get("fact"))
    fact = fact_of(draft, known) if known else None
    form = sent(draft, kind, request.POST, fact)
    span = _wanted_span(request, draft, form)
    found = proposals.reread(draft.text, kind=kind, span=span) if span else []
    values = {name: form[name].value() for name in form.fields} | (found[0].values if found else {})
    version = whole_number(request.POST.get("version"))
    fresh = FORMS[kind].starting(values, version=version, span=span, name=name_of(fact))
    note = _read_words(len(found), FactKind(kind).label)
    screen = screen_of(request.POST)
    return Editor(draft, kind, offered(fresh, draft), screen, fact, note=note).answer(request)


def _wanted_span(request: HttpRequest, draft: Draft, form: FactForm) -> Span | None:
    start, end = (whole_number(request.POST.get(name)) for name in ("span_start", "span_end"))
    if start is None or end is None or not 0 <= start < end <= len(draft.text):
        return None
    edge, step = STEPS.get(request.POST.get("buoc", ""), ("", 0))
    return stepped(draft.text, (start, end), edge=edge, step=step) if edge else (start, end)


def _read_words(count: int, label: str) -> str:
    if not count:
        return f"Trong đoạn này máy không đọc ra {label}: các ô giữ nguyên."
    more = f" Đoạn này có {count} mục, đây là mục đầu." if count > 1 else ""
    return f"Đã đọc lại đoạn vừa chọn.{more}"


@changes(OFFICERS)
def preview(request: HttpRequest, draft_id: int, kind: str) -> HttpResponse:
    """What the form says as it stands: in words, with its sums; writes nothing."""
    draft = draft_of(request, draft_id)
    if kind not in FORMS:
        raise PermissionDenied
    form = sent(draft, kind, request.POST)
    context: dict[str, Any] = {}
    if form.is_valid():
        known = whole_number(request.POST.get("fact"))
        values = _previewed(draft, known, form)
        context = queries.preview(draft, FactKind(kind), values, fact=known)
    return render(request, "drafting/_preview.html", context)


def _previewed(draft: Draft, fact: int | None, form: FactForm) -> dict[str, Any]:
    row = draft.facts.filter(pk=fact).first() if fact else None
    return {"text": "", "part_of": None, **(row.values if row else {}), **form.values()}
