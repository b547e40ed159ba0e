"""Search of places and bodies without marks, present and former, best first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Q, QuerySet, Value, When

from phoihop.core import clock
from phoihop.core.vietnamese import fold, nfc
from phoihop.organisations.models import AreaKind, AreaVersion, Body, BodyAlias, BodyName, Level
from phoihop.organisations.queries.labels import AreaLabel, body_labels, path_words, paths_at
from phoihop.organisations.queries.successions import today_of

LIMIT = 30
_CANDIDATES = 300
_TYPES = "|".join(sorted({fold(kind.label) for kind in AreaKind} | {"thanh pho"}, key=len, reverse=True))
_LEVELS = {level: order for order, level in enumerate(Level.values)}


@dataclass(frozen=True)
class AreaHit:
    """A place found; `now` names what stands there today when this name of it has ended."""

    area_id: int
    label: str
    path: str
    valid_from: date | None
    valid_to: date | None
    now: tuple[str, ...]


@dataclass(frozen=True)
class BodyHit:
    """A body found, under the name or alias that matched; `now` is its last name when that differs."""

    body_id: int
    label: str
    place: str
    valid_from: date | None
    valid_to: date | None
    now: str


def search_areas(text: str, on_day: date | None = None, *, limit: int = LIMIT) -> list[AreaHit]:
    """Places by name, with or without type and marks: "thi tran lam son", "Lam Sơn, Thanh Hóa".

    Words after a comma must be in the place's path. With `on_day`, only names that held on that day. Whole
    names first, those with the typed marks before others, then the larger places, then present before
    former. A fixed number of queries.
    """
    words, *upper = [part for part in map(fold, text.split(",")) if part] or [""]
    if not words:
        return []
    rows = AreaVersion.objects.exclude(area__level=Level.NATION).select_related("area")
    if on_day:
        rows = rows.filter(_held(on_day))
    found = list(_ranked(rows, words, before=rf"(({_TYPES}) )?"))
    today = on_day or clock.today()
    paths = paths_at((v.area_id, _day_of(v, today)) for v in found)
    kept = [v for v in found if _lies_in(paths[v.area_id, _day_of(v, today)][1:], upper)]
    typed = nfc(text.split(",")[0]).strip().lower()
    kept.sort(key=lambda v: (v.rank, typed not in v.full_name.lower(), *_by_weight(v)))
    kept = kept[:limit]
    former = [v for v in kept if v.valid_to and v.valid_to < today]
    followed = today_of({v.area for v in former}, today)
    renamed = paths_at((v.area_id, today) for v in former)
    return [
        _area_hit(v, paths[v.area_id, _day_of(v, today)], followed, renamed.get((v.area_id, today)), today)
        for v in kept
    ]


def _by_weight(version: AreaVersion) -> tuple[int, bool, str]:
    return _LEVELS[version.area.level], version.valid_to is not None, version.sort_key


def _held(day: date) -> Q:
    return Q(Q(valid_from=None) | Q(valid_from__lte=day), Q(valid_to=None) | Q(valid_to__gte=day))


def _day_of(version: AreaVersion, today: date) -> date:
    return min(version.valid_to or today, today)


def _ranked(rows: QuerySet[Any], words: str, *, before: str) -> QuerySet[Any]:
    """Rows whose folded name holds `words`: whole, then at its beginning, then at a word, then anywhere."""
    rank = Case(
        When(folded__regex=rf"^{before}{words}$", then=0),
        When(folded__regex=rf"^{before}{words}", then=1),
        When(folded__contains=f" {words}", then=2),
        default=Value(3),
    )
    ranked: QuerySet[Any] = rows.filter(folded__contains=words).annotate(rank=rank)
    return ranked.order_by("rank", "sort_key", "pk")[:_CANDIDATES]


def _lies_in(path: tuple[AreaLabel, ...], upper: list[str]) -> bool:
    names = [fold(label.full_name) for label in path]
    return all(any(name == part or name.endswith(f" {part}") for name in names) for part in upper)


def _area_hit(
    version: Any,
    path: tuple[AreaLabel, ...],
    followed: dict[int, list[str]],
    renamed: tuple[AreaLabel, ...] | None,
    today: date,
) -> AreaHit:
    now: tuple[str, ...] = ()
    if version.valid_to and version.valid_to < today and renamed:
        ended = version.area.valid_to and version.area.valid_to < today
        now = tuple(followed.get(version.area_id, ())) if ended else (renamed[0].full_name,)
    return AreaHit(
        version.area_id, version.full_name, path_words(path[1:]), version.valid_from, version.valid_to, now
    )


def search_bodies(text: str, on_day: date | None = None, *, limit: int = LIMIT) -> list[BodyHit]:
    """Bodies by any of their names or aliases, with or without marks. A fixed number of queries."""
    words = fold(text)
    if not words:
        return []
    names = BodyName.objects.select_related("body")
    if on_day:
        names = names.filter(_held(on_day))
    found = list(_ranked(names, words, before=""))
    aliases = BodyAlias.objects.filter(folded__contains=words).select_related("body")[:_CANDIDATES]
    today = on_day or clock.today()
    hits: dict[int, tuple[int, str, Any]] = {}
    for row in found:
        hits.setdefault(row.body_id, (row.rank, row.name, row))
    for alias in aliases:
        hits.setdefault(alias.body_id, (3, alias.text, alias.body))
    labels = body_labels(hits, today)
    bodies = {i: (row.body if isinstance(row, BodyName) else row) for i, (_, _, row) in hits.items()}
    paths = paths_at((body.area_id, _last_day(body, today)) for body in bodies.values())
    found_hits = [
        BodyHit(
            body_id=i,
            label=name,
            place=path_words(paths[bodies[i].area_id, _last_day(bodies[i], today)]),
            valid_from=bodies[i].valid_from,
            valid_to=bodies[i].valid_to,
            now="" if labels[i].name == name else labels[i].name,
        )
        for i, (_, name, _) in hits.items()
    ]
    found_hits.sort(
        key=lambda hit: (hits[hit.body_id][0], hit.valid_to is not None, labels[hit.body_id].sort_key)
    )
    return found_hits[:limit]


def _last_day(body: Body, today: date) -> date:
    return min(body.valid_to or today, today)
