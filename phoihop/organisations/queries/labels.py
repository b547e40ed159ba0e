"""Names on a day: of places, their paths, and bodies. Each function costs a fixed number of queries."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When

from phoihop.organisations.models import Area, AreaVersion, BodyName, Dated, Level


@dataclass(frozen=True)
class AreaLabel:
    """A place as it was called on a day."""

    id: int
    name: str
    kind: str
    level: str
    full_name: str
    sort_key: str
    parent_id: int | None


@dataclass(frozen=True)
class BodyLabel:
    """A body as it was called on a day."""

    id: int
    name: str
    short_name: str
    symbol: str
    sort_key: str


def best_on[T: Dated](rows: Iterable[T], day: date) -> T:
    """The row that holds on `day`, else the last before it, else the first after it."""
    ordered = sorted(rows, key=lambda row: row.valid_from or date.min)
    begun = [row for row in ordered if row.valid_from is None or row.valid_from <= day]
    return begun[-1] if begun else ordered[0]


def area_labels(ids: Collection[int], day: date) -> dict[int, AreaLabel]:
    """The label of each place; a place of another time gets its nearest name. One query."""
    return _area_labels(AreaVersion.objects.filter(area_id__in=ids).select_related("area"), day)


def _area_labels(rows: Iterable[AreaVersion], day: date) -> dict[int, AreaLabel]:
    grouped: dict[int, list[AreaVersion]] = {}
    for version in rows:
        grouped.setdefault(version.area_id, []).append(version)
    return {area_id: _label(best_on(versions, day)) for area_id, versions in grouped.items()}


def _label(version: AreaVersion) -> AreaLabel:
    return AreaLabel(
        id=version.area_id,
        name=version.name,
        kind=version.kind,
        level=version.area.level,
        full_name=version.full_name,
        sort_key=version.sort_key,
        parent_id=version.parent_id,
    )


def paths_at(places: Iterable[tuple[int, date]]) -> dict[tuple[int, date], tuple[AreaLabel, ...]]:
    """For each place and day: itself and what it belonged to, up to the province. At most five queries."""
    paths: dict[tuple[int, date], list[AreaLabel]] = {place: [] for place in places}
    versions: dict[int, list[AreaVersion]] = {}
    wanted = {place: place[0] for place in paths}
    while wanted:
        unknown = set(wanted.values()) - versions.keys()
        for version in AreaVersion.objects.filter(area_id__in=unknown).select_related("area"):
            versions.setdefault(version.area_id, []).append(version)
        following: dict[tuple[int, date], int] = {}
        for place, area_id in wanted.items():
            label = _label(best_on(versions[area_id], place[1]))
            if label.level == Level.NATION and paths[place]:
                continue
            paths[place].append(label)
            if label.parent_id:
                following[place] = label.parent_id
        wanted = following
    return {place: tuple(path) for place, path in paths.items()}


def area_paths(ids: Iterable[int], day: date) -> dict[int, tuple[AreaLabel, ...]]:
    """Each place with what it belonged to on a day, from itself up to the province; ≤ 5 queries."""
    return {area_id: path for (area_id, _), path in paths_at((i, day) for i in ids).items()}


def area_path(area_id: int, day: date) -> tuple[AreaLabel, ...]:
    """One place with what it belonged to, from itself up to the province."""
    return area_paths([area_id], day)[area_id]


def path_words(path: Iterable[AreaLabel]) -> str:
    """ "xã Lam Sơn, tỉnh Thanh Hóa"."""
    return ", ".join(label.full_name for label in path)


def body_labels(ids: Collection[int], day: date) -> dict[int, BodyLabel]:
    """The names of each body on a day; a body of another time gets its nearest name. One query."""
    return labels_from(names_of(ids), day)


def body_and_area_labels(
    body_ids: Collection[int], area_ids: Collection[int], day: date
) -> tuple[dict[int, BodyLabel], dict[int, AreaLabel]]:
    """`body_labels` and `area_labels` of one day together; one query."""
    of_bodies = BodyName.objects.filter(body_id__in=body_ids).annotate(
        is_body=Value(value=True), above=Value(None, IntegerField())
    )
    of_areas = AreaVersion.objects.filter(area_id__in=area_ids).annotate(is_body=Value(value=False))
    rows = of_bodies.values_list(
        "is_body", "body_id", "valid_from", "name", "short_name", "symbol", "sort_key", "above"
    ).union(
        of_areas.values_list(
            "is_body", "area_id", "valid_from", "name", "kind", "area__level", "sort_key", "parent_id"
        ),
        all=True,
    )
    names, versions = [], []
    for is_body, pk, since, name, second, third, sort_key, above in rows:
        same = {"valid_from": since, "name": name, "sort_key": sort_key}
        if is_body:
            names.append(BodyName(body_id=pk, short_name=second, symbol=third, **same))
        else:
            area = Area(pk=pk, level=third)
            versions.append(AreaVersion(area=area, kind=second, parent_id=above, **same))
    return labels_from(names, day), _area_labels(versions, day)


def short_name_on(body: str, day: date) -> Subquery:
    """`short_name` of `body_labels` for the body in this column of a query, told by that query."""
    begun = Q(valid_from=None) | Q(valid_from__lte=day)
    nearest_first = (
        Case(When(begun, then=0), default=1),
        Case(When(begun, then="valid_from")).desc(nulls_last=True),
        "valid_from",
    )
    return Subquery(
        BodyName.objects.filter(body=OuterRef(body)).order_by(*nearest_first).values("short_name")[:1]
    )


def names_of(body_ids: Collection[int] | QuerySet[Any, Any]) -> QuerySet[BodyName]:
    """Every name these bodies ever had, not asked yet."""
    return BodyName.objects.filter(body_id__in=body_ids)


def labels_from(names: Iterable[BodyName], day: date) -> dict[int, BodyLabel]:
    """`body_labels` of the answered `names_of`."""
    grouped: dict[int, list[BodyName]] = {}
    for name in names:
        grouped.setdefault(name.body_id, []).append(name)
    chosen = {body_id: best_on(names, day) for body_id, names in grouped.items()}
    return {
        body_id: BodyLabel(body_id, name.name, name.short_name, name.symbol, name.sort_key)
        for body_id, name in chosen.items()
    }
