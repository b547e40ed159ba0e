"""The tab "Theo dõi", and an obstacle taken up in an amendment of the text."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.lifecycle.actions import start_amendment
from phoihop.lifecycle.forms.guiding import ObstacleAmendmentForm
from phoihop.lifecycle.queries.following import following
from phoihop.plans.actions.obstacles import take_into_amendment
from phoihop.plans.models import Obstacle
from phoihop.plans.queries.obstacles import draft_amendment
from phoihop.programmes.content import AmendmentTerms
from phoihop.programmes.permissions import can_lead
from phoihop.programmes.statuses import EditionKind
from phoihop.programmes.views.loading import opened


@reads(MEMBERS)
def following_tab(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Focal persons, obstacles, emergent tasks, reminders and guidance of a programme."""
    found = opened(request, programme_id)
    context = {
        "programme": found.programme,
        "state": following(found.edition, acting(request), clock.today()),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/following.html", context)


def _obstacle(request: HttpRequest, obstacle_id: int) -> Obstacle:
    rows = Obstacle.objects.visible_to(acting(request)).select_related("programme", "clause")
    row: Obstacle = get_object_or_404(rows, pk=obstacle_id)
    if not can_lead(acting(request), row.programme):
        raise PermissionDenied
    return row


@reads(OFFICERS)
def amend_page(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    """What will happen: a new draft that amends the text, or the one already being written."""
    row = _obstacle(request, obstacle_id)
    grounds = f"Giải quyết vướng mắc ở mục {row.clause.path}: {row.text}"
    return _amend_page(request, row, ObstacleAmendmentForm(initial={"grounds": grounds}))


def _amend_page(
    request: HttpRequest, row: Obstacle, form: ObstacleAmendmentForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "obstacle": row,
        "programme": row.programme,
        "draft": draft_amendment(row.programme),
        "form": form,
        "is_sample": row.is_sample,
    }
    return render(request, "lifecycle/obstacle_amendment.html", context, status=status)


@changes(OFFICERS)
def amend(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    row, form = _obstacle(request, obstacle_id), ObstacleAmendmentForm(request.POST)
    if not form.is_valid():
        return _amend_page(request, row, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _take_up(request, row, form.cleaned_data["grounds"])
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _amend_page(request, row, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "Đã đưa vướng mắc vào bản sửa đổi.")
    return redirect("plans:obstacle", obstacle_id)


@transaction.atomic
def _take_up(request: HttpRequest, row: Obstacle, grounds: str) -> None:
    member, now = acting(request), clock.now()
    draft = draft_amendment(row.programme) or start_amendment(
        programme=row.programme,
        terms=AmendmentTerms(kind=EditionKind.AMEND, grounds=grounds),
        origin=f"Từ vướng mắc ở mục {row.clause.path}",
        by=member,
        at=now,
    )
    seen = whole_number(request.POST.get("version")) or 0
    take_into_amendment(obstacle=row, edition=draft, version=seen, by=member, at=now)
