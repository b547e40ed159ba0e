"""Acts of succession of places and bodies: each ends, begins and links rows in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.actions.checks import allow, area_of, holds, need
from phoihop.organisations.actions.following import places_of, tell_places_changed
from phoihop.organisations.actions.new import (
    NewArea,
    NewBody,
    area_version,
    begin_area,
    begin_body,
    body_name,
)
from phoihop.organisations.models import (
    Area,
    AreaKind,
    AreaVersion,
    Body,
    BodyKind,
    BodyName,
    Dated,
    Level,
    Succession,
    SuccessionKind,
    SuccessionLink,
)

type Thing = Area | Body
type New = NewArea | NewBody


@dataclass
class _Record:
    """Saves rows and remembers what was made and what was ended, so that the act can be undone."""

    by: Member | None
    at: datetime
    made: list[list[Any]] = field(default_factory=list)
    ended: list[list[Any]] = field(default_factory=list)

    def make(self, row: Any) -> Any:
        if isinstance(row, Area | Body):
            row.entered_by_id = self.by.person_id if self.by else None
            row.entered_at = self.at
        row.save()
        self.made.append([row._meta.model_name, row.pk])
        return row

    def end(self, row: Dated, last: date) -> None:
        if row.valid_to == last:
            return
        self.ended.append([row._meta.model_name, row.pk, row.valid_to.isoformat() if row.valid_to else None])
        row.valid_to = last
        row.save(update_fields=["valid_to"])


@dataclass(frozen=True)
class Decree:
    """From which day an act holds, and the document that says so."""

    effective_on: date
    legal_document: str
    note: str = ""


@dataclass(frozen=True)
class _Act:
    kind: SuccessionKind
    decree: Decree
    record: _Record

    @property
    def day(self) -> date:
        return self.decree.effective_on

    @property
    def eve(self) -> date:
        return self.day - timedelta(1)

    @property
    def document(self) -> str:
        return need(self.decree.legal_document, "Cần nêu văn bản quyết định.")


@transaction.atomic
def merge(
    *,
    predecessors: Sequence[Thing],
    successor: Thing | New,
    decree: Decree,
    by: Member | None,
    at: datetime,
) -> Succession:
    """Several become one new (hợp nhất), or go into one that stands (nhập). Residential areas go along.

    The predecessors end the day before the decree's. PermissionDenied or Refused when it cannot be.
    """
    act = _Act(SuccessionKind.MERGE, decree, _Record(by, at))
    olds = _locked(predecessors, act)
    if len(olds) < (1 if isinstance(successor, Area | Body) else 2):
        raise Refused("Hợp nhất cần ít nhất hai đơn vị cũ.")
    for old in olds:
        _end(old, act)
    new = _successor(successor, olds, act)
    _allow(act, [*olds, new])
    for old in olds:
        _move_inside(old, dict.fromkeys(_inside(old, act.day), new), act)
    return _written(act, [(old, new, False) for old in olds])


@transaction.atomic
def split(
    *,
    predecessor: Thing,
    successors: Sequence[Thing | New],
    decree: Decree,
    predecessor_ends: bool = True,
    inside: Mapping[int, int] | None = None,
    by: Member | None,
    at: datetime,
) -> Succession:
    """One becomes several (chia), or gives parts off and goes on (tách: `predecessor_ends=False`).

    `inside`: to which successor (by its place in the list) each residential area goes, by the area's id; when
    the predecessor ends none may be left. No figure is ever divided by this act.
    """
    act = _Act(SuccessionKind.SPLIT, decree, _Record(by, at))
    (old,) = _locked([predecessor], act)
    if len(successors) < (2 if predecessor_ends else 1):
        raise Refused("Chia cần ít nhất hai đơn vị mới.")
    if predecessor_ends:
        _end(old, act)
    news = [_successor(successor, [old], act) for successor in successors]
    if len({new.pk for new in news}) < len(news):
        raise Refused("Một đơn vị mới được nêu hai lần.")
    _allow(act, [old, *news])
    goes = {child: news[index] for child, index in (inside or {}).items()}
    if predecessor_ends and _inside(old, act.day) - goes.keys():
        raise Refused("Còn khu dân cư chưa xếp vào đơn vị mới.")
    _move_inside(old, goes, act)
    return _written(act, [(old, new, True) for new in news])


@transaction.atomic
def rename(
    *,
    thing: Thing,
    name: str,
    short_name: str = "",
    symbol: str = "",
    decree: Decree,
    by: Member | None,
    at: datetime,
) -> Succession:
    """The same place or body goes on under another name. For a body the short name is needed too."""
    act = _Act(SuccessionKind.RENAME, decree, _Record(by, at))
    (same,) = _locked([thing], act)
    _allow(act, [same])
    if isinstance(same, Area):
        _new_version(same, act, name=need(name, "Cần có tên mới."))
    else:
        _new_name(same, act, name=name, short_name=short_name, symbol=symbol)
    return _written(act, [(same, same, False)])


@transaction.atomic
def change_type(
    *,
    thing: Thing,
    kind: AreaKind | BodyKind,
    name: str = "",
    short_name: str = "",
    symbol: str = "",
    decree: Decree,
    by: Member | None,
    at: datetime,
) -> Succession:
    """The same place goes on as another type (xã → phường). A body of another kind is a new body."""
    act = _Act(SuccessionKind.TYPE_CHANGE, decree, _Record(by, at))
    (same,) = _locked([thing], act)
    _allow(act, [same])
    if isinstance(same, Area) and isinstance(kind, AreaKind):
        _new_version(same, act, name=name.strip(), kind=kind)
        return _written(act, [(same, same, False)])
    if not (isinstance(same, Body) and isinstance(kind, BodyKind)):
        raise Refused("Loại mới không hợp với đơn vị này.")
    _end(same, act)
    new = begin_body(
        NewBody(kind, same.area, name, short_name, symbol, same.parent),
        since=act.day,
        document=act.document,
        make=act.record.make,
        is_sample=same.is_sample,
    )
    return _written(act, [(same, new, False)])


def _locked(things: Sequence[Thing], act: _Act) -> list[Thing]:
    """The rows locked in the order of their ids; refused when one does not stand on the eve or changes later.

    A row that ended on the eve without a successor may still be given one: papers come late.
    """
    if len({type(thing) for thing in things}) > 1:
        raise Refused("Địa bàn và tổ chức không kế thừa lẫn nhau.")
    if len({thing.pk for thing in things}) < len(things) or not things:
        raise Refused("Cần chọn các đơn vị cũ, mỗi đơn vị một lần.")
    found: list[Thing] = []
    for thing in sorted(things, key=lambda thing: thing.pk):
        row = type(thing)._default_manager.select_for_update(of=("self",)).get(pk=thing.pk)
        if not holds(row, act.eve):
            raise Refused("Đơn vị cũ không hoạt động đến hết ngày trước khi có hiệu lực.")
        if row.valid_to == act.eve and row.successor_links.exists():
            raise Refused("Đơn vị cũ đã có đơn vị kế thừa từ ngày này.")
        if any(later.valid_from and later.valid_from >= act.day for later in _spans(row)):
            raise Refused("Đơn vị đã có thay đổi từ ngày này trở đi.")
        found.append(row)
    return found


def _spans(thing: Thing) -> list[AreaVersion] | list[BodyName]:
    return list(thing.versions.all()) if isinstance(thing, Area) else list(thing.names.all())


def _allow(act: _Act, things: Sequence[Thing]) -> None:
    old = [area_of(thing) for thing in things]
    allow(act.record.by, [area for area in old if area.valid_from != act.day], act.eve)
    allow(act.record.by, [area for area in old if area.valid_from == act.day], act.day)


def _successor(successor: Thing | New, olds: Sequence[Thing], act: _Act) -> Thing:
    noun = type(olds[0])
    if isinstance(successor, NewArea) and noun is Area:
        levels = {old.level for old in olds if isinstance(old, Area)}
        if len(levels) > 1:
            raise Refused("Các địa bàn cũ không cùng cấp.")
        return begin_area(
            successor, level=levels.pop(), since=act.day, document=act.document, make=act.record.make
        )
    if isinstance(successor, NewBody) and noun is Body:
        return begin_body(successor, since=act.day, document=act.document, make=act.record.make)
    if type(successor) is not noun:
        raise Refused("Địa bàn và tổ chức không kế thừa lẫn nhau.")
    assert isinstance(successor, Area | Body)
    return _standing(successor, olds, act)


def _standing(successor: Thing, olds: Sequence[Thing], act: _Act) -> Thing:
    row = type(successor)._default_manager.select_for_update(of=("self",)).get(pk=successor.pk)
    if row.pk in {old.pk for old in olds}:
        raise Refused("Một đơn vị không thể kế thừa chính mình.")
    if not holds(row, act.day):
        raise Refused("Đơn vị kế thừa không hoạt động vào ngày có hiệu lực.")
    if {old.pk for old in olds} & _all_after(row):
        raise Refused("Đơn vị kế thừa đã từng chuyển giao cho chính đơn vị cũ: quan hệ sẽ thành vòng tròn.")
    return row


def _all_after(thing: Thing) -> set[int]:
    noun = "area" if isinstance(thing, Area) else "body"
    reached, edge = {thing.pk}, {thing.pk}
    while edge:
        links = SuccessionLink.objects.filter(**{f"from_{noun}__in": edge})
        edge = set(links.values_list(f"to_{noun}", flat=True)) - reached
        reached |= edge
    return reached


def _inside(thing: Thing, day: date) -> set[int]:
    """The residential areas that belong to a place on a day."""
    if not isinstance(thing, Area):
        return set()
    versions = AreaVersion.objects.on(day).filter(parent=thing, area__level=Level.RESIDENTIAL_AREA)
    return set(versions.values_list("area", flat=True))


def _move_inside(old: Thing, goes: Mapping[int, Thing], act: _Act) -> None:
    if goes.keys() - _inside(old, act.day):
        raise Refused("Có khu dân cư không thuộc đơn vị cũ.")
    for child in Area.objects.filter(pk__in=goes):
        parent = goes[child.pk]
        assert isinstance(parent, Area)
        _new_version(child, act, parent=parent)


def _new_version(
    area: Area, act: _Act, *, name: str = "", kind: str = "", parent: Area | None = None
) -> None:
    current = AreaVersion.objects.on(act.eve).get(area=area)
    act.record.end(current, act.eve)
    act.record.make(
        area_version(
            area,
            name=name or current.name,
            kind=kind or current.kind,
            parent=parent or current.parent,
            since=act.day,
            document=act.document,
        )
    )


def _new_name(body: Body, act: _Act, *, name: str, short_name: str, symbol: str) -> None:
    current = BodyName.objects.on(act.eve).get(body=body)
    name = need(name, "Cần có tên mới.")
    short_name = need(short_name, "Cần có tên ngắn mới.")
    act.record.end(current, act.eve)
    act.record.make(
        body_name(
            body,
            name=name,
            short_name=short_name,
            symbol=symbol or current.symbol,
            since=act.day,
            document=act.document,
        )
    )


def _end(thing: Thing, act: _Act) -> None:
    """The row, its name or version, its codes or functions: all end on the eve."""
    act.record.end(thing, act.eve)
    parts: list[Any] = (
        [thing.versions, thing.codes] if isinstance(thing, Area) else [thing.names, thing.functions]
    )
    for rows in parts:
        for row in rows.on(act.day):
            act.record.end(row, act.eve)


def _written(act: _Act, links: Sequence[tuple[Thing, Thing, bool]]) -> Succession:
    record = act.record
    succession = Succession.objects.create(
        kind=act.kind,
        effective_on=act.day,
        legal_document=act.document,
        note=act.decree.note.strip(),
        entered_by_id=record.by.person_id if record.by else None,
        entered_at=record.at,
        is_sample=any(old.is_sample for old, _, _ in links),
        undo={"made": record.made, "ended": record.ended},
    )
    noun = "area" if isinstance(links[0][0], Area) else "body"
    SuccessionLink.objects.bulk_create(
        SuccessionLink(succession=succession, is_partial=partial, **{f"from_{noun}": old, f"to_{noun}": new})
        for old, new, partial in links
    )
    tell_places_changed(places_of([*record.made, *record.ended]))
    return succession
