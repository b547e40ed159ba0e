"""Who has and has not reported."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.core.numbers import whole_number
from phoihop.documents.views.downloads import sheet_answer
from phoihop.programmes.models import Programme
from phoihop.reports import permissions
from phoihop.reports.models import ObligationRecipient
from phoihop.reports.queries.board import Board, board, duties_on_demand, programme_lines
from phoihop.reports.queries.mutual import mutual_duties
from phoihop.reports.queries.requests import request_lines
from phoihop.reports.relief_permissions import asks_for
from phoihop.reports.sheets import board_sheet, boards_sheet


@reads(MEMBERS)
def boards(request: HttpRequest) -> HttpResponse:
    """Programmes with obligations this year, each with its completeness."""
    today = clock.today()
    year = _year(request, today.year)
    lines = programme_lines(acting(request), year=year, today=today)
    context = {"lines": lines, "year": year, "is_sample": any(line.is_sample for line in lines)}
    return render(request, "reports/boards.html", context)


@reads(MEMBERS)
def boards_file(request: HttpRequest) -> HttpResponse:
    """The same list as .xlsx."""
    today = clock.today()
    year = _year(request, today.year)
    lines = programme_lines(acting(request), year=year, today=today)
    return sheet_answer(boards_sheet(lines, year=year), name=f"tinh-hinh-bao-cao-{year}")


@reads(MEMBERS)
def one_board(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Units against periods of a year."""
    found = _board(request, programme_id)
    context: dict[str, Any] = {
        "board": found,
        "on_demand": duties_on_demand(found.programme, acting(request)),
        "requests": request_lines(found.programme, acting(request)),
        "mutual": mutual_duties(found.programme),
        "may_ask": asks_for(acting(request), found.programme) is not None,
        "may_consolidate": _may_consolidate(request, found),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "reports/board.html", context)


@reads(MEMBERS)
def board_file(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The board as .xlsx."""
    found = _board(request, programme_id)
    return sheet_answer(board_sheet(found), name=f"tinh-hinh-bao-cao-{programme_id}-{found.year}")


def _board(request: HttpRequest, programme_id: int) -> Board:
    member, today = acting(request), clock.today()
    programme = get_object_or_404(Programme.objects.visible_to(member), pk=programme_id)
    return board(programme, member, year=_year(request, today.year), today=today)


def _year(request: HttpRequest, otherwise: int) -> int:
    given = whole_number(request.GET.get("nam"))
    return given if given is not None and 1990 <= given <= 2100 else otherwise


def _may_consolidate(request: HttpRequest, found: Board) -> bool:
    own = permissions.stands_for(acting(request))
    if not own:
        return False
    receives = ObligationRecipient.objects.filter(
        obligation__programme=found.programme, body__in=own
    ).exists()
    return receives or found.programme.lead_id in own
