"""The board as a sheet: units against periods, words in every cell."""

from phoihop.reports.queries.board import Board, DutyBoard, UnitRow
from phoihop.writing.sheets import Sheet, SheetColumn, Value


def board_sheet(board: Board) -> Sheet:
    """One row a unit and duty, one column a period of any duty; a blank cell means nothing was owed."""
    labels = list(dict.fromkeys(c.period.label for duty in board.duties for c in duty.columns))
    return Sheet(
        name=f"Báo cáo {board.year}",
        title=f"Tình hình báo cáo {board.programme.name} năm {board.year}: {board.coverage.report_words}",
        columns=(
            SheetColumn(title="Chế độ báo cáo", width=28),
            SheetColumn(title="Đơn vị", width=30),
            *(SheetColumn(title=label, width=18) for label in labels),
            SheetColumn(title="Đến hạn", width=10),
            SheetColumn(title="Đã báo cáo", width=10),
            SheetColumn(title="Tỷ lệ (%)", width=10),
        ),
        rows=tuple(_row(duty, unit, labels) for duty in board.duties for unit in duty.rows),
        has_sample_mark=board.programme.is_sample,
    )


def _row(duty: DutyBoard, unit: UnitRow, labels: list[str]) -> tuple[Value, ...]:
    found = {
        column.period.label: cell.standing.value
        for column, cell in zip(duty.columns, unit.cells, strict=True)
        if cell is not None
    }
    coverage = unit.coverage
    rate = coverage.percent if coverage.due else None
    return (
        duty.name,
        unit.name,
        *(found.get(label) for label in labels),
        coverage.due,
        coverage.received,
        rate,
    )
