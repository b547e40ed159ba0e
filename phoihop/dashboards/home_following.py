"""Lines of "Việc của tôi" that wait for an answer: obstacles, emergent tasks, guidance, reminders."""

from dataclasses import replace
from datetime import date

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.dashboards.home_items import WorkItem, day_words, due_words
from phoihop.lifecycle.queries.guiding import guidance_to_read
from phoihop.plans.queries.emergent import emergents_to_answer
from phoihop.plans.queries.obstacles import obstacles_to_answer
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.reports.models import Chase
from phoihop.reports.queries.chasing import reminders_of
from phoihop.reports.statuses import ChaseStatus

_WRITES = frozenset({"officer", "leader"})
_BLANK = WorkItem(
    kind="", icon="", title="", programme="", day=date.min, day_words="", url_name="", url_id=0, action=""
)


def following_items(member: Member, today: date) -> list[WorkItem]:
    """What the member's body owes an answer to; thirteen queries at most, whatever the number of rows."""
    if member.role not in _WRITES:
        return _letters(member, ChaseStatus.SIGNED, today) if member.role == "clerk" else []
    letters = _letters(member, ChaseStatus.MADE, today) if member.role == "leader" else []
    return [
        *_obstacles(member, today),
        *_emergents(member, today),
        *_guidance(member, today),
        *_reminders(member, today),
        *letters,
    ]


def _due(day: date, today: date) -> str:
    words = due_words(day, today)
    return words[:1].upper() + words[1:]


def _obstacles(member: Member, today: date) -> list[WorkItem]:
    return [
        replace(
            _BLANK,
            kind="Vướng mắc chờ trả lời",
            icon="message",
            title=f"Mục {card.clause_path}: {card.text[:120]}",
            programme=card.programme,
            day=card.answer_due_on,
            day_words=_due(card.answer_due_on, today),
            url_name="plans:obstacle",
            url_id=card.id,
            action="Trả lời",
            note=f"{card.raised_by} nêu.",
            status="quá hạn trả lời" if card.is_late else card.status_label,
            colour="red" if card.is_late else "purple",
            is_waiting=not card.is_late,
            is_sample=card.is_sample,
        )
        for card in obstacles_to_answer(member, today)
    ]


def _emergents(member: Member, today: date) -> list[WorkItem]:
    return [
        replace(
            _BLANK,
            kind="Nhiệm vụ phát sinh chờ đồng ý",
            icon="checklist",
            title=card.title,
            programme=card.programme,
            day=clock.day_of(card.proposed_at),
            day_words=f"Đề xuất ngày {day_words(clock.day_of(card.proposed_at), today)}",
            url_name="plans:emergent",
            url_id=card.id,
            action="Trả lời",
            note=f"{card.proposed_by} đề xuất.",
            status="chờ trả lời",
            colour="purple",
            is_waiting=True,
            is_sample=card.is_sample,
        )
        for card in emergents_to_answer(member, today)
    ]


def _guidance(member: Member, today: date) -> list[WorkItem]:
    return [
        replace(
            _BLANK,
            kind="Hướng dẫn chưa xác nhận",
            icon="file-text",
            title=row.title,
            programme=row.programme,
            day=clock.day_of(row.sent_on),
            day_words=f"Gửi ngày {day_words(clock.day_of(row.sent_on), today)}",
            url_name="lifecycle:guidance",
            url_id=row.guidance_id,
            action="Đọc và xác nhận",
            status="chưa xác nhận",
            colour="purple",
            is_waiting=True,
            is_sample=row.is_sample,
        )
        for row in guidance_to_read(member)
    ]


def _reminders(member: Member, today: date) -> list[WorkItem]:
    return [
        replace(
            _BLANK,
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


def _letters(member: Member, status: ChaseStatus, today: date) -> list[WorkItem]:
    """Letters of the member's body that wait for its leader to sign, or for its clerk to number."""
    own = bodies_written_for(member.body_id).values("pk")
    rows = Chase.objects.filter(status=status, body__in=own).select_related("programme")
    return [
        replace(
            _BLANK,
            kind="Công văn đôn đốc",
            icon="signature",
            title=f"Đôn đốc ngày {day_words(row.chased_on, today)}",
            programme=row.programme.name,
            day=row.chased_on,
            day_words=f"Lập ngày {day_words(row.chased_on, today)}",
            url_name="reports:chase",
            url_id=row.pk,
            action="Xem và ký" if status == ChaseStatus.MADE else "Cấp số",
            status=str(ChaseStatus(row.status).label),
            colour="purple",
            is_waiting=True,
            is_sample=row.is_sample,
        )
        for row in rows.order_by("chased_on", "pk")
    ]
