"""Pages of emergent tasks: those of a programme, a proposal, one with everybody's answer."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.lists import list_answer, wants_sheet
from phoihop.organisations.models import Body
from phoihop.plans.actions import emergent as actions
from phoihop.plans.forms.emergent import EmergentAnswerForm, EmergentForm
from phoihop.plans.lists import EMERGENTS
from phoihop.plans.models import EmergentTask
from phoihop.plans.queries import emergent as queries
from phoihop.programmes.views.loading import Opened, opened


@reads(MEMBERS)
def emergent_list(request: HttpRequest, programme_id: int) -> HttpResponse:
    """All emergent tasks of one programme with their state."""
    found, today = opened(request, programme_id), clock.today()
    rows = queries.programme_emergents(found.programme, acting(request))
    cards = queries.emergent_cards(rows, today)
    if wants_sheet(request):
        return list_answer(
            cards, EMERGENTS, title=f"Nhiệm vụ phát sinh: {found.programme.name}",
            name=f"phat-sinh-{programme_id}", is_sample=found.programme.is_sample,
        )  # fmt: skip
    context = {
        "programme": found.programme,
        "cards": cards,
        "may_propose": _may_propose(request, found),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "plans/emergent/list.html", context)


def _may_propose(request: HttpRequest, found: Opened) -> bool:
    if not OFFICERS.allows(acting(request)) or not queries.is_running(found.programme):
        return False
    return bool(queries.emergent_choices(found.programme, acting(request), clock.today()).proposers)


@reads(OFFICERS)
def new_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened(request, programme_id)
    choices = queries.emergent_choices(found.programme, acting(request), clock.today())
    return _new_page(request, found, EmergentForm(choices=choices))


def _new_page(
    request: HttpRequest, found: Opened, form: EmergentForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {"programme": found.programme, "form": form, "is_sample": found.programme.is_sample}
    context["may_propose"] = bool(form.fields["body"].choices)  # type: ignore[attr-defined]
    return render(request, "plans/emergent/new.html", context, status=status)


@changes(OFFICERS)
def create(request: HttpRequest, programme_id: int) -> HttpResponse:
    found, member = opened(request, programme_id), acting(request)
    choices = queries.emergent_choices(found.programme, member, clock.today())
    form = EmergentForm(request.POST, choices=choices)
    if not form.is_valid():
        return _new_page(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    body = get_object_or_404(Body, pk=form.cleaned_data["body"])
    try:
        row = actions.propose_emergent(
            programme=found.programme, body=body, content=form.given, by=member, at=clock.now()
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _new_page(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "Đã gửi đề xuất để các bên trả lời.")
    return redirect("plans:emergent", row.pk)


def _page(request: HttpRequest, emergent_id: int) -> queries.EmergentPage:
    try:
        return queries.emergent_page(emergent_id, acting(request), clock.today())
    except EmergentTask.DoesNotExist as missing:
        raise Http404 from missing


@reads(MEMBERS)
def detail(request: HttpRequest, emergent_id: int) -> HttpResponse:
    return _detail(request, _page(request, emergent_id))


def _detail(
    request: HttpRequest, page: queries.EmergentPage, *, refused: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    forms = [
        (name, EmergentAnswerForm(initial={"body": body_id}, prefix=str(body_id)), body_id)
        for body_id, name in page.answers_for
    ]
    context = {"page": page, "card": page.card, "forms": forms, "refused": refused}
    return render(
        request, "plans/emergent/detail.html", context | {"is_sample": page.card.is_sample}, status=status
    )


@changes(OFFICERS)
def answer(request: HttpRequest, emergent_id: int) -> HttpResponse:
    """Agree or decline for one of the bodies asked."""
    page = _page(request, emergent_id)
    body = get_object_or_404(Body, pk=whole_number(request.POST.get("body")))
    form = EmergentAnswerForm(request.POST, prefix=str(body.pk))
    agrees = "agree" in request.POST
    if not agrees and "decline" not in request.POST:
        raise Http404
    form.is_valid()
    try:
        row = actions.answer_emergent(
            emergent=page.emergent,
            body=body,
            agrees=agrees,
            reason=form.cleaned_data.get("reason", ""),
            by=acting(request),
            at=clock.now(),
        )
    except Refused as refusal:
        return _detail(request, page, refused=refusal.message, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    words = "Các bên đã thống nhất; việc đã vào danh sách công việc." if row.agreed_at else "Đã trả lời."
    messages.success(request, words)
    return redirect("plans:emergent", emergent_id)


@changes(OFFICERS)
def withdraw(request: HttpRequest, emergent_id: int) -> HttpResponse:
    page = _page(request, emergent_id)
    seen = whole_number(request.POST.get("version")) or 0
    actions.withdraw_emergent(emergent=page.emergent, version=seen, by=acting(request), at=clock.now())
    messages.success(request, "Đã rút đề xuất.")
    return redirect("plans:emergent", emergent_id)
