"""What follows for the totals of all places above when figures are accepted."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from django.db import connection

from phoihop.core.prepared import prepared_rows
from phoihop.targets.actions.locking import SeriesKey
from phoihop.targets.calculations import Entry
from phoihop.targets.calculations.changing import Change, Duty, Lying, PlaceFacts, changes_of
from phoihop.targets.calculations.meaning import mark_of, meaning_of
from phoihop.targets.calculations.summing import PART_NAMES
from phoihop.targets.models import SummarySeries, Target
from phoihop.targets.queries.around import Around
from phoihop.targets.queries.keys import SeriesRow, series_rows

type Place = tuple[SeriesKey, int]
"""A series and one of its places."""


def append_changes(around: Sequence[Around], *, new: Collection[int]) -> None:
    """Bring the totals of all places above up to date with the figures that count from now on.

    `around` was read under `lock_figures`: the accepted figures of each series and place, with the `new` ones
    among them. What is appended is seen with the act. Two queries and the COPY of what changed, whatever the
    number of figures; more only where a series has no parts or its target was mended.
    """
    places = {(row.series, row.area_id) for row in around if row.pk in new}
    if not places:
        return
    series = _followed({key for key, _ in places})
    rows = [row for row in around if row.series in series and (row.series, row.area_id) in places]
    if rows:
        _append(series, _facts(series, rows, new=new))


def standing_targets(series: Collection[SeriesKey]) -> dict[SeriesKey, Target]:
    """By series its row in the text the programme stands by, else in the newest it is in; two queries."""
    rows = {key: row.target.pk for key, row in series_rows(series).items()}
    found = Target.objects.select_related("edition__programme").in_bulk(rows.values())
    return {key: found[pk] for key, pk in rows.items()}


def _followed(keys: Collection[SeriesKey]) -> dict[SeriesKey, SeriesRow]:
    """The series whose parts are up to date; others are marked, for the job that makes them anew."""
    fresh: dict[SeriesKey, SeriesRow] = {}
    stale, unknown = [], []
    for key, row in series_rows(keys).items():
        if row.id is None:
            unknown.append(key)
        elif row.stored_id == row.target.pk and row.meaning == mark_of(meaning_of(row.target.spec)):
            fresh |= {key: row} if row.is_fresh else {}
        elif row.is_fresh:
            stale.append(row.id)
    if stale:
        SummarySeries.objects.filter(pk__in=stale).update(is_fresh=False)
    if unknown:
        SummarySeries.objects.bulk_create(
            (SummarySeries(programme_id=programme, key=key) for programme, key in sorted(unknown, key=str)),
            ignore_conflicts=True,
        )
    return fresh


def _facts(
    series: Mapping[SeriesKey, SeriesRow], rows: Sequence[Around], *, new: Collection[int]
) -> dict[Place, PlaceFacts]:
    before: dict[Place, dict[_Unit, Entry]] = defaultdict(dict)
    after: dict[Place, dict[_Unit, Entry]] = defaultdict(dict)
    for row in rows:
        place, unit = (row.series, row.area_id), (row.body_id, row.period_start, row.period_end)
        entry = Entry(row.body_id, row.area_id, row.period, row.amount)
        if row.pk in new:
            after[place][unit] = entry
        elif row.is_accepted:
            before[place][unit] = after[place][unit] = entry
    known = _surroundings(series, rows)
    return {
        (key, area_id): PlaceFacts(
            before=list(before[key, area_id].values()),
            after=list(found.values()),
            duties=known.duties[series[key].target.pk, area_id],
            leads=frozenset(known.leads[series[key].target.pk]),
            lying=known.lying[area_id],
        )
        for (key, area_id), found in after.items()
    }


type _Unit = tuple[int, date, date]
"""A body and its period: of the accepted figures the last stands."""

_SURROUNDINGS = """
SELECT target_id, body_id, area_id, since, until, is_lead, NULL FROM targets_due
WHERE target_id = ANY((SELECT %(targets)s::bigint[])::bigint[])
  AND body_id = ANY((SELECT %(bodies)s::bigint[])::bigint[])
UNION ALL
SELECT NULL, NULL, area_id, valid_from, valid_to, NULL, array_remove(
    array_remove(ARRAY[commune_id, district_id, province_id, nation_id], NULL), area_id)
FROM organisations_areapath WHERE area_id = ANY((SELECT %(areas)s::bigint[])::bigint[])
ORDER BY since
"""


@dataclass(frozen=True)
class _Surroundings:
    """Who should report at a place, which bodies lead, and what a place lay in."""

    duties: Mapping[tuple[int, int], list[Duty]]
    leads: Mapping[int, set[int]]
    lying: Mapping[int, list[Lying]]


def _surroundings(series: Mapping[SeriesKey, SeriesRow], rows: Iterable[Around]) -> _Surroundings:
    found = _Surroundings(defaultdict(list), defaultdict(set), defaultdict(list))
    bodies, areas = {row.body_id for row in rows}, {row.area_id for row in rows}
    targets = [row.target.pk for row in series.values()]
    given = {"targets": targets, "bodies": list(bodies), "areas": list(areas)}
    for target_id, body_id, area_id, since, until, is_lead, above in prepared_rows(_SURROUNDINGS, given):
        if target_id is None:
            found.lying[area_id].append(Lying(since, until, tuple(above)))
            continue
        found.duties[target_id, area_id].append(Duty(body_id, since, until))
        if is_lead:
            found.leads[target_id].add(body_id)
    return found


_WINDOW = "series_id, area_id, months, start"
_COPY_PARTS = f"COPY targets_summary ({_WINDOW}, {', '.join(PART_NAMES)}) FROM STDIN"
_COPY_VALUES = f"COPY targets_summaryvalue ({_WINDOW}, state, numerator, denominator, places) FROM STDIN"
_parts_of = attrgetter(*PART_NAMES)


def _append(series: Mapping[SeriesKey, SeriesRow], facts: Mapping[Place, PlaceFacts]) -> None:
    changes = [
        (series[key].id, change)
        for (key, _), found in facts.items()
        for change in changes_of(series[key].target.spec, found)
    ]
    _copy(_COPY_PARTS, [(*_window(pk, change), *_parts_of(change.parts)) for pk, change in changes])
    _copy(
        _COPY_VALUES,
        [
            (*_window(pk, change), amount.state.value, amount.numerator or 0, amount.denominator, places)
            for pk, change in changes
            for amount, places in change.values
        ],
    )


def _window(series_id: int | None, change: Change) -> tuple[object, ...]:
    return series_id, change.area_id, *change.window


def _copy(statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Numbers, days and plain words alone: none of them needs to be escaped."""
    if not rows:
        return
    lines = ("\t".join(r"\N" if value is None else str(value) for value in row) for row in rows)
    with connection.cursor() as cursor, cursor.copy(statement) as table:
        table.write("".join(f"{line}\n" for line in lines))
