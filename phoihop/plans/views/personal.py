"""Personal action plans: one's own, and the standing board's list of who has one."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import DOERS, MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.lists import list_answer, wants_sheet
from phoihop.plans import permissions
from phoihop.plans.actions import personal as actions
from phoihop.plans.forms.roadmap import CommitmentForm
from phoihop.plans.forms.sheets import NoteForm
from phoihop.plans.lists import PERSONAL_PLANS
from phoihop.plans.models import PersonalCommitment, PersonalPlan
from phoihop.plans.queries import personal as queries
from phoihop.plans.queries.sheets import clause_choices
from phoihop.programmes.queries import current_edition
from phoihop.programmes.views.loading import opened

_UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY
_YEARS = range(2000, 2200)


@reads(OFFICERS)
def board(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Who of the own body's members has a plan; for those who work with it alone."""
    found, member = opened(request, programme_id), acting(request)
    if not permissions.can_note_plans(member, member.body_id):
        raise PermissionDenied
    asked = whole_number(request.GET.get("nam"))
    year = asked if asked is not None and asked in _YEARS else clock.today().year
    lines = queries.plan_board(found.programme, member.body_id, year=year, today=clock.today())
    if wants_sheet(request):
        return list_answer(
            lines, PERSONAL_PLANS, title=f"Chương trình hành động cá nhân năm {year}",
            name=f"chuong-trinh-ca-nhan-{year}", is_sample=found.programme.is_sample,
        )  # fmt: skip
    context = {
        "programme": found.programme,
        "year": year,
        "lines": lines,
        "sent": sum(line.plan_id is not None for line in lines),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "plans/registration/personal_board.html", context)


@changes(DOERS)
def open_plan(request: HttpRequest, programme_id: int) -> HttpResponse:
    """One's plan of this year; made the first time."""
    found = opened(request, programme_id)
    try:
        plan = actions.open_plan(programme=found.programme, year=clock.today().year, by=acting(request))
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("plans:registration", programme_id)
    return redirect("plans:personal_plan", plan.pk)


def _plan(request: HttpRequest, plan_id: int) -> PersonalPlan:
    rows = PersonalPlan.objects.visible_to(acting(request)).select_related("programme", "person")
    return get_object_or_404(rows, pk=plan_id)


@reads(MEMBERS)
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    return _page(request, _plan(request, plan_id))


def _page(
    request: HttpRequest, row: PersonalPlan, *, status: int = HTTPStatus.OK, **forms: Any
) -> HttpResponse:
    page = queries.plan_page(row, acting(request))
    clauses = clause_choices(current_edition(row.programme)) if page.may_write else []
    context = {
        "page": page,
        "plan": row,
        "programme": row.programme,
        "form": CommitmentForm(initial={"version": row.version}, clauses=clauses) if page.may_write else None,
        "return_form": NoteForm(initial={"version": row.version}, prefix="tra-lai"),
        "reopen_form": NoteForm(prefix="mo-sua"),
        "is_sample": row.is_sample,
    }
    return render(request, "plans/registration/personal_plan.html", context | forms, status=status)


def _commitment(request: HttpRequest, commitment_id: int) -> PersonalCommitment:
    row = get_object_or_404(PersonalCommitment, pk=commitment_id)
    row.plan = _plan(request, row.plan_id)
    return row


@changes(DOERS)
def add(request: HttpRequest, plan_id: int) -> HttpResponse:
    row = _plan(request, plan_id)
    form = CommitmentForm(request.POST, clauses=clause_choices(current_edition(row.programme)))
    if not form.is_valid():
        return _page(request, row, status=_UNPROCESSABLE, form=form)
    try:
        actions.write_commitment(
            plan=row, content=form.content_given, version=form.cleaned_data["version"], by=acting(request)
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _page(request, row, status=_UNPROCESSABLE, form=form)
    messages.success(request, "Đã lưu; chưa gửi.")
    return redirect("plans:personal_plan", row.pk)


@reads(DOERS)
def edit(request: HttpRequest, commitment_id: int) -> HttpResponse:
    row = _commitment(request, commitment_id)
    clauses = clause_choices(current_edition(row.plan.programme))
    form = CommitmentForm.starting(row, clauses=clauses, version=row.plan.version)
    return _edit_page(request, row, form)


def _edit_page(
    request: HttpRequest, row: PersonalCommitment, form: CommitmentForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {"commitment": row, "plan": row.plan, "form": form, "is_sample": row.plan.is_sample}
    return render(request, "plans/registration/personal_edit.html", context, status=status)


@changes(DOERS)
def change(request: HttpRequest, commitment_id: int) -> HttpResponse:
    row = _commitment(request, commitment_id)
    form = CommitmentForm(request.POST, clauses=clause_choices(current_edition(row.plan.programme)))
    if not form.is_valid():
        return _edit_page(request, row, form, status=_UNPROCESSABLE)
    try:
        actions.write_commitment(
            plan=row.plan, content=form.content_given, commitment=row,
            version=form.cleaned_data["version"], by=acting(request),
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _edit_page(request, row, form, status=_UNPROCESSABLE)
    messages.success(request, "Đã lưu.")
    return redirect("plans:personal_plan", row.plan_id)


@changes(DOERS)
def drop(request: HttpRequest, commitment_id: int) -> HttpResponse:
    row = _commitment(request, commitment_id)
    return _done(request, row.plan, actions.drop_commitment, said="Đã bỏ.", commitment=row)


def _done(request: HttpRequest, row: PersonalPlan, act: Any, *, said: str, **given: Any) -> HttpResponse:
    try:
        act(by=acting(request), at=clock.now(), **given)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, said)
    return redirect("plans:personal_plan", row.pk)


@changes(DOERS)
def send(request: HttpRequest, plan_id: int) -> HttpResponse:
    row = _plan(request, plan_id)
    version = whole_number(request.POST.get("version")) or 0
    return _done(request, row, actions.send_plan, said="Đã gửi Ban Thường trực.", plan=row, version=version)


@changes(DOERS)
def take_back(request: HttpRequest, plan_id: int) -> HttpResponse:
    row = _plan(request, plan_id)
    return _done(request, row, actions.take_back_plan, said="Đã rút lại để sửa.", plan=row)


@changes(DOERS)
def reopen(request: HttpRequest, plan_id: int) -> HttpResponse:
    row = _plan(request, plan_id)
    form = NoteForm(request.POST, prefix="mo-sua")
    if not form.is_valid():
        return _page(request, row, status=_UNPROCESSABLE, reopen_form=form)
    reason = form.cleaned_data["note"]
    return _done(request, row, actions.reopen_plan, said="Đã mở sửa.", plan=row, reason=reason)


@changes(OFFICERS)
def note(request: HttpRequest, plan_id: int) -> HttpResponse:
    row = _plan(request, plan_id)
    given = {"verb": "note", "note": "", "version": whole_number(request.POST.get("version")) or 0}
    said = "Đã ghi nhận; mỗi việc thành một công việc của người đó."
    return _done(request, row, actions.answer_plan, said=said, plan=row, **given)


@changes(OFFICERS)
def return_plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    row = _plan(request, plan_id)
    form = NoteForm(request.POST, prefix="tra-lai")
    if not form.is_valid():
        return _page(request, row, status=_UNPROCESSABLE, return_form=form)
    data = form.cleaned_data
    given = {"verb": "return", "note": data["note"], "version": data["version"] or 0}
    return _done(request, row, actions.answer_plan, said="Đã trả lại để bổ sung.", plan=row, **given)
