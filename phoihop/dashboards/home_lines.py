"""Rows of several apps as lines of "Việc của tôi", in words."""

from dataclasses import replace
from datetime import date

from phoihop.core import clock
from phoihop.dashboards.home_items import WorkItem, day_words, due_words
from phoihop.plans.queries import TaskCard
from phoihop.programmes.models import Edition
from phoihop.reports.queries.owed import WaitingRow
from phoihop.reports.queries.standing import COLOURS, Held


def owed(row: Held, today: date, *, body: str, to_mend: int, may_write: bool) -> WorkItem:
    """A report the body owes; `body` only where it is owed for another one."""
    obligation, standing = row.row, row.standing(today)
    words = due_words(obligation.due_on, today)
    begins = may_write and row.report_id is None
    return WorkItem(
        kind="Báo cáo phải nộp",
        icon="report",
        title=f"{obligation.duty.name}, {row.period.label}",
        programme=obligation.programme.name,
        day=obligation.due_on,
        day_words=words[:1].upper() + words[1:],
        url_name=_report_page(row, may_write=may_write),
        url_id=row.report_id or obligation.pk,
        action=_report_action(row, may_write=may_write),
        note=" ".join(
            [f"Trả lại để bổ sung {to_mend} mục."] * bool(to_mend) + [f"Nộp cho {body}."] * bool(body)
        ),
        status=standing.value,
        colour=COLOURS[standing],
        owed_id=obligation.pk,
        is_post=begins,
        is_returned=row.kept.is_returned,
        is_sample=obligation.is_sample,
    )


def _report_page(row: Held, *, may_write: bool) -> str:
    if row.report_id is None:
        return "reports:open" if may_write else "reports:obligation"
    return "reports:edit" if may_write else "reports:report"


def _report_action(row: Held, *, may_write: bool) -> str:
    if not may_write:
        return "Xem"
    if row.kept.is_returned:
        return "Bổ sung"
    return "Soạn tiếp" if row.report_id else "Bắt đầu soạn"


def waiting(row: WaitingRow, today: date) -> WorkItem:
    """A report handed in to the body that it has not decided on."""
    day = clock.day_of(row.submitted_at)
    return WorkItem(
        kind="Báo cáo chờ ý kiến",
        icon="eye",
        title=f"{row.body}: {row.name}, {row.period.label}",
        programme=row.programme,
        day=day,
        day_words=f"Nộp ngày {day_words(day, today)}",
        url_name="reports:report",
        url_id=row.report_id,
        action="Xem xét",
        status="chờ ý kiến",
        colour="purple",
        is_waiting=True,
        is_sample=row.is_sample,
    )


def task(card: TaskCard, today: date) -> WorkItem:
    """A task of the body or of the person."""
    days = (card.due_on - today).days
    return WorkItem(
        kind=card.kind[:1].upper() + card.kind[1:],
        icon="checklist",
        title=card.title,
        programme=card.programme,
        day=card.due_on,
        day_words=f"Hạn {due_words(card.due_on, today).removeprefix('hạn cuối: ')}",
        url_name="plans:detail",
        url_id=card.id,
        action="Mở",
        note=f"Người phụ trách: {card.person}." if card.person else "",
        status="quá hạn" if card.is_late else card.status_label,
        colour="red" if card.is_late else ("yellow" if days <= 7 else "secondary"),
        is_sample=card.is_sample,
    )


def unfinished(edition: Edition, today: date) -> WorkItem:
    """A draft text of the lead, to be finished and sent for signature."""
    item = _on_edition(edition, today, url_name="programmes:draft")
    return replace(item, kind="Dự thảo chương trình", action="Soạn tiếp", status="dự thảo", colour="blue")


def to_sign(edition: Edition, today: date) -> WorkItem:
    """A text that waits for the signature of the leader's body."""
    item = _on_edition(edition, today, url_name="lifecycle:signing")
    return replace(item, kind="Chương trình chờ ký", action="Xem và ký", status="chờ ký")


def to_number(edition: Edition, today: date) -> WorkItem:
    """A signed text that waits for its number from the clerk."""
    day, item = edition.in_force_from or today, _on_edition(edition, today, url_name="lifecycle:signing")
    words = f"Đủ chữ ký ngày {day_words(day, today)}"
    return replace(
        item, kind="Chương trình chờ cấp số", action="Cấp số", status="chờ cấp số", day=day, day_words=words
    )


def _on_edition(edition: Edition, today: date, *, url_name: str) -> WorkItem:
    return WorkItem(
        kind="",
        icon="signature",
        title=edition.programme.name,
        programme="",
        day=today,
        day_words="",
        url_name=url_name,
        url_id=edition.programme_id,
        action="",
        colour="purple",
        is_waiting=True,
        is_sample=edition.is_sample,
    )
