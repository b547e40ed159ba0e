"""The tree, a place, a body, their histories, and search."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.organisations.forms import DayForm
from phoihop.organisations.models import Area, Body, Level
from phoihop.organisations.permissions import can_manage
from phoihop.organisations.queries.labels import area_path, body_labels
from phoihop.organisations.queries.pages import area_page, body_page, children_on, history
from phoihop.organisations.queries.search import search_areas, search_bodies


def chosen_day(request: HttpRequest, *, last: date | None = None) -> date:
    """The day in the address (`ngay`), else today, or the last day of what has ended."""
    form = DayForm(request.GET)
    day = form.cleaned_data.get("ngay") if form.is_valid() else None
    return day or min(last or clock.today(), clock.today())


def manages(request: HttpRequest, area: Area, day: date) -> bool:
    """Whether the acting member may change this place; costs its path."""
    member = acting(request)
    if member.role != "administrator":
        return False
    nations = Area.objects.filter(level=Level.NATION).values_list("pk", flat=True)
    return can_manage(member, {*nations, *(label.id for label in area_path(area.pk, day))})


@reads(MEMBERS)
def areas(request: HttpRequest) -> HttpResponse:
    day = chosen_day(request)
    context = {"day": day, "children": children_on(None, day), "today": clock.today()}
    return render(request, "organisations/areas.html", context)


@reads(MEMBERS)
def search(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("tim", "").strip()
    day = chosen_day(request) if request.GET.get("ngay") else None
    context = {
        "words": words,
        "areas": search_areas(words, day),
        "bodies": search_bodies(words, day),
        "day": day,
    }
    return render(request, "organisations/search.html", context)


@reads(MEMBERS)
def area(request: HttpRequest, area_id: int) -> HttpResponse:
    row = get_object_or_404(Area, pk=area_id)
    day = chosen_day(request, last=row.valid_to)
    context = {
        "page": area_page(row, day),
        "day": day,
        "is_sample": row.is_sample,
        "may_change": manages(request, row, day),
        "is_commune": row.level == Level.COMMUNE,
    }
    return render(request, "organisations/area.html", context)


@reads(MEMBERS)
def area_history(request: HttpRequest, area_id: int) -> HttpResponse:
    row = get_object_or_404(Area, pk=area_id)
    path = area_path(row.pk, clock.today())
    context = {
        "title": path[0].full_name,
        "back": "organisations:area",
        "thing_id": row.pk,
        "acts": history(row),
        "may_change": manages(request, row, clock.today()),
    }
    return render(request, "organisations/history.html", context)


@reads(MEMBERS)
def body(request: HttpRequest, body_id: int) -> HttpResponse:
    row = get_object_or_404(Body.objects.select_related("area"), pk=body_id)
    today = clock.today()
    context = {
        "page": body_page(row, today),
        "is_sample": row.is_sample,
        "may_change": manages(request, row.area, today),
    }
    return render(request, "organisations/body.html", context)


@reads(MEMBERS)
def body_history(request: HttpRequest, body_id: int) -> HttpResponse:
    row = get_object_or_404(Body.objects.select_related("area"), pk=body_id)
    context = {
        "title": body_labels([row.pk], clock.today())[row.pk].name,
        "back": "organisations:body",
        "thing_id": row.pk,
        "acts": history(row),
        "may_change": manages(request, row.area, clock.today()),
    }
    return render(request, "organisations/history.html", context)
