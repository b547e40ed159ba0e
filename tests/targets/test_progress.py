"""Percent and words of progress; the kinds of nothing are never mixed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.targets.calculations import Outcome, Progress, achieved, progress
from phoihop.targets.content import Amount, Rules
from phoihop.targets.statuses import Comparator, Direction, FigureState, PlaceRule, TargetKind, TimeRule
from tests.targets.factories import ratio, spec

END = date(2026, 12, 31)
AFTER = date(2027, 1, 1)
BEFORE = date(2026, 6, 1)
S = FigureState


def amount(numerator, denominator=None):
    found = Decimal(str(numerator))
    whole = None if denominator is None else Decimal(str(denominator))
    return Amount(S.ZERO if found == 0 else S.REPORTED, found, whole)


def part(value):
    return spec(kind=TargetKind.PART_OF_WHOLE, value=value, unit="%", comparator=Comparator.EXACTLY)


@pytest.mark.parametrize(
    ("target", "found", "outcome", "percent"),
    [
        (spec(value=10), amount(8), Outcome.BEHIND, "80"),
        (spec(value=10), amount(10), Outcome.REACHED, "100"),
        (spec(value=10), amount(12), Outcome.EXCEEDED, "120"),
        (spec(value=10), amount(0), Outcome.BEHIND, "0"),
        (spec(value=3, comparator=Comparator.MORE_THAN, unit="cuộc"), amount(4), Outcome.REACHED, "100"),
        (spec(value=3, comparator=Comparator.MORE_THAN, unit="cuộc"), amount(5), Outcome.EXCEEDED, "125"),
        (spec(value=3, comparator=Comparator.MORE_THAN, unit="cuộc"), amount(3), Outcome.BEHIND, "75"),
        (ratio(value=90, comparator=Comparator.MORE_THAN), amount(90, 100), Outcome.BEHIND, "99.9"),
        (spec(value=1, value_max=3, comparator=Comparator.RANGE), amount(2), Outcome.REACHED, "100"),
        (spec(value=1, value_max=3, comparator=Comparator.RANGE), amount(4), Outcome.EXCEEDED, "133.3"),
        (ratio(value=97), amount(9699, 10000), Outcome.BEHIND, "99.9"),
        (ratio(value=97), amount(98, 100), Outcome.EXCEEDED, "101"),
        (ratio(value=100, comparator=Comparator.EXACTLY), amount(99999, 100000), Outcome.BEHIND, "99.9"),
        (part(56), amount(60, 100), Outcome.BEHIND, "107.1"),
        (part(56), amount(56, 100), Outcome.REACHED, "100"),
    ],
)  # fmt: skip
def test_percent_and_word_after_the_due_day(target, found, outcome, percent):
    reached = progress(target, found, on=AFTER)
    assert (reached.outcome, reached.percent) == (outcome, Decimal(percent))


def test_less_is_better_when_reducing_to_a_level():
    """From 5 % to 1 %: at 3 % half of the way is done."""
    target = ratio(value=1, direction=Direction.DECREASE_TO, comparator=Comparator.AT_MOST, baseline=5)
    assert progress(target, amount(3, 100), on=AFTER).percent == 50
    assert progress(target, amount(3, 100), on=AFTER).outcome == Outcome.BEHIND
    assert progress(target, amount(5, 1000), on=AFTER).outcome == Outcome.EXCEEDED
    assert progress(target, amount(7, 100), on=AFTER).percent == 0


def test_less_is_better_without_a_known_start_compares_goal_and_value():
    target = ratio(value=1, direction=Direction.DECREASE_TO, comparator=Comparator.AT_MOST)
    assert progress(target, amount(2, 100), on=AFTER).percent == 50
    assert progress(target, amount(1, 100), on=AFTER).percent == 100


def test_a_running_target_is_not_due_until_its_day_unless_it_is_reached_already():
    target = spec(value=10, due_on=END)
    assert progress(target, amount(4), on=BEFORE).outcome == Outcome.NOT_DUE
    assert progress(target, amount(4), on=END).outcome == Outcome.NOT_DUE
    assert progress(target, amount(4), on=AFTER).outcome == Outcome.BEHIND
    assert progress(target, amount(10), on=BEFORE).outcome == Outcome.REACHED


def test_not_more_than_five_holds_for_good_only_at_the_end():
    target = spec(value=5, comparator=Comparator.AT_MOST, unit="vụ", due_on=END)
    assert progress(target, amount(3), on=BEFORE) == Progress(Outcome.NOT_DUE, Decimal(3))
    assert progress(target, amount(3), on=AFTER).outcome == Outcome.REACHED
    assert progress(target, amount(6), on=BEFORE).outcome == Outcome.BEHIND


def test_no_figure_zero_missing_and_not_applicable_are_four_different_things():
    """Domain rule 5: blank is not 0 and not "không áp dụng"."""
    target = spec(value=10)
    seen = [
        progress(target, None, on=AFTER),
        progress(target, amount(0), on=AFTER),
        progress(target, Amount(S.MISSING), on=AFTER),
        progress(target, Amount(S.NOT_APPLICABLE), on=AFTER),
    ]
    assert [p.label for p in seen] == ["chưa có số liệu", "chưa đạt", "không có số liệu", "không áp dụng"]
    assert [p.percent for p in seen] == [None, Decimal(0), None, None]


def test_a_value_given_later_awaits_its_value():
    target = spec(kind=TargetKind.LATER, value=None, given_later="UBND tỉnh, đầu năm")
    assert progress(target, amount(3), on=AFTER).outcome == Outcome.NO_VALUE


def test_more_decimals_show_where_rounding_would_hide_the_side_of_the_bound():
    target = ratio(value=90, comparator=Comparator.MORE_THAN)
    assert progress(target, amount(90001, 100000), on=AFTER).value == Decimal("90.0010")


def test_a_goal_of_zero_is_all_or_nothing():
    assert progress(spec(value=0), amount(0), on=AFTER).percent == 100
    assert progress(spec(value=0, comparator=Comparator.AT_MOST), amount(2), on=AFTER).percent == 0


whole = st.integers(min_value=0, max_value=10**6).map(Decimal)


@given(value=whole, found=whole, comparator=st.sampled_from([c for c in Comparator if c != Comparator.RANGE]))
def test_the_word_agrees_with_the_comparison_and_percent_is_never_negative(value, found, comparator):
    target = spec(value=value, comparator=comparator)
    reached = progress(target, amount(found), on=AFTER)
    assert reached.outcome.is_met is achieved(target, found)
    assert reached.percent is not None
    assert reached.percent >= 0


@given(value=st.integers(1, 10**6), found=st.integers(0, 10**6))
def test_a_hundred_percent_is_shown_exactly_when_a_count_is_reached(value, found):
    reached = progress(spec(value=value), amount(found), on=AFTER)
    assert (reached.percent >= 100) is (found >= value)


@given(
    start=st.integers(2, 1000),
    goal=st.integers(0, 1000),
    found=st.integers(0, 2000),
)
def test_reducing_by_and_reducing_to_agree_on_success(start, goal, found):
    goal = min(goal, start - 1)
    to = spec(value=goal, direction=Direction.DECREASE_TO, comparator=Comparator.AT_MOST, baseline=start)
    by = spec(
        value=start - goal,
        direction=Direction.DECREASE_BY,
        baseline=start,
        rules=Rules(TimeRule.LAST, PlaceRule.SUM),
    )
    assert achieved(to, Decimal(found)) is achieved(by, Decimal(found))
