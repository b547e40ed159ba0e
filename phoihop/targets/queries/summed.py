"""Parts of totals: the stored ones, and figures added up on the spot."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Q, Sum

from phoihop.core.prepared import prepared_rows
from phoihop.targets.calculations.meaning import mark_of, meaning_of
from phoihop.targets.calculations.summing import EXTREMES, PART_NAMES, Parts
from phoihop.targets.content import Amount
from phoihop.targets.models import SummaryValue, Target
from phoihop.targets.queries.adding import parts_sql, values_sql
from phoihop.targets.queries.counted import Places
from phoihop.targets.queries.windows import AskedWindow
from phoihop.targets.statuses import FigureState

type Key = tuple[int, int, int]
"""Target id, area id, number of the window."""


@dataclass(frozen=True)
class Found:
    """Parts of one total; where the least or highest is asked for, how many places stand at each amount."""

    parts: Parts = Parts()
    values: Mapping[Amount, int] = field(default_factory=dict)

    def __add__(self, other: "Found") -> "Found":
        values = dict(self.values)
        for amount, places in other.values.items():
            values[amount] = values.get(amount, 0) + places
        return Found(self.parts + other.parts, values)


@dataclass(frozen=True)
class Asked:
    """Targets with their programmes, places, and the windows by target id."""

    targets: Sequence[Target]
    area_ids: frozenset[int]
    windows: Mapping[int, tuple[AskedWindow, ...]]

    def only(self, target_ids: Collection[int]) -> "Asked":
        return replace(self, targets=[t for t in self.targets if t.pk in target_ids])

    def without(self, target_ids: Collection[int]) -> "Asked":
        return replace(self, targets=[t for t in self.targets if t.pk not in target_ids])


_STORED = f"""
SELECT s.id, s.target_id, s.meaning, p.* FROM targets_summaryseries s
LEFT JOIN LATERAL (
    SELECT area_id, months, start, {", ".join(f"sum({name})" for name in PART_NAMES)}
    FROM targets_summary
    WHERE series_id = s.id AND area_id = ANY((SELECT %(areas)s::bigint[])::bigint[])
      AND months = ANY((SELECT %(months)s::smallint[])::smallint[])
      AND start = ANY((SELECT %(starts)s::date[])::date[])
    GROUP BY area_id, months, start
) p ON true
WHERE s.target_id = ANY((SELECT %(targets)s::bigint[])::bigint[]) AND s.is_fresh
"""


def stored(asked: Asked) -> tuple[dict[Key, Found], frozenset[int]]:
    """Stored parts of everything below the places, and for which targets they are up to date.

    One query, and one more for the least or the highest. A target one of whose windows is not stored is left
    out.
    """
    marks = {
        target.pk: mark_of(meaning_of(target.spec))
        for target in asked.targets
        if all(window.months is not None for window in asked.windows[target.pk])
    }
    if not marks:
        return {}, frozenset()
    windows = _windows_stored(asked.only(marks))
    series: dict[int, int] = {}
    rows: dict[Key, Found] = defaultdict(Found)
    for series_id, target_id, meaning, area_id, months, start, *parts in _stored_rows(asked, marks, windows):
        if marks[target_id] != meaning:
            continue
        series[series_id] = target_id
        for number in windows[months, start].get(target_id, ()) if area_id is not None else ():
            rows[target_id, area_id, number] += Found(Parts(*parts))
    for (series_id, area_id, *window), amount, places in _values(asked, windows, _extremes(asked, series)):
        for number in windows[window[0], window[1]].get(series[series_id], ()):
            rows[series[series_id], area_id, number] += Found(values={amount: places})
    return dict(rows), frozenset(series.values())


def _stored_rows(
    asked: Asked, target_ids: Collection[int], windows: Collection[tuple[int, Any]]
) -> list[tuple[Any, ...]]:
    """Some windows more may be among them, which nobody asked for."""
    return prepared_rows(_STORED, {
        "areas": list(asked.area_ids), "targets": list(target_ids),
        "months": sorted({months for months, _ in windows}),
        "starts": sorted({start for _, start in windows}),
    })  # fmt: skip


def _windows_stored(asked: Asked) -> dict[tuple[int, Any], dict[int, list[int]]]:
    """By (months, start): for each target the numbers of the windows it is."""
    found: dict[tuple[int, Any], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for target in asked.targets:
        for window in asked.windows[target.pk]:
            found[window.months or 0, window.start][target.pk].append(window.number)
    return found


def _extremes(asked: Asked, series: Mapping[int, int]) -> list[int]:
    return [series[t.pk] for t in asked.targets if t.pk in series and t.place_rule in EXTREMES]


def _values(
    asked: Asked, windows: Iterable[tuple[int, Any]], series: Collection[int]
) -> Iterable[tuple[tuple[Any, ...], Amount, int]]:
    if not series:
        return
    wanted = Q()
    for months, start in windows:
        wanted |= Q(months=months, start=start)
    within = Q(series__in=series, area_id__in=asked.area_ids) & wanted
    rows = SummaryValue.objects.filter(within).values_list(
        "series_id", "area_id", "months", "start", "state", "numerator", "denominator"
    )
    for row in rows.annotate(sum_places=Sum("places")):
        yield row[:4], _amount(*row[4:7]), row[7]


_SPEAKING = """
SELECT here.id FROM unnest((SELECT %(areas)s::bigint[])) AS here(id)
WHERE EXISTS (
    SELECT FROM unnest(
        (SELECT %(programmes)s::bigint[]), (SELECT %(keys)s::uuid[])) AS asked(programme_id, key)
    JOIN programmes_edition e ON e.programme_id = asked.programme_id
    JOIN targets_target t ON t.edition_id = e.id AND t.key = asked.key
    JOIN targets_figure f ON f.target_id = t.id
    WHERE f.area_id = here.id
)
"""


def speaking(asked: Asked) -> Asked:
    """Only the places with figures of their own, which a province or the nation seldom has; one query."""
    found = prepared_rows(_SPEAKING, {
        "areas": list(asked.area_ids), "keys": [target.key for target in asked.targets],
        "programmes": [target.edition.programme_id for target in asked.targets],
    })  # fmt: skip
    return replace(asked, area_ids=frozenset(pk for (pk,) in found))


def added_up(asked: Asked, *, with_below: bool) -> dict[Key, Found]:
    """The figures themselves, of the places with all below them or only their own; one or two queries."""
    if not asked.area_ids:
        return {}
    places = Places.AT if with_below else Places.ITSELF
    found: dict[Key, Found] = {}
    for target_id, area_id, number, _, *parts in _run(parts_sql(places), asked):
        found[target_id, area_id, number] = Found(Parts(*parts))
    extremes = [target for target in asked.targets if target.place_rule in EXTREMES]
    if extremes:
        sql = values_sql(places)
        for target_id, area_id, number, _, *amount, count in _run(sql, replace(asked, targets=extremes)):
            found[target_id, area_id, number] += Found(values={_amount(*amount): count})
    return found


def _amount(state: str, numerator: Decimal, denominator: Decimal | None) -> Amount:
    return Amount(FigureState(state), numerator, denominator)


def _run(sql: str, asked: Asked) -> list[tuple[Any, ...]]:
    meant = meanings((target.pk, target) for target in asked.targets)
    windows = [_window(target.pk, w) for target in asked.targets for w in asked.windows[target.pk]]
    with connection.cursor() as cursor:
        areas = list(asked.area_ids)
        cursor.execute(sql, {"meant": meant, "areas": areas, "windows": json.dumps(windows)})
        return list(cursor.fetchall())


def meanings(numbered: Iterable[tuple[int, Target]]) -> str:
    """The meanings of targets under numbers of one's own, for a statement of `adding`; programmes loaded."""
    return json.dumps(
        [
            {
                "no": number,
                "programme": target.edition.programme_id,
                "key": str(target.key),
                "target": target.pk,
                **meaning_of(target.spec),
            }
            for number, target in numbered
        ]
    )


def _window(number: int, window: AskedWindow) -> dict[str, Any]:
    span = window.programme if window.is_whole else window.period
    return {
        "no": number,
        "months": window.number,
        "since": span.start.isoformat(),
        "until": span.end.isoformat(),
        "longest": window.longest,
        "whole": window.is_whole,
    }
