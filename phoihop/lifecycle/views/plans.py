"""The tab "Kế hoạch": a year's joint plan from proposals to tasks, and each party's implementation plan."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.numbers import whole_number
from phoihop.lifecycle.actions import implementing, joint_plans, plan_tasks
from phoihop.lifecycle.forms.plans import CallForm, CloseForm, DeadlineForm
from phoihop.lifecycle.queries.plan_progress import plan_progress
from phoihop.lifecycle.queries.plans import plans_page
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions as plan_permissions
from phoihop.plans.actions import proposals
from phoihop.plans.models import ProposalRound
from phoihop.programmes import permissions
from phoihop.programmes.statuses import EditionStatus
from phoihop.programmes.views.loading import Opened, opened

_WEEKS_TO_ANSWER = 3


@reads(MEMBERS)
def plans(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The plans of a programme in a year; of a plan its items and how far they are."""
    found = opened(request, programme_id)
    if found.programme.is_plan:
        return _items_page(request, found)
    return _plans_page(request, found)


def _plans_page(request: HttpRequest, found: Opened, *, status: int = 200, **forms: Any) -> HttpResponse:
    today = clock.today()
    year = whole_number(request.GET.get("nam") or request.POST.get("year"))
    page = plans_page(found.edition, acting(request), year=year, today=today)
    due_on = today + timedelta(weeks=_WEEKS_TO_ANSWER)
    deadline = {
        "year": page.year or None,
        "version": page.deadline_version,
        "due_on": page.deadline or due_on,
    }
    context = {
        "programme": found.programme,
        "page": page,
        "call_form": CallForm(initial={"year": page.year, "due_on": due_on}),
        "deadline_form": DeadlineForm(initial=deadline),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/plans.html", context | forms, status=status)


def _items_page(request: HttpRequest, found: Opened) -> HttpResponse:
    context = {
        "programme": found.programme,
        "edition": found.edition,
        "under": found.programme.under,
        "progress": plan_progress(found.edition, acting(request), today=clock.today()),
        "is_in_force": found.edition.status == EditionStatus.IN_FORCE,
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/plan_items.html", context)


def _to_plans(programme_id: int, year: int | None = None) -> HttpResponse:
    response = redirect("lifecycle:plans", programme_id)
    if year is not None:
        response["Location"] += f"?nam={year}"
    return response


@changes(OFFICERS)
def call(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Ask the parties for proposals."""
    found, form = opened(request, programme_id), CallForm(request.POST)
    if not form.is_valid():
        return _plans_page(request, found, status=422, call_form=form)
    made = proposals.open_proposals(
        programme=found.programme, **form.cleaned_data, by=acting(request), at=clock.now()
    )
    messages.success(request, f"Đã mời {made.calls.count()} bên đề xuất nội dung.")
    return redirect("plans:proposals", made.pk)


def _round(found: Opened, year: int) -> ProposalRound:
    rows = ProposalRound.objects.select_related("programme", "plan")
    return get_object_or_404(rows, programme=found.programme, year=year)


@reads(OFFICERS)
def closing(request: HttpRequest, programme_id: int, year: int) -> HttpResponse:
    """What closing the round would put into the draft, counted."""
    found = opened(request, programme_id)
    if not plan_permissions.can_plan(acting(request), found.programme):
        raise PermissionDenied
    row = _round(found, year)
    if row.closed_at is not None:
        return _to_plans(programme_id, year)
    context = {
        "programme": found.programme,
        "round": row,
        "preview": joint_plans.preview_closing(row),
        "form": CloseForm(),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/plan_closing.html", context)


@changes(OFFICERS)
def close(request: HttpRequest, programme_id: int, year: int) -> HttpResponse:
    found, form = opened(request, programme_id), CloseForm(request.POST)
    form.is_valid()
    edition = joint_plans.close_proposals(
        round_=_round(found, year), copies_duties=form.cleaned_data["copies_duties"], by=acting(request),
        at=clock.now(),
    )  # fmt: skip
    messages.success(request, "Đã lập dự thảo kế hoạch liên tịch. Xem lại, gửi góp ý rồi trình ký.")
    return redirect("programmes:detail", edition.programme_id)


@changes(OFFICERS)
def undo_closing(request: HttpRequest, programme_id: int, year: int) -> HttpResponse:
    found = opened(request, programme_id)
    joint_plans.undo_closing(round_=_round(found, year), by=acting(request), at=clock.now())
    messages.success(request, "Đã hoàn tác: dự thảo không còn, đợt đề xuất mở lại.")
    return _to_plans(programme_id, year)


@changes(OFFICERS)
def set_deadline(request: HttpRequest, programme_id: int) -> HttpResponse:
    found, form = opened(request, programme_id), DeadlineForm(request.POST)
    if not form.is_valid():
        return _plans_page(request, found, status=422, deadline_form=form)
    implementing.set_deadline(
        programme=found.programme, **form.cleaned_data, by=acting(request), at=clock.now()
    )
    messages.success(request, "Đã đặt hạn; các bên được báo.")
    return _to_plans(programme_id, form.cleaned_data["year"] or 0)


def _own_body(request: HttpRequest, body_id: int) -> Body:
    body = get_object_or_404(Body, pk=body_id)
    if not permissions.can_write_for(acting(request), body.pk):
        raise PermissionDenied
    return body


@reads(OFFICERS)
def implementation(request: HttpRequest, programme_id: int, body_id: int, year: int) -> HttpResponse:
    """What the body's implementation plan would be made of, counted; year 0 is the whole period."""
    found, body = opened(request, programme_id), _own_body(request, body_id)
    if found.programme.is_plan:
        raise Http404
    today = clock.today()
    context = {
        "programme": found.programme,
        "body": body_labels([body.pk], today)[body.pk],
        "year": year,
        "work": implementing.own_work(found.edition, body, year or None, today=today),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/plan_implementation.html", context)


@changes(OFFICERS)
def draft_implementation(request: HttpRequest, programme_id: int, body_id: int, year: int) -> HttpResponse:
    found, body = opened(request, programme_id), _own_body(request, body_id)
    edition = implementing.draft_implementation(
        programme=found.programme, body=body, year=year or None, by=acting(request), at=clock.now()
    )
    messages.success(request, "Đã lập dự thảo kế hoạch thực hiện. Sửa cho sát rồi trình ký.")
    return redirect("programmes:draft", edition.programme_id)


@reads(OFFICERS)
def tasks_preview(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The tasks that would be made of the plan's items, by body."""
    found = opened(request, programme_id)
    if not permissions.can_lead(acting(request), found.programme):
        raise PermissionDenied
    if not found.programme.is_plan or found.edition.status != EditionStatus.IN_FORCE:
        return _to_plans(programme_id)
    today = clock.today()
    preview = plan_tasks.preview_tasks(found.edition, today=today)
    labels = body_labels({body for _, body in preview.missing}, today)
    context = {
        "programme": found.programme,
        "preview": preview,
        "lines": [(item, labels[body].short_name) for item, body in preview.missing],
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/plan_tasks.html", context)


@changes(OFFICERS)
def make_tasks(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened(request, programme_id)
    count = plan_tasks.make_plan_tasks(plan=found.programme, by=acting(request), at=clock.now())
    messages.success(request, f"Đã lập {count} công việc; các đơn vị thấy ở trang Công việc.")
    return _to_plans(programme_id)


@changes(OFFICERS)
def undo_tasks(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened(request, programme_id)
    count = plan_tasks.undo_plan_tasks(plan=found.programme, by=acting(request), at=clock.now())
    messages.success(request, f"Đã hoàn tác: {count} công việc vừa lập không còn.")
    return _to_plans(programme_id)
