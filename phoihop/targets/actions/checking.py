"""Stored parts held against all figures; nothing is repaired silently."""

import logging
from datetime import datetime

from django.db import connection, transaction

from phoihop.targets import notices
from phoihop.targets.calculations.summing import EXTREMES, PART_NAMES
from phoihop.targets.models import SummaryCheck, SummarySeries, Target
from phoihop.targets.queries.adding import ROOM, parts_sql, values_sql
from phoihop.targets.queries.counted import Places
from phoihop.targets.queries.summed import meanings

logger = logging.getLogger(__name__)

_DIFFERENT = """
SELECT DISTINCT no FROM ({now}) n
FULL JOIN (
    SELECT series_id AS no, {key}, {sums} FROM {table} WHERE series_id = ANY(%(series)s)
    GROUP BY series_id, {key} HAVING {any}
) k USING (no, {key})
WHERE ({ours}) IS DISTINCT FROM ({theirs})
"""
_WINDOW = ("area_id", "months", "start")
_VALUE = (*_WINDOW, "state", "numerator", "spelled")
_SPELLED = "coalesce(denominator, 0) AS spelled"
_WRONG_DUE = """
WITH leads AS (SELECT DISTINCT target_id, body_id FROM targets_due WHERE is_lead),
units AS (
    SELECT d.target_id, d.area_id, d.since, d.until, (l.body_id IS NOT NULL)::int AS leads
    FROM targets_due d LEFT JOIN leads l USING (target_id, body_id)
),
placed AS (
    SELECT target_id, area_id AS at, area_id, true AS is_own, since, until, leads FROM units
    UNION ALL
    SELECT u.target_id, u.area_id, up, false, greatest(u.since, p.valid_from), least(u.until, p.valid_to),
           u.leads
    FROM units u
    JOIN organisations_areapath p
      ON p.area_id = u.area_id AND p.valid_from <= u.until AND p.valid_to >= u.since
    CROSS JOIN LATERAL unnest(ARRAY[p.commune_id, p.district_id, p.province_id, p.nation_id]) up
    WHERE up <> u.area_id
),
now AS (
    SELECT target_id, area_id, is_own, since, until, count(*) AS units, sum(leads) AS lead_units
    FROM placed GROUP BY target_id, area_id, is_own, since, until
),
kept AS (
    SELECT target_id, area_id, is_own, since, until, sum(units) AS units, sum(lead_units) AS lead_units
    FROM targets_duecount GROUP BY target_id, area_id, is_own, since, until
    HAVING sum(units) <> 0 OR sum(lead_units) <> 0
)
SELECT DISTINCT target_id FROM now FULL JOIN kept k USING (target_id, area_id, is_own, since, until)
WHERE now.units IS DISTINCT FROM k.units OR now.lead_units IS DISTINCT FROM k.lead_units
"""


@transaction.atomic
def check_summaries(*, at: datetime) -> SummaryCheck:
    """Compare every part that is up to date with the figures, and who should report with the shares.

    Where they differ: a row that says in which targets, an error in the log, and a notice to administrators;
    `recompute` repairs. Nobody waits meanwhile. Eight statements, whatever the number of figures.
    """
    rows = list(SummarySeries.objects.filter(is_fresh=True).select_related("target__edition__programme"))
    numbered = [(row.pk, row.target) for row in rows if row.target is not None]
    wrong = _wrong_parts(numbered)
    targets = {target.pk for pk, target in numbered if pk in wrong} | _wrong_due()
    found = SummaryCheck.objects.create(at=at, series=len(numbered), differing=sorted(targets))
    if targets:
        logger.error("stored totals differ from the figures in targets %s", sorted(targets))
        notices.tell_differing(found, at=at)
    return found


def _wrong_parts(numbered: list[tuple[int, Target]]) -> set[int]:
    sums = ", ".join(f"sum({name}) AS {name}" for name in PART_NAMES)
    anything = " OR ".join(f"sum({name}) <> 0" for name in PART_NAMES)
    parts = _DIFFERENT.format(
        now=parts_sql(Places.ABOVE),
        table="targets_summary",
        key=", ".join(_WINDOW),
        sums=sums,
        any=anything,
        ours=", ".join(f"n.{name}" for name in PART_NAMES),
        theirs=", ".join(f"k.{name}" for name in PART_NAMES),
    )
    values = _DIFFERENT.format(
        now=f"SELECT *, {_SPELLED} FROM ({values_sql(Places.ABOVE)}) v",
        table=f"(SELECT *, {_SPELLED} FROM targets_summaryvalue) v",
        key=", ".join(_VALUE),
        sums="sum(places) AS places",
        any="sum(places) <> 0",
        ours="n.places",
        theirs="k.places",
    )
    extremes = [(pk, target) for pk, target in numbered if target.place_rule in EXTREMES]
    return _asked(parts, numbered) | _asked(values, extremes)


def _asked(sql: str, numbered: list[tuple[int, Target]]) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(ROOM)
        cursor.execute(sql, {"meant": meanings(numbered), "series": [pk for pk, _ in numbered]})
        return {row[0] for row in cursor.fetchall()}


def _wrong_due() -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(_WRONG_DUE)
        return {row[0] for row in cursor.fetchall()}
