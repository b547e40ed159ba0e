"""Figures of places that were merged since, as of the places of today.

Only whole mergers are followed: a place of which parts went to several stays under its old name, as a number
never divides itself. What came before and after a merger are generations of one place: a flow adds them up, a
stock is the newest one's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from phoihop.targets.calculations.rollup import Entry, added, by_unit, extreme_of, over_bodies
from phoihop.targets.calculations.summing import EXTREMES
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.statuses import FigureState, PlaceRule, TimeRule


def in_todays_places(
    spec: TargetSpec,
    entries: Iterable[Entry],
    *,
    today: Mapping[int, int],
    ended: Mapping[int, date],
    leads: frozenset[int],
) -> dict[int, Amount]:
    """The amount of each place of today from the figures of one window.

    `today`: for places that were wholly merged the one they are today; `ended`: their last days.
    """
    own: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        own[entry.area_id].append(entry)
    generations: dict[int, dict[date, list[Amount]]] = defaultdict(lambda: defaultdict(list))
    for area_id, said in own.items():
        units = {body_id: amount for (body_id, _), amount in by_unit(spec, said).items()}
        amount = over_bodies(spec, units, leads=leads)
        if amount is not None:
            generations[today.get(area_id, area_id)][ended.get(area_id, date.max)].append(amount)
    found = {area_id: _through(spec, [at[day] for day in sorted(at)]) for area_id, at in generations.items()}
    return {area_id: amount for area_id, amount in found.items() if amount is not None}


def _through(spec: TargetSpec, generations: Sequence[Sequence[Amount]]) -> Amount | None:
    """One place through its mergers, the oldest generation first."""
    stood = [amount for found in generations if (amount := _beside(spec, found)) is not None]
    if spec.rules.time == TimeRule.SUM or not stood:
        return added(stood)
    if spec.rules.time == TimeRule.MAX:
        return extreme_of(spec, stood, best=True) or stood[-1]
    answered = [amount for amount in stood if amount.state != FigureState.MISSING]
    return answered[-1] if answered else stood[-1]


def _beside(spec: TargetSpec, amounts: Sequence[Amount]) -> Amount | None:
    """Places that became one, as they stood beside each other."""
    if len(amounts) > 1 and spec.rules.place in EXTREMES:
        return extreme_of(spec, amounts, best=spec.rules.place == PlaceRule.MAX) or amounts[0]
    return added(amounts)
