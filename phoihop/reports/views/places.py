"""Who has reported, place by place: from the nation down to the bodies of a commune."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.core.numbers import whole_number
from phoihop.documents.views.downloads import sheet_answer
from phoihop.programmes.models import Programme
from phoihop.programmes.models.visibility import places_under
from phoihop.reports.places_sheet import places_sheet
from phoihop.reports.queries.places_board import Asked, PlacesBoard, duties_counted, places_board


def _asked(request: HttpRequest, programme_id: int) -> Asked:
    """What the address asks for; a place outside the member's own is not found."""
    member, today = acting(request), clock.today()
    programme = get_object_or_404(Programme.objects.visible_to(member), pk=programme_id)
    area_id = whole_number(request.GET.get("dia_ban")) or member.area_id
    if area_id != member.area_id and not places_under(member.area_id).filter(area=area_id).exists():
        raise Http404
    year = whole_number(request.GET.get("nam"))
    shown = year if year is not None and 1990 <= year <= 2100 else today.year
    return Asked(programme, area_id, shown, _duty(request))


def _duty(request: HttpRequest) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.GET.get("che_do", ""))
    except ValueError:
        return None


def _board(request: HttpRequest, programme_id: int) -> PlacesBoard:
    return places_board(_asked(request, programme_id), today=clock.today())


@reads(MEMBERS)
def places(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The places below one with their rates; at the last, its bodies with each report."""
    board = _board(request, programme_id)
    member = acting(request)
    above = [label for label in board.path if label.id != board.asked.area_id]
    inside = (
        [member.area_id, *places_under(member.area_id).values_list("area_id", flat=True)] if above else []
    )
    context = {
        "board": board,
        "above": [label for label in above if label.id in set(inside)],
        "duties": duties_counted(board.asked.programme),
        "years": [board.asked.year - 1, board.asked.year, board.asked.year + 1],
        "is_sample": board.asked.programme.is_sample,
    }
    return render(request, "reports/places.html", context)


@reads(MEMBERS)
def places_file(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The same as .xlsx."""
    board = _board(request, programme_id)
    name = f"tinh-hinh-theo-dia-ban-{programme_id}-{board.asked.area_id}-{board.asked.year}"
    return sheet_answer(places_sheet(board), name=name)
