"""How soon a figure accepted below is seen at the top, alone and with forty people at once."""

import multiprocessing
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import psutil
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from benchmarks.measuring import ROUNDS, Raw, median, median_of, once, show, show_count
from benchmarks.nation.building import Nation
from benchmarks.raw import one_row_committed
from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.organisations.models import Area, Level
from phoihop.targets.actions import accept_figures, correct_figure
from phoihop.targets.models import Figure, Target
from phoihop.targets.queries.totals import place_totals
from phoihop.targets.statuses import FigureState, TimeRule

ACCEPTANCES, PEOPLE = 200, 40
PROCESSES = 4
WARM = 6
"""Acts before those measured: the database plans a statement five times before it keeps the plan."""
SECONDS_TO_SEE, LONGEST_WAIT = 0.015, 0.3


def main(nation: Nation) -> None:
    """Sums are compared each time: a fast wrong one counts as missed."""
    top = Top(nation)
    raw = one_row_committed()
    month = nation.months[-1]
    target = top.sums[0]
    waiting = iter(top.waiting(target, month, WARM + ROUNDS))
    for _ in range(WARM):
        top.accept_and_see(next(waiting), target)
    show(
        "one accepted figure visible at the top",
        median(lambda: top.accept_and_see(next(waiting), target)),
        promised=SECONDS_TO_SEE, raw=raw,
    )  # fmt: skip
    for rows in (1, 20):
        figures = top.waiting(target, month, rows)
        with CaptureQueriesContext(connection) as asked:
            accept_figures(figures=figures, by=nation.by, at=clock.now())
            top.total(target, month)
        show_count(f"  queries for {rows} of them", len(asked), "queries")
    _last_year(top, target, raw)
    _at_once(top)


def _last_year(top: "Top", target: Target, raw: Raw) -> None:
    """A figure of last year is corrected with a reason; the correction is accepted and seen."""
    known = top.accepted(target, top.nation.months[0], ROUNDS)
    corrected: list[Figure] = []
    turns = iter(known)
    seconds = median(lambda: corrected.append(top.correct(next(turns))), rounds=len(known))
    show("a figure of last year corrected", seconds, promised=SECONDS_TO_SEE, raw=raw)
    again = iter(corrected)
    seconds = median(lambda: top.accept_and_see(next(again), target), rounds=len(corrected))
    show("the correction accepted and visible at the top", seconds, promised=SECONDS_TO_SEE, raw=raw)


@dataclass
class Top:
    """The nation's own place, and what it sees."""

    nation: Nation

    def __post_init__(self) -> None:
        self.area_id = Area.objects.get(level=Level.NATION).pk
        rows = self.nation.commune_targets
        self.sums = [row for row in rows if row.kind == "count" and row.time_rule == TimeRule.SUM]

    def waiting(self, target: Target, month: Period, count: int) -> list[Figure]:
        """Figures of the year of a month that nobody accepted yet."""
        return self._figures(target, month).filter(acceptance=None)[:count]  # type: ignore[return-value]

    def accepted(self, target: Target, month: Period, count: int) -> list[Figure]:
        """Figures of that year that count already."""
        rows = self._figures(target, month).exclude(acceptance=None).filter(corrected_by=None)
        return rows[:count]  # type: ignore[return-value]

    def _figures(self, target: Target, month: Period):  # type: ignore[no-untyped-def] # noqa: ANN202
        rows = Figure.objects.filter(target=target, state=FigureState.REPORTED)
        rows = rows.filter(period_start__year=month.start.year)
        return rows.order_by("pk")

    def total(self, target: Target, month: Period) -> Decimal:
        """The sum of the year of that month over the whole nation."""
        year = Period(date(month.start.year, 1, 1), date(month.start.year, 12, 31))
        found = place_totals([target.pk], area_ids=[self.area_id], windows=[year])
        amount = found[target.pk, self.area_id, year].amount
        return amount.numerator or Decimal(0) if amount else Decimal(0)

    def accept_and_see(self, figure: Figure, target: Target) -> Decimal:
        """The act of a superior, and the total read after it."""
        accept_figures(figures=[figure], by=self.nation.by, at=clock.now())
        return self.total(target, figure.period)

    def correct(self, figure: Figure) -> Figure:
        """One more than before, with a reason."""
        return correct_figure(
            figure=figure, state=FigureState.REPORTED, numerator=(figure.numerator or 0) + 1,
            reason="Đếm sót", by=self.nation.by, at=clock.now(),
        )  # fmt: skip


def _at_once(top: Top) -> None:
    """Two hundred single acceptances of figures of five targets, from forty connections in four processes.

    Each connection has accepted one before, as those of a server have that is in use: the first act on a
    connection reads what the database knows of each table, and is shown apart.
    """
    month, targets = top.nation.months[-2], top.sums[1:6]
    figures = [f for t in targets for f in top.waiting(t, month, (ACCEPTANCES + PEOPLE) // len(targets))]
    expected = {t.pk: top.total(t, month) + _sum_of(figures, t) for t in targets}
    connections.close_all()
    turns = [[f.pk for f in figures[number::PROCESSES]] for number in range(PROCESSES)]
    with multiprocessing.get_context("fork").Pool(PROCESSES) as pool:
        found = [own for some in pool.starmap(_accept_all, [(top, ids) for ids in turns]) for own in some]
    waits = [wait for own in found for wait in own.waits]
    wrong = [t.pk for t in targets if top.total(t, month) != expected[t.pk]]
    seconds = max(own.ended for own in found) - min(own.began for own in found)
    show(f"{len(waits)} acceptances from {PEOPLE} connections: all of them", seconds)
    show("  the longest of them", max(waits), promised=LONGEST_WAIT)
    show("  the middle one", median_of(waits))
    show("  processor time of one: Python and database", median_of([own.work for own in found]))
    show("  the middle one of the first on each connection", median_of([own.first for own in found]))
    lost = len(figures) - len(waits) - len(found)
    show_count("  acceptances lost or refused", lost, "acts", promised=0)
    show_count("  sums that are not exact", len(wrong), "targets", promised=0)


def _sum_of(figures: Sequence[Figure], target: Target) -> Decimal:
    return sum((f.numerator or Decimal(0) for f in figures if f.target_id == target.pk), Decimal(0))


@dataclass(frozen=True)
class _Person:
    """What one connection took: its first act, those that count, when it began and ended, work of one act."""

    first: float
    waits: list[float]
    began: float
    ended: float
    work: float


def _accept_all(top: Top, figure_ids: Sequence[int]) -> list[_Person]:
    """In a process of its own: ten people, each with a connection, who begin together."""
    people = PEOPLE // PROCESSES
    together = threading.Barrier(people)
    with ThreadPoolExecutor(people) as crowd:
        turns = [figure_ids[number::people] for number in range(people)]
        return list(crowd.map(lambda ids: _one_person(top, ids, together), turns))


def _one_person(top: Top, figure_ids: Sequence[int], together: threading.Barrier) -> _Person:
    figures = list(Figure.objects.filter(pk__in=figure_ids))
    first = once(lambda: _accept(top, figures[0]))
    together.wait()
    began, worked = time.perf_counter(), _worked()
    waits = [once(lambda one=figure: _accept(top, one)) for figure in figures[1:]]  # type: ignore[misc]
    ended, work = time.perf_counter(), (_worked() - worked) / len(waits)
    connection.close()
    return _Person(first, waits, began, ended, work)


def _accept(top: Top, figure: Figure) -> None:
    with transaction.atomic():
        accept_figures(figures=[figure], by=top.nation.by, at=clock.now())


def _worked() -> float:
    """Seconds of processor time of this thread and of the server's process that works for it."""
    spent = psutil.Process(connection.connection.info.backend_pid).cpu_times()
    return time.thread_time() + spent.user + spent.system
