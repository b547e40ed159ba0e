"""Due dates come from the anchor and follow the printed words exactly."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.core.calendars import WorkingCalendar
from phoihop.core.periods import Period, calendar_period
from phoihop.reports.calculations import DueRule, due_on, explain_due, periods_of

PLAIN = WorkingCalendar()
BEFORE_THE_20TH = DueRule("quarterly", "last_month", 20, due_strict=True, is_due_printed=True)
FIVE_YEARS = Period(date(2024, 7, 1), date(2029, 6, 30))
FIRST_QUARTER = calendar_period(date(2026, 1, 1), 3)


def test_quarterly_before_the_20th_is_due_on_the_19th_of_the_last_month_and_inside_the_period():
    due = [due_on(BEFORE_THE_20TH, calendar_period(date(2026, m, 1), 3), PLAIN) for m in (1, 4, 7, 10)]
    assert due == [date(2026, 3, 19), date(2026, 6, 19), date(2026, 9, 19), date(2026, 12, 19)]
    assert FIRST_QUARTER.contains(due[0])


def test_the_setting_makes_the_20th_itself_good():
    rule = DueRule("quarterly", "last_month", 20, due_strict=False)
    assert due_on(rule, FIRST_QUARTER, PLAIN) == date(2026, 3, 20)


def test_monthly_from_31_january_is_28_february_then_31_march():
    rule = DueRule("monthly", "last_month", 31)
    due = [due_on(rule, calendar_period(date(2026, m, 1), 1), PLAIN) for m in (1, 2, 3, 4)]
    assert due == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (DueRule("quarterly"), date(2026, 3, 31)),
        (DueRule("quarterly", "month_after", 5), date(2026, 4, 5)),
        (DueRule("quarterly", "month_after", 1, due_strict=True), date(2026, 3, 31)),
        (DueRule("yearly", "fixed_date", 30, 11), date(2026, 11, 30)),
        (DueRule("quarterly", "last_month", 31, due_strict=True), date(2026, 3, 30)),
    ],
)
def test_each_anchor_gives_its_day(rule, expected):
    assert due_on(rule, FIRST_QUARTER, PLAIN) == expected


def test_a_fixed_date_before_the_half_year_falls_in_the_next_year():
    second_half = calendar_period(date(2026, 7, 1), 6)
    assert due_on(DueRule("half_yearly", "fixed_date", 15, 1), second_half, PLAIN) == date(2027, 1, 15)


def test_a_day_off_moves_the_deadline_only_where_the_rule_says_so():
    half = calendar_period(date(2026, 7, 1), 3)  # 19/09/2026 is a Saturday
    shifted = {
        shift: due_on(DueRule("quarterly", "last_month", 19, shift=shift), half, PLAIN)
        for shift in ("none", "next", "previous")
    }
    assert shifted == {"none": date(2026, 9, 19), "next": date(2026, 9, 21), "previous": date(2026, 9, 18)}


def test_holidays_come_from_data():
    calendar = WorkingCalendar(holidays=frozenset({date(2026, 3, 19)}))
    rule = DueRule("quarterly", "last_month", 20, due_strict=True, shift="next")
    assert due_on(rule, FIRST_QUARTER, calendar) == date(2026, 3, 20)


def test_the_screen_says_why():
    assert explain_due(BEFORE_THE_20TH, FIRST_QUARTER, PLAIN) == (
        "hạn cuối: hết ngày 19/03/2026, vì văn bản ghi trước ngày 20 tháng cuối quý"
    )
    assert explain_due(DueRule("yearly"), calendar_period(date(2026, 1, 1), 12), PLAIN) == (
        "hạn cuối: hết ngày 31/12/2026, văn bản không ghi ngày, tính đến hết kỳ"
    )
    moved = DueRule("quarterly", "last_month", 19, shift="next")
    assert explain_due(moved, calendar_period(date(2026, 7, 1), 3), PLAIN) == (
        "hạn cuối: hết ngày 21/09/2026, vì chế độ báo cáo đặt ngày 19 tháng cuối quý; "
        "ngày 19/09/2026 là ngày nghỉ nên tính sang ngày làm việc liền sau"
    )


def test_calendar_periods_stay_whole_at_the_programmes_edges():
    within = Period(date(2024, 1, 1), date(2024, 12, 31))
    found = [p.label for p in periods_of("quarterly", programme=FIVE_YEARS, within=within)]
    assert found == ["quý III/2024", "quý IV/2024"]


def test_reviews_come_after_three_and_five_years_of_the_programmes_first_day():
    ends = [
        next(periods_of(frequency, programme=FIVE_YEARS, within=FIVE_YEARS)).end
        for frequency in ("every_3_years", "every_5_years", "final")
    ]
    assert ends == [date(2027, 6, 30), date(2029, 6, 30), date(2029, 6, 30)]


def test_a_review_after_five_years_inside_a_four_year_programme_has_no_period():
    four_years = Period(date(2017, 1, 1), date(2020, 12, 31))
    assert list(periods_of("every_5_years", programme=four_years, within=four_years)) == []


def test_on_demand_makes_no_period_and_once_makes_one():
    assert list(periods_of("on_demand", programme=FIVE_YEARS, within=FIVE_YEARS)) == []
    assert list(periods_of("once", programme=FIVE_YEARS, within=FIVE_YEARS)) == [FIVE_YEARS]


@given(st.dates(date(2020, 1, 1), date(2035, 12, 31)), st.integers(1, 31), st.booleans())
def test_a_day_of_the_last_month_is_never_after_the_period_nor_after_the_printed_day(start, day, strict):
    period = calendar_period(start, 3)
    due = due_on(DueRule("quarterly", "last_month", day, due_strict=strict), period, PLAIN)
    assert due <= period.end
    assert due.month != period.end.month or due.day <= (day - strict)
