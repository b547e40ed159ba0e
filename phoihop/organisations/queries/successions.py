"""Who came after and who was here: walks over the acts of succession of places and of bodies."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Q

from phoihop.core import clock
from phoihop.organisations.models import Area, Body, Level, SuccessionLink
from phoihop.organisations.queries.labels import area_labels, body_labels


@dataclass(frozen=True)
class Follower:
    """A successor or predecessor by one act, with its name on the day it counts."""

    id: int
    label: str
    kind: str
    kind_label: str
    effective_on: date
    legal_document: str
    is_partial: bool
    note: str
    level: str = ""
    place: str = ""


@dataclass(frozen=True)
class Here:
    """A place that stood where another stands; `is_partial` when only a part of it lay or lies there."""

    area_id: int
    label: str
    is_partial: bool


type Thing = Area | Body


def successors_of(thing: Thing) -> list[Follower]:
    """What directly followed a place or a body, by act, with today's names. Two queries, three for a body."""
    return _followers(thing, "from", "to")


def predecessors_of(thing: Thing) -> list[Follower]:
    """What a place or a body directly came from, by act, with the names on its last day. Two queries."""
    return _followers(thing, "to", "from")


def _followers(thing: Thing, near: str, far: str) -> list[Follower]:
    noun = "area" if isinstance(thing, Area) else "body"
    links = list(
        SuccessionLink.objects.filter(**{f"{near}_{noun}": thing})
        .exclude(**{f"{far}_{noun}": thing})
        .select_related("succession", f"{far}_{noun}")
        .order_by("succession__effective_on", "id")
    )
    ids = {getattr(link, f"{far}_{noun}_id") for link in links}
    labels = _labels(noun, ids)
    found = [_follower(link, getattr(link, f"{far}_{noun}"), labels) for link in links]
    if noun == "body":
        found = _placed(found, {getattr(link, f"{far}_body") for link in links})
    return sorted(found, key=lambda follower: (follower.effective_on, labels[follower.id][1]))


def _placed(found: list[Follower], bodies: Collection[Body]) -> list[Follower]:
    """The same with the name of the place of each body."""
    labels = area_labels({body.area_id for body in bodies}, clock.today())
    places = {body.pk: labels[body.area_id].full_name for body in bodies}
    return [replace(follower, place=places[follower.id]) for follower in found]


def _labels(noun: str, ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """Today's, or else the last, name and sort key."""
    today = clock.today()
    if noun == "area":
        return {i: (label.full_name, label.sort_key) for i, label in area_labels(ids, today).items()}
    return {i: (label.short_name, label.sort_key) for i, label in body_labels(ids, today).items()}


def _follower(link: SuccessionLink, other: Thing, labels: dict[int, tuple[str, str]]) -> Follower:
    act = link.succession
    return Follower(
        id=other.pk,
        label=labels[other.pk][0],
        kind=act.kind,
        kind_label=act.get_kind_display(),
        effective_on=act.effective_on,
        legal_document=act.legal_document,
        is_partial=link.is_partial,
        note=link.note or act.note,
        level=other.level if isinstance(other, Area) else "",
    )


def who_was_here(area: Area, on_day: date) -> list[Here]:
    """The places of the same kind of level where `area` stands, on another day; itself when it stood then.

    Forward from a district one comes to communes, as since 1 July 2025. A few queries for each generation
    between the two days, whatever the number of places.
    """
    if _holds(area, on_day):
        found = {area.pk: False}
    else:
        forward = area.valid_to is not None and area.valid_to < on_day
        found = _walk(area, on_day, forward=forward)
    labels = area_labels(found, on_day)
    here = [Here(i, labels[i].full_name, partial) for i, partial in found.items()]
    return sorted(here, key=lambda item: labels[item.area_id].sort_key)


def _holds(area: Area, day: date) -> bool:
    return (area.valid_from is None or area.valid_from <= day) and (
        area.valid_to is None or area.valid_to >= day
    )


def _walk(area: Area, day: date, *, forward: bool) -> dict[int, bool]:
    """The places reached that stood on `day`, each with whether the way to it is partial."""
    near, far = ("from_area", "to_area") if forward else ("to_area", "from_area")
    level = {"from_area__level": F("to_area__level")}
    allowed = Q(**level) | Q(from_area=area, from_area__level=Level.DISTRICT) if forward else Q(**level)
    found: dict[int, bool] = {}
    reached, seen = {area.pk: False}, {area.pk}
    while reached:
        links = SuccessionLink.objects.filter(allowed, **{f"{near}__in": list(reached)}).select_related(far)
        following: dict[int, bool] = {}
        for link in links:
            other: Area = getattr(link, far)
            partial = link.is_partial or reached[getattr(link, f"{near}_id")]
            if _holds(other, day):
                found[other.pk] = found.get(other.pk, True) and partial
            elif other.pk not in seen:
                following[other.pk] = following.get(other.pk, True) and partial
        seen |= following.keys()
        reached = following
    found.pop(area.pk, None)
    return found


def today_of(areas: Iterable[Area], day: date) -> dict[int, list[str]]:
    """The names on `day` of what followed each ended place. A few queries, whatever the number of places."""
    origins: dict[int, set[int]] = {area.pk: {area.pk} for area in areas if not _holds(area, day)}
    ends: dict[int, set[int]] = {}
    while origins:
        links = (
            SuccessionLink.objects.filter(from_area__in=list(origins))
            .exclude(to_area=F("from_area"))
            .select_related("to_area")
        )
        following: dict[int, set[int]] = {}
        for link in links:
            assert link.from_area_id
            assert link.to_area
            target = ends if _holds(link.to_area, day) else following
            target.setdefault(link.to_area.pk, set()).update(origins[link.from_area_id])
        origins = following
    labels = area_labels(ends, day)
    named: dict[int, list[str]] = {}
    for area_id in sorted(ends, key=lambda i: labels[i].sort_key):
        for origin in ends[area_id]:
            named.setdefault(origin, []).append(labels[area_id].full_name)
    return named
