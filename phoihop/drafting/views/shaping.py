"""Split one fact into two, merge two into one: each asks where, then does it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.numbers import whole_number
from phoihop.drafting import actions, queries
from phoihop.drafting.spans import cuts
from phoihop.drafting.statuses import SHAPED, FactKind
from phoihop.drafting.views.answers import after_step, in_place, newest_step
from phoihop.drafting.views.editors import name_of, piece
from phoihop.drafting.views.facts import fact_of
from phoihop.drafting.views.papers import draft_of
from phoihop.drafting.views.screens import address_of, screen_of
from phoihop.drafting.words import words_of


@reads(OFFICERS)
def split_form(request: HttpRequest, draft_id: int, fact_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    fact = fact_of(draft, fact_id)
    screen = screen_of(request.GET)
    if fact.span_start is None or fact.span_end is None or fact.kind not in SHAPED:
        return redirect(address_of(draft, screen, anchor=name_of(fact)))
    context = {
        "draft": draft,
        "fact": fact,
        "screen": screen,
        "kind_label": FactKind(fact.kind).label,
        "quote": draft.text[fact.span_start : fact.span_end],
        "cuts": cuts(draft.text, (fact.span_start, fact.span_end)),
        "is_sample": draft.is_sample,
    }
    return piece(request, "drafting/_split.html", context)


@changes(OFFICERS)
@in_place
def split(request: HttpRequest, draft_id: int, fact_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    fact = fact_of(draft, fact_id)
    actions.split_fact(
        fact=fact,
        cut=whole_number(request.POST.get("cut")) or 0,
        version=whole_number(request.POST.get("version")) or 0,
        by=acting(request),
        at=clock.now(),
    )
    said = "Đã tách thành hai mục, hãy xem lại từng mục."
    return after_step(request, draft, decision=newest_step(draft), seen=[fact.pk], said=said, focus=fact.pk)


@reads(OFFICERS)
def merge_form(request: HttpRequest, draft_id: int, fact_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    fact = fact_of(draft, fact_id)
    other = queries.next_alike(fact)
    context = {
        "draft": draft,
        "fact": fact,
        "other": other,
        "screen": screen_of(request.GET),
        "kind_label": FactKind(fact.kind).label,
        "headlines": [words_of(FactKind(row.kind), row.values)[0] for row in (fact, other) if row],
        "is_sample": draft.is_sample,
    }
    return piece(request, "drafting/_merge.html", context)


@changes(OFFICERS)
@in_place
def merge(request: HttpRequest, draft_id: int, fact_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    fact = fact_of(draft, fact_id)
    other = fact_of(draft, whole_number(request.POST.get("other")))
    actions.merge_facts(
        fact=fact,
        other=other,
        version=whole_number(request.POST.get("version")) or 0,
        other_version=whole_number(request.POST.get("other_version")) or 0,
        by=acting(request),
        at=clock.now(),
    )
    said = "Đã gộp hai mục thành một, hãy xem lại."
    seen = [fact.pk, other.pk]
    return after_step(request, draft, decision=newest_step(draft), seen=seen, said=said, focus=fact.pk)
