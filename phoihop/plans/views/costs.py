"""Costs: the lines of a task, and what a year costs."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import DOERS, MEMBERS, acting, changes, reads
from phoihop.core.fields import FIRST_DAY, LAST_DAY
from phoihop.core.member import Member
from phoihop.core.numbers import whole_number
from phoihop.documents.views.downloads import sheet_answer
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions
from phoihop.plans.actions import costs as acts
from phoihop.plans.forms.costs import CostForm
from phoihop.plans.models import CostLine, Task
from phoihop.plans.queries.costs import CostYear, cost_year
from phoihop.plans.sheets import cost_sheet
from phoihop.plans.views.forms_shown import FormPage, was_done
from phoihop.programmes.models import Programme

_ADD = "Thêm khoản chi"


def _task(task_id: int, member: Member) -> Task:
    task = get_object_or_404(Task.objects.visible_to(member).select_related("body", "programme"), pk=task_id)
    if not permissions.can_work_on(member, task):
        raise PermissionDenied
    return task


def _line(line_id: int, member: Member) -> CostLine:
    line = get_object_or_404(CostLine, pk=line_id, task__in=Task.objects.visible_to(member).values("pk"))
    _task(line.task_id, member)
    return line


def _page(task: Task, title: str, action: str, button: str = "Lưu") -> FormPage:
    back = reverse("plans:detail", args=[task.pk])
    return FormPage(title, task.title, action, button, f"{back}#kinh-phi", task.is_sample)


def _back(task_id: int) -> HttpResponse:
    return redirect(f"{reverse('plans:detail', args=[task_id])}#kinh-phi")


def _new(task: Task) -> FormPage:
    return _page(task, _ADD, reverse("plans:add_cost", args=[task.pk]), _ADD)


@reads(DOERS)
def new_page(request: HttpRequest, task_id: int) -> HttpResponse:
    return _new(_task(task_id, acting(request))).shown(request, CostForm())


@changes(DOERS)
def create(request: HttpRequest, task_id: int) -> HttpResponse:
    member = acting(request)
    task = _task(task_id, member)
    form = CostForm(request.POST)
    if not was_done(form, lambda: acts.add_cost(task=task, content=form.cost, by=member, at=clock.now())):
        return _new(task).wrong(request, form)
    messages.success(request, "Đã thêm khoản chi.")
    return _back(task_id)


def _change(line: CostLine) -> FormPage:
    return _page(line.task, "Sửa khoản chi", reverse("plans:cost", args=[line.pk]))


@reads(DOERS)
def change_page(request: HttpRequest, line_id: int) -> HttpResponse:
    line = _line(line_id, acting(request))
    return _change(line).shown(request, CostForm.starting(line))


@changes(DOERS)
def change(request: HttpRequest, line_id: int) -> HttpResponse:
    member = acting(request)
    line = _line(line_id, member)
    form = CostForm(request.POST)

    def act() -> None:
        version = form.cleaned_data["version"] or 0
        acts.change_cost(line=line, content=form.cost, version=version, by=member, at=clock.now())

    if not was_done(form, act):
        return _change(line).wrong(request, form)
    messages.success(request, "Đã sửa khoản chi.")
    return _back(line.task_id)


@changes(DOERS)
def remove(request: HttpRequest, line_id: int) -> HttpResponse:
    member = acting(request)
    line = _line(line_id, member)
    version = whole_number(request.POST.get("version")) or 0
    acts.remove_cost(line=line, version=version, by=member, at=clock.now())
    messages.success(request, "Đã bỏ khoản chi.")
    return _back(line.task_id)


@reads(MEMBERS)
def year(request: HttpRequest) -> HttpResponse:
    """What the tasks of a year cost, by programme, body and source."""
    member, today = acting(request), clock.today()
    found = _year_of(request, member)
    tasks = Task.objects.visible_to(member).exclude(costs=None)
    bodies = body_labels(set(tasks.values_list("body_id", flat=True)), today)
    context = {
        "costs": found,
        "programme": whole_number(request.GET.get("chuong-trinh")),
        "body": whole_number(request.GET.get("don-vi")),
        "programmes": list(Programme.objects.visible_to(member).order_by("name")[:200]),
        "bodies": sorted(bodies.values(), key=lambda label: label.sort_key),
        "is_sample": found.is_sample,
    }
    return render(request, "plans/costs_of_year.html", context)


@reads(MEMBERS)
def year_sheet(request: HttpRequest) -> HttpResponse:
    found = _year_of(request, acting(request))
    return sheet_answer(cost_sheet(found), name=f"kinh-phi-{found.year}")


def _year_of(request: HttpRequest, member: Member) -> CostYear:
    today = clock.today()
    given = whole_number(request.GET.get("nam")) or today.year
    return cost_year(
        member,
        year=given if FIRST_DAY.year <= given <= LAST_DAY.year else today.year,
        programme_id=whole_number(request.GET.get("chuong-trinh")),
        body_id=whole_number(request.GET.get("don-vi")),
        today=today,
    )
