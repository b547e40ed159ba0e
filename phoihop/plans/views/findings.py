"""Findings: recorded by the team, mended by the unit, confirmed or returned."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import DOERS, MEMBERS, acting, changes, reads
from phoihop.documents.lists import MOST_ROWS, list_answer, wants_sheet
from phoihop.plans.actions import findings as acts
from phoihop.plans.forms import ReasonForm
from phoihop.plans.forms.inspections import AnswerForm, FindingForm
from phoihop.plans.lists import FINDINGS
from phoihop.plans.models import Finding, Task, Visit
from phoihop.plans.queries import task_choices
from phoihop.plans.queries.inspections import FindingPage, finding_lines, finding_list, finding_page
from phoihop.plans.statuses import FindingStatus
from phoihop.plans.views.forms_shown import FormPage, stored, was_done
from phoihop.plans.views.inspections import choices_of, name_of, seen, visit_of, writable
from phoihop.programmes.statuses import EditionStatus
from phoihop.targets.models import Target


@reads(MEMBERS)
def findings(request: HttpRequest) -> HttpResponse:
    """What is still to be mended, or all, of the inspections one sees."""
    status = request.GET.get("trang-thai", "con")
    member, today = acting(request), clock.today()
    if wants_sheet(request):
        rows = finding_lines(member, status=status, most=MOST_ROWS, today=today)
        is_sample = any(row.is_sample for row in rows)
        return list_answer(rows, FINDINGS, title="Tồn tại qua kiểm tra", name="ton-tai", is_sample=is_sample)
    page, lines = finding_list(member, status=status, page=request.GET.get("trang"), today=today)
    context = {
        "page": page,
        "lines": lines,
        "status": status,
        "statuses": [("con", "còn tồn tại"), *FindingStatus.choices, ("tat-ca", "tất cả")],
        "is_sample": any(line.is_sample for line in lines),
    }
    return render(request, "plans/findings.html", context)


def _seen(request: HttpRequest, finding_id: int) -> FindingPage:
    try:
        return finding_page(finding_id, acting(request), clock.today())
    except Finding.DoesNotExist as error:
        raise Http404 from error


@reads(MEMBERS)
def finding(request: HttpRequest, finding_id: int) -> HttpResponse:
    return _shown(request, _seen(request, finding_id))


def _shown(
    request: HttpRequest, page: FindingPage, *, status: int = HTTPStatus.OK, **forms: Any
) -> HttpResponse:
    version = {"version": page.finding.version}
    context = {
        "page": page,
        "finding": page.finding,
        "is_sample": page.line.is_sample,
        "answer_form": AnswerForm(initial=version),
        "reason_form": ReasonForm(initial=version),
    }
    return render(request, "plans/finding.html", context | forms, status=status)


def _form(request: HttpRequest, task: Task, visit: Visit, *args: Any, **kwargs: Any) -> FindingForm:
    """Clauses of the programme, its targets, and the bodies that may have to mend; the unit first."""
    targets = Target.objects.filter(
        edition__programme=task.programme_id, edition__status=EditionStatus.IN_FORCE
    )
    bodies = [pair for pair in choices_of(task).bodies if pair[0] != visit.body_id]
    return FindingForm(
        *args,
        clauses=task_choices(task.programme, acting(request), clock.today()).clauses,
        targets=list(targets.order_by("pk").values_list("pk", "name")),
        bodies=[(visit.body_id, name_of(visit)), *bodies],
        **kwargs,
    )


def _new(task: Task, visit: Visit, *, is_sample: bool) -> FormPage:
    return FormPage(
        f"Ghi tồn tại: {name_of(visit)}",
        task.title,
        reverse("plans:record_finding", args=[task.pk, visit.pk]),
        "Ghi tồn tại",
        f"{reverse('plans:inspection', args=[task.pk])}#don-vi",
        is_sample,
        has_files=True,
    )


@reads(DOERS)
def new_page(request: HttpRequest, task_id: int, visit_id: int) -> HttpResponse:
    page = writable(request, task_id)
    row, task = visit_of(page, visit_id), page.inspection.task
    form = _form(request, task, row, initial={"body": row.body_id})
    return _new(task, row, is_sample=page.inspection.is_sample).shown(request, form)


@changes(DOERS)
def record(request: HttpRequest, task_id: int, visit_id: int) -> HttpResponse:
    member, page = acting(request), seen(request, task_id)
    row, task = visit_of(page, visit_id), page.inspection.task
    form = _form(request, task, row, request.POST, request.FILES)

    def act() -> None:
        content = form.content(stored(form.cleaned_data["evidence"], member))
        acts.record_finding(visit=row, content=content, by=member, at=clock.now())

    if not was_done(form, act):
        return _new(task, row, is_sample=page.inspection.is_sample).wrong(request, form)
    messages.success(request, "Đã ghi tồn tại và báo cho đơn vị phải khắc phục.")
    return redirect(f"{reverse('plans:inspection', args=[task_id])}#don-vi")


def _change(row: Finding) -> FormPage:
    return FormPage(
        "Sửa tồn tại",
        row.visit.inspection.task.title,
        reverse("plans:change_finding", args=[row.pk]),
        "Lưu",
        reverse("plans:finding", args=[row.pk]),
        row.visit.inspection.is_sample,
        has_files=True,
    )


@reads(DOERS)
def change_page(request: HttpRequest, finding_id: int) -> HttpResponse:
    page = _seen(request, finding_id)
    if not page.may_change:
        raise PermissionDenied
    row = page.finding
    form = _form(request, row.visit.inspection.task, row.visit, initial=FindingForm.values_of(row))
    return _change(row).shown(request, form)


@changes(DOERS)
def change(request: HttpRequest, finding_id: int) -> HttpResponse:
    member, row = acting(request), _seen(request, finding_id).finding
    form = _form(request, row.visit.inspection.task, row.visit, request.POST, request.FILES)

    def act() -> None:
        data = form.cleaned_data
        content, version = form.content(stored(data["evidence"], member)), data["version"] or 0
        acts.change_finding(finding=row, content=content, version=version, by=member, at=clock.now())

    if not was_done(form, act):
        return _change(row).wrong(request, form)
    messages.success(request, "Đã sửa tồn tại.")
    return redirect("plans:finding", finding_id)


@changes(DOERS)
def answer(request: HttpRequest, finding_id: int) -> HttpResponse:
    member, page = acting(request), _seen(request, finding_id)
    form = AnswerForm(request.POST, request.FILES)

    def act() -> None:
        data = form.cleaned_data
        evidence = stored(data["evidence"], member)
        acts.answer_finding(
            finding=page.finding, text=data["text"], evidence=evidence, version=data["version"],
            by=member, at=clock.now(),
        )  # fmt: skip

    if not was_done(form, act):
        return _shown(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, answer_form=form)
    messages.success(request, "Đã báo khắc phục, chờ đoàn kiểm tra xác nhận.")
    return redirect("plans:finding", finding_id)


@changes(DOERS)
def confirm(request: HttpRequest, finding_id: int) -> HttpResponse:
    member, page = acting(request), _seen(request, finding_id)
    form = ReasonForm(request.POST)
    form.fields["reason"].required = False

    def act() -> None:
        data = form.cleaned_data
        note, version = data["reason"], data["version"]
        acts.confirm_finding(finding=page.finding, note=note, version=version, by=member, at=clock.now())

    if not was_done(form, act):
        return _shown(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, reason_form=form)
    messages.success(request, "Đã xác nhận khắc phục.")
    return redirect("plans:finding", finding_id)


@changes(DOERS)
def return_(request: HttpRequest, finding_id: int) -> HttpResponse:
    return _with_reason(request, finding_id, acts.return_finding, done="Đã trả lại đơn vị.")


@changes(DOERS)
def reopen(request: HttpRequest, finding_id: int) -> HttpResponse:
    return _with_reason(request, finding_id, acts.reopen_finding, done="Đã mở lại tồn tại.")


def _with_reason(
    request: HttpRequest, finding_id: int, judge: Callable[..., Finding], *, done: str
) -> HttpResponse:
    member, page = acting(request), _seen(request, finding_id)
    form = ReasonForm(request.POST)
    if not was_done(
        form, lambda: judge(finding=page.finding, by=member, at=clock.now(), **form.cleaned_data)
    ):
        return _shown(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, reason_form=form)
    messages.success(request, done)
    return redirect("plans:finding", finding_id)
