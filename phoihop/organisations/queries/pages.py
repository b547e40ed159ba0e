"""What the pages of places and bodies show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from phoihop.organisations.models import (
    Area,
    AreaCode,
    AreaVersion,
    Body,
    BodyFunction,
    BodyName,
    Dated,
    Succession,
    SuccessionLink,
)
from phoihop.organisations.queries.labels import (
    AreaLabel,
    BodyLabel,
    area_path,
    best_on,
    body_labels,
)
from phoihop.organisations.queries.successions import Follower, predecessors_of, successors_of


@dataclass(frozen=True)
class Child:
    """A place inside another on a day, with how many places are inside it."""

    id: int
    label: str
    level: str
    inside: int


@dataclass(frozen=True)
class BodyLine:
    """A body in a list; `depth` 1 under another body of the list."""

    id: int
    name: str
    kind_label: str
    valid_from: date | None
    valid_to: date | None
    depth: int
    is_sample: bool


@dataclass(frozen=True)
class AreaPage:
    """A place: its path, names, codes, bodies, what is inside on a day, and where it came from and went."""

    area: Area
    label: AreaLabel
    path: tuple[AreaLabel, ...]
    versions: list[AreaVersion]
    codes: list[AreaCode]
    bodies: list[BodyLine]
    children: list[Child]
    before: list[Follower]
    after: list[Follower]


@dataclass(frozen=True)
class BodyPage:
    """A body: its names, aliases, functions, children, and where it came from and went."""

    body: Body
    label: BodyLabel
    path: tuple[AreaLabel, ...]
    parent: BodyLabel | None
    names: list[BodyName]
    aliases: list[str]
    functions: list[BodyFunction]
    children: list[BodyLine]
    before: list[Follower]
    after: list[Follower]


@dataclass(frozen=True)
class ActLine:
    """An act of succession as the history tells it."""

    id: int
    kind_label: str
    effective_on: date
    legal_document: str
    note: str
    before: list[str]
    after: list[str]
    can_be_undone: bool


def children_on(area: Area | None, day: date) -> list[Child]:
    """The places directly inside `area` (None: the nation) on a day, in the order of names. Two queries."""
    parent = {"parent": area} if area else {"parent__level": "nation"}
    versions = (
        AreaVersion.objects.on(day).filter(**parent).select_related("area").order_by("sort_key", "kind", "pk")
    )
    rows = list(versions)
    counts: dict[int, int] = {}
    inside = AreaVersion.objects.on(day).filter(parent__in=[row.area_id for row in rows])
    for parent_id in inside.values_list("parent_id", flat=True):
        counts[parent_id] = counts.get(parent_id, 0) + 1
    return [Child(row.area_id, row.full_name, row.area.level, counts.get(row.area_id, 0)) for row in rows]


def area_page(area: Area, day: date) -> AreaPage:
    """All that the page of a place shows; the number of queries does not depend on how much there is."""
    path = area_path(area.pk, day)
    return AreaPage(
        area=area,
        label=path[0],
        path=path[1:],
        versions=_by_days(area.versions.all()),
        codes=_by_days(area.codes.all()),
        bodies=_body_lines(Body.objects.filter(area=area), day),
        children=children_on(area, day),
        before=predecessors_of(area),
        after=successors_of(area),
    )


def body_page(body: Body, day: date) -> BodyPage:
    """All that the page of a body shows; the number of queries does not depend on how much there is."""
    labels = body_labels([i for i in (body.pk, body.parent_id) if i], day)
    return BodyPage(
        body=body,
        label=labels[body.pk],
        path=area_path(body.area_id, min(body.valid_to or day, day)),
        parent=labels.get(body.parent_id) if body.parent_id else None,
        names=_by_days(body.names.all()),
        aliases=sorted(body.aliases.values_list("text", flat=True)),
        functions=_by_days(body.functions.all()),
        children=_body_lines(body.children.all(), day),
        before=predecessors_of(body),
        after=successors_of(body),
    )


def _by_days[T: Dated](rows: Iterable[T]) -> list[T]:
    return sorted(rows, key=lambda row: (row.valid_from or date.min, row.valid_to or date.max))


def _body_lines(bodies: Iterable[Body], day: date) -> list[BodyLine]:
    """Those of today first, children under their parents, in the order of names. One query for names."""
    rows = list(bodies)
    labels = body_labels([body.pk for body in rows], day)
    listed = {body.pk for body in rows}
    order = sorted(rows, key=lambda body: (body.valid_to is not None, labels[body.pk].sort_key))
    tops = [body for body in order if body.parent_id not in listed]
    lines: list[BodyLine] = []
    for top in tops:
        lines.append(_line(top, labels, 0))
        lines += [_line(body, labels, 1) for body in order if body.parent_id == top.pk]
    return lines


def _line(body: Body, labels: dict[int, BodyLabel], depth: int) -> BodyLine:
    kind = body.get_kind_display()
    return BodyLine(
        body.pk, labels[body.pk].name, kind, body.valid_from, body.valid_to, depth, body.is_sample
    )


def history(thing: Area | Body) -> list[ActLine]:
    """The acts that touched a place or a body, newest first. A fixed number of queries."""
    noun = "area" if isinstance(thing, Area) else "body"
    touching = SuccessionLink.objects.filter(Q(**{f"from_{noun}": thing}) | Q(**{f"to_{noun}": thing}))
    acts = Succession.objects.filter(pk__in=touching.values("succession")).prefetch_related("links")
    rows = list(acts.order_by("-effective_on", "-pk"))
    return act_lines(rows, noun, undoable=rows[0].pk if rows and rows[0].undo else None)


def act_lines(acts: Iterable[Succession], noun: str, *, undoable: int | None = None) -> list[ActLine]:
    """Acts told with the names before and after their day; `links` should be prefetched. One more query."""
    ids = {getattr(x, f"{end}_{noun}_id") for act in acts for x in act.links.all() for end in ("from", "to")}
    names = _named_rows(noun, ids)
    return [_act_line(act, noun, names, can_be_undone=act.pk == undoable) for act in acts]


def _named_rows(noun: str, ids: set[int]) -> dict[int, list[AreaVersion]] | dict[int, list[BodyName]]:
    if noun == "area":
        return _grouped(AreaVersion.objects.filter(area__in=ids), "area_id")
    return _grouped(BodyName.objects.filter(body__in=ids), "body_id")


def _grouped[T: Dated](rows: Iterable[T], by: str) -> dict[int, list[T]]:
    grouped: dict[int, list[T]] = {}
    for row in rows:
        grouped.setdefault(getattr(row, by), []).append(row)
    return grouped


def _act_line(act: Succession, noun: str, names: Any, *, can_be_undone: bool) -> ActLine:
    day = act.effective_on
    former = {getattr(link, f"from_{noun}_id") for link in act.links.all()}
    later = {getattr(link, f"to_{noun}_id") for link in act.links.all()}
    return ActLine(
        id=act.pk,
        kind_label=act.get_kind_display(),
        effective_on=day,
        legal_document=act.legal_document,
        note=act.note,
        before=sorted(_name_on(names[i], day - timedelta(1)) for i in former),
        after=sorted(_name_on(names[i], day) for i in later),
        can_be_undone=can_be_undone,
    )


def _name_on[T: (AreaVersion, BodyName)](rows: list[T], day: date) -> str:
    row = best_on(rows, day)
    return row.full_name if isinstance(row, AreaVersion) else row.name
