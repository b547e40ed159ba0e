"""The form of a report: shown, saved with its files, looked over, handed in."""

import json
from http import HTTPStatus

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.actions import store_file
from phoihop.documents.models import StoredFile
from phoihop.reports import actions
from phoihop.reports.models import Report, ReportAttachment
from phoihop.reports.queries.form_page import FormPage, form_page
from phoihop.reports.queries.questions import questions_of
from phoihop.reports.queries.reading import reading_of
from phoihop.reports.queries.report_head import ReportHead, head_asked
from phoihop.reports.queries.rounds import content_of, problems_of
from phoihop.reports.queries.working_copy import working_copy
from phoihop.reports.views.loading import report_or_404, report_to_edit
from phoihop.reports.views.report_inputs import TAKE, Inputs, inputs_of, with_taken
from phoihop.targets.models import Target

_MORE = "dong-"


def marks_in(request: HttpRequest) -> dict[str, str] | None:
    """The marks a page carried of what it showed; None when it carried none that can be read."""
    try:
        found = json.loads(request.POST.get("goc", ""))
    except ValueError:
        return None
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else None


@reads(OFFICERS)
def edit(request: HttpRequest, report_id: int) -> HttpResponse:
    """The form with all that is known; `?them=<table>` has more empty rows for it."""
    report = report_to_edit(request, report_id)
    if report is None:
        return redirect("reports:report", report_id)
    head, page = form_page(report, today=clock.today())
    return _answer(request, head, page, inputs_of(report, page, more=request.GET.get("them", "")))


def _answer(
    request: HttpRequest, head: ReportHead, page: FormPage, inputs: Inputs, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    marks = request.POST.get("goc") if request.method == "POST" else None
    report = head.report
    context = {
        "page": head,
        "form_page": page,
        "forms": inputs,
        "marks": marks or json.dumps(page.marks),
        "report": report,
        "is_sample": report.is_sample,
        "has_errors": status != HTTPStatus.OK,
    }
    return render(request, "reports/edit.html", context, status=status)


@changes(OFFICERS)
def save(request: HttpRequest, report_id: int) -> HttpResponse:
    """Save everything typed and the files chosen; then the form again, or the look over it before sending.

    What others saved meanwhile stays; where both wrote, the next page shows the two side by side.
    """
    report = report_or_404(request, report_id)
    head, page = form_page(report, today=clock.today())
    inputs = inputs_of(report, page, with_taken(request.POST, page), request.FILES)
    if not inputs.are_valid():
        return _answer(request, head, page, inputs, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        clashing = _keep(request, report, inputs)
    except Refused as refusal:
        inputs.report.add_error(None, refusal.message)
        return _answer(request, head, page, inputs, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if clashing:
        messages.warning(request, "Đã lưu. Có đoạn người khác cũng vừa sửa: hãy xem hai bản rồi chọn.")
        return redirect("reports:variants", report.pk)
    return _next(request, report)


def _next(request: HttpRequest, report: Report) -> HttpResponse:
    wanted = request.POST.get("tiep", "")
    if wanted == "xem-truoc":
        return redirect("reports:preview", report.pk)
    messages.success(request, "Đã lưu báo cáo. Báo cáo chưa nộp.")
    if wanted.startswith(_MORE):
        key = wanted.removeprefix(_MORE)
        return redirect(f"{reverse('reports:edit', args=[report.pk])}?them={key}#bang-{key}")
    taken = whole_number(wanted.removeprefix(TAKE)) if wanted.startswith(TAKE) else None
    if taken is not None:
        return redirect(f"{reverse('reports:edit', args=[report.pk])}#chi-tieu-{taken}")
    return redirect("reports:edit", report.pk)


def _keep(request: HttpRequest, report: Report, inputs: Inputs) -> bool:
    """All that was typed and chosen, or nothing; whether a text now waits in two versions."""
    content, member, now = inputs.content(), acting(request), clock.now()
    marks = marks_in(request)
    if marks is None:
        version = inputs.report.cleaned_data["version"]
        actions.save_report(report=report, content=content, version=version, by=member, at=now)
        clashing = False
    else:
        saved = actions.merge_report(report=report, content=content, marks=marks, by=member, at=now)
        clashing = bool(saved.clashing)
    _keep_files(request, report, inputs)
    return clashing


def _keep_files(request: HttpRequest, report: Report, inputs: Inputs) -> None:
    member, now = acting(request), clock.now()
    for line in inputs.lines:
        upload = line.form.cleaned_data.get("file")
        if upload:
            target = Target.objects.get(pk=line.row.target_id)
            actions.attach(report=report, file=_stored(request, upload), target=target, by=member, at=now)
    if inputs.report.cleaned_data.get("file"):
        upload = inputs.report.cleaned_data["file"]
        actions.attach(report=report, file=_stored(request, upload), by=member, at=now)
    if inputs.report.cleaned_data.get("paper_scan"):
        upload = inputs.report.cleaned_data["paper_scan"]
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
    report = report_to_edit(request, report_id)
    if report is None:
        return redirect("reports:report", report_id)
    head = head_asked(report)
    copy = working_copy(report, *head.questions)
    content = content_of(copy)
    context = {
        "page": head.answer({}, today=clock.today()),
        "content": content,
        "parts": reading_of(content),
        "problems": problems_of(copy),
        "questions": questions_of(copy),
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
