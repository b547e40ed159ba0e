"""Cells as people fill them in, read into figures: of a grid on the screen and of a workbook alike."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from phoihop.targets.calculations.cells import Typed, Unreadable, read_cell, says_the_same
from phoihop.targets.calculations.recording import problem_of_figure
from phoihop.targets.content import TargetSpec
from phoihop.targets.entries import FigureRow, Key
from phoihop.targets.queries.ground import Known


class TypedCell(NamedTuple):
    """What stands in the boxes of one figure, the figure they showed at first, and where they are."""

    key: Key
    value: Typed
    whole: Typed
    seen: int | None
    place: str = ""


class CellProblem(NamedTuple):
    """Why a cell says no figure."""

    key: Key
    place: str
    words: str


@dataclass
class ReadCells:
    """Figures that are new or differ from those the cells showed; what could not be read; what stayed."""

    rows: list[FigureRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    same: int = 0


def read_cells(
    cells: Iterable[TypedCell], *, specs: Mapping[int, TargetSpec], seen: Mapping[int, Known]
) -> ReadCells:
    """Blank cells say nothing; those left as they were are counted. `seen`: the figures shown, by id."""
    found = ReadCells()
    for cell in cells:
        try:
            read = read_cell(specs[cell.key[0]], cell.value, cell.whole)
        except Unreadable as error:
            found.problems.append(CellProblem(cell.key, cell.place, error.message))
            continue
        if read is None:
            continue
        before = seen.get(cell.seen) if cell.seen else None
        if before is not None and says_the_same(read, before.amount, note=before.note):
            found.same += 1
            continue
        # The reason of the correction, asked for once later, also says why there is no number.
        note = read.note or ("-" if before else "")
        problem = problem_of_figure(specs[cell.key[0]], read.amount, note=note, has_evidence=False)
        if problem:
            found.problems.append(CellProblem(cell.key, cell.place, problem))
        else:
            found.rows.append(FigureRow(*cell.key, read.amount, read.note, cell.seen, cell.place))
    return found
