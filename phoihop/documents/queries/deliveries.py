"""What the sender of a document sees: who got it, filed it, read it, and who not yet."""

from dataclasses import dataclass
from datetime import date, datetime

from phoihop.documents.models import Delivery, OutgoingEntry, Sending
from phoihop.documents.statuses import Channel
from phoihop.organisations.queries import body_labels


@dataclass(frozen=True)
class DeliveryLine:
    """One recipient of a sending with how far it came there."""

    id: int
    name: str
    channel: str
    is_here: bool
    sent_on: date
    proof_id: int | None
    proof_note: str
    filed_at: datetime | None
    filed_number: int | None
    readers: list[str]

    @property
    def status(self) -> str:
        if not self.is_here:
            return (
                "đã gửi, có minh chứng" if self.proof_id or self.proof_note else "đã gửi, chưa có minh chứng"
            )
        if self.filed_at is None:
            return "chờ vào sổ"
        return "đã đọc" if self.readers else "đã vào sổ, chưa ai xác nhận đọc"

    @property
    def colour(self) -> str:
        return {"đã đọc": "green", "chờ vào sổ": "yellow"}.get(self.status, "blue")


@dataclass(frozen=True)
class SendingLine:
    """One act of sending with its recipients."""

    id: int
    at: datetime
    by: str
    note: str
    file_id: int | None
    file_name: str
    deliveries: list[DeliveryLine]
    recalled_at: datetime | None
    recalled_by: str
    recall_reason: str

    @property
    def is_recalled(self) -> bool:
        return self.recalled_at is not None

    @property
    def can_be_recalled(self) -> bool:
        return not self.is_recalled and all(one.filed_at is None for one in self.deliveries)


@dataclass(frozen=True)
class Counts:
    """How far a document came: of `sent` recipients, `here` work in the system."""

    sent: int
    here: int
    filed: int
    read: int


def sendings_of(entry: OutgoingEntry, *, today: date) -> list[SendingLine]:
    """Every sending of a document, latest first; five queries whatever their number."""
    rows = list(
        Sending.objects.filter(entry=entry)
        .select_related("sent_by", "recalled_by", "file")
        .prefetch_related("deliveries__filed__receipts__person")
        .order_by("-sent_at", "-pk")
    )
    ids = {one.body_id for row in rows for one in row.deliveries.all() if one.body_id}
    labels = body_labels(ids, today)
    names = {body_id: label.name for body_id, label in labels.items()}
    return [_sending(row, names) for row in rows]


def _sending(row: Sending, names: dict[int, str]) -> SendingLine:
    deliveries = sorted(row.deliveries.all(), key=lambda one: one.pk)
    return SendingLine(
        id=row.pk,
        at=row.sent_at,
        by=row.sent_by.full_name,
        note=row.note,
        file_id=row.file_id,
        file_name=row.file.name if row.file else "",
        deliveries=[_delivery(one, names) for one in deliveries],
        recalled_at=row.recalled_at,
        recalled_by=row.recalled_by.full_name if row.recalled_by else "",
        recall_reason=row.recall_reason,
    )


def _delivery(row: Delivery, names: dict[int, str]) -> DeliveryLine:
    filed = getattr(row, "filed", None)
    return DeliveryLine(
        id=row.pk,
        name=names.get(row.body_id or 0, row.name),
        channel=row.get_channel_display(),
        is_here=row.channel == Channel.SYSTEM,
        sent_on=row.sent_on,
        proof_id=row.proof_id,
        proof_note=row.proof_note,
        filed_at=row.filed_at,
        filed_number=filed.number if filed else None,
        readers=[one.person.full_name for one in filed.receipts.all()] if filed else [],
    )


def counts_of(sendings: list[SendingLine]) -> Counts:
    """The recipients of all sendings that were not recalled."""
    live = [one for sending in sendings if not sending.is_recalled for one in sending.deliveries]
    here = [one for one in live if one.is_here]
    return Counts(
        sent=len(live),
        here=len(here),
        filed=len([one for one in here if one.filed_at]),
        read=len([one for one in here if one.readers]),
    )
