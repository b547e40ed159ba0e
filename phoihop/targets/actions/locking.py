"""Who waits for whom: one series of one body at one place at a time, never a whole target.

Locks of the transaction, gone when it ends. Several are taken by one statement in one order, so that two acts
never wait for each other.
"""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from django.db import connection

from phoihop.core.prepared import prepared_rows
from phoihop.targets.models import Target

type SeriesKey = tuple[int, UUID]
"""Programme id and the target's key: a target through its editions."""

PERIODS = 5_030_074
"""Our own class of locks: recording and accepting share the programme's, closing a period takes it alone."""
_ORDERED = """
SELECT CASE WHEN alone THEN pg_advisory_xact_lock(key) ELSE pg_advisory_xact_lock_shared(key) END FROM (
    SELECT DISTINCT alone, hashtextextended(name, 0) AS key
    FROM unnest(%s::text[], %s::boolean[]) AS asked(name, alone) ORDER BY alone, key OFFSET 0
) ordered
"""

_OF_FIGURES = f"""
SELECT CASE
    WHEN step = 2 THEN pg_advisory_xact_lock_shared({PERIODS}, key::int)
    WHEN step IN (1, 4) THEN pg_advisory_xact_lock(key)
    ELSE pg_advisory_xact_lock_shared(key) END
FROM (
    SELECT DISTINCT step, key
    FROM (
        SELECT e.programme_id AS programme, e.programme_id || ' ' || t.key AS series, f.area_id AS area,
               f.body_id AS body
        FROM targets_figure f
        JOIN targets_target t ON t.id = f.target_id
        JOIN programmes_edition e ON e.id = t.edition_id
        WHERE f.id = ANY((SELECT %s::bigint[])::bigint[])
        OFFSET 0
    ) asked
    CROSS JOIN LATERAL (VALUES
        (0, hashtextextended('figures ' || series, 0)),
        (1, hashtextextended('figures ' || series || ' ' || body || ' ' || area, 0)),
        (2, programme::bigint),
        (3, hashtextextended('sums ' || series, 0)),
        (4, hashtextextended('sums ' || series || ' ' || area, 0))
    ) named(step, key) ORDER BY step, key OFFSET 0
) ordered
"""


def lock_figures(figure_ids: Collection[int]) -> None:
    """All an act needs that lets these figures count, by one statement: their units as `lock_units`, their
    periods kept open, then their places as `lock_places`. The last thing before the act reads and writes."""
    prepared_rows(_OF_FIGURES, [list(figure_ids)])


def lock_units(units: Iterable[tuple[SeriesKey, int, int]]) -> None:
    """One act at a time on the figures of a series, a body and a place; beside acts on other units."""
    found = list(units)
    _lock(
        [f"figures {_name(series)} {body} {area}" for series, body, area in found],
        beside=[f"figures {_name(series)}" for series, _, _ in found],
    )


def lock_all_units(target_ids: Collection[int]) -> None:
    """One act on all figures of these targets: it waits for those on single units, and they for it."""
    rows = Target.objects.filter(pk__in=target_ids).values_list("edition__programme", "key")
    _lock([f"figures {_name(series)}" for series in rows])


def lock_places(places: Iterable[tuple[SeriesKey, int]]) -> None:
    """One act at a time adds a series up at a place, while nobody makes the whole series anew."""
    found = list(places)
    _lock(
        [f"sums {_name(series)} {area}" for series, area in found],
        beside=[f"sums {_name(series)}" for series, _ in found],
    )


def lock_series(series: Iterable[SeriesKey]) -> None:
    """Nobody adds to these series meanwhile; waits for the acts that do."""
    _lock([f"sums {_name(one)}" for one in series])


def lock_folding() -> None:
    """One at a time folds parts or makes them anew."""
    _lock(["sums"])


def _name(series: SeriesKey) -> str:
    return f"{series[0]} {series[1]}"


def _lock(alone: Sequence[str], *, beside: Sequence[str] = ()) -> None:
    """Those `beside` others hold too; they come first."""
    names = [*beside, *alone]
    if names:
        with connection.cursor() as cursor:
            cursor.execute(_ORDERED, [names, [False] * len(beside) + [True] * len(alone)])
