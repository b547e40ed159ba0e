"""A target through the editions of its programme: one target, one key, one series of figures."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet

from phoihop.core.prepared import prepared_rows
from phoihop.programmes.models import Edition
from phoihop.programmes.queries.adopted import STANDING
from phoihop.targets.models import Target

type Same = Mapping[int, Sequence[int]]
"""What `asked_by_row` answers."""


def same_rows() -> ArraySubquery:
    """The ids of each target of a query in every edition of its programme, told by that query."""
    same = Target.objects.filter(key=OuterRef("key"), edition__programme=OuterRef("edition__programme"))
    return ArraySubquery(same.order_by("pk").values("pk"))


def asked_by_row(target_ids: Collection[int]) -> dict[int, list[int]]:
    """Each of these targets in every edition of its programme: row id -> the ids asked for; one query.

    A target keeps its key through amendments: a figure recorded under one edition counts in all of them.
    """
    return asked_from(target_ids, rows_of_same(target_ids))


def narrowed(same: Same, target_ids: Collection[int]) -> Same:
    """What `asked_by_row` would answer for some of the targets it was asked."""
    return {row: given for row, pks in same.items() if (given := [pk for pk in pks if pk in target_ids])}


def rows_of_same(target_ids: Collection[int]) -> QuerySet[Target, tuple[int, uuid.UUID, int]]:
    """Row id, key and programme of every target with the key of one of these, not asked yet."""
    keys = Target.objects.filter(pk__in=set(target_ids)).values("key")
    return Target.objects.filter(key__in=keys).values_list("pk", "key", "edition__programme_id")


def asked_from(
    target_ids: Collection[int], rows: Iterable[tuple[int, uuid.UUID, int]]
) -> dict[int, list[int]]:
    """`asked_by_row` of the answered `rows_of_same`."""
    wanted = set(target_ids)
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


_FIELDS = [field.attname for field in Target._meta.concrete_fields]
_KEY = _FIELDS.index("key")
_COLUMNS = ", ".join(f't."{field.column}"' for field in Target._meta.concrete_fields)
_SERIES = f"""
SELECT DISTINCT ON (e.programme_id, t.key) e.programme_id, s.id, s.target_id, s.meaning, s.is_fresh,
       {_COLUMNS}
FROM unnest((SELECT %s::bigint[]), (SELECT %s::uuid[])) AS asked(programme_id, key)
JOIN programmes_edition e ON e.programme_id = asked.programme_id
JOIN targets_target t ON t.edition_id = e.id AND t.key = asked.key
LEFT JOIN targets_summaryseries s ON s.programme_id = asked.programme_id AND s.key = asked.key
ORDER BY e.programme_id, t.key, (e.id = {STANDING}) DESC NULLS LAST, e.sequence DESC
"""


def series_rows(series: Collection[tuple[int, uuid.UUID]]) -> dict[tuple[int, uuid.UUID], SeriesRow]:
    """By (programme, key) the series' row in the standing text, else in the newest it is in; one query."""
    given = [[programme for programme, _ in series], [key for _, key in series]]
    return {
        (programme_id, values[_KEY]): SeriesRow(
            Target.from_db(None, _FIELDS, values), pk, stored_id, meaning or "", bool(is_fresh)
        )
        for programme_id, pk, stored_id, meaning, is_fresh, *values in prepared_rows(_SERIES, given)
    }


_DAYS = {"id", "programme_id", "period_start", "period_end", "in_force_from", "issued_on"}
_EDITION = [field.attname for field in Edition._meta.concrete_fields if field.attname in _DAYS]
_DATED = f"""
SELECT {", ".join(f"e.{column}" for column in _EDITION)}, {_COLUMNS}
FROM targets_target t JOIN programmes_edition e ON e.id = t.edition_id
WHERE t.id = ANY((SELECT %s::bigint[])::bigint[]) ORDER BY t.edition_id, t."order"
"""


def dated_targets(target_ids: Collection[int]) -> list[Target]:
    """Targets with their editions, of which only the programme and the days are loaded; one query."""
    found = []
    for values in prepared_rows(_DATED, [list(target_ids)]):
        target = Target.from_db(None, _FIELDS, values[len(_EDITION) :])
        target.edition = Edition.from_db(None, _EDITION, values[: len(_EDITION)])
        found.append(target)
    return found
