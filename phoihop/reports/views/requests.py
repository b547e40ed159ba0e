"""Asking for a report "khi có yêu cầu", and for special ones the text does not know."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.organisations.models import Body
from phoihop.programmes.models import Clause, DutyRule, Edition, Programme
from phoihop.programmes.models.facts import DueAnchor
from phoihop.reports import relief_permissions as permissions
from phoihop.reports.actions import requests as actions
from phoihop.reports.models import ReportRequest
from phoihop.reports.queries import requests as queries
from phoihop.reports.relief_forms import RequestForm, SpecialForm, WhyForm


def _duty(request: HttpRequest, duty_id: int) -> DutyRule:
    seen = Programme.objects.visible_to(acting(request))
    rows = DutyRule.objects.filter(clause__edition__programme__in=seen)
    return get_object_or_404(rows.select_related("clause__edition__programme"), pk=duty_id)


def _form(duty: DutyRule, data: object = None) -> RequestForm:
    counts = duty.anchor == DueAnchor.AFTER_EVENT
    return RequestForm(data, event_name=duty.event_name, counts_from_event=counts)


def _answer(
    request: HttpRequest, duty: DutyRule, form: RequestForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    programme = duty.clause.edition.programme
    context = {"duty": duty, "programme": programme, "form": form, "is_sample": programme.is_sample}
    return render(request, "reports/request.html", context, status=status)


@reads(OFFICERS)
def request_form(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Which period, and by when."""
    duty = _duty(request, duty_id)
    return _answer(request, duty, _form(duty))


@changes(OFFICERS)
def request_report(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Everybody who owes the duty gets the report to hand in."""
    duty = _duty(request, duty_id)
    form = _form(duty, request.POST)
    if not form.is_valid():
        return _answer(request, duty, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    count = actions.request_report(duty=duty, asked=form.asked(), by=acting(request), at=clock.now())
    messages.success(request, f"Đã yêu cầu {count} đơn vị báo cáo.")
    return redirect("reports:board", duty.clause.edition.programme_id)


def _edition(request: HttpRequest, programme_id: int) -> Edition:
    """The edition in force of a programme the member may ask under."""
    seen = Programme.objects.visible_to(acting(request))
    programme = get_object_or_404(seen, pk=programme_id)
    if permissions.asks_for(acting(request), programme) is None:
        raise PermissionDenied
    edition = queries.edition_to_ask_under(programme)
    if edition is None:
        raise Http404
    return edition


def _special_form(request: HttpRequest, edition: Edition, *, typed: bool) -> SpecialForm:
    today = clock.today()
    clauses = queries.clauses_to_ask_under(edition)
    bodies = queries.bodies_to_ask(edition, acting(request), today=today)
    if typed:
        return SpecialForm(request.POST, clauses=clauses, bodies=bodies)
    return SpecialForm.starting(today, clauses=clauses, bodies=bodies)


def _special(
    request: HttpRequest, edition: Edition, form: SpecialForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    programme = edition.programme
    context = {"programme": programme, "form": form, "is_sample": programme.is_sample}
    return render(request, "reports/special_new.html", context, status=status)


@reads(OFFICERS)
def special_form(request: HttpRequest, programme_id: int) -> HttpResponse:
    """A report of its own name, asked of chosen bodies."""
    edition = _edition(request, programme_id)
    return _special(request, edition, _special_form(request, edition, typed=False))


@changes(OFFICERS)
def ask_special(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The chosen bodies get it to hand in."""
    edition = _edition(request, programme_id)
    form = _special_form(request, edition, typed=True)
    if not form.is_valid():
        return _special(request, edition, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.cleaned_data
    try:
        made = actions.ask_special(
            clause=Clause.objects.get(pk=given["clause"], edition=edition),
            title=given["title"],
            asked=form.asked(),
            bodies=list(Body.objects.filter(pk__in=given["bodies"])),
            reviews=given["reviews"] == "1",
            by=acting(request),
            at=clock.now(),
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _special(request, edition, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, f"Đã yêu cầu {len(given['bodies'])} đơn vị báo cáo.")
    return redirect("reports:special", made.pk)


def _request(request: HttpRequest, request_id: int) -> ReportRequest:
    rows = ReportRequest.objects.visible_to(acting(request)).select_related("duty", "programme")
    return get_object_or_404(rows, pk=request_id)


@reads(MEMBERS)
def special(request: HttpRequest, request_id: int) -> HttpResponse:
    """What was asked, of whom, who has answered."""
    return _shown(request, _request(request, request_id), WhyForm())


def _shown(
    request: HttpRequest, row: ReportRequest, form: WhyForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    page = queries.request_page(row, acting(request), today=clock.today())
    context = {"page": page, "form": form, "is_sample": row.is_sample}
    return render(request, "reports/special.html", context, status=status)


@changes(OFFICERS)
def withdraw(request: HttpRequest, request_id: int) -> HttpResponse:
    """It is not asked for any more."""
    row, form = _request(request, request_id), WhyForm(request.POST)
    if not form.is_valid():
        return _shown(request, row, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    version = whole_number(request.POST.get("version")) or 0
    actions.withdraw_request(
        request=row, reason=form.cleaned_data["reason"], version=version, by=acting(request), at=clock.now()
    )
    messages.success(request, "Đã rút yêu cầu báo cáo.")
    return redirect("reports:special", row.pk)
