"""Merging, splitting, renaming, changing type, and taking it back."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Refused
from phoihop.organisations.actions import (
    Decree,
    NewArea,
    NewBody,
    add_function,
    change_type,
    create_body,
    create_residential_area,
    merge,
    rename,
    split,
    undo,
)
from phoihop.organisations.models import Area, AreaKind, AreaVersion, Body, BodyKind, Level, Succession
from phoihop.organisations.queries import (
    area_labels,
    body_labels,
    predecessors_of,
    successors_of,
    who_was_here,
)
from phoihop.people.models import Person
from tests.accounts import factories as accounts
from tests.organisations.factories import AT, area, body, commune, province

pytestmark = pytest.mark.django_db
DAY = date(2026, 1, 1)
EVE = DAY - timedelta(1)
DECREE = Decree(DAY, "Nghị quyết số 1/NQ-UBTVQH16", "ghi chú")


@dataclass(frozen=True)
class Administrator:
    """A member as lower apps know it."""

    person_id: int
    body_id: int
    area_id: int
    role: str = "administrator"
    is_sample: bool = False


def new(name: str = "Lam Kinh", kind: AreaKind = AreaKind.RURAL_COMMUNE) -> NewArea:
    return NewArea(name, kind, province())


def village(place: Area, name: str) -> Area:
    since = date(2020, 1, 1)
    return create_residential_area(
        commune=place, kind=AreaKind.VILLAGE, name=name, valid_from=since, by=None, at=AT
    )


def parent_on(place: Area, day: date) -> Area | None:
    return AreaVersion.objects.on(day).get(area=place).parent


def merged(*olds: Area, into: NewArea | Area | None = None) -> Succession:
    return merge(predecessors=olds, successor=into or new(), decree=DECREE, by=None, at=AT)


# merging


def test_two_communes_become_one_and_their_villages_go_along() -> None:
    one, other = commune("Thọ Xương"), commune("Xuân Bái")
    thon = village(one, "1")
    act = merged(one, other)
    (after,) = successors_of(one)
    assert (after.label, after.kind, after.effective_on, after.is_partial) == (
        "xã Lam Kinh",
        "merge",
        DAY,
        False,
    )
    assert after.legal_document == DECREE.legal_document
    for old in (one, other):
        old.refresh_from_db()
        assert old.valid_to == EVE
        assert old.versions.get().valid_to == EVE
    lam_kinh = Area.objects.get(pk=after.id)
    assert (lam_kinh.valid_from, lam_kinh.level) == (DAY, Level.COMMUNE)
    assert parent_on(thon, EVE) == one
    assert parent_on(thon, DAY) == lam_kinh
    assert [f.label for f in predecessors_of(lam_kinh)] == ["xã Thọ Xương", "xã Xuân Bái"]
    assert {here.area_id for here in who_was_here(lam_kinh, EVE)} == {one.pk, other.pk}
    assert {here.area_id for here in who_was_here(one, DAY)} == {lam_kinh.pk}
    assert (act.note, act.entered_at) == ("ghi chú", AT)


def test_a_commune_may_go_into_one_that_stands() -> None:
    old, standing = commune("Hà Lan"), commune("Đông Sơn", kind=AreaKind.WARD)
    merged(old, into=standing)
    standing.refresh_from_db()
    assert standing.valid_to is None
    assert [f.id for f in successors_of(old)] == [standing.pk]
    assert standing.versions.count() == 1


def test_a_merged_commune_may_keep_the_name_of_one_of_the_old() -> None:
    one, other = commune("Lam Sơn"), commune("Xuân Bái")
    merged(one, other, into=new("Lam Sơn"))
    (after,) = successors_of(one)
    assert after.label == "xã Lam Sơn"
    assert after.id != one.pk


def test_bodies_merge_as_places_do() -> None:
    place = commune("Lam Sơn")
    offices = [
        body(kind=BodyKind.DEPARTMENT, area=place, name=f"Phòng {x}") for x in ("Kinh tế", "Quản lý đô thị")
    ]
    add_function(body=offices[0], name="Xây dựng nông thôn mới", valid_from=None, by=None, at=AT)
    heir = NewBody(BodyKind.DEPARTMENT, place, "Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng KT-HT-ĐT")
    merge(predecessors=offices, successor=heir, decree=DECREE, by=None, at=AT)
    (after,) = successors_of(offices[0])
    assert after.label == "Phòng KT-HT-ĐT"
    assert [f.label for f in predecessors_of(Body.objects.get(pk=after.id))] == [
        "Phòng Kinh tế",
        "Phòng Quản lý đô thị",
    ]
    assert offices[0].functions.get().valid_to == EVE


def test_a_body_that_ended_with_its_place_may_be_given_its_successor_later() -> None:
    place = commune("Lam Sơn", kind=AreaKind.TOWNSHIP, valid_to=EVE)
    old = body(area=place, valid_to=EVE)
    heir = body(area=commune("Lam Sơn", valid_from=DAY), valid_from=DAY)
    merge(predecessors=[old], successor=heir, decree=DECREE, by=None, at=AT)
    assert [f.id for f in successors_of(old)] == [heir.pk]
    with pytest.raises(Refused, match="đã có đơn vị kế thừa"):
        merge(predecessors=[old], successor=heir, decree=DECREE, by=None, at=AT)


# splitting


def test_a_commune_is_parted_and_each_village_is_told_where_it_goes() -> None:
    old = commune("Rộng")
    east, west = village(old, "Đông"), village(old, "Tây")
    parts = [new("Rộng Đông"), new("Rộng Tây")]
    with pytest.raises(Refused, match="chưa xếp"):
        split(predecessor=old, successors=parts, decree=DECREE, inside={east.pk: 0}, by=None, at=AT)
    split(predecessor=old, successors=parts, decree=DECREE, inside={east.pk: 0, west.pk: 1}, by=None, at=AT)
    followers = successors_of(old)
    assert [(f.label, f.is_partial) for f in followers] == [("xã Rộng Đông", True), ("xã Rộng Tây", True)]
    assert [parent_on(x, DAY).pk for x in (east, west)] == [f.id for f in followers]  # type: ignore[union-attr]
    old.refresh_from_db()
    assert all(here.is_partial for here in who_was_here(old, DAY))


def test_a_part_given_off_leaves_the_rest_standing() -> None:
    old = commune("Rộng")
    thon = village(old, "Đông")
    split(
        predecessor=old, successors=[new("Rộng Đông")], decree=DECREE, predecessor_ends=False,
        inside={thon.pk: 0}, by=None, at=AT,
    )  # fmt: skip
    old.refresh_from_db()
    assert old.valid_to is None
    assert [f.label for f in successors_of(old)] == ["xã Rộng Đông"]


# renaming and changing type


def test_a_renamed_place_is_the_same_place() -> None:
    place = commune("Bà Gia")
    rename(thing=place, name="Đạ Huoai 3", decree=DECREE, by=None, at=AT)
    assert area_labels([place.pk], EVE)[place.pk].full_name == "xã Bà Gia"
    assert area_labels([place.pk], DAY)[place.pk].full_name == "xã Đạ Huoai 3"
    assert successors_of(place) == []


def test_a_renamed_body_is_the_same_body() -> None:
    office = body(kind=BodyKind.DEPARTMENT, name="Phòng Văn hóa")
    rename(
        thing=office, name="Phòng Văn hóa - Xã hội", short_name="Phòng VHXH", decree=DECREE, by=None, at=AT
    )
    assert body_labels([office.pk], EVE)[office.pk].name == "Phòng Văn hóa"
    assert body_labels([office.pk], DAY)[office.pk].short_name == "Phòng VHXH"


def test_a_commune_becomes_a_ward_under_its_name() -> None:
    place = commune("Quang Trung")
    change_type(thing=place, kind=AreaKind.WARD, decree=DECREE, by=None, at=AT)
    assert area_labels([place.pk], DAY)[place.pk].full_name == "phường Quang Trung"


def test_a_body_of_another_kind_is_a_new_body() -> None:
    office = body(kind=BodyKind.DEPARTMENT, name="Phòng Hành chính")
    change_type(
        thing=office, kind=BodyKind.OFFICE, name="Văn phòng", short_name="VP", decree=DECREE, by=None, at=AT
    )
    (after,) = successors_of(office)
    assert Body.objects.get(pk=after.id).kind == BodyKind.OFFICE


# what is refused


def test_what_cannot_be_is_refused() -> None:
    one, other = commune("A"), commune("B", valid_from=DAY)
    ended = commune("C", valid_to=date(2025, 6, 30))
    district = area(level=Level.DISTRICT, name="D", parent=province())
    ward = body(area=one)
    cases = {
        "không hoạt động đến hết ngày trước": lambda: merged(one, other),
        "không hoạt động vào ngày có hiệu lực": lambda: merged(one, into=ended),
        "không cùng cấp": lambda: merged(one, district),
        "chính mình": lambda: merged(one, into=one),
        "mỗi đơn vị một lần": lambda: merged(one, one),
        "ít nhất hai": lambda: merged(one),
        "không kế thừa lẫn nhau": lambda: merge(
            predecessors=[one], successor=ward, decree=DECREE, by=None, at=AT
        ),
        "văn bản": lambda: merge(
            predecessors=[one], successor=district, decree=Decree(DAY, " "), by=None, at=AT
        ),
        "Đã có xã": lambda: split(
            predecessor=one, successors=[new("X"), new("X")], decree=DECREE, by=None, at=AT
        ),
    }  # fmt: skip
    for words, act in cases.items():
        with pytest.raises(Refused, match=words):
            act()
    assert not Succession.objects.exists()
    one.refresh_from_db()
    assert one.valid_to is None


def test_successors_never_come_round_to_the_predecessor() -> None:
    one, other = commune("A"), commune("B")
    split(
        predecessor=one, successors=[other], decree=Decree(date(2024, 1, 1), "NQ"), predecessor_ends=False,
        by=None, at=AT,
    )  # fmt: skip
    with pytest.raises(Refused, match="vòng tròn"):
        merged(other, into=one)


def test_an_act_before_a_later_change_is_refused() -> None:
    place = commune("A")
    rename(thing=place, name="B", decree=Decree(date(2026, 6, 1), "NQ"), by=None, at=AT)
    with pytest.raises(Refused, match="đã có thay đổi"):
        rename(thing=place, name="C", decree=DECREE, by=None, at=AT)


# who may


def test_an_administrator_acts_within_the_own_place_only() -> None:
    home, elsewhere = province("Thanh Hóa"), province("Nghệ An")
    ubnd = body(area=home)
    person = Person.objects.create(full_name="Người thử")
    admin = Administrator(person.pk, ubnd.pk, home.pk)
    inside, outside = commune("A"), commune("B", parent=elsewhere)
    act = rename(thing=inside, name="A mới", decree=DECREE, by=admin, at=AT)
    assert act.entered_by == person
    inside = commune("C")
    with pytest.raises(PermissionDenied):
        rename(thing=outside, name="B mới", decree=DECREE, by=admin, at=AT)
    with pytest.raises(PermissionDenied):
        merge(predecessors=[inside, outside], successor=new(), decree=DECREE, by=admin, at=AT)
    officer = Administrator(person.pk, ubnd.pk, home.pk, role="officer")
    with pytest.raises(PermissionDenied):
        rename(thing=inside, name="A", decree=Decree(date(2026, 5, 1), "NQ"), by=officer, at=AT)


# taking back


def snapshot() -> list[object]:
    versions = AreaVersion.objects.order_by("pk").values_list(
        "area", "name", "kind", "parent", "valid_from", "valid_to"
    )
    return [*versions, *Area.objects.order_by("pk").values_list("pk", "valid_from", "valid_to")]


def test_undoing_a_merger_brings_all_back() -> None:
    one, other = commune("Thọ Xương"), commune("Xuân Bái")
    village(one, "1")
    before = snapshot()
    act = merged(one, other)
    assert snapshot() != before
    undo(succession=act, by=None, at=AT)
    assert snapshot() == before
    assert not Succession.objects.exists()


def test_undoing_a_renaming_or_a_split_brings_all_back() -> None:
    place = commune("A")
    before = snapshot()
    undo(succession=rename(thing=place, name="B", decree=DECREE, by=None, at=AT), by=None, at=AT)
    parts = [new("A1"), new("A2")]
    undo(succession=split(predecessor=place, successors=parts, decree=DECREE, by=None, at=AT), by=None, at=AT)
    assert snapshot() == before


def test_only_the_newest_act_is_undone() -> None:
    one, other = commune("A"), commune("B")
    act = merged(one, other)
    lam_kinh = Area.objects.get(pk=successors_of(one)[0].id)
    later = rename(thing=lam_kinh, name="C", decree=Decree(date(2026, 6, 1), "NQ"), by=None, at=AT)
    with pytest.raises(Refused, match="việc sau trước"):
        undo(succession=act, by=None, at=AT)
    undo(succession=later, by=None, at=AT)
    undo(succession=act, by=None, at=AT)


def test_nothing_is_undone_once_something_stands_on_it() -> None:
    act = merged(commune("A"), commune("B"))
    lam_kinh = Area.objects.get(valid_from=DAY)
    create_body(
        kind=BodyKind.PEOPLES_COMMITTEE, area=lam_kinh, name="UBND", short_name="UBND", symbol="UBND",
        valid_from=DAY, by=None, at=AT,
    )  # fmt: skip
    with pytest.raises(Refused, match="Đã có dữ liệu"):
        undo(succession=act, by=None, at=AT)
    assert Succession.objects.filter(pk=act.pk).exists()


def test_acts_of_the_lists_are_not_undone() -> None:
    act = Succession.objects.create(kind="merge", effective_on=DAY, legal_document="NQ")
    with pytest.raises(Refused, match="danh mục"):
        undo(succession=act, by=None, at=AT)


def test_the_trail_keeps_an_undone_act() -> None:
    act = merged(commune("A"), commune("B"))
    undo(succession=act, by=None, at=AT)
    trail = apps.get_model("organisations", "SuccessionEvent")._default_manager.order_by("pgh_id")
    assert [event.pgh_label for event in trail] == ["insert", "delete"]


def test_the_day_begins_at_midnight_in_viet_nam() -> None:
    place = area(name="Lam Sơn", valid_from=date(2026, 7, 1))
    committee = body(area=place, name="UBND", valid_from=date(2026, 7, 1))
    administrator = accounts.member(body=committee, role="administrator")
    first_minute = datetime(2026, 6, 30, 17, 1, tzinfo=UTC)
    made = create_body(
        kind=BodyKind.FARMERS_UNION, area=place, name="Hội Nông dân", short_name="Hội ND", symbol="",
        valid_from=None, by=administrator, at=first_minute,
    )  # fmt: skip
    assert made.area == place
