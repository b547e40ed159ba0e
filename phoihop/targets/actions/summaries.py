"""What follows for the totals of all places above when figures are accepted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection
from django.db.models import Q

from phoihop.core.periods import Period
from phoihop.organisations.models import AreaPath
from phoihop.programmes.queries.adopted import standing_editions
from phoihop.targets.actions.locking import SeriesKey, lock_places
from phoihop.targets.calculations import Entry
from phoihop.targets.calculations.changing import Change, Duty, Lying, PlaceFacts, changes_of
from phoihop.targets.calculations.meaning import mark_of, meaning_of
from phoihop.targets.content import Amount
from phoihop.targets.models import Figure, Summary, SummarySeries, SummaryValue, Target
from phoihop.targets.statuses import FigureState

type Place = tuple[SeriesKey, int]
"""A series and one of its places."""


def figures_changed(figure_ids: Collection[int]) -> None:
    """Bring the totals of all places above up to date with figures accepted in this transaction.

    Called once for all figures of an act, as the last thing in its transaction: what it appends is seen with
    the act, and the places it locks are free again when the act is over. Figures recorded but not accepted
    change no total: they may be among the ids. Those accepted by an earlier act may not. Nine queries.
    """
    ids = set(figure_ids)
    places = {((row[0], row[1]), row[2]) for row in _accepted(ids)}
    if not places:
        return
    lock_places(places)
    series = _followed({key for key, _ in places})
    if series:
        _append(series, _facts(series, {place for place in places if place[0] in series}, new=ids))


def _accepted(ids: Collection[int]) -> Iterable[tuple[int, UUID, int]]:
    rows = Figure.objects.filter(pk__in=ids, acceptance__isnull=False)
    return rows.values_list("target__edition__programme", "target__key", "area").distinct()


def standing_targets(series: Collection[SeriesKey]) -> dict[SeriesKey, Target]:
    """By series its row in the text the programme stands by, else in the newest it is in; two queries."""
    rows = Target.objects.filter(
        edition__programme__in={programme for programme, _ in series}, key__in={key for _, key in series}
    ).select_related("edition__programme")
    standing = set(standing_editions({programme for programme, _ in series}).values_list("pk", flat=True))
    found: dict[SeriesKey, Target] = {}
    for row in sorted(rows, key=lambda row: (row.edition_id in standing, row.edition.sequence)):
        found[row.edition.programme_id, row.key] = row
    return {key: found[key] for key in series}


def _followed(keys: Collection[SeriesKey]) -> dict[SeriesKey, tuple[SummarySeries, Target]]:
    """The series whose parts are up to date; others are marked, for the job that makes them anew."""
    targets = standing_targets(keys)
    asked = Q()
    for programme_id, target_key in keys:
        asked |= Q(programme=programme_id, key=target_key)
    rows = {(row.programme_id, row.key): row for row in SummarySeries.objects.filter(asked)}
    fresh: dict[SeriesKey, tuple[SummarySeries, Target]] = {}
    stale = []
    for key, row in rows.items():
        target = targets[key]
        if row.is_fresh and row.target_id == target.pk and row.meaning == mark_of(meaning_of(target.spec)):
            fresh[key] = (row, target)
        elif row.is_fresh:
            stale.append(row.pk)
    if stale:
        SummarySeries.objects.filter(pk__in=stale).update(is_fresh=False)
    unknown = set(keys) - rows.keys()
    SummarySeries.objects.bulk_create(
        (SummarySeries(programme_id=programme, key=key) for programme, key in sorted(unknown, key=str)),
        ignore_conflicts=True,
    )
    return fresh


@dataclass
class _Gathered:
    """Of a place: the accepted figures of each unit and period in the order they came."""

    chains: dict[tuple[int, Period], list[tuple[int, Amount]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def counted(self, area_id: int, *, without: Collection[int] = ()) -> list[Entry]:
        """The last accepted of each chain, as if those `without` were not there."""
        entries = []
        for (body_id, period), chain in self.chains.items():
            amounts = [amount for pk, amount in chain if pk not in without]
            if amounts:
                entries.append(Entry(body_id, area_id, period, amounts[-1]))
        return entries


def _facts(
    series: Mapping[SeriesKey, tuple[SummarySeries, Target]], places: Collection[Place], *, new: set[int]
) -> dict[Place, PlaceFacts]:
    gathered = _figures(series, places)
    bodies = {body_id for found in gathered.values() for body_id, _ in found.chains}
    duties, leads = _duties({target.pk: key for key, (_, target) in series.items()}, bodies)
    lying = _lying({area_id for _, area_id in places})
    return {
        (key, area_id): PlaceFacts(
            before=found.counted(area_id, without=new),
            after=found.counted(area_id),
            duties=duties.get((key, area_id), []),
            leads=frozenset(leads[key]),
            lying=lying.get(area_id, []),
        )
        for (key, area_id), found in gathered.items()
    }


def _figures(
    series: Mapping[SeriesKey, tuple[SummarySeries, Target]], places: Collection[Place]
) -> dict[Place, _Gathered]:
    """The accepted figures of each place, whatever edition they were recorded under."""
    rows = Figure.objects.filter(
        acceptance__isnull=False,
        area__in={area_id for _, area_id in places},
        target__in=Target.objects.filter(
            key__in={key for _, key in series}, edition__programme__in={one for one, _ in series}
        ).values("pk"),
    ).order_by("pk")
    gathered: dict[Place, _Gathered] = defaultdict(_Gathered)
    for pk, programme, key, area, body, start, end, state, numerator, denominator in rows.values_list(
        "pk", "target__edition__programme", "target__key", "area_id", "body_id", "period_start",
        "period_end", "state", "numerator", "denominator",
    ):  # fmt: skip
        amount = Amount(FigureState(state), numerator, denominator)
        if ((programme, key), area) in places:
            gathered[(programme, key), area].chains[body, Period(start, end)].append((pk, amount))
    return gathered


_DUE = """
SELECT target_id, body_id, area_id, since, until, is_lead FROM targets_due
WHERE target_id = ANY(%s) AND body_id = ANY(%s)
"""


def _duties(
    targets: Mapping[int, SeriesKey], body_ids: Collection[int]
) -> tuple[dict[Place, list[Duty]], dict[SeriesKey, set[int]]]:
    duties: dict[Place, list[Duty]] = defaultdict(list)
    leads: dict[SeriesKey, set[int]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_DUE, [list(targets), list(body_ids)])
        for target_id, body_id, area_id, since, until, is_lead in cursor.fetchall():
            duties[targets[target_id], area_id].append(Duty(body_id, since, until))
            if is_lead:
                leads[targets[target_id]].add(body_id)
    return duties, leads


def _lying(area_ids: Collection[int]) -> dict[int, list[Lying]]:
    found: dict[int, list[Lying]] = defaultdict(list)
    for row in AreaPath.objects.filter(area__in=area_ids).order_by("valid_from"):
        above = (row.commune_id, row.district_id, row.province_id, row.nation_id)
        ids = tuple(pk for pk in above if pk is not None and pk != row.area_id)
        found[row.area_id].append(Lying(row.valid_from, row.valid_to, ids))
    return found


def _append(
    series: Mapping[SeriesKey, tuple[SummarySeries, Target]], facts: Mapping[Place, PlaceFacts]
) -> None:
    changes = [
        (series[key][0].pk, change)
        for (key, _), found in facts.items()
        for change in changes_of(series[key][1].spec, found)
    ]
    Summary.objects.bulk_create(_parts(changes))
    SummaryValue.objects.bulk_create(_values(changes))


def _parts(changes: Sequence[tuple[int, Change]]) -> list[Summary]:
    return [Summary(**_window(series_id, change), **vars(change.parts)) for series_id, change in changes]


def _values(changes: Sequence[tuple[int, Change]]) -> list[SummaryValue]:
    return [
        SummaryValue(
            **_window(series_id, change), state=amount.state, numerator=amount.numerator or 0,
            denominator=amount.denominator, places=places,
        )
        for series_id, change in changes
        for amount, places in change.values
    ]  # fmt: skip


def _window(series_id: int, change: Change) -> dict[str, object]:
    months, start = change.window
    return {"series_id": series_id, "area_id": change.area_id, "months": months, "start": start}
