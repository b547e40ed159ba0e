"""Search without marks, and the order of a Vietnamese dictionary."""

import unicodedata
from itertools import pairwise

import pytest

from phoihop.core.vietnamese import fold, nfc, sort_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đức Cơ", "duc co"),
        ("  Xã  Ia M'Nông ", "xa ia m nong"),
        ("Bà Rịa - Vũng Tàu", "ba ria vung tau"),
        ("UB.MTTQ", "ub mttq"),
        ("Thuỷ", "thuy"),
        ("QUẢNG NGÃI", "quang ngai"),
        ("ĐƯỜNG Ơ Ư Ă Â Ê Ô", "duong o u a a e o"),
    ],
)
def test_folding_leaves_plain_small_letters_and_single_blanks(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folding_does_not_depend_on_the_form_of_the_marks() -> None:
    assert fold(unicodedata.normalize("NFD", "Đặng Xá")) == fold("Đặng Xá") == "dang xa"


def test_nfc_composes_letters() -> None:
    assert nfc(unicodedata.normalize("NFD", "Mường Lát")) == "Mường Lát"


@pytest.mark.parametrize(
    "ordered",
    [
        # the six tones of one syllable
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        # ă after a, â after ă, đ after d, whatever the tone before them
        ["an", "án", "ăn", "ắn", "ân", "ấn"],
        ["dạ", "đa"],
        ["dụng", "đa", "em"],
        # the alphabet is compared before any tone of the same word
        ["bán", "bang", "băng", "bằng"],
        # words one after another: the whole family of a word before its next tone
        ["Ba Tơ", "Ba Vì", "Bà Nà", "Bà Rịa", "Bá Thước", "Bạc Liêu"],
        ["Hà", "Hà Lan", "Hà Nội", "Hải Phòng"],
        # o ô ơ and u ư
        ["Cò Nòi", "Cổ Loa", "Cờ Đỏ", "Củ Chi", "Cư Jút"],
        # numbers by value and before letters
        ["Phường 1", "Phường 2", "Phường 10", "Phường 10A", "Phường An Phú"],
        # letters of other languages have their Latin place
        ["Ia Dom", "Ia Dơk", "Ia Krêl", "Ia Kriêng", "Ia Pnôn"],
    ],
)
def test_keys_sort_as_a_dictionary(ordered: list[str]) -> None:
    for earlier, later in pairwise(ordered):
        assert sort_key(earlier) < sort_key(later), (earlier, later)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa Bình", "Hoà Bình"),
        ("Thủy", "Thuỷ"),
        ("LAM SƠN", "lam sơn"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Phường 01", "Phường 1"),
    ],
)
def test_the_same_words_have_the_same_key(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_the_form_of_the_marks_does_not_change_the_order() -> None:
    assert sort_key(unicodedata.normalize("NFD", "Điện Biên")) == sort_key("Điện Biên")


def test_text_without_letters_has_an_empty_key() -> None:
    assert sort_key(" - ") == ""
