"""Periods of a year and the arithmetic of months. Days are inclusive at both ends."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_OF = {"monthly": 1, "quarterly": 3, "half_yearly": 6, "yearly": 12}
_NAMES = {1: "tháng {n:02d}/{y}", 3: "quý {roman}/{y}", 6: "6 tháng {half} năm {y}", 12: "năm {y}"}
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, order=True)
class Period:
    """From `start` to `end`, both included."""

    start: date
    end: date

    @property
    def months(self) -> int:
        """Calendar months touched."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    def contains(self, day: date) -> bool:
        return self.start <= day <= self.end

    @property
    def label(self) -> str:
        """ "quý I/2026", "tháng 03/2026", "6 tháng đầu năm 2026", "năm 2026"; else from and to."""
        pattern = _NAMES.get(self.months)
        if pattern is None or self != calendar_period(self.start, self.months):
            return f"từ {self.start:%d/%m/%Y} đến {self.end:%d/%m/%Y}"
        return pattern.format(
            n=self.start.month,
            y=self.start.year,
            roman=_ROMAN[(self.start.month - 1) // 3],
            half="đầu" if self.start.month == 1 else "cuối",
        )


def add_months(anchor: date, months: int) -> date:
    """The anchor's day `months` later; a day the month lacks becomes its last (31/1, 28/2, 31/3)."""
    index = anchor.year * 12 + anchor.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(anchor.day, last))


def month_end(day: date) -> date:
    """The last day of the month of `day`."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def calendar_period(day: date, months: int) -> Period:
    """The calendar month, quarter, half-year or year (1, 3, 6, 12 months) that holds `day`."""
    first_month = (day.month - 1) // months * months + 1
    start = date(day.year, first_month, 1)
    return Period(start, add_months(start, months) - timedelta(days=1))


def periods_within(span: Period, *, months: int) -> Iterator[Period]:
    """The calendar periods of `months` months that meet `span`, in order, whole even at its edges."""
    current = calendar_period(span.start, months)
    while current.start <= span.end:
        yield current
        current = calendar_period(current.end + timedelta(days=1), months)


def previous(period: Period) -> Period:
    """The calendar period of the same length just before."""
    return calendar_period(period.start - timedelta(days=1), period.months)


def same_last_year(period: Period) -> Period:
    """The same period a year earlier (cùng kỳ); a period ending with its month still does."""
    end = add_months(period.end, -12)
    return Period(
        add_months(period.start, -12), month_end(end) if period.end == month_end(period.end) else end
    )
