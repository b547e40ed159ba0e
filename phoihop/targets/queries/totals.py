"""Totals of targets at places: everything below counts, once it was accepted.

A figure lies under the places its own place belonged to on the last day of its period, and in the windows
that hold that day. Whatever the number of targets, places and windows, the number of queries is the same.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from phoihop.core.periods import Period
from phoihop.organisations.models import AreaVersion
from phoihop.organisations.queries.labels import paths_at
from phoihop.targets.calculations import Coverage, Entry, Unit, achieved, by_unit, counts_in, roll_up
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.models import Target
from phoihop.targets.queries.cards import edition_span, unit_of
from phoihop.targets.queries.loading import Facts, facts_by_target
from phoihop.targets.queries.shares import Shares, shares_of
from phoihop.targets.statuses import FigureState

type TotalKey = tuple[int, int, Period]
"""Target id, area id, window."""


@dataclass(frozen=True)
class PlaceTotal:
    """What a place and everything below it has of a target in a window; only accepted figures count.

    `amount` is held against `total_spec` of the target (None: nobody said anything). The counts are of units,
    a body at a place: `reported` a number other than 0, `zero`, `estimated`, `missing` (declared, with its
    reason), `not_applicable`. `met` counts the places that meet the target by themselves.
    """

    amount: Amount | None
    coverage: Coverage
    reported: int = 0
    zero: int = 0
    missing: int = 0
    not_applicable: int = 0
    estimated: int = 0
    met: int = 0


def place_totals(
    target_ids: Collection[int], *, area_ids: Collection[int], windows: Collection[Period]
) -> dict[TotalKey, PlaceTotal]:
    """The total of every target at every place in every window, by (target id, area id, window)."""
    targets = Target.objects.select_related("edition").in_bulk(list(target_ids))
    facts = facts_by_target(list(targets), since=date.min, until=date.max)
    shares = shares_of(list(targets))
    units = [unit_of(row) for found in shares.values() for row in found.rows]
    above = _places_above(facts.values(), units, windows)
    return {
        (target.pk, area_id, window): _total(
            target,
            facts.get(target.pk, Facts()),
            shares.get(target.pk, Shares()),
            _At(area_id, window, above),
        )
        for target in targets.values()
        for area_id in area_ids
        for window in windows
    }


def children_totals(
    target_ids: Collection[int], *, area_id: int, windows: Collection[Period]
) -> dict[TotalKey, PlaceTotal]:
    """The same for the places directly below `area_id` on the last day of the windows."""
    last = max(window.end for window in windows)
    below = AreaVersion.objects.on(last).filter(parent=area_id).values_list("area", flat=True)
    return place_totals(target_ids, area_ids=list(below), windows=windows)


@dataclass(frozen=True)
class _At:
    area_id: int
    window: Period
    above: Mapping[tuple[int, date], frozenset[int]]

    def holds(self, area_id: int, day: date) -> bool:
        return area_id == self.area_id or self.area_id in self.above[area_id, day]


def _places_above(
    facts: Iterable[Facts], units: Iterable[Unit], windows: Iterable[Period]
) -> dict[tuple[int, date], frozenset[int]]:
    asked = {(e.area_id, e.period.end) for found in facts for e in found.counted}
    asked |= {(area_id, window.end) for _, area_id in units for window in windows}
    return {
        place: frozenset(i for label in path for i in (label.id, label.parent_id or label.id))
        for place, path in paths_at(asked).items()
    }


def _total(target: Target, facts: Facts, shares: Shares, at: _At) -> PlaceTotal:
    spec, programme = target.spec, edition_span(target.edition, at.window.end)
    inside = [
        e
        for e in facts.counted
        if counts_in(e.period, at.window, programme=programme) and at.holds(e.area_id, e.period.end)
    ]
    due = frozenset(u for u in map(unit_of, shares.rows) if at.holds(u[1], at.window.end))
    due = due if shares.rows else frozenset((e.body_id, e.area_id) for e in inside)
    leads = frozenset(row.body_id for row in shares.rows if row.is_lead)
    total = roll_up(spec, inside, due=due, leads=leads)
    return _counted(spec, inside, total.amount, total.coverage, leads)


def _counted(
    spec: TargetSpec,
    entries: Collection[Entry],
    amount: Amount | None,
    coverage: Coverage,
    leads: frozenset[int],
) -> PlaceTotal:
    units = by_unit(spec, entries)
    states = [found.state for found in units.values()]
    return PlaceTotal(
        amount=amount,
        coverage=coverage,
        reported=states.count(FigureState.REPORTED),
        zero=states.count(FigureState.ZERO),
        missing=states.count(FigureState.MISSING),
        not_applicable=states.count(FigureState.NOT_APPLICABLE),
        estimated=states.count(FigureState.ESTIMATED),
        met=_met(spec, entries, leads),
    )


def _met(spec: TargetSpec, entries: Iterable[Entry], leads: frozenset[int]) -> int:
    places: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        places[entry.area_id].append(entry)
    totals = [roll_up(spec, own, due=frozenset(), leads=leads).amount for own in places.values()]
    return sum(1 for found in totals if found and achieved(spec, found.numerator, found.denominator))
