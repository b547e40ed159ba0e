"""Completeness of a tree of places: nation, provinces, communes, down to the bodies and their reports.

One set-based query counts every obligation below a place: rows are grouped by the place of the body that owes
them, and only those few thousand groups climb the tree. A place that ended stands where it last stood, so a
merger takes nothing out of a total.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, Q, QuerySet

from phoihop.core.periods import Period
from phoihop.organisations.models import Level
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.organisations.queries.labels import AreaLabel, area_path
from phoihop.programmes.models import DutyRule, Programme
from phoihop.programmes.models.facts import DutyKind
from phoihop.programmes.models.visibility import places_under
from phoihop.reports.calculations import Coverage, Standing, coverage_of
from phoihop.reports.models import Obligation
from phoihop.reports.queries.counting import added, countable, coverage_from, tallies
from phoihop.reports.queries.standing import COLOURS, Held, held

_BELOW = """
WITH RECURSIVE counts AS MATERIALIZED ({counts}), up AS (
    SELECT a.area_id, a.area_id AS at_id, v.parent_id
    FROM (SELECT DISTINCT area_id FROM counts) a LEFT JOIN LATERAL ({parent} a.area_id {newest}) v ON TRUE
    UNION ALL
    SELECT u.area_id, u.parent_id, v.parent_id
    FROM up u LEFT JOIN LATERAL ({parent} u.parent_id {newest}) v ON TRUE
    WHERE u.parent_id IS NOT NULL AND u.at_id <> %s AND u.parent_id <> %s
)
SELECT u.at_id, c.period_start, c.period_end, sum(c.returned)::int AS returned,
       sum(c.received)::int AS received, sum(c.on_time)::int AS on_time, sum(c.missing)::int AS missing,
       sum(c.waived)::int AS waived, sum(c.all_rows)::int AS all_rows
FROM counts c JOIN up u ON u.area_id = c.area_id
WHERE u.parent_id = %s OR u.at_id = %s
GROUP BY u.at_id, c.period_start, c.period_end
"""
_PARENT = "SELECT parent_id FROM organisations_areaversion WHERE area_id ="
_NEWEST = "AND (valid_from IS NULL OR valid_from <= %s) ORDER BY valid_from DESC NULLS LAST LIMIT 1"


@dataclass(frozen=True)
class Asked:
    """What is counted: a programme with the places that adopted it, a year, one duty or all, one place."""

    programme: Programme
    area_id: int
    year: int
    duty_key: uuid.UUID | None = None


@dataclass(frozen=True)
class PlaceRow:
    """A place with its counts, and those of each period where one duty is looked at (None: nothing owed)."""

    area_id: int
    name: str
    level: str
    coverage: Coverage
    by_period: Sequence[Coverage | None]
    owed: int
    is_here: bool = False
    is_total: bool = False

    @property
    def label(self) -> str:
        """ "xã Lam Sơn"; for the place looked at, whether all of it or its own bodies."""
        if self.is_total:
            return f"Tất cả: {self.name}"
        return f"Đơn vị thuộc {self.name}" if self.is_here else self.name


@dataclass(frozen=True)
class BodyLine:
    """A body at the place with what it owes, each with its standing and its page."""

    body_id: int
    name: str
    cells: Sequence["BodyCell"]
    coverage: Coverage


@dataclass(frozen=True)
class BodyCell:
    """One report owed."""

    obligation_id: int
    name: str
    period: Period
    due_on: date
    standing: Standing

    @property
    def colour(self) -> str:
        return COLOURS[self.standing]


@dataclass(frozen=True)
class PlacesBoard:
    """The places directly below one, and the place's own bodies together as the last row, with totals."""

    asked: Asked
    name: str
    path: Sequence[AreaLabel]
    periods: Sequence[Period]
    rows: Sequence[PlaceRow]
    total: PlaceRow
    bodies: Sequence[BodyLine]


def duties_counted(programme: Programme) -> list[tuple[uuid.UUID, str]]:
    """The duties obligations were made of, by key with their newest name; one query."""
    rows = DutyRule.everywhere.filter(
        clause__edition__programme=programme, kind__in=[DutyKind.REPORT, DutyKind.REVIEW]
    ).order_by("pk")
    return list(dict(rows.values_list("key", "name")).items())


def places_board(asked: Asked, *, today: date) -> PlacesBoard:
    """Seven queries, one of which counts; whatever the number of places, bodies and periods."""
    keys = [asked.duty_key] if asked.duty_key else [key for key, _ in duties_counted(asked.programme)]
    owed = Obligation.objects.filter(duty_key__in=keys, due_on__year=asked.year)
    labels = area_labels({asked.area_id}, today)
    found = _counted(_within(owed, labels[asked.area_id]), asked.area_id, today)
    periods = sorted({row["period"] for row in found}) if asked.duty_key else []
    by_area: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in found:
        by_area[row["at_id"]].append(row)
    labels |= area_labels(by_area, today)
    rows = sorted(
        (_row(labels[area_id], group, periods, asked.area_id) for area_id, group in by_area.items()),
        key=lambda row: (row.is_here, labels[row.area_id].sort_key),
    )
    return PlacesBoard(
        asked=asked,
        name=labels[asked.area_id].full_name,
        path=area_path(asked.area_id, today),
        periods=periods,
        rows=rows,
        total=replace(_row(labels[asked.area_id], found, periods, asked.area_id), is_total=True),
        bodies=_bodies(owed.filter(body__area=asked.area_id), today),
    )


def _within(rows: QuerySet[Obligation], place: AreaLabel) -> QuerySet[Obligation]:
    """Of bodies at the place or below it; a nation holds all there are."""
    if place.level == Level.NATION:
        return rows
    below = places_under(place.id).values("area")
    return rows.filter(Q(body__area=place.id) | Q(body__area__in=below))


def _counted(rows: QuerySet[Obligation], area_id: int, today: date) -> list[dict[str, Any]]:
    groups = (
        countable(rows)
        .order_by()
        .values("body__area_id", "period_start", "period_end")
        .annotate(**tallies(today), all_rows=Count("pk"))
    )
    try:
        inner, given = groups.query.sql_with_params()
    except EmptyResultSet:
        return []  # the programme has no duty, so nothing is owed
    names = "area_id, period_start, period_end, returned, received, on_time, missing, waived, all_rows"
    counts = f"SELECT * FROM ({inner}) AS c({names})"
    sql = _BELOW.format(counts=counts, parent=_PARENT, newest=_NEWEST)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*given, today, today, area_id, area_id, area_id, area_id])
        columns = [column[0] for column in cursor.description]
        read = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    return [row | {"period": Period(row["period_start"], row["period_end"])} for row in read]


def _row(
    label: AreaLabel, group: Iterable[dict[str, Any]], periods: Sequence[Period], area_id: int
) -> PlaceRow:
    found = list(group)
    by_period: dict[Period, list[Coverage]] = defaultdict(list)
    for row in found:
        by_period[row["period"]].append(coverage_from(row))
    return PlaceRow(
        area_id=label.id,
        name=label.full_name,
        level=label.level,
        coverage=added([coverage_from(row) for row in found]),
        by_period=[added(by_period[period]) if period in by_period else None for period in periods],
        owed=sum(row["all_rows"] for row in found),
        is_here=label.id == area_id,
    )


def _bodies(rows: QuerySet[Obligation], today: date) -> list[BodyLine]:
    by_body: dict[int, list[Held]] = defaultdict(list)
    for row in held(rows.order_by("due_on", "pk")):
        by_body[row.row.body_id].append(row)
    labels = body_labels(set(by_body), today)
    lines = [
        BodyLine(
            body_id=body_id,
            name=labels[body_id].short_name,
            cells=[
                BodyCell(row.row.pk, row.row.duty.name, row.period, row.row.due_on, row.standing(today))
                for row in group
            ],
            coverage=_coverage(group, today),
        )
        for body_id, group in by_body.items()
    ]
    return sorted(lines, key=lambda line: labels[line.body_id].sort_key)


def _coverage(group: Iterable[Held], today: date) -> Coverage:
    return coverage_of([row.kept for row in group], on=today)
