"""Parts of totals: the stored ones, and figures added up on the spot."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Q, Sum

from phoihop.targets.calculations.meaning import mark_of, meaning_of
from phoihop.targets.calculations.summing import EXTREMES, PART_NAMES, Parts
from phoihop.targets.content import Amount
from phoihop.targets.models import Figure, Summary, SummarySeries, SummaryValue, Target
from phoihop.targets.queries.adding import parts_sql, values_sql
from phoihop.targets.queries.counted import Places
from phoihop.targets.queries.keys import asked_by_row
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


def stored(asked: Asked) -> tuple[dict[Key, Found], frozenset[int]]:
    """Stored parts of everything below the places, and for which targets they are up to date.

    Three queries. A target one of whose windows is not stored is left out.
    """
    series = _fresh_series(asked)
    targets = {pk: series_id for series_id, pk in series.items()}
    windows = _windows_stored(asked.only(targets))
    if not windows:
        return {}, frozenset(targets)
    rows: dict[Key, Found] = defaultdict(Found)
    wanted = Q()
    for months, start in windows:
        wanted |= Q(months=months, start=start)
    within = Q(series__in=series, area_id__in=asked.area_ids) & wanted
    for (series_id, area_id, *window), parts in _sums(within):
        for number in windows[window[0], window[1]].get(series[series_id], ()):
            rows[series[series_id], area_id, number] += Found(parts)
    for (series_id, area_id, *window), amount, places in _values(within, _extremes(asked, targets)):
        for number in windows[window[0], window[1]].get(series[series_id], ()):
            rows[series[series_id], area_id, number] += Found(values={amount: places})
    return dict(rows), frozenset(targets)


def _fresh_series(asked: Asked) -> dict[int, int]:
    marks = {
        target.pk: mark_of(meaning_of(target.spec))
        for target in asked.targets
        if all(window.months is not None for window in asked.windows[target.pk])
    }
    rows = SummarySeries.objects.filter(target__in=marks, is_fresh=True)
    return {
        pk: target_id
        for pk, target_id, meaning in rows.values_list("pk", "target_id", "meaning")
        if target_id is not None and marks[target_id] == meaning
    }


def _windows_stored(asked: Asked) -> dict[tuple[int, Any], dict[int, list[int]]]:
    """By (months, start): for each target the numbers of the windows it is."""
    found: dict[tuple[int, Any], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for target in asked.targets:
        for window in asked.windows[target.pk]:
            found[window.months or 0, window.start][target.pk].append(window.number)
    return found


def _extremes(asked: Asked, series: Mapping[int, int]) -> list[int]:
    return [series[t.pk] for t in asked.targets if t.pk in series and t.place_rule in EXTREMES]


def _sums(within: Q) -> Iterable[tuple[tuple[Any, ...], Parts]]:
    sums = {f"sum_{name}": Sum(name) for name in PART_NAMES}
    rows = Summary.objects.filter(within).values_list("series_id", "area_id", "months", "start")
    for row in rows.annotate(**sums):
        yield row[:4], Parts(*row[4:])


def _values(within: Q, series: Collection[int]) -> Iterable[tuple[tuple[Any, ...], Amount, int]]:
    if not series:
        return
    rows = SummaryValue.objects.filter(within, series__in=series).values_list(
        "series_id", "area_id", "months", "start", "state", "numerator", "denominator"
    )
    for row in rows.annotate(sum_places=Sum("places")):
        yield row[:4], _amount(*row[4:7]), row[7]


def speaking(asked: Asked) -> Asked:
    """Only the places with figures of their own, which a province or the nation seldom has; one query."""
    rows = asked_by_row([target.pk for target in asked.targets])
    found = Figure.objects.filter(target__in=list(rows), area__in=asked.area_ids)
    return replace(asked, area_ids=frozenset(found.values_list("area", flat=True).distinct()))


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
