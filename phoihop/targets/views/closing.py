"""The periods of a programme: closed by the lead, opened again with a reason."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.periods import Period
from phoihop.programmes.models import Edition, Programme
from phoihop.targets import permissions, queries
from phoihop.targets.actions.closing import close_period, reopen_period
from phoihop.targets.forms import period_key, period_of
from phoihop.targets.models import ClosedPeriod
from phoihop.targets.queries.periods import closures_of, period_lines, standing_in


def _opened(request: HttpRequest, programme_id: int) -> tuple[Programme, Edition]:
    """The programme with the edition its figures hang on, or 404."""
    rows = queries.visible_editions(acting(request)).filter(programme=programme_id)
    edition = rows.first()
    if edition is None:
        raise Http404
    return edition.programme, edition


@reads(MEMBERS)
def periods_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    programme, edition = _opened(request, programme_id)
    return _page(request, programme, edition)


def _page(
    request: HttpRequest, programme: Programme, edition: Edition, *, status: int = HTTPStatus.OK, **more: Any
) -> HttpResponse:
    today = clock.today()
    closures = closures_of(programme, on=today)
    context = {
        "programme": programme,
        "edition": edition,
        "groups": period_lines(edition, closures, today=today),
        "closures": closures,
        "may_close": permissions.can_close(acting(request), programme),
        "is_sample": edition.is_sample,
    }
    return render(request, "targets/periods.html", context | more, status=status)


@reads(OFFICERS)
def close_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    """What stands in the period, before it is closed."""
    programme, edition = _opened(request, programme_id)
    if "ky" not in request.GET:
        return redirect("targets:periods", programme.pk)
    period = _period(request.GET["ky"])
    context = {
        "programme": programme,
        "edition": edition,
        "period": period,
        "key": period_key(period),
        "standing": standing_in(programme, period),
        "is_sample": edition.is_sample,
    }
    return render(request, "targets/close_period.html", context)


def _period(key: str) -> Period:
    try:
        return period_of(key)
    except ValueError as error:
        raise Http404 from error


@changes(OFFICERS)
def close(request: HttpRequest, programme_id: int) -> HttpResponse:
    programme, edition = _opened(request, programme_id)
    period = _period(request.POST.get("ky", ""))
    try:
        close_period(programme=programme, period=period, by=acting(request), at=clock.now())
    except Refused as refusal:
        told = refusal.message
        return _page(request, programme, edition, status=HTTPStatus.UNPROCESSABLE_ENTITY, told=told)
    messages.success(request, f"Đã khóa số liệu {period.label}.")
    return redirect("targets:periods", programme.pk)


@changes(OFFICERS)
def reopen(request: HttpRequest, programme_id: int, closed_id: int) -> HttpResponse:
    programme, edition = _opened(request, programme_id)
    closed = get_object_or_404(ClosedPeriod, pk=closed_id, programme=programme)
    reason = request.POST.get("reason", "")[:1000]
    try:
        reopen_period(closed=closed, reason=reason, by=acting(request), at=clock.now())
    except Refused as refusal:
        told = refusal.message
        return _page(request, programme, edition, status=HTTPStatus.UNPROCESSABLE_ENTITY, told=told)
    messages.success(request, f"Đã mở lại {closed.period.label}. Sửa xong hãy khóa lại.")
    return redirect("targets:periods", programme.pk)
