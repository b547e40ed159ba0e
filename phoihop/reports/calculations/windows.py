"""Which days the figures of a period cover by a decree, and what lies between cut-off and deadline."""

import calendar as months
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from phoihop.core.calendars import WorkingCalendar
from phoihop.core.periods import Period, add_months


@dataclass(frozen=True)
class CutoffLine:
    """A line of a decree (see CutoffWindow): months are counted from the period's first and last month."""

    scheme: str
    document: str
    frequency: str
    start_months: int
    start_day: int
    end_months: int
    end_day: int
    least_working_days: int
    source: str
    valid_from: date
    valid_to: date | None = None

    def holds_for(self, period: Period) -> bool:
        """Whether the line is in force when the period ends."""
        return self.valid_from <= period.end and (self.valid_to is None or period.end <= self.valid_to)


def line_for(
    lines: Iterable[CutoffLine], *, scheme: str, frequency: str, period: Period
) -> CutoffLine | None:
    """The line of that decree for such a period; None: the period's own days are covered."""
    return next(
        (
            line
            for line in lines
            if line.scheme == scheme and line.frequency == frequency and line.holds_for(period)
        ),
        None,
    )


def covered_by(line: CutoffLine, period: Period) -> Period:
    """The days the figures of `period` are about: quarter I is 15 December to 14 March."""
    return Period(
        _day(period.start.replace(day=1), line.start_months, line.start_day),
        _day(period.end.replace(day=1), line.end_months, line.end_day),
    )


def _day(first_of_month: date, months_away: int, day: int) -> date:
    month = add_months(first_of_month, months_away)
    return month.replace(day=min(day, months.monthrange(month.year, month.month)[1]))


@dataclass(frozen=True)
class Room:
    """How many worked days a duty leaves between the cut-off and the deadline, of how many it must."""

    days: int
    least: int

    @property
    def is_too_short(self) -> bool:
        return self.days < self.least

    @property
    def words(self) -> str:
        """ "còn 0 ngày làm việc, ít nhất phải 1"."""
        return f"còn {self.days} ngày làm việc, ít nhất phải {self.least}"


def room_between(line: CutoffLine, *, covers: Period, due: date, calendar: WorkingCalendar) -> Room:
    """The worked days after the cut-off, the day of the deadline with them."""
    return Room(calendar.worked_between(covers.end, due), line.least_working_days)
