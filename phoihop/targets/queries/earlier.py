"""What units said before, of a few or of very many: how far it spreads, and where that asks, each figure."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.db import connection

from phoihop.core.periods import Period
from phoihop.targets.calculations.plausibility import Spread
from phoihop.targets.content import Amount
from phoihop.targets.entries import Key
from phoihop.targets.queries.keys import Same, narrowed
from phoihop.targets.statuses import FIGURE_STATES

_STANDS = """
JOIN unnest(%(starts)s::date[], %(ends)s::date[]) AS p(first, last)
  ON f.period_start = p.first AND f.period_end = p.last
WHERE f.numerator IS NOT NULL AND NOT EXISTS (SELECT FROM targets_figure c WHERE c.corrects_id = f.id)
"""
_SPREAD = f"""
SELECT f.target_id, f.body_id, f.area_id, min(size), max(size),
       max(size) FILTER (WHERE f.period_start = %(newest)s)
FROM targets_figure f CROSS JOIN LATERAL (SELECT (f.numerator / coalesce(f.denominator, 1))::float8) s(size)
{_STANDS} AND f.target_id = ANY(%(targets)s) AND f.body_id = ANY(%(bodies)s)
GROUP BY f.target_id, f.body_id, f.area_id
"""  # noqa: S608 - made of constants
_FIGURES = f"""
SELECT f.target_id, f.body_id, f.area_id, f.period_start, f.state, f.numerator, f.denominator
FROM unnest(%(targets)s::bigint[], %(bodies)s::bigint[], %(areas)s::bigint[]) AS k(target, body, area)
JOIN targets_figure f ON f.target_id = k.target AND f.body_id = k.body AND f.area_id = k.area
{_STANDS}
ORDER BY f.period_start DESC
"""  # noqa: S608 - made of constants


def spreads(
    target_ids: Collection[int], periods: Collection[Period], *, body_ids: Collection[int], same: Same
) -> dict[Key, Spread]:
    """The least, the highest and the last number that stand for these periods, by unit; one query.

    `same`: `asked_by_row` of at least these targets.
    """
    asked = narrowed(same, target_ids)
    newest = max(period.start for period in periods)
    given = _days(periods) | {"newest": newest, "targets": list(asked), "bodies": list(body_ids)}
    found: dict[Key, Spread] = {}
    for target, body, area, low, high, last in _read(_SPREAD, given):
        for target_id in asked[target]:
            known = found.get((target_id, body, area))
            one = Spread(low, high, last)
            found[target_id, body, area] = known.with_(one) if known else one
    return found


def earlier_figures(
    keys: Collection[Key], periods: Collection[Period], *, same: Same
) -> Iterator[tuple[Key, Period, Amount]]:
    """The numbers that stand for these units and periods, newest first; no two periods begin on one day.

    One query; `same`: `asked_by_row` of at least their targets.
    """
    asked = narrowed(same, {target for target, _, _ in keys})
    by_start = {period.start: period for period in periods}
    units = [(row, body, area) for row, (target, body, area) in _by_row(keys, asked)]
    columns = zip(*units, strict=True) if units else ((), (), ())
    given = dict(zip(("targets", "bodies", "areas"), map(list, columns), strict=True))
    for target, body, area, start, state, numerator, denominator in _read(_FIGURES, _days(periods) | given):
        amount = Amount(FIGURE_STATES[state], numerator, denominator)
        for target_id in asked[target]:
            yield (target_id, body, area), by_start[start], amount


def _by_row(keys: Iterable[Key], asked: Same) -> Iterator[tuple[int, Key]]:
    """Each unit with every row of its target."""
    rows: dict[int, list[int]] = {}
    for row, targets in asked.items():
        for target_id in targets:
            rows.setdefault(target_id, []).append(row)
    return ((row, key) for key in keys for row in rows[key[0]])


def _days(periods: Collection[Period]) -> dict[str, Any]:
    return {"starts": [p.start for p in periods], "ends": [p.end for p in periods]}


def _read(statement: str, given: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return list(cursor.fetchall())
