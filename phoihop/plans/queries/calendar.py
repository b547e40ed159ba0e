"""Calendar items as the sheet of a month and the list of its days."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from phoihop.core.periods import Period
from phoihop.plans.calendar import Item


@dataclass(frozen=True)
class Day:
    """A day with what stands on it; `is_shown` says that it belongs to the month shown."""

    day: date
    items: list[Item]
    is_shown: bool = True


def filtered(items: Iterable[Item], *, programme_id: int | None, body_id: int | None) -> list[Item]:
    """Of one programme, of one body; None takes all."""
    return [
        item
        for item in items
        if programme_id in (None, item.programme_id) and body_id in (None, item.body_id)
    ]


def days_of(items: Iterable[Item], shown: Period, *, every_day: bool = False) -> list[Day]:
    """The days that have something, or all of the span."""
    by_day = _by_day(items)
    days = _span(shown.start, shown.end) if every_day else sorted(by_day)
    return [Day(day, by_day.get(day, [])) for day in days]


def weeks_of(items: Iterable[Item], shown: Period) -> list[list[Day]]:
    """Whole weeks from Monday that cover the month."""
    by_day = _by_day(items)
    first = shown.start - timedelta(days=shown.start.weekday())
    last = shown.end + timedelta(days=6 - shown.end.weekday())
    days = [Day(day, by_day.get(day, []), shown.contains(day)) for day in _span(first, last)]
    return [days[start : start + 7] for start in range(0, len(days), 7)]


def _by_day(items: Iterable[Item]) -> dict[date, list[Item]]:
    found: dict[date, list[Item]] = defaultdict(list)
    for item in items:
        found[item.day].append(item)
    return found


def _span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
