"""Figures added up by the database: one statement for any number of targets, places and windows.

It says in SQL what `calculations.rollup` says in Python, up to the parts of `calculations.summing`; tests
hold the two to each other. The meaning of each target comes in as data (`calculations.meaning`).
"""

from enum import Enum

_FIGURES = """
meant AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(meant)s::jsonb) AS m(
        no bigint, programme bigint, key uuid, target bigint, time text, lead boolean, weakest boolean,
        ratio boolean, extreme boolean, mode text, factor numeric, base numeric, baseline numeric,
        sign integer, op text, bound numeric)
),
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
),
counted AS {kept} (
    SELECT s.no, f.body_id, f.area_id, f.period_start, f.period_end, f.state, f.numerator, f.denominator
    FROM same s
    JOIN targets_figure f ON f.target_id = s.id
    JOIN targets_figureacceptance a ON a.figure_id = f.id
    WHERE {where} NOT EXISTS (
        SELECT FROM corrected c
        WHERE c.no = s.no AND c.body_id = f.body_id AND c.area_id = f.area_id
          AND c.period_start = f.period_start AND c.period_end = f.period_end AND c.id > f.id
    )
),
kinds AS (
    SELECT no, period_end - period_start AS days, extract(day FROM period_start) AS first,
           extract(day FROM period_end + 1) AS next, extract(month FROM period_start) AS month
    FROM counted GROUP BY 1, 2, 3, 4, 5
),
uneven AS MATERIALIZED (
    SELECT k.no FROM kinds k JOIN meant m ON m.no = k.no AND m.time = 'sum'
    GROUP BY k.no
    HAVING bool_or(k.first <> 1 OR k.next <> 1 OR k.days > 366) OR min(k.days) + 4 < max(k.days)
        OR bool_or(k.days > 31 AND (k.month::int - 1) %% round(k.days / 30.44)::int <> 0)
)
"""
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
_SIDES = """
spans AS MATERIALIZED (SELECT *, count(*) OVER (PARTITION BY area_id) AS spans FROM lying),
sides AS MATERIALIZED (
    SELECT area_id, 0::bigint AS side, DATE '0001-01-01' AS valid_from, DATE '9999-12-31' AS valid_to, ups
    FROM spans WHERE spans = 1
    UNION ALL
    SELECT area_id, up, valid_from, valid_to, ARRAY[up] FROM spans CROSS JOIN unnest(ups) up WHERE spans > 1
)"""
_EVERY_WINDOW = """
inside AS NOT MATERIALIZED (
    SELECT c.*, s.side, w.months, w.start
    FROM counted c
    JOIN sides s ON s.area_id = c.area_id AND c.period_end BETWEEN s.valid_from AND s.valid_to
    CROSS JOIN LATERAL (VALUES
        (1, 31, date_trunc('month', c.period_end)::date),
        (3, 92, date_trunc('quarter', c.period_end)::date),
        (6, 184, make_date(extract(year FROM c.period_end)::int,
                           CASE WHEN extract(month FROM c.period_end) > 6 THEN 7 ELSE 1 END, 1)),
        (12, 366, date_trunc('year', c.period_end)::date),
        (0, 2147483647, DATE '0001-01-01')
    ) w(months, longest, start)
    WHERE c.period_end - c.period_start < w.longest
)"""
_EVERY_END = """CASE months WHEN 0 THEN DATE '9999-12-31'
    ELSE (start + make_interval(months => months))::date - 1 END"""
_ASKED_WINDOWS = """
asked AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset(%(windows)s::jsonb) AS w(
        no bigint, months integer, since date, until date, longest integer, whole boolean)
),
inside AS NOT MATERIALIZED (
    SELECT c.*, s.side, w.months, CASE WHEN w.whole THEN DATE '9999-12-31' ELSE w.until END AS start
    FROM counted c
    JOIN sides s ON s.area_id = c.area_id AND c.period_end BETWEEN s.valid_from AND s.valid_to
    JOIN asked w ON w.no = c.no AND (
        CASE WHEN w.whole THEN c.period_start <= w.until AND c.period_end >= w.since
        ELSE c.period_end BETWEEN w.since AND w.until AND c.period_end - c.period_start < w.longest END)
)"""
_ASKED_END = "start"
_SCALE = """CASE m.mode WHEN 'plain' THEN m.sign * {x}
    WHEN 'need' THEN m.sign * div({x} * 1e44, nullif({y}, 0))
    ELSE div({x} * 1e44, coalesce(nullif({y}, 0), m.base)) END"""
_OF_STATE = "CASE {state} WHEN 'reported' THEN 0 WHEN 'zero' THEN 1 ELSE 2 END"
_WEIGHT = f"ARRAY[{_SCALE}, {{x}}, coalesce({{y}}, 0), {_OF_STATE}, ({{y}} IS NULL)::int]"
_FIGURE = _WEIGHT.format(x="i.numerator", y="i.denominator", state="i.state")
_SUM_STATE = """CASE WHEN numbers = 0 THEN CASE WHEN missing THEN 'missing' ELSE 'not_applicable' END
    WHEN numerator = 0 THEN 'zero' WHEN guessed THEN 'estimated' ELSE 'reported' END"""
_UNITS = f"""
gathered AS NOT MATERIALIZED (
    SELECT i.no, i.body_id, i.area_id, i.side, i.months, i.start,
           count(i.numerator) AS numbers, sum(i.numerator) AS numerator,
           count(i.denominator) AS denominators, sum(i.denominator) AS denominator,
           bool_or(i.state = 'estimated') AS guessed, bool_or(i.state = 'missing') AS missing,
           max(ARRAY[(i.state <> 'missing')::int, i.period_end - DATE '0001-01-01',
                     i.period_start - DATE '0001-01-01',
                     CASE i.state WHEN 'reported' THEN 0 WHEN 'zero' THEN 1 WHEN 'estimated' THEN 2
                                  WHEN 'missing' THEN 3 ELSE 4 END,
                     coalesce(i.numerator, 0), coalesce(i.denominator, 0), (i.denominator IS NULL)::int])
               FILTER (WHERE m.time IN ('last', 'to_date')) AS latest,
           max({_FIGURE}) FILTER (WHERE m.time = 'max' AND i.numerator IS NOT NULL
               AND (m.mode <> 'need' OR i.denominator <> 0)) AS highest,
           array_agg(daterange(i.period_start, i.period_end, '[]')) FILTER (WHERE u.no IS NOT NULL) AS spans,
           array_agg(i.numerator) FILTER (WHERE u.no IS NOT NULL) AS xs,
           array_agg(i.denominator) FILTER (WHERE u.no IS NOT NULL) AS ys,
           array_agg(i.state) FILTER (WHERE u.no IS NOT NULL) AS states
    FROM inside i JOIN meant m ON m.no = i.no LEFT JOIN uneven u ON u.no = i.no
    GROUP BY i.no, i.body_id, i.area_id, i.side, i.months, i.start
),
summed AS NOT MATERIALIZED (
    SELECT no, body_id, area_id, side, months, start, latest, highest, missing AS any_missing,
           CASE WHEN apart IS NULL THEN numbers ELSE apart[1] END AS numbers,
           CASE WHEN apart IS NULL THEN numerator ELSE apart[2] END AS numerator,
           CASE WHEN apart IS NULL THEN denominators ELSE apart[3] END AS denominators,
           CASE WHEN apart IS NULL THEN denominator ELSE apart[4] END AS denominator,
           CASE WHEN apart IS NULL THEN guessed ELSE apart[5] = 1 END AS guessed,
           CASE WHEN apart IS NULL THEN missing ELSE apart[6] = 1 END AS missing
    FROM (
        SELECT g.*, CASE WHEN g.spans IS NOT NULL THEN (
            SELECT ARRAY[count(x), sum(x), count(y), sum(y), bool_or(state = 'estimated')::int,
                         bool_or(state = 'missing')::int]
            FROM unnest(g.spans, g.xs, g.ys, g.states) AS o(span, x, y, state)
            WHERE span = ANY(targets_without_overlaps(g.spans))
        ) END AS apart
        FROM gathered g OFFSET 0
    ) once
),
units AS NOT MATERIALIZED (
    SELECT s.no, s.body_id, s.area_id, s.side, s.months, s.start,
           CASE WHEN m.time IN ('last', 'to_date')
                THEN (ARRAY['reported', 'zero', 'estimated', 'missing', 'not_applicable'])[latest[4]::int + 1]
                WHEN m.time = 'max' AND highest IS NOT NULL
                THEN (ARRAY['reported', 'zero', 'estimated'])[highest[4]::int + 1]
                WHEN m.time = 'max' THEN CASE WHEN any_missing THEN 'missing' ELSE 'not_applicable' END
                ELSE {_SUM_STATE}
           END AS state,
           CASE WHEN m.time IN ('last', 'to_date') THEN CASE WHEN latest[4] < 3 THEN latest[5] END
                WHEN m.time = 'max' THEN highest[2]
                ELSE numerator END AS numerator,
           CASE WHEN m.time IN ('last', 'to_date') THEN CASE WHEN latest[7] = 0 THEN latest[6] END
                WHEN m.time = 'max' THEN CASE WHEN highest[5] = 0 THEN highest[3] END
                WHEN denominators = numbers THEN denominator END AS denominator
    FROM summed s JOIN meant m ON m.no = s.no
)"""
_UNIT = _WEIGHT.format(x="u.numerator", y="u.denominator", state="u.state")
_PLACES = f"""
due AS MATERIALIZED (
    SELECT m.no, d.body_id, d.area_id, d.since, d.until, d.is_lead
    FROM meant m JOIN targets_due d ON d.target_id = m.target
),
leads AS MATERIALIZED (SELECT DISTINCT no, body_id FROM due WHERE is_lead),
bodies AS NOT MATERIALIZED (
    SELECT u.*, m.lead, m.weakest, (NOT m.lead OR l.body_id IS NOT NULL) AS goes,
           (d.body_id IS NOT NULL AND (NOT m.lead OR l.body_id IS NOT NULL)
            AND (u.side = 0 OR h.area_id IS NOT NULL)) AS is_due,
           CASE WHEN m.weakest AND u.numerator IS NOT NULL AND (m.mode <> 'need' OR u.denominator <> 0)
                THEN {_UNIT} END AS weight
    FROM units u
    JOIN meant m ON m.no = u.no
    LEFT JOIN leads l ON l.no = u.no AND l.body_id = u.body_id
    LEFT JOIN due d ON d.no = u.no AND d.body_id = u.body_id AND d.area_id = u.area_id
                   AND {{end}} BETWEEN d.since AND d.until
    LEFT JOIN sides h ON u.side <> 0 AND h.area_id = u.area_id AND h.side = u.side
                     AND {{end}} BETWEEN h.valid_from AND h.valid_to
),
together AS NOT MATERIALIZED (
    SELECT no, area_id, side, months, start, bool_or(weakest) AS weakest,
           count(*) FILTER (WHERE goes) AS amounts,
           count(numerator) FILTER (WHERE goes) AS numbers, sum(numerator) FILTER (WHERE goes) AS numerator,
           count(denominator) FILTER (WHERE goes) AS denominators,
           sum(denominator) FILTER (WHERE goes) AS denominator,
           coalesce(bool_or(state = 'estimated') FILTER (WHERE goes), false) AS guessed,
           coalesce(bool_or(state = 'missing') FILTER (WHERE goes), false) AS missing,
           min(weight) AS least,
           count(*) FILTER (WHERE state = 'reported') AS of_reported,
           count(*) FILTER (WHERE state = 'zero') AS of_zero,
           count(*) FILTER (WHERE state = 'estimated') AS of_estimated,
           count(*) FILTER (WHERE state = 'missing') AS of_missing,
           count(*) FILTER (WHERE state = 'not_applicable') AS of_not_applicable,
           count(*) FILTER (WHERE is_due AND numerator IS NOT NULL) AS due_reported,
           count(*) FILTER (WHERE is_due AND state = 'not_applicable') AS due_excused
    FROM bodies GROUP BY no, area_id, side, months, start
),
places AS NOT MATERIALIZED (
    SELECT t.no, t.area_id, t.side, t.months, t.start, t.amounts > 0 AS has_amount,
           CASE WHEN NOT t.weakest
                THEN {_SUM_STATE}
                WHEN least IS NOT NULL THEN (ARRAY['reported', 'zero', 'estimated'])[least[4]::int + 1]
                WHEN missing THEN 'missing' ELSE 'not_applicable' END AS state,
           CASE WHEN NOT t.weakest THEN numerator ELSE least[2] END AS numerator,
           CASE WHEN NOT t.weakest THEN CASE WHEN denominators = numbers THEN denominator END
                WHEN least[5] = 0 THEN least[3] END AS denominator,
           of_reported, of_zero, of_estimated, of_missing, of_not_applicable, due_reported, due_excused
    FROM together t
)"""
_LEFT = "(m.sign * (m.factor * p.numerator - m.baseline * {y}))"
_MET = " OR ".join(
    f"(m.op = '{op}' AND {_LEFT} {op} m.bound * {{y}})" for op in (">=", ">", "=", "<=", "<")
).format(y="y.y")
_GOES = "p.numerator IS NOT NULL AND (p.denominator IS NOT NULL OR NOT m.ratio)"
_PARTS = f"""
SELECT p.no, up AS area_id, p.months, p.start,
       count(*)::int AS heard,
       count(*) FILTER (WHERE p.has_amount)::int AS places,
       count(p.numerator)::int AS measured,
       count(*) FILTER (WHERE {_GOES})::int AS numbers,
       coalesce(sum(p.numerator) FILTER (WHERE {_GOES}), 0) AS numerator,
       count(p.denominator) FILTER (WHERE {_GOES})::int AS denominators,
       coalesce(sum(p.denominator) FILTER (WHERE {_GOES}), 0) AS denominator,
       count(*) FILTER (WHERE p.has_amount AND p.state = 'estimated' AND {_GOES})::int AS guesses,
       count(*) FILTER (WHERE p.has_amount AND p.state = 'missing')::int AS blanks,
       count(*) FILTER (WHERE p.has_amount AND p.state = 'not_applicable')::int AS excused,
       count(*) FILTER (WHERE y.y > 0 AND ({_MET}))::int AS met,
       sum(p.of_reported)::int AS reported, sum(p.of_zero)::int AS zero,
       sum(p.of_estimated)::int AS estimated, sum(p.of_missing)::int AS missing,
       sum(p.of_not_applicable)::int AS not_applicable,
       sum(p.due_reported)::int AS due_reported, sum(p.due_excused)::int AS due_excused
FROM places p
JOIN meant m ON m.no = p.no
JOIN sides s ON s.area_id = p.area_id AND s.side = p.side {{one_side}}
CROSS JOIN LATERAL unnest(s.ups) up
CROSS JOIN LATERAL (
    SELECT CASE m.mode WHEN 'plain' THEN 1 WHEN 'need' THEN p.denominator
           ELSE coalesce(nullif(p.denominator, 0), m.base) END AS y
) y
GROUP BY p.no, up, p.months, p.start"""
_VALUES = """
SELECT p.no, up AS area_id, p.months, p.start, p.state, p.numerator, p.denominator, count(*)::int AS places
FROM places p
JOIN sides s ON s.area_id = p.area_id AND s.side = p.side {one_side}
CROSS JOIN LATERAL unnest(s.ups) up
WHERE p.numerator IS NOT NULL
GROUP BY p.no, up, p.months, p.start, p.state, p.numerator, p.denominator"""
_ONE_SIDE = """AND NOT EXISTS (
    SELECT FROM sides o WHERE s.side <> 0 AND o.area_id = s.area_id AND o.side = s.side
      AND o.valid_from < s.valid_from)"""


class Places(Enum):
    """Totals of which places: all above the figures, those asked with all below, or those by themselves."""

    ABOVE = _LYING_ABOVE
    AT = _LYING_AT
    ITSELF = _LYING_ITSELF


def parts_sql(places: Places, *, every_window: bool) -> str:
    """A statement giving (no, area, months, start, parts…); parameters `meant`, `areas`, `windows`.

    Every window: `months` and `start` name a calendar window (0: the whole term). Else `months` is the number
    of the window asked for.
    """
    return _sql(places, _PARTS, every_window=every_window)


def values_sql(places: Places, *, every_window: bool) -> str:
    """The same giving (no, area, months, start, state, numerator, denominator, places): who stands where."""
    return _sql(places, _VALUES, every_window=every_window)


def _sql(places: Places, last: str, *, every_window: bool) -> str:
    windows, end = (_EVERY_WINDOW, _EVERY_END) if every_window else (_ASKED_WINDOWS, _ASKED_END)
    everything = places == Places.ABOVE
    figures = _FIGURES.format(
        where="" if everything else "f.area_id IN (SELECT area_id FROM sides) AND",
        kept="MATERIALIZED" if everything else "NOT MATERIALIZED",
    )
    tables = [places.value, _SIDES, figures, windows, _UNITS, _PLACES.format(end=end)]
    return f"WITH {','.join(tables)} {last.format(one_side=_ONE_SIDE)}"
