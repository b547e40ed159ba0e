"""Kỳ số liệu: which days the figures of each duty cover, and the decrees to choose from."""

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.numbers import whole_number
from phoihop.programmes.models import Programme
from phoihop.reports.actions.windows import choose_window
from phoihop.reports.queries.rules import cutoff_lines
from phoihop.reports.queries.windows import duty_windows
from phoihop.reports.relief_permissions import sets_windows


def _programme(request: HttpRequest, programme_id: int) -> Programme:
    row: Programme = get_object_or_404(Programme.objects.visible_to(acting(request)), pk=programme_id)
    return row


@reads(MEMBERS)
def windows(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Each duty with its choices and what they mean for the next periods."""
    programme = _programme(request, programme_id)
    context = {
        "programme": programme,
        "duties": duty_windows(programme, today=clock.today()),
        "sources": cutoff_lines(),
        "may_choose": sets_windows(acting(request), programme),
        "is_sample": programme.is_sample,
    }
    return render(request, "reports/windows.html", context)


@changes(OFFICERS)
def choose(request: HttpRequest, programme_id: int, duty_key: uuid.UUID) -> HttpResponse:
    """From now on the duty's figures cover those days."""
    programme = _programme(request, programme_id)
    count = choose_window(
        programme=programme,
        duty_key=duty_key,
        scheme=request.POST.get("scheme", "")[:40],
        version=whole_number(request.POST.get("version")) or 0,
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, f"Đã đổi kỳ số liệu, {count} báo cáo sắp tới theo kỳ mới.")
    return redirect("reports:windows", programme.pk)
