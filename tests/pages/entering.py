"""A workbook read in and a period closed and opened again, for the tests that walk all pages."""

from datetime import date
from decimal import Decimal

from phoihop.accounts.acting import ActingMember
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.documents.actions import store_file
from phoihop.programmes.models import Edition
from phoihop.targets.actions.closing import close_period, reopen_period
from phoihop.targets.actions.keeping import read_in
from phoihop.targets.content import Amount
from phoihop.targets.entries import FigureRow
from phoihop.targets.models import Entering, Target
from phoihop.targets.queries.grid import whole_grid
from phoihop.targets.sheets import grid_workbook
from phoihop.targets.statuses import EnteringKind, FigureState
from phoihop.targets.typed import CellProblem

JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31))


def of_entering(sixth: Edition, office: ActingMember) -> dict[str, int | str]:
    """Ids by the names their addresses call them."""
    closed = close_period(programme=sixth.programme, period=JANUARY, by=office, at=clock.now())
    reopen_period(closed=closed, reason="Còn một đơn vị chưa ghi", by=office, at=clock.now())
    return {"entering_id": _workbook(sixth, office).pk, "closed_id": closed.pk}


def _workbook(sixth: Edition, office: ActingMember) -> Entering:
    """One number that can be kept and a cell that cannot; nobody has kept it yet."""
    now, target = clock.now(), Target.objects.get(edition=sixth, name="Đường hoa trồng mới")
    grid = whole_grid(sixth, JANUARY, member=office, on=clock.today())
    file = store_file(
        content=grid_workbook(sixth, JANUARY, grid), name="so-lieu-thang-01.xlsx",
        media_type="application/octet-stream", by=office, at=now,
    )  # fmt: skip
    cells = [c for row in grid.rows for c in row.cells if c and c.key[0] == target.pk]
    row = FigureRow(*cells[0].key, Amount(FigureState.REPORTED, Decimal(1)))
    wrong = CellProblem(cells[0].key, "D7", "Không hiểu “một ít”.")
    return read_in(
        edition=sixth, period=JANUARY, kind=EnteringKind.WORKBOOK, rows=[row], problems=[wrong], file=file,
        by=office, at=now,
    )  # fmt: skip
