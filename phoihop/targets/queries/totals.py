"""Totals of targets at places: everything below counts, once it was accepted.

A figure lies under the places its own place belonged to on the last day of its period, and in the windows
that hold that day. Whatever the number of targets, places and windows, the number of queries is the same:
stored parts where they are up to date, else the figures themselves added up by one statement.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from phoihop.core.periods import Period
from phoihop.organisations.models import AreaVersion
from phoihop.targets.calculations import Coverage
from phoihop.targets.calculations.summing import Parts, amount_of, coverage_of, own_of
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.models import Target
from phoihop.targets.queries.due import Due, due_counts
from phoihop.targets.queries.keys import dated_targets
from phoihop.targets.queries.rebasing import changed_targets, former_below, rebased_totals
from phoihop.targets.queries.summed import Asked, Found, added_up, speaking, stored
from phoihop.targets.queries.windows import asked_windows
from phoihop.targets.statuses import BodyRule

type TotalKey = tuple[int, int, Period]
"""Target id, area id, window."""


@dataclass(frozen=True)
class PlaceTotal:
    """What a place and everything below it has of a target in a window; only accepted figures count.

    `amount` is held against `total_spec` of the target (None: nobody said anything). The counts are of units,
    a body at a place: `reported` a number other than 0, `zero`, `estimated`, `missing` (declared, with its
    reason), `not_applicable`. `met` counts the places that meet the target by themselves, of `heard` places
    that said anything and `due_places` that should. `own`: as in `rollup.Total`.
    """

    amount: Amount | None
    coverage: Coverage
    reported: int = 0
    zero: int = 0
    missing: int = 0
    not_applicable: int = 0
    estimated: int = 0
    met: int = 0
    heard: int = 0
    due_places: int = 0
    own: Amount | None = None


def place_totals(
    target_ids: Collection[int], *, area_ids: Collection[int], windows: Collection[Period],
    today: date | None = None,
) -> dict[TotalKey, PlaceTotal]:  # fmt: skip
    """The total of every target at every place in every window, by (target id, area id, window).

    The figures of the same target in other editions of its programme are among them. Places are those of the
    time of each figure ("as reported then"); with `today` those of that day: wholly merged places count with
    what they are now, split ones stay under their old name. At most six queries, more only for targets with
    figures of places that ended or moved.
    """
    targets = dated_targets(target_ids)
    asked = Asked(targets, frozenset(area_ids), asked_windows(targets, windows))
    if today is None:
        return _as_then(asked)
    changed = changed_targets([target.pk for target in targets], on=today)
    return _as_then(asked.without(changed)) | _as_today(asked.only(changed), today)


def _as_then(asked: Asked) -> dict[TotalKey, PlaceTotal]:
    found = _found(asked)
    due = due_counts(asked.targets, area_ids=asked.area_ids)
    return {
        (target.pk, area_id, window.period): _total(
            target,
            found.get((target.pk, area_id, window.number), Found()),
            due.at(target.pk, area_id, window),
        )
        for target in asked.targets
        for area_id in asked.area_ids
        for window in asked.windows[target.pk]
    }


def _as_today(asked: Asked, today: date) -> dict[TotalKey, PlaceTotal]:
    if not asked.targets:
        return {}
    found = rebased_totals(asked.targets, area_ids=asked.area_ids, asked=asked.windows, on=today)
    return {
        (target_id, area_id, _period(asked, target_id, number)): PlaceTotal(
            amount=total.amount,
            coverage=total.coverage,
            met=total.parts.met,
            heard=total.parts.heard,
            due_places=total.due_places,
            own=total.own,
            **_states(total.parts),
        )
        for (target_id, area_id, number), total in found.items()
    }


def _period(asked: Asked, target_id: int, number: int) -> Period:
    return asked.windows[target_id][number].period


def _states(parts: Parts) -> dict[str, int]:
    """Of today's places by the state of each."""
    zero = parts.zero
    return {
        "reported": parts.measured - parts.guesses - zero,
        "zero": zero,
        "estimated": parts.guesses,
        "missing": parts.blanks,
        "not_applicable": parts.excused,
    }


def children_totals(
    target_ids: Collection[int], *, area_id: int, windows: Collection[Period], today: date | None = None
) -> dict[TotalKey, PlaceTotal]:
    """The same for the places directly below `area_id` on the last day of the windows, or on `today`.

    Among today's are former places that were split: their figures stay under their old name.
    """
    if today is None:
        below = children_of(area_id, max(window.end for window in windows))
    else:
        below = [*children_of(area_id, today), *former_below(target_ids, area_id, on=today)]
    return place_totals(target_ids, area_ids=below, windows=windows, today=today)


def children_of(area_id: int, on: date) -> list[int]:
    """The places directly below on a day; one query."""
    below = AreaVersion.objects.on(on).filter(parent=area_id)
    return sorted(set(below.values_list("area", flat=True)))


def _found(asked: Asked) -> Mapping[tuple[int, int, int], Found]:
    """Stored parts with the places' own figures added, where they are up to date; else all figures."""
    known, fresh = stored(asked)
    others = asked.without(fresh)
    summed = added_up(others, with_below=True) if others.targets else {}
    own = added_up(speaking(asked.only(fresh)), with_below=False) if fresh else {}
    keys = known.keys() | own.keys()
    return {key: known.get(key, Found()) + own.get(key, Found()) for key in keys} | summed


def _total(target: Target, found: Found, due: Due) -> PlaceTotal:
    spec, parts = target.spec, found.parts
    asked = _places(spec, parts, due)
    return PlaceTotal(
        amount=amount_of(spec, parts, due_places=asked, values=found.values),
        own=own_of(spec, parts, due_places=asked),
        coverage=coverage_of(parts, due_units=_units(spec, due)),
        reported=parts.reported,
        zero=parts.zero,
        missing=parts.missing,
        not_applicable=parts.not_applicable,
        estimated=parts.estimated,
        met=parts.met,
        heard=parts.heard,
        due_places=due.places if due.is_known else parts.heard,
    )


def _units(spec: TargetSpec, due: Due) -> int | None:
    """None: nobody was named, and whoever speaks is counted; of the lead alone nobody else is."""
    return due.units if due.is_known or spec.rules.body == BodyRule.LEAD_ONLY else None


def _places(spec: TargetSpec, parts: Parts, due: Due) -> int:
    if due.is_known:
        return due.places
    return 0 if spec.rules.body == BodyRule.LEAD_ONLY else parts.heard
