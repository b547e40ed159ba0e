"""Which bodies a text means by its words, at a place on a day."""

from collections.abc import Iterable, Sequence
from datetime import date

from phoihop.core.vietnamese import fold
from phoihop.organisations.calculations import (
    KINDS_BY_CODE,
    code_of,
    folded_names,
    party_kinds,
    without_leading,
    without_place,
)
from phoihop.organisations.models import Area, AreaKind, AreaVersion, Body, BodyKind, Level
from phoihop.organisations.queries.labels import AreaLabel, area_path

_TYPES = {fold(kind.label): kind for kind in AreaKind} | {"thanh pho": AreaKind.PROVINCIAL_CITY}
_GENERIC = {
    "cap tinh": Level.PROVINCE,
    "cap huyen": Level.DISTRICT,
    "cap xa": Level.COMMUNE,
}
_HERE = ("cung cap", "cac cap", "dia phuong")


def bodies_by_code(area: Area, on_day: date) -> dict[str, list[Body]]:
    """The bodies at a place on a day by the reader's codes, group words included; KDC looks into its areas.

    Two queries; every code is a key, with an empty list where nothing stands.
    """
    bodies = _at(area, on_day)
    return {
        code: [b for kind in kinds for b in bodies if b.kind == kind] for code, kinds in KINDS_BY_CODE.items()
    }


def _at(area: Area, on_day: date) -> list[Body]:
    """The bodies of a place, then those of the residential areas in it, in their order of names."""
    inside = AreaVersion.objects.filter(parent=area, area__level=Level.RESIDENTIAL_AREA).on(on_day)
    bodies = Body.objects.on(on_day).prefetch_related("names", "aliases")
    own = list(bodies.filter(area=area))
    below = list(
        bodies.filter(area__in=inside.values("area"), kind=BodyKind.FRONT_WORK_BOARD).exclude(area=area)
    )
    return sorted(own, key=_sort_key) + sorted(below, key=_sort_key)


def _sort_key(body: Body) -> str:
    return max((name.sort_key for name in body.names.all()), default="")


def resolve_alias(text: str, area: Area, on_day: date) -> list[Body]:
    """The bodies that words of a document of `area` mean on a day; empty when nothing is sure.

    "UBMTTQ thị trấn" and "Ban Thường trực UB MTTQ" are the Front here; "UBND huyện" is that of the district
    above; "các tổ chức chính trị - xã hội" is the five organisations that stand here; a department is found
    by its own name or alias. A fixed number of queries.
    """
    words = without_leading(fold(text))
    path = area_path(area.pk, on_day)
    bare, place = _parted(words, path)
    target = _target(place, path) if place else _party_place(words, path)
    if target is None:
        return []
    at = area if target.id == area.pk else Area.objects.get(pk=target.id)
    bodies = _at(at, on_day)
    return _named(bodies, words, bare) or _of_code(bodies, code_of(bare) or code_of(words))


def _parted(words: str, path: Sequence[AreaLabel]) -> tuple[str, str]:
    names = {fold(name) for label in path for name in (label.full_name, label.name)}
    bare, place = without_place(words, places={*names, *_TYPES, *_GENERIC, *_HERE})
    return (bare, place) if place else (words, "")


def _target(place: str, path: Sequence[AreaLabel]) -> AreaLabel | None:
    """The place in the path that the words name: by its name, its type, its level, or "cùng cấp"."""
    if place in _HERE:
        return path[0]
    for label in path:
        if place in {fold(label.full_name), fold(label.name)} or _GENERIC.get(place) == label.level:
            return label
    return next((label for label in path if _is_type(label.kind, place)), None)


def _is_type(kind: str, words: str) -> bool:
    return _TYPES.get(words) == kind or (words == "thanh pho" and kind == AreaKind.MUNICIPALITY)


def _party_place(words: str, path: Sequence[AreaLabel]) -> AreaLabel | None:
    """ "Huyện ủy" says by itself at which level; other words mean the place itself."""
    kinds = party_kinds(words)
    return next((label for label in path if label.kind in kinds), None) if kinds else path[0]


def _named(bodies: Iterable[Body], words: str, bare: str) -> list[Body]:
    wanted = {words, bare}
    return [body for body in bodies if wanted & _keys(body)]


def _keys(body: Body) -> set[str]:
    names = {form for name in body.names.all() for form in (name.name, name.short_name)}
    return folded_names(*names, *(alias.text for alias in body.aliases.all()))


def _of_code(bodies: Iterable[Body], code: str | None) -> list[Body]:
    if code is None:
        return []
    return [body for kind in KINDS_BY_CODE[code] for body in bodies if body.kind == kind]
