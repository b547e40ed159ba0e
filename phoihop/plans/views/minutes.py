"""What is written at a meeting: agenda and minutes, attendance, conclusions."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import DOERS, acting, changes, reads
from phoihop.core.errors import Conflict, Refused
from phoihop.core.numbers import whole_number
from phoihop.plans.actions import minutes as acts
from phoihop.plans.forms.meetings import ConclusionForm, ItemForm, marks_of
from phoihop.plans.models import AgendaItem, Conclusion, Meeting
from phoihop.plans.occasions import Mark
from phoihop.plans.queries.meetings import MeetingPage
from phoihop.plans.statuses import Attendance
from phoihop.plans.views.forms_shown import FormPage, was_done
from phoihop.plans.views.meetings import back_to, choices_of, seen, writable


def _page(found: Meeting, title: str, action: str, part: str, button: str = "Lưu") -> FormPage:
    back = f"{reverse('plans:meeting', args=[found.task_id])}{part}"
    return FormPage(title, found.task.title, action, button, back, found.is_sample)


def _new_item(found: Meeting) -> FormPage:
    action = reverse("plans:add_agenda_item", args=[found.task_id])
    return _page(found, "Thêm nội dung họp", action, "#noi-dung", "Thêm nội dung")


@reads(DOERS)
def new_item(request: HttpRequest, task_id: int) -> HttpResponse:
    return _new_item(writable(request, task_id).meeting).shown(request, _new_form())


def _new_form(data: object = None) -> ItemForm:
    form = ItemForm(data) if data is not None else ItemForm()  # type: ignore[arg-type]
    del form.fields["order"]
    return form


@changes(DOERS)
def add_item(request: HttpRequest, task_id: int) -> HttpResponse:
    member, found = acting(request), seen(request, task_id).meeting
    form = ItemForm(request.POST)
    if not was_done(form, lambda: acts.add_item(meeting=found, content=form.item, by=member, at=clock.now())):
        del form.fields["order"]
        return _new_item(found).wrong(request, form)
    messages.success(request, "Đã thêm nội dung họp.")
    return back_to(task_id, "#noi-dung")


def _item(page: MeetingPage, item_id: int) -> AgendaItem:
    return get_object_or_404(page.meeting.items.select_related("written_by"), pk=item_id)


def _change_item(found: Meeting, item: AgendaItem) -> FormPage:
    action = reverse("plans:agenda_item", args=[found.task_id, item.pk])
    return _page(found, f"Ghi biên bản: {item.content[:80]}", action, "#noi-dung")


@reads(DOERS)
def item_page(request: HttpRequest, task_id: int, item_id: int) -> HttpResponse:
    page = writable(request, task_id)
    item = _item(page, item_id)
    return _change_item(page.meeting, item).shown(request, ItemForm.starting(item))


@changes(DOERS)
def change_item(request: HttpRequest, task_id: int, item_id: int) -> HttpResponse:
    """Saved; or, when somebody else saved meanwhile, both texts side by side to be brought together."""
    member, page = acting(request), seen(request, task_id)
    item = _item(page, item_id)
    form = ItemForm(request.POST)

    def act() -> None:
        version = form.cleaned_data["version"] or 0
        acts.change_item(item=item, content=form.item, version=version, by=member, at=clock.now())

    try:
        if not was_done(form, act):
            return _change_item(page.meeting, item).wrong(request, form)
    except Conflict:
        return _both_texts(request, page.meeting, item)
    messages.success(request, "Đã ghi biên bản.")
    return back_to(task_id, "#noi-dung")


def _both_texts(request: HttpRequest, found: Meeting, item: AgendaItem) -> HttpResponse:
    """409: what is kept now stands above what was sent; saving again is then a choice made with both seen."""
    item.refresh_from_db()
    data = request.POST.copy()
    data["version"] = str(item.version)
    shown = _change_item(found, item)
    return shown.shown(request, ItemForm(data), status=HTTPStatus.CONFLICT, kept=item)


@changes(DOERS)
def remove_item(request: HttpRequest, task_id: int, item_id: int) -> HttpResponse:
    item = _item(seen(request, task_id), item_id)
    version = whole_number(request.POST.get("version")) or 0
    acts.remove_item(item=item, version=version, by=acting(request), at=clock.now())
    messages.success(request, "Đã bỏ nội dung họp.")
    return back_to(task_id, "#noi-dung")


@reads(DOERS)
def attendance_page(request: HttpRequest, task_id: int) -> HttpResponse:
    return _attendance(request, writable(request, task_id))


def _attendance(
    request: HttpRequest, page: MeetingPage, *, status: int = HTTPStatus.OK, error: str = ""
) -> HttpResponse:
    context = {
        "page": page,
        "meeting": page.meeting,
        "task": page.meeting.task,
        "statuses": Attendance.choices,
        "error": error,
        "is_sample": page.meeting.is_sample,
    }
    return render(request, "plans/attendance.html", context, status=status)


@changes(DOERS)
def mark_attendance(request: HttpRequest, task_id: int) -> HttpResponse:
    """Two may mark at once; a row somebody else marked otherwise meanwhile is shown as it is now."""
    member, page = acting(request), seen(request, task_id)
    marks = marks_of(request.POST, page.invitees)
    try:
        acts.mark_attendance(meeting=page.meeting, marks=marks, by=member, at=clock.now())
    except Refused as refusal:
        return _attendance(
            request, _as_sent(page, marks), status=HTTPStatus.UNPROCESSABLE_ENTITY, error=refusal.message
        )
    except Conflict:
        words = "Có dòng vừa được người khác điểm danh khác đi. Hãy xem lại bảng dưới đây rồi ghi."
        latest = _as_sent(seen(request, task_id), marks)
        return _attendance(request, latest, status=HTTPStatus.CONFLICT, error=words)
    messages.success(request, "Đã điểm danh.")
    return back_to(task_id, "#thanh-phan")


def _as_sent(page: MeetingPage, marks: list[Mark]) -> MeetingPage:
    """The sheet as it was filled in, not yet kept; rows changed by somebody else stay as these left them."""
    given = {(mark.invitee_id, mark.version): mark for mark in marks}
    for line in page.invitees:
        mark = given.get((line.invitee.pk, line.invitee.version))
        if mark is not None:
            row = line.invitee
            row.attendance, row.people = mark.attendance, mark.people
            row.by_whom, row.reason = mark.by_whom, mark.reason
    return page


def _new_conclusion(found: Meeting) -> FormPage:
    action = reverse("plans:add_conclusion", args=[found.task_id])
    return _page(found, "Thêm kết luận", action, "#ket-luan", "Thêm kết luận")


@reads(DOERS)
def new_conclusion(request: HttpRequest, task_id: int) -> HttpResponse:
    found = writable(request, task_id).meeting
    return _new_conclusion(found).shown(request, ConclusionForm(choices=choices_of(found.task)))


@changes(DOERS)
def add_conclusion(request: HttpRequest, task_id: int) -> HttpResponse:
    member, found = acting(request), seen(request, task_id).meeting
    form = ConclusionForm(request.POST, choices=choices_of(found.task))

    def act() -> None:
        acts.add_conclusion(meeting=found, content=form.content, by=member, at=clock.now())

    if not was_done(form, act):
        return _new_conclusion(found).wrong(request, form)
    messages.success(request, "Đã ghi kết luận.")
    return back_to(task_id, "#ket-luan")


def _change_conclusion(found: Meeting, row: Conclusion) -> FormPage:
    action = reverse("plans:conclusion", args=[found.task_id, row.pk])
    return _page(found, "Sửa kết luận", action, "#ket-luan")


@reads(DOERS)
def conclusion_page(request: HttpRequest, task_id: int, conclusion_id: int) -> HttpResponse:
    found = writable(request, task_id).meeting
    row = get_object_or_404(found.conclusions, pk=conclusion_id)
    form = ConclusionForm.starting(row, choices=choices_of(found.task))
    return _change_conclusion(found, row).shown(request, form)


@changes(DOERS)
def change_conclusion(request: HttpRequest, task_id: int, conclusion_id: int) -> HttpResponse:
    member, found = acting(request), seen(request, task_id).meeting
    row = get_object_or_404(found.conclusions, pk=conclusion_id)
    form = ConclusionForm(request.POST, choices=choices_of(found.task))

    def act() -> None:
        version = form.cleaned_data["version"] or 0
        acts.change_conclusion(
            conclusion=row, content=form.content, version=version, by=member, at=clock.now()
        )

    if not was_done(form, act):
        return _change_conclusion(found, row).wrong(request, form)
    messages.success(request, "Đã sửa kết luận.")
    return back_to(task_id, "#ket-luan")


@changes(DOERS)
def remove_conclusion(request: HttpRequest, task_id: int, conclusion_id: int) -> HttpResponse:
    row = get_object_or_404(seen(request, task_id).meeting.conclusions, pk=conclusion_id)
    version = whole_number(request.POST.get("version")) or 0
    acts.remove_conclusion(conclusion=row, version=version, by=acting(request), at=clock.now())
    messages.success(request, "Đã bỏ kết luận.")
    return back_to(task_id, "#ket-luan")


@changes(DOERS)
def give_out(request: HttpRequest, task_id: int, conclusion_id: int) -> HttpResponse:
    """The conclusion becomes a task; sent twice it stays one."""
    row = get_object_or_404(seen(request, task_id).meeting.conclusions, pk=conclusion_id)
    task = acts.give_out(conclusion=row, by=acting(request), at=clock.now())
    messages.success(request, "Đã giao việc từ kết luận.")
    return redirect("plans:detail", task.pk)


@changes(DOERS)
def take_task_back(request: HttpRequest, task_id: int, conclusion_id: int) -> HttpResponse:
    row = get_object_or_404(seen(request, task_id).meeting.conclusions, pk=conclusion_id)
    acts.take_task_back(conclusion=row, by=acting(request), at=clock.now())
    messages.success(request, "Đã thu lại công việc; kết luận còn nguyên, có thể giao lại.")
    return back_to(task_id, "#ket-luan")
