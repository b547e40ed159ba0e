"""The next programme from an old one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.numbers import whole_number
from phoihop.lifecycle import actions, queries
from phoihop.lifecycle.calculations import moved_to, shifted_day, shifted_years
from phoihop.lifecycle.content import RenewalPlan
from phoihop.lifecycle.forms import RenewForm
from phoihop.lifecycle.queries.renewing import last_periods
from phoihop.lifecycle.queries.reviews import carried_over
from phoihop.organisations.models import Area, Body
from phoihop.organisations.queries import area_labels, who_was_here
from phoihop.programmes.models import Edition
from phoihop.programmes.queries import bodies_at
from phoihop.programmes.views.loading import Opened, opened


def _opened(request: HttpRequest, programme_id: int) -> Opened:
    found = opened(request, programme_id)
    if not found.can_write:
        raise PermissionDenied
    return found


def _places(found: Opened) -> list[tuple[int, str]]:
    """Where the programme may go on: the places that stand today where its place stood."""
    here = who_was_here(found.programme.area, clock.today())
    return [(place.area_id, place.label) for place in here]


def _place(request: HttpRequest, places: list[tuple[int, str]]) -> int:
    """The asked place, else the member's own, else the first."""
    known = [area_id for area_id, _ in places] or [acting(request).area_id]
    asked = whole_number(request.GET.get("dia_ban"))
    if asked in known:
        return asked
    return acting(request).area_id if acting(request).area_id in known else known[0]


def _start(edition: Edition, *, old_place: str, new_place: str) -> dict[str, Any]:
    """The old name, title and period moved to begin this year or the next after its end, at the new place."""
    began = edition.period_start or edition.in_force_from or clock.today()
    ended = edition.period_end or began
    years = max(clock.today().year, ended.year + 1) - began.year

    def moved(words: str) -> str:
        later = shifted_years(words, first=began.year, last=ended.year, years=years)
        return moved_to(later, old=old_place, new=new_place)

    return {
        "name": moved(edition.programme.name),
        "title": moved(edition.title),
        "period_start": shifted_day(edition.period_start, years),
        "period_end": shifted_day(edition.period_end, years),
    }


def _moved(found: Opened, area_id: int) -> dict[str, Any]:
    area, edition = found.programme.area, found.edition
    then = edition.period_start or edition.in_force_from or clock.today()
    return _start(
        edition,
        old_place=area_labels([area.pk], then)[area.pk].full_name,
        new_place=area_labels([area_id], clock.today())[area_id].full_name,
    )


def _form(found: Opened, area_id: int, data: Any = None) -> RenewForm:
    today = clock.today()
    proposals = queries.body_proposals(found.edition, area_id=area_id, on=today)
    lead = next((row.proposed for row in proposals if row.body_id == found.programme.lead_id), None)
    initial = {} if data else _moved(found, area_id) | {"lead": lead}
    return RenewForm(data, proposals=proposals, leads=bodies_at(area_id, on=today), initial=initial)


def _page(
    request: HttpRequest, found: Opened, form: RenewForm, area_id: int, status: int = 200
) -> HttpResponse:
    context = {
        "programme": found.programme,
        "form": form,
        "places": _places(found),
        "carried_over": carried_over(found.programme),
        "area_id": area_id,
        "area": area_labels([area_id], clock.today())[area_id].full_name,
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/renew.html", context, status=status)


@reads(OFFICERS)
def last_period(request: HttpRequest) -> HttpResponse:
    """The programmes of one's own body to go on from."""
    rows = last_periods(acting(request))
    context = {"rows": rows, "is_sample": any(row.is_sample for row in rows)}
    return render(request, "lifecycle/last_periods.html", context)


@reads(OFFICERS)
def renew_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = _opened(request, programme_id)
    area_id = _place(request, _places(found))
    return _page(request, found, _form(found, area_id), area_id)


@changes(OFFICERS)
def renew(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = _opened(request, programme_id)
    area_id = _place(request, _places(found))
    form = _form(found, area_id, request.POST)
    if not form.is_valid():
        return _page(request, found, form, area_id, status=422)
    given, chosen = form.cleaned_data, form.chosen()
    bodies = Body.objects.in_bulk({body for body in chosen.values() if body})
    plan = RenewalPlan(
        name=given["name"],
        title=given["title"],
        area=get_object_or_404(Area, pk=area_id),
        lead=get_object_or_404(Body, pk=given["lead"]),
        period_start=given["period_start"],
        period_end=given["period_end"],
        bodies={old: bodies[new] if new else None for old, new in chosen.items()},
    )
    edition = actions.renew(programme=found.programme, plan=plan, by=acting(request), at=clock.now())
    messages.success(request, "Đã lập dự thảo từ chương trình cũ. Hãy đọc lại từng mục trước khi trình ký.")
    return redirect("programmes:draft", edition.programme_id)
