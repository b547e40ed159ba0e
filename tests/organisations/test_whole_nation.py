"""The nation in the database: counts on a day, codes, the programmes' own places, search and its cost."""

from datetime import date
from io import StringIO
from itertools import pairwise
from typing import Any

import pytest
from django.core.management import call_command

from phoihop.core.vietnamese import sort_key
from phoihop.organisations.models import Area, AreaCode, AreaVersion, Level, Succession
from phoihop.organisations.places.lists import NEW_LIST, OLD_LIST
from phoihop.organisations.queries import (
    area_path,
    children_on,
    path_words,
    predecessors_of,
    search_areas,
    successors_of,
    who_was_here,
)

BEFORE, TODAY = date(2025, 1, 4), date(2026, 11, 21)

pytestmark = pytest.mark.usefixtures("whole_nation")


def old(code: str) -> Area:
    return AreaCode.objects.select_related("area").get(scheme=OLD_LIST, code=code).area


def new(code: str) -> Area:
    return AreaCode.objects.select_related("area").get(scheme=NEW_LIST, code=code).area


def names_after(area: Area) -> set[str]:
    return {follower.label for follower in successors_of(area)}


def counts(day: date) -> list[int]:
    levels = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
    return [Area.objects.filter(level=level).on(day).count() for level in levels]


def test_each_list_is_whole_on_its_days() -> None:
    assert counts(BEFORE) == [63, 696, 10_051]
    assert counts(TODAY) == [34, 0, 3_321]


def test_one_code_named_two_places() -> None:
    assert old("15544") != new("15544")
    assert AreaVersion.objects.on(BEFORE).get(area=old("15544")).full_name != "xã Lam Sơn"
    assert AreaVersion.objects.on(TODAY).get(area=new("15544")).full_name == "xã Lam Sơn"


def test_lam_son_became_a_commune_with_two_others() -> None:
    assert names_after(old("15556")) == {"xã Lam Sơn"}
    assert {f.label for f in predecessors_of(new("15544")) if f.level == Level.COMMUNE} == {
        "thị trấn Lam Sơn",
        "xã Thọ Xương",
        "xã Xuân Bái",
    }
    assert (
        path_words(area_path(old("15556").pk, BEFORE)) == "thị trấn Lam Sơn, huyện Thọ Xuân, tỉnh Thanh Hóa"
    )
    assert path_words(area_path(new("15544").pk, TODAY)) == "xã Lam Sơn, tỉnh Thanh Hóa"
    (act,) = successors_of(old("15556"))
    assert (act.kind, act.effective_on, act.is_partial) == ("merge", date(2025, 7, 1), False)
    assert "1686/NQ-UBTVQH15" in act.legal_document


def test_duc_co_became_six_communes() -> None:
    today = {"xã Đức Cơ", "xã Ia Dơk", "xã Ia Krêl", "xã Ia Dom", "xã Ia Pnôn", "xã Ia Nan"}
    assert names_after(old("631")) == today
    assert names_after(old("23857")) == {"xã Đức Cơ"}


def test_bim_son_became_two_wards_and_ha_lan_of_no_list_is_found() -> None:
    assert names_after(old("381")) == {"phường Bỉm Sơn", "phường Quang Trung"}
    ha_lan = AreaVersion.objects.get(name="Hà Lan", kind="rural_commune").area
    (into,) = successors_of(ha_lan)
    assert (into.label, into.effective_on) == ("phường Đông Sơn", date(2019, 12, 1))
    assert [here.label for here in who_was_here(ha_lan, TODAY)] == ["phường Bỉm Sơn"]


def test_tam_ky_and_quang_nam_went_to_da_nang() -> None:
    wards = {"phường Tam Kỳ", "phường Bàn Thạch", "phường Hương Trà", "phường Quảng Phú"}
    assert names_after(old("502")) == wards
    assert names_after(old("49")) == {"thành phố Đà Nẵng"}
    assert [here.label for here in who_was_here(new("48"), BEFORE)] == ["thành phố Đà Nẵng", "tỉnh Quảng Nam"]
    assert path_words(area_path(new("20341").pk, TODAY)) == "phường Tam Kỳ, thành phố Đà Nẵng"


def test_the_tree_and_who_was_here_on_a_day(django_assert_num_queries: Any) -> None:
    # types changed later by resolutions of the National Assembly
    assert path_words(area_path(new("75").pk, date(2026, 4, 29))) == "tỉnh Đồng Nai"
    assert path_words(area_path(new("75").pk, date(2026, 4, 30))) == "thành phố Đồng Nai"

    # who was here, in both directions
    lam_son = ["thị trấn Lam Sơn", "xã Thọ Xương", "xã Xuân Bái"]
    assert [h.label for h in who_was_here(new("15544"), BEFORE)] == lam_son
    assert [h.label for h in who_was_here(old("15556"), BEFORE)] == ["thị trấn Lam Sơn"]

    # the tree, in the order of a dictionary, at the same cost for 34 and for 166 places
    with django_assert_num_queries(2):
        provinces = children_on(None, TODAY)
    thanh_hoa = new("38")
    with django_assert_num_queries(2):
        communes = children_on(thanh_hoa, TODAY)
    assert (len(provinces), len(communes)) == (34, 166)
    assert provinces[0].label == "tỉnh An Giang"
    assert provinces[-1].label == "tỉnh Vĩnh Long"
    keys = [sort_key(p.label.removeprefix("tỉnh ").removeprefix("thành phố ")) for p in provinces]
    assert all(earlier <= later for earlier, later in pairwise(keys))


def test_loading_again_does_nothing() -> None:
    before = (Area.objects.count(), Succession.objects.count())
    said = StringIO()
    call_command("load_places", stdout=said)
    assert (Area.objects.count(), Succession.objects.count()) == before
    assert "đã có sẵn" in said.getvalue()
    Area(level=Level.COMMUNE).save()


def test_search_finds_without_marks_and_says_what_a_former_place_is_now(
    django_assert_max_num_queries: Any,
) -> None:
    hits = search_areas("lam son, thanh hoa")
    assert hits[0].label == "xã Lam Sơn"
    assert not hits[0].now
    township = next(hit for hit in hits if hit.label == "thị trấn Lam Sơn")
    assert township.path == "huyện Thọ Xuân, tỉnh Thanh Hóa"
    assert township.now == ("xã Lam Sơn",)

    assert search_areas("Lâm Sơn")[0].label == "xã Lâm Sơn"
    assert search_areas("thi tran lam son")[0].label == "thị trấn Lam Sơn"
    assert search_areas("QUẢNG NAM")[0].now == ("thành phố Đà Nẵng",)
    assert search_areas("quang nam", date(2020, 1, 1))[0].label == "tỉnh Quảng Nam"
    assert all(hit.label != "tỉnh Quảng Nam" for hit in search_areas("quang nam", TODAY))
    assert search_areas("") == search_areas("...") == search_areas("không có nơi nào như thế") == []
    with django_assert_max_num_queries(20):
        assert len(search_areas("a")) == 30
