"""Lịch làm việc: days off and worked, seen by everybody, written by who operates the system."""

from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import ADMINISTRATORS, MEMBERS, acting, changes, reads
from phoihop.core.numbers import whole_number
from phoihop.reports.actions.calendar_changes import preview_days, undo_days, write_days
from phoihop.reports.calculations.calendar_lines import DayLine, lines_of, text_of
from phoihop.reports.models import CalendarChange, CalendarDay
from phoihop.reports.queries.calendar import calendar_page
from phoihop.reports.relief_forms import CalendarForm
from phoihop.reports.relief_permissions import keeps_calendar

_SHOWN = 60


@reads(MEMBERS)
def days(request: HttpRequest) -> HttpResponse:
    """The days of a year with their source; who may, writes them here."""
    return _page(request, CalendarForm(), CalendarForm(single=True))


def _page(
    request: HttpRequest, form: CalendarForm, one: CalendarForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    today = clock.today()
    year = whole_number(request.GET.get("nam"))
    shown = year if year is not None and 1990 <= year <= 2100 else today.year
    context = {
        "page": calendar_page(year=shown, today=today),
        "form": form,
        "one": one,
        "may_write": keeps_calendar(acting(request)),
    }
    return render(request, "reports/calendar.html", context, status=status)


def _given(request: HttpRequest) -> tuple[list[DayLine], CalendarForm, CalendarForm]:
    """The lines pasted, typed as one day, or taken out (`bo`), with the forms they came in."""
    if "bo" in request.POST:
        row = get_object_or_404(CalendarDay, pk=whole_number(request.POST["bo"]) or 0)
        return [DayLine(row.day, "")], CalendarForm(), CalendarForm(single=True)
    if "day" in request.POST:
        one = CalendarForm(request.POST, single=True)
        return (one.lines() if one.is_valid() else []), CalendarForm(), one
    form = CalendarForm(request.POST)
    return (form.lines() if form.is_valid() else []), form, CalendarForm(single=True)


@changes(ADMINISTRATORS)
def preview(request: HttpRequest) -> HttpResponse:
    """What would change, and how many due days with it; nothing is written yet."""
    if not keeps_calendar(acting(request)):
        raise PermissionDenied
    lines, form, one = _given(request)
    if form.errors or one.errors:
        return _page(request, form, one, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    found = preview_days(lines, today=clock.today())
    context = {
        "preview": found,
        "shifts": found.shifts[:_SHOWN],
        "more": max(0, len(found.shifts) - _SHOWN),
        "text": text_of([line for line in lines if line.kind]),
        "removed": [line.day for line in lines if not line.kind],
    }
    return render(request, "reports/calendar_preview.html", context)


@changes(ADMINISTRATORS)
def write(request: HttpRequest) -> HttpResponse:
    """What the preview showed."""
    lines, _ = lines_of(request.POST.get("lines", ""))
    removed = [DayLine(date.fromisoformat(day), "") for day in request.POST.getlist("remove") if _is_day(day)]
    made = write_days(lines=[*lines, *removed], by=acting(request), at=clock.now())
    messages.success(request, f"Đã sửa lịch làm việc, {made.moved} hạn nộp đổi theo.")
    year = made.days[0]["day"][:4]
    return redirect(f"{reverse('reports:calendar')}?nam={year}")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@changes(ADMINISTRATORS)
def undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """The days and the due days as they were."""
    undo_days(change=get_object_or_404(CalendarChange, pk=change_id), by=acting(request), at=clock.now())
    messages.success(request, "Đã hoàn tác: lịch và các hạn nộp sắp tới như trước.")
    return redirect("reports:calendar")
