"""The boxes of the grid as a form sends them, back into cells."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from django.http import QueryDict

from phoihop.core.numbers import decimal_words
from phoihop.targets.calculations.cells import Cell, cell_of
from phoihop.targets.content import TargetSpec
from phoihop.targets.entries import FigureRow, Key
from phoihop.targets.queries.grid import Grid, GridCell, GridRow
from phoihop.targets.typed import CellProblem, TypedCell

VALUE, WHOLE, TAKEN = "o-", "m-", "lay"
_NAME = re.compile(r"o-(\d{1,18})-(\d{1,18})-(\d{1,18})-(\d{1,18})", re.ASCII)
_LONGEST = 500


def cells_in(sent: QueryDict) -> list[TypedCell]:
    """Every box of the grid; names that are no box of ours are passed over."""
    found = []
    for name in sent:
        match = _NAME.fullmatch(name)
        if match:
            target, body, area, seen = map(int, match.groups())
            value = sent.get(name, "")[:_LONGEST]
            whole = sent.get(f"{WHOLE}{name.removeprefix(VALUE)}", "")[:_LONGEST]
            found.append(TypedCell((target, body, area), value, whole, seen or None))
    return found


def with_typed(grid: Grid, cells: Iterable[TypedCell], *, problems: Iterable[CellProblem] = ()) -> Grid:
    """The grid with what was typed in its boxes, over the figures that were shown then, and what is wrong."""
    typed = {cell.key: cell for cell in cells}
    wrong = {problem.key: problem.words for problem in problems}
    rows = tuple(replace(row, cells=tuple(_typed(c, typed, wrong) for c in row.cells)) for row in grid.rows)
    return replace(grid, rows=rows)


def _typed(
    cell: GridCell | None, typed: Mapping[Key, TypedCell], wrong: Mapping[Key, str]
) -> GridCell | None:
    if cell is None or cell.key not in typed:
        return cell
    given = typed[cell.key]
    boxes = Cell(str(given.value or ""), str(given.whole or ""))
    return replace(cell, cell=boxes, seen=given.seen, problem=wrong.get(cell.key, ""))


def typed_of(rows: Iterable[FigureRow], specs: Mapping[int, TargetSpec]) -> list[TypedCell]:
    """Rows of an act not kept yet as the boxes they came from, to be typed on."""
    cells = []
    for row in rows:
        if row.target_id in specs:
            shown = cell_of(specs[row.target_id], row.amount, note=row.note)
            has_note = row.note and not shown.value.endswith(row.note)
            value = f"{shown.value}: {row.note}" if has_note else shown.value
            cells.append(TypedCell(row.key, value, shown.whole, row.seen))
    return cells


def taken(grid: Grid, name: str) -> TypedCell | None:
    """The cell under this name with the number a source found for it; None where there is none."""
    cell = next((c for row in grid.rows for c in row.cells if c and c.name == name), None)
    if cell is None or not cell.found:
        return None
    value = cell.found[0]
    whole = decimal_words(value.denominator) if isinstance(value.denominator, Decimal) else ""
    return TypedCell(cell.key, decimal_words(value.numerator), whole, cell.seen)


def problem_count(rows: Iterable[GridRow]) -> int:
    """How many cells of the page have something wrong."""
    return sum(bool(cell and cell.problem) for row in rows for cell in row.cells)
