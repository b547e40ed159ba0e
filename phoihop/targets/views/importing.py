"""Figures through Excel: the workbook out, the same back in, and a copy with what is wrong marked in it."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.collecting import cycles_left_alone
from phoihop.core.errors import Refused
from phoihop.core.fields import contents_of
from phoihop.core.periods import Period
from phoihop.documents import storage
from phoihop.documents.actions import store_file
from phoihop.programmes.models import Edition
from phoihop.targets.actions.keeping import read_in
from phoihop.targets.entries import Key
from phoihop.targets.forms import WorkbookForm, period_key
from phoihop.targets.models import Entering
from phoihop.targets.queries import visible_editions
from phoihop.targets.queries.closing import refusal_when_closed
from phoihop.targets.queries.entering import entering_lines, visible_enterings
from phoihop.targets.queries.grid import whole_grid
from phoihop.targets.queries.grid_units import asked_of
from phoihop.targets.queries.ground import figures_by_id
from phoihop.targets.queries.row_problems import parted
from phoihop.targets.sheets import Marks, grid_workbook
from phoihop.targets.statuses import EnteringKind
from phoihop.targets.typed import CellProblem, ReadCells, read_cells
from phoihop.targets.views.entering import opened_entering
from phoihop.targets.views.grid import chosen_period, groups_of, opened_signed
from phoihop.targets.workbook_in import cells_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@reads(OFFICERS)
def workbook(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The grid to fill in on a computer."""
    edition = opened_signed(request, edition_id)
    period = chosen_period(request, edition)
    words = request.GET.get("tim", "")[:100]
    try:
        grid = whole_grid(edition, period, member=acting(request), on=clock.today(), words=words)
    except Refused as refusal:
        return _page(request, edition, period, WorkbookForm(), told=refusal.message)
    name = f"so-lieu-{edition.pk}-{period_key(period)}.xlsx"
    return _file(grid_workbook(edition, period, grid), name)


def _file(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)


@reads(OFFICERS)
def import_page(request: HttpRequest, edition_id: int) -> HttpResponse:
    edition = opened_signed(request, edition_id)
    return _page(request, edition, chosen_period(request, edition), WorkbookForm())


def _page(
    request: HttpRequest, edition: Edition, period: Period, form: forms.Form, *,
    status: int = HTTPStatus.OK, **more: Any,
) -> HttpResponse:  # fmt: skip
    member, today = acting(request), clock.today()
    acts = visible_enterings(member, visible_editions(member)).filter(edition__programme=edition.programme_id)
    context = {
        "edition": edition,
        "programme": edition.programme,
        "period": period,
        "key": period_key(period),
        "groups": groups_of(edition),
        "form": form,
        "lines": entering_lines(acts, on=today),
        "closed": refusal_when_closed(
            edition.programme_id, period, area_ids=[edition.programme.area_id], on=today
        ),
        "is_sample": edition.is_sample,
    }
    return render(request, "targets/import.html", context | more, status=status)


@changes(OFFICERS)
def read(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Take the workbook in: its cells are read and shown, nothing is recorded yet."""
    edition = opened_signed(request, edition_id)
    period, form = chosen_period(request, edition), WorkbookForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, edition, period, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        made = _read(request, edition, period, form)
    except Refused as refusal:
        form.add_error("file", refusal.message)
        return _page(request, edition, period, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect("targets:entering", made.pk)


@cycles_left_alone()
def _read(request: HttpRequest, edition: Edition, period: Period, form: forms.Form) -> Entering:
    member, now = acting(request), clock.now()
    content, name, media_type = contents_of([form.cleaned_data["file"]])[0]
    found, problems = rows_in(content, edition=edition, period=period)
    good, refused = parted(found.rows, period, member=member, at=now)
    file = store_file(content=content, name=name, media_type=media_type, by=member, at=now)
    return read_in(
        edition=edition, period=period, kind=EnteringKind.WORKBOOK, rows=good,
        problems=[*problems, *refused], file=file, by=member, at=now,
    )  # fmt: skip


@cycles_left_alone()
def rows_in(content: bytes, *, edition: Edition, period: Period) -> tuple[ReadCells, list[CellProblem]]:
    """What a workbook says that differs from what its cells showed, and the cells that say no figure."""
    specs = {target.pk: target.spec for target in asked_of(edition).targets}
    cells = cells_of(content, edition=edition, period=period, target_ids=specs.keys())
    found = read_cells(cells, specs=specs, seen=figures_by_id({c.seen for c in cells if c.seen}))
    return found, found.problems


@reads(OFFICERS)
def marked(request: HttpRequest, entering_id: int) -> HttpResponse:
    """The workbook as it came, with what is wrong in red."""
    entering = opened_entering(request, entering_id)
    if entering.file is None or not entering.file.may_be_opened:
        raise Http404
    edition, period = entering.edition, entering.period
    grid = whole_grid(edition, period, member=acting(request), on=clock.today())
    content = storage.bytes_of(entering.file.sha256)
    cells = cells_of(content, edition=edition, period=period, target_ids=grid.specs.keys())
    problems: dict[Key, str] = {tuple(key): words for key, _, words in entering.problems}
    marks = Marks(
        typed={cell.key: (cell.value, cell.whole) for cell in cells},
        problems=problems,
        others=[(place, words) for _, place, words in entering.problems],
    )
    return _file(grid_workbook(edition, period, grid, marks=marks), f"cho-sai-{entering.pk}.xlsx")
