"""How true forecasts are: made-up series of a known season, forecast as if their end were not known."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import fmean

from benchmarks.measuring import median, say, show, show_count
from phoihop.core.periods import Period, periods_within
from phoihop.dashboards.calculations.forecast import CHANCE, forecast

SERIES = 400


@dataclass(frozen=True)
class Shape:
    """A made-up flow: a level, its share of each period of a year, growth a year, noise (of 1)."""

    words: str
    months: int
    season: tuple[float, ...]
    growth: float
    noise: float


SHAPES = (
    Shape("quarters, no season", 3, (1, 1, 1, 1), 0.0, 0.15),
    Shape("quarters, half of the year in its last", 3, (0.5, 0.7, 0.8, 2.0), 0.05, 0.15),
    Shape("months, a summer three times the winter", 1, (0.5,) * 4 + (1.5,) * 4 + (0.5,) * 4, 0.03, 0.2),
    Shape("quarters, growing by a third each year", 3, (0.8, 1, 1, 1.2), 0.33, 0.1),
)


@dataclass(frozen=True)
class Tried:
    """One forecast against what came: whether it lay in the range, and how far off its middle was (of 1)."""

    is_inside: bool
    error: float
    width: float


def main() -> None:
    """For each shape and number of known years: coverage of the range, error of its middle, its width."""
    say(f"forecast: a range said to hold {CHANCE} of 100, {SERIES} series a line")
    for shape in SHAPES:
        for years in (1, 2, 4):
            tried = list(_tries(shape, years=years))
            inside = 100 * fmean(t.is_inside for t in tried)
            error, width = 100 * fmean(t.error for t in tried), 100 * fmean(t.width for t in tried)
            note = f"middle off by {error:.0f} %, range {width:.0f} % wide"
            show_count(f"{shape.words}, {years} years known", inside, "of 100 inside", note=note)
    show("one forecast from 16 quarters", median(_one), promised=0.001)


def _tries(shape: Shape, *, years: int) -> Iterator[Tried]:
    """The year after `years` known ones is forecast when half of it is over."""
    chance = random.Random(f"{shape.words}{years}")  # noqa: S311 - a made-up series, the same in each run
    span = Period(date(2030 - years, 1, 1), date(2030, 12, 31))
    periods = list(periods_within(span, months=shape.months))
    known = len(periods) - 6 // shape.months
    for _ in range(SERIES):
        amounts = _series(shape, periods, chance)
        closed = dict(zip(periods[:known], amounts[:known], strict=True))
        done = sum((a for p, a in closed.items() if p.start.year == 2030), Decimal(0))
        found = forecast(closed, done=done, ahead=periods[known:], is_whole=True)
        if found is None:
            raise SystemExit(f"no forecast: {shape.words}, {years} years")
        truth = done + sum(amounts[known:], Decimal(0))
        middle = (found.low + found.high) / 2
        yield Tried(
            is_inside=found.low <= truth <= found.high,
            error=float(abs(middle - truth) / truth),
            width=float((found.high - found.low) / truth),
        )


def _series(shape: Shape, periods: list[Period], chance: random.Random) -> list[Decimal]:
    level = chance.uniform(20, 400)
    amounts = []
    for number, period in enumerate(periods):
        share = shape.season[number % len(shape.season)]
        grown = level * share * (1 + shape.growth) ** (period.start.year - periods[0].start.year)
        amounts.append(Decimal(max(1, round(chance.gauss(grown, shape.noise * grown)))))
    return amounts


def _one() -> None:
    periods = list(periods_within(Period(date(2027, 1, 1), date(2030, 12, 31)), months=3))
    closed = {period: Decimal(10 + number % 4) for number, period in enumerate(periods[:-2])}
    forecast(closed, done=Decimal(21), ahead=periods[-2:], is_whole=True)


if __name__ == "__main__":
    main()
