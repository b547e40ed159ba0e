"""What the pages of signing read."""

from dataclasses import dataclass
from datetime import date

from phoihop.accounts.models import Membership
from phoihop.core.member import Member
from phoihop.documents.calculations import party_symbol
from phoihop.documents.models import OutgoingRegister
from phoihop.documents.permissions import can_number
from phoihop.documents.queries import style_for
from phoihop.documents.statuses import NumberStyle
from phoihop.lifecycle.registering import register_of, symbol_for
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.programmes import permissions
from phoihop.programmes.models import Edition, Party
from phoihop.programmes.queries import PartyLine, bodies_without_leader, parties
from phoihop.programmes.statuses import EditionStatus, Origin


@dataclass(frozen=True)
class Signing:
    """Who has signed, who is awaited, and what this member may do next."""

    parties: list[PartyLine]
    awaited: list[PartyLine]
    own: list[PartyLine]
    enterable: list[PartyLine]
    can_open: bool
    can_drop: bool
    can_record: bool
    can_take_back: bool
    can_number: bool
    symbol: str
    needs_register: bool

    @property
    def signed_count(self) -> int:
        return len(self.parties) - len(self.awaited)


def signing(edition: Edition, member: Member, *, today: date) -> Signing:
    """The state of signing for this member; its query count does not depend on the number of programmes."""
    lines = parties(edition, today=today)
    awaited = [line for line in lines if line.signature is None]
    is_draft, is_signing = edition.status == EditionStatus.DRAFT, edition.status == EditionStatus.SIGNING
    leads = permissions.can_lead(member, edition.programme)
    without = bodies_without_leader([line.body_id for line in awaited], today) if is_signing else set()
    numbers = _may_number(edition, member)
    return Signing(
        parties=lines,
        awaited=awaited,
        own=_own(edition, member, awaited) if is_signing else [],
        enterable=[line for line in awaited if line.body_id in without] if leads else [],
        can_open=is_draft and leads,
        can_drop=is_draft and leads and edition.sequence == 1,
        can_record=is_draft
        and permissions.can_write(member, edition.programme, party_ids=[line.body_id for line in lines]),
        can_take_back=is_signing and leads,
        can_number=numbers,
        symbol=_symbol(edition, lines, today) if numbers else "",
        needs_register=numbers and not _has_register(edition, today),
    )


def _own(edition: Edition, member: Member, awaited: list[PartyLine]) -> list[PartyLine]:
    rows = Party.objects.filter(pk__in=[line.id for line in awaited])
    signable = {row.pk for row in rows if permissions.can_sign(member, row, by_order=True)}
    return [line for line in awaited if line.id in signable]


def _may_number(edition: Edition, member: Member) -> bool:
    signed = {EditionStatus.IN_FORCE, EditionStatus.WAITING}
    is_ready = edition.status in signed and edition.origin == Origin.SIGNED_HERE
    return is_ready and not edition.number_text and can_number(member, edition.programme.lead)


def _symbol(edition: Edition, lines: list[PartyLine], today: date) -> str:
    labels = body_labels([line.body_id for line in lines], today)
    bodies = Body.objects.in_bulk([line.body_id for line in lines])
    symbol = symbol_for(edition.programme, [bodies[line.body_id] for line in lines], labels)
    style = style_for(edition.programme.lead, document_type=register_of(edition.programme), day=today)
    return party_symbol(symbol) if style == NumberStyle.PARTY else symbol


def _has_register(edition: Edition, today: date) -> bool:
    covering = OutgoingRegister.objects.covering(today, document_type=register_of(edition.programme))
    return covering.filter(body=edition.programme.lead_id).exists()


def position_of(member: Member, today: date) -> str:
    """The position of the member's role at the body, as a proposal for the signature."""
    rows = Membership.objects.on(today).filter(
        person_id=member.person_id, body_id=member.body_id, role=member.role
    )
    return rows.values_list("position", flat=True).first() or ""
