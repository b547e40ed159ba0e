"""What changed figures of one place change in the parts of every window, under every place above it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from phoihop.core.periods import Period, add_months, calendar_period
from phoihop.targets.calculations.rollup import Entry
from phoihop.targets.calculations.summing import EXTREMES, Parts, place_parts
from phoihop.targets.calculations.windows import months_of
from phoihop.targets.content import Amount, TargetSpec

type WindowKey = tuple[int, date]
"""So many months from a first day; 0 and the first day of all: the whole term."""
type Values = tuple[tuple[Amount, int], ...]

TERM: WindowKey = (0, date(1, 1, 1))
_CALENDAR = (1, 3, 6, 12)


@dataclass(frozen=True)
class Lying:
    """Under which places a place lies from a day to a day."""

    since: date
    until: date
    above: tuple[int, ...]


@dataclass(frozen=True)
class Duty:
    """A body should report at the place from a day to a day."""

    body_id: int
    since: date
    until: date


@dataclass(frozen=True)
class PlaceFacts:
    """One place of a series: its figures that counted before and count now, and what is known around them."""

    before: Sequence[Entry]
    after: Sequence[Entry]
    duties: Sequence[Duty]
    leads: frozenset[int]
    lying: Sequence[Lying]


@dataclass(frozen=True)
class Change:
    """To be added to the parts of a place above in a window; `values` only where an extreme is asked for."""

    area_id: int
    window: WindowKey
    parts: Parts
    values: Values = ()


@lru_cache(maxsize=5_000)
def windows_of(period: Period) -> frozenset[WindowKey]:
    """Every stored window a figure counts in: those that hold its last day and are no shorter than it."""
    long = months_of(period)
    calendar = (n for n in _CALENDAR if long is not None and long <= n)
    return frozenset({TERM} | {(n, calendar_period(period.end, n).start) for n in calendar})


def last_day(window: WindowKey) -> date:
    """The day on which places and duties are asked for."""
    months, start = window
    return add_months(start, months) - timedelta(days=1) if months else date.max


def changes_of(spec: TargetSpec, facts: PlaceFacts) -> Iterator[Change]:
    """What to add to the places above in every window the change touches."""
    changed = set(facts.before) ^ set(facts.after)
    windows = {window for entry in changed for window in windows_of(entry.period)}
    for side in _sides(facts.lying):
        before, after = (_by_window(_under(side, own), windows) for own in (facts.before, facts.after))
        for window in sorted(windows):
            yield from _changes(spec, facts, window, side, (before[window], after[window]))


def _by_window(entries: Iterable[Entry], asked: Set[WindowKey]) -> dict[WindowKey, list[Entry]]:
    found: dict[WindowKey, list[Entry]] = defaultdict(list)
    for entry in entries:
        for window in windows_of(entry.period) & asked:
            found[window].append(entry)
    return found


@dataclass(frozen=True)
class _Side:
    """Places above that hold the place on the same days."""

    above: tuple[int, ...]
    days: tuple[tuple[date, date], ...]

    def holds(self, day: date) -> bool:
        return any(since <= day <= until for since, until in self.days)


def _sides(lying: Sequence[Lying]) -> list[_Side]:
    days: dict[int, list[tuple[date, date]]] = {}
    for span in lying:
        for area_id in span.above:
            days.setdefault(area_id, []).append((span.since, span.until))
    sides: dict[tuple[tuple[date, date], ...], list[int]] = {}
    for area_id, found in days.items():
        sides.setdefault(tuple(found), []).append(area_id)
    return [_Side(tuple(above), found) for found, above in sides.items()]


def _changes(
    spec: TargetSpec,
    facts: PlaceFacts,
    window: WindowKey,
    side: _Side,
    entries: tuple[Sequence[Entry], Sequence[Entry]],
) -> Iterator[Change]:
    day = last_day(window)
    due = {duty.body_id for duty in facts.duties if duty.since <= day <= duty.until and side.holds(day)}
    (old, stood), (new, stands) = (
        place_parts(spec, own, due=frozenset(due), leads=facts.leads) for own in entries
    )
    values = _moved(stood, stands) if spec.rules.place in EXTREMES else ()
    if new != old or values:
        for area_id in side.above:
            yield Change(area_id, window, new - old, values)


def _under(side: _Side, entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if side.holds(entry.period.end)]


def _moved(before: Amount | None, after: Amount | None) -> Values:
    if before == after:
        return ()
    found = ((before, -1), (after, 1))
    return tuple((amount, count) for amount, count in found if amount is not None and amount.is_number)
