"""Working days: weekends off, holidays and swapped days as data given by the caller."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class WorkingCalendar:
    """Holidays, and weekend days worked instead of another (làm bù)."""

    holidays: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        if day in self.worked:
            return True
        return day.weekday() < 5 and day not in self.holidays

    def next_working(self, day: date) -> date:
        """`day` itself when worked, else the next worked day."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def previous_working(self, day: date) -> date:
        """`day` itself when worked, else the worked day before."""
        while not self.is_working(day):
            day -= timedelta(days=1)
        return day
