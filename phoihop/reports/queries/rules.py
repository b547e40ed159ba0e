"""The due rule of a duty and the working-day calendar, as the calculations take them."""

from phoihop.core.calendars import WorkingCalendar
from phoihop.programmes.models import DutyRule
from phoihop.reports.calculations import DueRule
from phoihop.reports.models import CalendarDay


def due_rule_of(duty: DutyRule) -> DueRule:
    """The duty's own values, without its bodies."""
    return DueRule(
        frequency=duty.frequency,
        anchor=duty.anchor,
        due_day=duty.due_day,
        due_month=duty.due_month,
        due_strict=duty.due_strict,
        shift=duty.shift,
        is_due_printed=duty.is_due_printed,
    )


def working_calendar() -> WorkingCalendar:
    """Every holiday and swapped day on record; one query."""
    days = CalendarDay.objects.values_list("day", "kind")
    return WorkingCalendar(
        holidays=frozenset(day for day, kind in days if kind == CalendarDay.Kind.HOLIDAY),
        worked=frozenset(day for day, kind in days if kind == CalendarDay.Kind.WORKING),
    )
