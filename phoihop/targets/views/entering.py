"""An act of entering on its page: looked at, kept, dropped, undone."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.targets.actions.entering import Confirmed
from phoihop.targets.actions.keeping import Answers, drop_entering, keep_entering, undo_entering
from phoihop.targets.entries import Key
from phoihop.targets.forms import period_key
from phoihop.targets.models import Entering
from phoihop.targets.queries import visible_editions
from phoihop.targets.queries.entering import (
    MOST_ASKED,
    MOST_SHOWN,
    Preview,
    PreviewLine,
    entering_lines,
    kept_figures,
    preview_of,
    visible_enterings,
)
from phoihop.targets.statuses import ENTERING, EnteringStatus

_UNSURE = "Còn số khác thường chưa xác nhận: hãy chọn “Đúng như vậy”, hoặc quay lại sửa số."


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
        preview = preview_of(entering, member=acting(request), at=clock.now())
        context |= _asked(preview)
    else:
        context |= _kept(request, entering)
    return render(request, "targets/entering.html", context | more, status=status)


def _asked(preview: Preview) -> dict[str, Any]:
    wrong = [*preview.unread, *preview.refused]
    return {
        "preview": preview,
        "refused_count": len(preview.refused),
        "wrong": wrong[:MOST_ASKED],
        "more_wrong": len(wrong[MOST_ASKED:]),
        "conflicts": preview.conflicts[:MOST_ASKED],
        "more_conflicts": len(preview.conflicts[MOST_ASKED:]),
        "doubtful": preview.doubtful[:MOST_ASKED],
        "shown": preview.kept[:MOST_SHOWN],
        "more_shown": len(preview.kept[MOST_SHOWN:]),
    }


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
    preview = preview_of(entering, member=acting(request), at=clock.now())
    typed = request.POST.get("reason", "")[:1000]
    sure = _confirmed(request, preview.doubtful)
    if len(sure) < len(preview.doubtful):
        return _page(request, entering, status=HTTPStatus.UNPROCESSABLE_ENTITY, told=_UNSURE, reason=typed)
    answers = Answers(
        over=_over(request, preview.conflicts),
        mine=_mine(request, preview.conflicts),
        confirmed=sure,
        reason=typed,
    )
    try:
        keep_entering(entering=entering, answers=answers, by=acting(request), at=clock.now())
    except Refused as refusal:
        told = {"told": refusal.message, "reason": typed}
        return _page(request, entering, status=HTTPStatus.UNPROCESSABLE_ENTITY, **told)
    messages.success(request, "Đã ghi số liệu. Số liệu tính lên cấp trên sau khi được duyệt.")
    return redirect("targets:entering", entering.pk)


def _key(line: PreviewLine) -> Key:
    target, body, area = map(int, line.name.split("-"))
    return target, body, area


def _confirmed(request: HttpRequest, lines: Iterable[PreviewLine]) -> dict[Key, Confirmed]:
    of_all = "sure-all" in request.POST
    return {
        _key(line): Confirmed(
            " ".join(doubt.words for doubt in line.doubts), request.POST.get(f"note-{line.name}", "")[:300]
        )
        for line in lines
        if of_all or f"sure-{line.name}" in request.POST
    }


def _over(request: HttpRequest, lines: Iterable[PreviewLine]) -> dict[Key, int]:
    given = {_key(line): whole_number(request.POST.get(f"over-{line.name}")) for line in lines}
    return {key: pk for key, pk in given.items() if pk is not None}


def _mine(request: HttpRequest, lines: Iterable[PreviewLine]) -> frozenset[Key]:
    return frozenset(_key(line) for line in lines if request.POST.get(f"mine-{line.name}") == "1")


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
