"""Which figures count, at which places, in which windows: the first tables of a statement of `adding`."""

from dataclasses import dataclass
from enum import Enum

MEANT = """
meant AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(meant)s::jsonb) AS m(
        no bigint, programme bigint, key uuid, target bigint, time text, lead boolean, weakest boolean,
        ratio boolean, extreme boolean, mode text, factor numeric, base numeric, baseline numeric,
        sign integer, op text, bound numeric)
)"""
_KNOWN = """
same AS MATERIALIZED (
    SELECT t.id, m.no FROM meant m
    JOIN targets_target t ON t.key = m.key
    JOIN programmes_edition e ON e.id = t.edition_id AND e.programme_id = m.programme
),
corrected AS MATERIALIZED (
    SELECT s.no, f.id, f.body_id, f.area_id, f.period_start, f.period_end
    FROM same s
    JOIN targets_figure f ON f.target_id = s.id AND f.corrects_id IS NOT NULL
    JOIN targets_figureacceptance a ON a.figure_id = f.id
)"""
_COUNTED = """
SELECT s.no, f.body_id, f.area_id, f.period_start, f.period_end, f.state, f.numerator, f.denominator
FROM same s
JOIN targets_figure f ON f.target_id = s.id
JOIN targets_figureacceptance a ON a.figure_id = f.id
WHERE {where} NOT EXISTS (
    SELECT FROM corrected c
    WHERE c.no = s.no AND c.body_id = f.body_id AND c.area_id = f.area_id
      AND c.period_start = f.period_start AND c.period_end = f.period_end AND c.id > f.id
)"""
UNEVEN = """
kinds AS (
    SELECT no, period_end - period_start AS days, extract(day FROM period_start) AS first,
           extract(day FROM period_end + 1) AS next, extract(month FROM period_start) AS month
    FROM targets_counted GROUP BY no, period_start, period_end
),
uneven AS MATERIALIZED (
    SELECT k.no FROM kinds k JOIN meant m ON m.no = k.no AND m.time = 'sum'
    GROUP BY k.no
    HAVING bool_or(k.first <> 1 OR k.next <> 1 OR k.days > 366) OR min(k.days) + 4 < max(k.days)
        OR bool_or(k.days > 31 AND (k.month::int - 1) %% round(k.days / 30.44)::int <> 0)
)"""
_ABOVE = "array_remove(ARRAY[p.commune_id, p.district_id, p.province_id, p.nation_id], NULL)"
_LYING_ABOVE = f"""
lying AS (
    SELECT area_id, valid_from, valid_to, array_remove({_ABOVE}, area_id) AS ups FROM organisations_areapath p
)"""
_LYING_AT = f"""
lying AS (
    SELECT * FROM (
        SELECT a.id AS area_id, coalesce(p.valid_from, DATE '0001-01-01') AS valid_from,
               coalesce(p.valid_to, DATE '9999-12-31') AS valid_to,
               ARRAY(SELECT up FROM unnest(array_append({_ABOVE}, a.id)) up
                     WHERE up = ANY(%(areas)s) GROUP BY up) AS ups
        FROM organisations_area a LEFT JOIN organisations_areapath p ON p.area_id = a.id
        WHERE a.id = ANY(%(areas)s) OR p.commune_id = ANY(%(areas)s) OR p.district_id = ANY(%(areas)s)
           OR p.province_id = ANY(%(areas)s) OR p.nation_id = ANY(%(areas)s)
    ) found WHERE cardinality(ups) > 0
)"""
_LYING_ITSELF = """
lying AS (
    SELECT id AS area_id, DATE '0001-01-01' AS valid_from, DATE '9999-12-31' AS valid_to, ARRAY[id] AS ups
    FROM unnest(%(areas)s::bigint[]) id
)"""
SIDES = """
spans AS MATERIALIZED (SELECT *, count(*) OVER (PARTITION BY area_id) AS spans FROM lying),
sides AS MATERIALIZED (
    SELECT area_id, 0::bigint AS side, DATE '0001-01-01' AS valid_from, DATE '9999-12-31' AS valid_to, ups
    FROM spans WHERE spans = 1
    UNION ALL
    SELECT area_id, up, valid_from, valid_to, ARRAY[up] FROM spans CROSS JOIN unnest(ups) up WHERE spans > 1
)"""
LIES = """
lies AS MATERIALIZED (
    SELECT area_id, side, ups, dense_rank() OVER (ORDER BY ups) AS above
    FROM (SELECT area_id, side, min(ups) AS ups FROM sides GROUP BY area_id, side) one
)"""
_EVERY_WINDOW = """
inside AS NOT MATERIALIZED (
    SELECT c.*, s.side, CASE WHEN d.days < 31 THEN d.month END AS month,
           CASE WHEN d.days < 92 THEN d.month / 3 END AS quarter,
           CASE WHEN d.days < 184 THEN d.month / 6 END AS half,
           CASE WHEN d.days < 366 THEN d.month / 12 END AS year
    FROM targets_counted c
    JOIN sides s ON s.area_id = c.area_id AND c.period_end BETWEEN s.valid_from AND s.valid_to
    CROSS JOIN LATERAL (
        SELECT c.period_end - c.period_start AS days, 12 * date_part('year', c.period_end)::integer
               + date_part('month', c.period_end)::integer - 1 AS month
    ) d
)"""
_WINDOWS_WITHIN = """i.no, i.body_id, i.area_id, i.side,
    CASE GROUPING(i.year, i.half, i.quarter, i.month)
        WHEN 0 THEN 1 WHEN 1 THEN 3 WHEN 3 THEN 6 WHEN 7 THEN 12 ELSE 0 END AS months,
    CASE GROUPING(i.year, i.half, i.quarter, i.month)
        WHEN 0 THEN i.month WHEN 1 THEN i.quarter WHEN 3 THEN i.half WHEN 7 THEN i.year ELSE 0 END AS turn"""
_EVERY_END = """CASE months WHEN 0 THEN DATE '9999-12-31'
    ELSE make_date((turn + 1) * months / 12, (turn + 1) * months %% 12 + 1, 1) - 1 END"""
_EVERY_START = """CASE months WHEN 0 THEN DATE '0001-01-01'
    ELSE (until + 1 - make_interval(months => months))::date END"""
_ASKED_WINDOWS = """
asked AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(windows)s::jsonb) AS w(
        no bigint, months integer, since date, until date, longest integer, whole boolean)
),
inside AS NOT MATERIALIZED (
    SELECT c.*, s.side, w.months, CASE WHEN w.whole THEN DATE '9999-12-31' ELSE w.until END AS until
    FROM targets_counted c
    JOIN sides s ON s.area_id = c.area_id AND c.period_end BETWEEN s.valid_from AND s.valid_to
    JOIN asked w ON w.no = c.no AND (
        CASE WHEN w.whole THEN c.period_start <= w.until AND c.period_end >= w.since
        ELSE c.period_end BETWEEN w.since AND w.until AND c.period_end - c.period_start < w.longest END)
)"""


class Places(Enum):
    """Totals of which places: all above the figures, those asked with all below, or those by themselves."""

    ABOVE = _LYING_ABOVE
    AT = _LYING_AT
    ITSELF = _LYING_ITSELF


@dataclass(frozen=True)
class Windows:
    """The windows of a statement: the table `inside` of figures in them, and how that is grouped.

    `keys` are selected with a `turn`, from which `end` makes the last day; `start` is answered for it.
    """

    inside: str
    keys: str
    by: str
    end: str
    start: str


EVERY = Windows(
    _EVERY_WINDOW,
    _WINDOWS_WITHIN,
    "i.no, i.body_id, i.area_id, i.side, ROLLUP (i.year, i.half, i.quarter, i.month)",
    _EVERY_END,
    _EVERY_START,
)
"""Calendar windows lie in one another: one sorted pass adds a figure up in all that hold it.

`turn` says how many windows of so many months were before.
"""
ASKED = Windows(
    _ASKED_WINDOWS,
    "i.no, i.body_id, i.area_id, i.side, i.months, i.until AS turn",
    "i.no, i.body_id, i.area_id, i.side, i.months, i.until",
    "turn",
    "until",
)


def counted_sql() -> str:
    """A statement giving all figures that count; parameter `meant`.

    Its rows may be kept for several statements, in a temporary table `targets_counted` with statistics.
    """
    return f"WITH {MEANT}, {_KNOWN} {_COUNTED.format(where='')}"


def figures_counted(*, everything: bool) -> list[str]:
    """The table `targets_counted` within the statement: of all figures, or those at the places asked for."""
    where = "" if everything else "f.area_id IN (SELECT area_id FROM sides) AND"
    kept = "MATERIALIZED" if everything else "NOT MATERIALIZED"
    return [_KNOWN, f"targets_counted AS {kept} ({_COUNTED.format(where=where)})"]
