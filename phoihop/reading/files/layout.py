"""Blocks written out as one text, and where the cells of the tables lie in it.

The cells of a row stand on one line with a tab between where each is one line, else cell below cell.
Empty cells add no tab. A body's paragraph is followed by an empty line, so that a paragraph and a line
broken by hand stay two things.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from phoihop.reading.paper import FileKind, Merge, Note, Paper, Span, Table
from phoihop.reading.unreadable import UnreadableDocument

from .blocks import Block, Cell, Grid

_MOST_COLUMNS, _MOST_PLACES, _MOST_CHARACTERS = 100, 500_000, 20_000_000
_NO_WORDS = "Tệp “{name}” không có chữ nào đọc được; nếu là ảnh chụp thì hãy tải lên tệp PDF hoặc tệp ảnh."


@dataclass
class _Sheet:
    """Text written so far, in pieces, with the tables met."""

    pieces: list[str] = field(default_factory=list)
    at: int = 0
    tables: list[Table] = field(default_factory=list)
    places: int = 0

    def write(self, text: str) -> Span:
        if self.at + len(text) > _MOST_CHARACTERS:
            raise UnreadableDocument("Tệp có quá nhiều chữ; hệ thống từ chối đọc.")
        start = self.at
        self.pieces.append(text)
        self.at += len(text)
        return (start, self.at)

    def take_places(self, count: int) -> None:
        """Count the places of a table; raises UnreadableDocument where they are too many."""
        self.places += count
        if self.places > _MOST_PLACES:
            raise UnreadableDocument("Tệp có bảng quá lớn; hệ thống từ chối đọc.")

    def embed(self, other: "_Sheet", piece: Span) -> Span:
        """A stretch of another sheet, its tables moved along."""
        start, end = piece
        by = self.at - start
        self.places += other.places
        self.tables += [_moved(table, by=by, within=piece) for table in other.tables]
        return self.write("".join(other.pieces)[start:end])


@dataclass(frozen=True)
class _Lines:
    """A cell written on a sheet of its own, and the only line that has words, if there is but one."""

    sheet: _Sheet
    whole: Span
    only: Span | None


def paper_of_blocks(
    blocks: Iterable[Block], *, name: str, kind: FileKind, notes: tuple[Note, ...] = ()
) -> Paper:
    """The paper of a file's blocks; raises UnreadableDocument where they hold no letter at all."""
    sheet = _Sheet()
    for block in blocks:
        _write(sheet, block, ending="\n\n")
    text = "".join(sheet.pieces)
    if not any(char.isalnum() for char in text):
        raise UnreadableDocument(_NO_WORDS.format(name=name))
    return Paper(text=text, kind=kind, tables=tuple(sheet.tables), notes=notes)


def _write(sheet: _Sheet, block: Block, *, ending: str) -> None:
    if isinstance(block, Grid):
        _write_grid(sheet, block)
    else:
        sheet.write(unicodedata.normalize("NFC", block) + ending)


def _write_grid(sheet: _Sheet, grid: Grid) -> None:
    place = len(sheet.tables)
    rows: list[tuple[Span, ...]] = []
    merges: list[Merge] = []
    covered: dict[int, int] = {}
    for number, row in enumerate(grid.rows):
        left = len(grid.rows) - number
        spans = list(_row(sheet, row))
        places = _placed(row, covered, rows_left=left)
        rows.append(_filled(spans, places) or ((sheet.at, sheet.at),))
        sheet.take_places(len(rows[-1]))
        merges += [
            Merge(number, column, min(cell.rows, left), width)
            for (column, width), cell in zip(places, row, strict=True)
            if min(cell.rows, left) > 1 or width > 1
        ]
    if any(grid.rows):
        width = max(map(len, rows))
        sheet.take_places(width * len(rows))
        squared = tuple(row + ((row[-1][1],) * 2,) * (width - len(row)) for row in rows)
        sheet.tables.insert(place, Table(squared, header_rows=grid.headers, merges=tuple(merges)))


def _placed(row: tuple[Cell, ...], covered: dict[int, int], *, rows_left: int) -> list[tuple[int, int]]:
    """The column and width of each cell; `covered` counts, by column, the rows a cell above still covers."""
    places, column = [], 0
    below = {at: left - 1 for at, left in covered.items() if left > 1}
    for cell in row:
        while covered.get(column, 0) > 0:
            column += 1
        width = max(1, min(cell.columns, _MOST_COLUMNS))
        places.append((column, width))
        height = min(cell.rows, rows_left)
        if height > 1:
            below |= dict.fromkeys(range(column, column + width), height - 1)
        column += width
    covered.clear()
    covered.update(below)
    return places


def _filled(spans: list[Span], places: list[tuple[int, int]]) -> tuple[Span, ...]:
    """One span a column: what a merged cell covers is empty, where the row's words stand."""
    filled: list[Span] = []
    at = spans[0][0] if spans else 0
    for span, (column, width) in zip(spans, places, strict=True):
        filled += [(at, at)] * (column - len(filled))
        filled.append(span)
        at = span[1]
        filled += [(at, at)] * (width - 1)
    return tuple(filled)


def _row(sheet: _Sheet, row: tuple[Cell, ...]) -> Iterator[Span]:
    cells = [_lines(cell) for cell in row]
    if all(cell.only is not None for cell in cells):
        yield from _side_by_side(sheet, cells)
        sheet.write("\n")
        return
    for cell in cells:
        yield sheet.embed(cell.sheet, cell.whole)
        sheet.write("\n")


def _side_by_side(sheet: _Sheet, cells: list[_Lines]) -> Iterator[Span]:
    is_first = True
    for cell in cells:
        only = cell.only or (0, 0)
        if only[0] == only[1]:
            yield (sheet.at, sheet.at)
            continue
        if not is_first:
            sheet.write("\t")
        is_first = False
        yield sheet.embed(cell.sheet, only)


def _lines(cell: Cell) -> _Lines:
    sheet = _Sheet()
    for block in cell.blocks:
        _write(sheet, block, ending="\n")
    text = "".join(sheet.pieces)
    whole = (0, len(text.rstrip("\n")))
    only: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            only.append((at, at + len(line)))
        at += len(line) + 1
    return _Lines(sheet, whole, (only or [(0, 0)])[0] if len(only) <= 1 else None)


def _moved(table: Table, *, by: int, within: Span) -> Table:
    low, high = within

    def span(cell: Span) -> Span:
        return (min(max(cell[0], low), high) + by, min(max(cell[1], low), high) + by)

    return Table(
        tuple(tuple(span(cell) for cell in row) for row in table.rows),
        header_rows=table.header_rows,
        merges=table.merges,
    )
