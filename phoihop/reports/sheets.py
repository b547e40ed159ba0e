"""Boards and consolidated reports as sheets: numbers stay numbers, the kinds of nothing stay words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from phoihop.reports.calculations.form_parts import column_of
from phoihop.reports.papers import petition_rows
from phoihop.reports.queries.board import Board, DutyBoard, ProgrammeLine, UnitRow
from phoihop.reports.queries.consolidations import ConsolidationLine, ConsolidationPage
from phoihop.reports.report_papers import table_cell
from phoihop.targets.statuses import FigureState
from phoihop.writing.sheets import NoFigure, Sheet, SheetColumn, Value

type Json = dict[str, Any]
_NO_FIGURE = {
    "": NoFigure.NOT_REPORTED,
    FigureState.MISSING.value: NoFigure.MISSING,
    FigureState.NOT_APPLICABLE.value: NoFigure.NOT_APPLICABLE,
}


def board_sheet(board: Board) -> Sheet:
    """One row a unit and duty, one column a period of any duty; a blank cell means nothing was owed."""
    labels = list(dict.fromkeys(c.period.label for duty in board.duties for c in duty.columns))
    return Sheet(
        name=f"Báo cáo {board.year}",
        title=f"Tình hình báo cáo năm {board.year}, {board.programme.name}: {board.coverage.report_words}",
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


def boards_sheet(lines: Sequence[ProgrammeLine], *, year: int) -> Sheet:
    """Completeness of every programme in a year."""
    return Sheet(
        name=f"Tình hình {year}",
        title=f"Tình hình báo cáo các chương trình năm {year}",
        columns=(
            SheetColumn(title="Chương trình", width=60),
            SheetColumn(title="Đến hạn", width=10),
            SheetColumn(title="Đã báo cáo", width=10),
            SheetColumn(title="Đúng hạn", width=10),
            SheetColumn(title="Đang trả lại", width=10),
            SheetColumn(title="Chưa báo cáo", width=12),
            SheetColumn(title="Tỷ lệ (%)", width=10),
        ),
        rows=tuple(_programme(line) for line in lines),
        has_sample_mark=any(line.is_sample for line in lines),
    )


def _programme(line: ProgrammeLine) -> tuple[Value, ...]:
    found = line.coverage
    rate = found.percent if found.due else NoFigure.NOT_DUE
    return (line.name, found.due, found.received, found.on_time, found.returned, found.missing, rate)


def consolidations_sheet(lines: Sequence[ConsolidationLine]) -> Sheet:
    """The consolidated reports of a body."""
    return Sheet(
        name="Báo cáo tổng hợp",
        title="Báo cáo tổng hợp của đơn vị",
        columns=(
            SheetColumn(title="Kỳ", width=20),
            SheetColumn(title="Báo cáo", width=36),
            SheetColumn(title="Chương trình", width=50),
            SheetColumn(title="Đơn vị", width=30),
            SheetColumn(title="Trạng thái", width=18),
        ),
        rows=tuple((x.period.label, x.name, x.programme, x.body, x.status_label) for x in lines),
        has_sample_mark=any(line.is_sample for line in lines),
    )


def consolidation_sheets(page: ConsolidationPage) -> list[Sheet]:
    """Totals, every paragraph with its source, recommendations, joined tables, who is missing."""
    return [
        _figures(page),
        _paragraphs(page),
        _petitions(page),
        *(_joined(table, page) for table in page.tables),
        _gaps(page),
    ]


def _sheet(
    page: ConsolidationPage,
    name: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[tuple[Value, ...]],
) -> Sheet:
    return Sheet(
        name=name,
        title=f"{name}, {page.period.label}: {page.coverage}",
        columns=tuple(SheetColumn(title=title, width=width) for title, width in columns),
        rows=tuple(rows),
        has_sample_mark=page.consolidation.is_sample,
    )


def _figures(page: ConsolidationPage) -> Sheet:
    columns = (
        ("STT", 6), ("Chỉ tiêu", 44), ("ĐVT", 12), ("Kế hoạch", 20), ("Kỳ này", 14), ("Trên tổng số", 14),
        ("Lũy kế", 14), ("Lũy kế trên tổng số", 14), ("% KH", 10), ("Cùng kỳ", 18),
        ("Số đơn vị có số liệu", 16), ("Ghi chú", 36),
    )  # fmt: skip
    rows = [_figure(number, figure) for number, figure in enumerate(page.figures, start=1)]
    return _sheet(page, "Số liệu", columns, rows)


def _figure(number: int, figure: Json) -> tuple[Value, ...]:
    amounts = figure.get("amounts")
    cells: tuple[Value, ...] = (figure["this_period"], None, figure["to_date"], None)
    if amounts:
        cells = (*_amount(amounts["this_period"]), *_amount(amounts["to_date"]))
    return (
        number,
        figure["name"],
        figure["unit"],
        figure["plan"] or "không ghi",
        *cells,
        Decimal(figure["percent"]) if figure["percent"] else None,
        figure["last_year"],
        figure.get("coverage", ""),
        _estimated(amounts) + figure["note"],
    )


def _amount(amount: Json) -> tuple[Value, Value]:
    if not amount["numerator"]:
        return _NO_FIGURE[amount["state"]], None
    whole = Decimal(amount["denominator"]) if amount["denominator"] else None
    return Decimal(amount["numerator"]), whole


def _estimated(amounts: Json | None) -> str:
    is_estimated = amounts and amounts["this_period"]["state"] == FigureState.ESTIMATED
    return "ước tính; " if is_estimated else ""


def _paragraphs(page: ConsolidationPage) -> Sheet:
    columns = (("Mục", 40), ("Đơn vị", 30), ("Qua", 30), ("Nội dung", 90), ("Nêu trong báo cáo", 12))
    rows = [
        (group.title, line.body, line.via or None, line.text, "có" if line.is_named else "phụ lục")
        for group in page.groups
        for line in group.paragraphs
    ]
    return _sheet(page, "Nội dung", columns, rows)


def _petitions(page: ConsolidationPage) -> Sheet:
    columns = (("STT", 6), ("Đơn vị", 40), ("Nội dung kiến nghị", 90), ("Cơ quan giải quyết", 30))
    rows = [(int(number), *rest[:-1], None) for number, *rest in petition_rows(page)]
    return _sheet(page, "Kiến nghị", columns, rows)


def _joined(table: Json, page: ConsolidationPage) -> Sheet:
    columns = [column_of(column) for column in table["columns"]]
    rows = [tuple(map(table_cell, columns, row)) for row in table["rows"]]
    if any(table["sums"]):
        rows.append(("Cộng", *map(table_cell, columns[1:], table["sums"][1:])))
    titles = [(column.title, 16 if column.kind.is_number else 36) for column in columns]
    return _sheet(page, table["title"], titles, rows)


def _gaps(page: ConsolidationPage) -> Sheet:
    columns = (("Đơn vị", 44), ("Tình hình", 24), ("Thuộc", 44))
    return _sheet(page, "Đơn vị chưa báo cáo", columns, list(_gap_rows(page)))


def _gap_rows(page: ConsolidationPage) -> Iterator[tuple[Value, ...]]:
    for gap in page.gaps:
        yield gap["name"], gap["standing"], ", ".join(reversed(gap.get("within", []))) or None
    for line in page.late:
        yield line.body, "đến sau khi chốt", None
