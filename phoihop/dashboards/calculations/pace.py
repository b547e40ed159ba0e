"""Where a target should be on a day, and how far off it is, in points of its goal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from phoihop.core.periods import Period, add_months, calendar_period, same_last_year
from phoihop.targets.calculations.comparison import is_lower_better, rounded
from phoihop.targets.content import TargetSpec
from phoihop.targets.statuses import PlaceRule, TargetKind, TimeRule

LEAST_CLOSED = 4
"""Fewer closed periods say nothing about the rhythm of a year, nor about what is to come."""
TOLERANCE = 5
"""Points of the goal: so far off counts as in pace, since figures come in whole periods."""
WAIT_DAYS = 30
"""So long after its end a period without figures is waited for; the longest the texts give a report is 20."""
_FLOWS = {TimeRule.SUM, TimeRule.TO_DATE}
_ADDED = {PlaceRule.SUM, PlaceRule.RATIO}


class Basis(Enum):
    """What the expected share of the goal was taken from."""

    LINEAR = "chia đều theo số ngày"
    SEASONAL = "theo mùa của năm trước"


@dataclass(frozen=True)
class Pace:
    """`expected` and `actual` in percent of the goal on the last day `on`; `points` below 0: behind."""

    on: date
    expected: Decimal
    actual: Decimal
    basis: Basis

    @property
    def points(self) -> int:
        """Actual less expected in whole points, toward zero: 12.9 behind are "12 điểm"."""
        return int(self.actual - self.expected)

    @property
    def is_behind(self) -> bool:
        return self.points <= -TOLERANCE

    @property
    def is_ahead(self) -> bool:
        return self.points >= TOLERANCE

    @property
    def words(self) -> str:
        """ "chậm 12 điểm so với nhịp"."""
        if self.is_behind:
            return f"chậm {-self.points} điểm so với nhịp"
        return f"nhanh {self.points} điểm so với nhịp" if self.is_ahead else "đúng nhịp"


def has_pace(spec: TargetSpec) -> bool:
    """Counts that add up toward a goal; stocks, shares, grades, upper bounds and counted places have none."""
    return adds_up(spec) and not is_lower_better(spec)


def adds_up(spec: TargetSpec) -> bool:
    """Counts of which one period's comes on top of those before, toward a goal or an upper bound."""
    is_count = spec.kind == TargetKind.COUNT and spec.value is not None and spec.value > 0
    return is_count and spec.rules.time in _FLOWS and spec.rules.place in _ADDED


def counted_until(today: date, *, months: int, latest: date | None) -> date:
    """The last day figures can speak for: the end of the last period of `months` months that is over.

    `latest` is the end of the latest period with a figure. A period just over without one is waited for
    WAIT_DAYS days, so that a unit is not behind before its report is due.
    """
    over = calendar_period(calendar_period(today, months).start - timedelta(days=1), months)
    is_known = latest is not None and latest >= over.end
    if is_known or (today - over.end).days > WAIT_DAYS:
        return over.end
    return over.start - timedelta(days=1)


def pace(
    window: Period, *, actual: Decimal, on: date, last_year: Mapping[Period, Decimal] | None = None
) -> Pace | None:
    """The pace on the day `on`; `actual` in percent of the goal; None before the window has begun.

    `last_year` are the amounts of last year's own closed periods: where they are LEAST_CLOSED or more and
    cover the window a year earlier, the expected share follows them, else the days.
    """
    if on < window.start:
        return None
    day = min(on, window.end)
    seasonal = _seasonal_share(window, day, last_year or {})
    share = _linear_share(window, day) if seasonal is None else seasonal
    basis = Basis.LINEAR if seasonal is None else Basis.SEASONAL
    return Pace(day, rounded(share * 100, places=1), actual, basis)


def _linear_share(window: Period, day: date) -> Fraction:
    return Fraction(_days(Period(window.start, day)), _days(window))


def _seasonal_share(window: Period, day: date, last_year: Mapping[Period, Decimal]) -> Fraction | None:
    """Of last year's sum, what was there by the same day; inside a period by its days."""
    before = same_last_year(window)
    inside = {p: Fraction(a) for p, a in last_year.items() if before.start <= p.start and p.end <= before.end}
    whole = sum(inside.values(), Fraction(0))
    is_covered = sum(_days(period) for period in inside) == _days(before)
    if len(inside) < LEAST_CLOSED or whole <= 0 or not is_covered:
        return None
    same_day = before.end if day == window.end else add_months(day, -12)
    return sum((a * _part_until(p, same_day) for p, a in inside.items()), Fraction(0)) / whole


def _part_until(period: Period, day: date) -> Fraction:
    if day < period.start:
        return Fraction(0)
    return Fraction(_days(Period(period.start, min(day, period.end))), _days(period))


def _days(period: Period) -> int:
    return (period.end - period.start).days + 1
