"""Sending a numbered document to its recipients, recording how it left, and recalling a sending."""

from collections.abc import Collection
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.documents import notices, permissions, sources
from phoihop.documents.actions.entries import attach_file
from phoihop.documents.actions.files import keep_own_file
from phoihop.documents.calculations import PDF, number_words
from phoihop.documents.content import Addressee
from phoihop.documents.models import Delivery, OutgoingEntry, Sending, StoredFile
from phoihop.documents.statuses import Channel


@transaction.atomic
def deliver(
    *, entry: OutgoingEntry, to: Collection[Addressee], note: str = "", by: Member, at: datetime
) -> Sending:
    """Send a numbered document: a row for each recipient; bodies that work here find it waiting.

    Who has it from an earlier sending is left out. Refused when nobody new is left, when the number is
    annulled, and when a body here would get no file to read.
    """
    row = _locked_entry(entry, by)
    if row.annulled_at is not None:
        raise Refused("Số này đã hủy nên không gửi được.")
    wanted = _new_ones(row, to)
    if not wanted:
        raise Refused("Hãy chọn nơi nhận. Những nơi đã được gửi trước đó không gửi lại.")
    if row.file_id is None and any(one.channel == Channel.SYSTEM for one in wanted):
        raise Refused("Hãy kèm tệp của văn bản trước khi gửi trên hệ thống.")
    sending = Sending.objects.create(
        entry=row, file_id=row.file_id, note=note.strip(), sent_by_id=by.person_id, sent_at=at,
        is_sample=row.is_sample,
    )  # fmt: skip
    Delivery.objects.bulk_create(
        Delivery(
            sending=sending, entry=row, body_id=one.body_id, name=one.name, channel=one.channel,
            sent_on=clock.day_of(at), is_sample=row.is_sample,
        )
        for one in wanted
    )  # fmt: skip
    notices.tell_sent(sending, at=at)
    return sending


@transaction.atomic
def attach_written_paper(*, entry: OutgoingEntry, by: Member, at: datetime) -> OutgoingEntry:
    """Lay the PDF of a document written here with its number, while no signed copy lies there.

    Nothing happens for a document that did not come from a higher app.
    """
    row = _locked_entry(entry, by)
    content = sources.paper_of(row) if row.file_id is None else None
    if content is None:
        return row
    file = keep_own_file(
        content=content, name=f"{number_words(row.number, row.symbol).replace('/', '-')}.pdf", kind=PDF,
        body_id=row.register.body_id, person_id=by.person_id, at=at, is_sample=row.is_sample,
    )  # fmt: skip
    return attach_file(entry=row, file=file, by=by, at=at)


def _locked_entry(entry: OutgoingEntry, by: Member) -> OutgoingEntry:
    row = (
        OutgoingEntry.objects.select_for_update(of=("self",))
        .select_related("register__body")
        .get(pk=entry.pk)
    )
    if not permissions.can_number(by, row.register.body):
        raise PermissionDenied
    return row


def _new_ones(entry: OutgoingEntry, to: Collection[Addressee]) -> list[Addressee]:
    """Each recipient once, without the issuing body and those who have the document already."""
    held = entry.deliveries.filter(recalled_at=None).values_list("body_id", "name")
    bodies = {body_id for body_id, _ in held} - {None} | {entry.register.body_id}
    names = {name for body_id, name in held if body_id is None}
    found: dict[tuple[int | None, str], Addressee] = {}
    for one in to:
        is_held = one.name in names if one.body_id is None else one.body_id in bodies
        if not is_held and (one.body_id or one.name.strip()):
            found.setdefault((one.body_id, "" if one.body_id else one.name), one)
    return list(found.values())


@transaction.atomic
def recall(*, sending: Sending, reason: str, by: Member, at: datetime) -> Sending:
    """Undo a sending while no recipient has filed it: every row of it is frozen and says so."""
    _locked_entry(sending.entry, by)
    row = Sending.objects.select_for_update(of=("self",)).get(pk=sending.pk)
    deliveries = list(row.deliveries.select_for_update(of=("self",)).order_by("pk"))
    if row.recalled_at is not None:
        raise Refused("Lần gửi này đã thu hồi từ trước.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do thu hồi.")
    filed = [one.name for one in deliveries if one.filed_at is not None]
    if filed:
        raise Refused(f"Không thu hồi được: {', '.join(filed[:3])} đã vào sổ văn bản này.")
    Delivery.objects.filter(pk__in=[one.pk for one in deliveries]).update(recalled_at=at)
    row.recalled_by_id, row.recalled_at, row.recall_reason = by.person_id, at, reason.strip()
    row.save(update_fields=["recalled_by", "recalled_at", "recall_reason"])
    notices.tell_recalled(row, at=at)
    return row


@transaction.atomic
def record_proof(
    *,
    delivery: Delivery,
    channel: Channel,
    sent_on: date,
    proof_note: str,
    proof: StoredFile | None,
    by: Member,
    at: datetime,
) -> Delivery:
    """Write how and when a document left for a recipient outside, with what proves it."""
    entry = _locked_entry(delivery.entry, by)
    row = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if row.recalled_at is not None:
        raise Refused("Lần gửi này đã thu hồi.")
    if Channel.SYSTEM in {row.channel, channel}:
        raise Refused("Nơi nhận trên hệ thống tự có dấu vết, không cần ghi cách gửi.")
    if not entry.issued_on <= sent_on <= clock.day_of(at):
        raise Refused("Ngày gửi phải từ ngày văn bản đến hôm nay.")
    row.channel, row.sent_on, row.proof_note = channel, sent_on, proof_note.strip()
    row.proof = proof or row.proof
    row.save(update_fields=["channel", "sent_on", "proof_note", "proof"])
    return row
