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

    def worked_after(self, day: date, count: int) -> date:
        """The `count`-th worked day after `day`; before it for a negative count, `day` itself for none."""
        step = timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += step
            while not self.is_working(day):
                day += step
        return day

    def worked_between(self, day: date, until: date) -> int:
        """How many worked days come after `day`, up to and with `until`."""
        days = (day + timedelta(days=n) for n in range(1, (until - day).days + 1))
        return sum(self.is_working(one) for one in days)
