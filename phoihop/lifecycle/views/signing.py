"""A programme's way into force: open, sign, enter for another, record, number, take back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import CLERKS, LEADERS, MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.member import Member
from phoihop.core.numbers import whole_number
from phoihop.documents.actions import store_file
from phoihop.lifecycle import actions, queries
from phoihop.lifecycle.forms import (
    EnterSignatureForm,
    NumberForm,
    PrintedSignatureForm,
    RecordForm,
    SignForm,
    TakeBackForm,
)
from phoihop.lifecycle.queries.digital import digital
from phoihop.lifecycle.sending import sent_out
from phoihop.programmes.models import Edition, Party
from phoihop.programmes.queries import PartyLine, parties
from phoihop.programmes.statuses import EditionStatus, Origin
from phoihop.programmes.views.loading import Opened, opened_working
from phoihop.targets.queries.offers import unsettled


def _forms(found: Opened, state: queries.Signing, member: Member) -> dict[str, Any]:
    today = clock.today()
    start: dict[str, Any] = {"signed_on": today, "version": found.edition.version}
    own = start | {"position": queries.position_of(member, today)}
    number = {"symbol": state.symbol, "issued_on": max(found.edition.in_force_from or today, today)}
    return {
        "sign_forms": [(party, SignForm(initial=own, prefix=f"p{party.id}")) for party in state.own],
        "enter_forms": [
            (party, EnterSignatureForm(initial=start, prefix=f"n{party.id}")) for party in state.enterable
        ],
        "take_back_form": TakeBackForm(),
        "number_form": NumberForm(initial=number, needs_register=state.needs_register),
    }


def _page(request: HttpRequest, found: Opened, *, status: int = 200, **forms: Any) -> HttpResponse:
    state = queries.signing(found.edition, acting(request), today=clock.today())
    context = {
        "opened": found,
        "programme": found.programme,
        "edition": found.edition,
        "state": state,
        "unsettled": unsettled(found.edition, on=clock.today()) if found.is_draft else [],
        "is_signed_here": found.edition.origin == Origin.SIGNED_HERE,
        "is_signing": found.edition.status == EditionStatus.SIGNING,
        "is_sample": found.programme.is_sample,
    }
    context["sent"] = sent_out(found.edition, acting(request), today=clock.today())
    context["digital"] = digital(found.edition, state, acting(request), today=clock.today())
    context |= _forms(found, state, acting(request))
    return render(request, "lifecycle/signing.html", context | forms, status=status)


@reads(MEMBERS)
def signing(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Who has signed, who is awaited, and the next step."""
    return _page(request, opened_working(request, programme_id))


@changes(OFFICERS)
def open_for_signature(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    version = whole_number(request.POST.get("version")) or 0
    actions.open_for_signature(edition=found.edition, version=version, by=acting(request), at=clock.now())
    messages.success(request, "Đã trình ký. Các bên ký được báo; văn bản không sửa được nữa.")
    return redirect("lifecycle:signing", programme_id)


@changes(OFFICERS)
def take_back(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    reason = request.POST.get("reason", "")
    actions.take_back(edition=found.edition, reason=reason, by=acting(request), at=clock.now())
    messages.success(request, "Đã rút về dự thảo; các bên được báo.")
    return redirect("lifecycle:signing", programme_id)


@changes(OFFICERS)
def drop_draft(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    actions.drop_draft(edition=found.edition, by=acting(request), at=clock.now())
    messages.success(request, f"Đã bỏ dự thảo “{found.programme.name}”.")
    return redirect("programmes:list")


def _party(edition: Edition, party_id: int) -> Party:
    return get_object_or_404(edition.parties.select_related("body"), pk=party_id)


def _proof_id(form: SignForm, member: Member) -> int | None:
    given = form.cleaned_data.get("proof")
    if not given:
        return None
    content, kind = given.read(), given.content_type or ""
    return store_file(content=content, name=given.name, media_type=kind, by=member, at=clock.now()).pk


def _replaced(forms: list[tuple[Any, Any]], party_id: int, form: SignForm) -> list[tuple[Any, Any]]:
    return [(party, form if party.id == party_id else usual) for party, usual in forms]


def signing_page_with(request: HttpRequest, found: Opened, party_id: int, form: SignForm) -> HttpResponse:
    """The page again with what was typed for one party, and what is wrong with it."""
    member = acting(request)
    usual = _forms(found, queries.signing(found.edition, member, today=clock.today()), member)
    return _page(request, found, status=422, sign_forms=_replaced(usual["sign_forms"], party_id, form))


@changes(LEADERS)
def sign(request: HttpRequest, programme_id: int, party_id: int) -> HttpResponse:
    found, member = opened_working(request, programme_id), acting(request)
    party = _party(found.edition, party_id)
    form = SignForm(request.POST, request.FILES, prefix=f"p{party_id}")
    if not form.is_valid():
        return signing_page_with(request, found, party_id, form)
    content = form.content(party.body_id, _proof_id(form, member))
    version = form.cleaned_data["version"]
    row = actions.sign(
        edition=found.edition, party=party, content=content, version=version, by=member, at=clock.now()
    )
    return _signed(request, row)


@changes(OFFICERS)
def enter_signature(request: HttpRequest, programme_id: int, party_id: int) -> HttpResponse:
    found, member = opened_working(request, programme_id), acting(request)
    party = _party(found.edition, party_id)
    form = EnterSignatureForm(request.POST, request.FILES, prefix=f"n{party_id}")
    if not form.is_valid():
        usual = _forms(found, queries.signing(found.edition, member, today=clock.today()), member)
        return _page(request, found, status=422, enter_forms=_replaced(usual["enter_forms"], party_id, form))
    content = form.content(party.body_id, _proof_id(form, member))
    version = form.cleaned_data["version"]
    row = actions.enter_signature(
        edition=found.edition, party=party, content=content, version=version, by=member, at=clock.now()
    )
    return _signed(request, row)


def _signed(request: HttpRequest, edition: Edition) -> HttpResponse:
    if edition.status == EditionStatus.IN_FORCE:
        messages.success(request, "Đã đủ chữ ký: chương trình có hiệu lực. Văn thư cơ quan đầu mối cấp số.")
    else:
        messages.success(request, "Đã ghi chữ ký. Chương trình có hiệu lực khi các bên còn lại ký.")
    return redirect("lifecycle:signing", edition.programme_id)


@changes(CLERKS)
def give_number(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    form = NumberForm(request.POST, needs_register="first_number" in request.POST)
    if not form.is_valid():
        return _page(request, found, status=422, number_form=form)
    row = actions.give_number(edition=found.edition, **form.cleaned_data, by=acting(request), at=clock.now())
    messages.success(request, f"Đã cấp số {row.number_text}.")
    return redirect("lifecycle:signing", programme_id)


type Printed = list[tuple[PartyLine, PrintedSignatureForm]]


def _printed_forms(edition: Edition, data: Any = None) -> Printed:
    rows = parties(edition, today=clock.today())
    return [(party, PrintedSignatureForm(data, prefix=f"p{party.id}")) for party in rows]


def _record_page(
    request: HttpRequest, found: Opened, form: RecordForm, printed: Printed, *, status: int = 200
) -> HttpResponse:
    context = {
        "programme": found.programme,
        "form": form,
        "printed": printed,
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/record.html", context, status=status)


@reads(OFFICERS)
def record_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    if not (found.is_draft and found.can_write):
        return redirect("lifecycle:signing", programme_id)
    form = RecordForm(initial={"in_force_from": found.edition.issued_on})
    return _record_page(request, found, form, _printed_forms(found.edition))


@changes(OFFICERS)
def record(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened_working(request, programme_id)
    form, printed = RecordForm(request.POST), _printed_forms(found.edition, request.POST)
    if not all([form.is_valid(), *(one.is_valid() for _, one in printed)]):
        return _record_page(request, found, form, printed, status=422)
    actions.record_signed(
        edition=found.edition, **form.cleaned_data,
        signatures=[one.content(party.body_id) for party, one in printed],
        by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(request, "Đã ghi nhận văn bản đã ký. Báo cáo và việc định kỳ được lập từ hôm nay.")
    return redirect("lifecycle:signing", programme_id)
