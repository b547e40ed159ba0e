"""Báo cáo trao đổi giữa các bên."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.programmes.models import DutyRule, Programme
from phoihop.reports.queries.mutual import mutual_board


@reads(MEMBERS)
def mutual(request: HttpRequest, programme_id: int, duty_id: int) -> HttpResponse:
    """Who sent its report to the others in a period, and who took note of it."""
    programme = get_object_or_404(Programme.objects.visible_to(acting(request)), pk=programme_id)
    rows = DutyRule.objects.filter(clause__edition__programme=programme)
    duty = get_object_or_404(rows.select_related("clause__edition"), pk=duty_id)
    board = mutual_board(duty, acting(request), start=_start(request), today=clock.today())
    context = {"programme": programme, "board": board, "is_sample": programme.is_sample}
    return render(request, "reports/mutual.html", context)


def _start(request: HttpRequest) -> date | None:
    try:
        return date.fromisoformat(request.GET.get("ky", ""))
    except ValueError:
        return None
