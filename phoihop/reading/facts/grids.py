"""Tables of data: those the file marks as such, and those a text only shows by tabs, bars, gaps or order."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from phoihop.reading.draft import Span
from phoihop.reading.language.cells import column_of
from phoihop.reading.language.columns import Column, column_of_head, columns_of
from phoihop.reading.language.lines import Line, lines_of
from phoihop.reading.language.source import Source
from phoihop.reading.paper import Table

_FEWEST_COLUMNS = 3
_MOST_HEAD_ROWS = 3
_LONGEST_HEAD = 60
_WIDE_GAP = re.compile(r"(?: |\xa0){2,}")
_NEVER_DIVIDED = (Column.ORDER, Column.CONTENT, Column.UNIT)
_ORDER = re.compile(r"(?:\d{1,3}|[IVX]{1,4}|[A-HĐa-zđ])[.)]?$")


@dataclass(frozen=True)
class Grid:
    """A table with a head that is understood: `kinds` and `heads` one a column, `rows` below the head."""

    kinds: tuple[Column | None, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Span, ...], ...]
    span: Span

    def at(self, kind: Column) -> list[int]:
        """The columns of a kind."""
        return [index for index, other in enumerate(self.kinds) if other is kind]


def grids_of(source: Source, tables: tuple[Table, ...]) -> list[Grid]:
    """The data tables in reading order. Tables that only lay out a head or signatures have no known head."""
    marked = [grid for table in tables if (grid := _of_rows(source, [list(row) for row in table.rows]))]
    found = list(marked)
    lines = [line for line in lines_of(source, start=0, end=len(source.text)) if not line.is_blank]
    index = 0
    while index < len(lines):
        grid, after = _of_lines(source, lines, index)
        if grid and not any(
            other.span[0] < grid.span[1] and grid.span[0] < other.span[1] for other in marked
        ):
            found.append(grid)
        index = after
    return sorted(found, key=lambda grid: grid.span)


def source_without(source: Source, grids: list[Grid]) -> Source:
    """The same text with blanks where the tables stand, for reading sentences; spans stay what they are."""
    if not grids:
        return source
    plain, folded = list(source.plain), list(source.folded)
    for grid in grids:
        for at in range(*grid.span):
            if plain[at] != "\n":
                plain[at] = folded[at] = " "
    return replace(source, plain="".join(plain), folded="".join(folded))


def _of_rows(source: Source, rows: list[list[Span]]) -> Grid | None:
    """A grid of rows of cells: the head is in the first rows, over one or more of them."""
    if len(rows) < 2:
        return None
    for top in range(min(2, len(rows) - 1)):
        heads = _heads(source, rows[top])
        kinds = columns_of(heads)
        if not _is_known(kinds):
            continue
        below = top + 1
        while below < min(len(rows) - 1, top + _MOST_HEAD_ROWS) and _is_head_row(source, rows[below], kinds):
            kinds, heads = _joined(kinds, heads, _heads(source, rows[below]))
            below += 1
        body = [row for row in rows[below:] if not _counts_columns(source, row)]
        cells = [cell for row in rows for cell in row if cell[0] < cell[1]]
        width = len(kinds)
        return Grid(
            tuple(kinds),
            tuple(heads),
            tuple(tuple(row[:width] + [(row[-1][1],) * 2] * (width - len(row))) for row in body if row),
            (min(cell[0] for cell in cells), max(cell[1] for cell in cells)),
        )
    return None


def _heads(source: Source, row: list[Span]) -> list[str]:
    return [" ".join(source.folded[slice(*cell)].split()) for cell in row]


def _is_known(kinds: list[Column | None]) -> bool:
    """Enough of a head is understood: what the rows are about, and something about it."""
    known = [kind for kind in kinds if kind]
    return Column.CONTENT in known and len(known) >= _FEWEST_COLUMNS and len(set(known)) >= 2


def _is_head_row(source: Source, row: list[Span], kinds: list[Column | None]) -> bool:
    """A second row of heads, below those that cover several columns: "2023 | 2024 | 2025"."""
    heads = _heads(source, row)
    filled = [index for index, words in enumerate(heads) if words]
    if not filled or any(index < len(kinds) and kinds[index] in _NEVER_DIVIDED for index in filled):
        return False
    return all(re.search(r"[^\W\d]|^20\d\d$", heads[index]) for index in filled)


def _joined(
    kinds: list[Column | None], above: list[str], below: list[str]
) -> tuple[list[Column | None], list[str]]:
    """A head over several columns is said of each of them."""
    joined: list[str] = []
    told: list[Column | None] = []
    last: tuple[Column | None, str] = (None, "")
    for index in range(max(len(above), len(below))):
        upper = above[index] if index < len(above) else ""
        lower = below[index] if index < len(below) else ""
        last = (kinds[index], upper) if upper else last
        joined.append(f"{last[1]} {lower}".strip() if lower else upper)
        divided = column_of_head(joined[-1]) or column_of_head(lower) or last[0]
        told.append(divided if lower else kinds[index] if index < len(kinds) else None)
    return (told, joined)


def _counts_columns(source: Source, row: list[Span]) -> bool:
    """ "(1) (2) (3)" below the head, or "A B 1 2"."""
    words = [source.plain[slice(*cell)].strip("() ") for cell in row if cell[0] < cell[1]]
    return len(words) >= _FEWEST_COLUMNS and all(re.fullmatch(r"\d|[A-D]", word) for word in words)


def _of_lines(source: Source, lines: list[Line], index: int) -> tuple[Grid | None, int]:
    """The grid that begins at a line, and the line after it."""
    line = lines[index]
    text = source.text[line.start : line.end]
    if "\t" in text or "|" in text or _WIDE_GAP.search(text):
        return _side_by_side(source, lines, index)
    if line.plain.lower().strip(".") in ("stt", "tt", "số tt"):
        return _below_one_another(source, lines, index)
    return (None, index + 1)


def _side_by_side(source: Source, lines: list[Line], index: int) -> tuple[Grid | None, int]:
    split = _splitter(source.text[lines[index].start : lines[index].end])
    head = split(source, lines[index])
    if not _is_known(columns_of(_heads(source, head))):
        return (None, index + 1)
    rows, after = [head], index + 1
    while after < len(lines):
        cells = split(source, lines[after])
        cells = _placed(source, head, cells) if split is _by_gaps else cells
        filled = sum(1 for cell in cells if cell[0] < cell[1])
        if filled < 2 and not _is_group(source, lines[after], cells, len(head)):
            if not _is_rest_of_cell(lines, after, rows):
                break
            rows[-1] = _lengthened(rows[-1], lines[after])
        else:
            rows.append(cells)
        after += 1
    grid = _of_rows(source, rows)
    return (grid, after) if grid and grid.rows else (None, index + 1)


def _splitter(text: str) -> Callable[[Source, Line], list[Span]]:
    return _by_tabs if "\t" in text and "|" not in text else _by_bars if "|" in text else _by_gaps


def _by_tabs(source: Source, line: Line) -> list[Span]:
    return _by_mark(source, *_whole(source, line), "\t")


def _by_bars(source: Source, line: Line) -> list[Span]:
    """The bars at the two ends of a line close the table, they divide nothing."""
    left, right = _whole(source, line)
    whole = source.text[left:right]
    left += len(whole) - len(whole.lstrip())
    right -= len(whole) - len(whole.rstrip())
    left += source.text.startswith("|", left)
    right -= right > left and source.text[right - 1] == "|"
    return _by_mark(source, left, right, "|")


def _whole(source: Source, line: Line) -> Span:
    """A line with the marks at its two ends: they keep the places of empty cells."""
    left = source.plain.rfind("\n", 0, line.start) + 1
    right = source.plain.find("\n", line.end)
    return (left, right if right >= 0 else len(source.plain))


def _by_mark(source: Source, start: int, end: int, mark: str) -> list[Span]:
    cells, at = [], start
    while True:
        stop = source.text.find(mark, at, end)
        cells.append(source.trimmed(at, stop if stop >= 0 else end))
        if stop < 0:
            return cells
        at = stop + 1


def _by_gaps(source: Source, line: Line) -> list[Span]:
    cells, at = [], line.start
    for gap in _WIDE_GAP.finditer(source.text, line.start, line.end):
        cells.append(source.trimmed(at, gap.start()))
        at = gap.end()
    return [*cells, source.trimmed(at, line.end)]


def _placed(source: Source, head: list[Span], cells: list[Span]) -> list[Span]:
    """Cells set apart by gaps stand in the column whose head is nearest; the others of the row are empty."""
    if len(cells) == len(head):
        return cells
    columns = [column_of(source, cell) for cell in head]
    placed: list[Span] = [(cells[0][0], cells[0][0])] * len(head)
    for cell in cells:
        at = column_of(source, cell)
        placed[min(range(len(head)), key=lambda index: abs(columns[index] - at))] = cell
    return placed


def _is_group(source: Source, line: Line, cells: list[Span], width: int) -> bool:
    """A row of one cell inside a table: its place is kept by the empty ones."""
    return len(cells) >= min(width, _FEWEST_COLUMNS) and any(cell[0] < cell[1] for cell in cells)


def _is_rest_of_cell(lines: list[Line], index: int, rows: list[list[Span]]) -> bool:
    """A cell broken over two lines goes on in lower case straight below."""
    return len(rows) > 1 and lines[index].plain[0].islower() and lines[index].start - lines[index - 1].end < 4


def _lengthened(row: list[Span], line: Line) -> list[Span]:
    last = max(index for index, cell in enumerate(row) if cell[0] < cell[1])
    return [*row[:last], (row[last][0], line.end), *row[last + 1 :]]


def _below_one_another(source: Source, lines: list[Line], index: int) -> tuple[Grid | None, int]:
    """One cell a line: heads from "STT" on, then rows that each begin with the next number."""
    head = [index]
    while head[-1] + 1 < len(lines) and len(lines[head[-1] + 1].plain) <= _LONGEST_HEAD:
        words = source.folded[lines[head[-1] + 1].start : lines[head[-1] + 1].end]
        if not columns_of(["", words])[1]:
            break
        head.append(head[-1] + 1)
    heads = [(lines[at].start, lines[at].end) for at in head]
    if not _is_known(columns_of(_heads(source, heads))):
        return (None, index + 1)
    rows, at = [heads], head[-1] + 1
    while at < len(lines) and _ORDER.match(lines[at].plain):
        taken = [(line.start, line.end) for line in lines[at : at + len(heads)]]
        if len(taken) < len(heads) or any(
            _ORDER.match(source.plain[slice(*cell)]) and _is_next(source, taken[0], cell)
            for cell in taken[1:]
        ):
            break
        rows.append(taken)
        at += len(heads)
    grid = _of_rows(source, rows)
    return (grid, at) if grid and grid.rows else (None, index + 1)


def _is_next(source: Source, first: Span, cell: Span) -> bool:
    """Would a cell be the order number of the row after?"""
    numbers = [re.sub(r"\D", "", source.plain[slice(*span)]) for span in (first, cell)]
    return all(numbers) and int(numbers[1]) == int(numbers[0]) + 1 and "." in source.plain[slice(*cell)]
