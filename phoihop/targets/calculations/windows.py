"""The span of days a target is judged over: its own rhythm, or the whole programme."""

from dataclasses import replace
from datetime import date

from phoihop.core.periods import MONTHS_OF, Period, calendar_period, periods_within
from phoihop.targets.content import TargetSpec

_LONGEST_DAYS = {1: 31, 3: 92, 6: 184, 12: 366}
_LENGTHS = (("Quý", 3, 8), ("Tháng", 1, 15), ("6 tháng", 6, 4), ("Năm", 12, 6))


def window_of(spec: TargetSpec, *, on: date, programme: Period) -> Period:
    """The year, half-year, quarter or month holding `on` for a recurring target, else the programme's span.

    A day outside the programme is moved to its nearest end first: an ended programme shows its last year.
    """
    months = MONTHS_OF.get(spec.recurrence)
    if months is None:
        return programme
    return calendar_period(min(max(on, programme.start), programme.end), months)


def period_choices(programme: Period, *, today: date) -> list[tuple[str, list[Period]]]:
    """Periods a figure may be about, grouped by length, newest first: begun by today, in the programme."""
    if programme.start > today:
        return []
    span = Period(programme.start, min(today, programme.end))
    return [
        (label, list(periods_within(span, months=months))[::-1][:most]) for label, months, most in _LENGTHS
    ]


def within(spec: TargetSpec, window: Period) -> TargetSpec:
    """The target with its due day inside `window`: the day printed, else the window's last."""
    has_own = spec.due_on is not None and window.contains(spec.due_on)
    return spec if has_own else replace(spec, due_on=window.end)


def months_of(period: Period) -> int | None:
    """1, 3, 6 or 12: the least calendar length that holds so many days; None for what is longer than a year.

    A quarter by cut-off days (15 December to 14 March) is a quarter too.
    """
    days = (period.end - period.start).days + 1
    return next((months for months, longest in _LONGEST_DAYS.items() if days <= longest), None)


def counts_in(period: Period, window: Period, *, programme: Period) -> bool:
    """Whether a figure of `period` counts in `window`: it ends there and is no longer than it.

    So a quarter's figure is not a month's, and one by cut-off days lies in the quarter whose report it is. In
    a window that holds the whole programme counts everything that meets the programme.
    """
    if window.start <= programme.start and window.end >= programme.end:
        return period.start <= programme.end and period.end >= programme.start
    if not window.contains(period.end):
        return False
    long, room = months_of(period), months_of(window)
    return room is None or (long is not None and long <= room)
