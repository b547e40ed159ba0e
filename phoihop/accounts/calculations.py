"""When a person may be reminded, and when a message is tried again. Pure: no tables, no clock."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from phoihop.core.calendars import WorkingCalendar

_MINUTES = (1, 5, 30, 120, 360, 720)
DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class Habit:
    """How a person wants to be reminded: the defaults of `ReminderChoice`.

    `quiet_from` equal to `quiet_to`: no quiet hours. `weekday` counts from Monday, 1.
    """

    rhythm: str = "daily"
    weekday: int = 1
    send_from: time = time(7, 30)
    quiet_from: time = time(20, 0)
    quiet_to: time = time(7, 0)
    is_quiet_on_days_off: bool = True


def is_quiet(moment: datetime, habit: Habit, calendar: WorkingCalendar) -> bool:
    """Whether nobody should be disturbed at this local time; the hours may run over midnight."""
    if habit.is_quiet_on_days_off and not calendar.is_working(moment.date()):
        return True
    hour, start, end = moment.time(), habit.quiet_from, habit.quiet_to
    if start <= end:
        return start <= hour < end
    return hour >= start or hour < end


def is_time(moment: datetime, habit: Habit, calendar: WorkingCalendar, *, last_on: date | None) -> bool:
    """Whether new reminders may go out at this local time.

    `last_on` is the day of the last daily or weekly message. A weekly one that could not go on its weekday
    (a holiday, the system down) goes on the first day it can, once there was one before.
    """
    if is_quiet(moment, habit, calendar):
        return False
    if habit.rhythm == "at_once":
        return True
    day = moment.date()
    if moment.time() < habit.send_from or last_on == day:
        return False
    if habit.rhythm == "daily" or day.isoweekday() == habit.weekday:
        return True
    return last_on is not None and (day - last_on).days > DAYS_OF_A_WEEK


def first_loud(moment: datetime, habit: Habit, calendar: WorkingCalendar) -> datetime:
    """The first moment from `moment` on, in steps of a quarter of an hour, that is not quiet.

    A person whom no hour suits within two weeks is not made to wait longer.
    """
    found, last = moment, moment + timedelta(days=14)
    while is_quiet(found, habit, calendar) and found < last:
        found += timedelta(minutes=15)
    return found


def next_try(tries: int) -> timedelta | None:
    """How long to wait after the `tries`-th failure (1, 2 …): 1 minute, 5, 30, 2 hours, 6, 12; then None."""
    return timedelta(minutes=_MINUTES[tries - 1]) if tries <= len(_MINUTES) else None
