"""Pilot units: which communes have one, each pilot with its assessments, doing it again elsewhere."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.views.downloads import sheet_answer
from phoihop.organisations.models import Body
from phoihop.organisations.queries import area_labels
from phoihop.plans import permissions
from phoihop.plans.actions import pilots as actions
from phoihop.plans.forms.roadmap import AssessmentForm, PilotForm, ReplicateForm
from phoihop.plans.models import Pilot
from phoihop.plans.pilots_file import pilots_sheet
from phoihop.plans.queries import pilots as queries
from phoihop.plans.queries.sheets import clause_choices
from phoihop.plans.statuses import PILOT
from phoihop.plans.views.milestones import stored
from phoihop.programmes.models import Programme
from phoihop.programmes.queries import assignable_bodies, current_edition, named
from phoihop.programmes.views.loading import opened

_UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@reads(MEMBERS)
def board(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened(request, programme_id)
    only_missing = request.GET.get("con-thieu") == "1"
    context = {
        "programme": found.programme,
        "board": queries.pilot_board(found.programme, today=clock.today(), only_missing=only_missing),
        "only_missing": only_missing,
        "may_lead": permissions.can_register_others(acting(request), found.programme),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "plans/registration/pilots.html", context)


@reads(MEMBERS)
def file(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The list as .xlsx."""
    programme = opened(request, programme_id).programme
    lines = queries.pilot_board(programme, today=clock.today()).lines
    return sheet_answer(pilots_sheet(programme, lines), name=f"don-vi-diem-{programme.pk}")


def _form(programme: Programme, data: Any = None) -> PilotForm:
    edition, today = current_edition(programme), clock.today()
    places = queries.pilot_places(programme, today=today)
    boards = Body.objects.on(today).filter(area__in=[pk for pk, _ in places])
    usual = assignable_bodies(edition, on=today)
    known = {pk for pk, _ in usual}
    others = [pk for pk in boards.order_by("pk").values_list("pk", flat=True)[:300] if pk not in known]
    return PilotForm(
        data,
        initial={"since": today},
        clauses=clause_choices(edition),
        areas=places,
        bodies=[*usual, *named(others, on=today)],
    )


def _form_page(
    request: HttpRequest, programme: Programme, form: PilotForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {"programme": programme, "form": form, "is_sample": programme.is_sample}
    return render(request, "plans/registration/pilot_form.html", context, status=status)


@reads(OFFICERS)
def new(request: HttpRequest, programme_id: int) -> HttpResponse:
    programme = opened(request, programme_id).programme
    if not permissions.can_register_others(acting(request), programme):
        raise PermissionDenied
    return _form_page(request, programme, _form(programme))


@changes(OFFICERS)
def choose(request: HttpRequest, programme_id: int) -> HttpResponse:
    programme = opened(request, programme_id).programme
    form = _form(programme, request.POST)
    if not form.is_valid():
        return _form_page(request, programme, form, status=_UNPROCESSABLE)
    try:
        made = actions.choose_pilot(
            programme=programme, content=form.content, by=acting(request), at=clock.now()
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _form_page(request, programme, form, status=_UNPROCESSABLE)
    messages.success(request, "Đã chọn đơn vị điểm.")
    return redirect("plans:pilot", made.pk)


def _pilot(request: HttpRequest, pilot_id: int) -> Pilot:
    """The pilot, or 404 for those who do not see its programme."""
    seen = Programme.objects.visible_to(acting(request)).values("pk")
    rows = Pilot.objects.select_related("programme__lead")
    return get_object_or_404(rows, pk=pilot_id, programme__in=seen)


@reads(MEMBERS)
def pilot(request: HttpRequest, pilot_id: int) -> HttpResponse:
    return _page(request, _pilot(request, pilot_id))


def _page(request: HttpRequest, row: Pilot, *, status: int = HTTPStatus.OK, **forms: Any) -> HttpResponse:
    today = clock.today()
    page = queries.pilot_page(row, acting(request), today=today)
    context = {
        "page": page,
        "line": page.line,
        "pilot": row,
        "programme": row.programme,
        "source": area_labels([row.area_id], today)[row.area_id].full_name,
        "assessment_form": AssessmentForm(initial={"on": today}),
        "replicate_form": _replicate_form(row) if page.may_lead and row.status == "proven" else None,
        "is_sample": row.is_sample,
    }
    return render(request, "plans/registration/pilot.html", context | forms, status=status)


def _replicate_form(row: Pilot, data: Any = None) -> ReplicateForm:
    """Places where this model is not yet."""
    same = Pilot.objects.filter(programme=row.programme, clause=row.clause, name=row.name)
    taken = set(same.values_list("area_id", flat=True))
    places = queries.pilot_places(row.programme, today=clock.today())
    left = [pair for pair in places if pair[0] not in taken and pair[0] != row.programme.area_id]
    return ReplicateForm(data, initial={"since": clock.today()}, areas=left)


def _done(request: HttpRequest, row: Pilot, act: Any, *, said: str, **given: Any) -> HttpResponse:
    try:
        act(pilot=row, by=acting(request), at=clock.now(), **given)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, said)
    return redirect("plans:pilot", row.pk)


@changes(OFFICERS)
def move(request: HttpRequest, pilot_id: int) -> HttpResponse:
    """One of the moves of the table, named by the button."""
    row, verb = _pilot(request, pilot_id), request.POST.get("verb", "")
    if verb not in PILOT.moves:
        raise Http404
    given = {
        "verb": verb,
        "note": request.POST.get("note", "")[:500],
        "version": whole_number(request.POST.get("version")) or 0,
    }
    return _done(request, row, actions.move_pilot, said=f"Đã ghi: {PILOT.moves[verb].label}.", **given)


@changes(OFFICERS)
def assess(request: HttpRequest, pilot_id: int) -> HttpResponse:
    row = _pilot(request, pilot_id)
    form = AssessmentForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, row, status=_UNPROCESSABLE, assessment_form=form)
    given = form.cleaned_data | {"file": stored(form.cleaned_data["file"], request)}
    return _done(request, row, actions.assess_pilot, said="Đã ghi đánh giá.", **given)


@changes(OFFICERS)
def replicate(request: HttpRequest, pilot_id: int) -> HttpResponse:
    row = _pilot(request, pilot_id)
    form = _replicate_form(row, request.POST)
    if not form.is_valid():
        return _page(request, row, status=_UNPROCESSABLE, replicate_form=form)
    data = form.cleaned_data
    given = {"area_ids": data["areas"], "since": data["since"], "decision_text": data["decision_text"]}
    said = f"Đã ghi nhân rộng đến {len(data['areas'])} nơi."
    return _done(request, row, actions.replicate_pilot, said=said, **given)


@changes(OFFICERS)
def drop(request: HttpRequest, pilot_id: int) -> HttpResponse:
    row = _pilot(request, pilot_id)
    programme_id = row.programme_id
    try:
        actions.drop_pilot(pilot=row, by=acting(request), at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("plans:pilot", pilot_id)
    messages.success(request, "Đã bỏ điểm vừa chọn.")
    return redirect("plans:pilots", programme_id)
