"""What registration has for somebody: sheets to send, sheets and personal plans that wait for an answer."""

from datetime import date

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.dashboards.home_items import WorkItem, day_words, due_words
from phoihop.plans.models import PersonalPlan, RegistrationSheet
from phoihop.plans.queries.registered import plans_to_note, sheets_to_receive, sheets_to_send
from phoihop.plans.statuses import RegistrationStatus


def registration_items(member: Member, today: date) -> list[WorkItem]:
    """At most four queries."""
    received, names = sheets_to_receive(member, today)
    return [
        *(_to_send(row, today) for row in sheets_to_send(member)),
        *(_to_receive(row, names[row.body_id], today) for row in received),
        *(_to_note(row, today) for row in plans_to_note(member)),
    ]


def _to_send(row: RegistrationSheet, today: date) -> WorkItem:
    is_late, is_returned = row.round.due_on < today, row.status == RegistrationStatus.RETURNED
    words = due_words(row.round.due_on, today)
    status = "trả lại để bổ sung" if is_returned else "quá hạn" if is_late else "chưa gửi"
    return WorkItem(
        kind="Bảng đăng ký phải gửi",
        icon="clipboard-check",
        title=f"Bảng đăng ký năm {row.round.year}",
        programme=row.round.programme.name,
        day=row.round.due_on,
        day_words=words[:1].upper() + words[1:],
        url_name="plans:sheet",
        url_id=row.pk,
        action="Ghi bảng",
        status=status,
        colour="red" if is_late else "orange" if is_returned else "secondary",
        is_returned=is_returned,
        is_sample=row.is_sample,
    )


def _to_receive(row: RegistrationSheet, body: str, today: date) -> WorkItem:
    day = clock.day_of(row.sent_at) if row.sent_at else today
    return WorkItem(
        kind="Bảng đăng ký chờ tiếp nhận",
        icon="clipboard-check",
        title=f"Bảng đăng ký năm {row.round.year} của {body}",
        programme=row.round.programme.name,
        day=day,
        day_words=f"Gửi ngày {day_words(day, today)}",
        url_name="plans:sheet",
        url_id=row.pk,
        action="Xem xét",
        status="chờ tiếp nhận",
        colour="purple",
        is_waiting=True,
        is_sample=row.is_sample,
    )


def _to_note(row: PersonalPlan, today: date) -> WorkItem:
    day = clock.day_of(row.sent_at) if row.sent_at else today
    return WorkItem(
        kind="Chương trình hành động cá nhân chờ ghi nhận",
        icon="user",
        title=f"{row.person.full_name}, năm {row.year}",
        programme=row.programme.name,
        day=day,
        day_words=f"Gửi ngày {day_words(day, today)}",
        url_name="plans:personal_plan",
        url_id=row.pk,
        action="Xem",
        status="chờ ghi nhận",
        colour="purple",
        is_waiting=True,
        is_sample=row.is_sample,
    )
