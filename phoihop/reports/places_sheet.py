"""The completeness of a tree of places as a sheet."""

from phoihop.reports.calculations import Coverage
from phoihop.reports.queries.places_board import PlaceRow, PlacesBoard
from phoihop.writing.sheets import Sheet, SheetColumn, Value


def places_sheet(board: PlacesBoard) -> Sheet:
    """One row a place, one column a period where one duty is looked at; a blank cell: nothing was owed."""
    return Sheet(
        name=f"Báo cáo {board.asked.year}",
        title=f"Tình hình báo cáo theo địa bàn năm {board.asked.year}: {board.asked.programme.name}",
        columns=(
            SheetColumn(title="Địa bàn", width=30),
            *(SheetColumn(title=period.label, width=16) for period in board.periods),
            SheetColumn(title="Phải nộp cả năm", width=12),
            SheetColumn(title="Đến hạn", width=10),
            SheetColumn(title="Đã báo cáo", width=10),
            SheetColumn(title="Đúng hạn", width=10),
            SheetColumn(title="Chưa báo cáo", width=10),
            SheetColumn(title="Được miễn", width=10),
            SheetColumn(title="Tỷ lệ (%)", width=10),
        ),
        rows=tuple(_row(row) for row in (*board.rows, board.total)),
        has_sample_mark=board.asked.programme.is_sample,
    )


def _row(row: PlaceRow) -> tuple[Value, ...]:
    own = row.coverage
    return (
        row.label,
        *(_cell(coverage) for coverage in row.by_period),
        row.owed,
        own.due,
        own.received,
        own.on_time,
        own.missing,
        own.waived,
        own.percent if own.due else None,
    )


def _cell(coverage: Coverage | None) -> Value:
    if coverage is None:
        return None
    return f"{coverage.received}/{coverage.due}" if coverage.due else "chưa đến hạn"
