"""What becomes of a programme when its place or a party ended."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.lifecycle import actions, queries
from phoihop.lifecycle.forms import SuccessionForm
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.organisations.models import Body, Succession
from phoihop.programmes import permissions
from phoihop.programmes.statuses import EditionStatus
from phoihop.programmes.views.loading import Opened, opened


def _opened(request: HttpRequest, programme_id: int) -> Opened:
    found = opened(request, programme_id)
    if not permissions.can_lead(acting(request), found.programme):
        raise PermissionDenied
    return found


def _page(request: HttpRequest, found: Opened, data: Any = None) -> HttpResponse:
    preview = queries.preview(found.edition, on=clock.today())
    context = {
        "programme": found.programme,
        "preview": preview,
        "form": SuccessionForm(data, preview=preview),
        "is_running": found.edition.status == EditionStatus.IN_FORCE,
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/succession.html", context, status=422 if data else 200)


@reads(OFFICERS)
def succession_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Who ended, what is still open, and what either outcome would do."""
    return _page(request, _opened(request, programme_id))


@changes(OFFICERS)
def succeed(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = _opened(request, programme_id)
    form = SuccessionForm(request.POST, preview=queries.preview(found.edition, on=clock.today()))
    if not form.is_valid():
        return _page(request, found, request.POST)
    given = form.cleaned_data
    outcome = ProgrammeSuccession.Outcome(given["outcome"])
    chosen = form.chosen() if outcome == ProgrammeSuccession.Outcome.TRANSFERRED else {}
    heirs = Body.objects.in_bulk(set(chosen.values()))
    actions.succeed_programme(
        programme=found.programme,
        succession=get_object_or_404(Succession, pk=given["succession"]),
        outcome=outcome,
        successors={ended: heirs[heir] for ended, heir in chosen.items()},
        note=given["note"],
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, f"Đã ghi: {outcome.label}.")
    return redirect("lifecycle:succession", programme_id)


@changes(OFFICERS)
def undo(request: HttpRequest, programme_id: int, succession_id: int) -> HttpResponse:
    found = _opened(request, programme_id)
    row = get_object_or_404(ProgrammeSuccession, pk=succession_id, programme=found.programme)
    reason = request.POST.get("reason", "")
    actions.undo_succession(row=row, reason=reason, by=acting(request), at=clock.now())
    messages.success(request, "Đã hoàn tác: báo cáo, công việc và trạng thái trở lại như trước.")
    return redirect("lifecycle:succession", programme_id)
