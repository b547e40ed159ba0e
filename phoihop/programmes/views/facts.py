"""One clause and what was read from it: written while a draft, mended with a reason once signed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.organisations.models import Body
from phoihop.programmes import actions, pages, queries
from phoihop.programmes.forms import AssignmentForm, DutyForm, ReasonForm
from phoihop.programmes.models import Clause, DutyRule
from phoihop.programmes.models.facts import AssignmentRole
from phoihop.programmes.views.loading import Opened, notes_by_clause, opened_clause

_NEW_DUTY = "Thêm chế độ báo cáo, việc định kỳ"
_CHANGED_DUTY = "Sửa chế độ báo cáo, việc định kỳ"
_MENDED = "Đã sửa lỗi nhập. Nội dung trước và sau còn trong trang Lịch sử."


@reads(MEMBERS)
def clause(request: HttpRequest, programme_id: int, clause_id: int) -> HttpResponse:
    found, row = opened_clause(request, programme_id, clause_id)
    context = {
        "opened": found,
        "programme": found.programme,
        "clause": row,
        "line": queries.clause_line(row),
        "facts": queries.clause_facts(row, today=clock.today()),
        "form": _assignment_form(found),
        "notes": notes_by_clause(found, acting(request)).get(row.pk, []),
        "clause_links": [] if found.is_draft else pages.clause_links(acting(request)),
        "edition_links": pages.edition_links() if found.can_write else [],
        "mending_links": pages.mending_links() if found.can_write and not found.is_draft else [],
        "is_sample": found.programme.is_sample,
    }
    return render(request, "programmes/clause.html", context)


def _assignment_form(found: Opened, data: Any = None) -> AssignmentForm:
    bodies = queries.assignable_bodies(found.edition, on=clock.today())
    return AssignmentForm(data, bodies=bodies, is_draft=found.is_draft)


def _back(request: HttpRequest, found: Opened, row: Clause) -> HttpResponse:
    if not found.is_draft:
        messages.success(request, _MENDED)
    return redirect("programmes:clause", found.programme.pk, row.pk)


@changes(OFFICERS)
def assign(request: HttpRequest, programme_id: int, clause_id: int) -> HttpResponse:
    found, row = opened_clause(request, programme_id, clause_id)
    form = _assignment_form(found, request.POST)
    if not form.is_valid():
        return _again(request, found, row, form, title="Thêm phân công")
    body = get_object_or_404(Body, pk=form.cleaned_data["body"])
    role, member, now = AssignmentRole(form.cleaned_data["role"]), acting(request), clock.now()
    if found.is_draft:
        actions.assign(clause=row, body=body, role=role, by=member, at=now)
    else:
        actions.mend_missed_assignment(clause=row, body=body, role=role, reason=form.why, by=member, at=now)
    return _back(request, found, row)


def _again(
    request: HttpRequest, found: Opened, row: Clause, form: ReasonForm, *, title: str, status: int = 422
) -> HttpResponse:
    context = {
        "programme": found.programme,
        "clause": row,
        "form": form,
        "title": title,
        "is_draft": found.is_draft,
        "is_sample": found.programme.is_sample,
    }
    return render(request, "programmes/fact_form.html", context, status=status)


@changes(OFFICERS)
def drop_assignment(
    request: HttpRequest, programme_id: int, clause_id: int, assignment_id: int
) -> HttpResponse:
    found, row = opened_clause(request, programme_id, clause_id)
    assignment = get_object_or_404(
        row.assignments.select_related("clause__edition__programme"), pk=assignment_id
    )
    member, now = acting(request), clock.now()
    if found.is_draft:
        actions.drop_assignment(assignment=assignment, by=member, at=now)
    else:
        reason = request.POST.get("reason", "")
        actions.mend_wrong_assignment(assignment=assignment, reason=reason, by=member, at=now)
    return _back(request, found, row)


def _duty_form(found: Opened, data: Any = None, duty: DutyRule | None = None) -> DutyForm:
    bodies = queries.assignable_bodies(found.edition, on=clock.today())
    initial: dict[str, Any] = vars(duty).copy() if duty else {}
    for party in duty.parties.all() if duty else ():
        initial.setdefault(party.side, []).append(party.body_id)
    return DutyForm(data, bodies=bodies, is_draft=True, initial=initial)


@reads(OFFICERS)
def new_duty(request: HttpRequest, programme_id: int, clause_id: int) -> HttpResponse:
    found, row = opened_clause(request, programme_id, clause_id)
    return _again(request, found, row, _duty_form(found), title=_NEW_DUTY, status=200)


@changes(OFFICERS)
def add_duty(request: HttpRequest, programme_id: int, clause_id: int) -> HttpResponse:
    found, row = opened_clause(request, programme_id, clause_id)
    form = _duty_form(found, request.POST)
    if not form.is_valid():
        return _again(request, found, row, form, title=_NEW_DUTY)
    actions.add_duty(clause=row, spec=form.spec(), **form.sides(), by=acting(request), at=clock.now())
    return _back(request, found, row)


@changes(OFFICERS)
def drop_duty(request: HttpRequest, programme_id: int, clause_id: int, duty_id: int) -> HttpResponse:
    found, row = opened_clause(request, programme_id, clause_id)
    duty = get_object_or_404(row.duties.select_related("clause__edition__programme"), pk=duty_id)
    actions.drop_duty(duty=duty, by=acting(request), at=clock.now())
    return _back(request, found, row)


def _drafted_duty(
    request: HttpRequest, programme_id: int, clause_id: int, duty_id: int
) -> tuple[Opened, DutyRule]:
    found, row = opened_clause(request, programme_id, clause_id)
    return found, get_object_or_404(row.duties.select_related("clause__edition__programme"), pk=duty_id)


@reads(OFFICERS)
def changed_duty(request: HttpRequest, programme_id: int, clause_id: int, duty_id: int) -> HttpResponse:
    """A duty of a draft as it stands, to be changed."""
    found, duty = _drafted_duty(request, programme_id, clause_id, duty_id)
    form = _duty_form(found, duty=duty)
    return _again(request, found, duty.clause, form, title=_CHANGED_DUTY, status=200)


@changes(OFFICERS)
def change_duty(request: HttpRequest, programme_id: int, clause_id: int, duty_id: int) -> HttpResponse:
    found, duty = _drafted_duty(request, programme_id, clause_id, duty_id)
    form = _duty_form(found, request.POST)
    if not form.is_valid():
        return _again(request, found, duty.clause, form, title=_CHANGED_DUTY)
    actions.change_duty(duty=duty, spec=form.spec(), **form.sides(), by=acting(request), at=clock.now())
    return _back(request, found, duty.clause)
