"""Adding up over time, bodies and places."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.core.periods import Period, calendar_period
from phoihop.targets.calculations import (
    Coverage,
    Entry,
    added,
    of_period,
    over_bodies,
    over_places,
    over_time,
    progress,
    roll_up,
    total_spec,
    window_of,
    within,
    without_overlaps,
)
from phoihop.targets.content import Amount, Rules
from phoihop.targets.statuses import (
    BodyRule,
    FigureState,
    PlaceRule,
    Recurrence,
    ScopeKind,
    TargetKind,
    TimeRule,
)
from tests.targets.factories import ratio, spec

S = FigureState
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def amount(numerator, denominator=None, state=None):
    found = Decimal(str(numerator))
    whole = None if denominator is None else Decimal(str(denominator))
    return Amount(state or (S.ZERO if found == 0 else S.REPORTED), found, whole)


def month(number):
    return calendar_period(date(2026, number, 1), 1)


def quarter(number):
    return calendar_period(date(2026, number * 3, 1), 3)


def entry(found, *, period=None, body=1, area=1):
    return Entry(body, area, period or month(1), found)


def counted(time_rule):
    return spec(rules=Rules(time_rule, PlaceRule.SUM))


@pytest.mark.parametrize(
    ("rule", "total"), [(TimeRule.SUM, 9), (TimeRule.LAST, 4), (TimeRule.TO_DATE, 4), (TimeRule.MAX, 5)]
)
def test_each_rule_over_time(rule, total):
    entries = [
        entry(amount(5), period=month(2)),
        entry(amount(0), period=month(1)),
        entry(amount(4), period=month(3)),
    ]
    assert over_time(counted(rule), entries).numerator == total


def test_months_and_their_quarter_are_not_counted_twice():
    entries = [entry(amount(n), period=month(n)) for n in (1, 2, 3, 4)] + [
        entry(amount(7), period=quarter(1))
    ]
    assert over_time(counted(TimeRule.SUM), entries).numerator == 11
    assert [e.period for e in without_overlaps(entries)] == [quarter(1), month(4)]


def test_a_period_declared_missing_does_not_wipe_out_the_last_known_level():
    entries = [entry(amount(5), period=month(1)), entry(Amount(S.MISSING), period=month(2))]
    assert over_time(counted(TimeRule.LAST), entries) == amount(5)


def test_blank_is_not_zero_and_not_applicable_is_neither():
    """Domain rule 5."""
    assert added([]) is None
    assert added([amount(0), amount(0)]) == amount(0)
    assert added([Amount(S.MISSING), amount(3)]) == amount(3)
    assert added([Amount(S.MISSING), Amount(S.NOT_APPLICABLE)]).state == S.MISSING
    assert added([Amount(S.NOT_APPLICABLE)]).state == S.NOT_APPLICABLE
    assert added([amount(3), amount(2, state=S.ESTIMATED)]).state == S.ESTIMATED


def test_a_ratio_over_places_is_sum_over_sum_with_coverage_beside_it():
    """Domain rule 4: 50/100 and 9/10 are 59/110, of the units that reported."""
    target = ratio()
    entries = [entry(amount(50, 100), body=1), entry(amount(9, 10), body=2)]
    total = roll_up(target, entries, due=frozenset({(1, 1), (2, 1), (3, 1)}), leads=frozenset())
    assert (total.amount.numerator, total.amount.denominator) == (59, 110)
    assert total.coverage == Coverage(2, 3)
    assert total.coverage.words == "2/3 đơn vị"


def test_coverage_leaves_out_whom_the_target_does_not_concern_and_keeps_who_owes():
    entries = [
        entry(amount(0), body=1),
        entry(Amount(S.NOT_APPLICABLE), body=2),
        entry(Amount(S.MISSING), body=3),
    ]
    due = frozenset({(1, 1), (2, 1), (3, 1), (4, 1)})
    assert roll_up(spec(), entries, due=due, leads=frozenset()).coverage == Coverage(1, 3)


def test_only_the_lead_counts_where_the_target_says_so():
    target = ratio(rules=Rules(TimeRule.LAST, PlaceRule.RATIO, BodyRule.LEAD_ONLY))
    entries = [entry(amount(97, 100), body=1), entry(amount(90, 100), body=2)]
    total = roll_up(target, entries, due=frozenset({(1, 1), (2, 1)}), leads=frozenset({1}))
    assert total.amount == amount(97, 100)
    assert total.coverage == Coverage(1, 1)


def test_a_grade_of_several_bodies_is_the_weakest_of_them():
    target = spec(kind=TargetKind.LEVEL, value=None, level="hoàn thành tốt", unit="")
    assert over_bodies(target, {1: amount(4), 2: amount(2)}, leads=frozenset()) == amount(2)


@pytest.mark.parametrize(
    ("rule", "total"),
    [
        (PlaceRule.SUM, 13),
        (PlaceRule.MIN, 1),
        (PlaceRule.MAX, 10),
        (PlaceRule.COUNT, 1),
        (PlaceRule.NONE, None),
    ],
)
def test_each_rule_over_places(rule, total):
    target = spec(value=5, rules=Rules(TimeRule.SUM, rule))
    found = over_places(target, [amount(10), amount(2), amount(1)], due=3)
    assert (found and found.numerator) == total


def test_each_unit_counts_the_places_that_meet_it_of_all_that_should():
    target = spec("mô hình", value=1, unit="mô hình", scope_kind=ScopeKind.EACH_UNIT)
    entries = [entry(amount(2), body=1, area=1), entry(amount(0), body=2, area=2)]
    total = roll_up(target, entries, due=frozenset({(1, 1), (2, 2), (3, 3)}), leads=frozenset())
    assert (total.amount.numerator, total.amount.denominator) == (1, 3)
    reached = progress(total_spec(target), total.amount, on=date(2027, 1, 1))
    assert (reached.label, reached.percent) == ("chưa đạt", Decimal("33.3"))


def test_a_running_total_less_the_one_before_is_the_period_alone():
    target = counted(TimeRule.TO_DATE)
    assert of_period(target, amount(9), amount(5)) == amount(4)
    assert of_period(target, amount(5), amount(5)) == amount(0)
    assert of_period(target, amount(5), None) == amount(5)
    assert of_period(counted(TimeRule.SUM), amount(9), amount(5)) == amount(9)


def test_a_yearly_target_is_judged_within_its_year():
    target = spec(recurrence=Recurrence.YEARLY)
    term = Period(date(2024, 8, 1), date(2029, 7, 31))
    assert window_of(target, on=date(2026, 5, 5), programme=term) == YEAR
    assert window_of(spec(), on=date(2026, 5, 5), programme=term) == term
    assert within(target, YEAR).due_on == date(2026, 12, 31)
    assert within(spec(due_on=date(2026, 6, 30)), YEAR).due_on == date(2026, 6, 30)


numbers = st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 1000)), min_size=1, max_size=12)


@given(numbers)
def test_adding_ratios_in_any_grouping_gives_the_same_sum_over_sum(rows):
    amounts = [amount(n, d) for n, d in rows]
    half = len(amounts) // 2
    grouped = [a for a in (added(amounts[:half]), added(amounts[half:])) if a is not None]
    assert added(grouped) == added(amounts)


@given(st.lists(st.tuples(st.integers(1, 12), st.sampled_from([1, 3, 6, 12])), max_size=15))
def test_without_overlaps_counts_every_day_at_most_once_and_loses_no_covered_day(rows):
    entries = [entry(amount(1), period=calendar_period(date(2026, m, 1), length)) for m, length in rows]
    kept = without_overlaps(entries)
    assert all(a.period.end < b.period.start for a, b in zip(kept, kept[1:], strict=False))
    for one in entries:
        assert any(k.period.start <= one.period.start and one.period.end <= k.period.end for k in kept)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=8), st.randoms())
def test_the_order_of_figures_does_not_change_a_total(values, random):
    entries = [entry(amount(v), body=i % 3, area=i % 2, period=month(i + 1)) for i, v in enumerate(values)]
    shuffled = random.sample(entries, len(entries))
    due = frozenset((e.body_id, e.area_id) for e in entries)
    assert roll_up(spec(), entries, due=due, leads=frozenset()) == roll_up(
        spec(), shuffled, due=due, leads=frozenset()
    )
