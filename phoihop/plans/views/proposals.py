"""Pages of a round of proposals: what is on the table, one's own, the lead's grouping, last year's."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.lists import list_answer, wants_sheet
from phoihop.organisations.models import Body
from phoihop.plans import permissions
from phoihop.plans.actions import grouping, proposals
from phoihop.plans.forms.proposals import CarryForm, ChangeRoundForm, JudgeForm, ProposalForm
from phoihop.plans.lists import PROPOSALS
from phoihop.plans.models import Proposal, ProposalRound
from phoihop.plans.queries import proposals as queries
from phoihop.plans.statuses import PROPOSAL
from phoihop.programmes.queries import current_edition


def _round(request: HttpRequest, proposal_round_id: int) -> ProposalRound:
    return get_object_or_404(queries.visible_rounds(acting(request)), pk=proposal_round_id)


def _proposal(request: HttpRequest, proposal_id: int) -> Proposal:
    rounds = queries.visible_rounds(acting(request)).values("pk")
    rows = Proposal.objects.filter(round__in=rounds).select_related(
        "round__programme__lead", "body", "clause"
    )
    return get_object_or_404(rows, pk=proposal_id)


def _page(request: HttpRequest, round_: ProposalRound, *, status: int = 200, **forms: Any) -> HttpResponse:
    page = queries.round_page(round_, acting(request), clock.today())
    starting = {"due_on": round_.due_on, "note": round_.note, "version": round_.version}
    context = {
        "page": page,
        "round": round_,
        "programme": round_.programme,
        "round_form": ChangeRoundForm(initial=starting),
        "labels": {verb: PROPOSAL.moves[verb].label for verb in ("accept", "return", "take_up", "merge")},
        "is_sample": round_.is_sample,
    }
    return render(request, "plans/proposals.html", context | forms, status=status)


@reads(MEMBERS)
def round_page(request: HttpRequest, proposal_round_id: int) -> HttpResponse:
    """Every proposal under its clause, who answered, who is late."""
    round_ = _round(request, proposal_round_id)
    if wants_sheet(request):
        groups = queries.round_page(round_, acting(request), clock.today()).groups
        return list_answer(
            [(group, line) for group in groups for line in group.lines], PROPOSALS,
            title=f"Đề xuất kế hoạch: {round_.programme.name}", name=f"de-xuat-{round_.pk}",
            is_sample=round_.is_sample,
        )  # fmt: skip
    return _page(request, round_)


@changes(OFFICERS)
def change_call(request: HttpRequest, proposal_round_id: int) -> HttpResponse:
    round_, form = _round(request, proposal_round_id), ChangeRoundForm(request.POST)
    if not form.is_valid():
        return _page(request, round_, status=422, round_form=form)
    proposals.change_call(round_=round_, **form.cleaned_data, by=acting(request), at=clock.now())
    messages.success(request, "Đã đổi hạn gửi đề xuất; các bên được báo.")
    return redirect("plans:proposals", proposal_round_id)


def _form_page(
    request: HttpRequest, round_: ProposalRound, form: ProposalForm, *, row: Proposal | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    context = {
        "round": round_,
        "programme": round_.programme,
        "proposal": row,
        "form": form,
        "is_sample": round_.is_sample,
    }
    return render(request, "plans/proposal_form.html", context, status=status)


def _choices(request: HttpRequest, round_: ProposalRound) -> queries.ProposalChoices:
    found = queries.proposal_choices(round_, acting(request), clock.today())
    if not found.bodies:
        raise PermissionDenied
    return found


@reads(OFFICERS)
def new_page(request: HttpRequest, proposal_round_id: int) -> HttpResponse:
    round_ = _round(request, proposal_round_id)
    if round_.closed_at is not None:
        return redirect("plans:proposals", proposal_round_id)
    choices = _choices(request, round_)
    form = ProposalForm(choices=choices, initial={"body": choices.bodies[0][0]})
    return _form_page(request, round_, form)


@changes(OFFICERS)
def propose(request: HttpRequest, proposal_round_id: int) -> HttpResponse:
    round_ = _round(request, proposal_round_id)
    form = ProposalForm(request.POST, choices=_choices(request, round_))
    if not form.is_valid():
        return _form_page(request, round_, form, status=422)
    body = get_object_or_404(Body, pk=form.cleaned_data["body"])
    try:
        proposals.propose(
            round_=round_, body=body, content=form.proposal(), by=acting(request), at=clock.now()
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _form_page(request, round_, form, status=422)
    messages.success(request, "Đã ghi đề xuất. Khi đã đủ, hãy bấm “Đã gửi đủ đề xuất”.")
    return redirect("plans:proposals", proposal_round_id)


@reads(OFFICERS)
def change_page(request: HttpRequest, proposal_id: int) -> HttpResponse:
    row = _proposal(request, proposal_id)
    if not permissions.can_propose_content(acting(request), row.body, row.round.programme):
        raise PermissionDenied
    clause = current_edition(row.round.programme).clauses.filter(key=row.clause.key).first() or row.clause
    form = ProposalForm.starting(row, choices=_choices(request, row.round), clause_id=clause.pk)
    return _form_page(request, row.round, form, row=row)


@changes(OFFICERS)
def change(request: HttpRequest, proposal_id: int) -> HttpResponse:
    row = _proposal(request, proposal_id)
    data = request.POST.copy()
    data["body"] = str(row.body_id)
    form = ProposalForm(data, choices=_choices(request, row.round))
    if not form.is_valid():
        return _form_page(request, row.round, form, row=row, status=422)
    version = form.cleaned_data["version"] or 0
    try:
        proposals.change_proposal(
            proposal=row, content=form.proposal(), version=version, by=acting(request), at=clock.now()
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _form_page(request, row.round, form, row=row, status=422)
    messages.success(request, "Đã sửa đề xuất.")
    return _back(row)


def _back(row: Proposal) -> HttpResponse:
    response = redirect("plans:proposals", row.round_id)
    response["Location"] += f"#de-xuat-{row.pk}"
    return response


@changes(OFFICERS)
def withdraw(request: HttpRequest, proposal_id: int) -> HttpResponse:
    row = _proposal(request, proposal_id)
    version = whole_number(request.POST.get("version")) or 0
    proposals.withdraw_proposal(proposal=row, version=version, by=acting(request), at=clock.now())
    messages.success(request, "Đã rút đề xuất.")
    return _back(row)


@changes(OFFICERS)
def answer(request: HttpRequest, proposal_round_id: int) -> HttpResponse:
    """The party has proposed all it would lead."""
    round_ = _round(request, proposal_round_id)
    body = get_object_or_404(Body, pk=whole_number(request.POST.get("body")))
    proposals.answer_call(round_=round_, body=body, by=acting(request), at=clock.now())
    messages.success(request, "Đã báo cơ quan đầu mối: đơn vị đã gửi đủ đề xuất.")
    return redirect("plans:proposals", proposal_round_id)


@changes(OFFICERS)
def judge(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """The lead accepts, returns, takes up again, merges, or moves a proposal."""
    row, form = _proposal(request, proposal_id), JudgeForm(request.POST)
    verb = next((name for name in _JUDGING if name in request.POST), None)
    if verb is None or not form.is_valid():
        return _page(request, row.round, status=422)
    _JUDGING[verb](request, row, form.cleaned_data)
    return _back(row)


def _say(verb: str) -> Callable[[HttpRequest, Proposal, dict[str, Any]], None]:
    def act(request: HttpRequest, row: Proposal, given: dict[str, Any]) -> None:
        grouping.judge(
            proposal=row, verb=verb, note=given["note"] if verb == "return" else "",
            version=given["version"], by=acting(request), at=clock.now(),
        )  # fmt: skip

    return act


def _merge(request: HttpRequest, row: Proposal, given: dict[str, Any]) -> None:
    into = Proposal.objects.filter(pk=given["into"], round=row.round_id).first()
    if into is None:
        raise Refused("Hãy chọn đề xuất để ghép vào.")
    grouping.merge(proposal=row, into=into, version=given["version"], by=acting(request), at=clock.now())


def _move(*, up: bool) -> Callable[[HttpRequest, Proposal, dict[str, Any]], None]:
    def act(request: HttpRequest, row: Proposal, given: dict[str, Any]) -> None:
        grouping.move(proposal=row, up=up, version=given["version"], by=acting(request), at=clock.now())

    return act


_JUDGING = {verb: _say(verb) for verb in ("accept", "return", "take_up")} | {
    "merge": _merge,
    "up": _move(up=True),
    "down": _move(up=False),
}


@changes(OFFICERS)
def accept_all(request: HttpRequest, proposal_round_id: int) -> HttpResponse:
    round_ = _round(request, proposal_round_id)
    count = grouping.accept_all(round_=round_, by=acting(request), at=clock.now())
    messages.success(request, f"Đã đưa {count} đề xuất vào kế hoạch.")
    return redirect("plans:proposals", proposal_round_id)


@reads(OFFICERS)
def carry_page(request: HttpRequest, proposal_round_id: int) -> HttpResponse:
    """The contents of earlier years' plans, those not finished marked beforehand."""
    round_ = _round(request, proposal_round_id)
    lines = queries.earlier_items(round_, acting(request), clock.today())
    context = {
        "round": round_,
        "programme": round_.programme,
        "lines": lines,
        "is_sample": round_.is_sample,
    }
    return render(request, "plans/carry_over.html", context)


@changes(OFFICERS)
def carry_over(request: HttpRequest, proposal_round_id: int) -> HttpResponse:
    round_ = _round(request, proposal_round_id)
    lines = queries.earlier_items(round_, acting(request), clock.today())
    form = CarryForm(request.POST, items=[(line.id, line.content) for line in lines])
    if not form.is_valid():
        raise Refused("Hãy chọn ít nhất một nội dung của năm trước.")
    rows = Proposal.objects.filter(pk__in=form.cleaned_data["items"])
    earlier = rows.select_related("round", "body", "clause").order_by("round__year", "order", "pk")
    made = grouping.carry_over(round_=round_, earlier=earlier, by=acting(request), at=clock.now())
    messages.success(request, f"Đã lấy lại {len(made)} nội dung; hãy xem lại thời gian và chỉ tiêu.")
    return redirect("plans:proposals", proposal_round_id)
