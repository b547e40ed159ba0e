"""Every rule against every kind of day: the day it gives, and every step of why it is that day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.core.calendars import WorkingCalendar
from phoihop.core.periods import calendar_period
from phoihop.programmes.calculations import DueRule, Occasion, due_on, due_problem, due_steps, rule_words

PLAIN = WorkingCalendar()
TET = WorkingCalendar(
    holidays=frozenset(date(2026, 2, day) for day in (16, 17, 18, 19, 20)),
    worked=frozenset({date(2026, 2, 28)}),
)
QUARTER = calendar_period(date(2026, 1, 1), 3)
JANUARY = calendar_period(date(2026, 1, 1), 1)
BEFORE_THE_20TH = DueRule("quarterly", "last_month", 20, due_strict=True, is_due_printed=True)


def offset(days, *, working=False, anchor="after_period", shift="none"):
    return DueRule(
        "monthly", anchor, offset_days=days, offset_working=working, event_name="kỳ họp", shift=shift
    )


@pytest.mark.parametrize(
    ("rule", "calendar", "expected"),
    [
        (offset(10), PLAIN, date(2026, 2, 10)),
        (offset(10, working=True), PLAIN, date(2026, 2, 13)),
        (offset(15, working=True), PLAIN, date(2026, 2, 20)),
        (offset(15, working=True), TET, date(2026, 2, 27)),
        (offset(16, working=True), TET, date(2026, 2, 28)),
        (offset(16), TET, date(2026, 2, 16)),
        (offset(16, shift="next"), TET, date(2026, 2, 23)),
        (offset(16, shift="previous"), TET, date(2026, 2, 13)),
        (offset(-10), PLAIN, date(2026, 1, 21)),
        (offset(-1, working=True), PLAIN, date(2026, 1, 30)),
        (DueRule("monthly", "last_working_day"), PLAIN, date(2026, 1, 30)),
    ],
)
def test_days_are_counted_from_the_end_of_the_period(rule, calendar, expected):
    assert due_on(rule, JANUARY, calendar) == expected


@pytest.mark.parametrize(
    ("days", "working", "expected"),
    [(15, False, date(2026, 7, 25)), (-15, False, date(2026, 6, 25)), (-15, True, date(2026, 6, 19))],
)
def test_days_are_counted_from_the_day_of_the_event(days, working, expected):
    rule = offset(days, working=working, anchor="after_event")
    assert due_on(rule, QUARTER, PLAIN, event_on=date(2026, 7, 10)) == expected


def test_the_last_working_day_of_a_month_that_ends_on_a_worked_saturday_is_that_saturday():
    february = calendar_period(date(2026, 2, 1), 1)
    assert due_on(DueRule("monthly", "last_working_day"), february, TET) == date(2026, 2, 28)
    assert due_on(DueRule("monthly", "last_working_day"), february, PLAIN) == date(2026, 2, 27)


def test_every_step_is_said_with_both_readings_of_before_the_day():
    assert due_steps(BEFORE_THE_20TH, Occasion(QUARTER), PLAIN) == (
        "Kỳ báo cáo: quý I/2026, từ ngày 01/01/2026 đến hết ngày 31/03/2026.",
        "Văn bản ghi: trước ngày 20 tháng cuối quý, tức tháng 03/2026.",
        "“Trước ngày 20” được hiểu là không tính chính ngày đó: "
        "ngày cuối còn kịp là thứ Năm, ngày 19/03/2026.",
        "Nếu tính cả ngày 20 thì hạn cuối là hết ngày 20/03/2026.",
        "Ngày 19/03/2026 là ngày làm việc nên không phải dời.",
    )


def test_the_other_way_round_the_strict_reading_is_told():
    rule = DueRule("monthly", "last_month", 31, is_due_printed=True)
    steps = due_steps(rule, Occasion(calendar_period(date(2026, 2, 1), 1)), PLAIN)
    assert steps[2:4] == (
        "Tháng 02/2026 không có ngày 31 nên lấy ngày cuối tháng: thứ Bảy, ngày 28/02/2026.",
        "Nếu hiểu là “trước ngày 31” thì hạn cuối là hết ngày 28/02/2026.",
    )


@pytest.mark.parametrize(
    ("shift", "calendar", "words"),
    [
        (
            "none",
            PLAIN,
            "Thứ Bảy, ngày 19/09/2026 là ngày nghỉ cuối tuần; chế độ báo cáo giữ nguyên ngày này",
        ),
        ("next", PLAIN, "lùi sang ngày làm việc liền sau: thứ Hai, ngày 21/09/2026."),
        ("previous", PLAIN, "tính sớm về ngày làm việc liền trước: thứ Sáu, ngày 18/09/2026."),
        (
            "next",
            WorkingCalendar(holidays=frozenset({date(2026, 9, 19), date(2026, 9, 21)})),
            "là ngày nghỉ lễ nên lùi sang ngày làm việc liền sau: thứ Ba, ngày 22/09/2026.",
        ),
        (
            "next",
            WorkingCalendar(worked=frozenset({date(2026, 9, 19)})),
            "Ngày 19/09/2026 là ngày làm việc nên không phải dời.",
        ),
    ],
)
def test_any_shift_off_a_day_not_worked_is_said(shift, calendar, words):
    rule = DueRule("quarterly", "last_month", 19, shift=shift)
    assert words in due_steps(rule, Occasion(calendar_period(date(2026, 7, 1), 3)), calendar)[-1]


def test_an_offset_says_what_it_counts_from():
    rule = offset(-15, anchor="after_event")
    steps = due_steps(rule, Occasion(QUARTER, date(2026, 7, 10)), PLAIN)
    assert steps[1:3] == (
        "Chế độ báo cáo đặt: chậm nhất 15 ngày trước kỳ họp.",
        "Đếm từ kỳ họp, ngày 10/07/2026, đếm mọi ngày, cả ngày nghỉ: đến thứ Năm, ngày 25/06/2026.",
    )
    assert "trong 10 ngày làm việc sau khi hết kỳ" in rule_words(offset(10, working=True))


@pytest.mark.parametrize(
    ("anchor", "frequency", "given", "field"),
    [
        ("period_end", "monthly", {}, None),
        ("last_working_day", "monthly", {}, None),
        ("last_month", "monthly", {}, "due_day"),
        ("last_month", "monthly", {"due_day": 32}, "due_day"),
        ("after_period", "monthly", {}, "offset_days"),
        ("after_period", "monthly", {"offset_days": 400}, "offset_days"),
        ("after_event", "monthly", {"offset_days": 5}, "anchor"),
        ("after_event", "on_demand", {"offset_days": 5}, None),
    ],
)
def test_a_rule_that_says_too_little_is_refused(anchor, frequency, given, field):
    found = due_problem(anchor, frequency, **{"due_day": None, "offset_days": None} | given)
    assert (found and found[0]) == field


days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
rules = st.builds(
    DueRule,
    frequency=st.sampled_from(["monthly", "quarterly"]),
    anchor=st.sampled_from(
        ["period_end", "last_month", "month_after", "after_period", "last_working_day", "fixed_date"]
    ),
    due_day=st.integers(1, 31),
    due_month=st.none() | st.integers(1, 12),
    due_strict=st.booleans(),
    shift=st.sampled_from(["none", "next", "previous"]),
    offset_days=st.integers(-40, 40),
    offset_working=st.booleans(),
)


@given(rules, days, st.sets(days, max_size=30), st.sets(days, max_size=10))
def test_what_the_steps_say_is_the_day_that_is_due(rule, start, off, worked):
    calendar = WorkingCalendar(holidays=frozenset(off - worked), worked=frozenset(worked))
    period = calendar_period(start, 1 if rule.frequency == "monthly" else 3)
    due = due_on(rule, period, calendar)
    told = " ".join(due_steps(rule, Occasion(period), calendar))
    assert f"{due:%d/%m/%Y}" in told
    if rule.shift != "none":
        assert calendar.is_working(due)


@given(days, st.integers(-30, 30), st.sets(days, max_size=30))
def test_counting_worked_days_there_and_back_agrees(start, count, off):
    calendar = WorkingCalendar(holidays=frozenset(off))
    end = calendar.worked_after(start, count)
    assert (calendar.is_working(end)) or count == 0
    assert calendar.worked_between(min(start, end), max(start, end)) in {
        abs(count),
        abs(count) - 1,
        abs(count) + 1,
    }
