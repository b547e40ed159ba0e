"""What pages read of outgoing registers."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from phoihop.core.vietnamese import fold
from phoihop.documents.calculations import number_words, titled
from phoihop.documents.models import IncomingRegister, OutgoingEntry, OutgoingRegister
from phoihop.documents.statuses import NumberStyle
from phoihop.organisations.models import Body, BodyKind

PER_PAGE = 50


@dataclass(frozen=True)
class RegisterCard:
    """A register in the list of a body's registers; `next_number` is what it gives next."""

    id: int
    label: str
    document_type: str
    first_number: int
    last_number: int | None
    is_current: bool

    @property
    def next_number(self) -> int:
        return self.first_number if self.last_number is None else self.last_number + 1


@dataclass(frozen=True)
class EntryRow:
    """A line of a register as printed."""

    id: int
    number_text: str
    document_type: str
    abstract: str
    title: str
    issued_on: date
    signer_name: str
    recipients: str
    kept_by: str
    copies: int | None
    sent_at: datetime | None
    note: str
    given_by: str
    annulled_by: str
    annulled_at: datetime | None
    annulled_reason: str

    @property
    def is_annulled(self) -> bool:
        return self.annulled_at is not None


def registers_of(body_id: int, *, today: date) -> list[RegisterCard]:
    """The body's books of outgoing documents, latest first; one query."""
    rows = OutgoingRegister.objects.filter(body_id=body_id).order_by("-first_day", "document_type")
    return [
        RegisterCard(
            row.pk, row.label, row.document_type, row.first_number, row.last_number,
            row.first_day <= today and (row.last_day is None or row.last_day >= today),
        )
        for row in rows
    ]  # fmt: skip


def incoming_registers_of(body_id: int, *, today: date) -> list[RegisterCard]:
    """The body's books of arrivals, latest first; one query."""
    rows = IncomingRegister.objects.filter(body_id=body_id).order_by("-year")
    return [
        RegisterCard(r.pk, f"năm {r.year}", "", r.first_number, r.last_number, r.year == today.year)
        for r in rows
    ]


def _found(register: OutgoingRegister, words: str) -> QuerySet[OutgoingEntry]:
    rows = OutgoingEntry.objects.filter(register=register).select_related("given_by", "annulled_by")
    return rows.filter(_matching(words)).order_by("number") if words.strip() else rows.order_by("number")


def _matching(words: str) -> Q:
    """Every word stands in the row's key; a bare number is the number itself."""
    plain = words.strip()
    if plain.isdecimal() and plain.isascii() and len(plain) < 9:
        return Q(number=int(plain)) | Q(folded__contains=plain)
    return Q(folded__contains=fold(plain))


def entries_of(register: OutgoingRegister, *, words: str = "") -> list[EntryRow]:
    """Every number of a register in order, annulled ones too; two queries."""
    return _lines(list(_found(register, words)))


def entry_page(
    register: OutgoingRegister, *, words: str, number: str
) -> tuple[list[EntryRow], Page[OutgoingEntry]]:
    """A page of fifty rows, the latest first; three queries."""
    page = Paginator(_found(register, words).reverse(), PER_PAGE).get_page(number)
    return _lines(list(page.object_list)), page


def _lines(entries: list[OutgoingEntry]) -> list[EntryRow]:
    sent = _sent_at([entry.pk for entry in entries])
    return [_row(entry, sent.get(entry.pk)) for entry in entries]


def _sent_at(ids: list[int]) -> dict[int, datetime]:
    """When each was first sent and not recalled."""
    rows = OutgoingEntry.objects.filter(pk__in=ids, sendings__isnull=False, sendings__recalled_at=None)
    found = rows.order_by("-sendings__sent_at").values_list("pk", "sendings__sent_at")
    return {pk: at for pk, at in found if at is not None}


def _row(row: OutgoingEntry, sent_at: datetime | None) -> EntryRow:
    return EntryRow(
        id=row.pk,
        number_text=number_words(row.number, row.symbol),
        document_type=row.document_type,
        abstract=row.abstract,
        title=titled(row.document_type, row.abstract),
        issued_on=row.issued_on,
        signer_name=row.signer_name,
        recipients=row.recipients,
        kept_by=row.kept_by,
        copies=row.copies,
        sent_at=sent_at,
        note=row.note,
        given_by=row.given_by.full_name,
        annulled_by=row.annulled_by.full_name if row.annulled_by else "",
        annulled_at=row.annulled_at,
        annulled_reason=row.annulled_reason,
    )


def same_number(
    *, body_id: int, number: int, symbol: str, issued_on: date, but: int | None = None
) -> list[OutgoingEntry]:
    """Other documents of the body that bear this number and symbol in the same year; one query."""
    rows = OutgoingEntry.objects.filter(
        register__body_id=body_id,
        number=number,
        symbol=symbol,
        issued_on__year=issued_on.year,
        annulled_at=None,
    )
    return list((rows.exclude(pk=but) if but else rows).order_by("pk")[:5])


def next_in(*, body_id: int, document_type: str, day: date) -> tuple[OutgoingRegister, int] | None:
    """The book that would number this type on `day` and the number it gives next; None when none is open."""
    covering = OutgoingRegister.objects.covering(day, document_type=document_type)
    register = covering.filter(body_id=body_id).first()
    if register is None:
        return None
    return register, register.first_number if register.last_number is None else register.last_number + 1


def style_for(body: Body, *, document_type: str, day: date) -> str:
    """How numbers of this type are written on `day`: as the open book has it, else by the kind of body."""
    coming = next_in(body_id=body.pk, document_type=document_type, day=day)
    if coming is not None:
        return coming[0].style
    return NumberStyle.PARTY if body.kind == BodyKind.PARTY_COMMITTEE else NumberStyle.STATE


def register_body(body_id: int) -> Body:
    """Whose registers a body keeps: an office those of the body it serves, others their own; one query."""
    body = Body.objects.select_related("parent").get(pk=body_id)
    return body.parent if body.kind == BodyKind.OFFICE and body.parent else body
