"""Places by name, what they lie in and what lies in them, on a day; one query each."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from phoihop.organisations.models import AreaKind, Level

_VERSIONS = """
versions AS (
    SELECT DISTINCT ON (v.area_id) v.area_id, v.name, v.kind, v.parent_id, v.sort_key, a.level
    FROM organisations_areaversion v JOIN organisations_area a ON a.id = v.area_id
    WHERE {where} AND (v.valid_from IS NULL OR v.valid_from <= %(day)s)
        AND (v.valid_to IS NULL OR v.valid_to >= %(day)s)
    ORDER BY v.area_id, v.valid_from DESC NULLS LAST
)
"""
_PATH = """
WITH RECURSIVE path AS (
    SELECT a.id, a.level, 0 AS depth FROM organisations_area a WHERE a.id = %(area)s
    UNION ALL
    SELECT p.id, p.level, path.depth + 1 FROM path
    CROSS JOIN LATERAL (
        SELECT v.parent_id FROM organisations_areaversion v
        WHERE v.area_id = path.id AND (v.valid_from IS NULL OR v.valid_from <= %(day)s)
        ORDER BY v.valid_from DESC NULLS LAST LIMIT 1
    ) up JOIN organisations_area p ON p.id = up.parent_id
)
SELECT path.id, v.name, v.kind, path.level, v.sort_key, 0
FROM path CROSS JOIN LATERAL (
    SELECT name, kind, sort_key FROM organisations_areaversion
    WHERE area_id = path.id AND (valid_from IS NULL OR valid_from <= %(day)s)
    ORDER BY valid_from DESC NULLS LAST LIMIT 1
) v ORDER BY path.depth DESC
"""
_CHILDREN = f"""
WITH {_VERSIONS.format(where="v.parent_id = %(area)s")}
SELECT v.area_id, v.name, v.kind, v.level, v.sort_key, (
    SELECT count(DISTINCT b.area_id) FROM organisations_areaversion b
    WHERE b.parent_id = v.area_id AND (b.valid_from IS NULL OR b.valid_from <= %(day)s)
        AND (b.valid_to IS NULL OR b.valid_to >= %(day)s)
) FROM versions v ORDER BY v.sort_key, v.kind, v.area_id
"""


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


def path_to(area_id: int, day: date) -> list[Place]:
    """The place and all it lies in, the widest first; one query."""
    return _places(_PATH, area_id, day)


def children_of(area_id: int, day: date) -> list[Place]:
    """The places directly below, in the order of a dictionary; one query."""
    return _places(_CHILDREN, area_id, day)


def _places(sql: str, area_id: int, day: date) -> list[Place]:
    with connection.cursor() as cursor:
        cursor.execute(sql, {"area": area_id, "day": day})
        return [Place(*row) for row in cursor.fetchall()]
