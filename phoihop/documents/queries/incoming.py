"""What pages read of the book of arrivals."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet

from phoihop.core.member import Member
from phoihop.core.vietnamese import fold
from phoihop.documents.calculations import number_words
from phoihop.documents.models import (
    Delivery,
    Forwarding,
    IncomingEntry,
    IncomingRegister,
    ReadReceipt,
)
from phoihop.documents.permissions import files_for
from phoihop.documents.queries.outgoing import PER_PAGE
from phoihop.organisations.queries import body_labels


@dataclass(frozen=True)
class ArrivalRow:
    """A line of the book of arrivals as printed."""

    id: int
    number: int
    arrived_on: date
    sender: str
    number_text: str
    issued_on: date | None
    document_type: str
    abstract: str
    due_on: date | None
    forwarded_to: str
    forwarded_at: datetime | None
    readers: str
    note: str


@dataclass(frozen=True)
class ForwardingLine:
    """Who got it inside the body, and whether it was read."""

    id: int
    to: str
    note: str
    at: datetime
    by: str
    read: str
    is_taken_back: bool


@dataclass(frozen=True)
class WaitingRow:
    """A document sent here that is not in the book yet."""

    id: int
    body: str
    sender: str
    number_text: str
    abstract: str
    issued_on: date
    sent_at: datetime
    note: str
    file_id: int | None
    is_urgent: str
    is_sample: bool


def arrivals_of(register: IncomingRegister, *, words: str = "", today: date) -> list[ArrivalRow]:
    """Every arrival of a book in order; five queries."""
    return _rows(list(_found(register, words)), today=today)


def arrivals_page(
    register: IncomingRegister, *, words: str, number: str, today: date
) -> tuple[list[ArrivalRow], Page[IncomingEntry]]:
    """A page of fifty arrivals, the latest first; six queries."""
    page = Paginator(_found(register, words).reverse(), PER_PAGE).get_page(number)
    return _rows(list(page.object_list), today=today), page


def _found(register: IncomingRegister, words: str) -> QuerySet[IncomingEntry]:
    rows = (
        IncomingEntry.objects.filter(register=register)
        .order_by("number")
        .prefetch_related(
            Prefetch(
                "forwardings",
                Forwarding.objects.filter(taken_back_at=None).select_related("person").order_by("pk"),
            ),
            "receipts__person",
        )
    )
    plain = words.strip()
    if plain.isdecimal() and plain.isascii() and len(plain) < 9:
        return rows.filter(Q(number=int(plain)) | Q(folded__contains=plain))
    return rows.filter(folded__contains=fold(plain)) if plain else rows


def _rows(rows: list[IncomingEntry], *, today: date) -> list[ArrivalRow]:
    bodies = {one.body_id for row in rows for one in row.forwardings.all() if one.body_id}
    labels = body_labels(bodies, today)
    names = {body_id: label.short_name for body_id, label in labels.items()}
    return [_row(row, names) for row in rows]


def _row(row: IncomingEntry, names: dict[int, str]) -> ArrivalRow:
    forwardings = list(row.forwardings.all())
    return ArrivalRow(
        id=row.pk,
        number=row.number,
        arrived_on=row.arrived_on,
        sender=row.sender,
        number_text=row.number_text,
        issued_on=row.issued_on,
        document_type=row.document_type,
        abstract=row.abstract,
        due_on=row.due_on,
        forwarded_to="; ".join(_to(one, names) for one in forwardings),
        forwarded_at=forwardings[0].forwarded_at if forwardings else None,
        readers="; ".join(receipt.person.full_name for receipt in row.receipts.all()),
        note=row.note,
    )


def _to(forwarding: Forwarding, names: dict[int, str]) -> str:
    if forwarding.person is not None:
        return forwarding.person.full_name
    return names.get(forwarding.body_id or 0, "")


def forwarding_lines(entry: IncomingEntry, *, today: date) -> list[ForwardingLine]:
    """Where an arrival went, in order, with who read it; three queries."""
    rows = list(entry.forwardings.select_related("person", "forwarded_by").order_by("pk"))
    labels = body_labels([row.body_id for row in rows if row.body_id], today)
    names = {body_id: label.short_name for body_id, label in labels.items()}
    receipts = list(entry.receipts.select_related("person").order_by("at"))
    return [
        ForwardingLine(
            id=row.pk,
            to=_to(row, names),
            note=row.note,
            at=row.forwarded_at,
            by=row.forwarded_by.full_name,
            read="; ".join(
                f"{one.person.full_name}"
                for one in receipts
                if (one.person_id == row.person_id if row.person_id else one.body_id == row.body_id)
            ),
            is_taken_back=row.taken_back_at is not None,
        )
        for row in rows
    ]


def waiting_in(body_ids: list[int], *, today: date) -> list[WaitingRow]:
    """What was sent to these bodies and is not filed, oldest first; two queries."""
    rows = list(
        Delivery.objects.waiting_for(body_ids)
        .select_related("sending", "entry__register")
        .order_by("sending__sent_at", "pk")
    )
    ids = {row.entry.register.body_id for row in rows} | {row.body_id for row in rows if row.body_id}
    labels = body_labels(ids, today)
    return [
        WaitingRow(
            id=row.pk,
            body=labels[row.body_id or 0].short_name,
            sender=labels[row.entry.register.body_id].name,
            number_text=number_words(row.entry.number, row.entry.symbol),
            abstract=row.entry.abstract,
            issued_on=row.entry.issued_on,
            sent_at=row.sending.sent_at,
            note=row.sending.note,
            file_id=row.sending.file_id,
            is_urgent="" if row.entry.urgency == "normal" else row.entry.get_urgency_display(),
            is_sample=row.is_sample,
        )
        for row in rows
    ]


def deliveries_to_file(member: Member, *, today: date) -> QuerySet[Delivery]:
    """What the member is to file now: nothing for who does not file, or before the year's book is open."""
    books = IncomingRegister.objects.filter(body__in=files_for(member).values("pk"), year=today.year)
    return Delivery.objects.waiting_for(books.values("body"))


def unread_by(member: Member) -> QuerySet[IncomingEntry]:
    """Arrivals passed on to the person who has not said yet that they were read, the oldest first."""
    own = Forwarding.objects.filter(person_id=member.person_id, taken_back_at=None)
    read = ReadReceipt.objects.filter(person_id=member.person_id)
    rows = IncomingEntry.objects.filter(pk__in=own.values("entry")).exclude(pk__in=read.values("entry"))
    return rows.order_by("arrived_on", "pk")


def same_arrivals(
    *, body_id: int, sender: str, number_text: str, issued_on: date | None, but: int | None = None
) -> list[IncomingEntry]:
    """Arrivals of the body with this number, symbol and sender (and day); one query."""
    if not number_text.strip():
        return []
    rows = IncomingEntry.objects.filter(
        register__body_id=body_id, number_text__iexact=number_text.strip(), sender__iexact=sender.strip()
    )
    if issued_on is not None:
        rows = rows.filter(Q(issued_on=None) | Q(issued_on__year=issued_on.year))
    return list((rows.exclude(pk=but) if but else rows).select_related("register").order_by("pk")[:5])
