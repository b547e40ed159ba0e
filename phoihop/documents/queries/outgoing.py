"""What pages read of outgoing registers."""

from dataclasses import dataclass
from datetime import date

from phoihop.documents.calculations import number_words
from phoihop.documents.models import OutgoingEntry, OutgoingRegister
from phoihop.organisations.models import Body, BodyKind


@dataclass(frozen=True)
class RegisterCard:
    """A register in the list of a body's registers."""

    id: int
    label: str
    document_type: str
    first_number: int
    last_number: int | None


@dataclass(frozen=True)
class EntryRow:
    """A line of a register as printed."""

    id: int
    number_text: str
    abstract: str
    issued_on: date
    given_by: str
    is_annulled: bool
    annulled_reason: str


def registers_of(body_id: int) -> list[RegisterCard]:
    """The body's registers, newest year first; one query."""
    rows = OutgoingRegister.objects.filter(body_id=body_id).order_by("-first_day", "document_type")
    return [RegisterCard(r.pk, r.label, r.document_type, r.first_number, r.last_number) for r in rows]


def entries_of(register: OutgoingRegister) -> list[EntryRow]:
    """Every number of a register in order, annulled ones too; one query."""
    rows = OutgoingEntry.objects.filter(register=register).select_related("given_by").order_by("number")
    return [
        EntryRow(
            id=row.pk,
            number_text=number_words(row.number, row.symbol),
            abstract=row.abstract,
            issued_on=row.issued_on,
            given_by=row.given_by.full_name,
            is_annulled=row.annulled_at is not None,
            annulled_reason=row.annulled_reason,
        )
        for row in rows
    ]


def register_body(body_id: int) -> Body:
    """Whose registers a body keeps: an office those of the body it serves, others their own; one query."""
    body = Body.objects.select_related("parent").get(pk=body_id)
    return body.parent if body.kind == BodyKind.OFFICE and body.parent else body
