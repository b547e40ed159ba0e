"""What the body owes, and beginning a report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.documents.lists import list_answer, wants_sheet
from phoihop.reports import actions, permissions
from phoihop.reports.lists import OWED
from phoihop.reports.models import Report
from phoihop.reports.queries.owed import obligation_page, owed_by, waiting_for
from phoihop.reports.views.loading import obligation_or_404


@reads(MEMBERS)
def mine(request: HttpRequest) -> HttpResponse:
    """Reports to hand in and reports that wait for a word, by date."""
    member, today = acting(request), clock.today()
    rows = owed_by(member, today=today)
    if wants_sheet(request):
        is_sample = any(row.is_sample for row in rows)
        return list_answer(
            rows, OWED, title="Báo cáo của đơn vị", name="bao-cao-phai-nop", is_sample=is_sample
        )
    context = {
        "open_rows": [row for row in rows if row.is_open],
        "done_rows": [row for row in rows if not row.is_open],
        "waiting": waiting_for(member, today=today),
        "may_write": bool(permissions.stands_for(member)),
        "is_sample": any(row.is_sample for row in rows),
    }
    return render(request, "reports/mine.html", context)


@changes(OFFICERS)
def open_report(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """Begin (or go on with) the report of an obligation."""
    obligation = obligation_or_404(request, obligation_id)
    report = actions.open_report(obligation=obligation, by=acting(request), at=clock.now())
    return redirect("reports:edit", report.pk)


@reads(MEMBERS)
def obligation(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """An obligation nobody has reported on yet: who owes it, by when and why, and what may be done."""
    row = obligation_or_404(request, obligation_id)
    member, today = acting(request), clock.today()
    report = Report.objects.visible_to(member).filter(obligation=row).first()
    if report is not None:
        return redirect("reports:report", report.pk)
    context = {
        "page": obligation_page(row, today=today),
        "may_write": permissions.can_write(member, row),
        "may_enter": permissions.can_enter_for(member, row, on=today),
        "is_sample": row.is_sample,
    }
    return render(request, "reports/obligation.html", context)
