"""Sending a numbered document: choosing, seeing who gets it, sending, recalling, recording how it left."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import CLERKS, acting, changes, reads
from phoihop.documents import actions, permissions, queries, sources
from phoihop.documents.calculations import number_words
from phoihop.documents.forms import ProofForm, RecallForm, SendForm
from phoihop.documents.models import Delivery, OutgoingEntry, Sending
from phoihop.documents.queries import Proposed
from phoihop.documents.statuses import Channel
from phoihop.documents.views.loading import outgoing_entry, stored
from phoihop.documents.views.outgoing import entry_page

_PREVIEW = "xem-truoc"


def _clerks_entry(request: HttpRequest, entry_id: int) -> OutgoingEntry:
    found = outgoing_entry(request, entry_id)
    if not permissions.can_number(acting(request), found.register.body):
        raise PermissionDenied
    return found


@reads(CLERKS)
def send_page(request: HttpRequest, entry_id: int) -> HttpResponse:
    """The proposed recipients; with the choice made, who exactly gets it and how, before anything is sent."""
    found = _clerks_entry(request, entry_id)
    proposed = queries.proposed_recipients(found, today=clock.today())
    if _PREVIEW not in request.GET:
        ticked = [one.key for one in proposed if not one.has_it]
        return _page(request, found, proposed, SendForm(initial={"to": ticked}, proposed=proposed))
    form = SendForm(request.GET, proposed=proposed)
    chosen = form.chosen(_typed(found, form)) if form.is_valid() else []
    if not chosen:
        messages.error(request, "Hãy chọn ít nhất một nơi nhận.")
        return _page(request, found, proposed, form)
    return _page(request, found, proposed, form, chosen=chosen)


def _typed(entry: OutgoingEntry, form: SendForm) -> list[Proposed]:
    """The lines typed beside the proposed ones, as bodies where their names are known."""
    lines, today = form.cleaned_data["more"].splitlines(), clock.today()
    found = queries.resolved(lines, area=entry.register.body.area, today=today)
    return [one for one in queries.with_state(entry, found, today=today) if not one.has_it]


def _page(
    request: HttpRequest, found: OutgoingEntry, proposed: list[Proposed], form: SendForm, **more: Any
) -> HttpResponse:
    origin = sources.origin_of(found)
    context = {
        "entry": found,
        "number_text": number_words(found.number, found.symbol),
        "has_them": [one for one in proposed if one.has_it],
        "form": form,
        "chosen": more.get("chosen"),
        "channel": Channel(request.GET.get("channel", Channel.POST)).label if more else "",
        "will_write_pdf": found.file is None and origin is not None,
        "lacks_file": found.file is None and origin is None,
        "query": urlencode(request.GET, doseq=True),
        "is_sample": found.is_sample,
    }
    return render(request, "documents/send.html", context)


@changes(CLERKS)
def send(request: HttpRequest, entry_id: int) -> HttpResponse:
    found = _clerks_entry(request, entry_id)
    proposed = queries.proposed_recipients(found, today=clock.today())
    form = SendForm(request.POST, proposed=proposed)
    if not form.is_valid():
        return redirect("documents:send", entry_id)
    chosen = form.chosen(_typed(found, form))
    actions.attach_written_paper(entry=found, by=acting(request), at=clock.now())
    sending = actions.deliver(
        entry=found, to=form.addressees(chosen), note=form.cleaned_data["note"],
        by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(request, f"Đã gửi đến {sending.deliveries.count()} nơi.")
    return redirect("documents:entry", entry_id)


@changes(CLERKS)
def recall(request: HttpRequest, sending_id: int) -> HttpResponse:
    sending = get_object_or_404(Sending.objects.select_related("entry"), pk=sending_id)
    found, form = _clerks_entry(request, sending.entry_id), RecallForm(request.POST)
    if not form.is_valid():
        return entry_page(request, found, status=422, recall_form=form)
    actions.recall(sending=sending, reason=form.cleaned_data["reason"], by=acting(request), at=clock.now())
    messages.success(request, "Đã thu hồi lần gửi; các nơi nhận được báo.")
    return redirect("documents:entry", found.pk)


def _delivery(request: HttpRequest, delivery_id: int) -> Delivery:
    row = get_object_or_404(Delivery.objects.select_related("entry", "proof"), pk=delivery_id)
    _clerks_entry(request, row.entry_id)
    return row


@reads(CLERKS)
def proof_page(request: HttpRequest, delivery_id: int) -> HttpResponse:
    """How a document left for a recipient outside the system."""
    row = _delivery(request, delivery_id)
    start = {"channel": row.channel, "sent_on": row.sent_on, "proof_note": row.proof_note}
    return _proof(request, row, ProofForm(initial=start))


def _proof(request: HttpRequest, row: Delivery, form: ProofForm, *, status: int = 200) -> HttpResponse:
    context = {
        "delivery": row,
        "entry": row.entry,
        "number_text": number_words(row.entry.number, row.entry.symbol),
        "form": form,
        "is_sample": row.is_sample,
    }
    return render(request, "documents/proof.html", context, status=status)


@changes(CLERKS)
def record_proof(request: HttpRequest, delivery_id: int) -> HttpResponse:
    row, form = _delivery(request, delivery_id), ProofForm(request.POST, request.FILES)
    if not form.is_valid():
        return _proof(request, row, form, status=422)
    given = form.cleaned_data
    actions.record_proof(
        delivery=row, channel=Channel(given["channel"]), sent_on=given["sent_on"],
        proof_note=given["proof_note"], proof=stored(request, given["proof"]),
        by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(request, "Đã ghi cách gửi.")
    return redirect("documents:entry", row.entry_id)
