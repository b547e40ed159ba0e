"""The committed lists: whole, consistent, and every unit followed by another or excused in writing."""

from collections import Counter
from datetime import date

import pytest

from phoihop.organisations.models import AreaKind, SuccessionKind
from phoihop.organisations.places import lists
from phoihop.organisations.places.lists import NEW_LIST, OLD_LIST, Lists
from phoihop.organisations.places.plan import Key, Plan, plan

KNOWN_EXEMPTIONS = {
    "read_as",
    "no_successor_known",
    "unit_added",
    "zone_from_district",
    "name_corrected",
    "not_taken",
    "outside",
    "known_gap",
}


@pytest.fixture(scope="module")
def read() -> Lists:
    return lists.read()


@pytest.fixture(scope="module")
def made(read: Lists) -> Plan:
    return plan(read)


def test_the_lists_have_all_units_of_both_eras(read: Lists) -> None:
    assert Counter((unit.list, unit.level) for unit in read.units) == {
        (OLD_LIST, "province"): 63,
        (OLD_LIST, "district"): 696,
        (OLD_LIST, "commune"): 10_051,
        (NEW_LIST, "province"): 34,
        (NEW_LIST, "commune"): 3_321,
    }


def test_the_conversion_is_whole(read: Lists) -> None:
    news = Counter(row.old for row in read.conversions)
    assert len(news) == 10_033
    assert len({row.new for row in read.conversions}) == 3_316
    assert sum(1 for times in news.values() if times > 1) == 441
    assert max(news.values()) == 5


def test_a_code_alone_names_nothing(read: Lists) -> None:
    old = {u.code: u for u in read.units if (u.list, u.level) == (OLD_LIST, "commune")}
    new = {u.code: u for u in read.units if (u.list, u.level) == (NEW_LIST, "commune")}
    both = old.keys() & new.keys()
    assert len(both) == 3_310
    assert (
        sum(1 for code in both if (old[code].kind, old[code].name) != (new[code].kind, new[code].name))
        > 2_000
    )


def test_kinds_and_acts_are_words_of_the_model(read: Lists, made: Plan) -> None:
    assert {unit.kind for unit in read.units} <= set(AreaKind.values)
    assert {act.kind for act in made.acts} <= set(SuccessionKind.values)


def test_every_ended_place_has_a_successor_or_a_written_exception(read: Lists, made: Plan) -> None:
    followed = {link.before for act in made.acts for link in act.links}
    excused = {(OLD_LIST, "commune", e.code) for e in read.exemptions if e.what == "no_successor_known"}
    ended = {key for key, place in made.places.items() if place.span[1]}
    assert ended - followed == excused
    assert len(excused) == 17


def test_every_place_of_today_has_a_predecessor(read: Lists, made: Plan) -> None:
    came = {link.after for act in made.acts for link in act.links}
    assert {key for key, place in made.places.items() if place.span[0] == date(2025, 7, 1)} <= came


def test_every_conversion_is_taken_up(read: Lists, made: Plan) -> None:
    known = {unit.code for unit in read.units if unit.list == OLD_LIST and unit.level == "commune"}
    added = {e.code for e in read.exemptions if e.what == "unit_added"}
    read_as = {e.other for e in read.exemptions if e.what == "read_as"}
    assert {row.old for row in read.conversions} - known - added <= read_as


def test_exceptions_say_what_why_and_how_sure(read: Lists) -> None:
    for exemption in read.exemptions:
        assert exemption.what in KNOWN_EXEMPTIONS
        assert exemption.source
        assert exemption.note
        assert exemption.trust in {"A", "B", "chưa xác minh"}


def test_versions_of_a_place_follow_one_another_without_gap(made: Plan) -> None:
    for place in made.places.values():
        for earlier, later in zip(place.versions, place.versions[1:], strict=False):
            assert earlier.span[1]
            assert later.span[0]
            assert (later.span[0] - earlier.span[1]).days == 1


def test_every_commune_act_names_the_resolution_of_its_province(read: Lists, made: Plan) -> None:
    assert len(read.resolutions) == 34
    assert all(act.legal_document for act in made.acts)


def test_each_province_went_whole_into_one(made: Plan) -> None:
    """Tiền Giang went whole into Đồng Tháp, whatever the generated table says."""
    before: dict[Key, set[Key]] = {}
    for act in made.acts:
        for link in act.links:
            if made.places[link.before].level == "province":
                before.setdefault(link.before, set()).add(link.after)
    assert all(len(after) == 1 for key, after in before.items())
    assert before[OLD_LIST, "province", "82"] == {(NEW_LIST, "province", "82")}
    assert before[OLD_LIST, "province", "49"] == {(NEW_LIST, "province", "48")}


def test_a_unit_that_was_left_alone_stays_the_same_place(read: Lists, made: Plan) -> None:
    """Nghị quyết 1664/NQ-UBTVQH15: Ia Dom, Ia Nan and Ia Pnôn of Đức Cơ were not rearranged."""
    codes = {u.name: u.code for u in read.units if u.list == OLD_LIST and u.parent == "631"}
    for name in ("Ia Dom", "Ia Nan", "Ia Pnôn"):
        place = made.places[OLD_LIST, "commune", codes[name]]
        assert place.span == (None, None)
        assert [code.scheme for code in place.codes] == [OLD_LIST, NEW_LIST]
    going_on = [p for p in made.places.values() if p.level == "commune" and p.span == (None, None)]
    assert len(going_on) == 132
