"""Into force: by a paper already signed, or with the last signature made here; then duties become dates."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from phoihop.core.member import Member
from phoihop.documents.actions import describe, open_register
from phoihop.lifecycle import notices
from phoihop.lifecycle.actions.consulting import refuse_open_consultation
from phoihop.lifecycle.actions.duties import take_effect
from phoihop.lifecycle.actions.signing import take_in_proof
from phoihop.lifecycle.registering import register_of
from phoihop.lifecycle.sending import details_of
from phoihop.programmes import actions as programmes
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models import Edition, Party
from phoihop.programmes.statuses import EditionStatus
from phoihop.targets.actions import refuse_unsettled_parts


@transaction.atomic
def record_signed(
    *, edition: Edition, number_text: str, in_force_from: date, signatures: Iterable[SignatureContent],
    by: Member, at: datetime,
) -> Edition:  # fmt: skip
    """A paper already signed comes into force (programmes.record), with its obligations from today on."""
    row = programmes.record(
        edition=edition,
        number_text=number_text,
        in_force_from=in_force_from,
        signatures=signatures,
        by=by,
        at=at,
    )
    take_effect(row, by=by, at=at)
    return row


@transaction.atomic
def open_for_signature(*, edition: Edition, version: int | None = None, by: Member, at: datetime) -> Edition:
    """Send the draft to its parties (programmes.open_for_signature) and tell their people.

    Refused while a round of consultation is open, or while parts of a fixed target do not make it.
    """
    row = programmes.open_for_signature(edition=edition, version=version, by=by, at=at)
    refuse_open_consultation(row)
    refuse_unsettled_parts(row)
    notices.ask_to_sign(row, at=at)
    return row


@transaction.atomic
def take_back(*, edition: Edition, reason: str, by: Member, at: datetime) -> Edition:
    """Back to draft (programmes.take_back); every party is told."""
    row = programmes.take_back(edition=edition, reason=reason, by=by, at=at)
    notices.tell_taken_back(row, reason=reason, at=at)
    return row


@transaction.atomic
def sign(
    *, edition: Edition, party: Party, content: SignatureContent, version: int | None = None, by: Member,
    at: datetime,
) -> Edition:  # fmt: skip
    """A party signs (programmes.sign); the last signature also lays out what is owed."""
    row = programmes.sign(edition=edition, party=party, content=content, version=version, by=by, at=at)
    take_in_proof(row, content.proof_id, at=at)
    return _after_signature(row, by=by, at=at)


@transaction.atomic
def enter_signature(
    *, edition: Edition, party: Party, content: SignatureContent, version: int | None = None, by: Member,
    at: datetime,
) -> Edition:  # fmt: skip
    """Nhập hộ a party's signature (programmes.enter_signature); the last one also lays out what is owed."""
    row = programmes.enter_signature(
        edition=edition, party=party, content=content, version=version, by=by, at=at
    )
    take_in_proof(row, content.proof_id, at=at)
    return _after_signature(row, by=by, at=at)


def _after_signature(edition: Edition, *, by: Member, at: datetime) -> Edition:
    if edition.status in {EditionStatus.IN_FORCE, EditionStatus.WAITING}:
        take_effect(edition, by=by, at=at)
    return edition


@transaction.atomic
def give_number(
    *,
    edition: Edition,
    symbol: str,
    issued_on: date,
    first_number: int | None = None,
    by: Member,
    at: datetime,
) -> Edition:
    """The lead's clerk numbers the edition after every signature, from its register (`register_of`).

    `first_number` opens that register in the same act, going on from the paper book.
    """
    if first_number is not None:
        open_register(
            body=edition.programme.lead, year=issued_on.year, document_type=register_of(edition.programme),
            first_number=first_number, by=by, at=at,
        )  # fmt: skip
    row = programmes.give_number(
        edition=edition, document_type=register_of(edition.programme), symbol=symbol, issued_on=issued_on,
        by=by, at=at,
    )  # fmt: skip
    if row.outgoing_entry is not None:
        describe(entry=row.outgoing_entry, details=details_of(row), by=by)
    return row
