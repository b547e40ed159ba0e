"""What becomes of a programme when its place or a party ended."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.lifecycle import actions, queries
from phoihop.lifecycle.actions.succeeding import Handover
from phoihop.lifecycle.forms import SuccessionForm
from phoihop.lifecycle.forms.succeeding import CLOSE
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.lifecycle.queries.successions import waiting_for_handover
from phoihop.organisations.models import Body, Succession
from phoihop.programmes import permissions
from phoihop.programmes.statuses import EditionStatus
from phoihop.programmes.views.loading import Opened, opened


@reads(OFFICERS)
def handovers(request: HttpRequest) -> HttpResponse:
    """The running programmes one leads with something left at bodies that ended."""
    rows = waiting_for_handover(acting(request), on=clock.today())
    context = {"rows": rows, "is_sample": any(row.is_sample for row in rows)}
    return render(request, "lifecycle/handovers.html", context)


def _opened(request: HttpRequest, programme_id: int) -> Opened:
    found = opened(request, programme_id)
    if not permissions.can_lead(acting(request), found.programme):
        raise PermissionDenied
    return found


def _page(request: HttpRequest, found: Opened, form: SuccessionForm | None = None) -> HttpResponse:
    preview = queries.preview(found.edition, on=clock.today())
    context = {
        "programme": found.programme,
        "preview": preview,
        "form": form or SuccessionForm(preview=preview),
        "is_running": found.edition.status == EditionStatus.IN_FORCE,
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/succession.html", context, status=422 if form else 200)


@reads(OFFICERS)
def succession_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Who ended, what is still open, and what either outcome would do."""
    return _page(request, _opened(request, programme_id))


@changes(OFFICERS)
def succeed(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = _opened(request, programme_id)
    form = SuccessionForm(request.POST, preview=queries.preview(found.edition, on=clock.today()))
    if not form.is_valid():
        return _page(request, found, form)
    try:
        row = _carried_out(request, found, form)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _page(request, found, form)
    messages.success(request, f"Đã ghi: {row.get_outcome_display()}. Xem lại rồi công bố cho các đơn vị.")
    return redirect("lifecycle:succession", programme_id)


def _carried_out(request: HttpRequest, found: Opened, form: SuccessionForm) -> ProgrammeSuccession:
    given = form.cleaned_data
    common: dict[str, Any] = {
        "programme": found.programme,
        "succession": get_object_or_404(Succession, pk=given["succession"]),
        "note": given["note"],
        "by": acting(request),
        "at": clock.now(),
    }
    if given["outcome"] == CLOSE:
        return actions.close_programme(**common)
    chosen = form.chosen()
    heirs = Body.objects.in_bulk({heir for group in chosen.values() for heir in group})
    successors = {ended: [heirs[heir] for heir in group] for ended, group in chosen.items()}
    return actions.succeed_programme(handover=Handover(successors, form.parts()), **common)


@changes(OFFICERS)
def publish(request: HttpRequest, programme_id: int, succession_id: int) -> HttpResponse:
    found = _opened(request, programme_id)
    row = get_object_or_404(ProgrammeSuccession, pk=succession_id, programme=found.programme)
    actions.publish_succession(row=row, by=acting(request), at=clock.now())
    messages.success(request, "Đã công bố cho các đơn vị làm tiếp và các bên.")
    return redirect("lifecycle:succession", programme_id)


@changes(OFFICERS)
def undo(request: HttpRequest, programme_id: int, succession_id: int) -> HttpResponse:
    found = _opened(request, programme_id)
    row = get_object_or_404(ProgrammeSuccession, pk=succession_id, programme=found.programme)
    reason = request.POST.get("reason", "")
    actions.undo_succession(row=row, reason=reason, by=acting(request), at=clock.now())
    messages.success(
        request, "Đã hoàn tác: báo cáo, công việc, phần chỉ tiêu và trạng thái trở lại như trước."
    )
    return redirect("lifecycle:succession", programme_id)
