"""A workbook with a hundred thousand figures: read, held against every rule, recorded."""

import random
from calendar import monthrange
from itertools import islice

from benchmarks.measuring import once, show, show_count
from benchmarks.nation.building import Nation
from benchmarks.raw import same_rows_inserted
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.targets.actions.entering import record_many
from phoihop.targets.entries import FigureRow
from phoihop.targets.models import Figure
from phoihop.targets.queries.grid import GridCell, whole_grid
from phoihop.targets.queries.row_problems import parted
from phoihop.targets.sheets import Marks, grid_workbook
from phoihop.targets.views.importing import rows_in

FIGURES = 100_000
SECONDS = 12
_COMMUNES = "xã"
"""Enough units for so many figures, and within the rows of one workbook."""


def main(nation: Nation) -> None:
    """For this month, of which nothing is known yet."""
    month = _this_month()
    content = _workbook(nation, month)
    show_count("the workbook", len(content) / 1e6, "MB")
    rows: list[FigureRow] = []
    reading = once(lambda: rows.extend(_read(nation, content, month)))
    known = Figure.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    recording = once(lambda: _record(nation, rows, month))
    raw = same_rows_inserted("targets_figure", f"id > {known}")
    show(f"  {len(rows)} figures read from .xlsx and checked", reading)
    show("  recorded", recording, raw=raw)
    show(f"{len(rows)} figures from .xlsx", reading + recording, promised=SECONDS, raw=raw)


def _this_month() -> Period:
    today = clock.today()
    return Period(today.replace(day=1), today.replace(day=monthrange(today.year, today.month)[1]))


def _workbook(nation: Nation, month: Period) -> bytes:
    """As somebody filled it in: every box of so many figures has a number."""
    grid = whole_grid(nation.edition, month, member=nation.by, on=clock.today(), words=_COMMUNES)
    chance = random.Random(7)  # noqa: S311 - made-up numbers, the same in each run
    cells = (cell for row in grid.rows for cell in row.cells if cell is not None)
    typed = {cell.key: _number(cell, chance) for cell in islice(cells, FIGURES)}
    return grid_workbook(nation.edition, month, grid, marks=Marks(typed=typed))


def _number(cell: GridCell, chance: random.Random) -> tuple[str, str]:
    whole = chance.randint(100, 500)
    return (str(chance.randint(1, 40)), str(whole) if cell.column.has_whole else "")


def _read(nation: Nation, content: bytes, month: Period) -> list[FigureRow]:
    found, problems = rows_in(content, edition=nation.edition, period=month)
    good, refused = parted(found.rows, month, member=nation.by, at=clock.now())
    if problems or refused:
        raise SystemExit(f"{len(problems)} unreadable, {len(refused)} refused: {[*problems, *refused][:3]}")
    return good


def _record(nation: Nation, rows: list[FigureRow], month: Period) -> None:
    record_many(
        rows=rows, period=month, reason="", origin="workbook", origin_id=None, by=nation.by, at=clock.now()
    )
