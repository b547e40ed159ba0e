"""A workbook with a hundred thousand figures: read, held against every rule, looked at, recorded."""

import random
from calendar import monthrange
from itertools import islice

from benchmarks.measuring import once, show, show_count
from benchmarks.nation.building import Nation
from benchmarks.raw import same_rows_inserted
from phoihop.core import clock
from phoihop.core.collecting import cycles_left_alone
from phoihop.core.periods import Period
from phoihop.documents.actions import store_file
from phoihop.targets.actions.keeping import Answers, keep_entering, read_in
from phoihop.targets.models import Entering, Figure
from phoihop.targets.queries.entering import preview_of
from phoihop.targets.queries.grid import GridCell, whole_grid
from phoihop.targets.queries.row_problems import parted
from phoihop.targets.sheets import Marks, grid_workbook
from phoihop.targets.statuses import EnteringKind
from phoihop.targets.views.importing import XLSX, rows_in

FIGURES = 100_000
SECONDS = 12
_COMMUNES = "xã"
"""Enough units for so many figures, and within the rows of one workbook."""


def main(nation: Nation) -> None:
    """For this month, of which nothing is known yet."""
    month = _this_month()
    content = _workbook(nation, month)
    show_count("the workbook", len(content) / 1e6, "MB")
    made: list[Entering] = []
    reading = once(lambda: made.append(_read_in(nation, content, month)))
    entering = Entering.objects.get(pk=made[0].pk)
    looking = once(lambda: preview_of(entering, member=nation.by, at=clock.now()))
    known = Figure.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    keeping = once(lambda: _keep(entering, nation))
    raw = same_rows_inserted("targets_figure", f"id > {known}")
    count = len(entering.rows)
    show(f"  {count} figures read from .xlsx, checked and put by", reading)
    show("  old beside new, unlikely ones asked about", looking)
    show("  checked once more and recorded", keeping, raw=raw)
    show(f"{count} figures from .xlsx", reading + looking + keeping, promised=SECONDS, raw=raw)


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


@cycles_left_alone()
def _read_in(nation: Nation, content: bytes, month: Period) -> Entering:
    """What the page does with a file: read it, check each cell, keep what was read."""
    at = clock.now()
    found, problems = rows_in(content, edition=nation.edition, period=month)
    good, refused = parted(found.rows, month, member=nation.by, at=at)
    if problems or refused:
        raise SystemExit(f"{len(problems)} unreadable, {len(refused)} refused: {[*problems, *refused][:3]}")
    file = store_file(content=content, name="so-lieu.xlsx", media_type=XLSX, by=nation.by, at=at)
    return read_in(
        edition=nation.edition, period=month, kind=EnteringKind.WORKBOOK, rows=good, file=file, by=nation.by,
        at=at,
    )  # fmt: skip


def _keep(entering: Entering, nation: Nation) -> None:
    """With every unlikely number confirmed."""
    answers = Answers(is_sure_of_all=True)
    keep_entering(entering=entering, answers=answers, by=nation.by, at=clock.now())
