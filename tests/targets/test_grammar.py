"""Each form texts use, from what three communes and six villages said to what is shown on every page."""

import html
import io
import re
from datetime import date

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from phoihop.core.periods import calendar_period
from phoihop.targets.queries import edition_cards
from phoihop.targets.queries.places import place_page
from phoihop.targets.queries.totals import place_totals
from tests.accounts.factories import client_as
from tests.programmes import factories as programmes
from tests.targets.grammar import FORMS, Land

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]

YEAR = calendar_period(date(2026, 1, 1), 12)
RUNNING, OVER = date(2026, 4, 2), date(2027, 1, 5)
SHOWN = {
    "at_least": ("từ 10 mô hình trở lên", "7 (ước)", "chưa đến hạn", "chưa đạt", "70"),
    "more_than": ("trên 03 cuộc", "3", "chưa đến hạn", "chưa đạt", "75"),
    "range": ("từ 01 đến 03 hộ", "2", "đạt", "đạt", "100"),
    "k_of_n": ("từ 47/48 khu dân cư trở lên", "38/40", "chưa đến hạn", "chưa đạt", "97"),
    "decrease_by": ("giảm từ 12 hộ trở lên", "35, giảm 5", "chưa đến hạn", "chưa đạt", "41.6"),
    "decrease_by_flow": ("giảm từ 12 hộ trở lên", "6", "chưa đến hạn", "chưa đạt", "50"),
    "decrease_to": ("giảm còn không quá 1%", "75/3.000 (2,5%) (ước)", "chưa đến hạn", "chưa đạt", "50"),
    "at_most": ("không quá 05 vụ", "6", "chưa đạt", "chưa đạt", "83.3"),
    "each_unit": (
        "mỗi khu dân cư từ 01 mô hình trở lên", "2/5 nơi đạt", "chưa đến hạn", "chưa đạt", "40"
    ),
    "each_place_yearly": (
        "mỗi địa phương từ 01 nhà trở lên", "1/3 nơi đạt", "chưa đến hạn", "chưa đạt", "33.3"
    ),
    "whole": ("100%", "170/200 (85%)", "chưa đến hạn", "chưa đạt", "85"),
    "part": ("56%", "112/200 (56%)", "đạt", "đạt", "100"),
    "level": ("hoàn thành tốt trở lên", "hoàn thành", "chưa đến hạn", "chưa đạt", "66.6"),
    "coverage": ("mỗi xã có", "1/3 nơi đạt", "chưa đến hạn", "chưa đạt", "33.3"),
    "coverage_ratio": ("trên 90%", "27/30 (90%)", "chưa đến hạn", "chưa đạt", "99.9"),
    "own_members": ("100%", "90/100 (90%)", "chưa đến hạn", "chưa đạt", "90"),
    "milestone": ("hoàn thành", "chưa hoàn thành", "chưa đến hạn", "chưa đạt", "0"),
    "existence": ("có", "có", "chưa đủ số liệu", "chưa đủ số liệu", None),
    "per_money": (
        "từ 150 triệu đồng/ha trở lên", "5.500/50 (110 triệu đồng/ha)", "chưa đến hạn", "chưa đạt", "73.3"
    ),
    "later": ("giao sau: UBND tỉnh giao hằng năm", "1", "chưa giao chỉ tiêu", "chưa giao chỉ tiêu", None),
}  # fmt: skip
"""By form: what must be reached, what is there, the word while the year runs and after it, the percent."""


@pytest.fixture
def land():
    found = Land()
    found.speak()
    return found


def _text(response) -> str:
    body = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))


def _percent(percent) -> str | None:
    return None if percent is None else f"{percent.normalize():f}"


def _totals(land, on):
    return {card.id: card.total for card in edition_cards(land.edition, body_ids=[], on=on)}


def test_every_form_is_told_in_words_with_its_value_its_word_and_its_percent(land):
    cards = [
        {c.id: c.total for c in edition_cards(land.edition, body_ids=[], on=on)} for on in (RUNNING, OVER)
    ]
    found = {}
    for key, target in land.targets.items():
        running, over = (seen[target.pk] for seen in cards)
        words = running.progress.label, over.progress.label
        found[key] = (running.goal, running.value, *words, _percent(over.progress.percent))
    assert found == SHOWN
    totals = place_totals([t.pk for t in land.targets.values()], area_ids=[land.province.pk], windows=[YEAR])
    assert {key[0]: total.coverage for key, total in totals.items()} == {
        pk: total.coverage for pk, total in cards[0].items()
    }


def test_a_place_alone_shows_its_own_number_and_several_how_many_meet_the_target(land):
    """Of each village at least 1: one has 2, the other none; 1 of 2 meet it, in the province 2 of 5."""
    target = land.targets["each_unit"]
    page = place_page(target, area_id=land.communes[0].pk, window=YEAR, on=OVER)
    assert (page.place.value, page.place.standing.progress.label) == ("1/2 nơi đạt", "chưa đạt")
    below = [(line.value, line.standing.progress.label) for line in page.below]
    assert sorted(below) == [("0", "chưa đạt"), ("2", "vượt")]
    village = place_page(target, area_id=land.villages[0].pk, window=YEAR, on=OVER, as_today=True)
    assert (village.place.value, village.place.standing.progress.percent) == ("2", 200)
    _states_stay_apart(land)
    _level_of_the_province_binds_no_commune(land)


def _states_stay_apart(land):
    """Of four villages: one estimated, one silent; one not applicable, one missing with its reason."""
    page = place_page(land.targets["at_least"], area_id=land.province.pk, window=YEAR, on=OVER)
    assert {line.name: line.value for line in page.below} == {
        "xã Đông Sơn": "4", "xã Tây Sơn": "không có số liệu", "xã Nam Sơn": "3 (ước)",
    }  # fmt: skip
    west = next(line for line in page.below if line.name == "xã Tây Sơn")
    south = next(line for line in page.below if line.name == "xã Nam Sơn")
    assert (west.total.not_applicable, west.total.missing, west.silent) == (1, 1, 0)
    assert (south.total.estimated, south.silent) == (1, 1)


def _level_of_the_province_binds_no_commune(land):
    """The province began with 40 households; of a commune's 10 nobody knows how many fewer they are."""
    page = place_page(land.targets["decrease_by"], area_id=land.province.pk, window=YEAR, on=OVER)
    assert page.place.value == "35, giảm 5"
    assert sorted((line.value, line.has_goal) for line in page.below) == [
        ("10", False), ("12", False), ("13", False),
    ]  # fmt: skip


def test_pages_say_what_to_enter_and_where_the_figures_are(land):
    client = client_as(programmes.member(land.lead))
    asked = {"decrease_by": "Số hiện còn (hộ)", "decrease_by_flow": "Số giảm được (hộ)",
             "decrease_to": "Số hiện còn", "milestone": "Chưa hoàn thành"}  # fmt: skip
    for key, words in asked.items():
        page = _text(client.get(reverse("targets:record", args=[land.targets[key].pk])))
        assert words in page
        assert f"phải đạt {SHOWN[key][0]}" in page
    grid = _text(client.get(reverse("targets:grid", args=[land.edition.pk])))
    assert "giảm từ 12 hộ trở lên; ghi số hiện còn" in grid
    detail = _text(client.get(reverse("targets:detail", args=[land.targets["each_unit"].pk])))
    assert "2/5 nơi đạt" in detail
    assert "chưa có đơn vị nào ghi số liệu" not in detail
    listed = _text(client.get(reverse("targets:list")))
    assert all(form.name.lower() in listed.lower() for form in FORMS.values())
    _sheet_keeps_numbers_and_says_the_rest(client, land)


def _sheet_keeps_numbers_and_says_the_rest(client, land):
    content = client.get(reverse("targets:export", args=[land.edition.pk])).content
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = {row[2]: row[6] for row in book.get_sheet_by_index(0).to_python()[3:]}
    keys = ("more_than", "whole", "k_of_n", "each_unit", "level")
    said = [cells[FORMS[key].name] for key in keys]
    assert said == [3.0, 85.0, "38/40", "2/5 nơi đạt", "hoàn thành"]
    matrix = book.get_sheet_by_index(1).to_python()
    whole = dict(zip(matrix[2], matrix[3], strict=True))
    assert whole["Ban Công tác Mặt trận xếp loại"] == "hoàn thành"
    assert whole["công trình, mô hình (mô hình)"] == "2/5 nơi đạt"
