"""Parts of a draft's targets: how far they add up, and asking, offering, answering."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.documents.lists import Field, list_answer, wants_sheet
from phoihop.organisations.models import Body
from phoihop.programmes.statuses import EditionStatus
from phoihop.targets import actions
from phoihop.targets.forms import PartForm, RefusalForm
from phoihop.targets.models import PartOffer, Target
from phoihop.targets.queries.offers import OffersPage, PartsLine, edition_parts, offers_page
from phoihop.targets.views.loading import opened_edition, opened_target

PARTS: tuple[Field[PartsLine], ...] = (
    Field("Mục", lambda row: row.clause_path, 12),
    Field("Chỉ tiêu", lambda row: row.name, 50),
    Field("Phải đạt", lambda row: row.goal, 26),
    Field("Toàn bộ", lambda row: row.whole, 16),
    Field("Đã chia", lambda row: row.allocated, 16),
    Field("Các phần", lambda row: "; ".join(f"{s.body}: {s.value}" for s in row.segments) or None, 60),
    Field("Tình hình", lambda row: row.gap_words, 30),
    Field("Đề nghị chưa trả lời", lambda row: row.open_offers, 12),
)


@reads(MEMBERS)
def parts(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Every target of a text with what is handed out of it."""
    edition = opened_edition(request, edition_id)
    lines = edition_parts(edition, on=clock.today())
    if wants_sheet(request):
        return list_answer(
            lines, PARTS, title=f"Chia phần chỉ tiêu: {edition.programme.name}",
            name=f"chia-phan-{edition_id}", is_sample=edition.is_sample,
        )  # fmt: skip
    context = {
        "edition": edition,
        "programme": edition.programme,
        "lines": lines,
        "agreed": sum(line.is_agreed for line in lines),
        "is_draft": edition.status == EditionStatus.DRAFT,
        "is_sample": edition.is_sample,
    }
    return render(request, "targets/parts.html", context)


@reads(MEMBERS)
def offers(request: HttpRequest, target_id: int) -> HttpResponse:
    """One target: its bar, what is asked and offered, and the form to propose."""
    return _page(request, opened_target(request, target_id))


def _page(request: HttpRequest, target: Target, *, status: int = HTTPStatus.OK, **forms: Any) -> HttpResponse:
    page = offers_page(target, acting(request), on=clock.today())
    is_draft = target.edition.status == EditionStatus.DRAFT
    context = {
        "page": page,
        "target": target,
        "is_draft": is_draft,
        "form": _form(page, target) if is_draft and page.choices and page.line else None,
        "is_sample": target.edition.is_sample,
    }
    return render(request, "targets/offers.html", context | forms, status=status)


def _form(page: OffersPage, target: Target, data: Any = None) -> PartForm:
    return PartForm(data, bodies=page.choices, unit=target.unit)


@changes(OFFICERS)
def propose(request: HttpRequest, target_id: int) -> HttpResponse:
    target = opened_target(request, target_id)
    form = _form(offers_page(target, acting(request), on=clock.today()), target, request.POST)
    if not form.is_valid():
        return _page(request, target, status=HTTPStatus.UNPROCESSABLE_ENTITY, form=form)
    body = get_object_or_404(Body, pk=form.cleaned_data["body"])
    value, note = form.cleaned_data["value"], form.cleaned_data["note"]
    try:
        actions.propose_part(
            target=target, body=body, value=value, note=note, by=acting(request), at=clock.now()
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _page(request, target, status=HTTPStatus.UNPROCESSABLE_ENTITY, form=form)
    messages.success(request, "Đã ghi đề nghị; bên kia được báo.")
    return redirect("targets:offers", target.pk)


def _offer(request: HttpRequest, offer_id: int) -> PartOffer:
    offer = get_object_or_404(PartOffer.objects.select_related("target__edition__programme"), pk=offer_id)
    if opened_target(request, offer.target_id).pk != offer.target_id:
        raise Http404
    return offer


def _answered(request: HttpRequest, offer_id: int, act: Any, *, said: str, **more: Any) -> HttpResponse:
    offer = _offer(request, offer_id)
    try:
        act(offer=offer, by=acting(request), at=clock.now(), **more)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, said)
    return redirect("targets:offers", offer.target_id)


@changes(OFFICERS)
def accept(request: HttpRequest, offer_id: int) -> HttpResponse:
    return _answered(request, offer_id, actions.accept_part, said="Đã nhận phần này.")


@changes(OFFICERS)
def refuse(request: HttpRequest, offer_id: int) -> HttpResponse:
    form = RefusalForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    return _answered(request, offer_id, actions.refuse_part, said="Đã ghi là không nhận.", reason=reason)


@changes(OFFICERS)
def withdraw(request: HttpRequest, offer_id: int) -> HttpResponse:
    return _answered(request, offer_id, actions.withdraw_part, said="Đã rút đề nghị.")


@changes(OFFICERS)
def undo(request: HttpRequest, offer_id: int) -> HttpResponse:
    return _answered(request, offer_id, actions.undo_part, said="Đã hoàn tác; phần chia trở lại như trước.")
