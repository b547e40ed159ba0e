"""The bodies of the sample: of the five papers' places in their time, of today, and who followed whom."""

from datetime import date, datetime

from phoihop.organisations.actions import (
    create_body,
    create_residential_area,
    create_standard_bodies,
    load_offices,
)
from phoihop.organisations.models import Area, AreaCode, AreaKind, Body, BodyKind, Level
from phoihop.sample.accounts import VILLAGES
from phoihop.sample.papers import NEW_LIST, OLD_LIST, Paper

TWO_LEVELS = date(2025, 7, 1)
HOME = "15544"
"""xã Lam Sơn in the list of 1/7/2025: the home of the living sample."""

_MEMBER_KINDS = (
    BodyKind.FARMERS_UNION,
    BodyKind.WOMENS_UNION,
    BodyKind.YOUTH_UNION,
    BodyKind.VETERANS_ASSOCIATION,
)
STANDARD = (BodyKind.PEOPLES_COMMITTEE, BodyKind.FRONT_COMMITTEE, *_MEMBER_KINDS)


def place(code: str, scheme: str) -> Area:
    """The place a code names in a list."""
    return AreaCode.objects.select_related("area").get(scheme=scheme, code=code).area


def found_home(at: datetime) -> tuple[Area, dict[BodyKind, Body], dict[str, Body]]:
    """xã Lam Sơn with its bodies, its office and, by village, the boards of its made-up villages."""
    area = place(HOME, NEW_LIST)
    bodies = create_standard_bodies(
        area=area, valid_from=TWO_LEVELS, kinds=STANDARD, is_sample=True, by=None, at=at
    )
    offices = create_standard_bodies(
        area=area, valid_from=TWO_LEVELS, kinds=(BodyKind.OFFICE,), is_sample=True, by=None, at=at
    )
    office = offices[BodyKind.OFFICE]
    Body.objects.filter(pk=office.pk).update(parent=bodies[BodyKind.PEOPLES_COMMITTEE])
    return (
        area,
        bodies | offices,
        {name: _village(area, name, bodies[BodyKind.FRONT_COMMITTEE], at) for name in VILLAGES},
    )


def found_operator(nation: Area, at: datetime) -> Body:
    """The body whose administrators look after the whole installation."""
    return create_body(
        kind=BodyKind.OPERATOR,
        area=nation,
        name="Đơn vị vận hành hệ thống",
        short_name="Đơn vị vận hành hệ thống",
        symbol="",
        valid_from=TWO_LEVELS,
        is_sample=True,
        by=None,
        at=at,
    )


def _village(commune: Area, name: str, front: Body, at: datetime) -> Body:
    area = create_residential_area(
        commune=commune,
        kind=AreaKind.VILLAGE,
        name=name,
        valid_from=TWO_LEVELS,
        is_sample=True,
        by=None,
        at=at,
    )
    made = create_standard_bodies(
        area=area,
        valid_from=TWO_LEVELS,
        kinds=(BodyKind.FRONT_WORK_BOARD,),
        is_sample=True,
        by=None,
        at=at,
    )
    board = made[BodyKind.FRONT_WORK_BOARD]
    board.parent = front
    board.save(update_fields=["parent"])
    return board


def found_bodies(paper: Paper, at: datetime) -> Area:
    """The usual bodies of a paper's place in its time, and its offices where they are known."""
    area = place(paper.place, OLD_LIST)
    kinds = (*STANDARD, *_above_communes(area), BodyKind.PEOPLES_COUNCIL, BodyKind.PARTY_COMMITTEE)
    create_standard_bodies(area=area, valid_from=None, kinds=kinds, is_sample=True, by=None, at=at)
    if paper.slug.startswith("bim-son"):
        load_offices(area=area, is_sample=True, by=None, at=at)
    return area


def _above_communes(area: Area) -> tuple[BodyKind, ...]:
    """Whether trade unions stood at commune level is not verified: none are made there."""
    return () if area.level == Level.COMMUNE else (BodyKind.LABOUR_FEDERATION,)


def found_named(area: Area, words: str, at: datetime) -> Body:
    """A body a text names and no list has, under its printed words, ended with its place."""
    named = create_body(
        kind=_KINDS_BY_CODE.get(words, BodyKind.DEPARTMENT),
        area=area,
        name=_NAMES_BY_CODE.get(words, words),
        short_name=_NAMES_BY_CODE.get(words, words),
        symbol="",
        valid_from=None,
        is_sample=True,
        by=None,
        at=at,
    )
    if area.valid_to:
        named.names.update(valid_to=area.valid_to)
        named.valid_to = area.valid_to
        named.save(update_fields=["valid_to"])
    return named


_KINDS_BY_CODE = {
    "KDC": BodyKind.FRONT_WORK_BOARD,
    "TTND": BodyKind.PEOPLE_INSPECTORATE,
    "GSDTCD": BodyKind.COMMUNITY_INVESTMENT_BOARD,
    "CONGAN": BodyKind.POLICE,
    "MEMBERS": BodyKind.MEMBER_ORGANISATION,
}
_NAMES_BY_CODE = {
    "KDC": "Các Ban Công tác Mặt trận ở khu dân cư",
    "TTND": "Các Ban Thanh tra nhân dân",
    "GSDTCD": "Các Ban Giám sát đầu tư của cộng đồng",
    "CONGAN": "Công an",
    "MEMBERS": "Các tổ chức thành viên của Mặt trận",
    "DANG": "Cấp ủy",
}
