"""Pages of obstacles: those of a programme, a new one, one with its turns and what can be done."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.fields import contents_of
from phoihop.core.numbers import whole_number
from phoihop.documents.actions import store_file
from phoihop.documents.lists import MOST_ROWS, list_answer, wants_sheet
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.plans import steps
from phoihop.plans.actions import obstacles as actions
from phoihop.plans.forms.obstacles import (
    AnswerObstacleForm,
    AskAgainForm,
    CloseForm,
    ForwardForm,
    ObstacleForm,
    ReopenForm,
)
from phoihop.plans.lists import OBSTACLES
from phoihop.plans.models import Obstacle
from phoihop.plans.queries import obstacles as queries
from phoihop.plans.queries.emergent import is_running
from phoihop.plans.statuses import OBSTACLE, ObstacleStatus
from phoihop.programmes.models import Clause
from phoihop.programmes.views.loading import Opened, opened

_ANSWER_DAYS = 10
_DONE = {
    "answer": "Đã gửi câu trả lời.",
    "ask_again": "Đã gửi câu hỏi lại.",
    "forward": "Đã chuyển vướng mắc đến nơi giải quyết.",
    "close": "Đã khép lại vướng mắc.",
    "reopen": "Đã mở lại vướng mắc.",
    "withdraw": "Đã rút lại vướng mắc.",
}


@reads(MEMBERS)
def obstacle_list(request: HttpRequest, programme_id: int) -> HttpResponse:
    """All obstacles of one programme, those not solved first chosen."""
    found, today = opened(request, programme_id), clock.today()
    status = request.GET.get("trang-thai", "mo")
    rows = queries.programme_obstacles(found.programme, acting(request), status=status)
    if wants_sheet(request):
        return list_answer(
            queries.obstacle_cards(rows[:MOST_ROWS], today), OBSTACLES,
            title=f"Vướng mắc: {found.programme.name}", name=f"vuong-mac-{programme_id}",
            is_sample=found.programme.is_sample,
        )  # fmt: skip
    page, cards = queries.obstacles_paged(rows, request.GET.get("trang"), today)
    context = {
        "programme": found.programme,
        "page": page,
        "cards": cards,
        "counts": queries.obstacle_counts(found.programme, today),
        "status": status,
        "statuses": [("mo", "chưa giải quyết"), *ObstacleStatus.choices, ("tat-ca", "tất cả")],
        "may_raise": _may_raise(request, found),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "plans/obstacles/list.html", context)


def _may_raise(request: HttpRequest, found: Opened) -> bool:
    if not OFFICERS.allows(acting(request)) or not is_running(found.programme):
        return False
    return bool(queries.obstacle_choices(found.programme, acting(request), clock.today()).raisers)


@reads(OFFICERS)
def new_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The form; "?muc=" is the clause it was opened from."""
    found, today = opened(request, programme_id), clock.today()
    choices = queries.obstacle_choices(found.programme, acting(request), today)
    starting = {
        "clause": request.GET.get("muc", ""),
        "since_on": today,
        "answer_due_on": today + timedelta(days=_ANSWER_DAYS),
    }
    return _new_page(request, found, ObstacleForm(choices=choices, initial=starting))


def _new_page(
    request: HttpRequest, found: Opened, form: ObstacleForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {"programme": found.programme, "form": form, "is_sample": found.programme.is_sample}
    context["may_raise"] = bool(form.fields["body"].choices)  # type: ignore[attr-defined]
    return render(request, "plans/obstacles/new.html", context, status=status)


@changes(OFFICERS)
def create(request: HttpRequest, programme_id: int) -> HttpResponse:
    found, member = opened(request, programme_id), acting(request)
    choices = queries.obstacle_choices(found.programme, member, clock.today())
    form = ObstacleForm(request.POST, request.FILES, choices=choices)
    if not form.is_valid():
        return _new_page(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        row = actions.raise_obstacle(
            clause=get_object_or_404(Clause, pk=form.cleaned_data["clause"]),
            body=get_object_or_404(Body, pk=form.cleaned_data["body"]),
            content=form.content(_stored(request, form)),
            by=member,
            at=clock.now(),
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _new_page(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "Đã nêu vướng mắc; nơi giải quyết được báo ngay.")
    return redirect("plans:obstacle", row.pk)


def _stored(request: HttpRequest, form: forms.Form) -> list[StoredFile]:
    return [
        store_file(content=content, name=name, media_type=kind, by=acting(request), at=clock.now())
        for content, name, kind in contents_of(form.cleaned_data.get("attached", []))
    ]


def _page(request: HttpRequest, obstacle_id: int) -> queries.ObstaclePage:
    try:
        return queries.obstacle_page(obstacle_id, acting(request), clock.today())
    except Obstacle.DoesNotExist as missing:
        raise Http404 from missing


@reads(MEMBERS)
def detail(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    return _detail(request, _page(request, obstacle_id))


def _detail(
    request: HttpRequest,
    page: queries.ObstaclePage,
    *,
    wrong: tuple[str, forms.Form] | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """The page with a form for each verb open; `wrong` is the one that was sent and refused."""
    shown = {verb: _form(verb, page) for verb in page.verbs if verb != "amend"}
    if wrong is not None:
        shown[wrong[0]] = wrong[1]
    context = {
        "page": page,
        "card": page.card,
        "forms": [(verb, OBSTACLE.moves[verb].label, form) for verb, form in shown.items()],
        "first": next(iter(shown), ""),
        "steps": steps.obstacle_steps(acting(request)) if "amend" in page.verbs else [],
        "is_sample": page.card.is_sample,
    }
    return render(request, "plans/obstacles/detail.html", context, status=status)


def _form(verb: str, page: queries.ObstaclePage, data: Any = None, files: Any = None) -> forms.Form:
    """The form of one verb, each under its own prefix so that ids stay apart on the page."""
    soon = {"answer_due_on": clock.today() + timedelta(days=_ANSWER_DAYS)}
    options: dict[str, Any] = {"data": data, "prefix": verb, "initial": soon}
    if verb == "answer":
        return AnswerObstacleForm(files=files, **options)
    if verb == "ask_again":
        return AskAgainForm(**options)
    if verb == "forward":
        bodies = queries.addressees(page.obstacle.programme, clock.today())
        return ForwardForm(bodies=[b for b in bodies if b[0] != page.obstacle.addressed_to_id], **options)
    if verb == "close":
        return CloseForm(**options)
    return ReopenForm(**options) if verb == "reopen" else forms.Form(**options)


@changes(OFFICERS)
def act(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    """One verb of the workflow, as its button says."""
    page, verb = _page(request, obstacle_id), request.POST.get("verb", "")
    if verb not in _ACTS:
        raise Http404
    form = _form(verb, page, request.POST, request.FILES)
    if not form.is_valid():
        return _detail(request, page, wrong=(verb, form), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _ACTS[verb](request, page.obstacle, form)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _detail(request, page, wrong=(verb, form), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _DONE[verb])
    return redirect("plans:obstacle", obstacle_id)


def _common(request: HttpRequest, row: Obstacle) -> dict[str, Any]:
    seen = whole_number(request.POST.get("version")) or 0
    return {"obstacle": row, "version": seen, "by": acting(request), "at": clock.now()}


def _answer(request: HttpRequest, row: Obstacle, form: forms.Form) -> None:
    files = _stored(request, form)
    actions.answer_obstacle(text=form.cleaned_data["text"], files=files, **_common(request, row))


def _ask_again(request: HttpRequest, row: Obstacle, form: forms.Form) -> None:
    given = form.cleaned_data
    actions.ask_again(text=given["text"], answer_due_on=given["answer_due_on"], **_common(request, row))


def _forward(request: HttpRequest, row: Obstacle, form: forms.Form) -> None:
    given = form.cleaned_data
    to = get_object_or_404(Body, pk=given["to"])
    actions.forward_obstacle(
        to=to, answer_due_on=given["answer_due_on"], note=given["note"], **_common(request, row)
    )


def _close(request: HttpRequest, row: Obstacle, form: forms.Form) -> None:
    actions.close_obstacle(reason=form.cleaned_data["note"], **_common(request, row))


def _reopen(request: HttpRequest, row: Obstacle, form: forms.Form) -> None:
    actions.reopen_obstacle(reason=form.cleaned_data["note"], **_common(request, row))


def _withdraw(request: HttpRequest, row: Obstacle, form: forms.Form) -> None:
    actions.withdraw_obstacle(**_common(request, row))


_ACTS: dict[str, Callable[[HttpRequest, Obstacle, forms.Form], None]] = {
    "answer": _answer,
    "ask_again": _ask_again,
    "forward": _forward,
    "close": _close,
    "reopen": _reopen,
    "withdraw": _withdraw,
}
