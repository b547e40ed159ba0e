"""An inspection: planned, its team and units, announced, ended; its report."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import DOERS, MEMBERS, acting, changes, reads
from phoihop.core.member import Member
from phoihop.documents.views.downloads import word_answer
from phoihop.organisations.queries import body_labels
from phoihop.plans import papers, permissions
from phoihop.plans.actions import inspections as acts
from phoihop.plans.forms import ReasonForm
from phoihop.plans.forms.inspections import (
    AssessmentForm,
    InspectionForm,
    TeamForm,
    VisitForm,
    VisitResultForm,
)
from phoihop.plans.models import Inspection, Task, TeamMember, Visit
from phoihop.plans.queries.inspections import InspectionPage, inspection_page
from phoihop.plans.queries.meetings import MeetingChoices, meeting_choices
from phoihop.plans.views.forms_shown import FormPage, stored, was_done


def seen(request: HttpRequest, task_id: int) -> InspectionPage:
    """The inspection's page, 404 for those who do not see it."""
    try:
        return inspection_page(task_id, acting(request), clock.today())
    except Inspection.DoesNotExist as error:
        raise Http404 from error


def writable(request: HttpRequest, task_id: int) -> InspectionPage:
    """The page for host and team, while the inspection is open."""
    page = seen(request, task_id)
    if not page.may_write:
        raise PermissionDenied
    return page


def choices_of(task: Task) -> MeetingChoices:
    """Bodies and people the forms of an inspection offer."""
    return meeting_choices(task.programme_id, task.body, clock.today())


def back_to(task_id: int, part: str = "") -> HttpResponse:
    """The inspection's page, at one of its parts."""
    return redirect(f"{reverse('plans:inspection', args=[task_id])}{part}")


@reads(MEMBERS)
def inspection(request: HttpRequest, task_id: int) -> HttpResponse:
    return _shown(request, seen(request, task_id))


def _shown(
    request: HttpRequest, page: InspectionPage, *, status: int = HTTPStatus.OK, **forms: Any
) -> HttpResponse:
    row = page.inspection
    context = {
        "page": page,
        "inspection": row,
        "task": row.task,
        "is_sample": row.is_sample,
        "end_form": AssessmentForm(initial={"version": row.version, "assessment": row.assessment}),
        "reason_form": ReasonForm(initial={"version": row.version}),
    }
    return render(request, "plans/inspection.html", context | forms, status=status)


def _task(task_id: int, member: Member) -> Task:
    """An inspection still to be planned, for those who work on its task."""
    rows = Task.objects.visible_to(member).select_related("body", "programme")
    task = get_object_or_404(rows, pk=task_id)
    if not permissions.can_work_on(member, task):
        raise PermissionDenied
    return task


def _plan(task: Task) -> FormPage:
    return FormPage(
        "Lập cuộc kiểm tra",
        task.title,
        reverse("plans:plan_inspection", args=[task.pk]),
        "Lập cuộc kiểm tra",
        reverse("plans:detail", args=[task.pk]),
        task.is_sample,
        has_files=True,
    )


def _without(form: InspectionForm, field: str) -> InspectionForm:
    del form.fields[field]
    return form


@reads(DOERS)
def plan_page(request: HttpRequest, task_id: int) -> HttpResponse:
    task = _task(task_id, acting(request))
    return _plan(task).shown(request, _without(InspectionForm(), "assessment"))


@changes(DOERS)
def plan(request: HttpRequest, task_id: int) -> HttpResponse:
    member = acting(request)
    task = _task(task_id, member)
    form = _without(InspectionForm(request.POST, request.FILES), "assessment")

    def act() -> None:
        content = form.inspection(stored(form.cleaned_data["basis_file"], member))
        acts.plan_inspection(task=task, content=content, by=member, at=clock.now())

    if not was_done(form, act):
        return _plan(task).wrong(request, form)
    messages.success(request, "Đã lập cuộc kiểm tra. Hãy lập đoàn, ghi các đơn vị rồi báo.")
    return back_to(task_id)


def _page(row: Inspection, title: str, action: str, button: str = "Lưu", part: str = "") -> FormPage:
    back = f"{reverse('plans:inspection', args=[row.task_id])}{part}"
    return FormPage(title, row.task.title, action, button, back, row.is_sample, has_files=True)


def _change(row: Inspection) -> FormPage:
    return _page(row, "Sửa cuộc kiểm tra", reverse("plans:change_inspection", args=[row.task_id]))


@reads(DOERS)
def change_page(request: HttpRequest, task_id: int) -> HttpResponse:
    row = writable(request, task_id).inspection
    return _change(row).shown(request, InspectionForm.starting(row))


@changes(DOERS)
def change(request: HttpRequest, task_id: int) -> HttpResponse:
    member, row = acting(request), seen(request, task_id).inspection
    form = InspectionForm(request.POST, request.FILES)

    def act() -> None:
        data = form.cleaned_data
        acts.change_inspection(
            inspection=row,
            content=form.inspection(stored(data["basis_file"], member)),
            assessment=data["assessment"],
            version=data["version"] or 0,
            by=member,
            at=clock.now(),
        )

    if not was_done(form, act):
        return _change(row).wrong(request, form)
    messages.success(request, "Đã sửa cuộc kiểm tra.")
    return back_to(task_id)


def _team(row: Inspection) -> FormPage:
    action = reverse("plans:add_to_team", args=[row.task_id])
    return _page(row, "Thêm thành viên đoàn", action, "Thêm", "#doan")


@reads(DOERS)
def team_page(request: HttpRequest, task_id: int) -> HttpResponse:
    row = writable(request, task_id).inspection
    return _team(row).shown(request, TeamForm(choices=choices_of(row.task)))


@changes(DOERS)
def add_to_team(request: HttpRequest, task_id: int) -> HttpResponse:
    member, row = acting(request), seen(request, task_id).inspection
    form = TeamForm(request.POST, choices=choices_of(row.task))

    def act() -> None:
        acts.add_to_team(inspection=row, content=form.content, by=member, at=clock.now())

    if not was_done(form, act):
        return _team(row).wrong(request, form)
    messages.success(request, "Đã thêm vào đoàn kiểm tra.")
    return back_to(task_id, "#doan")


@changes(DOERS)
def take_off_team(request: HttpRequest, task_id: int, team_member_id: int) -> HttpResponse:
    found = seen(request, task_id).inspection
    row = get_object_or_404(TeamMember, pk=team_member_id, inspection=found)
    acts.take_off_team(team_member=row, by=acting(request), at=clock.now())
    messages.success(request, "Đã bớt khỏi đoàn kiểm tra.")
    return back_to(task_id, "#doan")


def _new_visit(row: Inspection) -> FormPage:
    action = reverse("plans:add_visit", args=[row.task_id])
    return _page(row, "Thêm đơn vị được kiểm tra", action, "Thêm", "#don-vi")


@reads(DOERS)
def visit_page(request: HttpRequest, task_id: int) -> HttpResponse:
    row = writable(request, task_id).inspection
    form = VisitForm(initial={"visit_on": row.task.due_on}, choices=choices_of(row.task))
    return _new_visit(row).shown(request, form)


@changes(DOERS)
def add_visit(request: HttpRequest, task_id: int) -> HttpResponse:
    member, row = acting(request), seen(request, task_id).inspection
    form = VisitForm(request.POST, choices=choices_of(row.task))

    def act() -> None:
        acts.add_visit(inspection=row, content=form.content, by=member, at=clock.now())

    if not was_done(form, act):
        return _new_visit(row).wrong(request, form)
    messages.success(request, "Đã thêm đơn vị được kiểm tra.")
    return back_to(task_id, "#don-vi")


def visit_of(page: InspectionPage, visit_id: int) -> Visit:
    """One of the inspection's units."""
    return get_object_or_404(page.inspection.visits.select_related("body"), pk=visit_id)


def name_of(row: Visit) -> str:
    """The unit's name today."""
    return body_labels([row.body_id], clock.today())[row.body_id].short_name


def _result(row: Inspection, found: Visit) -> FormPage:
    action = reverse("plans:visit_result", args=[row.task_id, found.pk])
    return _page(row, f"Kết quả kiểm tra {name_of(found)}", action, part="#don-vi")


@reads(DOERS)
def result_page(request: HttpRequest, task_id: int, visit_id: int) -> HttpResponse:
    page = writable(request, task_id)
    found = visit_of(page, visit_id)
    return _result(page.inspection, found).shown(request, VisitResultForm.starting(found))


@changes(DOERS)
def tell_result(request: HttpRequest, task_id: int, visit_id: int) -> HttpResponse:
    member, page = acting(request), seen(request, task_id)
    found = visit_of(page, visit_id)
    form = VisitResultForm(request.POST)

    def act() -> None:
        data = form.cleaned_data
        acts.tell_visit(
            visit=found,
            content=form.content(found.body_id),
            result=data["result"],
            is_done=data["is_done"],
            version=data["version"],
            by=member,
            at=clock.now(),
        )

    if not was_done(form, act):
        return _result(page.inspection, found).wrong(request, form)
    messages.success(request, "Đã ghi kết quả kiểm tra đơn vị.")
    return back_to(task_id, "#don-vi")


@changes(DOERS)
def take_off_visit(request: HttpRequest, task_id: int, visit_id: int) -> HttpResponse:
    row = visit_of(seen(request, task_id), visit_id)
    acts.take_off_visit(visit=row, by=acting(request), at=clock.now())
    messages.success(request, "Đã bớt đơn vị khỏi danh sách.")
    return back_to(task_id, "#don-vi")


@changes(DOERS)
def announce(request: HttpRequest, task_id: int) -> HttpResponse:
    acts.announce(inspection=seen(request, task_id).inspection, by=acting(request), at=clock.now())
    messages.success(request, "Đã báo cho đoàn và các đơn vị.")
    return back_to(task_id)


@changes(DOERS)
def conclude(request: HttpRequest, task_id: int) -> HttpResponse:
    page, member = seen(request, task_id), acting(request)
    form = AssessmentForm(request.POST)

    def act() -> None:
        acts.conclude(inspection=page.inspection, by=member, at=clock.now(), **form.cleaned_data)

    if not was_done(form, act):
        return _shown(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, end_form=form)
    messages.success(request, "Đã kết thúc kiểm tra. Tồn tại còn mở đến khi đoàn xác nhận đã khắc phục.")
    return back_to(task_id)


@changes(DOERS)
def reopen(request: HttpRequest, task_id: int) -> HttpResponse:
    page, member = seen(request, task_id), acting(request)
    form = ReasonForm(request.POST)

    def act() -> None:
        acts.reopen_inspection(inspection=page.inspection, by=member, at=clock.now(), **form.cleaned_data)

    if not was_done(form, act):
        return _shown(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, reason_form=form)
    messages.success(request, "Đã mở lại cuộc kiểm tra.")
    return back_to(task_id)


@reads(MEMBERS)
def report_word(request: HttpRequest, task_id: int) -> HttpResponse:
    page = seen(request, task_id)
    return word_answer(papers.inspection_paper(page, today=clock.today()), name=f"ket-qua-kiem-tra-{task_id}")
