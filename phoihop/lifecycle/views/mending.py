"""Mending a duty as read, once the text is signed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.lifecycle import actions
from phoihop.programmes.forms import DutyForm
from phoihop.programmes.models import Clause, DutyRule
from phoihop.programmes.models.facts import DutySide
from phoihop.programmes.queries import assignable_bodies
from phoihop.programmes.views.loading import Opened, opened, opened_clause

_SAID = "Đã sửa lỗi nhập. Báo cáo và việc sắp tới theo chế độ đã sửa; việc đã qua giữ nguyên."


def _duty(request: HttpRequest, programme_id: int, duty_id: int) -> tuple[Opened, DutyRule]:
    found = opened(request, programme_id)
    duties = DutyRule.objects.filter(clause__edition=found.edition).select_related(
        "clause__edition__programme"
    )
    return found, get_object_or_404(duties, pk=duty_id)


def _form(found: Opened, data: Any = None, duty: DutyRule | None = None) -> DutyForm:
    initial: dict[str, Any] = vars(duty).copy() if duty else {}
    for side in DutySide.values if duty else ():
        initial[side] = list(duty.parties.filter(side=side).values_list("body_id", flat=True)) if duty else []
    bodies = assignable_bodies(found.edition, on=clock.today())
    return DutyForm(data, bodies=bodies, is_draft=False, initial=initial)


def _page(
    request: HttpRequest, found: Opened, clause: Clause, form: DutyForm, status: int = 200
) -> HttpResponse:
    context = {
        "programme": found.programme,
        "clause": clause,
        "form": form,
        "title": "Sửa lỗi nhập: chế độ báo cáo, việc định kỳ",
        "is_sample": found.programme.is_sample,
    }
    return render(request, "programmes/fact_form.html", context, status=status)


@reads(OFFICERS)
def duty_page(request: HttpRequest, programme_id: int, duty_id: int) -> HttpResponse:
    found, duty = _duty(request, programme_id, duty_id)
    return _page(request, found, duty.clause, _form(found, duty=duty))


@changes(OFFICERS)
def mend_duty(request: HttpRequest, programme_id: int, duty_id: int) -> HttpResponse:
    found, duty = _duty(request, programme_id, duty_id)
    form = _form(found, request.POST)
    if not form.is_valid():
        return _page(request, found, duty.clause, form, status=422)
    actions.mend_duty(
        duty=duty, spec=form.spec(), sides=form.sides(), reason=form.why, by=acting(request), at=clock.now()
    )
    messages.success(request, _SAID)
    return redirect("programmes:clause", programme_id, duty.clause_id)


@reads(OFFICERS)
def missed_duty_page(request: HttpRequest, programme_id: int, clause_id: int) -> HttpResponse:
    found, clause = opened_clause(request, programme_id, clause_id)
    return _page(request, found, clause, _form(found))


@changes(OFFICERS)
def mend_missed_duty(request: HttpRequest, programme_id: int, clause_id: int) -> HttpResponse:
    found, clause = opened_clause(request, programme_id, clause_id)
    form = _form(found, request.POST)
    if not form.is_valid():
        return _page(request, found, clause, form, status=422)
    actions.mend_missed_duty(
        clause=clause,
        spec=form.spec(),
        sides=form.sides(),
        reason=form.why,
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, _SAID)
    return redirect("programmes:clause", programme_id, clause_id)
