"""Registers as sheets, with the columns of the paper books (Nghị định 30/2020, Phụ lục IV)."""

from phoihop.core import clock
from phoihop.documents.calculations import titled
from phoihop.documents.models import IncomingRegister, OutgoingRegister
from phoihop.documents.queries import ArrivalRow, EntryRow
from phoihop.writing.sheets import Sheet, SheetColumn, Value

_OUTGOING = (
    SheetColumn(title="Số, ký hiệu văn bản", width=24),
    SheetColumn(title="Ngày tháng văn bản", width=13),
    SheetColumn(title="Tên loại và trích yếu nội dung văn bản", width=54),
    SheetColumn(title="Người ký", width=20),
    SheetColumn(title="Nơi nhận văn bản", width=30),
    SheetColumn(title="Đơn vị, người nhận bản lưu", width=18),
    SheetColumn(title="Số lượng bản", width=10),
    SheetColumn(title="Ngày chuyển", width=13),
    SheetColumn(title="Ký nhận", width=14),
    SheetColumn(title="Ghi chú", width=28),
)
_INCOMING = (
    SheetColumn(title="Ngày đến", width=13),
    SheetColumn(title="Số đến", width=9),
    SheetColumn(title="Tác giả", width=28),
    SheetColumn(title="Số, ký hiệu văn bản", width=22),
    SheetColumn(title="Ngày tháng văn bản", width=13),
    SheetColumn(title="Tên loại và trích yếu nội dung văn bản", width=54),
    SheetColumn(title="Đơn vị hoặc người nhận", width=26),
    SheetColumn(title="Ngày chuyển", width=13),
    SheetColumn(title="Ký nhận", width=20),
    SheetColumn(title="Ghi chú", width=24),
)


def register_sheet(register: OutgoingRegister, entries: list[EntryRow], *, body_name: str) -> Sheet:
    """Every number in order; an annulled one says so, who, when and why."""
    return Sheet(
        name=str(register),
        title=f"Sổ đăng ký văn bản đi {register}, {body_name}",
        columns=_OUTGOING,
        rows=tuple(_outgoing(entry) for entry in entries),
        has_sample_mark=register.is_sample,
    )


def _outgoing(entry: EntryRow) -> tuple[Value, ...]:
    return (
        entry.number_text,
        entry.issued_on,
        entry.title,
        entry.signer_name or None,
        entry.recipients or None,
        entry.kept_by or None,
        entry.copies,
        clock.day_of(entry.sent_at) if entry.sent_at else None,
        None,
        annulled_words(entry) or entry.note or None,
    )


def annulled_words(entry: EntryRow) -> str:
    """ "Đã hủy ngày 19/03/2026, Lê Thị Vân: viết nhầm"; empty for a number in use."""
    if entry.annulled_at is None:
        return ""
    who = f", {entry.annulled_by}" if entry.annulled_by else ""
    return f"Đã hủy ngày {clock.day_of(entry.annulled_at):%d/%m/%Y}{who}: {entry.annulled_reason}"


def arrivals_sheet(register: IncomingRegister, rows: list[ArrivalRow], *, body_name: str) -> Sheet:
    """Every arrival in order; who signed for it on paper is who acknowledged reading it here."""
    return Sheet(
        name=str(register),
        title=f"Sổ đăng ký văn bản đến năm {register.year}, {body_name}",
        columns=_INCOMING,
        rows=tuple(_incoming(row) for row in rows),
        has_sample_mark=register.is_sample,
    )


def _incoming(row: ArrivalRow) -> tuple[Value, ...]:
    return (
        row.arrived_on,
        row.number,
        row.sender,
        row.number_text or None,
        row.issued_on,
        titled(row.document_type, row.abstract),
        row.forwarded_to or None,
        clock.day_of(row.forwarded_at) if row.forwarded_at else None,
        row.readers or None,
        row.note or None,
    )
