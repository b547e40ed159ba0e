"""Why a deadline is that day, in plain Vietnamese: one line for lists, every step for who asks "vì sao?"."""

import calendar as months
from dataclasses import dataclass, replace
from datetime import date

from phoihop.core.calendars import WorkingCalendar
from phoihop.core.periods import Period
from phoihop.programmes.calculations.deadlines import OFFSETS, DueRule, anchor_month, due_on, last_good_day

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_LAST_MONTH_WORDS = {
    "monthly": "trong tháng báo cáo",
    "quarterly": "tháng cuối quý",
    "half_yearly": "tháng cuối của kỳ 6 tháng",
    "yearly": "tháng cuối năm",
}


@dataclass(frozen=True)
class Occasion:
    """What a rule is applied to: the period, and the day of the event an offset counts from."""

    period: Period
    event_on: date | None = None


def explain_due(rule: DueRule, period: Period, calendar: WorkingCalendar) -> str:
    """In one line: "hạn cuối: hết ngày 19/03/2026, vì văn bản ghi trước ngày 20 tháng cuối quý"."""
    day, good = due_on(rule, period, calendar), last_good_day(rule, period, calendar)
    words = f"hạn cuối: hết ngày {day:%d/%m/%Y}, {_because(rule)}"
    if day == good:
        return words
    moved = "ngày làm việc liền sau" if rule.shift == "next" else "ngày làm việc liền trước"
    return f"{words}; ngày {good:%d/%m/%Y} là ngày nghỉ nên tính sang {moved}"


def _because(rule: DueRule) -> str:
    source = "văn bản ghi" if rule.is_due_printed else "chế độ báo cáo đặt"
    if rule.anchor == "last_working_day":
        return f"vì {source} ngày làm việc cuối cùng của kỳ"
    if rule.anchor in OFFSETS and rule.offset_days is not None:
        return f"vì {source} {offset_words(rule)}"
    if rule.anchor == "period_end" or rule.due_day is None:
        return "tính đến hết kỳ" if rule.is_due_printed else "văn bản không ghi ngày, tính đến hết kỳ"
    before = "trước ngày" if rule.due_strict else "ngày"
    return f"vì {source} {before} {rule.due_day} {_month_words(rule)}".rstrip()


def offset_words(rule: DueRule) -> str:
    """ "trong 10 ngày làm việc sau khi hết kỳ", "chậm nhất 15 ngày trước kỳ họp"."""
    days = abs(rule.offset_days or 0)
    unit = "ngày làm việc" if rule.offset_working else "ngày"
    event = rule.event_name or "ngày làm mốc"
    if (rule.offset_days or 0) < 0:
        return f"chậm nhất {days} {unit} trước {'khi hết kỳ' if rule.anchor == 'after_period' else event}"
    after = "sau khi hết kỳ" if rule.anchor == "after_period" else f"kể từ {event}"
    return f"trong {days} {unit} {after}"


def _month_words(rule: DueRule) -> str:
    if rule.anchor == "fixed_date":
        return f"tháng {rule.due_month}" if rule.due_month else ""
    if rule.anchor == "month_after":
        return "của tháng sau kỳ báo cáo"
    return _LAST_MONTH_WORDS.get(rule.frequency, "tháng cuối kỳ")


def due_steps(rule: DueRule, on: Occasion, calendar: WorkingCalendar) -> tuple[str, ...]:
    """Every step from the period to the deadline: the anchor, both readings of "trước ngày", the shift."""
    period = on.period
    steps = [f"Kỳ báo cáo: {period.label}, từ {_day(period.start)} đến hết {_day(period.end)}."]
    steps += _reading(rule, on, calendar)
    return (*steps, *_shifting(rule, on, calendar))


def _reading(rule: DueRule, on: Occasion, calendar: WorkingCalendar) -> list[str]:
    source = "Văn bản ghi" if rule.is_due_printed else "Chế độ báo cáo đặt"
    good = last_good_day(rule, on.period, calendar, event_on=on.event_on)
    if rule.anchor == "last_working_day":
        return [f"{source}: ngày làm việc cuối cùng của kỳ, tức {_named(good)}."]
    if rule.anchor in OFFSETS and rule.offset_days is not None:
        return _counting(rule, on, source, good)
    if rule.anchor == "period_end" or rule.due_day is None:
        words = "tính đến hết kỳ" if rule.is_due_printed else "không ghi ngày nên tính đến hết kỳ"
        return [f"Văn bản {words}: {_named(good)}."]
    return [_anchored(rule, on.period, source), *_both_readings(rule, on, calendar)]


def _counting(rule: DueRule, on: Occasion, source: str, good: date) -> list[str]:
    from_event = rule.anchor == "after_event" and on.event_on is not None
    since = on.event_on if from_event and on.event_on else on.period.end
    what = (rule.event_name or "ngày làm mốc") if from_event else "ngày hết kỳ"
    kind = "chỉ đếm ngày làm việc" if rule.offset_working else "đếm mọi ngày, cả ngày nghỉ"
    return [f"{source}: {offset_words(rule)}.", f"Đếm từ {what}, {_day(since)}, {kind}: đến {_named(good)}."]


def _anchored(rule: DueRule, period: Period, source: str) -> str:
    before = "trước ngày" if rule.due_strict else "ngày"
    words = f"{source}: {before} {rule.due_day} {_month_words(rule)}".rstrip()
    if rule.anchor == "fixed_date":
        return f"{words}."
    return f"{words}, tức tháng {anchor_month(rule, period):%m/%Y}."


def _both_readings(rule: DueRule, on: Occasion, calendar: WorkingCalendar) -> list[str]:
    """The reading that holds, and what the deadline would be by the other one."""
    good = last_good_day(rule, on.period, calendar)
    other = due_on(replace(rule, due_strict=not rule.due_strict), on.period, calendar)
    if rule.due_strict:
        reading = f"“Trước ngày {rule.due_day}” được hiểu là không tính chính ngày đó"
        held = f"{reading}: ngày cuối còn kịp là {_named(good)}."
        return [held, f"Nếu tính cả ngày {rule.due_day} thì hạn cuối là hết {_day(other)}."]
    held = f"Tính cả ngày {rule.due_day}: ngày cuối còn kịp là {_named(good)}."
    if _is_cut_short(rule, good):
        held = f"Tháng {good:%m/%Y} không có ngày {rule.due_day} nên lấy ngày cuối tháng: {_named(good)}."
    return [held, f"Nếu hiểu là “trước ngày {rule.due_day}” thì hạn cuối là hết {_day(other)}."]


def _is_cut_short(rule: DueRule, good: date) -> bool:
    return (rule.due_day or 0) > months.monthrange(good.year, good.month)[1]


def _shifting(rule: DueRule, on: Occasion, calendar: WorkingCalendar) -> list[str]:
    good = last_good_day(rule, on.period, calendar, event_on=on.event_on)
    day = due_on(rule, on.period, calendar, event_on=on.event_on)
    if calendar.is_working(good):
        return [f"Ngày {good:%d/%m/%Y} là ngày làm việc nên không phải dời."]
    why = "ngày nghỉ lễ" if good.weekday() < 5 or good in calendar.holidays else "ngày nghỉ cuối tuần"
    if day == good:
        return [f"{_capital(_named(good))} là {why}; chế độ báo cáo giữ nguyên ngày này, không dời."]
    moved = "lùi sang ngày làm việc liền sau" if day > good else "tính sớm về ngày làm việc liền trước"
    return [f"{_capital(_named(good))} là {why} nên {moved}: {_named(day)}."]


def _day(day: date) -> str:
    return f"ngày {day:%d/%m/%Y}"


def _named(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]}, ngày {day:%d/%m/%Y}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
