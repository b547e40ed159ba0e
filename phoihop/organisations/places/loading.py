"""Put a plan of places into the database in one transaction, with COPY."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.db import connection, models, transaction

from phoihop.core.vietnamese import fold, sort_key
from phoihop.organisations.models import Area, AreaCode, AreaVersion, Succession, SuccessionLink
from phoihop.organisations.places import lists
from phoihop.organisations.places.plan import Key, Place, Plan, plan

type Row = tuple[Any, ...]

_AREA = ["id", "level", "valid_from", "valid_to", "source", "is_sample"]
_VERSION = [
    "area_id",
    "name",
    "kind",
    "parent_id",
    "valid_from",
    "valid_to",
    "legal_document",
    "folded",
    "sort_key",
]
_CODE = ["area_id", "scheme", "code", "valid_from", "valid_to"]
_ACT = ["id", "kind", "effective_on", "legal_document", "note", "undo", "is_sample"]
_LINK = ["succession_id", "from_area_id", "to_area_id", "is_partial", "note"]
_LOCK = 7_204_001


@transaction.atomic
def load(tell: Callable[[str], object] = lambda line: None) -> bool:
    """Load the committed lists unless they are there; whether anything was loaded. A second caller waits."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    if AreaCode.objects.filter(scheme=lists.NEW_LIST).exists():
        return False
    tell("Đang đọc danh mục địa bàn…")
    _write(plan(lists.read()), tell)
    return True


def _write(made: Plan, tell: Callable[[str], object]) -> None:
    ids = dict(zip(made.places, _new_ids(Area, len(made.places)), strict=True))
    acts = list(zip(_new_ids(Succession, len(made.acts)), made.acts, strict=True))
    tell(f"Đang nạp {len(ids)} địa bàn…")
    _copy(Area, _AREA, (_area_row(ids[key], place) for key, place in made.places.items()))
    _copy(AreaVersion, _VERSION, _version_rows(made, ids))
    _copy(
        AreaCode,
        _CODE,
        ((ids[k], c.scheme, c.code, *c.span) for k, p in made.places.items() for c in p.codes),
    )
    tell(f"Đang nạp {len(acts)} việc kế thừa…")
    _copy(
        Succession,
        _ACT,
        ((i, a.kind, a.effective_on, a.legal_document, a.note, "{}", False) for i, a in acts),
    )
    _copy(
        SuccessionLink,
        _LINK,
        ((i, ids[link.before], ids[link.after], link.is_partial, "") for i, a in acts for link in a.links),
    )


def _new_ids(model: type[models.Model], count: int) -> range:
    """Ids taken from the table's own sequence, so that later rows do not meet them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(s, nextval(s) + %s) FROM pg_get_serial_sequence(%s, 'id') AS s",
            [count - 1, model._meta.db_table],
        )
        (last,) = cursor.fetchone()
    return range(last - count + 1, last + 1)


def _area_row(identity: int, place: Place) -> Row:
    return identity, place.level, *place.span, place.source, False


def _version_rows(made: Plan, ids: dict[Key, int]) -> Iterator[Row]:
    for key, place in made.places.items():
        for version in place.versions:
            full_name = AreaVersion(name=version.name, kind=version.kind).full_name
            parent = ids[version.parent] if version.parent else None
            yield (
                ids[key],
                version.name,
                version.kind,
                parent,
                *version.span,
                version.legal_document,
                fold(full_name),
                sort_key(version.name),
            )


def _copy(model: type[models.Model], columns: list[str], rows: Iterable[Row]) -> None:
    named = ", ".join(connection.ops.quote_name(column) for column in columns)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({named}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
