"""The cells of a line: text set apart by tabs, bars or wide gaps."""

import re

from .lines import Line, lines_of
from .source import Source

type Cell = tuple[int, int]

_COLUMN_GAP = re.compile(r"[ \t\xa0]*\|[ \t\xa0|]*|\t+| {3,}|\xa0{3,}| {2,}(?=(?:TM|T/M|KT|TL|TUQ)[./:])")
_LONE_BULLET = re.compile(r"[-+*•]$|\d{1,2}[.)]$")


def cells_of(source: Source, line: Line) -> list[Cell]:
    """The cells of one line without the white space around them. A bullet keeps the words after its tab."""
    cells: list[Cell] = []
    at = line.start
    raw = source.text[line.start : line.end]
    for gap in _COLUMN_GAP.finditer(raw):
        _keep(source, cells, (at, line.start + gap.start()))
        at = line.start + gap.end()
    _keep(source, cells, (at, line.end))
    return cells


def _keep(source: Source, cells: list[Cell], cell: Cell) -> None:
    start, end = source.trimmed(*cell)
    if start == end:
        return
    if cells and _LONE_BULLET.match(source.plain[slice(*cells[-1])]):
        cells[-1] = (cells[-1][0], end)
    else:
        cells.append((start, end))


def rows_of(source: Source, *, start: int, end: int) -> list[list[Cell]]:
    """The cells of each line of a span; a blank line has none."""
    return [cells_of(source, line) for line in lines_of(source, start=start, end=end)]


def column_of(source: Source, cell: Cell) -> int:
    """How far from the beginning of its line a cell begins."""
    return cell[0] - (source.plain.rfind("\n", 0, cell[0]) + 1)
