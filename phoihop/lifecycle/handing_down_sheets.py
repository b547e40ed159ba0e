"""The board of a hand-down as a sheet."""

from datetime import date

from phoihop.lifecycle.queries.handing_down import Board, BoardLine
from phoihop.organisations.models import Level
from phoihop.programmes.models import Programme
from phoihop.writing.sheets import Sheet, SheetColumn, Value

_COLUMNS = (
    SheetColumn(title="Nơi", width=28),
    SheetColumn(title="Thuộc", width=24),
    SheetColumn(title="Tình trạng", width=30),
    SheetColumn(title="Cụ thể hóa ngày", width=16),
    SheetColumn(title="Số, ký hiệu", width=24),
    SheetColumn(title="Mục thêm", width=10),
    SheetColumn(title="Báo cáo đến hạn", width=12),
    SheetColumn(title="Đã nộp", width=10),
)


def board_sheet(programme: Programme, board: Board, *, today: date) -> Sheet:
    """One row a place."""
    total = board.total
    said = f"{total.adopted}/{total.asked} nơi đã cụ thể hóa, {total.in_force} nơi đã có hiệu lực"
    return Sheet(
        name="Triển khai",
        title=f"Tình hình triển khai {programme.name} đến {today:%d/%m/%Y}: {said}",
        columns=_COLUMNS,
        rows=tuple(_row(line, programme) for line in board.lines),
        has_sample_mark=programme.is_sample,
    )


def _row(line: BoardLine, programme: Programme) -> tuple[Value, ...]:
    within = line.province if programme.area.level == Level.NATION else ""
    adopted_on = line.adopted_at.date() if line.adopted_at else None
    state = f"{line.label}; chưa xác nhận bản mới" if line.is_behind else line.label
    return (
        line.place, within, state, adopted_on, line.number_text, line.additions, line.due, line.received,
    )  # fmt: skip
