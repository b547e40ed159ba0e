"""The pictures of a programme at a place, each with its table and its .xlsx."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core.access import MEMBERS, acting, reads
from phoihop.dashboards import sheets
from phoihop.dashboards.calculations.heat import Mark
from phoihop.dashboards.calculations.multiples import HEIGHT, WIDTH
from phoihop.dashboards.calculations.tiles import TILE_HEIGHT, TILE_WIDTH, Shade, size
from phoihop.dashboards.queries.compare import ORDERS as COMPARE_ORDERS
from phoihop.dashboards.queries.compare import Comparison, comparison
from phoihop.dashboards.queries.heat import ORDERS as HEAT_ORDERS
from phoihop.dashboards.queries.heat import Heat, heat
from phoihop.dashboards.queries.place import place_targets
from phoihop.dashboards.queries.tiles import TileMap, tile_map
from phoihop.dashboards.queries.trend import trend
from phoihop.dashboards.views.looking import Look, look_of
from phoihop.documents.views.downloads import sheet_answer

_LEGEND = [mark for mark in Mark if mark != Mark.NOT_OWED]


@reads(MEMBERS)
def place(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Targets with their pace, the furthest behind first."""
    look = look_of(request, programme_id)
    found = place_targets(look.scope, today=look.today)
    return render(request, "dashboards/board/place.html", look.context(found=found))


@reads(MEMBERS)
def place_file(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The same as .xlsx."""
    look = look_of(request, programme_id)
    found = place_targets(look.scope, today=look.today)
    return sheet_answer(sheets.place_sheet(found, look.scope, on=look.today), name=_name("nhip", look))


@reads(MEMBERS)
def heat_table(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Who reported when: units against periods."""
    look = look_of(request, programme_id)
    found = _heat(request, look)
    context = look.context(
        found=found, page=found.page(look.page), legend=_LEGEND, orders=HEAT_ORDERS, order=look.order or "ten"
    )
    return render(request, "dashboards/board/heat.html", context)


@reads(MEMBERS)
def heat_file(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Every unit, not only a page of them, as .xlsx."""
    look = look_of(request, programme_id)
    sheet = sheets.heat_sheet(_heat(request, look), look.scope, year=look.year)
    return sheet_answer(sheet, name=_name("ai-bao-cao-khi-nao", look))


def _heat(request: HttpRequest, look: Look) -> Heat:
    return heat(look.scope, acting(request), year=look.year, order=look.order, today=look.today)


@reads(MEMBERS)
def trends(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Small charts on one scale."""
    look = look_of(request, programme_id)
    found = trend(look.scope, target_id=look.target_id, page=look.page, today=look.today)
    context = look.context(found=found, page=found.page, width=WIDTH, height=HEIGHT)
    return render(request, "dashboards/board/trend.html", context)


@reads(MEMBERS)
def trend_file(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The charts shown, as .xlsx."""
    look = look_of(request, programme_id)
    found = trend(look.scope, target_id=look.target_id, page=look.page, today=look.today)
    return sheet_answer(sheets.trend_sheet(found, look.scope), name=_name("xu-huong", look))


@reads(MEMBERS)
def compare(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The places below for one target, each ranked among its like."""
    look = look_of(request, programme_id)
    found = _comparison(look)
    context = look.context(
        found=found,
        page=found.page(look.page) if found else None,
        orders=COMPARE_ORDERS,
        order=look.order or "cham",
    )
    return render(request, "dashboards/board/compare.html", context)


@reads(MEMBERS)
def compare_file(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Every place, not only a page of them, as .xlsx."""
    look = look_of(request, programme_id)
    found = _comparison(look)
    if found is None:
        raise Http404
    return sheet_answer(sheets.compare_sheet(found, look.scope), name=_name("so-cac-noi", look))


def _comparison(look: Look) -> Comparison | None:
    if not look.scope.has_places_below:
        raise Http404
    return comparison(look.scope, target_id=look.target_id, order=look.order, today=look.today)


@reads(MEMBERS)
def tiles(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The provinces as a drawn grid."""
    look = look_of(request, programme_id)
    width, height = size()
    context = look.context(
        found=_tile_map(request, look),
        width=width,
        height=height,
        tile_width=TILE_WIDTH,
        tile_height=TILE_HEIGHT,
        shades=list(Shade),
    )
    return render(request, "dashboards/board/tiles.html", context)


@reads(MEMBERS)
def tiles_file(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The provinces as .xlsx."""
    look = look_of(request, programme_id)
    sheet = sheets.tiles_sheet(_tile_map(request, look), look.scope)
    return sheet_answer(sheet, name=_name("cac-tinh", look))


def _tile_map(request: HttpRequest, look: Look) -> TileMap:
    if not look.scope.is_nation:
        raise Http404
    return tile_map(look.scope, acting(request), target_id=look.target_id, year=look.year, today=look.today)


def _name(picture: str, look: Look) -> str:
    return f"{picture}-{look.scope.programme.pk}-{look.scope.place.id}"
