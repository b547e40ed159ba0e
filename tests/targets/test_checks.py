"""What is refused, in plain sentences."""

from decimal import Decimal

import pytest

from phoihop.targets.calculations import normalised, problem_of_amount, problem_of_target
from phoihop.targets.content import Amount, ContributionContent, Rules
from phoihop.targets.statuses import (
    BodyRule,
    Comparator,
    Direction,
    FigureState,
    PlaceRule,
    TargetKind,
    TimeRule,
)
from tests.targets.factories import ratio, spec

S = FigureState


def number(value):
    return None if value is None else Decimal(str(value))


@pytest.mark.parametrize(
    ("target", "part"),
    [
        (spec(" "), "tên chỉ tiêu"),
        (spec(value=None), "giá trị"),
        (spec(value=3, value_max=1, comparator=Comparator.RANGE), "Khoảng"),
        (spec(value_max=12), "trong khoảng"),
        (spec(value=-1), "âm"),
        (spec(value=10**14), "quá lớn"),
        (spec(base=0), "lớn hơn 0"),
        (spec(kind=TargetKind.RATIO, unit="hộ"), "tỷ lệ"),
        (ratio(value=101), "100%"),
        (spec(kind=TargetKind.K_OF_N, value=3), "tổng số"),
        (spec(kind=TargetKind.K_OF_N, value=3, base=2), "lớn hơn tổng số"),
        (spec(kind=TargetKind.LATER, value=None), "ai giao"),
        (spec(kind=TargetKind.LEVEL, value=None, level="vững mạnh"), "xếp loại"),
    ],
)
def test_an_incomplete_target_is_refused(target, part):
    assert part in problem_of_target(target, [])


def test_complete_targets_pass():
    assert problem_of_target(spec(), []) is None
    assert problem_of_target(ratio(value=120, direction=Direction.INCREASE_BY), []) is None


def test_bodies_stand_once_and_lead_only_needs_a_lead():
    lead_only = ratio(rules=Rules(TimeRule.LAST, PlaceRule.RATIO, BodyRule.LEAD_ONLY))
    assert "một dòng" in problem_of_target(spec(), [ContributionContent(1), ContributionContent(1)])
    assert "chủ trì" in problem_of_target(lead_only, [ContributionContent(1)])
    assert problem_of_target(lead_only, [ContributionContent(1, is_lead=True)]) is None


@pytest.mark.parametrize(
    ("target", "found", "note", "part"),
    [
        (spec(), Amount(S.REPORTED), "", "Hãy ghi số liệu"),
        (spec(), Amount(S.MISSING), "", "lý do"),
        (spec(), Amount(S.MISSING, number(3)), "mất sổ", "để trống"),
        (spec(), Amount(S.ZERO, number(3)), "", "bằng 0"),
        (spec(), Amount(S.REPORTED, number(-1)), "", "âm"),
        (spec(), Amount(S.REPORTED, number("2.5")), "", "số nguyên"),
        (spec(), Amount(S.REPORTED, number(2), number(3)), "", "không dùng tổng số"),
        (ratio(), Amount(S.REPORTED, number(97)), "", "cả số đạt được và tổng số"),
        (ratio(), Amount(S.REPORTED, number(97), number(0)), "", "lớn hơn 0"),
        (spec(), Amount(S.REPORTED, number(10**15)), "", "quá lớn"),
        (spec(unit="ha"), Amount(S.REPORTED, number("1.23456")), "", "4 chữ số"),
        (spec(kind=TargetKind.LEVEL, value=None, level="tốt"), Amount(S.REPORTED, number(5)), "", "mức"),
        (spec(kind=TargetKind.EXISTENCE, value=None), Amount(S.REPORTED, number(2)), "", "có hoặc chưa"),
    ],
)
def test_a_figure_that_does_not_fit_its_target_is_refused(target, found, note, part):
    assert part in problem_of_amount(target, found, note=note)


@pytest.mark.parametrize(
    ("target", "found", "note"),
    [
        (spec(), Amount(S.REPORTED, number(8)), ""),
        (spec(), Amount(S.ZERO, number(0)), ""),
        (spec(unit="ha"), Amount(S.REPORTED, number("1.01")), ""),
        (spec(), Amount(S.MISSING), "sổ chưa chuyển về"),
        (spec(), Amount(S.NOT_APPLICABLE), ""),
        (spec(direction=Direction.DECREASE_BY), Amount(S.REPORTED, number(-2)), ""),
        (ratio(), Amount(S.REPORTED, number(97), number(100)), ""),
        (spec(kind=TargetKind.K_OF_N, value=47, base=48), Amount(S.REPORTED, number(47)), ""),
    ],
)
def test_a_figure_that_fits_passes(target, found, note):
    assert problem_of_amount(target, found, note=note) is None


def test_zero_and_its_state_are_one():
    assert normalised(Amount(S.REPORTED, number(0))) == Amount(S.ZERO, number(0))
    assert normalised(Amount(S.ESTIMATED, number(0))) == Amount(S.ZERO, number(0))
    assert normalised(Amount(S.ZERO)) == Amount(S.ZERO, number(0))
    assert normalised(Amount(S.MISSING)) == Amount(S.MISSING)
