"""The roadmap of a programme as a timeline with its table, and each milestone."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.periods import add_months
from phoihop.documents.actions import store_file
from phoihop.documents.lists import list_answer, wants_sheet
from phoihop.documents.models import StoredFile
from phoihop.plans import permissions
from phoihop.plans.actions import milestones as actions
from phoihop.plans.forms.roadmap import CarryForm, MilestoneForm, ProofForm
from phoihop.plans.lists import MILESTONES
from phoihop.plans.models import Milestone
from phoihop.plans.queries import milestones as queries
from phoihop.programmes.models import Programme
from phoihop.programmes.queries import assignable_bodies, current_edition
from phoihop.programmes.views.loading import opened

_UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@reads(MEMBERS)
def roadmap(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened(request, programme_id)
    shown = queries.roadmap(found.programme, today=clock.today())
    if wants_sheet(request):
        return list_answer(
            [line for year in shown.years for line in year.lines], MILESTONES,
            title=f"Lộ trình: {found.programme.name}", name=f"lo-trinh-{programme_id}",
            is_sample=found.programme.is_sample,
        )  # fmt: skip
    context = {
        "programme": found.programme,
        "roadmap": shown,
        "may_lead": permissions.can_register_others(acting(request), found.programme),
        "today": clock.today(),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "plans/registration/roadmap.html", context)


def _choices(programme: Programme) -> dict[str, list[tuple[int, str]]]:
    edition = current_edition(programme)
    targets = edition.targets.select_related("clause").order_by("order")
    return {
        "bodies": assignable_bodies(edition, on=clock.today()),
        "targets": [(row.pk, f"{row.clause.path}: {row.name[:90]}") for row in targets],
    }


def _led(request: HttpRequest, programme: Programme) -> None:
    if not permissions.can_register_others(acting(request), programme):
        raise PermissionDenied


def _form_page(
    request: HttpRequest,
    programme: Programme,
    form: MilestoneForm,
    *,
    status: int = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:
    context = {"programme": programme, "form": form, "is_sample": programme.is_sample}
    return render(request, "plans/registration/milestone_form.html", context | more, status=status)


@reads(OFFICERS)
def new(request: HttpRequest, programme_id: int) -> HttpResponse:
    programme = opened(request, programme_id).programme
    _led(request, programme)
    form = MilestoneForm(initial={"bodies": [programme.lead_id]}, **_choices(programme))
    return _form_page(request, programme, form)


@changes(OFFICERS)
def create(request: HttpRequest, programme_id: int) -> HttpResponse:
    programme = opened(request, programme_id).programme
    form = MilestoneForm(request.POST, **_choices(programme))
    if not form.is_valid():
        return _form_page(request, programme, form, status=_UNPROCESSABLE)
    try:
        actions.set_milestone(programme=programme, content=form.content, by=acting(request), at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _form_page(request, programme, form, status=_UNPROCESSABLE)
    messages.success(request, "Đã đặt mốc lộ trình.")
    return redirect("plans:roadmap", programme.pk)


def _milestone(request: HttpRequest, milestone_id: int) -> Milestone:
    """The milestone, or 404 for those who do not see its programme."""
    seen = Programme.objects.visible_to(acting(request)).values("pk")
    rows = Milestone.objects.select_related("programme__lead", "target__edition")
    return get_object_or_404(rows, pk=milestone_id, programme__in=seen)


@reads(MEMBERS)
def milestone(request: HttpRequest, milestone_id: int) -> HttpResponse:
    return _page(request, _milestone(request, milestone_id))


def _page(request: HttpRequest, row: Milestone, *, status: int = HTTPStatus.OK, **forms: Any) -> HttpResponse:
    page = queries.milestone_page(row, acting(request), today=clock.today())
    context = {
        "page": page,
        "line": page.line,
        "milestone": row,
        "programme": row.programme,
        "proof_form": ProofForm(initial={"version": row.version, "on": clock.today()}),
        "carry_form": _carry_form(row),
        "is_sample": row.is_sample,
    }
    return render(request, "plans/registration/milestone.html", context | forms, status=status)


def _carry_form(row: Milestone, data: Any = None) -> CarryForm:
    renewals = row.programme.renewals.order_by("pk").values_list("pk", "name")
    choices = [(row.programme_id, f"{row.programme.name} (năm sau)"), *renewals]
    initial = {"version": row.version, "due_on": add_months(row.due_on, 12)}
    return CarryForm(data, initial=initial, programmes=choices)


@reads(OFFICERS)
def edit(request: HttpRequest, milestone_id: int) -> HttpResponse:
    row = _milestone(request, milestone_id)
    _led(request, row.programme)
    form = MilestoneForm.starting(row, **_choices(row.programme))
    return _form_page(request, row.programme, form, milestone=row)


@changes(OFFICERS)
def change(request: HttpRequest, milestone_id: int) -> HttpResponse:
    row = _milestone(request, milestone_id)
    form = MilestoneForm(request.POST, **_choices(row.programme))
    if not form.is_valid():
        return _form_page(request, row.programme, form, status=_UNPROCESSABLE, milestone=row)
    version = form.cleaned_data["version"] or 0
    try:
        actions.change_milestone(
            milestone=row, content=form.content, version=version, by=acting(request), at=clock.now()
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _form_page(request, row.programme, form, status=_UNPROCESSABLE, milestone=row)
    messages.success(request, "Đã sửa mốc.")
    return redirect("plans:milestone", row.pk)


@changes(OFFICERS)
def drop(request: HttpRequest, milestone_id: int) -> HttpResponse:
    row = _milestone(request, milestone_id)
    programme_id = row.programme_id
    try:
        actions.drop_milestone(milestone=row, by=acting(request), at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("plans:milestone", milestone_id)
    messages.success(request, "Đã bỏ mốc khỏi lộ trình.")
    return redirect("plans:roadmap", programme_id)


@changes(OFFICERS)
def confirm(request: HttpRequest, milestone_id: int) -> HttpResponse:
    row = _milestone(request, milestone_id)
    form = ProofForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, row, status=_UNPROCESSABLE, proof_form=form)
    data = form.cleaned_data
    try:
        actions.confirm_milestone(
            milestone=row, on=data["on"], proof_text=data["proof_text"],
            proof=stored(data["proof"], request), version=data["version"],
            by=acting(request), at=clock.now(),
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _page(request, row, status=_UNPROCESSABLE, proof_form=form)
    messages.success(request, "Đã xác nhận mốc đạt.")
    return redirect("plans:milestone", row.pk)


def stored(given: Any, request: HttpRequest) -> StoredFile | None:
    """The uploaded file kept, when there is one."""
    if not given:
        return None
    return store_file(
        content=given.read(),
        name=given.name,
        media_type=given.content_type or "",
        by=acting(request),
        at=clock.now(),
    )


def _done(request: HttpRequest, row: Milestone, act: Any, *, said: str, **given: Any) -> HttpResponse:
    try:
        act(milestone=row, by=acting(request), at=clock.now(), **given)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, said)
    return redirect("plans:milestone", row.pk)


@changes(OFFICERS)
def unconfirm(request: HttpRequest, milestone_id: int) -> HttpResponse:
    row = _milestone(request, milestone_id)
    return _done(request, row, actions.unconfirm_milestone, said="Đã bỏ xác nhận.")


@changes(OFFICERS)
def carry(request: HttpRequest, milestone_id: int) -> HttpResponse:
    row = _milestone(request, milestone_id)
    form = _carry_form(row, request.POST)
    if not form.is_valid():
        return _page(request, row, status=_UNPROCESSABLE, carry_form=form)
    data = form.cleaned_data
    into = get_object_or_404(Programme.objects.select_related("lead"), pk=data["into"])
    given = {"into": into, "due_on": data["due_on"], "version": data["version"]}
    return _done(request, row, actions.carry_over, said="Đã chuyển mốc sang kỳ sau.", **given)


@changes(OFFICERS)
def undo_carry(request: HttpRequest, milestone_id: int) -> HttpResponse:
    row = _milestone(request, milestone_id)
    return _done(request, row, actions.undo_carry_over, said="Đã hoàn tác việc chuyển tiếp.")
