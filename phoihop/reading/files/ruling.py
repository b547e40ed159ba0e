"""Tables with drawn lines on a scanned page: where their cells are.

Lines are runs of dark points far longer than any letter; lines that meet make a table. Works on a page
that lies level (see `cleaning`).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from .cleaning import Mask, long_runs
from .page_text import Ruled

# In points of the page at half its size, 150 an inch for a page of 300.
_ACROSS, _DOWN = 60, 36
_THICK = 9
_MEETS = 7
_DARK = 150
_MOST_LINES = 120


@dataclass(frozen=True)
class Line:
    """A drawn line: `at` is its place, `start` and `end` how far it runs."""

    at: int
    start: int
    end: int

    def covers(self, place: float) -> bool:
        """Whether the line runs past a place, or ends at it."""
        return self.start - _MEETS <= place <= self.end + _MEETS


def ruled_on(page: Image.Image) -> tuple[Ruled, ...]:
    """The ruled tables of a grey page, of two rows and columns at least, in its pixels."""
    dark = np.asarray(page.reduce(2)) < _DARK
    across = _lines(long_runs(dark, least=_ACROSS))
    down = _lines(long_runs(dark.T, least=_DOWN))
    if min(len(across), len(down)) < 3 or max(len(across), len(down)) > _MOST_LINES:
        return ()
    tables = [_cells(rows, columns) for rows, columns in _meshes(across, down)]
    return tuple(table for table in tables if table is not None)


def _lines(mask: Mask) -> list[Line]:
    found = []
    for top, bottom in _runs(mask.any(axis=1)):
        if bottom - top <= _THICK:
            found += [
                Line((top + bottom) // 2, start, end) for start, end in _runs(mask[top:bottom].any(axis=0))
            ]
    return found


def _runs(flags: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    steps = np.diff(np.concatenate(([0], flags.astype(np.int8), [0])))
    return list(zip(np.nonzero(steps == 1)[0].tolist(), np.nonzero(steps == -1)[0].tolist(), strict=True))


def _meshes(across: list[Line], down: list[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Lines that meet one another, table by table, from top to bottom."""
    left = list(down)
    meshes = []
    for first in down:
        if first not in left:
            continue
        left.remove(first)
        columns, rows = [first], [line for line in across if _meet(line, first)]
        while more := [line for line in left if any(_meet(row, line) for row in rows)]:
            columns += more
            left = [line for line in left if line not in more]
            rows = [line for line in across if any(_meet(line, column) for column in columns)]
        meshes.append((rows, columns))
    return sorted(meshes, key=lambda mesh: min((line.at for line in mesh[0]), default=0))


def _meet(row: Line, column: Line) -> bool:
    return row.covers(column.at) and column.covers(row.at)


def _cells(rows: list[Line], columns: list[Line]) -> Ruled | None:
    ys, xs = _places(rows), _places(columns)
    if len(ys) < 3 or len(xs) < 3:
        return None
    taken: set[tuple[int, int]] = set()
    made = []
    for top in range(len(ys) - 1):
        boxes: list[tuple[float, float, float, float] | None] = []
        for left in range(len(xs) - 1):
            if (top, left) in taken:
                boxes.append(None)
                continue
            right, bottom = left + 1, top + 1
            while right < len(xs) - 1 and not _is_drawn(columns, xs[right], (ys[top] + ys[top + 1]) / 2):
                right += 1
            while bottom < len(ys) - 1 and not _is_drawn(rows, ys[bottom], (xs[left] + xs[left + 1]) / 2):
                bottom += 1
            taken |= {(y, x) for y in range(top, bottom) for x in range(left, right)}
            boxes.append((2.0 * xs[left], 2.0 * ys[top], 2.0 * xs[right], 2.0 * ys[bottom]))
        made.append(tuple(boxes))
    return Ruled(tuple(made))


def _places(lines: list[Line]) -> list[int]:
    places: list[int] = []
    for at in sorted(line.at for line in lines):
        if not places or at - places[-1] > _MEETS:
            places.append(at)
    return places


def _is_drawn(lines: list[Line], at: int, across: float) -> bool:
    return any(abs(line.at - at) <= _MEETS and line.start <= across <= line.end for line in lines)
