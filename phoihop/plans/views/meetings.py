"""A meeting: planned, called, its minutes confirmed; its papers."""

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
from phoihop.core.numbers import whole_number
from phoihop.documents.views.downloads import pdf_answer, word_answer
from phoihop.plans import papers, permissions
from phoihop.plans.actions import meetings as acts
from phoihop.plans.forms import ReasonForm
from phoihop.plans.forms.meetings import ConfirmForm, InviteForm, MeetingForm
from phoihop.plans.models import Invitee, Meeting, Task
from phoihop.plans.queries.meetings import (
    MeetingChoices,
    MeetingPage,
    capacity_of,
    meeting_choices,
    meeting_page,
)
from phoihop.plans.views.forms_shown import FormPage, was_done


def seen(request: HttpRequest, task_id: int) -> MeetingPage:
    """The meeting's page, 404 for those who do not see it."""
    try:
        return meeting_page(task_id, acting(request), clock.today())
    except Meeting.DoesNotExist as error:
        raise Http404 from error


def choices_of(task: Task) -> MeetingChoices:
    """Bodies and people the forms of a meeting offer."""
    return meeting_choices(task.programme_id, task.body, clock.today())


def back_to(task_id: int, part: str = "") -> HttpResponse:
    """The meeting's page, at one of its parts."""
    return redirect(f"{reverse('plans:meeting', args=[task_id])}{part}")


@reads(MEMBERS)
def meeting(request: HttpRequest, task_id: int) -> HttpResponse:
    return shown(request, seen(request, task_id))


def shown(
    request: HttpRequest, page: MeetingPage, *, status: int = HTTPStatus.OK, **forms: Any
) -> HttpResponse:
    """The meeting's page, with the forms as they were sent."""
    version = page.meeting.version
    context = {
        "page": page,
        "meeting": page.meeting,
        "task": page.meeting.task,
        "is_sample": page.meeting.is_sample,
        "confirm_form": ConfirmForm(initial={"version": version, "ended_at": page.meeting.ended_at}),
        "reason_form": ReasonForm(initial={"version": version}),
    }
    return render(request, "plans/meeting.html", context | forms, status=status)


def _task(task_id: int, member: Member) -> Task:
    """A meeting still to be planned, for those who work on its task."""
    rows = Task.objects.visible_to(member).select_related("body", "programme")
    task = get_object_or_404(rows, pk=task_id)
    if not permissions.can_work_on(member, task):
        raise PermissionDenied
    return task


def _plan(task: Task) -> FormPage:
    return FormPage(
        "Lập cuộc họp",
        task.title,
        reverse("plans:plan_meeting", args=[task.pk]),
        "Lập cuộc họp",
        reverse("plans:detail", args=[task.pk]),
        task.is_sample,
    )


@reads(DOERS)
def plan_page(request: HttpRequest, task_id: int) -> HttpResponse:
    task = _task(task_id, acting(request))
    starting = {"subject": task.title, "held_on": task.due_on, "place": task.place, "is_numbered": True}
    return _plan(task).shown(request, MeetingForm(initial=starting, choices=choices_of(task)))


@changes(DOERS)
def plan(request: HttpRequest, task_id: int) -> HttpResponse:
    member = acting(request)
    task = _task(task_id, member)
    form = MeetingForm(request.POST, choices=choices_of(task))

    def act() -> None:
        content = form.content(_capacities(form))
        acts.plan_meeting(task=task, content=content, by=member, at=clock.now())

    if not was_done(form, act):
        return _plan(task).wrong(request, form)
    messages.success(request, "Đã lập cuộc họp. Hãy ghi nội dung, thành phần rồi gửi giấy mời.")
    return back_to(task_id)


def _capacities(form: MeetingForm) -> dict[int, str]:
    ids = {form.cleaned_data[field] for field in ("chair", "secretary")} - {None}
    return {person_id: capacity_of(person_id, clock.today()) for person_id in ids}


def _change(found: Meeting) -> FormPage:
    action = reverse("plans:change_meeting", args=[found.task_id])
    back = reverse("plans:meeting", args=[found.task_id])
    return FormPage("Sửa cuộc họp", found.task.title, action, "Lưu", back, found.is_sample)


@reads(DOERS)
def change_page(request: HttpRequest, task_id: int) -> HttpResponse:
    found = writable(request, task_id).meeting
    return _change(found).shown(request, MeetingForm.starting(found, choices=choices_of(found.task)))


def writable(request: HttpRequest, task_id: int) -> MeetingPage:
    """The page for those who keep the minutes, while they are open."""
    page = seen(request, task_id)
    if not page.may_write:
        raise PermissionDenied
    return page


@changes(DOERS)
def change(request: HttpRequest, task_id: int) -> HttpResponse:
    member, found = acting(request), seen(request, task_id).meeting
    form = MeetingForm(request.POST, choices=choices_of(found.task))

    def act() -> None:
        content, version = form.content(_capacities(form)), form.cleaned_data["version"] or 0
        acts.change_meeting(meeting=found, content=content, version=version, by=member, at=clock.now())

    if not was_done(form, act):
        return _change(found).wrong(request, form)
    messages.success(request, "Đã sửa cuộc họp. Gửi lại giấy mời để mọi người biết thay đổi.")
    return back_to(task_id)


def _invite(found: Meeting) -> FormPage:
    action = reverse("plans:invite", args=[found.task_id])
    back = f"{reverse('plans:meeting', args=[found.task_id])}#thanh-phan"
    return FormPage("Thêm thành phần mời họp", found.task.title, action, "Thêm", back, found.is_sample)


@reads(DOERS)
def invite_page(request: HttpRequest, task_id: int) -> HttpResponse:
    found = writable(request, task_id).meeting
    return _invite(found).shown(request, InviteForm(choices=choices_of(found.task)))


@changes(DOERS)
def invite(request: HttpRequest, task_id: int) -> HttpResponse:
    member, found = acting(request), seen(request, task_id).meeting
    form = InviteForm(request.POST, choices=choices_of(found.task))

    def act() -> None:
        data = form.cleaned_data
        acts.invite(
            meeting=found,
            body_ids=data["bodies"],
            person_ids=data["people"],
            outside=data["outside"].splitlines(),
            by=member,
            at=clock.now(),
        )

    if not was_done(form, act):
        return _invite(found).wrong(request, form)
    messages.success(request, "Đã thêm thành phần mời họp.")
    return back_to(task_id, "#thanh-phan")


@changes(DOERS)
def uninvite(request: HttpRequest, task_id: int, invitee_id: int) -> HttpResponse:
    found = seen(request, task_id).meeting
    row = get_object_or_404(Invitee, pk=invitee_id, meeting=found)
    acts.uninvite(invitee=row, by=acting(request), at=clock.now())
    messages.success(request, "Đã bỏ khỏi danh sách mời.")
    return back_to(task_id, "#thanh-phan")


@changes(DOERS)
def call(request: HttpRequest, task_id: int) -> HttpResponse:
    acts.call_meeting(meeting=seen(request, task_id).meeting, by=acting(request), at=clock.now())
    messages.success(request, "Đã báo cho các thành phần được mời.")
    return back_to(task_id)


@changes(MEMBERS)
def confirm(request: HttpRequest, task_id: int) -> HttpResponse:
    page, member = seen(request, task_id), acting(request)
    form = ConfirmForm(request.POST)

    def act() -> None:
        acts.confirm_minutes(meeting=page.meeting, by=member, at=clock.now(), **form.cleaned_data)

    if not was_done(form, act):
        return shown(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, confirm_form=form)
    messages.success(request, "Đã xác nhận, biên bản được khóa. Từ nay giao được việc từ kết luận.")
    return back_to(task_id)


@changes(MEMBERS)
def reopen(request: HttpRequest, task_id: int) -> HttpResponse:
    page, member = seen(request, task_id), acting(request)
    form = ReasonForm(request.POST)

    def act() -> None:
        acts.reopen_minutes(meeting=page.meeting, by=member, at=clock.now(), **form.cleaned_data)

    if not was_done(form, act):
        return shown(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, reason_form=form)
    messages.success(request, "Đã mở lại biên bản.")
    return back_to(task_id)


@reads(MEMBERS)
def minutes_word(request: HttpRequest, task_id: int) -> HttpResponse:
    page = seen(request, task_id)
    paper = papers.minutes_paper(page, today=clock.today())
    return word_answer(paper, name=papers.paper_name(page.meeting, "bien-ban"))


@reads(MEMBERS)
def minutes_pdf(request: HttpRequest, task_id: int) -> HttpResponse:
    page = seen(request, task_id)
    paper = papers.minutes_paper(page, today=clock.today())
    return pdf_answer(paper, name=papers.paper_name(page.meeting, "bien-ban"))


@reads(MEMBERS)
def invitation_word(request: HttpRequest, task_id: int) -> HttpResponse:
    """One for all, or with `moi` for one invitee."""
    page = seen(request, task_id)
    only = whole_number(request.GET.get("moi"))
    if not any(only in (None, line.invitee.pk) for line in page.invitees):
        raise Http404
    paper = papers.invitation_paper(page, today=clock.today(), only=only)
    return word_answer(paper, name=papers.paper_name(page.meeting, "giay-moi"))
