"""What is printed for targets and figures."""

from datetime import date
from decimal import Decimal

import pytest

from phoihop.targets.calculations import amount_words, needed_words, proposed_bound, target_words, when_words
from phoihop.targets.content import Amount
from phoihop.targets.statuses import Comparator, Direction, FigureState, Recurrence, TargetKind
from tests.targets.factories import ratio, spec

C, S = Comparator, FigureState


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (ratio(value=97), "từ 97% trở lên"),
        (ratio(value=90, comparator=C.MORE_THAN), "trên 90%"),
        (ratio(value="85.3"), "từ 85,3% trở lên"),
        (ratio(value=100), "100%"),
        (ratio(value=100, comparator=C.EXACTLY), "100%"),
        (spec(value=3, comparator=C.MORE_THAN, unit="cuộc giám sát"), "trên 03 cuộc giám sát"),
        (spec(value="3.1", unit="ha"), "từ 3,1 ha trở lên"),
        (spec(value=1, value_max=3, comparator=C.RANGE, unit="hộ nghèo"), "từ 01 đến 03 hộ nghèo"),
        (spec(value=25, unit="hộ nghèo", direction=Direction.DECREASE_BY), "giảm từ 25 hộ nghèo trở lên"),
        (
            ratio(value=1, direction=Direction.DECREASE_TO, comparator=C.AT_MOST),
            "giảm còn không quá 1%",
        ),
        (spec(kind=TargetKind.K_OF_N, value=47, base=48, unit="khu phố"), "từ 47/48 khu phố trở lên"),
        (spec(kind=TargetKind.K_OF_N, value=17, base=17, unit="thôn, xóm"), "17/17 thôn, xóm"),
        (spec(kind=TargetKind.LEVEL, value=None, level="hoàn thành tốt", unit=""), "hoàn thành tốt trở lên"),
        (spec(kind=TargetKind.EXISTENCE, value=None, unit=""), "có"),
        (spec(kind=TargetKind.LATER, value=None, given_later="tỉnh giao"), "giao sau: tỉnh giao"),
        (spec(value=160, kind=TargetKind.RATIO, unit="triệu đồng/ha"), "từ 160 triệu đồng/ha trở lên"),
    ],
)
def test_a_target_is_printed_as_papers_print_it(target, words):
    assert target_words(target) == words


def test_more_than_three_also_says_that_four_are_needed():
    assert needed_words(spec(value=3, comparator=C.MORE_THAN, unit="cuộc")) == "cần ít nhất 04"
    assert needed_words(spec(value=3)) == ""
    assert needed_words(ratio(value=90, comparator=C.MORE_THAN)) == ""


def test_when_a_target_is_due():
    assert when_words(spec(recurrence=Recurrence.YEARLY)) == "mỗi năm"
    assert when_words(spec(due_on=date(2026, 12, 31))) == "đến hết 31/12/2026"
    assert when_words(spec()) == ""


@pytest.mark.parametrize(
    ("target", "found", "words"),
    [
        (spec(), Amount(S.REPORTED, Decimal(8)), "8"),
        (spec(), Amount(S.ZERO, Decimal(0)), "0"),
        (spec(), Amount(S.ESTIMATED, Decimal("1234.5")), "1.234,5 (ước)"),
        (spec(), None, "chưa báo cáo"),
        (spec(), Amount(S.MISSING), "không có số liệu"),
        (spec(), Amount(S.NOT_APPLICABLE), "không áp dụng"),
        (ratio(), Amount(S.REPORTED, Decimal(97), Decimal(120)), "97/120 (80,83%)"),
        (
            spec(value=160, kind=TargetKind.RATIO, unit="triệu đồng/ha"),
            Amount(S.REPORTED, Decimal(3210), Decimal(20)),
            "3.210/20 (160,5 triệu đồng/ha)",
        ),
        (spec(kind=TargetKind.K_OF_N, value=47, base=48), Amount(S.REPORTED, Decimal(46)), "46/48"),
        (
            spec(kind=TargetKind.LEVEL, value=None, level="tốt"),
            Amount(S.REPORTED, Decimal(3)),
            "hoàn thành tốt",
        ),
        (spec(kind=TargetKind.EXISTENCE, value=None), Amount(S.REPORTED, Decimal(1)), "có"),
        (spec(kind=TargetKind.EXISTENCE, value=None), Amount(S.ZERO, Decimal(0)), "chưa"),
    ],
)
def test_a_figure_is_printed_with_its_state(target, found, words):
    assert amount_words(target, found) == words


@pytest.mark.parametrize(
    ("printed", "fields", "comparator", "is_doubted"),
    [
        (C.EXACTLY, {}, C.AT_LEAST, True),
        (C.MORE_THAN, {}, C.MORE_THAN, False),
        (C.EXACTLY, {"direction": Direction.DECREASE_TO}, C.AT_MOST, True),
        (C.EXACTLY, {"kind": TargetKind.PART_OF_WHOLE}, C.EXACTLY, False),
        (C.AT_LEAST, {"value": 100}, C.EXACTLY, True),
        (C.MORE_THAN, {"value": 100}, C.EXACTLY, True),
        (C.EXACTLY, {"value": 100}, C.EXACTLY, False),
        (C.LESS_THAN, {"value": 100}, C.LESS_THAN, False),
        (C.AT_LEAST, {"value": 120}, C.AT_LEAST, True),
        (C.AT_LEAST, {"value": 100, "unit": "hộ"}, C.AT_LEAST, False),
        (C.AT_LEAST, {"value": 100, "direction": Direction.INCREASE_BY}, C.AT_LEAST, False),
    ],
)
def test_what_a_printed_bound_is_proposed_to_mean(printed, fields, comparator, is_doubted):
    values = {"kind": TargetKind.RATIO, "direction": Direction.REACH, "value": 85, "unit": "%"} | fields
    bound = proposed_bound(printed, **(values | {"value": Decimal(values["value"])}))
    assert bound.comparator == comparator
    assert bool(bound.doubt) is is_doubted
