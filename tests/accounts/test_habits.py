"""When a person may be reminded. Pure."""

from datetime import date, datetime, time, timedelta

import pytest

from phoihop.accounts.calculations import Habit, first_loud, is_quiet, is_time, next_try
from phoihop.core.calendars import WorkingCalendar

CALENDAR = WorkingCalendar(holidays=frozenset({date(2026, 4, 30), date(2026, 5, 1)}))
TUESDAY = date(2026, 3, 10)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute))


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"),
    [
        (6, 59, True),
        (7, 0, False),
        (12, 0, False),
        (19, 59, False),
        (20, 0, True),
        (23, 0, True),
        (0, 0, True),
    ],
)
def test_the_night_is_quiet(hour: int, minute: int, quiet: bool) -> None:
    assert is_quiet(at(TUESDAY, hour, minute), Habit(), CALENDAR) is quiet


def test_quiet_hours_may_lie_within_a_day_or_not_be() -> None:
    noon = Habit(quiet_from=time(11, 30), quiet_to=time(13, 30))
    assert is_quiet(at(TUESDAY, 12), noon, CALENDAR)
    assert not is_quiet(at(TUESDAY, 22), noon, CALENDAR)
    never = Habit(quiet_from=time(0), quiet_to=time(0))
    assert not is_quiet(at(TUESDAY, 3), never, CALENDAR)


@pytest.mark.parametrize("day", [date(2026, 3, 14), date(2026, 3, 15), date(2026, 4, 30)])
def test_days_off_are_quiet_unless_chosen_otherwise(day: date) -> None:
    assert is_quiet(at(day, 10), Habit(), CALENDAR)
    assert not is_quiet(at(day, 10), Habit(is_quiet_on_days_off=False), CALENDAR)


def test_a_swapped_working_day_is_not_quiet() -> None:
    worked = WorkingCalendar(worked=frozenset({date(2026, 3, 14)}))
    assert not is_quiet(at(date(2026, 3, 14), 10), Habit(), worked)


def test_a_daily_message_goes_once_a_day_from_its_hour_on() -> None:
    assert not is_time(at(TUESDAY, 7, 29), Habit(), CALENDAR, last_on=None)
    assert is_time(at(TUESDAY, 7, 30), Habit(), CALENDAR, last_on=None)
    assert is_time(at(TUESDAY, 19), Habit(), CALENDAR, last_on=TUESDAY - timedelta(days=1))
    assert not is_time(at(TUESDAY, 19), Habit(), CALENDAR, last_on=TUESDAY)


def test_a_weekly_message_goes_on_its_day_or_on_the_first_day_after_one_it_missed() -> None:
    habit = Habit(rhythm="weekly", weekday=4)
    thursday = date(2026, 4, 30)
    assert not is_time(at(TUESDAY, 9), habit, CALENDAR, last_on=TUESDAY - timedelta(days=5))
    assert is_time(at(date(2026, 3, 12), 9), habit, CALENDAR, last_on=date(2026, 3, 5))
    assert not is_time(at(thursday, 9), habit, CALENDAR, last_on=date(2026, 4, 23))
    assert is_time(at(date(2026, 5, 4), 9), habit, CALENDAR, last_on=date(2026, 4, 23))


def test_at_once_means_any_loud_hour() -> None:
    habit = Habit(rhythm="at_once")
    assert is_time(at(TUESDAY, 7), habit, CALENDAR, last_on=TUESDAY)
    assert not is_time(at(TUESDAY, 21), habit, CALENDAR, last_on=None)


def test_what_comes_in_the_night_before_a_weekend_waits_for_monday_morning() -> None:
    friday = date(2026, 3, 13)
    assert first_loud(at(friday, 20, 5), Habit(), CALENDAR) == at(date(2026, 3, 16), 7, 5)


def test_tries_come_farther_and_farther_apart_and_end() -> None:
    pauses = [next_try(number) for number in range(1, 8)]
    minutes = [pause.total_seconds() / 60 for pause in pauses if pause is not None]
    assert minutes == [1, 5, 30, 120, 360, 720]
    assert pauses[-1] is None
