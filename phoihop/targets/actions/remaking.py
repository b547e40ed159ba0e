"""Stored parts made anew from all figures, folded, and held against them: by set-based statements."""

from collections.abc import Collection

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from phoihop.targets.actions.locking import lock_folding, lock_series
from phoihop.targets.actions.summaries import standing_targets
from phoihop.targets.calculations.meaning import mark_of, meaning_of
from phoihop.targets.calculations.summing import EXTREMES, PART_NAMES
from phoihop.targets.models import SummarySeries, Target
from phoihop.targets.queries.adding import ROOM, parts_sql, values_sql
from phoihop.targets.queries.counted import Places, counted_sql
from phoihop.targets.queries.summed import meanings

_WINDOW = "series_id, area_id, months, start"
_PARTS = ", ".join(PART_NAMES)
_VALUE = "state, numerator, denominator"
_SEVERAL = """
SELECT DISTINCT no FROM (
    SELECT no FROM targets_counted GROUP BY no, area_id HAVING min(body_id) < max(body_id)
) shared
"""
"""The series with figures of two bodies at one place."""
_KNOW = """
INSERT INTO targets_summaryseries (programme_id, key, meaning, is_fresh)
SELECT DISTINCT e.programme_id, t.key, '', false
FROM targets_target t JOIN programmes_edition e ON e.id = t.edition_id
WHERE EXISTS (SELECT FROM targets_figure f WHERE f.target_id = t.id)
ON CONFLICT DO NOTHING
"""


@transaction.atomic
def recompute(series_ids: Collection[int] | None = None) -> int:
    """Fill the summaries from the figures, of these series or (None) of all; answers how many series.

    Who should report is counted anew too. For figures written by COPY, after changes of the tree, and to
    repair. Acceptances of these series wait meanwhile. Sixteen statements, whatever the number of figures.
    """
    with connection.cursor() as cursor:
        cursor.execute(ROOM)
        if series_ids is None:
            cursor.execute(_KNOW)
    rows = (
        SummarySeries.objects.all() if series_ids is None else SummarySeries.objects.filter(pk__in=series_ids)
    )
    found = list(rows.order_by("pk"))
    lock_series((row.programme_id, row.key) for row in found)
    targets = standing_targets({(row.programme_id, row.key) for row in found})
    numbered = [(row.pk, targets[row.programme_id, row.key]) for row in found]
    _recount_due([target.pk for _, target in numbered])
    _remake(numbered)
    for row in found:
        row.target = targets[row.programme_id, row.key]
        row.meaning, row.is_fresh = mark_of(meaning_of(row.target.spec)), True
    SummarySeries.objects.bulk_update(found, ["target", "meaning", "is_fresh"], batch_size=1000)
    return len(found)


def _recount_due(target_ids: Collection[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM targets_duecount WHERE target_id = ANY(%s)", [list(target_ids)])
        cursor.execute("SELECT targets_recount_due(%s)", [list(target_ids)])


def _remake(numbered: Collection[tuple[int, Target]]) -> None:
    ids = [pk for pk, _ in numbered]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM targets_summary WHERE series_id = ANY(%s)", [ids])
        cursor.execute("DELETE FROM targets_summaryvalue WHERE series_id = ANY(%s)", [ids])
        cursor.execute(f"CREATE TEMP TABLE targets_counted AS {counted_sql()}", {"meant": meanings(numbered)})
        cursor.execute("ANALYZE targets_counted")
        cursor.execute(_SEVERAL)
        several = {row[0] for row in cursor.fetchall()}
        _fill_parts(cursor, [row for row in numbered if row[0] in several], is_alone=False)
        _fill_parts(cursor, [row for row in numbered if row[0] not in several], is_alone=True)
        _fill_values(cursor, [row for row in numbered if row[1].place_rule in EXTREMES])
        cursor.execute("DROP TABLE targets_counted")


def _fill_parts(cursor: CursorWrapper, numbered: Collection[tuple[int, Target]], *, is_alone: bool) -> None:
    if numbered:
        parts = parts_sql(Places.ABOVE, is_counted=True, is_alone=is_alone)
        written = f"INSERT INTO targets_summary ({_WINDOW}, {_PARTS}) {parts}"
        cursor.execute(written, {"meant": meanings(numbered)})


def _fill_values(cursor: CursorWrapper, numbered: Collection[tuple[int, Target]]) -> None:
    if numbered:
        values = values_sql(Places.ABOVE, is_counted=True)
        written = f"INSERT INTO targets_summaryvalue ({_WINDOW}, {_VALUE}, places) {values}"
        cursor.execute(written, {"meant": meanings(numbered)})


def remake_stale() -> int:
    """Make anew what is no longer up to date, one series at a time so that nobody waits long; how many."""
    stale = list(SummarySeries.objects.filter(is_fresh=False).order_by("pk").values_list("pk", flat=True))
    for pk in stale:
        recompute([pk])
    return len(stale)


_FOLD = """
WITH crowded AS (
    SELECT {key} FROM {table} GROUP BY {key} HAVING count(*) > 1 LIMIT 20000
),
taken AS (
    DELETE FROM {table} WHERE id IN (
        SELECT r.id FROM {table} r JOIN crowded c ON {same}
        FOR UPDATE OF r SKIP LOCKED
    ) RETURNING *
)
INSERT INTO {table} ({key}, {sums}) SELECT {key}, {total} FROM taken GROUP BY {key}
HAVING {any}
"""
_DUE = "target_id, area_id, is_own, since, until"
_FOLDED = (
    ("targets_summary", _WINDOW, PART_NAMES),
    ("targets_summaryvalue", f"{_WINDOW}, {_VALUE}", ("places",)),
    ("targets_duecount", _DUE, ("units", "places", "lead_units", "lead_places")),
)


def _same(name: str) -> str:
    """Equal by a sign the database can hash by; only a denominator may be empty."""
    sign = "IS NOT DISTINCT FROM" if name == "denominator" else "="
    return f"r.{name} {sign} c.{name}"


@transaction.atomic
def fold() -> int:
    """Rows of one part become one row with their sum; answers how many rows are left of them.

    Nobody waits: appending goes on, and rows another act holds are left for the next time.
    """
    left = 0
    lock_folding()
    with connection.cursor() as cursor:
        for table, key, sums in _FOLDED:
            columns = key.split(", ")
            cursor.execute(
                _FOLD.format(
                    table=table,
                    key=key,
                    same=" AND ".join(_same(name) for name in columns),
                    sums=", ".join(sums),
                    total=", ".join(f"sum({name})" for name in sums),
                    any=" OR ".join(f"sum({name}) <> 0" for name in sums),
                )
            )
            left += cursor.rowcount
    return left


_OF_PLACES = """
SELECT DISTINCT target_id FROM targets_duecount
WHERE is_own AND area_id IN (SELECT organisations_with_all_below(%s))
"""
_STALE = """
UPDATE targets_summaryseries s SET is_fresh = false
WHERE s.is_fresh AND EXISTS (
    SELECT FROM targets_target t
    JOIN targets_figure f ON f.target_id = t.id
    WHERE t.key = s.key AND f.area_id IN (SELECT organisations_with_all_below(%s))
)
"""


def places_changed(area_ids: Collection[int]) -> None:
    """Places lie elsewhere than they did: who should report is counted anew, and their series wait to be.

    A consequence of an act on places, which has asked permission; three statements. Totals are right at once,
    added up from the figures until the job has made the parts anew.
    """
    with connection.cursor() as cursor:
        cursor.execute(_OF_PLACES, [list(area_ids)])
        _recount_due([row[0] for row in cursor.fetchall()])
        cursor.execute(_STALE, [list(area_ids)])
