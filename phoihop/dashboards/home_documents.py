"""What the books have for somebody: documents to file, and arrivals passed on to be read."""

from datetime import date

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.dashboards.home_items import WorkItem, day_words
from phoihop.documents.models import IncomingEntry
from phoihop.documents.queries import WaitingRow, filing_for, unread_by


def document_items(member: Member, today: date) -> list[WorkItem]:
    """Documents the member is to file, and arrivals not read yet; at most eight queries."""
    return [
        *(_to_file(row, today) for row in filing_for(member, today=today)),
        *(_to_read(entry, today) for entry in unread_by(member)),
    ]


def _to_file(row: WaitingRow, today: date) -> WorkItem:
    day = clock.day_of(row.sent_at)
    return WorkItem(
        kind="Văn bản chờ vào sổ",
        icon="inbox",
        title=f"{row.number_text}: {row.abstract}",
        programme=row.sender,
        day=day,
        day_words=f"Gửi ngày {day_words(day, today)}",
        url_name="documents:take_in",
        url_id=row.id,
        action="Vào sổ",
        status=row.is_urgent or "chờ vào sổ",
        colour="red" if row.is_urgent else "purple",
        is_post=True,
        is_waiting=True,
        is_sample=row.is_sample,
    )


def _to_read(entry: IncomingEntry, today: date) -> WorkItem:
    day = entry.due_on or entry.arrived_on
    words = day_words(day, today)
    return WorkItem(
        kind="Văn bản đến chuyển để đọc",
        icon="mail",
        title=entry.abstract,
        programme=f"{entry.number_text} {entry.sender}".strip(),
        day=day,
        day_words=f"Hạn giải quyết {words}" if entry.due_on else f"Đến ngày {words}",
        url_name="documents:incoming_entry",
        url_id=entry.pk,
        action="Xem",
        status="chưa đọc",
        colour="purple",
        is_waiting=True,
        is_sample=entry.is_sample,
    )
