"""Totals in the places of today: what was reported by places merged since counts with what they are now."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q

from phoihop.organisations.models import Area, AreaPath, SuccessionLink
from phoihop.targets.calculations import Coverage, Entry, counts_in
from phoihop.targets.calculations.rebasing import in_todays_places
from phoihop.targets.calculations.summing import EXTREMES, Parts, amount_of, own_of, parts_of_amount
from phoihop.targets.content import Amount
from phoihop.targets.models import Contribution, Figure, Target
from phoihop.targets.queries.due import Due, due_counts
from phoihop.targets.queries.keys import asked_by_row
from phoihop.targets.queries.loading import Facts, facts_by_target
from phoihop.targets.queries.windows import AskedWindow


@dataclass(frozen=True)
class Today:
    """Of places that figures speak of: what each is today, when it ended, and under which it lies today.

    A place that ended and was not wholly merged stays itself (`former`) and lies under what its own is today.
    """

    places: Mapping[int, int]
    ended: Mapping[int, date]
    above: Mapping[int, tuple[int, ...]]
    former: frozenset[int]

    def holds(self, area_id: int, place: int) -> bool:
        return place == area_id or area_id in self.above.get(place, ())

    def directly_below(self, area_id: int) -> frozenset[int]:
        """Former places whose nearest standing place is this one."""
        return frozenset(p for p in self.former if self.above.get(p, ())[:1] == (area_id,))


def changed_targets(target_ids: Collection[int], *, on: date) -> set[int]:
    """Of these the targets with figures of places that ended before the day, or moved; two queries."""
    moved = AreaPath.objects.values("area").annotate(spans=Count("pk")).filter(spans__gt=1).values("area")
    changed = Area.objects.filter(Q(valid_to__lt=on) | Q(pk__in=moved)).values("pk")
    rows = asked_by_row(target_ids)
    found = Figure.objects.filter(target__in=list(rows), area__in=changed).values_list("target").distinct()
    return {asked for (row,) in found for asked in rows[row]}


def todays(area_ids: Collection[int], *, on: date) -> Today:
    """What these places are on the day; three queries for each generation of mergers, and two more."""
    known = set(area_ids) | _all_above(area_ids)
    places, ended, edge = {pk: pk for pk in known}, _ended(known, on), known
    last_days = dict(ended)
    while edge:
        whole = _wholly_merged({places[pk] for pk in edge} & ended.keys())
        edge = {pk for pk in edge if places[pk] in whole}
        for pk in edge:
            places[pk] = whole[places[pk]]
        ended |= _ended({places[pk] for pk in edge}, on)
    former = {pk for pk in known if places[pk] in ended}
    return Today(
        places={pk: now for pk, now in places.items() if pk != now},
        ended=last_days,
        above=_above({places[pk] for pk in area_ids}, places, on),
        former=frozenset({places[pk] for pk in former} & {places[pk] for pk in area_ids}),
    )


def _all_above(area_ids: Collection[int]) -> set[int]:
    rows = AreaPath.objects.filter(area__in=area_ids)
    found = rows.values_list("commune_id", "district_id", "province_id", "nation_id")
    return {pk for row in found for pk in row if pk is not None}


def _ended(area_ids: Collection[int], on: date) -> dict[int, date]:
    rows = Area.objects.filter(pk__in=area_ids, valid_to__lt=on).values_list("pk", "valid_to")
    return {pk: last for pk, last in rows if last is not None}


def _wholly_merged(area_ids: Collection[int]) -> dict[int, int]:
    links = SuccessionLink.objects.filter(from_area__in=area_ids).exclude(to_area=F("from_area"))
    found: dict[int, set[int | None]] = defaultdict(set)
    for before, after, is_partial in links.values_list("from_area", "to_area", "is_partial"):
        found[before or 0].add(None if is_partial else after)
    ways = {before: next(iter(after)) for before, after in found.items() if len(after) == 1}
    return {before: after for before, after in ways.items() if after is not None}


def _above(area_ids: Collection[int], places: Mapping[int, int], on: date) -> dict[int, tuple[int, ...]]:
    """Nearest first, each as it is today; of a place that ended where it lay last."""
    found: dict[int, tuple[int, ...]] = {}
    for row in AreaPath.objects.filter(area__in=area_ids, valid_from__lte=on).order_by("valid_from"):
        ids = (row.commune_id, row.district_id, row.province_id, row.nation_id)
        standing = (places.get(pk, pk) for pk in ids if pk is not None and pk != row.area_id)
        found[row.area_id] = tuple(dict.fromkeys(standing))
    return found


def former_below(target_ids: Collection[int], area_id: int, *, on: date) -> list[int]:
    """Former places with figures of these targets that were not wholly merged, and lay in this one."""
    rows = list(asked_by_row(target_ids))
    ended = Area.objects.filter(valid_to__lt=on).values("pk")
    spoken = Figure.objects.filter(target__in=rows, area__in=ended).values_list("area", flat=True).distinct()
    return sorted(todays(list(spoken), on=on).directly_below(area_id))


@dataclass(frozen=True)
class Rebased:
    """A total in today's places; coverage counts places here, as bodies of old have no seat among today's."""

    amount: Amount | None
    coverage: Coverage
    parts: Parts
    due_places: int
    own: Amount | None


def rebased_totals(
    targets: Sequence[Target], *, area_ids: Collection[int],
    asked: Mapping[int, Sequence[AskedWindow]], on: date,
) -> dict[tuple[int, int, int], Rebased]:  # fmt: skip
    """By (target id, area id, number of the window); folds every figure of the targets."""
    facts = facts_by_target([t.pk for t in targets], since=date.min, until=date.max)
    spoken = {entry.area_id for found in facts.values() for entry in found.counted}
    now = todays(spoken, on=on)
    due, leads = due_counts(targets, area_ids=area_ids), _leads(targets)
    found: dict[tuple[int, int, int], Rebased] = {}
    for target in targets:
        for window in asked[target.pk]:
            amounts = _amounts(target, facts.get(target.pk, Facts()).counted, window, (now, leads))
            for area_id in area_ids:
                here = [amount for place, amount in amounts.items() if now.holds(area_id, place)]
                key = (target.pk, area_id, window.number)
                found[key] = _total(target, here, due.at(target.pk, area_id, window))
    return found


def _leads(targets: Iterable[Target]) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    rows = Contribution.objects.filter(target__in=[t.pk for t in targets], is_lead=True)
    for target_id, body_id in rows.values_list("target", "body"):
        found[target_id].add(body_id)
    return found


def _amounts(
    target: Target, entries: Iterable[Entry], window: AskedWindow, known: tuple[Today, dict[int, set[int]]]
) -> dict[int, Amount]:
    now, leads = known
    inside = [e for e in entries if counts_in(e.period, window.period, programme=window.programme)]
    return in_todays_places(
        target.spec, inside, today=now.places, ended=now.ended, leads=frozenset(leads[target.pk])
    )


def _total(target: Target, here: Sequence[Amount], due: Due) -> Rebased:
    spec = target.spec
    parts = Parts()
    values: dict[Amount, int] = defaultdict(int)
    for amount in here:
        parts += parts_of_amount(spec, amount)
        if amount.is_number and spec.rules.place in EXTREMES:
            values[amount] += 1
    places = max(due.places if due.is_known else len(here), parts.heard)
    return Rebased(
        amount=amount_of(spec, parts, due_places=places, values=values),
        coverage=Coverage(parts.measured, places - parts.excused),
        parts=parts,
        due_places=places,
        own=own_of(spec, parts, due_places=places),
    )
