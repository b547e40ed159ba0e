"""The pilot units of a programme as a workbook."""

from collections.abc import Sequence

from phoihop.plans.queries.pilots import PilotLine
from phoihop.programmes.models import Programme
from phoihop.writing.sheets import Sheet, SheetColumn

_COLUMNS = (
    ("STT", 5), ("Mô hình", 28), ("Mục", 8), ("Nơi làm", 20), ("Thuộc xã, phường", 18), ("Đơn vị làm", 20),
    ("Từ ngày", 12), ("Chọn theo văn bản", 22), ("Làm điểm hay nhân rộng", 12), ("Trạng thái", 14),
    ("Đánh giá gần nhất", 16), ("Nhận xét", 28),
)  # fmt: skip


def pilots_sheet(programme: Programme, lines: Sequence[PilotLine]) -> Sheet:
    """One row a pilot or a place where one was done again."""
    return Sheet(
        name="Đơn vị điểm",
        title=f"Đơn vị điểm và nhân rộng: {programme.name}",
        columns=tuple(SheetColumn(title=title, width=width) for title, width in _COLUMNS),
        rows=tuple(
            (
                number, line.name, line.clause_path, line.place, line.commune or None, line.body or None,
                line.since, line.decision_text, "nhân rộng" if line.is_replica else "làm điểm",
                line.status_label, line.last_rating or None, line.last_text or None,
            )
            for number, line in enumerate(lines, start=1)
        ),
        has_sample_mark=programme.is_sample,
    )  # fmt: skip
