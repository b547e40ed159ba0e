"""A register as a sheet: every number in order, as in a paper book of outgoing documents."""

from phoihop.documents.models import OutgoingRegister
from phoihop.documents.queries import EntryRow
from phoihop.writing.sheets import Sheet, SheetColumn

_COLUMNS = (
    SheetColumn(title="Số, ký hiệu", width=26),
    SheetColumn(title="Ngày văn bản", width=14),
    SheetColumn(title="Trích yếu", width=60),
    SheetColumn(title="Người cấp số", width=24),
    SheetColumn(title="Ghi chú", width=30),
)


def register_sheet(register: OutgoingRegister, entries: list[EntryRow], *, body_name: str) -> Sheet:
    """Every number in order; an annulled one says so and why."""
    return Sheet(
        name=str(register),
        title=f"Sổ văn bản đi {register}, {body_name}",
        columns=_COLUMNS,
        rows=tuple(
            (
                entry.number_text,
                entry.issued_on,
                entry.abstract,
                entry.given_by,
                f"Đã hủy: {entry.annulled_reason}" if entry.is_annulled else None,
            )
            for entry in entries
        ),
        has_sample_mark=register.is_sample,
    )
