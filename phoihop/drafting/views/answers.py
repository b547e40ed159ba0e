"""Answers to a step of a review: the pieces that changed for htmx, the whole page for a plain form."""

import functools
import json
from collections.abc import Callable, Collection
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from phoihop.core.errors import Conflict, Refused
from phoihop.drafting import queries
from phoihop.drafting.models import Draft, DraftDecision, DraftFact
from phoihop.drafting.queries import Screen
from phoihop.drafting.views.screens import address_of, page_of, screen_of

type Json = dict[str, Any]
type View = Callable[..., HttpResponse]

STALE = "Mục này vừa được người khác thay đổi. Nội dung mới đã hiện ra: xem rồi bấm lại."


def is_partial(request: HttpRequest) -> bool:
    """Whether htmx asks, and only for a piece of the page."""
    return "HX-Request" in request.headers


def after_step(
    request: HttpRequest,
    draft: Draft,
    *,
    decision: DraftDecision | None,
    seen: Collection[int] = (),
    focus: int | None = None,
    said: str = "",
    status: int = 200,
) -> HttpResponse:
    """What the step `decision` (None: nothing changed) made of the page; `seen` facts are on it for certain.

    `focus`: the fact to go to, where the step itself says which.
    """
    screen = screen_of(request.POST)
    if not is_partial(request):
        if said:
            messages.success(request, said)
        return HttpResponseRedirect(address_of(draft, screen, anchor=f"f{focus}" if focus else ""))
    if decision is not None and decision.draft_id == draft.pk:
        draft = Draft.objects.select_related("file", "edition", "area").get(pk=draft.pk)
    context = page_of(request, draft, screen) | {"said": said, "is_swap": True}
    context["changes"] = _changes(draft, screen, context["review"], decision, frozenset(seen))
    response = render(request, "drafting/_changes.html", context, status=status)
    response.headers["HX-Reswap"] = "none"
    if focus:
        response.headers["HX-Trigger-After-Settle"] = json.dumps({"review:focus": {"id": f"f{focus}"}})
    return response


def _changes(
    draft: Draft,
    screen: Screen,
    page: queries.Review,
    decision: DraftDecision | None,
    seen: frozenset[int],
) -> queries.Changes:
    after = _of_facts(decision.after if decision else {})
    before = _of_facts(decision.before if decision else {})
    present = DraftFact.objects.filter(draft=draft, pk__in=[*map(int, after), *seen])
    kinds = dict(present.values_list("pk", "kind"))
    for pk, status, doubts, start, end in present.values_list(
        "pk", "status", "doubts", "span_start", "span_end"
    ):
        state = {"status": status, "doubts": doubts, "span": None if start is None else [start, end]}
        after.setdefault(str(pk), state)
        before.setdefault(str(pk), state)
    return queries.changes(page, before, after, kinds=kinds, seen=seen)


def _of_facts(state: Json) -> Json:
    return {key: value for key, value in state.items() if key.isdecimal()}


def newest_step(draft: Draft) -> DraftDecision | None:
    """The last step on the draft, whose row the caller holds locked."""
    return draft.decisions.order_by("-id").first()


def in_place(view: View) -> View:
    """Says why a step was refused on the page it was tried on, instead of on a page of its own."""

    @functools.wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (Conflict, Refused) as problem:
            if not is_partial(request):
                raise
            said = problem.message if isinstance(problem, Refused) else STALE
            response = render(request, "drafting/_said.html", {"said": said, "is_problem": True}, status=409)
            response.headers["HX-Reswap"] = "none"
            return response

    return answered
