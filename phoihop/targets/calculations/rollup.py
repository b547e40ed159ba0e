"""Adding figures up by the three named rules of a target: over time, then bodies at a place, then places.

A ratio is always sum over sum, a blank never counts as zero, and how many of the units that should have
reported did so goes with every total. Nothing here adds persons: a figure counts what its target counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from phoihop.core.periods import Period
from phoihop.targets.calculations.comparison import (
    PLACES_MET,
    achieved,
    is_lower_better,
    is_yes_no,
    measured,
    needs_denominator,
)
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.statuses import (
    BodyRule,
    Comparator,
    Direction,
    FigureState,
    PlaceRule,
    TargetKind,
    TimeRule,
)

type Unit = tuple[int, int]
"""A body and a place."""


@dataclass(frozen=True)
class Entry:
    """One figure to be counted."""

    body_id: int
    area_id: int
    period: Period
    amount: Amount


@dataclass(frozen=True)
class Coverage:
    """`reported` of `due` units gave a number; "không áp dụng" leaves the count, missing stays in it."""

    reported: int
    due: int

    @property
    def words(self) -> str:
        return f"{self.reported}/{self.due} đơn vị"

    @property
    def is_full(self) -> bool:
        return self.reported >= self.due


@dataclass(frozen=True)
class Total:
    """A rolled-up amount (None: no unit reported, or the target is not added up) with its coverage.

    `own`: what the only place asked has, where the amount says how many places meet the target.
    """

    amount: Amount | None
    coverage: Coverage
    own: Amount | None = None


def without_overlaps(entries: Iterable[Entry]) -> list[Entry]:
    """One unit's figures with every day counted once: a quarter's figure stands for its months.

    The longest period wins, of equal ones the earlier; the answer is in order of time.
    """
    in_order = sorted(entries, key=lambda e: e.period.start)
    if all(one.period.end < other.period.start for one, other in pairwise(in_order)):
        return in_order
    kept: list[Entry] = []
    for entry in sorted(in_order, key=lambda e: (-_days(e.period), e.period.start)):
        if not any(_meet(entry.period, other.period) for other in kept):
            kept.append(entry)
    return sorted(kept, key=lambda e: e.period.start)


def _days(period: Period) -> int:
    return (period.end - period.start).days


def _meet(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end


def over_time(spec: TargetSpec, entries: Sequence[Entry]) -> Amount | None:
    """One unit's figures as one amount by the target's time rule; None when there is no figure at all."""
    if spec.rules.time in {TimeRule.LAST, TimeRule.TO_DATE}:
        return _last(entries)
    if spec.rules.time == TimeRule.MAX:
        return _extreme(spec, [e.amount for e in entries], best=True)
    return added([e.amount for e in without_overlaps(entries)])


def _last(entries: Sequence[Entry]) -> Amount | None:
    """The latest answer that says something; a period declared missing does not wipe out the one before."""
    latest = sorted(entries, key=lambda e: (e.period.end, e.period.start), reverse=True)
    answered = [e.amount for e in latest if e.amount.state != FigureState.MISSING]
    return answered[0] if answered else (latest[0].amount if latest else None)


def added(amounts: Sequence[Amount]) -> Amount | None:
    """Sum of numerators, sum of denominators; zero only when every number is zero, estimated when one is."""
    numbers = [a for a in amounts if a.numerator is not None]
    if not numbers:
        return _wordless(amounts)
    numerator = sum((a.numerator or Decimal(0) for a in numbers), Decimal(0))
    denominators = [a.denominator for a in numbers if a.denominator is not None]
    has_all = len(denominators) == len(numbers)
    return Amount(
        state=_sum_state(numbers, numerator),
        numerator=numerator,
        denominator=sum(denominators, Decimal(0)) if has_all else None,
    )


def _sum_state(numbers: Sequence[Amount], numerator: Decimal) -> FigureState:
    if numerator == 0:
        return FigureState.ZERO
    estimated = any(a.state == FigureState.ESTIMATED for a in numbers)
    return FigureState.ESTIMATED if estimated else FigureState.REPORTED


def _wordless(amounts: Sequence[Amount]) -> Amount | None:
    """Without one number: missing if one unit owes it, not applicable if none does, else nothing."""
    states = {a.state for a in amounts}
    if not states:
        return None
    missing = FigureState.MISSING in states
    return Amount(FigureState.MISSING if missing else FigureState.NOT_APPLICABLE)


def _extreme(spec: TargetSpec, amounts: Sequence[Amount], *, best: bool) -> Amount | None:
    """The highest (`best`) or lowest number on the target's scale."""
    return extreme_of(spec, amounts, best=best) or _wordless(amounts)


def extreme_of(spec: TargetSpec, amounts: Iterable[Amount], *, best: bool) -> Amount | None:
    """The same; None without one number on the scale. Of equal ones the larger, or smaller, numbers stand."""
    scaled = [(m, *_weight(a), a) for a in amounts if (m := _scale(spec, a)) is not None]
    if not scaled:
        return None
    return (max if best else min)(scaled, key=lambda found: found[:-1])[-1]


_NUMBERED = (FigureState.REPORTED, FigureState.ZERO, FigureState.ESTIMATED)


def _weight(amount: Amount) -> tuple[Decimal, Decimal, int]:
    zero = Decimal(0)
    return amount.numerator or zero, amount.denominator or zero, _NUMBERED.index(amount.state)


def _scale(spec: TargetSpec, amount: Amount) -> Fraction | None:
    return measured(spec, amount.numerator, amount.denominator)


def over_bodies(spec: TargetSpec, amounts: dict[int, Amount], *, leads: frozenset[int]) -> Amount | None:
    """The bodies of one place together; grades and yes-or-no things stand as the weakest of them."""
    if spec.rules.body == BodyRule.LEAD_ONLY:
        return added([a for body_id, a in amounts.items() if body_id in leads])
    if is_yes_no(spec) or spec.kind == TargetKind.LEVEL:
        return _extreme(spec, list(amounts.values()), best=False)
    return added(list(amounts.values()))


def over_places(spec: TargetSpec, amounts: Sequence[Amount], *, due: int = 0) -> Amount | None:
    """The places together by the target's place rule; `count` gives how many meet it of the `due` ones."""
    if spec.rules.place == PlaceRule.NONE:
        return amounts[0] if len(amounts) == 1 else None
    if spec.rules.place == PlaceRule.COUNT:
        return _count_satisfying(spec, amounts, due=due)
    if spec.rules.place in {PlaceRule.MIN, PlaceRule.MAX}:
        return _extreme(spec, amounts, best=spec.rules.place == PlaceRule.MAX)
    if spec.rules.place == PlaceRule.RATIO or needs_denominator(spec):
        return added([a for a in amounts if a.denominator is not None or a.numerator is None])
    return added(amounts)


def _count_satisfying(spec: TargetSpec, amounts: Sequence[Amount], *, due: int) -> Amount | None:
    numbers = [a for a in amounts if a.is_number]
    if not numbers:
        return _wordless(amounts)
    met = sum(1 for a in numbers if achieved(spec, a.numerator, a.denominator))
    excused = sum(1 for a in amounts if a.state == FigureState.NOT_APPLICABLE)
    state = FigureState.REPORTED if met else FigureState.ZERO
    return Amount(state, Decimal(met), Decimal(max(len(numbers), due - excused)))


def total_spec(spec: TargetSpec) -> TargetSpec:
    """What a total is held against: where places are counted, all of them; else the target."""
    if spec.rules.place != PlaceRule.COUNT:
        return spec
    return replace(
        spec,
        kind=TargetKind.K_OF_N,
        comparator=Comparator.AT_LEAST,
        value=Decimal(1),
        value_max=None,
        base=Decimal(1),
        unit=PLACES_MET,
        direction=Direction.REACH,
        baseline=None,
    )


def by_unit(spec: TargetSpec, entries: Iterable[Entry]) -> dict[Unit, Amount]:
    """Every body at every place over time."""
    series: dict[Unit, list[Entry]] = defaultdict(list)
    for entry in entries:
        series[entry.body_id, entry.area_id].append(entry)
    rolled = {unit: over_time(spec, rows) for unit, rows in series.items()}
    return {unit: amount for unit, amount in rolled.items() if amount is not None}


def roll_up(
    spec: TargetSpec, entries: Iterable[Entry], *, due: frozenset[Unit], leads: frozenset[int]
) -> Total:
    """All figures of a target as one total; `due`: the units that should report, `leads`: the lead bodies."""
    units = by_unit(spec, entries)
    asked = frozenset(u for u in due if u[0] in leads) if spec.rules.body == BodyRule.LEAD_ONLY else due
    places: dict[int, dict[int, Amount]] = defaultdict(dict)
    for (body_id, area_id), own in units.items():
        places[area_id][body_id] = own
    at_places = [over_bodies(spec, bodies, leads=leads) for bodies in places.values()]
    due_places = len({area for _, area in asked})
    amount = over_places(spec, [a for a in at_places if a is not None], due=due_places)
    is_alone = stands_alone(spec, heard=len(at_places), due_places=due_places)
    return Total(amount, _coverage(units, asked), at_places[0] if is_alone else None)


def stands_alone(spec: TargetSpec, *, heard: int, due_places: int) -> bool:
    """Whether a target of each place is asked of one place here, which then shows its own number."""
    return spec.rules.place == PlaceRule.COUNT and heard == 1 and due_places <= 1


def _coverage(units: dict[Unit, Amount], due: frozenset[Unit]) -> Coverage:
    excused = {u for u in due if u in units and units[u].state == FigureState.NOT_APPLICABLE}
    reported = {u for u in due if u in units and units[u].is_number}
    return Coverage(len(reported), len(due - excused))


def of_period(spec: TargetSpec, now: Amount | None, before: Amount | None) -> Amount | None:
    """What one period alone brought where each figure is "lũy kế": this one less the one before it.

    Both lie in one window; for other time rules a figure already is its period's own.
    """
    if spec.rules.time != TimeRule.TO_DATE or now is None or now.numerator is None:
        return now
    if before is None or before.numerator is None or needs_denominator(spec):
        return now
    own = now.numerator - before.numerator
    return Amount(FigureState.ZERO if own == 0 else now.state, own)


def is_worse(spec: TargetSpec, one: Amount, other: Amount) -> bool:
    """Whether `one` is further from the goal than `other` (for "so với cùng kỳ")."""
    first, second = _scale(spec, one), _scale(spec, other)
    if first is None or second is None:
        return False
    return first > second if is_lower_better(spec) else first < second
