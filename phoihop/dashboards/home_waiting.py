"""Rows of home_sources as lines of "Việc của tôi", in words."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from phoihop.core.member import Member
from phoihop.core.numbers import whole_number
from phoihop.dashboards.home_items import WorkItem, day_words, due_words
from phoihop.dashboards.home_sources import Waiting
from phoihop.documents.calculations import number_words
from phoihop.documents.statuses import Urgency
from phoihop.organisations.queries import BodyLabel
from phoihop.plans.statuses import ObstacleStatus, RegistrationStatus
from phoihop.reports.queries.chasing import reminders_of
from phoihop.reports.statuses import ChaseStatus

type Names = Mapping[int, BodyLabel]
_SOON_DAYS = 7


def waiting_item(row: Waiting, names: Names, today: date) -> WorkItem:
    """The line of one row; `names` are of the bodies the rows name."""
    return _LINES[row.source](row, names, today)


def reminder_items(member: Member, today: date) -> list[WorkItem]:
    """What the member's body was reminded of; one query."""
    return [
        WorkItem(
            kind="Được đôn đốc",
            icon="alert-triangle",
            title=row.words,
            programme=row.programme,
            day=row.requested_by,
            day_words=_due(row.requested_by, today),
            url_name="reports:chase",
            url_id=row.chase_id,
            action="Xem",
            note=f"Đôn đốc ngày {day_words(row.chased_on, today)}.",
            status="đã đôn đốc",
            colour="red",
            is_returned=True,
            is_sample=row.is_sample,
        )
        for row in reminders_of(member)
    ]


def _due(day: date, today: date) -> str:
    words = due_words(day, today)
    return words[:1].upper() + words[1:]


def _line(row: Waiting, kind: str, icon: str, url_name: str, action: str) -> WorkItem:
    """What waits for a word, with the title and day of the row."""
    return WorkItem(
        kind=kind,
        icon=icon,
        title=row.title,
        programme=row.programme,
        day=row.day,
        day_words="",
        url_name=url_name,
        url_id=row.id,
        action=action,
        colour="purple",
        is_waiting=True,
        is_sample=row.is_sample,
    )


def _obstacle(row: Waiting, names: Names, today: date) -> WorkItem:
    is_late = row.day < today
    return replace(
        _line(row, "Vướng mắc chờ trả lời", "message", "plans:obstacle", "Trả lời"),
        day_words=_due(row.day, today),
        note=f"{names[row.body_id].short_name} nêu.",
        status="quá hạn trả lời" if is_late else str(ObstacleStatus(row.extra).label),
        colour="red" if is_late else "purple",
        is_waiting=not is_late,
    )


def _emergent(row: Waiting, names: Names, today: date) -> WorkItem:
    return replace(
        _line(row, "Nhiệm vụ phát sinh chờ đồng ý", "checklist", "plans:emergent", "Trả lời"),
        day_words=f"Đề xuất ngày {day_words(row.day, today)}",
        note=f"{names[row.body_id].short_name} đề xuất.",
        status="chờ trả lời",
    )


def _guidance(row: Waiting, names: Names, today: date) -> WorkItem:
    return replace(
        _line(row, "Hướng dẫn chưa xác nhận", "file-text", "lifecycle:guidance", "Đọc và xác nhận"),
        url_id=whole_number(row.more) or row.id,
        day_words=f"Gửi ngày {day_words(row.day, today)}",
        status="chưa xác nhận",
    )


def _letter(row: Waiting, names: Names, today: date) -> WorkItem:
    action = "Xem và ký" if row.extra == ChaseStatus.MADE else "Cấp số"
    return replace(
        _line(row, "Công văn đôn đốc", "signature", "reports:chase", action),
        title=f"Đôn đốc ngày {day_words(row.day, today)}",
        day_words=f"Lập ngày {day_words(row.day, today)}",
        status=str(ChaseStatus(row.extra).label),
    )


def _sheet_to_send(row: Waiting, names: Names, today: date) -> WorkItem:
    is_late, is_returned = row.day < today, row.extra == RegistrationStatus.RETURNED
    return replace(
        _line(row, "Bảng đăng ký phải gửi", "clipboard-check", "plans:sheet", "Ghi bảng"),
        title=f"Bảng đăng ký năm {row.title}",
        day_words=_due(row.day, today),
        status="trả lại để bổ sung" if is_returned else "quá hạn" if is_late else "chưa gửi",
        colour="red" if is_late else "orange" if is_returned else "secondary",
        is_returned=is_returned,
        is_waiting=False,
    )


def _sheet_to_receive(row: Waiting, names: Names, today: date) -> WorkItem:
    return replace(
        _line(row, "Bảng đăng ký chờ tiếp nhận", "clipboard-check", "plans:sheet", "Xem xét"),
        title=f"Bảng đăng ký năm {row.title} của {names[row.body_id].short_name}",
        day_words=f"Gửi ngày {day_words(row.day, today)}",
        status="chờ tiếp nhận",
    )


def _plan_to_note(row: Waiting, names: Names, today: date) -> WorkItem:
    return replace(
        _line(row, "Chương trình hành động cá nhân chờ ghi nhận", "user", "plans:personal_plan", "Xem"),
        title=f"{row.title}, năm {row.extra}",
        day_words=f"Gửi ngày {day_words(row.day, today)}",
        status="chờ ghi nhận",
    )


def _finding(row: Waiting, names: Names, today: date) -> WorkItem:
    days = (row.day - today).days
    return replace(
        _line(row, "Tồn tại phải khắc phục", "alert-triangle", "plans:finding", "Báo khắc phục"),
        day_words=f"Hạn {due_words(row.day, today).removeprefix('hạn cuối: ')}",
        note=f"{row.extra}.",
        status="quá hạn khắc phục" if days < 0 else "chưa khắc phục",
        colour="red" if days < 0 else ("yellow" if days <= _SOON_DAYS else "secondary"),
        is_waiting=False,
    )


def _draft(row: Waiting, names: Names, today: date) -> WorkItem:
    is_pending = row.extra != "0"
    return replace(
        _line(row, "Văn bản đang rà soát", "file-text", "drafting:review", "Rà soát tiếp"),
        day_words=f"Đọc ngày {day_words(row.day, today)}",
        note=f"Còn {row.extra} mục phải xem." if is_pending else "Đã xem hết, chờ xác nhận.",
        status="đang rà soát",
        colour="blue",
    )


def _arrival(row: Waiting, names: Names, today: date) -> WorkItem:
    words = day_words(row.day, today)
    return replace(
        _line(row, "Văn bản đến chuyển để đọc", "mail", "documents:incoming_entry", "Xem"),
        programme=f"{row.extra} {row.programme}".strip(),
        day_words=f"Hạn giải quyết {words}" if row.is_marked else f"Đến ngày {words}",
        status="chưa đọc",
    )


def _delivery(row: Waiting, names: Names, today: date) -> WorkItem:
    number = number_words(whole_number(row.extra) or 0, row.programme)
    is_urgent = row.more != Urgency.NORMAL
    return replace(
        _line(row, "Văn bản chờ vào sổ", "inbox", "documents:take_in", "Vào sổ"),
        title=f"{number}: {row.title}",
        programme=names[row.body_id].name,
        day_words=f"Gửi ngày {day_words(row.day, today)}",
        status=str(Urgency(row.more).label) if is_urgent else "chờ vào sổ",
        colour="red" if is_urgent else "purple",
        is_post=True,
    )


_LINES: dict[str, Callable[[Waiting, Names, date], WorkItem]] = {
    "obstacle": _obstacle,
    "emergent": _emergent,
    "guidance": _guidance,
    "letter": _letter,
    "sheet_to_send": _sheet_to_send,
    "sheet_to_receive": _sheet_to_receive,
    "plan_to_note": _plan_to_note,
    "finding": _finding,
    "draft": _draft,
    "arrival": _arrival,
    "delivery": _delivery,
}
