"""Places and bodies to begin, and how their rows are made."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from phoihop.core.errors import Refused
from phoihop.core.vietnamese import fold, nfc, sort_key
from phoihop.organisations.actions.checks import fitting, holds, need
from phoihop.organisations.models import Area, AreaKind, AreaVersion, Body, BodyKind, BodyName

_SEVERAL = {
    BodyKind.DEPARTMENT,
    BodyKind.OFFICE,
    BodyKind.MEMBER_ORGANISATION,
    BodyKind.OPERATOR,
    BodyKind.COMMUNITY_INVESTMENT_BOARD,
}
SINGLE = frozenset(BodyKind) - _SEVERAL
"""Kinds of which a place has at most one at a time."""

type Make = Callable[[Any], Any]
"""Saves a new row (and remembers it, inside an act)."""


@dataclass(frozen=True)
class NewArea:
    """A place that an act begins; `parent` is what it belongs to."""

    name: str
    kind: AreaKind
    parent: Area


@dataclass(frozen=True)
class NewBody:
    """A body that an act begins."""

    kind: BodyKind
    area: Area
    name: str
    short_name: str
    symbol: str = ""
    parent: Body | None = None


def area_version(
    area: Area, *, name: str, kind: str, parent: Area | None, since: date | None, document: str
) -> AreaVersion:
    """A version with its keys for search and order, not saved."""
    version = AreaVersion(
        area=area,
        name=fitting(nfc(name), 120),
        kind=kind,
        parent=parent,
        valid_from=since,
        legal_document=document,
        sort_key=sort_key(name),
    )
    version.folded = fold(version.full_name)
    return version


def body_name(
    body: Body, *, name: str, short_name: str, symbol: str, since: date | None, document: str = ""
) -> BodyName:
    """A name with its keys for search and order, not saved. Search finds the full and the short form."""
    return BodyName(
        body=body,
        name=fitting(nfc(name), 200),
        short_name=fitting(nfc(short_name), 120),
        symbol=fitting(symbol.strip(), 30),
        valid_from=since,
        legal_document=document,
        folded=_both(name, short_name),
        sort_key=sort_key(name),
    )


def _both(name: str, short_name: str) -> str:
    full, short = fold(name), fold(short_name)
    return (full if short in full else f"{full} {short}")[:240]


def begin_area(
    new: NewArea, *, level: str, since: date, document: str, make: Make, is_sample: bool = False
) -> Area:
    """The place and its first version; refused when its parent does not stand or has one of that name."""
    name = need(new.name, "Cần có tên địa bàn.")
    if not holds(new.parent, since):
        raise Refused("Địa bàn cấp trên không có vào ngày bắt đầu.")
    same = AreaVersion.objects.on(since).filter(
        parent=new.parent, kind=new.kind, folded=fold(f"{new.kind.label} {name}")
    )
    if any(version.name == nfc(name) for version in same):
        raise Refused(f"Đã có {new.kind.label} {name} tại đây vào ngày này.")
    area = make(Area(level=level, valid_from=since, is_sample=is_sample))
    make(area_version(area, name=name, kind=new.kind, parent=new.parent, since=since, document=document))
    assert isinstance(area, Area)
    return area


def begin_body(
    new: NewBody, *, since: date | None, document: str, make: Make, is_sample: bool = False
) -> Body:
    """The body and its first name; refused at a place of another time and where its kind already stands."""
    name = need(new.name, "Cần có tên đầy đủ của tổ chức.")
    short_name = need(new.short_name, "Cần có tên ngắn của tổ chức.")
    _check_place(new, since)
    body = make(Body(kind=new.kind, area=new.area, parent=new.parent, valid_from=since, is_sample=is_sample))
    make(body_name(body, name=name, short_name=short_name, symbol=new.symbol, since=since, document=document))
    assert isinstance(body, Body)
    return body


def _check_place(new: NewBody, since: date | None) -> None:
    first = since or new.area.valid_from
    if since and not holds(new.area, since):
        raise Refused("Địa bàn không có vào ngày tổ chức bắt đầu hoạt động.")
    if new.parent is not None and first and not holds(new.parent, first):
        raise Refused("Tổ chức cấp trên trực tiếp không hoạt động vào ngày này.")
    others = Body.objects.filter(area=new.area, kind=new.kind).exclude(valid_to__lt=first or date.min)
    if new.kind in SINGLE and others.exists():
        raise Refused(f"Địa bàn này đã có {new.kind.label} vào thời gian đó.")
