from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.core.periods import (
    Period,
    add_months,
    calendar_period,
    month_end,
    periods_within,
    previous,
    same_last_year,
)

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))
LENGTHS = st.sampled_from([1, 3, 6, 12])


def test_monthly_from_31_january_is_28_february_then_31_march():
    anchor = date(2026, 1, 31)
    assert [add_months(anchor, n) for n in (1, 2, 3)] == [
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]


def test_a_leap_year_keeps_29_february():
    assert add_months(date(2027, 12, 31), 2) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("day", "months", "label"),
    [
        (date(2026, 3, 19), 1, "tháng 03/2026"),
        (date(2026, 3, 19), 3, "quý I/2026"),
        (date(2026, 11, 21), 3, "quý IV/2026"),
        (date(2026, 6, 30), 6, "6 tháng đầu năm 2026"),
        (date(2026, 7, 1), 6, "6 tháng cuối năm 2026"),
        (date(2026, 7, 1), 12, "năm 2026"),
    ],
)
def test_a_period_says_its_name(day, months, label):
    assert calendar_period(day, months).label == label


def test_a_period_that_is_no_calendar_period_says_its_days():
    assert Period(date(2025, 12, 15), date(2026, 1, 14)).label == "từ 15/12/2025 đến 14/01/2026"


@given(DAYS, LENGTHS)
def test_a_calendar_period_holds_its_day_and_has_its_length(day, months):
    period = calendar_period(day, months)
    assert period.contains(day)
    assert period.months == months
    assert period.end == month_end(period.end)


@given(DAYS, LENGTHS)
def test_the_previous_period_ends_the_day_before(day, months):
    period = calendar_period(day, months)
    assert previous(period).end + timedelta(days=1) == period.start
    assert previous(period).months == months


@given(DAYS, st.integers(min_value=0, max_value=800), LENGTHS)
def test_periods_within_a_span_cover_it_without_gap_or_overlap(start, length, months):
    span = Period(start, start + timedelta(days=length))
    found = list(periods_within(span, months=months))
    assert found[0].contains(span.start)
    assert found[-1].contains(span.end)
    assert all(a.end + timedelta(days=1) == b.start for a, b in zip(found, found[1:], strict=False))


@pytest.mark.parametrize("months", [1, 3, 6, 12])
def test_the_same_period_last_year_is_a_calendar_period_too(months):
    period = calendar_period(date(2028, 2, 29), months)
    assert same_last_year(period) == calendar_period(date(2027, 2, 15), months)
