"""A target through the editions of its programme: one target, one key, one series of figures."""

import uuid
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from phoihop.programmes.queries.adopted import STANDING
from phoihop.targets.models import Target


def asked_by_row(target_ids: Collection[int]) -> dict[int, list[int]]:
    """Each of these targets in every edition of its programme: row id -> the ids asked for; one query.

    A target keeps its key through amendments: a figure recorded under one edition counts in all of them.
    """
    wanted = set(target_ids)
    keys = Target.objects.filter(pk__in=wanted).values("key")
    rows = Target.objects.filter(key__in=keys).values_list("pk", "key", "edition__programme_id")
    same: dict[tuple[uuid.UUID, int], list[int]] = defaultdict(list)
    for pk, key, programme_id in rows:
        same[key, programme_id].append(pk)
    return {pk: asked for pks in same.values() if (asked := sorted(wanted & set(pks))) for pk in pks}


class SeriesRow(NamedTuple):
    """A series: its row in the text the programme stands by, and what is stored of it (`id` None: nothing).

    `stored_id`, `meaning`: of which row, and by which meaning, the stored parts are.
    """

    target: Target
    id: int | None
    stored_id: int | None
    meaning: str
    is_fresh: bool


_SERIES = f"""
SELECT DISTINCT ON (e.programme_id, t.key) t.*, e.programme_id, s.id AS series_id,
       s.target_id AS stored_id, s.meaning AS stored_meaning, s.is_fresh AS is_fresh
FROM unnest(%s::bigint[], %s::uuid[]) AS asked(programme_id, key)
JOIN programmes_edition e ON e.programme_id = asked.programme_id
JOIN targets_target t ON t.edition_id = e.id AND t.key = asked.key
LEFT JOIN targets_summaryseries s ON s.programme_id = asked.programme_id AND s.key = asked.key
ORDER BY e.programme_id, t.key, (e.id = {STANDING}) DESC NULLS LAST, e.sequence DESC
"""


def series_rows(series: Collection[tuple[int, uuid.UUID]]) -> dict[tuple[int, uuid.UUID], SeriesRow]:
    """By (programme, key) the series' row in the standing text, else in the newest it is in; one query."""
    rows = Target.objects.raw(_SERIES, [[programme for programme, _ in series], [key for _, key in series]])
    return {
        (row.programme_id, row.key): SeriesRow(
            row, row.series_id, row.stored_id, row.stored_meaning or "", bool(row.is_fresh)
        )
        for row in rows
    }
