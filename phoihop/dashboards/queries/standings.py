"""Who reported when, counted by the database: one query for a commune's bodies or a nation's provinces."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.dashboards.calculations.heat import EARLY_DAYS, HeatCell, Mark, mark_of
from phoihop.dashboards.queries.scope import Scope, programmes_of
from phoihop.reports.calculations import Kept
from phoihop.reports.models import Obligation

_WANTED = (
    "id", "body_id", "period_start", "period_end", "due_on", "handed_in_on", "report_status", "ended_on",
    "waived_on", "is_sample",
)  # fmt: skip
_GROUPED = """
WITH RECURSIVE seen AS MATERIALIZED ({seen}),
versions AS (
    SELECT DISTINCT ON (v.area_id) v.area_id, v.parent_id FROM organisations_areaversion v
    WHERE (v.valid_from IS NULL OR v.valid_from <= %s) AND (v.valid_to IS NULL OR v.valid_to >= %s)
    ORDER BY v.area_id, v.valid_from DESC NULLS LAST
), units(area_id, unit_id) AS (
    SELECT area_id, area_id FROM versions WHERE parent_id = %s
    UNION ALL
    SELECT v.area_id, u.unit_id FROM versions v JOIN units u ON v.parent_id = u.area_id
), placed AS (
    SELECT s.*, CASE WHEN b.area_id = %s THEN NULL ELSE u.unit_id END AS place_id,
        CASE WHEN b.area_id = %s OR %s THEN s.body_id END AS own_body_id
    FROM seen s JOIN organisations_body b ON b.id = s.body_id LEFT JOIN units u ON u.area_id = b.area_id
    WHERE b.area_id = %s OR u.unit_id IS NOT NULL
)
SELECT CASE WHEN own_body_id IS NULL THEN place_id END, own_body_id, period_start, period_end, due_on,
    GREATEST(LEAST(due_on - handed_in_on, {early}), -1), report_status IN ('returned', 'draft'),
    report_status = 'returned', ended_on IS NOT NULL AND ended_on <= due_on, waived_on IS NOT NULL,
    count(*), min(id), bool_or(is_sample)
FROM placed GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
"""


@dataclass(frozen=True)
class Unit:
    """A row of the picture: a place below, or a body."""

    is_place: bool
    id: int


@dataclass(frozen=True)
class Standings:
    """Cells by unit and period; `is_sample`: some of it is made up."""

    cells: dict[Unit, dict[Period, HeatCell]]
    periods: list[Period]
    is_sample: bool


def standings(scope: Scope, member: Member, *, year: int, today: date) -> Standings:
    """Obligations due in the year at the scope's place and below, as the member may see them; one query.

    In a commune each body is a unit, its villages' too; above it each place directly below is one, beside the
    bodies of the place itself.
    """
    seen, params = _seen(scope, member, year).query.sql_with_params()
    place = scope.place.id
    sql = _GROUPED.format(seen=seen, early=EARLY_DAYS)
    by_body = not scope.has_places_below
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, today, today, place, place, place, by_body, place])
        rows = cursor.fetchall()
    return _folded(rows, today)


def _seen(scope: Scope, member: Member, year: int) -> Any:
    """One row a duty, body and period; a successor's row beside a counted one is not counted twice."""
    rows = Obligation.objects.visible_to(member).filter(due_on__year=year)
    rows = rows.filter(programme__in=programmes_of(scope.programme.pk).values("pk"))
    counted = Obligation.objects.filter(Q(ended_on=None) | Q(ended_on__gt=F("due_on")))
    rows = rows.exclude(Exists(counted.filter(pk=OuterRef("inherited_from"))))
    return rows.order_by().values(*_WANTED)


def _folded(rows: Sequence[Sequence[Any]], today: date) -> Standings:
    counts: dict[tuple[Unit, Period], Counter[Mark]] = defaultdict(Counter)
    records: dict[tuple[Unit, Period], int] = {}
    for place_id, body_id, start, end, due_on, lead, draft, returned, ended, waived, count, first, _ in rows:
        kept = _kept(first, due_on, lead, is_returned=returned, is_draft=draft and not returned, ended=ended)
        mark = Mark.WAIVED if waived else mark_of(kept, on=today)
        key = Unit(body_id is None, body_id or place_id), Period(start, end)
        counts[key][mark] += count
        records[key] = first
    cells: dict[Unit, dict[Period, HeatCell]] = defaultdict(dict)
    for (unit, period), found in counts.items():
        marks = Counter({mark: n for mark, n in found.items() if mark != Mark.NOT_OWED})
        is_one = sum(marks.values()) == 1 and not unit.is_place
        cells[unit][period] = HeatCell(marks, records[unit, period] if is_one else None)
    periods = sorted({period for _, period in counts})
    return Standings(dict(cells), periods, any(row[-1] for row in rows))


def _kept(
    first: int, due_on: date, lead: int | None, *, is_returned: bool, is_draft: bool, ended: bool
) -> Kept:
    """One obligation like those counted together; `lead` days before the last day it was handed in."""
    return Kept(
        id=first,
        due_on=due_on,
        first_handed_in_on=None if lead is None else due_on - timedelta(days=lead),
        is_returned=is_returned,
        is_open_draft=is_draft,
        ended_on=due_on if ended else None,
    )
