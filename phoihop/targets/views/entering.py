"""An act of entering on its page: looked at, kept, dropped, undone."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.targets.actions.keeping import Answers, drop_entering, keep_entering, undo_entering
from phoihop.targets.entries import Key
from phoihop.targets.forms import period_key
from phoihop.targets.models import Entering
from phoihop.targets.queries import visible_editions
from phoihop.targets.queries.entering import (
    MOST_SHOWN,
    entering_lines,
    kept_figures,
    preview_of,
    visible_enterings,
)
from phoihop.targets.statuses import ENTERING, EnteringStatus


def opened_entering(request: HttpRequest, entering_id: int) -> Entering:
    """The act, or 404 for those who do not see it."""
    member = acting(request)
    rows = visible_enterings(member, visible_editions(member)).select_related("edition__programme", "file")
    return get_object_or_404(rows, pk=entering_id)


@reads(OFFICERS)
def entering_page(request: HttpRequest, entering_id: int) -> HttpResponse:
    return _page(request, opened_entering(request, entering_id))


def _page(
    request: HttpRequest, entering: Entering, *, status: int = HTTPStatus.OK, **more: Any
) -> HttpResponse:
    is_waiting = entering.status == EnteringStatus.READ
    line = entering_lines(Entering.objects.filter(pk=entering.pk), on=clock.today())[0]
    context = {
        "entering": entering,
        "line": line,
        "is_waiting": is_waiting,
        "key": period_key(entering.period),
        "is_sample": entering.is_sample,
    }
    if is_waiting:
        context["preview"] = preview_of(entering, member=acting(request), at=clock.now())
    else:
        context |= _kept(request, entering)
    return render(request, "targets/entering.html", context | more, status=status)


def _kept(request: HttpRequest, entering: Entering) -> dict[str, Any]:
    may_undo = ENTERING.allows(entering.status, "undo") and entering.by_body_id == acting(request).body_id
    figures = kept_figures(entering, most=MOST_SHOWN, on=clock.today())
    return {
        "figures": figures,
        "more_figures": entering.recorded + entering.corrected - len(figures),
        "may_undo": may_undo,
    }


@changes(OFFICERS)
def keep(request: HttpRequest, entering_id: int) -> HttpResponse:
    """Record what was looked at, as answered; what changed meanwhile is shown once more."""
    entering = opened_entering(request, entering_id)
    if entering.status != EnteringStatus.READ:
        return redirect("targets:entering", entering.pk)
    answers = _answers(request)
    try:
        keep_entering(entering=entering, answers=answers, by=acting(request), at=clock.now())
    except Refused as refusal:
        told = {"told": refusal.message, "reason": answers.reason}
        return _page(request, entering, status=HTTPStatus.UNPROCESSABLE_ENTITY, **told)
    messages.success(request, "Đã ghi số liệu. Số liệu tính lên cấp trên sau khi được duyệt.")
    return redirect("targets:entering", entering.pk)


def _answers(request: HttpRequest) -> Answers:
    """What was ticked and typed beside the figures the page asked about, by the name of their row."""
    given = request.POST
    over = {key: whole_number(value) for key, value in _named(given, "over")}
    return Answers(
        over={key: pk for key, pk in over.items() if pk is not None},
        mine=frozenset(key for key, value in _named(given, "mine") if value == "1"),
        sure=frozenset(key for key, _ in _named(given, "sure")),
        is_sure_of_all="sure-all" in given,
        notes={key: value[:300] for key, value in _named(given, "note")},
        reason=given.get("reason", "")[:1000],
    )


def _named(given: QueryDict, kind: str) -> Iterator[tuple[Key, str]]:
    """The fields of a kind that name a row: "mine-12-3-4"."""
    for name, value in given.items():
        prefix, _, row = name.partition("-")
        parts = [whole_number(part) for part in row.split("-")]
        if prefix == kind and len(parts) == 3:
            target, body, area = parts
            if target and body and area:
                yield (target, body, area), str(value)


@changes(OFFICERS)
def drop(request: HttpRequest, entering_id: int) -> HttpResponse:
    entering = opened_entering(request, entering_id)
    drop_entering(entering=entering, by=acting(request), at=clock.now())
    messages.info(request, "Đã bỏ, không ghi số nào.")
    return redirect("targets:import", entering.edition_id)


@changes(OFFICERS)
def undo(request: HttpRequest, entering_id: int) -> HttpResponse:
    entering = opened_entering(request, entering_id)
    reason = request.POST.get("reason", "")[:1000]
    try:
        undo_entering(entering=entering, reason=reason, by=acting(request), at=clock.now())
    except Refused as refusal:
        return _page(request, entering, status=HTTPStatus.UNPROCESSABLE_ENTITY, told=refusal.message)
    messages.success(request, "Đã hoàn tác. Số cũ được ghi lại, có lý do.")
    return redirect("targets:entering", entering.pk)
