"""Sessions of a task: planned, held, called off."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import DOERS, acting, changes, reads
from phoihop.core.member import Member
from phoihop.core.numbers import whole_number
from phoihop.plans import permissions
from phoihop.plans.actions import sessions as acts
from phoihop.plans.forms import ReasonForm
from phoihop.plans.forms.sessions import AttendedForm, SessionForm
from phoihop.plans.models import Session, Task
from phoihop.plans.queries.meetings import meeting_choices
from phoihop.plans.views.forms_shown import FormPage, was_done

_ADD = "Lập buổi"


def _task(task_id: int, member: Member) -> Task:
    """The task, for those who work on it."""
    rows = Task.objects.visible_to(member).select_related("body", "programme")
    task = get_object_or_404(rows, pk=task_id)
    if not permissions.can_work_on(member, task):
        raise PermissionDenied
    return task


def _session(session_id: int, member: Member) -> Session:
    seen = Task.objects.visible_to(member).values("pk")
    rows = Session.objects.filter(task__in=seen).select_related("task__body", "task__programme", "speaker")
    session = get_object_or_404(rows, pk=session_id)
    if not permissions.can_work_on(member, session.task):
        raise PermissionDenied
    return session


def _people(task: Task) -> list[tuple[int, str]]:
    return meeting_choices(task.programme_id, task.body, clock.today()).people


def _page(task: Task, title: str, action: str, button: str = "Lưu") -> FormPage:
    back = reverse("plans:detail", args=[task.pk])
    return FormPage(title, task.title, action, button, f"{back}#buoi", task.is_sample)


def _back(task_id: int) -> HttpResponse:
    return redirect(f"{reverse('plans:detail', args=[task_id])}#buoi")


def _new(task: Task) -> FormPage:
    return _page(task, _ADD, reverse("plans:add_session", args=[task.pk]), _ADD)


@reads(DOERS)
def new_page(request: HttpRequest, task_id: int) -> HttpResponse:
    task = _task(task_id, acting(request))
    starting = {"venue": task.place, "held_on": task.due_on, "topic": task.title}
    return _new(task).shown(request, SessionForm(initial=starting, people=_people(task)))


@changes(DOERS)
def create(request: HttpRequest, task_id: int) -> HttpResponse:
    member = acting(request)
    task = _task(task_id, member)
    form = SessionForm(request.POST, people=_people(task))
    if not was_done(
        form, lambda: acts.add_session(task=task, content=form.content, by=member, at=clock.now())
    ):
        return _new(task).wrong(request, form)
    messages.success(request, "Đã lập buổi.")
    return _back(task_id)


def _change(session: Session) -> FormPage:
    return _page(session.task, "Sửa buổi", reverse("plans:session", args=[session.pk]))


@reads(DOERS)
def change_page(request: HttpRequest, session_id: int) -> HttpResponse:
    session = _session(session_id, acting(request))
    return _change(session).shown(request, SessionForm.starting(session, people=_people(session.task)))


@changes(DOERS)
def change(request: HttpRequest, session_id: int) -> HttpResponse:
    member = acting(request)
    session = _session(session_id, member)
    form = SessionForm(request.POST, people=_people(session.task))

    def act() -> None:
        version = form.cleaned_data["version"] or 0
        acts.change_session(session=session, content=form.content, version=version, by=member, at=clock.now())

    if not was_done(form, act):
        return _change(session).wrong(request, form)
    messages.success(request, "Đã sửa buổi.")
    return _back(session.task_id)


def _hold(session: Session) -> FormPage:
    title = f"Số lượt người dự: {session.topic}"
    return _page(session.task, title, reverse("plans:hold_session", args=[session.pk]))


@reads(DOERS)
def hold_page(request: HttpRequest, session_id: int) -> HttpResponse:
    session = _session(session_id, acting(request))
    names = ("version", "attendance", "women", "members")
    form = AttendedForm(initial={name: getattr(session, name) for name in names})
    return _hold(session).shown(request, form)


@changes(DOERS)
def hold(request: HttpRequest, session_id: int) -> HttpResponse:
    member = acting(request)
    session = _session(session_id, member)
    form = AttendedForm(request.POST)

    def act() -> None:
        version = form.cleaned_data["version"]
        acts.hold_session(session=session, attended=form.attended, version=version, by=member, at=clock.now())

    if not was_done(form, act):
        return _hold(session).wrong(request, form)
    messages.success(request, "Đã ghi số lượt người.")
    return _back(session.task_id)


def _cancel(session: Session) -> FormPage:
    title = f"Không tổ chức: {session.topic}"
    return _page(session.task, title, reverse("plans:cancel_session", args=[session.pk]), "Không tổ chức")


@reads(DOERS)
def cancel_page(request: HttpRequest, session_id: int) -> HttpResponse:
    session = _session(session_id, acting(request))
    return _cancel(session).shown(request, ReasonForm(initial={"version": session.version}))


@changes(DOERS)
def cancel(request: HttpRequest, session_id: int) -> HttpResponse:
    member = acting(request)
    session = _session(session_id, member)
    form = ReasonForm(request.POST)

    def act() -> None:
        data = form.cleaned_data
        reason, version = data["reason"], data["version"]
        acts.cancel_session(session=session, reason=reason, version=version, by=member, at=clock.now())

    if not was_done(form, act):
        return _cancel(session).wrong(request, form)
    messages.success(request, "Đã ghi là không tổ chức.")
    return _back(session.task_id)


@changes(DOERS)
def plan_again(request: HttpRequest, session_id: int) -> HttpResponse:
    member = acting(request)
    session = _session(session_id, member)
    version = whole_number(request.POST.get("version")) or 0
    acts.plan_session_again(session=session, version=version, by=member, at=clock.now())
    messages.success(request, "Đã đưa buổi về dự kiến.")
    return _back(session.task_id)
