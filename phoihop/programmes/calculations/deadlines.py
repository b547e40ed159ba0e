"""Which periods a duty has and by when each is due, always from the anchor and never from the period before.

A printed "trước ngày 20" excludes the 20th (the last good day is the 19th) as the rule's `due_strict` says;
a duty whose text prints no day is due by the end of its period. Windows and holidays are data of the caller.
"""

import calendar as months
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from phoihop.core.calendars import WorkingCalendar
from phoihop.core.periods import MONTHS_OF, Period, add_months, periods_within

_ONE_DAY = timedelta(days=1)
_REVIEW_YEARS = {"every_3_years": 3, "every_5_years": 5}
_LAST_MONTH_WORDS = {
    "monthly": "trong tháng báo cáo",
    "quarterly": "tháng cuối quý",
    "half_yearly": "tháng cuối của kỳ 6 tháng",
    "yearly": "tháng cuối năm",
}


@dataclass(frozen=True)
class DueRule:
    """When a duty is due: `due_day` 1-31 in the anchor's month, `due_month` 1-12 for a fixed date only."""

    frequency: str
    anchor: str = "period_end"
    due_day: int | None = None
    due_month: int | None = None
    due_strict: bool = False
    shift: str = "none"
    is_due_printed: bool = False


class HasDueRule(Protocol):
    """A duty with the columns of a due rule."""

    frequency: str
    anchor: str
    due_day: int | None
    due_month: int | None
    due_strict: bool
    shift: str
    is_due_printed: bool


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
    )


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


def due_on(rule: DueRule, period: Period, calendar: WorkingCalendar) -> date:
    """The last good day for `period`, moved off days not worked where the rule says so."""
    day = _last_good_day(rule, period)
    if rule.shift == "next":
        return calendar.next_working(day)
    if rule.shift == "previous":
        return calendar.previous_working(day)
    return day


def _last_good_day(rule: DueRule, period: Period) -> date:
    if rule.anchor == "period_end" or rule.due_day is None:
        return period.end
    if rule.anchor == "fixed_date":
        return _first_fixed_date(rule, rule.due_day, period)
    month = period.end if rule.anchor == "last_month" else period.end + _ONE_DAY
    return _day_of_month(month.year, month.month, rule.due_day, strict=rule.due_strict)


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


def explain_due(rule: DueRule, period: Period, calendar: WorkingCalendar) -> str:
    """Why the deadline is that day, in plain Vietnamese, for the screen."""
    words = f"hạn cuối: hết ngày {due_on(rule, period, calendar):%d/%m/%Y}, {_because(rule)}"
    if due_on(rule, period, calendar) == _last_good_day(rule, period):
        return words
    moved = "ngày làm việc liền sau" if rule.shift == "next" else "ngày làm việc liền trước"
    return f"{words}; ngày {_last_good_day(rule, period):%d/%m/%Y} là ngày nghỉ nên tính sang {moved}"


def _because(rule: DueRule) -> str:
    if rule.anchor == "period_end" or rule.due_day is None:
        return "tính đến hết kỳ" if rule.is_due_printed else "văn bản không ghi ngày, tính đến hết kỳ"
    source = "văn bản ghi" if rule.is_due_printed else "chế độ báo cáo đặt"
    before = "trước ngày" if rule.due_strict else "ngày"
    return f"vì {source} {before} {rule.due_day} {_month_words(rule)}".rstrip()


def _month_words(rule: DueRule) -> str:
    if rule.anchor == "fixed_date":
        return f"tháng {rule.due_month}" if rule.due_month else ""
    if rule.anchor == "month_after":
        return "của tháng sau kỳ báo cáo"
    return _LAST_MONTH_WORDS.get(rule.frequency, "tháng cuối kỳ")
