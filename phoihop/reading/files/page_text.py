"""A page written out: its tokens as text, and where each of them and each table cell lies in it.

As with Word files, a body's paragraph is followed by an empty line; the cells of a row stand on one line with
a tab between where each is one line, else cell below cell.
"""

from dataclasses import dataclass, field

from phoihop.reading.paper import Span, Table

from .page_columns import Grid, Lines, Part, parts_of, wide_gaps
from .page_furniture import Apart, without_furniture
from .page_paragraphs import (
    Column,
    breaks_a_word,
    column_of,
    is_closed,
    is_labelled,
    may_be_going_on,
    may_go_on,
    paragraphs,
)
from .tokens import Row, Token, rows_of, touches

_OUTER = 0.09

type Cell = tuple[Row, ...]


@dataclass
class Written:
    """The text of one page. `words` are the tokens with their spans, in reading order.

    `starts_inside` and `ends_inside` say that its first or last paragraph may belong to a neighbour page;
    `margins` are the spans of single lines in the head and foot of the page, which may be running heads.
    """

    pieces: list[str] = field(default_factory=list)
    at: int = 0
    words: list[tuple[Span, Token]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    apart: list[Apart] = field(default_factory=list)
    margins: list[Span] = field(default_factory=list)
    starts_inside: bool = False
    ends_inside: bool = False

    @property
    def text(self) -> str:
        """All that was written, without the empty lines at its end."""
        return "".join(self.pieces).rstrip("\n")

    def write(self, text: str) -> Span:
        """Add characters; the span they got."""
        start = self.at
        self.pieces.append(text)
        self.at += len(text)
        return (start, self.at)


@dataclass(frozen=True)
class Ruled:
    """A table with drawn lines: for each row the boxes of its cells, or None where one is merged away."""

    rows: tuple[tuple[tuple[float, float, float, float] | None, ...], ...]

    @property
    def top(self) -> float:
        """Where it begins on the page."""
        return min(box[1] for row in self.rows for box in row if box)


def written(tokens: list[Token], *, width: float, height: float, ruled: tuple[Ruled, ...] = ()) -> Written:
    """The text of a page of that size; tokens inside the cells of a ruled table are read cell by cell."""
    sheet = Written()
    rows, sheet.apart = without_furniture(rows_of(tokens), height=height)
    if not rows:
        return sheet
    tables, rest = _tables(ruled, [token for row in rows for token in row])
    parts = _in_order(tables, rows_of(rest))
    body = [row for part in parts if isinstance(part, Lines) for row in part.rows]
    column = column_of(body, width=width) if body else column_of(rows, width=width)
    for part in parts:
        if isinstance(part, Grid):
            _write_grid(sheet, part)
        else:
            _write_lines(sheet, part, column, height=height)
    _mark_ends(sheet, parts, column)
    return sheet


def _tables(ruled: tuple[Ruled, ...], tokens: list[Token]) -> tuple[list[tuple[float, Grid]], list[Token]]:
    found, rest = [], tokens
    for table in ruled:
        rows: list[tuple[Cell, ...]] = []
        for boxes in table.rows:
            cells: list[Cell] = []
            for box in boxes:
                inside = [token for token in rest if box and _is_inside(token, box)]
                taken = {id(token) for token in inside}
                rest = [token for token in rest if id(token) not in taken]
                cells.append(tuple(rows_of(inside)))
            if any(cells):
                rows.append(tuple(cells))
        if rows:
            found.append((table.top, Grid(tuple(rows), is_ruled=True)))
    return (found, rest)


def _is_inside(token: Token, box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    return left <= token.middle <= right and top <= token.base - 0.3 * token.size <= bottom


def _in_order(tables: list[tuple[float, Grid]], rows: list[Row]) -> list[Part]:
    parts: list[Part] = []
    for top, grid in sorted(tables, key=lambda pair: pair[0]):
        above = [row for row in rows if row[0].base <= top]
        rows = rows[len(above) :]
        parts += [*parts_of(above), grid]
    return [*parts, *parts_of(rows)]


def _write_lines(sheet: Written, part: Lines, column: Column, *, height: float) -> None:
    for rows in paragraphs(list(part.rows), column, joins_centred=True):
        span = _write_paragraph(sheet, rows)
        base = rows[0][0].base
        is_outside = base < _OUTER * height or base > (1 - _OUTER) * height
        if is_outside and len(rows) == 1 and not is_labelled(rows[0]):
            sheet.margins.append(span)
        sheet.write("\n\n")


def _write_paragraph(sheet: Written, rows: list[Row]) -> Span:
    start = sheet.at
    for number, row in enumerate(rows):
        if number and not breaks_a_word(rows[number - 1]):
            sheet.write(" ")
        gaps = {right for _, right in wide_gaps(row)}
        for before, token in zip([None, *row], row, strict=False):
            if before is not None and not touches(before, token):
                sheet.write("\t" if token.left in gaps else " ")
            sheet.words.append((sheet.write(token.text), token))
    return (start, sheet.at)


def _write_grid(sheet: Written, grid: Grid) -> None:
    rows = []
    for cells in grid.rows:
        broken = [_broken(cell, is_ruled=grid.is_ruled) for cell in cells]
        rows.append(tuple(_write_row(sheet, broken)))
    width = max(map(len, rows))
    sheet.tables.append(Table(tuple(row + ((row[-1][1],) * 2,) * (width - len(row)) for row in rows)))
    sheet.write("\n")


def _broken(cell: Cell, *, is_ruled: bool) -> list[list[Row]]:
    """The paragraphs of a cell; centred lines are joined only where a drawn box says how wide it is."""
    rows = list(cell)
    return paragraphs(rows, column_of(rows), joins_centred=is_ruled) if rows else []


def _write_row(sheet: Written, cells: list[list[list[Row]]]) -> list[Span]:
    is_one_line = all(len(cell) <= 1 for cell in cells)
    spans, is_first = [], True
    for cell in cells:
        if is_one_line and cell and not is_first:
            sheet.write("\t")
        start = sheet.at
        for rows in cell:
            _write_paragraph(sheet, rows)
            if not is_one_line:
                sheet.write("\n")
            is_first = False
        spans.append((start, sheet.at))
    if is_one_line:
        sheet.write("\n")
    return spans


def _mark_ends(sheet: Written, parts: list[Part], column: Column) -> None:
    first, last = parts[0], parts[-1]
    if isinstance(first, Lines):
        sheet.starts_inside = may_be_going_on(first.rows[0], column)
    if isinstance(last, Lines):
        body = [row for part in parts if isinstance(part, Lines) for row in part.rows]
        is_style = sum(_opens_set_in(row, column) for row in body) >= 2
        sheet.ends_inside = may_go_on(last.rows[-1], column, is_indented_style=is_style)


def _opens_set_in(row: Row, column: Column) -> bool:
    return column.is_set_in(row) and not column.is_centred(row) and (is_labelled(row) or not is_closed(row))
