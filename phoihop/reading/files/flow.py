"""Paragraphs, ends of cells and ends of rows, one after the other, made into blocks.

The binary Word format and RTF have no tree: a paragraph says how deep in tables it lies, a cell and a row
say where they end, and columns are known by where their edges lie.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from .blocks import Block, Cell, Grid

_DEEPEST = 30
# Edges of columns nearer than this (1/20 point) are one: rows drawn by hand do not quite meet.
_NEAR = 40


@dataclass(frozen=True)
class RowShape:
    """What the end of a row says: the edges of its cells from the left, and how they are merged.

    `goes_on` are the cells that only go on with the one above, `joined` with the one to the left.
    """

    edges: tuple[int, ...] = ()
    goes_on: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()
    is_header: bool = False


@dataclass
class _Row:
    cells: list[tuple[Block, ...]]
    shape: RowShape


@dataclass
class _Table:
    """A table under way; `blocks` is the content of the cell under way."""

    rows: list[_Row] = field(default_factory=list)
    cells: list[tuple[Block, ...]] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass
class Flow:
    """Depth 0 is the body, depth 1 a table in it, depth 2 a table in a cell of that."""

    _open: list[_Table] = field(default_factory=lambda: [_Table()])

    def add(self, block: Block, *, depth: int) -> None:
        """A paragraph, or what hangs on one, that lies so deep in tables."""
        self._at(depth).blocks.append(block)

    def end_cell(self, *, depth: int) -> None:
        """The end of a cell of the table of that depth."""
        table = self._at(max(1, depth))
        table.cells.append(tuple(table.blocks))
        table.blocks = []

    def end_row(self, shape: RowShape, *, depth: int) -> None:
        """The end of a row; what stands after the last cell of it is kept as one more cell."""
        table = self._at(max(1, depth))
        if has_words(tuple(table.blocks)):
            table.cells.append(tuple(table.blocks))
        # Some programs end more cells than the row defines.
        while len(table.cells) > max(1, len(shape.edges) - 1) > 1 and not has_words(table.cells[-1]):
            table.cells.pop()
        if table.cells:
            table.rows.append(_Row(table.cells, shape))
        table.cells, table.blocks = [], []

    def drop_row(self, *, depth: int) -> None:
        """The end of a row that was deleted."""
        table = self._at(max(1, depth))
        table.cells, table.blocks = [], []

    def finished(self) -> list[Block]:
        """All blocks of the body; a table that is cut off is kept as far as it goes."""
        return self._at(0).blocks

    def _at(self, depth: int) -> _Table:
        depth = min(depth, _DEEPEST)
        while len(self._open) - 1 > depth:
            inner = self._open.pop()
            rest = [tuple(inner.blocks)] if inner.blocks else []
            if inner.cells or rest:
                inner.rows.append(_Row([*inner.cells, *rest], RowShape()))
            if inner.rows:
                self._open[-1].blocks.append(_grid(inner.rows))
        while len(self._open) - 1 < depth:
            self._open.append(_Table())
        return self._open[-1]


@dataclass
class _Place:
    """A cell with the columns and rows it covers so far."""

    blocks: tuple[Block, ...]
    columns: int
    rows: int = 1


def _grid(rows: list[_Row]) -> Grid:
    edges = _columns(edge for row in rows for edge in row.shape.edges)
    above: dict[int, _Place] = {}
    laid = [list(_places(row, edges, above)) for row in rows]
    headers = list(takewhile(lambda row: row.shape.is_header, rows))
    return Grid(
        tuple(
            tuple(Cell(place.blocks, columns=place.columns, rows=place.rows) for place in places)
            for places in laid
        ),
        len(headers),
    )


def _places(row: _Row, edges: list[int], above: dict[int, _Place]) -> Iterator[_Place]:
    """The cells that begin in a row; those that only go on with another make that one larger."""
    shape = row.shape
    column = bisect_left(edges, shape.edges[0] - _NEAR) if shape.edges else 0
    if column:
        yield _Place((), column)
    last: _Place | None = None
    for number, blocks in enumerate(row.cells):
        width = _width(shape, number, edges)
        if number in shape.joined and last is not None and not has_words(blocks):
            last.columns += width
        elif number in shape.goes_on and column in above and not has_words(blocks):
            above[column].rows += 1
        else:
            last = above[column] = _Place(blocks, width)
            yield last
        column += width


def _columns(edges: Iterable[int]) -> list[int]:
    """The edges of all rows, those that nearly meet taken for one."""
    found: list[int] = []
    for edge in sorted(set(edges)):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found


def _width(shape: RowShape, number: int, edges: list[int]) -> int:
    """How many columns a cell covers; one where the row does not tell."""
    if number + 1 >= len(shape.edges):
        return 1
    left, right = shape.edges[number], shape.edges[number + 1]
    return max(1, bisect_right(edges, right + _NEAR) - bisect_right(edges, left + _NEAR))


def has_words(blocks: tuple[Block, ...]) -> bool:
    """Whether a cell holds anything: one that is merged away must not lose words."""
    return any(not isinstance(block, str) or block.strip() for block in blocks)
