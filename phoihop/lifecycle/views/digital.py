"""Digital signing by people: the PDF to sign, links for the agent, a held file, the body's seal."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import CLERKS, LEADERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.lifecycle.actions.links import ask_link, decide_link
from phoihop.lifecycle.actions.sealing import put_seal, take_off_seal
from phoihop.lifecycle.actions.signing import freeze_paper
from phoihop.lifecycle.forms import LinkForm
from phoihop.lifecycle.models import EditionSeal, SigningLink
from phoihop.lifecycle.queries.digital import link_shown
from phoihop.lifecycle.views.signing import signing_page_with
from phoihop.programmes.models import Party
from phoihop.programmes.views.loading import Opened, opened_working


@changes(OFFICERS)
def freeze(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Make the PDF to be signed."""
    found = opened_working(request, programme_id)
    freeze_paper(edition=found.edition, by=acting(request), at=clock.now())
    messages.success(request, "Đã lập bản PDF để ký. Mọi bên ký trên cùng bản này.")
    return redirect("lifecycle:signing", programme_id)


@changes(LEADERS)
def ask(request: HttpRequest, programme_id: int, party_id: int) -> HttpResponse:
    """A leader asks for a link for the signing software on one's own machine."""
    found, member = opened_working(request, programme_id), acting(request)
    party = _party(found, party_id)
    form = LinkForm(request.POST, prefix=f"p{party_id}")
    if not form.is_valid():
        return signing_page_with(request, found, party_id, form)
    link = ask_link(
        edition=found.edition, party=party, content=form.content(party.body_id),
        version=form.cleaned_data["version"], by=member, at=clock.now(),
    )  # fmt: skip
    return redirect("lifecycle:link", programme_id, link.key)


@reads(LEADERS)
def link_page(request: HttpRequest, programme_id: int, key: str) -> HttpResponse:
    """The link while it may be used, and what became of it; asks again by itself until the file is back."""
    found, link = opened_working(request, programme_id), _link(request, programme_id, key)
    shown = link_shown(link, at=clock.now())
    address = request.build_absolute_uri(reverse("lifecycle:agent")) + f"?khoa={shown.token}"
    context: dict[str, Any] = {
        "programme": found.programme,
        "shown": shown,
        "link": link,
        "address": address if shown.token else "",
        "is_sample": found.programme.is_sample,
    }
    response = render(request, "lifecycle/link.html", context)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@changes(LEADERS)
def decide(request: HttpRequest, programme_id: int, key: str) -> HttpResponse:
    """Use the held signature all the same, or drop the link."""
    link = _link(request, programme_id, key)
    is_accepted = request.POST.get("decision") == "accept"
    decide_link(link=link, is_accepted=is_accepted, by=acting(request), at=clock.now())
    said = (
        "Đã ghi chữ ký kèm tệp đã ký số."
        if is_accepted
        else "Đã bỏ liên kết ký số; chưa có chữ ký nào được ghi."
    )
    messages.success(request, said)
    return redirect("lifecycle:signing", programme_id)


@changes(CLERKS)
def seal(request: HttpRequest, programme_id: int, party_id: int) -> HttpResponse:
    """The clerk puts the body's digital seal."""
    found = opened_working(request, programme_id)
    party = _party(found, party_id)
    put_seal(edition=found.edition, body=party.body, by=acting(request), at=clock.now())
    messages.success(request, "Đã đóng dấu số lên bản PDF ban hành.")
    return redirect("lifecycle:signing", programme_id)


@changes(CLERKS)
def unseal(request: HttpRequest, programme_id: int, seal_id: int) -> HttpResponse:
    """Undo the seal while nobody built on it."""
    found = opened_working(request, programme_id)
    row = EditionSeal.objects.select_related("edition").filter(pk=seal_id, edition=found.edition).first()
    if row is None:
        raise Refused("Dấu số này đã gỡ từ trước.")
    take_off_seal(seal=row, by=acting(request), at=clock.now())
    messages.success(request, "Đã gỡ dấu số; bản PDF trước khi đóng dấu được dùng lại.")
    return redirect("lifecycle:signing", programme_id)


def _party(found: Opened, party_id: int) -> Party:
    return get_object_or_404(found.edition.parties.select_related("body"), pk=party_id)


def _link(request: HttpRequest, programme_id: int, key: str) -> SigningLink:
    """One's own link, made for the body one acts for; 404 otherwise."""
    member = acting(request)
    rows = SigningLink.objects.select_related("paper__edition__programme", "party")
    return get_object_or_404(
        rows, key=key, paper__edition__programme=programme_id, person_id=member.person_id,
        body_id=member.body_id,
    )  # fmt: skip
