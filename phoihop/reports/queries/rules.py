"""What due days are reckoned with: the working calendar, the cut-off windows and what was chosen of them."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from phoihop.core.calendars import WorkingCalendar
from phoihop.core.periods import Period
from phoihop.reports.calculations.windows import CutoffLine, covered_by, line_for
from phoihop.reports.models import CalendarDay, CutoffWindow, DutySetting


def working_calendar() -> WorkingCalendar:
    """Every holiday and swapped day on record; one query."""
    return calendar_from(calendar_days())


def calendar_days() -> QuerySet[CalendarDay, tuple[date, str]]:
    """Day and kind of every holiday and swapped day, not asked yet."""
    return CalendarDay.objects.values_list("day", "kind")


def calendar_from(days: Iterable[tuple[date, str]]) -> WorkingCalendar:
    """The calendar of the answered `calendar_days`."""
    return WorkingCalendar(
        holidays=frozenset(day for day, kind in days if kind == CalendarDay.Kind.HOLIDAY),
        worked=frozenset(day for day, kind in days if kind == CalendarDay.Kind.WORKING),
    )


@dataclass(frozen=True)
class Windows:
    """The cut-off lines, and the decree chosen for each duty of a programme by the duty's key."""

    lines: Sequence[CutoffLine]
    chosen: Mapping[uuid.UUID, str]

    def line(self, duty_key: uuid.UUID, frequency: str, period: Period) -> CutoffLine | None:
        """The line that holds for the duty and period; None: calendar periods."""
        scheme = self.chosen.get(duty_key, "")
        return line_for(self.lines, scheme=scheme, frequency=frequency, period=period) if scheme else None

    def covers(self, duty_key: uuid.UUID, frequency: str, period: Period) -> Period | None:
        """The days the figures cover; None for the period itself."""
        line = self.line(duty_key, frequency, period)
        return covered_by(line, period) if line else None


def cutoff_lines() -> list[CutoffLine]:
    """Every line of every decree on record, the newest first; one query."""
    return lines_from(cutoff_windows())


def cutoff_windows() -> QuerySet[CutoffWindow]:
    """The rows of `cutoff_lines`, not asked yet."""
    return CutoffWindow.objects.order_by("-valid_from", "pk")


def lines_from(rows: Iterable[CutoffWindow]) -> list[CutoffLine]:
    """`cutoff_lines` of the answered `cutoff_windows`."""
    return [
        CutoffLine(
            scheme=row.scheme,
            document=row.document,
            frequency=row.frequency,
            start_months=row.start_months,
            start_day=row.start_day,
            end_months=row.end_months,
            end_day=row.end_day,
            least_working_days=row.least_working_days,
            source=row.source,
            valid_from=row.valid_from,
            valid_to=row.valid_to,
        )
        for row in rows
    ]


def windows_of(programme_id: int) -> Windows:
    """What the programme chose for its duties; one query, two where it chose anything."""
    rows = DutySetting.objects.filter(programme=programme_id).exclude(scheme="")
    chosen = dict(rows.values_list("duty_key", "scheme"))
    return Windows(cutoff_lines() if chosen else [], chosen)
