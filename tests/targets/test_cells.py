"""What a cell of a grid or a workbook says, and back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.targets.calculations import normalised
from phoihop.targets.calculations.cells import Read, Unreadable, cell_of, read_cell, says_the_same
from phoihop.targets.content import Amount
from phoihop.targets.statuses import FigureState as S
from phoihop.targets.statuses import TargetKind
from tests.targets.factories import ratio, spec

COUNT, RATIO = spec(), ratio()
YES_NO = spec(kind=TargetKind.EXISTENCE, value=None, unit="")
LEVEL = spec(kind=TargetKind.LEVEL, value=None, unit="", level="hoàn thành tốt")
K_OF_N = spec(kind=TargetKind.K_OF_N, value=47, base=48, unit="khu phố")


def amount(state, number=None, whole=None):
    return Amount(state, *(None if n is None else Decimal(str(n)) for n in (number, whole)))


@pytest.mark.parametrize(
    ("target", "typed", "whole", "found", "note"),
    [
        (COUNT, "12", None, amount(S.REPORTED, 12), ""),
        (COUNT, "1.234,5", None, amount(S.REPORTED, "1234.5"), ""),
        (COUNT, 1234.5, None, amount(S.REPORTED, "1234.5"), ""),
        (COUNT, 0.1 + 0.2, None, amount(S.REPORTED, "0.3"), ""),
        (COUNT, "0", None, amount(S.ZERO, 0), ""),
        (COUNT, 0.0, None, amount(S.ZERO, 0), ""),
        (COUNT, "kad", None, amount(S.NOT_APPLICABLE), ""),
        (COUNT, "Không áp dụng", None, amount(S.NOT_APPLICABLE), ""),
        (COUNT, "KSL: chưa rà soát: xong", None, amount(S.MISSING), "chưa rà soát: xong"),
        (COUNT, "không có số liệu: mất sổ", None, amount(S.MISSING), "mất sổ"),
        (COUNT, "ước 120", None, amount(S.ESTIMATED, 120), ""),
        (COUNT, "~1.200", None, amount(S.ESTIMATED, 1200), ""),
        (COUNT, "120 (ước)", None, amount(S.ESTIMATED, 120), ""),
        (COUNT, "12: tính cả khu mới", None, amount(S.REPORTED, 12), "tính cả khu mới"),
        (RATIO, "97", "120", amount(S.REPORTED, 97, 120), ""),
        (RATIO, "97/120", "", amount(S.REPORTED, 97, 120), ""),
        (RATIO, 97.0, 120.0, amount(S.REPORTED, 97, 120), ""),
        (K_OF_N, "47", None, amount(S.REPORTED, 47), ""),
        (YES_NO, "có: đã lập trang", None, amount(S.REPORTED, 1), "đã lập trang"),
        (YES_NO, "Chưa", None, amount(S.ZERO, 0), ""),
        (LEVEL, "hoàn thành tốt", None, amount(S.REPORTED, 3), ""),
        (LEVEL, "4", None, amount(S.REPORTED, 4), ""),
    ],
)
def test_a_cell_says_a_figure(target, typed, whole, found, note):
    assert read_cell(target, typed, whole) == Read(found, note)


@pytest.mark.parametrize(("typed", "whole"), [("", ""), (None, None), ("   ", None)])
def test_a_blank_cell_says_nothing(typed, whole):
    assert read_cell(RATIO, typed, whole) is None


@pytest.mark.parametrize(
    ("target", "typed", "whole", "words"),
    [
        (COUNT, "mười hai", None, "Không hiểu “mười hai”"),
        (COUNT, "#REF!", None, "Không hiểu"),
        (RATIO, "", "120", "Thiếu số đạt được"),
        (YES_NO, "12", None, "có” hoặc “chưa"),
        (LEVEL, "tuyệt vời", None, "một mức"),
        (COUNT, "2026-03-05", None, "Không hiểu"),
    ],
)
def test_what_is_no_figure_is_told_in_plain_words(target, typed, whole, words):
    with pytest.raises(Unreadable) as told:
        read_cell(target, typed, whole)
    assert words in told.value.message


NUMBERS = st.decimals(0, 10**9, places=2, allow_nan=False)


@given(number=NUMBERS, state=st.sampled_from([S.REPORTED, S.ESTIMATED]))
def test_every_number_comes_back_from_its_cell_as_it_was(number, state):
    found = normalised(Amount(state, number))
    shown = cell_of(COUNT, found)
    assert read_cell(COUNT, shown.value, shown.whole) == Read(found)


@pytest.mark.parametrize(
    ("target", "found", "note"),
    [
        (COUNT, amount(S.MISSING), "mất sổ: cháy"),
        (COUNT, amount(S.NOT_APPLICABLE), ""),
        (RATIO, amount(S.REPORTED, 97, 120), ""),
        (YES_NO, amount(S.REPORTED, 1), "đã lập trang"),
        (LEVEL, amount(S.REPORTED, 3), ""),
    ],
)
def test_a_known_figure_left_as_it_is_says_the_same(target, found, note):
    shown = cell_of(target, found, note=note)
    read = read_cell(target, shown.value, shown.whole)
    assert says_the_same(read, found, note=note)
