"""Which periods a duty has and by when each is due, always from the anchor and never from the period before.

A printed "trước ngày 20" excludes the 20th (the last good day is the 19th) as the rule's `due_strict` says;
a duty whose text prints no day is due by the end of its period. Windows and holidays are data of the caller.
Why a deadline is that day is said in `explaining`.
"""

import calendar as months
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from phoihop.core.calendars import WorkingCalendar
from phoihop.core.periods import MONTHS_OF, Period, add_months, periods_within

_ONE_DAY = timedelta(days=1)
OFFSETS = frozenset({"after_period", "after_event"})
_OPEN_MONTHS = 24
_REVIEW_YEARS = {"every_3_years": 3, "every_5_years": 5}


@dataclass(frozen=True)
class DueRule:
    """When a duty is due: `due_day` 1-31 in the anchor's month, `due_month` 1-12 for a fixed date only.

    `offset_days` from the end of the period or from the day of `event_name`, negative before it; of days
    worked where `offset_working`.
    """

    frequency: str
    anchor: str = "period_end"
    due_day: int | None = None
    due_month: int | None = None
    due_strict: bool = False
    shift: str = "none"
    is_due_printed: bool = False
    offset_days: int | None = None
    offset_working: bool = False
    event_name: str = ""


class HasDueRule(Protocol):
    """A duty with the columns of a due rule."""

    frequency: str
    anchor: str
    due_day: int | None
    due_month: int | None
    due_strict: bool
    shift: str
    is_due_printed: bool
    offset_days: int | None
    offset_working: bool
    event_name: str


def due_rule_of(duty: HasDueRule) -> DueRule:
    """The duty's own values, without its bodies."""
    return DueRule(
        frequency=duty.frequency,
        anchor=duty.anchor,
        due_day=duty.due_day,
        due_month=duty.due_month,
        due_strict=duty.due_strict,
        shift=duty.shift,
        is_due_printed=duty.is_due_printed,
        offset_days=duty.offset_days,
        offset_working=duty.offset_working,
        event_name=duty.event_name,
    )


def due_problem(
    anchor: str, frequency: str, *, due_day: int | None, offset_days: int | None
) -> tuple[str, str] | None:
    """The field that is wrong with a rule as given, and the words for it; None for a good rule."""
    if anchor in OFFSETS:
        if offset_days is None:
            return "offset_days", "Hãy ghi số ngày của hạn."
        if abs(offset_days) > 366:
            return "offset_days", "Số ngày không quá 366."
    elif anchor not in {"period_end", "last_working_day"} and due_day is None:
        return "due_day", "Hãy ghi ngày của hạn."
    if due_day is not None and not 1 <= due_day <= 31:
        return "due_day", "Ngày của hạn phải từ 1 đến 31."
    if anchor == "after_event" and frequency != "on_demand":
        return (
            "anchor",
            "Hạn đếm từ một việc chỉ dùng cho định kỳ “khi có yêu cầu”: ngày của việc ghi khi yêu cầu.",
        )
    return None


def days_of(frequency: str, *, start: date, end: date | None, until: date) -> Period:
    """The days a programme runs for a duty of `frequency` when its periods are looked at up to `until`.

    A text that prints no end runs as long as one looks; but what is done once, or at the end, then has two
    years from the first day, so that its day does not move each time somebody looks further.
    """
    if end is not None:
        return Period(start, end)
    if frequency in {"final", "once"}:
        return Period(start, add_months(start, _OPEN_MONTHS) - _ONE_DAY)
    return Period(start, max(start, until))


def periods_of(frequency: str, *, programme: Period, within: Period) -> Iterator[Period]:
    """The periods a duty of `frequency` reports on that meet `within`, in order; calendar periods stay whole.

    Reviews after 3 and 5 years, the final review and a duty done once run from the programme's first day; a
    review that would fall after the programme's end has no period. On demand: none until somebody asks.
    """
    if frequency in MONTHS_OF:
        yield from _calendar_periods(MONTHS_OF[frequency], programme, within)
        return
    single = _single_period(frequency, programme)
    if single is not None and single.start <= within.end and single.end >= within.start:
        yield single


def _calendar_periods(length: int, programme: Period, within: Period) -> Iterator[Period]:
    span = Period(max(programme.start, within.start), min(programme.end, within.end))
    if span.start <= span.end:
        yield from periods_within(span, months=length)


def _single_period(frequency: str, programme: Period) -> Period | None:
    if frequency in {"final", "once"}:
        return programme
    years = _REVIEW_YEARS.get(frequency)
    if years is None:
        return None
    end = add_months(programme.start, years * 12) - _ONE_DAY
    return Period(programme.start, end) if end <= programme.end else None


def due_on(rule: DueRule, period: Period, calendar: WorkingCalendar, *, event_on: date | None = None) -> date:
    """The last good day for `period`, moved off days not worked where the rule says so.

    `event_on` is the day of the event an offset counts from; without one it counts from the period's end.
    """
    day = last_good_day(rule, period, calendar, event_on=event_on)
    if rule.shift == "next":
        return calendar.next_working(day)
    if rule.shift == "previous":
        return calendar.previous_working(day)
    return day


def last_good_day(
    rule: DueRule, period: Period, calendar: WorkingCalendar, *, event_on: date | None = None
) -> date:
    """The day the rule's own words give, before any shift off a day not worked."""
    if rule.anchor == "last_working_day":
        return calendar.previous_working(period.end)
    if rule.anchor in OFFSETS and rule.offset_days is not None:
        since = period.end if event_on is None or rule.anchor == "after_period" else event_on
        return _offset(since, rule.offset_days, calendar if rule.offset_working else None)
    if rule.anchor == "period_end" or rule.due_day is None:
        return period.end
    return _printed_day(rule, rule.due_day, period)


def _printed_day(rule: DueRule, due_day: int, period: Period) -> date:
    if rule.anchor == "fixed_date":
        return _first_fixed_date(rule, due_day, period)
    month = anchor_month(rule, period)
    return _day_of_month(month.year, month.month, due_day, strict=rule.due_strict)


def anchor_month(rule: DueRule, period: Period) -> date:
    """A day of the month the printed day belongs to: the period's last, or the one after it."""
    return period.end if rule.anchor == "last_month" else period.end + _ONE_DAY


def _offset(since: date, days: int, calendar: WorkingCalendar | None) -> date:
    return since + timedelta(days=days) if calendar is None else calendar.worked_after(since, days)


def _first_fixed_date(rule: DueRule, due_day: int, period: Period) -> date:
    month = rule.due_month or period.end.month
    years = (period.start.year, period.start.year + 1)
    days = (_day_of_month(year, month, due_day, strict=rule.due_strict) for year in years)
    return next((day for day in days if day >= period.start), period.end)


def _day_of_month(year: int, month: int, day: int, *, strict: bool) -> date:
    """That day of that month; a day the month lacks is its last; strictly before: the day before."""
    last = months.monthrange(year, month)[1]
    wanted = day - 1 if strict else day
    if wanted == 0:
        return date(year, month, 1) - _ONE_DAY
    return date(year, month, min(wanted, last))
