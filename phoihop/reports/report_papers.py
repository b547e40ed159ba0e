"""One body's report as an administrative document and as a workbook, from the round that stands."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from phoihop.core.numbers import read_decimal
from phoihop.core.periods import Period
from phoihop.documents.issuers import issuer_of
from phoihop.documents.models import OutgoingEntry
from phoihop.organisations.queries import body_labels
from phoihop.reports.calculations.form_parts import PartKind
from phoihop.reports.calculations.tables import NO_NUMBER, NOT_APPLICABLE, ColumnKind, TableColumn
from phoihop.reports.models import Report, Round
from phoihop.reports.paper_parts import (
    Chapter,
    Json,
    Subject,
    covered_words,
    figures_table,
    framed,
    heading,
    paragraphs,
    period_words,
)
from phoihop.reports.queries.reading import LEGEND, ReadPart, ReadTable, reading_of
from phoihop.reports.queries.rounds import content_of
from phoihop.reports.queries.working_copy import working_copy
from phoihop.targets.statuses import FigureState
from phoihop.writing.document import Align, Block, Column, Heading, Paragraph, StateDocument, Table
from phoihop.writing.sheets import NoFigure, Sheet, SheetColumn, Value

_STATES = {
    FigureState.NOT_APPLICABLE: NoFigure.NOT_APPLICABLE,
    FigureState.MISSING: NoFigure.MISSING,
}
_WIDTHS = {
    ColumnKind.TEXT: 23.0,
    ColumnKind.CHOICE: 20.0,
    ColumnKind.DAY: 21.0,
    ColumnKind.MONEY: 27.0,
    ColumnKind.MARK: 13.0,
}
_SHEET_WIDTH, _WIDE = 22.0, 40.0


def report_paper(
    report: Report, *, today: date, numbered: OutgoingEntry | None = None
) -> StateDocument:  # fmt: skip
    """One body's report: its last round with signature and number, or the working copy before the first.

    With `numbered` the round that got this number, whatever was handed in since.
    """
    obligation = report.obligation
    last = _last(report, numbered)
    content = last.content if last else content_of(working_copy(report))
    paper = getattr(last, "paper", None)
    period = Period(obligation.period_start, obligation.period_end)
    issuer = issuer_of(obligation.body, today=today, signer_id=paper.signed_by_id if paper else None)
    subject = Subject(obligation.programme.name, period_words(period), covered_words(obligation))
    return framed(
        issuer,
        subject=subject,
        edition=obligation.edition,
        chapters=_chapters(content, period),
        recipients=_recipients(report, today),
        today=today,
        is_sample=report.is_sample,
        entry=paper.outgoing_entry if paper else None,
    )


def _last(report: Report, numbered: OutgoingEntry | None = None) -> Round | None:
    rows = report.rounds.select_related("paper__outgoing_entry").order_by("-sequence")
    return (rows if numbered is None else rows.filter(paper__outgoing_entry=numbered)).first()


def _recipients(report: Report, today: date) -> list[str]:
    ids = [row.body_id for row in report.obligation.recipients.order_by("-reviews", "id")]
    labels = body_labels(ids, today)
    return [labels[body_id].name for body_id in ids]


def _chapters(content: Json, period: Period) -> list[Chapter]:
    """Parts of level 1 are chapters; those of level 2 stand under the one before, numbered 1., 2. …"""
    if content["is_nil"]:
        return [Chapter("Tình hình chung", [Paragraph("Trong kỳ không phát sinh nội dung phải báo cáo.")])]
    chapters: list[Chapter] = []
    for part in reading_of(content):
        if part.level == 1 or not chapters:
            chapters += _own_chapters(part, content, period)
        elif part.has_words:
            _under(chapters, part, content, period)
    return chapters


def _own_chapters(part: ReadPart, content: Json, period: Period) -> Iterator[Chapter]:
    yield Chapter(part.title, _blocks(part, content, period))
    if part.emergent:
        yield Chapter("Nhiệm vụ phát sinh", [Paragraph(line) for line in part.emergent])


def _under(chapters: list[Chapter], part: ReadPart, content: Json, period: Period) -> None:
    above = chapters[-1]
    number = 1 + sum(isinstance(block, Heading) for block in above.blocks)
    title = Heading(level=2, label=f"{number}.", text=part.title)
    chapters[-1] = Chapter(above.title, [*above.blocks, title, *_blocks(part, content, period)])


def _blocks(part: ReadPart, content: Json, period: Period) -> list[Block]:
    if part.kind == PartKind.FIGURES:
        return figures_table(content["figures"], content["sections"], period)
    if part.table is not None:
        return _table(part.table)
    blocks = paragraphs(part.text)
    written = [section for section in part.sections if section["text"].strip()]
    for section in written:
        number = part.sections.index(section) + 1
        blocks += [heading(number, dict(section)), *paragraphs(section["text"])]
    return blocks


def _table(table: ReadTable) -> list[Block]:
    """Rows numbered as papers do; what the signs mean stands under it where there are any."""
    if not table.rows:
        return []
    columns = (
        Column(title="STT", width=10, align=Align.CENTRE),
        *(Column(title=c.title, width=_width(c), align=_align(c)) for c in table.columns),
    )
    rows = tuple((str(number), *row) for number, row in enumerate(table.rows, start=1))
    signs = any(
        not cell or cell in {"–", "…", "+"}
        for row in table.cells
        for column, cell in zip(table.columns, row, strict=True)
        if column.kind.is_number or column.kind == ColumnKind.MARK
    )
    return [Table(columns=columns, rows=rows), *([Paragraph(LEGEND)] if signs else [])]


def _width(column: TableColumn) -> float:
    return _WIDTHS.get(column.kind, 15.0)


def _align(column: TableColumn) -> Align:
    if column.kind.is_number:
        return Align.RIGHT
    return Align.CENTRE if column.kind in {ColumnKind.DAY, ColumnKind.MARK} else Align.LEFT


def report_sheets(report: Report) -> list[Sheet]:
    """The figures with their states apart, then one sheet for each table of the form that has rows."""
    last = _last(report)
    content = last.content if last else content_of(working_copy(report))
    label = content["period_label"]
    tables = [part for part in reading_of(content) if part.table is not None and part.table.rows]
    found = [_figures_sheet(content, label, is_sample=report.is_sample)] if content["figures"] else []
    return found + [_table_sheet(part, label, is_sample=report.is_sample) for part in tables]


def _figures_sheet(content: Json, label: str, *, is_sample: bool) -> Sheet:
    return Sheet(
        name="Số liệu",
        title=f"Số liệu {label}",
        columns=(
            SheetColumn(title="Chỉ tiêu", width=44),
            SheetColumn(title="ĐVT", width=12),
            SheetColumn(title="Kế hoạch", width=18),
            SheetColumn(title="Kỳ này", width=16),
            SheetColumn(title="Trên tổng số", width=14),
            SheetColumn(title="Trạng thái", width=18),
            SheetColumn(title="Lũy kế", width=18),
            SheetColumn(title="% KH", width=10),
            SheetColumn(title="Cùng kỳ", width=16),
            SheetColumn(title="Ghi chú", width=30),
        ),
        rows=tuple(_figure(figure) for figure in content["figures"]),
        has_sample_mark=is_sample,
    )


def _figure(figure: Json) -> tuple[Value, ...]:
    state = figure["state"]
    label = str(FigureState(state).label) if state else NoFigure.NOT_REPORTED.value
    none: Value = _STATES.get(FigureState(state)) if state else NoFigure.NOT_REPORTED
    return (
        figure["name"],
        figure["unit"],
        figure["plan"],
        _decimal(figure["numerator"]) if figure["numerator"] else none,
        _decimal(figure["denominator"]) if figure["denominator"] else None,
        label,
        figure["to_date"],
        _decimal(figure["percent"]) if figure["percent"] else None,
        figure["last_year"],
        figure["note"],
    )


def _decimal(text: str) -> Decimal:
    return read_decimal(text.replace(".", ","))


def _table_sheet(part: ReadPart, label: str, *, is_sample: bool) -> Sheet:
    table = part.table
    assert table is not None
    return Sheet(
        name=part.title,
        title=f"{part.title}, {label}",
        columns=tuple(SheetColumn(title=c.title, width=_sheet_width(c)) for c in table.columns),
        rows=tuple(
            tuple(table_cell(column, cell) for column, cell in zip(table.columns, row, strict=True))
            for row in table.cells
        ),
        has_sample_mark=is_sample,
    )


def _sheet_width(column: TableColumn) -> float:
    return _WIDE if column.kind == ColumnKind.TEXT else _SHEET_WIDTH


def table_cell(column: TableColumn, cell: str) -> Value:
    """Numbers stay numbers and days days; a sign stays the sign, so that none becomes a zero or a blank."""
    if column.kind == ColumnKind.TEXT or cell in {"", "–", "+"}:
        return cell or None
    if cell == NOT_APPLICABLE:
        return NoFigure.NOT_APPLICABLE
    if cell == NO_NUMBER:
        return NoFigure.MISSING
    if column.kind.is_number:
        return Decimal(cell)
    return date.fromisoformat(cell) if column.kind == ColumnKind.DAY else cell
