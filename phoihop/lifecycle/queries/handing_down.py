"""Who has, and has not, adopted what was handed down, brought it into force and reported.

The database counts; a page costs the same three queries for three places or three thousand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection

from phoihop.lifecycle.queries.places_below import PlaceBelow, places_below
from phoihop.organisations.models import Area, AreaKind
from phoihop.organisations.queries import area_labels
from phoihop.programmes.models import Adoption, HandDown, Programme
from phoihop.programmes.queries.adopted import standing_editions
from phoihop.targets.models import AdoptedTarget, Target

PER_PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """What the board is narrowed to and ordered by; empty means all, by name."""

    words: str = ""
    state: str = ""
    province_id: int | None = None
    order: str = ""
    page: int = 1


STATES = {
    "waiting": "chưa trả lời",
    "late": "chưa trả lời, quá hạn",
    "adopted": "đã cụ thể hóa, chưa có hiệu lực",
    "in_force": "đã có hiệu lực",
    "declined": "đề nghị không thực hiện",
    "excused": "được miễn thực hiện",
    "behind": "chưa xác nhận bản mới của cấp trên",
    "silent": "có báo cáo quá hạn chưa nộp",
}
ORDERS = {
    "name": "theo tên",
    "adopted": "mới cụ thể hóa trước",
    "silent": "thiếu báo cáo nhiều trước",
}
COLOURS = {
    "waiting": "yellow", "late": "red", "adopted": "blue", "in_force": "green", "declined": "orange",
    "excused": "secondary",
}  # fmt: skip


@dataclass(frozen=True)
class BoardLine:
    """A place: what it answered, its own text, and its reports due and handed in."""

    adoption_id: int
    programme_id: int
    place: str
    province: str
    state: str
    adopted_at: datetime | None
    number_text: str
    is_behind: bool
    additions: int
    due: int
    received: int
    is_by_itself: bool

    @property
    def label(self) -> str:
        return STATES[self.state]

    @property
    def colour(self) -> str:
        return COLOURS[self.state]


@dataclass(frozen=True)
class Tally:
    """Counts of places and reports; `name` is a province's, empty for all."""

    province_id: int | None
    name: str
    places: int
    adopted: int
    in_force: int
    declined: int
    excused: int
    late: int
    due: int
    received: int

    @property
    def asked(self) -> int:
        """Those that are to adopt: the excused leave the count."""
        return self.places - self.excused

    @property
    def adopted_percent(self) -> int:
        return _percent(self.adopted, self.asked)

    @property
    def in_force_percent(self) -> int:
        return _percent(self.in_force, self.asked)

    @property
    def reported_percent(self) -> int:
        return _percent(self.received, self.due)


def _percent(part: int, whole: int) -> int:
    """Rounded down, so that 100 means all."""
    return part * 100 // whole if whole else 0


@dataclass(frozen=True)
class Board:
    """A page of the board, how many lines it was cut from, and the tallies of all places."""

    lines: list[BoardLine]
    found: int
    page: int
    pages: int
    total: Tally
    provinces: list[Tally]


_PLACES = """
WITH places AS MATERIALIZED (
    SELECT a.id, a.programme_id, a.adopted_at, a.status, v.name AS bare, v.kind, v.sort_key, v.folded,
           v.parent_id, e.status AS edition_status, COALESCE(e.number_text, '') AS number_text,
           a.edition_id <> %(standing)s AND a.status = 'adopted' AS is_behind,
           a.hand_down_id IS NULL AS is_by_itself, h.due_on < %(today)s AS is_late
    FROM programmes_adoption a
    LEFT JOIN programmes_handdown h ON h.id = a.hand_down_id
    JOIN LATERAL (
        SELECT name, kind, sort_key, folded, parent_id FROM organisations_areaversion
        WHERE area_id = a.area_id ORDER BY valid_from DESC NULLS LAST LIMIT 1
    ) v ON TRUE
    LEFT JOIN LATERAL (
        SELECT status, number_text FROM programmes_edition WHERE programme_id = a.programme_id
        ORDER BY status = 'in_force' DESC, sequence DESC LIMIT 1
    ) e ON TRUE
    WHERE a.parent_id = %(parent)s
), owed AS (
    SELECT o.programme_id, count(*) AS due, count(r.obligation_id) AS received
    FROM reports_obligation o
    LEFT JOIN LATERAL (
        SELECT x.obligation_id FROM reports_report x
        WHERE x.obligation_id = o.id AND EXISTS (SELECT FROM reports_round y WHERE y.report_id = x.id) LIMIT 1
    ) r ON TRUE
    WHERE o.due_on <= %(today)s AND (o.ended_on IS NULL OR o.ended_on > o.due_on)
      AND o.programme_id IN (SELECT programme_id FROM places)
    GROUP BY o.programme_id
), rows AS (
    SELECT p.*, COALESCE(w.due, 0) AS due, COALESCE(w.received, 0) AS received,
           CASE WHEN p.edition_status IN ('in_force', 'superseded', 'ended', 'withdrawn') THEN 'in_force'
                WHEN p.status = 'handed' AND p.is_late THEN 'late'
                WHEN p.status = 'handed' THEN 'waiting'
                ELSE p.status END AS state
    FROM places p LEFT JOIN owed w ON w.programme_id = p.programme_id
)
"""
_LINES = f"""{_PLACES}
SELECT x.id, x.programme_id, x.bare, x.kind, u.name, u.kind, x.state, x.adopted_at, x.number_text,
       x.is_behind, (SELECT count(*) FROM programmes_addition d WHERE d.adoption_id = x.id), x.due,
       x.received, x.is_by_itself, count(*) OVER () AS found
FROM rows x
LEFT JOIN LATERAL (
    SELECT name, kind FROM organisations_areaversion WHERE area_id = x.parent_id
    ORDER BY valid_from DESC NULLS LAST LIMIT 1
) u ON x.parent_id <> %(area)s
WHERE (%(words)s::text[] = '{{}}' OR x.folded LIKE ALL (%(words)s))
  AND (%(province)s::bigint IS NULL OR x.parent_id = %(province)s)
  AND (%(state)s = '' OR x.state = %(state)s OR (%(state)s = 'waiting' AND x.state = 'late')
       OR (%(state)s = 'behind' AND x.is_behind) OR (%(state)s = 'silent' AND x.received < x.due))
ORDER BY CASE WHEN %(order)s = 'adopted' THEN x.adopted_at END DESC NULLS LAST,
         CASE WHEN %(order)s = 'silent' THEN x.due - x.received END DESC,
         x.sort_key, x.kind, x.id
LIMIT %(limit)s OFFSET %(offset)s
"""
_TALLIES = f"""{_PLACES}
SELECT t.parent_id, u.name, u.kind, t.places, t.adopted, t.in_force, t.declined, t.excused, t.late, t.due,
       t.received
FROM (
    SELECT parent_id, count(*) AS places, count(*) FILTER (WHERE status = 'adopted') AS adopted,
           count(*) FILTER (WHERE state = 'in_force') AS in_force,
           count(*) FILTER (WHERE state = 'declined') AS declined,
           count(*) FILTER (WHERE state = 'excused') AS excused,
           count(*) FILTER (WHERE state = 'late') AS late, sum(due) AS due, sum(received) AS received
    FROM rows GROUP BY parent_id
) t
LEFT JOIN LATERAL (
    SELECT name, kind, sort_key FROM organisations_areaversion WHERE area_id = t.parent_id
    ORDER BY valid_from DESC NULLS LAST LIMIT 1
) u ON TRUE
ORDER BY u.sort_key
"""


def board(programme: Programme, wanted: Wanted, *, today: date, limit: int | None = PER_PAGE) -> Board:
    """The page `wanted` asks for; without a limit every line (for a sheet). Three queries."""
    standing = standing_editions([programme.pk]).values_list("pk", flat=True).first()
    given: dict[str, Any] = {
        "parent": programme.pk,
        "area": programme.area_id,
        "standing": standing or 0,
        "today": today,
        "words": [f"%{_escaped(word)}%" for word in wanted.words.split()],
        "province": wanted.province_id,
        "state": wanted.state if wanted.state in STATES else "",
        "order": wanted.order,
        "limit": limit,
        "offset": (max(wanted.page, 1) - 1) * (limit or 0),
    }
    with connection.cursor() as cursor:
        cursor.execute(_LINES, given)
        rows = cursor.fetchall()
        cursor.execute(_TALLIES, given)
        tallies = [_tally(row) for row in cursor.fetchall()]
    found = rows[0][-1] if rows else 0
    pages = max(1, -(-found // limit)) if limit else 1
    provinces = tallies if len(tallies) > 1 else []
    return Board([_line(row) for row in rows], found, max(wanted.page, 1), pages, _all(tallies), provinces)


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _full_name(name: str | None, kind: str | None) -> str:
    if not name or not kind:
        return ""
    if kind == AreaKind.NATION:
        return name
    return f"{'thành phố' if kind == AreaKind.MUNICIPALITY else AreaKind(kind).label} {name}"


def _line(row: Sequence[Any]) -> BoardLine:
    adoption, programme, name, kind, above, above_kind, *rest = row
    place, province = _full_name(name, kind), _full_name(above, above_kind)
    return BoardLine(adoption, programme, place, province, *rest[:-1])


def _tally(row: Sequence[Any]) -> Tally:
    province_id, name, kind, *counts = row
    return Tally(province_id, _full_name(name, kind), *(int(count or 0) for count in counts))


def _all(tallies: Sequence[Tally]) -> Tally:
    fields = ("places", "adopted", "in_force", "declined", "excused", "late", "due", "received")
    return Tally(None, "", *(sum(getattr(tally, field) for tally in tallies) for field in fields))


def hand_downs(programme: Programme) -> list[HandDown]:
    """Every act of handing this programme down, the latest first; one query."""
    rows = HandDown.objects.filter(programme=programme).select_related("by_person")
    return list(rows.order_by("-at", "-pk"))


@dataclass(frozen=True)
class ShareGiven:
    """What a place was given of a target, and what it set itself."""

    place: str
    share: Decimal | None
    value: Decimal | None


def shares_given(programme: Programme, target: Target, *, today: date) -> list[ShareGiven]:
    """Every adopting place with its share, in the order of names; three queries."""
    rows = {row.programme_id: row for row in AdoptedTarget.objects.filter(key=target.key)}
    adoptions = Adoption.objects.filter(parent=programme).values_list("area_id", "programme_id")
    labels = area_labels([area for area, _ in adoptions], today)
    places = sorted(adoptions, key=lambda row: labels[row[0]].sort_key)
    return [
        ShareGiven(labels[area].full_name, found.share if found else None, found.value if found else None)
        for area, own in places
        for found in [rows.get(own)]
    ]


def adopting_places(programme: Programme, *, today: date) -> list[PlaceBelow]:
    """The places that have the programme, so that people can name them; three queries."""
    areas = set(Adoption.objects.filter(parent=programme).values_list("area_id", flat=True))
    levels = Area.objects.filter(pk__in=areas).values_list("level", flat=True).distinct()
    found = [place for level in levels for place in places_below(programme, level, on=today)]
    return [place for place in found if place.area_id in areas]
