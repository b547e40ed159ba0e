"""A report as its recipients read it, and what they decide."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import CLERKS, LEADERS, MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.issuers import symbol_of
from phoihop.documents.views.downloads import book_answer, pdf_answer, word_answer
from phoihop.organisations.queries import body_labels
from phoihop.reports import actions
from phoihop.reports.forms import NumberForm, return_items
from phoihop.reports.models import Report
from phoihop.reports.queries.reading import reading_of
from phoihop.reports.queries.report_page import ReportPage, RoundLine, report_page
from phoihop.reports.report_papers import report_paper, report_sheets
from phoihop.reports.views.loading import report_or_404


@reads(MEMBERS)
def report(request: HttpRequest, report_id: int) -> HttpResponse:
    """The last round with the decisions on it and every round before."""
    row = report_or_404(request, report_id)
    page = report_page(row, acting(request), today=clock.today())
    if not page.rounds and page.doings.can_edit:
        return redirect("reports:edit", row.pk)
    context = {
        "page": page,
        "report": row,
        "content": page.content,
        "parts": page.parts,
        "number_form": NumberForm(initial=_number_initial(row)) if page.doings.can_number else None,
        "is_sample": row.is_sample,
    }
    return render(request, "reports/report.html", context)


@reads(MEMBERS)
def one_round(request: HttpRequest, report_id: int, sequence: int) -> HttpResponse:
    """One round exactly as it was handed in."""
    row = report_or_404(request, report_id)
    page = report_page(row, acting(request), today=clock.today())
    found = _round(page, sequence)
    context = {
        "page": page,
        "report": row,
        "round": found,
        "content": found.content,
        "parts": reading_of(found.content),
        "is_sample": row.is_sample,
    }
    return render(request, "reports/round.html", context)


def _round(page: ReportPage, sequence: int) -> RoundLine:
    for line in page.rounds:
        if line.sequence == sequence:
            return line
    raise Http404


def _number_initial(row: Report) -> dict[str, object]:
    label = body_labels([row.obligation.body_id], clock.today())[row.obligation.body_id]
    return {"symbol": f"BC-{symbol_of(row.obligation.body, label)}", "issued_on": clock.today()}


@reads(MEMBERS)
def word(request: HttpRequest, report_id: int) -> HttpResponse:
    """The report as .docx: the last round, or the working copy before the first."""
    row = report_or_404(request, report_id)
    paper = report_paper(row, today=clock.today())
    return word_answer(paper, name=f"bao-cao-{row.pk}")


@reads(MEMBERS)
def printed(request: HttpRequest, report_id: int) -> HttpResponse:
    """The same as PDF/A."""
    row = report_or_404(request, report_id)
    return pdf_answer(report_paper(row, today=clock.today()), name=f"bao-cao-{row.pk}")


@reads(MEMBERS)
def sheets(request: HttpRequest, report_id: int) -> HttpResponse:
    """Its figures, states apart, and its tables as a workbook."""
    row = report_or_404(request, report_id)
    found = report_sheets(row)
    if not found:
        raise Refused("Báo cáo này không có số liệu hay bảng nào.")
    return book_answer(found, name=f"bao-cao-{row.pk}")


@changes(LEADERS)
def sign(request: HttpRequest, report_id: int) -> HttpResponse:
    """The body's leader signs the round that was looked at."""
    row = report_or_404(request, report_id)
    seen = whole_number(request.POST.get("lan"))
    actions.sign_report(report=row, seen=seen, by=acting(request), at=clock.now())
    messages.success(request, "Đã ký báo cáo. Văn thư cấp số tiếp.")
    return redirect("reports:report", row.pk)


@changes(CLERKS)
def number(request: HttpRequest, report_id: int) -> HttpResponse:
    """The clerk enters number, symbol and day in the book of outgoing papers."""
    row = report_or_404(request, report_id)
    form = NumberForm(request.POST)
    if not form.is_valid():
        raise Refused("Hãy ghi ký hiệu và ngày văn bản.")
    given, seen = form.cleaned_data, whole_number(request.POST.get("lan"))
    actions.number_report(
        report=row, symbol=given["symbol"], issued_on=given["issued_on"], seen=seen, by=acting(request),
        at=clock.now(),
    )  # fmt: skip
    messages.success(request, "Đã cấp số báo cáo. Gửi đi từ sổ văn bản đi.")
    return redirect("reports:report", row.pk)


@changes(OFFICERS)
def return_report(request: HttpRequest, report_id: int) -> HttpResponse:
    """Send the report back with the ticked items."""
    row = report_or_404(request, report_id)
    items = return_items(request.POST)
    note = request.POST.get("note", "")
    seen = whole_number(request.POST.get("lan"))
    actions.return_report(report=row, items=items, note=note, seen=seen, by=acting(request), at=clock.now())
    messages.success(request, "Đã trả lại báo cáo để bổ sung.")
    return redirect("reports:report", row.pk)


def _decision(act: Callable[..., object], done: str) -> Callable[..., HttpResponse]:
    @changes(OFFICERS)
    def view(request: HttpRequest, report_id: int) -> HttpResponse:
        row = report_or_404(request, report_id)
        said, seen = request.POST.get("note", ""), whole_number(request.POST.get("lan"))
        act(report=row, note=said, seen=seen, by=acting(request), at=clock.now())
        messages.success(request, done)
        return redirect("reports:report", row.pk)

    return view


accept = _decision(actions.accept, "Đã duyệt báo cáo. Số liệu được tính lên cấp trên.")
note = _decision(actions.note, "Đã tiếp nhận báo cáo.")


@changes(OFFICERS)
def take_back(request: HttpRequest, report_id: int) -> HttpResponse:
    """Back to the working copy."""
    row = report_or_404(request, report_id)
    actions.take_back(report=row, by=acting(request), at=clock.now())
    messages.success(request, "Đã rút lại báo cáo. Hãy sửa rồi nộp lại.")
    return redirect("reports:edit", row.pk)


@changes(OFFICERS)
def reopen(request: HttpRequest, report_id: int) -> HttpResponse:
    """Open a settled report again, with a reason."""
    row = report_or_404(request, report_id)
    reason = request.POST.get("note", "")
    actions.reopen(report=row, reason=reason, by=acting(request), at=clock.now())
    messages.success(request, "Đã mở lại báo cáo để sửa.")
    return redirect("reports:report", row.pk)
