"""The working-day calendar, as the calculations take it."""

from phoihop.core.calendars import WorkingCalendar
from phoihop.reports.models import CalendarDay


def working_calendar() -> WorkingCalendar:
    """Every holiday and swapped day on record; one query."""
    days = CalendarDay.objects.values_list("day", "kind")
    return WorkingCalendar(
        holidays=frozenset(day for day, kind in days if kind == CalendarDay.Kind.HOLIDAY),
        worked=frozenset(day for day, kind in days if kind == CalendarDay.Kind.WORKING),
    )
