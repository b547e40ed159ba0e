"""The form of a report: shown, saved with its files, looked over, handed in."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.actions import store_file
from phoihop.documents.models import StoredFile
from phoihop.reports import actions, permissions
from phoihop.reports.forms import FigureForm, ReportForm, SectionForm
from phoihop.reports.models import Report, ReportAttachment
from phoihop.reports.queries.form_page import FigureRow, FormPage, SectionRow, form_page
from phoihop.reports.queries.report_page import report_page
from phoihop.reports.queries.rounds import content_of, problems_of
from phoihop.reports.statuses import REPORT
from phoihop.reports.views.loading import report_or_404
from phoihop.targets.models import Target


@dataclass(frozen=True)
class Line:
    """A figure's row beside its form."""

    row: FigureRow
    form: FigureForm


@dataclass(frozen=True)
class Part:
    """A clause beside its form and its lines."""

    row: SectionRow
    form: SectionForm
    lines: list[Line]


@dataclass(frozen=True)
class Forms:
    """All forms of the page, bound or not."""

    report: ReportForm
    parts: list[Part]

    @property
    def lines(self) -> list[Line]:
        return [line for part in self.parts for line in part.lines]

    def are_valid(self) -> bool:
        """Every form is looked at, so that every mistake shows at once."""
        forms = [self.report, *(part.form for part in self.parts), *(line.form for line in self.lines)]
        return sum(not form.is_valid() for form in forms) == 0


def _editable(request: HttpRequest, report_id: int) -> Report | None:
    """The report when this member may edit it now, else None (its page says why)."""
    report = report_or_404(request, report_id)
    may = permissions.can_edit(acting(request), report) and REPORT.allows(report.status, "submit")
    return report if may else None


@reads(OFFICERS)
def edit(request: HttpRequest, report_id: int) -> HttpResponse:
    report = _editable(request, report_id)
    if report is None:
        return redirect("reports:report", report_id)
    page = form_page(report)
    return _form_answer(request, report, page, _forms(report, page))


def _forms(report: Report, page: FormPage, data: Any = None, files: Any = None) -> Forms:
    initial = {
        "version": report.version,
        "is_nil": report.is_nil,
        "overview": report.overview,
        "shortcomings": report.shortcomings,
        "recommendations": report.recommendations,
    }
    parts = [
        Part(
            row=row,
            form=SectionForm(data, clause_id=row.clause_id, initial={"text": row.text}),
            lines=[Line(figure, _figure_form(figure, data, files)) for figure in row.figures],
        )
        for row in page.sections
    ]
    return Forms(ReportForm(data, files, initial=initial), parts)


def _figure_form(row: FigureRow, data: Any, files: Any) -> FigureForm:
    figure = row.figure
    initial = (
        {
            "state": figure.state,
            "numerator": figure.numerator,
            "denominator": figure.denominator,
            "note": figure.note,
        }
        if figure
        else {}
    )
    return FigureForm(data, files, target_id=row.target_id, spec=row.spec, initial=initial)


def _form_answer(
    request: HttpRequest, report: Report, page: FormPage, forms: Forms, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    shown = report_page(report, acting(request), today=clock.today())
    context = {
        "page": shown,
        "form_page": page,
        "forms": forms,
        "report": report,
        "is_sample": report.is_sample,
        "has_errors": status != HTTPStatus.OK,
    }
    return render(request, "reports/edit.html", context, status=status)


@changes(OFFICERS)
def save(request: HttpRequest, report_id: int) -> HttpResponse:
    """Save everything typed and the files chosen; then the form again, or the look over it before sending."""
    report = report_or_404(request, report_id)
    page = form_page(report)
    forms = _forms(report, page, request.POST, request.FILES)
    if not forms.are_valid():
        return _form_answer(request, report, page, forms, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _keep(request, report, forms)
    except Refused as refusal:
        forms.report.add_error(None, refusal.message)
        return _form_answer(request, report, page, forms, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if request.POST.get("tiep") == "xem-truoc":
        return redirect("reports:preview", report.pk)
    messages.success(request, "Đã lưu báo cáo. Báo cáo chưa nộp.")
    return redirect("reports:edit", report.pk)


def _keep(request: HttpRequest, report: Report, forms: Forms) -> None:
    """All that was typed and chosen, or nothing."""
    content = forms.report.content([part.form for part in forms.parts], [line.form for line in forms.lines])
    saved = actions.save_report(
        report=report,
        content=content,
        version=forms.report.cleaned_data["version"],
        by=acting(request),
        at=clock.now(),
    )
    _keep_files(request, saved, forms)


def _keep_files(request: HttpRequest, report: Report, forms: Forms) -> None:
    member, now = acting(request), clock.now()
    for line in forms.lines:
        upload = line.form.cleaned_data.get("file")
        if upload:
            target = Target.objects.get(pk=line.row.target_id)
            actions.attach(report=report, file=_stored(request, upload), target=target, by=member, at=now)
    if forms.report.cleaned_data.get("file"):
        upload = forms.report.cleaned_data["file"]
        actions.attach(report=report, file=_stored(request, upload), by=member, at=now)
    if forms.report.cleaned_data.get("paper_scan"):
        upload = forms.report.cleaned_data["paper_scan"]
        actions.add_paper_scan(report=report, file=_stored(request, upload), by=member, at=now)


def _stored(request: HttpRequest, upload: "UploadedFile[bytes]") -> StoredFile:
    name = upload.name or "tep"
    try:
        return store_file(
            content=upload.read(),
            name=name,
            media_type=upload.content_type or "",
            by=acting(request),
            at=clock.now(),
        )
    except Refused as refusal:
        raise Refused(f"Tệp “{name}”: {refusal.message} Các nội dung khác vẫn còn trên trang.") from refusal


@changes(OFFICERS)
def detach(request: HttpRequest, report_id: int, attachment_id: int) -> HttpResponse:
    """Take a file off the working copy."""
    report = report_or_404(request, report_id)
    attachment = get_object_or_404(ReportAttachment, pk=attachment_id, report=report)
    actions.detach(attachment=attachment, by=acting(request), at=clock.now())
    messages.success(request, "Đã bỏ tệp khỏi báo cáo.")
    return redirect("reports:edit", report.pk)


@reads(OFFICERS)
def preview(request: HttpRequest, report_id: int) -> HttpResponse:
    """The report as its recipients will read it, with what still keeps it from being handed in."""
    report = _editable(request, report_id)
    if report is None:
        return redirect("reports:report", report_id)
    context = {
        "page": report_page(report, acting(request), today=clock.today()),
        "content": content_of(report),
        "problems": problems_of(report),
        "report": report,
        "is_sample": report.is_sample,
    }
    return render(request, "reports/preview.html", context)


@changes(OFFICERS)
def submit(request: HttpRequest, report_id: int) -> HttpResponse:
    """Hand in the version that was looked over."""
    report = report_or_404(request, report_id)
    seen = whole_number(request.POST.get("version"))
    if seen is None:
        raise Refused("Hãy mở trang xem trước rồi nộp.")
    actions.submit(report=report, version=seen, by=acting(request), at=clock.now())
    messages.success(request, "Đã nộp báo cáo.")
    return redirect("reports:report", report.pk)
