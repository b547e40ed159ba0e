"""Who reported when, counted by the database: one query for a commune's bodies or a nation's provinces."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.dashboards.calculations.heat import EARLY_DAYS, HeatCell, Mark, mark_of
from phoihop.dashboards.queries.scope import Scope, programmes_of
from phoihop.organisations.models import Level
from phoihop.programmes.models import Programme
from phoihop.reports.calculations import Kept
from phoihop.reports.models import Obligation

_WANTED = (
    "id", "programme_id", "body_id", "period_start", "period_end", "due_on", "handed_in_on", "report_status",
    "ended_on", "waived_on", "is_sample",
)  # fmt: skip
_COLUMNS = {
    Level.NATION: ("nation_id", "province_id"),
    Level.PROVINCE: ("province_id", "commune_id"),
    Level.DISTRICT: ("district_id", "commune_id"),
    Level.COMMUNE: ("commune_id", "area_id"),
}
"""By the level looked at: where a place of that level stands in the paths, and the one directly below."""
_ALIKE = """due_on,
    CASE WHEN handed_in_on IS NOT NULL THEN GREATEST(LEAST(due_on - handed_in_on, {early}), -1) END,
    report_status = 'returned', report_status = 'draft', COALESCE(ended_on <= due_on, FALSE),
    waived_on IS NOT NULL"""
"""Columns that make obligations alike: `lead` days before the last day, cut to late, in time and early."""
_GROUPED = f"""
WITH seen AS MATERIALIZED ({{seen}}), placed AS (
    SELECT s.*, p.{{below}} AS place_id, CASE WHEN b.area_id = %s OR %s THEN s.body_id END AS own_body_id
    FROM seen s JOIN organisations_body b ON b.id = s.body_id
    JOIN organisations_areapath p ON p.area_id = b.area_id AND %s BETWEEN p.valid_from AND p.valid_to
    WHERE p.{{level}} = %s
)
SELECT CASE WHEN own_body_id IS NULL THEN place_id END, own_body_id, period_start, period_end,
    bool_or(is_sample), {_ALIKE}, count(*), min(id)
FROM placed GROUP BY 1, 2, 3, 4, 6, 7, 8, 9, 10, 11
"""
_BY_PROGRAMME = f"""
WITH RECURSIVE seen AS MATERIALIZED ({{seen}}), roots(root, id) AS (
    SELECT p, p FROM unnest(%s::bigint[]) p
    UNION
    SELECT r.root, a.programme_id FROM programmes_adoption a JOIN roots r ON r.id = a.parent_id
)
SELECT roots.root, {_ALIKE}, count(*), min(seen.id) FROM seen JOIN roots ON roots.id = seen.programme_id
GROUP BY 1, 2, 3, 4, 5, 6, 7
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
    level, below = _COLUMNS.get(Level(scope.place.level), ("area_id", "area_id"))
    sql = _GROUPED.format(seen=seen, early=EARLY_DAYS, level=level, below=below)
    place, by_body = scope.place.id, not scope.has_places_below
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, place, by_body, today, place])
        rows = cursor.fetchall()
    return _folded(rows, today)


def _seen(scope: Scope, member: Member, year: int) -> Any:
    return _rows(member, year).filter(programme__in=programmes_of(scope.programme.pk).values("pk"))


def _rows(member: Member, year: int) -> Any:
    """One row a duty, body and period; a successor's row beside a counted one is not counted twice."""
    counted = Obligation.objects.filter(Q(ended_on=None) | Q(ended_on__gt=F("due_on")))
    rows = Obligation.objects.visible_to(member).filter(due_on__year=year)
    rows = rows.exclude(Exists(counted.filter(pk=OuterRef("inherited_from"))))
    return rows.order_by().values(*_WANTED)


def _folded(rows: Sequence[Sequence[Any]], today: date) -> Standings:
    counts: dict[tuple[Unit, Period], Counter[Mark]] = defaultdict(Counter)
    records: dict[tuple[Unit, Period], int] = {}
    for place_id, body_id, start, end, _, *group in rows:
        mark, count = _marked(group, today)
        key = Unit(body_id is None, body_id or place_id), Period(start, end)
        counts[key][mark] += count
        records[key] = group[-1]
    cells: dict[Unit, dict[Period, HeatCell]] = defaultdict(dict)
    for (unit, period), found in counts.items():
        marks = _owed_only(found)
        is_one = sum(marks.values()) == 1 and not unit.is_place
        cells[unit][period] = HeatCell(marks, records[unit, period] if is_one else None)
    periods = sorted({period for _, period in counts})
    return Standings(dict(cells), periods, any(row[4] for row in rows))


def _owed_only(found: Counter[Mark]) -> Counter[Mark]:
    return Counter({mark: count for mark, count in found.items() if mark != Mark.NOT_OWED})


def _marked(group: Sequence[Any], today: date) -> tuple[Mark, int]:
    """The mark of obligations counted together by _ALIKE, and how many they are."""
    due_on, lead, is_returned, is_draft, is_ended, is_waived, count, first = group
    kept = Kept(
        id=first,
        due_on=due_on,
        first_handed_in_on=None if lead is None else due_on - timedelta(days=lead),
        is_returned=is_returned,
        is_open_draft=is_draft,
        ended_on=due_on if is_ended else None,
    )
    return Mark.WAIVED if is_waived else mark_of(kept, on=today), count


def counts_by_programme(
    member: Member, programme_ids: Collection[int], *, year: int, today: date
) -> dict[int, HeatCell]:
    """Obligations due in the year of each programme and what took its text from it; one query."""
    if not programme_ids:
        return {}
    tree = Programme.objects.filter(
        Q(pk__in=programme_ids)
        | Q(adoption__parent__in=programme_ids)
        | Q(adoption__parent__adoption__parent__in=programme_ids)
    )
    seen, params = _rows(member, year).filter(programme__in=tree.values("pk")).query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(_BY_PROGRAMME.format(seen=seen, early=EARLY_DAYS), [*params, list(programme_ids)])
        rows = cursor.fetchall()
    counts: dict[int, Counter[Mark]] = defaultdict(Counter)
    for programme_id, *group in rows:
        mark, count = _marked(group, today)
        counts[programme_id][mark] += count
    return {pk: HeatCell(_owed_only(found)) for pk, found in counts.items()}
