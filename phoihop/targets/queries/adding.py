"""Figures added up by the database: one statement for any number of targets, places and windows.

It says in SQL what `calculations.rollup` says in Python, up to the parts of `calculations.summing`; tests
hold the two to each other. The meaning of each target comes in as data (`calculations.meaning`).
"""

from phoihop.targets.calculations.summing import PART_NAMES
from phoihop.targets.queries.counted import (
    ASKED,
    EVERY,
    LIES,
    MEANT,
    SIDES,
    UNEVEN,
    Places,
    figures_counted,
)

ROOM = """
SET LOCAL work_mem = '256MB'; SET LOCAL jit = off;
SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off
"""
"""For statements over all figures: millions of rows are hashed once.

The planner, not knowing the parameters, would look up each of them, or sort them for every join."""
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
    SELECT {{windows}},
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
    GROUP BY {{by}}
),
summed AS NOT MATERIALIZED (
    SELECT no, body_id, area_id, side, months, until, latest, highest, missing AS any_missing,
           CASE WHEN apart IS NULL THEN numbers ELSE apart[1] END AS numbers,
           CASE WHEN apart IS NULL THEN numerator ELSE apart[2] END AS numerator,
           CASE WHEN apart IS NULL THEN denominators ELSE apart[3] END AS denominators,
           CASE WHEN apart IS NULL THEN denominator ELSE apart[4] END AS denominator,
           CASE WHEN apart IS NULL THEN guessed ELSE apart[5] = 1 END AS guessed,
           CASE WHEN apart IS NULL THEN missing ELSE apart[6] = 1 END AS missing
    FROM (
        SELECT g.*, {{end}} AS until, CASE WHEN g.spans IS NOT NULL THEN (
            SELECT ARRAY[count(x), sum(x), count(y), sum(y), bool_or(state = 'estimated')::int,
                         bool_or(state = 'missing')::int]
            FROM unnest(g.spans, g.xs, g.ys, g.states) AS o(span, x, y, state)
            WHERE span = ANY(targets_without_overlaps(g.spans))
        ) END AS apart
        FROM gathered g OFFSET 0
    ) once
    WHERE until IS NOT NULL
),
units AS NOT MATERIALIZED (
    SELECT s.no, s.body_id, s.area_id, s.side, s.months, s.until,
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
    FROM summed s JOIN meant m ON m.no = s.no OFFSET 0
)"""
_UNIT = _WEIGHT.format(x="u.numerator", y="u.denominator", state="u.state")
_BODIES = f"""
due AS MATERIALIZED (
    SELECT m.no, d.body_id, d.area_id, d.since, d.until, d.is_lead
    FROM meant m JOIN targets_due d ON d.target_id = m.target
),
leads AS MATERIALIZED (
    SELECT DISTINCT d.no, d.body_id FROM due d JOIN meant m ON m.no = d.no AND m.lead WHERE d.is_lead
),
moved AS MATERIALIZED (SELECT area_id, side, valid_from, valid_to FROM sides WHERE side <> 0),
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
                   AND u.until BETWEEN d.since AND d.until
    LEFT JOIN moved h ON h.area_id = u.area_id AND h.side = u.side
                     AND u.until BETWEEN h.valid_from AND h.valid_to
    OFFSET 0
)"""
_TOGETHER = """
together AS NOT MATERIALIZED (
    SELECT no, area_id, side, months, until, bool_or(weakest) AS weakest,
           count(*) FILTER (WHERE goes) AS amounts,
           count(numerator) FILTER (WHERE goes) AS numbers, sum(numerator) FILTER (WHERE goes) AS numerator,
           count(denominator) FILTER (WHERE goes) AS denominators,
           sum(denominator) FILTER (WHERE goes) AS denominator,
           coalesce(bool_or(state = 'estimated') FILTER (WHERE goes), false) AS guessed,
           coalesce(bool_or(state = 'missing') FILTER (WHERE goes), false) AS missing,
           min(weight) AS least,
           count(*) FILTER (WHERE state = 'reported')::int AS of_reported,
           count(*) FILTER (WHERE state = 'zero')::int AS of_zero,
           count(*) FILTER (WHERE state = 'estimated')::int AS of_estimated,
           count(*) FILTER (WHERE state = 'missing')::int AS of_missing,
           count(*) FILTER (WHERE state = 'not_applicable')::int AS of_not_applicable,
           count(*) FILTER (WHERE is_due AND numerator IS NOT NULL)::int AS due_reported,
           count(*) FILTER (WHERE is_due AND state = 'not_applicable')::int AS due_excused
    FROM bodies GROUP BY no, area_id, side, months, until
)"""
_ALONE = """
together AS NOT MATERIALIZED (
    SELECT no, area_id, side, months, until, weakest, goes::int AS amounts,
           (goes AND numerator IS NOT NULL)::int AS numbers, CASE WHEN goes THEN numerator END AS numerator,
           (goes AND denominator IS NOT NULL)::int AS denominators,
           CASE WHEN goes THEN denominator END AS denominator,
           goes AND state = 'estimated' AS guessed, goes AND state = 'missing' AS missing, weight AS least,
           (state = 'reported')::int AS of_reported, (state = 'zero')::int AS of_zero,
           (state = 'estimated')::int AS of_estimated, (state = 'missing')::int AS of_missing,
           (state = 'not_applicable')::int AS of_not_applicable,
           (is_due AND numerator IS NOT NULL)::int AS due_reported,
           (is_due AND state = 'not_applicable')::int AS due_excused
    FROM bodies
)"""
"""The same where no place has two bodies: nothing is to be grouped."""
_PLACES = f"""
places AS NOT MATERIALIZED (
    SELECT t.no, t.area_id, t.side, t.months, t.until, t.amounts > 0 AS has_amount,
           CASE WHEN NOT t.weakest
                THEN {_SUM_STATE}
                WHEN least IS NOT NULL THEN (ARRAY['reported', 'zero', 'estimated'])[least[4]::int + 1]
                WHEN missing THEN 'missing' ELSE 'not_applicable' END AS state,
           CASE WHEN NOT t.weakest THEN numerator ELSE least[2] END AS numerator,
           CASE WHEN NOT t.weakest THEN CASE WHEN denominators = numbers THEN denominator END
                WHEN least[5] = 0 THEN least[3] END AS denominator,
           of_reported, of_zero, of_estimated, of_missing, of_not_applicable, due_reported, due_excused
    FROM together t OFFSET 0
)"""
_LEFT = "(m.sign * (m.factor * p.numerator - m.baseline * {y}))"
_MET = " OR ".join(
    f"(m.op = '{op}' AND {_LEFT} {op} m.bound * {{y}})" for op in (">=", ">", "=", "<=", "<")
).format(y="y.y")
_GOES = "p.numerator IS NOT NULL AND (p.denominator IS NOT NULL OR NOT m.ratio)"
_SUMS = ", ".join(
    f"sum(a.{name})::{'numeric' if name in {'numerator', 'denominator'} else 'int'} AS {name}"
    for name in PART_NAMES
)
_PARTS = f"""
SELECT a.no, up AS area_id, a.months, {{start}} AS start,
       {_SUMS}
FROM (
    SELECT p.no, l.above, p.months, p.until,
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
    JOIN lies l ON l.area_id = p.area_id AND l.side = p.side
    CROSS JOIN LATERAL (
        SELECT CASE m.mode WHEN 'plain' THEN 1 WHEN 'need' THEN p.denominator
               ELSE coalesce(nullif(p.denominator, 0), m.base) END AS y
    ) y
    GROUP BY p.no, l.above, p.months, p.until
) a
JOIN (SELECT DISTINCT above, ups FROM lies) l ON l.above = a.above
CROSS JOIN LATERAL unnest(l.ups) up
GROUP BY a.no, up, a.months, a.until"""
_VALUES = """
SELECT p.no, up AS area_id, p.months, {start} AS start, p.state, p.numerator, p.denominator,
       count(*)::int AS places
FROM places p
JOIN lies l ON l.area_id = p.area_id AND l.side = p.side
CROSS JOIN LATERAL unnest(l.ups) up
WHERE p.numerator IS NOT NULL
GROUP BY p.no, up, p.months, p.until, p.state, p.numerator, p.denominator"""


def parts_sql(places: Places, *, is_counted: bool = False, is_alone: bool = False) -> str:
    """A statement giving (no, area, months, start, parts…); parameters `meant`, `areas`, `windows`.

    Above: of every calendar window, named by `months` and `start` (0: the whole term). Else of the windows
    asked for, and `months` is the number of one. `is_counted`: figures are taken from `targets_counted`.
    `is_alone`: of targets that have figures of one body only at each place, which is faster.
    """
    return _sql(places, _PARTS, is_counted=is_counted, is_alone=is_alone)


def values_sql(places: Places, *, is_counted: bool = False) -> str:
    """The same giving (no, area, months, start, state, numerator, denominator, places): who stands where."""
    return _sql(places, _VALUES, is_counted=is_counted, is_alone=False)


def _sql(places: Places, last: str, *, is_counted: bool, is_alone: bool) -> str:
    everything = places == Places.ABOVE
    windows = EVERY if everything else ASKED
    tables = [
        MEANT, places.value, SIDES, LIES,
        *([] if is_counted else figures_counted(everything=everything)),
        UNEVEN, windows.inside, _UNITS.format(windows=windows.keys, by=windows.by, end=windows.end),
        _BODIES, _ALONE if is_alone else _TOGETHER, _PLACES,
    ]  # fmt: skip
    return f"WITH {','.join(tables)} {last.format(start=windows.start)}"
