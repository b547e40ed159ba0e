"""Places by name, what they lie in and what lies in them, on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject

from phoihop.organisations.models import AreaKind, AreaPath, AreaVersion, Level

_CHILDREN = """
WITH versions AS (
    SELECT DISTINCT ON (v.area_id) v.area_id, v.name, v.kind, a.level, v.sort_key
    FROM organisations_areaversion v JOIN organisations_area a ON a.id = v.area_id
    WHERE v.parent_id = %(area)s AND (v.valid_from IS NULL OR v.valid_from <= %(day)s)
        AND (v.valid_to IS NULL OR v.valid_to >= %(day)s)
    ORDER BY v.area_id, v.valid_from DESC NULLS LAST
)
SELECT v.area_id, v.name, v.kind, v.level, v.sort_key, (
    SELECT count(DISTINCT b.area_id) FROM organisations_areaversion b
    WHERE b.parent_id = v.area_id AND (b.valid_from IS NULL OR b.valid_from <= %(day)s)
        AND (b.valid_to IS NULL OR b.valid_to >= %(day)s)
) FROM versions v ORDER BY v.sort_key, v.kind, v.area_id
"""
_RANKS = {level: rank for rank, level in enumerate(Level.values)}


@dataclass(frozen=True)
class Place:
    """A place as it is called on the day; `below` is how many places lie directly in it, where asked."""

    id: int
    name: str
    kind: str
    level: str
    sort_key: str
    below: int = 0

    @property
    def kind_words(self) -> str:
        return str(AreaKind(self.kind).label)

    @property
    def full_name(self) -> str:
        """ "xã Lam Sơn", "thành phố Đà Nẵng"; the nation by its name alone."""
        if self.kind == AreaKind.NATION:
            return self.name
        kind = "thành phố" if self.kind == AreaKind.MUNICIPALITY else self.kind_words
        return f"{kind} {self.name}"

    @property
    def is_commune(self) -> bool:
        return self.level == Level.COMMUNE


def path_subquery(place: Combinable, day: date) -> ArraySubquery:
    """As a column: the versions of the place and of all it lies in, begun by the day, the oldest first."""
    lies_in = AreaPath.objects.filter(area=place, valid_from__lte=day, valid_to__gte=day).filter(
        Q(nation_id=OuterRef("area_id"))
        | Q(province_id=OuterRef("area_id"))
        | Q(district_id=OuterRef("area_id"))
        | Q(commune_id=OuterRef("area_id"))
        | Q(area=OuterRef("area_id"))
    )
    rows = AreaVersion.objects.filter(Exists(lies_in), Q(valid_from=None) | Q(valid_from__lte=day))
    row = JSONObject(id="area_id", name="name", kind="kind", level="area__level", sort_key="sort_key")
    return ArraySubquery(rows.order_by(F("valid_from").asc(nulls_first=True)).values(row=row))


def path_of(rows: Iterable[dict[str, Any]]) -> list[Place]:
    """The places of such a column, each by its last name, the widest first."""
    last = {row["id"]: Place(**row) for row in rows}
    return sorted(last.values(), key=lambda place: _RANKS[place.level])


def children_of(area_id: int, day: date) -> list[Place]:
    """The places directly below, in the order of a dictionary; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_CHILDREN, {"area": area_id, "day": day})
        return [Place(*row) for row in cursor.fetchall()]
