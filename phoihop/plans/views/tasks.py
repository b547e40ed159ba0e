"""Pages of tasks: my body's tasks, a new one, a task with what can be done."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import DOERS, MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.lists import MOST_ROWS, list_answer, wants_sheet
from phoihop.organisations.models import Body
from phoihop.plans import actions, permissions, queries
from phoihop.plans.forms import ChangeForm, FinishForm, NewTaskForm, ReasonForm
from phoihop.plans.lists import TASKS
from phoihop.plans.models import OWN_TASKS_ONLY, Task
from phoihop.plans.queries.following import focal_person
from phoihop.plans.statuses import TaskStatus
from phoihop.plans.views.forms_shown import stored
from phoihop.plans.views.task_parts import finish_form_of, occasions_of
from phoihop.programmes.models import Clause, Programme


def _page(request: HttpRequest, task_id: int) -> queries.TaskPage:
    try:
        return queries.task_page(task_id, acting(request), clock.today())
    except Task.DoesNotExist as error:
        raise Http404 from error


def _tasks_file(cards: Sequence[queries.TaskCard]) -> HttpResponse:
    return list_answer(
        cards, TASKS, title="Công việc", name="cong-viec", is_sample=any(card.is_sample for card in cards)
    )


@reads(MEMBERS)
def task_list(request: HttpRequest) -> HttpResponse:
    member, today = acting(request), clock.today()
    status = request.GET.get("trang-thai", "mo")
    chosen = request.GET.get("chuong-trinh", "")
    programme_id = whole_number(chosen)
    rows = queries.body_tasks(member, status=status, programme_id=programme_id)
    if wants_sheet(request):
        return _tasks_file(queries.cards(rows[:MOST_ROWS], today))
    page, cards = queries.paged(rows, request.GET.get("trang"), today)
    context = {
        "page": page,
        "cards": cards,
        "is_sample": any(card.is_sample for card in cards),
        "status": status,
        "statuses": [("mo", "còn phải làm"), *TaskStatus.choices, ("tat-ca", "tất cả")],
        "programme": programme_id,
        "programmes": list(Programme.objects.visible_to(member).order_by("name")[:200]),
        "may_create": member.role in permissions.WRITES,
        "own_only": member.role in OWN_TASKS_ONLY,
    }
    return render(request, "plans/list.html", context)


@reads(OFFICERS)
def new_page(request: HttpRequest) -> HttpResponse:
    """Choose the programme first, then fill in the task."""
    member = acting(request)
    programmes = queries.running_programmes(member)
    chosen = request.GET.get("chuong-trinh", "")
    programme = get_object_or_404(programmes, pk=whole_number(chosen)) if chosen else programmes.first()
    if programme is None:
        return render(request, "plans/new.html", {"programmes": []})
    choices = queries.task_choices(programme, member, clock.today())
    clause = Clause.objects.filter(
        pk=whole_number(request.GET.get("noi-dung")) or 0, edition__programme=programme
    ).first()
    starting = {"clause": clause.pk if clause else "", "person": _focal(member.body_id, clause)}
    form = NewTaskForm(choices=choices, initial=starting)
    return _new_page(request, programme, form)


def _new_page(
    request: HttpRequest, programme: Programme, form: NewTaskForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    programmes = list(queries.running_programmes(acting(request)))
    context = {"programmes": programmes, "programme": programme, "form": form}
    return render(request, "plans/new.html", context | {"is_sample": programme.is_sample}, status=status)


@changes(OFFICERS)
def create(request: HttpRequest) -> HttpResponse:
    member = acting(request)
    wanted = request.POST.get("programme", "")
    programmes = queries.running_programmes(member)
    programme = get_object_or_404(programmes, pk=whole_number(wanted))
    choices = queries.task_choices(programme, member, clock.today())
    form = NewTaskForm(request.POST, choices=choices)
    if not form.is_valid():
        return _new_page(request, programme, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    clause = get_object_or_404(Clause, pk=form.cleaned_data["clause"])
    body = get_object_or_404(Body, pk=form.cleaned_data["body"])
    try:
        task = actions.create_task(clause=clause, body=body, content=form.content, by=member, at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _new_page(request, programme, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "Đã lập công việc.")
    return redirect("plans:detail", task.pk)


@reads(MEMBERS)
def detail(request: HttpRequest, task_id: int) -> HttpResponse:
    return _detail(request, _page(request, task_id))


def _detail(
    request: HttpRequest, page: queries.TaskPage, *, status: int = HTTPStatus.OK, **forms: Any
) -> HttpResponse:
    verbs = dict(page.moves)
    starting = {"version": page.task.version, "finished_on": clock.today(), "result": page.task.result}
    starting |= {name: getattr(page.task, name) for name in ("quantity", "quantity_unit", "attendance")}
    context = {
        "page": page,
        "task": page.task,
        "is_sample": page.task.is_sample,
        "verbs": verbs,
        "finish_form": finish_form_of(page, starting) if "finish" in verbs else None,
        "reason_form": ReasonForm(initial={"version": page.task.version}),
        "may_change": "cancel" in verbs,
    } | occasions_of(page, acting(request))
    return render(request, "plans/detail.html", context | forms, status=status)


@changes(DOERS)
def start(request: HttpRequest, task_id: int) -> HttpResponse:
    page = _page(request, task_id)
    seen = whole_number(request.POST.get("version"))
    actions.start(task=page.task, version=seen, by=acting(request), at=clock.now())
    messages.success(request, "Đã ghi là đang làm.")
    return redirect("plans:detail", task_id)


@changes(DOERS)
def finish(request: HttpRequest, task_id: int) -> HttpResponse:
    page, member = _page(request, task_id), acting(request)
    form = FinishForm(request.POST, request.FILES)
    if not form.is_valid():
        return _detail(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, finish_form=form)
    try:
        outcome = form.outcome(stored(form.cleaned_data["evidence"], member))
        version = form.cleaned_data["version"]
        actions.finish(task=page.task, outcome=outcome, version=version, by=member, at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _detail(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, finish_form=form)
    messages.success(request, "Đã ghi kết quả. Việc này sẽ có trong báo cáo kỳ này.")
    return redirect("plans:detail", task_id)


@changes(OFFICERS)
def cancel(request: HttpRequest, task_id: int) -> HttpResponse:
    return _with_reason(request, task_id, actions.cancel, done="Đã ghi là không làm.")


@changes(OFFICERS)
def reopen(request: HttpRequest, task_id: int) -> HttpResponse:
    return _with_reason(request, task_id, actions.reopen, done="Đã mở lại công việc.")


def _with_reason(request: HttpRequest, task_id: int, act: Any, *, done: str) -> HttpResponse:
    page = _page(request, task_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _detail(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, reason_form=form)
    data = form.cleaned_data
    act(task=page.task, reason=data["reason"], version=data["version"], by=acting(request), at=clock.now())
    messages.success(request, done)
    return redirect("plans:detail", task_id)


@reads(OFFICERS)
def change_page(request: HttpRequest, task_id: int) -> HttpResponse:
    page = _page(request, task_id)
    if not permissions.can_create(acting(request), page.task.body, page.task.programme):
        raise PermissionDenied
    people = queries.people_of([page.task.body_id], clock.today())
    form = ChangeForm.starting(page.task, people=people)
    form.initial["person"] = form.initial["person"] or _focal(page.task.body_id, page.task.clause)
    return _change_page(request, page, form)


def _focal(body_id: int, clause: Clause | None) -> int | None:
    """Whom a task without a person is proposed to."""
    person = focal_person(body_id, clause, clock.today()) if clause else None
    return person.pk if person else None


def _change_page(
    request: HttpRequest, page: queries.TaskPage, form: ChangeForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {"task": page.task, "form": form, "is_sample": page.task.is_sample}
    return render(request, "plans/change.html", context, status=status)


@changes(OFFICERS)
def change(request: HttpRequest, task_id: int) -> HttpResponse:
    page = _page(request, task_id)
    form = ChangeForm(request.POST, people=queries.people_of([page.task.body_id], clock.today()))
    if not form.is_valid():
        return _change_page(request, page, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    version = form.cleaned_data["version"]
    try:
        actions.change_task(
            task=page.task, content=form.content, version=version, by=acting(request), at=clock.now()
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _change_page(request, page, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "Đã sửa công việc.")
    return redirect("plans:detail", task_id)
