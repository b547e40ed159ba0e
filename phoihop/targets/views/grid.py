"""The grid of figures: filled with what is known, typed over, looked at before it is kept."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.core.periods import Period
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import SIGNED
from phoihop.targets.actions.keeping import read_in
from phoihop.targets.calculations import LEVELS, period_choices
from phoihop.targets.entries import unpacked
from phoihop.targets.forms import period_key, period_of
from phoihop.targets.grid_input import TAKEN, cells_in, problem_count, taken, typed_of, with_typed
from phoihop.targets.queries import edition_span, visible_editions
from phoihop.targets.queries.closing import refusal_when_closed
from phoihop.targets.queries.entering import visible_enterings
from phoihop.targets.queries.grid import Grid, grid_of
from phoihop.targets.queries.ground import figures_by_id
from phoihop.targets.queries.row_problems import parted
from phoihop.targets.statuses import EnteringKind
from phoihop.targets.typed import ReadCells, TypedCell, read_cells
from phoihop.targets.views.loading import opened_edition

type Groups = list[tuple[str, list[tuple[str, str]]]]


@reads(OFFICERS)
def grid_page(request: HttpRequest, edition_id: int) -> HttpResponse:
    edition = opened_signed(request, edition_id)
    period = chosen_period(request, edition)
    grid = _grid(request, edition, period)
    waiting = whole_number(request.GET.get("lan"))
    if waiting is not None:
        rows = visible_enterings(acting(request), visible_editions(acting(request))).filter(
            edition=edition, pk=waiting
        )
        for row in rows:
            grid = with_typed(grid, typed_of(map(unpacked, row.rows), grid.specs))
    return _shown(request, edition, period, grid)


def opened_signed(request: HttpRequest, edition_id: int) -> Edition:
    """The edition, or 404; 403 while it has no figures because it is not signed."""
    edition = opened_edition(request, edition_id)
    if edition.status not in SIGNED:
        raise PermissionDenied
    return edition


def chosen_period(request: HttpRequest, edition: Edition) -> Period:
    """The period asked for in "?ky=", else the last quarter that ended, else the newest begun."""
    known = {key for _, periods in groups_of(edition) for key, _ in periods}
    key = request.GET.get("ky", "")
    if key in known:
        return period_of(key)
    today = clock.today()
    lists = [periods for _, periods in period_choices(edition_span(edition, today), today=today)]
    ended = [p for periods in lists[:1] for p in periods if p.end < today]
    first = ended or [p for periods in lists for p in periods]
    if not first:
        raise PermissionDenied
    return first[0]


def groups_of(edition: Edition) -> Groups:
    """The periods one may choose, grouped by length, as the select shows them."""
    today = clock.today()
    choices = period_choices(edition_span(edition, today), today=today)
    return [(name, [(period_key(p), p.label) for p in periods]) for name, periods in choices]


def _grid(request: HttpRequest, edition: Edition, period: Period) -> Grid:
    return grid_of(
        edition,
        period,
        member=acting(request),
        on=clock.today(),
        words=request.GET.get("tim", "")[:100],
        page=request.GET.get("trang", "1"),
        target_id=whole_number(request.GET.get("chi-tieu")),
    )


def _shown(
    request: HttpRequest, edition: Edition, period: Period, grid: Grid, *, status: int = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:  # fmt: skip
    context = {
        "edition": edition,
        "programme": edition.programme,
        "period": period,
        "key": period_key(period),
        "groups": groups_of(edition),
        "grid": grid,
        "page": grid.page,
        "levels": LEVELS,
        "words": request.GET.get("tim", ""),
        "wrong": problem_count(grid.rows),
        "closed": refusal_when_closed(
            edition.programme_id, period, area_ids=[edition.programme.area_id], on=clock.today()
        ),
        "is_sample": edition.is_sample,
    }
    return render(request, "targets/grid.html", context | more, status=status)


@changes(OFFICERS)
def look(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Read the boxes: a cell that says no figure sends the page back, else old → new is shown next."""
    edition = opened_signed(request, edition_id)
    period, cells = chosen_period(request, edition), cells_in(request.POST)
    grid = _grid(request, edition, period)
    if TAKEN in request.POST:
        return _take(request, edition, period, grid, cells)
    cells = [cell for cell in cells if cell.key[0] in grid.specs]
    read = read_cells(cells, specs=grid.specs, seen=figures_by_id({c.seen for c in cells if c.seen}))
    good, refused = parted(read.rows, period, member=acting(request), at=clock.now())
    problems = [*read.problems, *refused]
    if problems:
        typed = with_typed(grid, cells, problems=problems)
        return _shown(request, edition, period, typed, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _read_in(request, edition, period, ReadCells(good), with_typed(grid, cells))


def _read_in(
    request: HttpRequest, edition: Edition, period: Period, read: ReadCells, grid: Grid
) -> HttpResponse:
    try:
        made = read_in(
            edition=edition, period=period, kind=EnteringKind.GRID, rows=read.rows, by=acting(request),
            at=clock.now(),
        )  # fmt: skip
    except Refused as refusal:
        more = {"told": refusal.message, "status": HTTPStatus.UNPROCESSABLE_ENTITY}
        return _shown(request, edition, period, grid, **more)  # type: ignore[arg-type]
    return redirect("targets:entering", made.pk)


def _take(
    request: HttpRequest, edition: Edition, period: Period, grid: Grid, cells: list[TypedCell]
) -> HttpResponse:
    """Without scripts: the number a source found goes into its box, beside what was typed."""
    cell = taken(grid, request.POST[TAKEN])
    typed = [*(c for c in cells if cell is None or c.key != cell.key), *([cell] if cell else [])]
    return _shown(request, edition, period, with_typed(grid, typed))
