"""Pure words of programmes: status as shown on a day, periods, and duties explained in a plain sentence."""

from dataclasses import dataclass
from datetime import date

from phoihop.programmes.calculations.deadlines import OFFSETS, DueRule
from phoihop.programmes.calculations.explaining import offset_words
from phoihop.programmes.statuses import EditionKind, EditionStatus

NOT_PRINTED = "không ghi"

_COLOURS = {
    EditionStatus.DRAFT: "secondary",
    EditionStatus.SIGNING: "orange",
    EditionStatus.WAITING: "blue",
    EditionStatus.IN_FORCE: "green",
    EditionStatus.SUPERSEDED: "secondary",
    EditionStatus.ENDED: "secondary",
    EditionStatus.WITHDRAWN: "red",
    EditionStatus.UNDONE: "secondary",
}


@dataclass(frozen=True)
class StatusShown:
    """A status as a badge: its words and colour."""

    label: str
    colour: str


def status_shown(status: str, *, period_end: date | None, today: date) -> StatusShown:
    """The stored status in words; one in force whose printed period is over says so."""
    known = EditionStatus(status)
    if known == EditionStatus.IN_FORCE and period_end is not None and period_end < today:
        return StatusShown("hết thời gian thực hiện", "secondary")
    return StatusShown(known.label, _COLOURS[known])


def period_words(start: date | None, end: date | None) -> str:
    """ "năm 2026", "giai đoạn 2017 - 2020", else the days; "không ghi" when the text gives none."""
    if start is None and end is None:
        return NOT_PRINTED
    if start is None or end is None:
        return f"từ {start:%d/%m/%Y}" if start else f"đến {end:%d/%m/%Y}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"năm {start.year}" if start.year == end.year else f"giai đoạn {start.year} - {end.year}"
    return f"từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}"


def edition_label(number: int, *, is_undone: bool = False, is_first: bool = False) -> str:
    """ "bản ban đầu", "bản sửa đổi lần 1"; `number` counts the amendments before and with this one."""
    if is_undone:
        return "bản ghi nhận đã hoàn tác" if is_first else "bản sửa đổi đã hoàn tác"
    return "bản ban đầu" if number == 0 else f"bản sửa đổi lần {number}"


def amending_abstract(kind: str, *, programme: str, title: str, number_text: str) -> str:
    """What the document of an amendment is about, in the usual words (its type stands above it).

    "sửa đổi, bổ sung một số nội dung của Chương trình phối hợp số 05/CTrPH-UBND-MTTQ"; a replacement carries
    the title of the whole text.
    """
    if kind in (EditionKind.ORIGINAL, EditionKind.REPLACE):
        return title
    name = f"{programme} số {number_text}" if number_text else title
    return f"{EditionKind(kind).label} một số nội dung của {name[:1].upper()}{name[1:]}"


_WHEN = {
    "monthly": "Mỗi tháng",
    "quarterly": "Mỗi quý",
    "half_yearly": "Mỗi 6 tháng",
    "yearly": "Mỗi năm",
    "every_3_years": "Sau 3 năm thực hiện",
    "every_5_years": "Sau 5 năm thực hiện",
    "final": "Khi kết thúc chương trình",
    "once": "Một lần",
    "on_demand": "Khi có yêu cầu",
}
_SHIFTS = {"next": "gặp ngày nghỉ thì lùi sang ngày làm việc sau", "previous": "gặp ngày nghỉ thì làm trước"}


def rule_words(rule: DueRule) -> str:
    """The rule without a period: "Mỗi quý, hạn cuối: hết ngày 19 tháng cuối kỳ" for "trước ngày 20"."""
    parts = [_WHEN[rule.frequency]]
    day = _last_good_day(rule)
    if day:
        parts.append(f"hạn cuối: {day}")
    elif rule.frequency != "on_demand":
        parts.append("hạn cuối: hết kỳ" if rule.is_due_printed else "văn bản không ghi ngày, tính hết kỳ")
    if day and rule.shift in _SHIFTS:
        parts.append(_SHIFTS[rule.shift])
    return ", ".join(parts)


def _last_good_day(rule: DueRule) -> str:
    if rule.anchor == "last_working_day":
        return "ngày làm việc cuối cùng của kỳ"
    if rule.anchor in OFFSETS and rule.offset_days is not None:
        return offset_words(rule)
    if rule.due_day is None or rule.anchor == "period_end":
        return ""
    if rule.anchor == "fixed_date":
        day = f"ngày {rule.due_day}/{rule.due_month}" if rule.due_month else f"ngày {rule.due_day}"
        return f"trước {day}" if rule.due_strict else f"hết {day}"
    month = "tháng cuối kỳ" if rule.anchor == "last_month" else "tháng sau kỳ"
    if rule.due_strict and rule.due_day == 1:
        return f"trước khi sang {month}"
    return f"hết ngày {rule.due_day - 1 if rule.due_strict else rule.due_day} {month}"
