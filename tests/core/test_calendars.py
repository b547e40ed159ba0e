from datetime import date

from phoihop.core.calendars import WorkingCalendar

TET = frozenset(
    {date(2026, 2, 16), date(2026, 2, 17), date(2026, 2, 18), date(2026, 2, 19), date(2026, 2, 20)}
)
CALENDAR = WorkingCalendar(holidays=TET, worked=frozenset({date(2026, 2, 28)}))


def test_a_weekend_day_is_off():
    assert not CALENDAR.is_working(date(2026, 3, 1))


def test_a_weekend_day_worked_instead_of_another_is_a_working_day():
    assert CALENDAR.is_working(date(2026, 2, 28))


def test_the_next_working_day_after_the_holidays_skips_the_weekend():
    assert CALENDAR.next_working(date(2026, 2, 16)) == date(2026, 2, 23)


def test_the_working_day_before_the_holidays_skips_the_weekend():
    assert CALENDAR.previous_working(date(2026, 2, 20)) == date(2026, 2, 13)


def test_a_working_day_stays_where_it_is():
    assert (
        CALENDAR.next_working(date(2026, 3, 19))
        == CALENDAR.previous_working(date(2026, 3, 19))
        == date(2026, 3, 19)
    )
