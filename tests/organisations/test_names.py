"""Usual names of bodies, what words mean which body, and departments with their heirs."""

from datetime import date, timedelta

import pytest

from phoihop.core.errors import Refused
from phoihop.organisations.actions import (
    add_function,
    create_body,
    create_residential_area,
    create_standard_bodies,
    load_offices,
    transfer_function,
)
from phoihop.organisations.calculations import KINDS_BY_CODE, SOCIO_POLITICAL, code_of, standard_name
from phoihop.organisations.models import Area, AreaCode, AreaKind, Body, BodyAlias, BodyKind, Level
from phoihop.organisations.places.lists import NEW_LIST, OLD_LIST
from phoihop.organisations.queries import bodies_by_code, resolve_alias, search_bodies, successors_of
from tests.organisations.factories import AT, area, body, commune, province

DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (BodyKind.PEOPLES_COMMITTEE, ("Ủy ban nhân dân xã Lam Sơn", "UBND xã Lam Sơn", "UBND")),
        (
            BodyKind.FRONT_COMMITTEE,
            ("Ủy ban Mặt trận Tổ quốc Việt Nam xã Lam Sơn", "Ủy ban MTTQ Việt Nam xã Lam Sơn", "MTTQ"),
        ),
        (BodyKind.WOMENS_UNION, ("Hội Liên hiệp Phụ nữ xã Lam Sơn", "Hội LHPN xã Lam Sơn", "HPN")),
        (BodyKind.LABOUR_FEDERATION, ("Công đoàn xã Lam Sơn", "Công đoàn xã Lam Sơn", "CĐ")),
        (BodyKind.PARTY_COMMITTEE, ("Đảng ủy xã Lam Sơn", "Đảng ủy xã Lam Sơn", "ĐU")),
    ],
)
def test_usual_names_in_a_commune(kind: BodyKind, expected: tuple[str, str, str]) -> None:
    usual = standard_name(
        kind, level=Level.COMMUNE, area_kind=AreaKind.RURAL_COMMUNE, area_name="Lam Sơn", place="xã Lam Sơn"
    )
    assert usual
    assert (usual.name, usual.short_name, usual.symbol) == expected


def test_the_front_of_the_nation_is_not_called_by_the_name_of_the_country_twice() -> None:
    usual = standard_name(
        BodyKind.FRONT_COMMITTEE,
        level=Level.NATION,
        area_kind=AreaKind.NATION,
        area_name="Việt Nam",
        place="Việt Nam",
    )
    assert usual
    assert usual.name == "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"


@pytest.mark.parametrize(
    ("area_kind", "name"),
    [
        (AreaKind.PROVINCE, "Tỉnh ủy Nơi Này"),
        (AreaKind.MUNICIPALITY, "Thành ủy Nơi Này"),
        (AreaKind.TOWN, "Thị ủy Nơi Này"),
        (AreaKind.RURAL_DISTRICT, "Huyện ủy Nơi Này"),
    ],
)
def test_the_party_committee_is_named_by_the_type_of_place(area_kind: AreaKind, name: str) -> None:
    usual = standard_name(
        BodyKind.PARTY_COMMITTEE, level=Level.PROVINCE, area_kind=area_kind, area_name="Nơi Này", place=""
    )
    assert usual
    assert usual.name == name


def test_above_the_commune_the_trade_union_is_a_federation_and_departments_have_no_usual_name() -> None:
    place = {"area_kind": AreaKind.PROVINCE, "area_name": "Quảng Nam", "place": "tỉnh Quảng Nam"}
    union = standard_name(BodyKind.LABOUR_FEDERATION, level=Level.PROVINCE, **place)  # type: ignore[arg-type]
    assert union
    assert union.short_name == "LĐLĐ tỉnh Quảng Nam"
    assert standard_name(BodyKind.DEPARTMENT, level=Level.PROVINCE, **place) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("ub mttq", "MTTQ"),
        ("ban thuong truc uy ban mttq viet nam", "MTTQ"),
        ("tm ban thuong vu hoi lien hiep phu nu", "PN"),
        ("cac to chuc chinh tri xa hoi", "CTXH"),
        ("cac doan the", "CTXH"),
        ("to chuc thanh vien", "MEMBERS"),
        ("thuong truc hdnd", "HDND"),
        ("doan tncs hcm", "TN"),
        ("phong kinh te", None),
    ],
)
def test_words_mean_a_code(words: str, code: str | None) -> None:
    assert code_of(words) == code


# resolving in a place


@pytest.fixture
def lam_son(db: None) -> Area:
    """A township in a district in a province, each with its bodies."""
    home = province("Thanh Hóa")
    tho_xuan = area(level=Level.DISTRICT, name="Thọ Xuân", parent=home)
    township = area(name="Lam Sơn", kind=AreaKind.TOWNSHIP, parent=tho_xuan)
    kinds = (
        BodyKind.PEOPLES_COMMITTEE,
        BodyKind.PEOPLES_COUNCIL,
        BodyKind.FRONT_COMMITTEE,
        BodyKind.PARTY_COMMITTEE,
        BodyKind.POLICE,
        *SOCIO_POLITICAL,
    )
    for place in (home, tho_xuan, township):
        create_standard_bodies(area=place, valid_from=None, kinds=kinds, by=None, at=AT)
    ubnd = Body.objects.get(area=township, kind=BodyKind.PEOPLES_COMMITTEE)
    office = body(kind=BodyKind.OFFICE, area=township, name="Văn phòng UBND thị trấn Lam Sơn", parent=ubnd)
    BodyAlias.objects.create(body=office, text="Văn phòng UBND", folded="van phong ubnd")
    khu_pho = create_residential_area(
        commune=township, kind=AreaKind.QUARTER, name="1", valid_from=date(2020, 1, 1), by=None, at=AT
    )
    body(kind=BodyKind.FRONT_WORK_BOARD, area=khu_pho, valid_from=date(2020, 1, 1))
    return township


def names(bodies: list[Body]) -> list[str]:
    return [name.short_name for found in bodies for name in found.names.all()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND", "UBND thị trấn Lam Sơn"),
        ("Uỷ ban nhân dân thị trấn", "UBND thị trấn Lam Sơn"),
        ("TT. UBND", "UBND thị trấn Lam Sơn"),
        ("UBND huyện", "UBND huyện Thọ Xuân"),
        ("UBND tỉnh Thanh Hóa", "UBND tỉnh Thanh Hóa"),
        ("UB MTTQ", "Ủy ban MTTQ Việt Nam thị trấn Lam Sơn"),
        ("UBMTTQ thị trấn", "Ủy ban MTTQ Việt Nam thị trấn Lam Sơn"),
        ("UB.MTTQ", "Ủy ban MTTQ Việt Nam thị trấn Lam Sơn"),
        ("Mặt trận", "Ủy ban MTTQ Việt Nam thị trấn Lam Sơn"),
        ("Ban Thường trực Ủy ban MTTQ Việt Nam huyện", "Ủy ban MTTQ Việt Nam huyện Thọ Xuân"),
        ("Hội LHPN", "Hội LHPN thị trấn Lam Sơn"),
        ("Hội Liên hiệp phụ nữ", "Hội LHPN thị trấn Lam Sơn"),
        ("Đoàn thanh niên", "Đoàn TNCS Hồ Chí Minh thị trấn Lam Sơn"),
        ("ĐOÀN TNCS HCM", "Đoàn TNCS Hồ Chí Minh thị trấn Lam Sơn"),
        ("Liên đoàn Lao động huyện", "LĐLĐ huyện Thọ Xuân"),
        ("Huyện ủy", "Huyện ủy Thọ Xuân"),
        ("Đảng ủy", "Đảng ủy thị trấn Lam Sơn"),
        ("Tỉnh ủy", "Tỉnh ủy Thanh Hóa"),
        ("Công an thị trấn Lam Sơn", "Công an thị trấn Lam Sơn"),
        ("Văn phòng UBND thị trấn", "Văn phòng UBND thị trấn Lam Sơn"),
        ("Hội Cựu chiến binh cùng cấp", "Hội CCB thị trấn Lam Sơn"),
    ],
)
def test_words_of_a_document_find_their_body(lam_son: Area, text: str, expected: str) -> None:
    assert names(resolve_alias(text, lam_son, DAY)) == [expected]


@pytest.mark.parametrize("text", ["Phòng Tư pháp", "UBND thành phố", "", "Liên minh hợp tác xã", "UBND xã"])
def test_words_that_are_not_sure_find_nothing(lam_son: Area, text: str) -> None:
    assert resolve_alias(text, lam_son, DAY) == []


def test_group_words_are_the_named_bodies_that_stand_there(lam_son: Area) -> None:
    five = resolve_alias("các tổ chức chính trị - xã hội", lam_son, DAY)
    assert [found.kind for found in five] == list(SOCIO_POLITICAL)
    club = body(kind=BodyKind.MEMBER_ORGANISATION, area=lam_son, name="Hội Người cao tuổi")
    assert set(resolve_alias("các tổ chức thành viên của MTTQ", lam_son, DAY)) == {*five, club}


def test_bodies_by_code_has_every_code(lam_son: Area) -> None:
    found = bodies_by_code(lam_son, DAY)
    assert found.keys() == KINDS_BY_CODE.keys()
    assert len(found["CTXH"]) == 5
    assert names(found["KDC"]) == ["Ban CTMT khu phố 1"]
    assert found["TTND"] == []


def test_a_body_of_another_day_is_not_meant(lam_son: Area) -> None:
    Body.objects.filter(area=lam_son, kind=BodyKind.WOMENS_UNION).update(valid_to=DAY - timedelta(1))
    assert resolve_alias("Hội LHPN", lam_son, DAY) == []
    assert len(resolve_alias("Hội LHPN", lam_son, DAY - timedelta(1))) == 1


def test_search_of_bodies_ranks_and_folds(lam_son: Area) -> None:
    hits = search_bodies("hoi lhpn thi tran")
    assert [hit.label for hit in hits] == ["Hội Liên hiệp Phụ nữ thị trấn Lam Sơn"]
    assert hits[0].place == "thị trấn Lam Sơn, huyện Thọ Xuân, tỉnh Thanh Hóa"
    assert [hit.label for hit in search_bodies("văn phòng ubnd")] == ["Văn phòng UBND thị trấn Lam Sơn"]
    assert search_bodies(" ") == []


# founding


def test_a_place_has_one_committee_at_a_time(lam_son: Area) -> None:
    with pytest.raises(Refused, match="đã có"):
        body(area=lam_son)
    again = create_standard_bodies(area=lam_son, valid_from=None, by=None, at=AT)
    assert Body.objects.filter(area=lam_son, kind=BodyKind.PEOPLES_COMMITTEE).get() in again.values()


@pytest.mark.django_db
def test_bodies_of_a_place_that_ended_end_with_it() -> None:
    place = commune(valid_to=date(2025, 6, 30))
    made = create_standard_bodies(area=place, valid_from=None, by=None, at=AT)
    stored = Body.objects.filter(area=place)
    assert {found.valid_to for found in stored} == {date(2025, 6, 30)}
    assert {name.valid_to for found in stored for name in found.names.all()} == {date(2025, 6, 30)}
    assert len(made) == 7


@pytest.mark.django_db
def test_a_body_needs_a_place_that_stands_and_names() -> None:
    place = commune(valid_from=DAY)
    with pytest.raises(Refused, match="Địa bàn không có"):
        body(area=place, name="A", valid_from=DAY - timedelta(1))
    with pytest.raises(Refused, match="tên ngắn"):
        create_body(
            kind=BodyKind.DEPARTMENT, area=place, name="Phòng", short_name=" ", symbol="", valid_from=DAY,
            by=None, at=AT,
        )  # fmt: skip


@pytest.mark.django_db
def test_a_residential_area_lies_in_a_commune_once() -> None:
    place = commune()
    values = {"kind": AreaKind.VILLAGE, "name": "Thôn 1", "valid_from": DAY, "by": None, "at": AT}
    create_residential_area(commune=place, **values)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="Đã có thôn"):
        create_residential_area(commune=place, **values)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="phải thuộc"):
        create_residential_area(commune=province(), **values)  # type: ignore[arg-type]


# functions and offices


@pytest.mark.django_db
def test_a_field_of_work_passes_to_another_body_on_a_day() -> None:
    place = commune()
    old, heir = (body(kind=BodyKind.DEPARTMENT, area=place, name=name) for name in ("Phòng A", "Phòng B"))
    held = add_function(body=old, name="Giảm nghèo", valid_from=None, by=None, at=AT)
    with pytest.raises(Refused, match="đã phụ trách"):
        add_function(body=old, name="Giảm nghèo", valid_from=DAY, by=None, at=AT)
    passed = transfer_function(function=held, to=heir, on=DAY, source="QĐ 1", by=None, at=AT)
    held.refresh_from_db()
    assert (held.valid_to, passed.valid_from, passed.body) == (DAY - timedelta(1), DAY, heir)
    with pytest.raises(Refused, match="không còn"):
        transfer_function(function=held, to=heir, on=DAY + timedelta(9), by=None, at=AT)


def bim_son() -> Area:
    """The town of 2017 and the two wards of today, with their codes."""
    end, home = date(2025, 6, 30), province("Thanh Hóa")
    town = area(level=Level.DISTRICT, name="Bỉm Sơn", kind=AreaKind.TOWN, parent=home, valid_to=end)
    AreaCode.objects.create(area=town, scheme=OLD_LIST, code="381", valid_to=end)
    for code, name in (("14812", "Bỉm Sơn"), ("14818", "Quang Trung")):
        ward = commune(name, kind=AreaKind.WARD, valid_from=date(2025, 7, 1))
        AreaCode.objects.create(area=ward, scheme=NEW_LIST, code=code, valid_from=date(2025, 7, 1))
    return town


@pytest.mark.django_db
def test_the_seven_departments_of_bim_son_have_heirs_in_both_wards() -> None:
    town = bim_son()
    offices = load_offices(area=town, by=None, at=AT)
    assert len(offices) == 7
    heirs = {
        name: sorted(f"{f.label} @ {f.place}" for f in successors_of(office))
        for name, office in offices.items()
    }
    assert heirs["Phòng Quản lý đô thị"] == [
        "Phòng Kinh tế, Hạ tầng và Đô thị @ phường Bỉm Sơn",
        "Phòng Kinh tế, Hạ tầng và Đô thị @ phường Quang Trung",
    ]
    assert heirs["Công an thị xã Bỉm Sơn"] == [
        "Công an phường Bỉm Sơn @ phường Bỉm Sơn",
        "Công an phường Quang Trung @ phường Quang Trung",
    ]
    poverty = [
        f for office in offices.values() for f in office.functions.filter(name__startswith="Giảm nghèo")
    ]
    assert [f.valid_to for f in poverty] == [date(2025, 6, 30)]
    assert resolve_alias("phòng Quản lý đô thị", town, date(2017, 10, 9)) == [offices["Phòng Quản lý đô thị"]]
    assert resolve_alias("Công an Thị xã", town, date(2017, 10, 9)) == [offices["Công an thị xã Bỉm Sơn"]]


@pytest.mark.django_db
def test_loading_offices_again_adds_nothing_and_unknown_places_are_refused() -> None:
    town = bim_son()
    load_offices(area=town, by=None, at=AT)
    count = Body.objects.count()
    load_offices(area=town, by=None, at=AT)
    assert Body.objects.count() == count
    with pytest.raises(Refused, match="Chưa có dữ liệu"):
        load_offices(area=commune(), by=None, at=AT)
