"""A target opened place by place down to its figures, and the comparison of totals with figures."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from phoihop.core import clock
from phoihop.core.access import ADMINISTRATORS, MEMBERS, acting, reads
from phoihop.documents.views.downloads import book_answer
from phoihop.organisations.models import Area
from phoihop.targets import permissions, queries
from phoihop.targets.exports import place_sheet
from phoihop.targets.forms import period_key
from phoihop.targets.models import SummaryCheck, Target
from phoihop.targets.queries.places import PlacePage, lies_in_programme, place_page, windows_of
from phoihop.targets.views.loading import opened_target

_AS_TODAY = "hien-nay"


@dataclass(frozen=True)
class _Opened:
    target: Target
    page: PlacePage
    is_today: bool


def _opened(request: HttpRequest, target_id: int, area_id: int) -> _Opened:
    """404 for a place outside the programme, or one the member does not see."""
    target, member, today = opened_target(request, target_id), acting(request), clock.today()
    places = queries.places_seen(target, member)
    is_hidden = places is not None and area_id not in places
    get_object_or_404(Area, pk=area_id)
    if is_hidden or not lies_in_programme(target, area_id):
        raise Http404
    choices = {period_key(window): window for window in windows_of(target, on=today)}
    window = choices.get(request.GET.get("ky", ""), next(iter(choices.values())))
    is_today = request.GET.get("tinh-theo") == _AS_TODAY
    return _Opened(
        target, place_page(target, area_id=area_id, window=window, on=today, as_today=is_today), is_today
    )


@reads(MEMBERS)
def place(request: HttpRequest, target_id: int, area_id: int) -> HttpResponse:
    found, member = _opened(request, target_id, area_id), acting(request)
    seen = queries.places_seen(found.target, member)
    context = {
        "target": found.target,
        "page": found.page,
        "facts": found.page,
        "is_today": found.is_today,
        "sees_above": seen is None,
        "asked": f"ky={period_key(found.page.window)}{'&tinh-theo=' + _AS_TODAY if found.is_today else ''}",
        "windows": [(period_key(window), window.label) for window in found.page.windows],
        "window_key": period_key(found.page.window),
        "recordable": set(),
        "may_accept": permissions.can_accept(
            member, found.target.edition, of_own_body=False, area_ids=[area_id]
        ),
        "accepts_own": permissions.can_accept(member, found.target.edition, of_own_body=True),
        "is_sample": found.target.edition.is_sample,
    }
    return render(request, "targets/place.html", context)


@reads(MEMBERS)
def place_export(request: HttpRequest, target_id: int, area_id: int) -> HttpResponse:
    """The same table as .xlsx."""
    found = _opened(request, target_id, area_id)
    sheet = place_sheet(found.target, found.page, is_today=found.is_today, on=clock.today())
    return book_answer([sheet], name=f"chi-tieu-{target_id}-dia-ban-{area_id}-{clock.today():%Y%m%d}")


@reads(ADMINISTRATORS)
def checks(request: HttpRequest) -> HttpResponse:
    """The last comparisons of stored totals with all figures."""
    rows = list(SummaryCheck.objects.all()[:30])
    ids = {pk for row in rows for pk in row.differing}
    names = dict(Target.objects.filter(pk__in=ids).values_list("pk", "name"))
    lines = [(row, [names.get(pk, f"số {pk}") for pk in row.differing]) for row in rows]
    return render(request, "targets/checks.html", {"lines": lines})
