"""Asking for a report "khi có yêu cầu"."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.periods import Period
from phoihop.programmes.models import DutyRule, Programme
from phoihop.reports import actions
from phoihop.reports.forms import RequestForm


def _duty(request: HttpRequest, duty_id: int) -> DutyRule:
    seen = Programme.objects.visible_to(acting(request))
    rows = DutyRule.objects.filter(clause__edition__programme__in=seen)
    return get_object_or_404(rows.select_related("clause__edition__programme"), pk=duty_id)


def _answer(
    request: HttpRequest, duty: DutyRule, form: RequestForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    programme = duty.clause.edition.programme
    context = {"duty": duty, "programme": programme, "form": form, "is_sample": programme.is_sample}
    return render(request, "reports/request.html", context, status=status)


@reads(OFFICERS)
def request_form(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Which period, and by when."""
    return _answer(request, _duty(request, duty_id), RequestForm())


@changes(OFFICERS)
def request_report(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Everybody who owes the duty gets the report to hand in."""
    duty = _duty(request, duty_id)
    form = RequestForm(request.POST)
    if not form.is_valid():
        return _answer(request, duty, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.cleaned_data
    asked = actions.request_report(
        duty=duty,
        period=Period(given["start"], given["end"]),
        due=given["due"],
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, f"Đã yêu cầu {asked} đơn vị báo cáo.")
    return redirect("reports:board", duty.clause.edition.programme_id)
