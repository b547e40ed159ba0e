"""What the signing page reads of digital signatures: the paper, links under way, proofs, seals."""

from dataclasses import dataclass
from datetime import date, datetime

from phoihop.accounts.acting import valid_memberships
from phoihop.core.member import Member
from phoihop.documents.permissions import can_number
from phoihop.documents.queries.signing import FileSignatures, signatures_of
from phoihop.lifecycle.actions.links import token_of
from phoihop.lifecycle.actions.sealing import seal_of
from phoihop.lifecycle.calculations import names_agree
from phoihop.lifecycle.models import EditionSeal, SigningLink, SigningPaper
from phoihop.lifecycle.queries.signing import Signing
from phoihop.lifecycle.statuses import LinkStatus
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Edition
from phoihop.programmes.queries import PartyLine
from phoihop.programmes.statuses import SIGNED


@dataclass(frozen=True)
class PartyProof:
    """A party of the grid with what is known of the digital signatures in its proof."""

    party: PartyLine
    found: FileSignatures | None
    has_other_name: bool


@dataclass(frozen=True)
class SealLine:
    """A body's digital seal on the issued PDF."""

    id: int
    body: str
    file_id: int
    sealed_at: datetime
    found: FileSignatures | None
    can_take_off: bool


@dataclass(frozen=True)
class OtherRole:
    """A membership by which the same person could sign for a party still awaited."""

    membership_id: int
    body: str
    role: str


@dataclass(frozen=True)
class Digital:
    """The digital side of the signing page for one member."""

    paper_file_id: int | None
    paper_signatures: int
    proofs: list[PartyProof]
    own_links: list[SigningLink]
    other_roles: list[OtherRole]
    seals: list[SealLine]
    sealable: list[PartyLine]


def digital(edition: Edition, state: Signing, member: Member, *, today: date) -> Digital:
    """As many queries for ten parties as for two, apart from who may seal: one for each body with a seal."""
    paper = SigningPaper.objects.filter(edition=edition, version=edition.version).first()
    seal_rows = list(EditionSeal.objects.filter(edition=edition).select_related("body").order_by("pk"))
    files = [line.signature.proof_id for line in state.parties if line.signature]
    found = signatures_of([*files, *(row.file_id for row in seal_rows), paper.head_id if paper else None])
    head = found.get(paper.head_id) if paper else None
    return Digital(
        paper_file_id=paper.head_id if paper else None,
        paper_signatures=sum(not one.is_timestamp for one in head.signatures) if head else 0,
        proofs=[_proof(line, found) for line in state.parties if line.signature and line.signature.proof_id],
        own_links=_own_links(edition, member),
        other_roles=_other_roles(state, member, today=today),
        seals=_seals(seal_rows, found, member, today=today),
        sealable=_sealable(edition, state, member, {row.body_id for row in seal_rows}),
    )


def _proof(line: PartyLine, found: dict[int, FileSignatures]) -> PartyProof:
    proof_id = line.signature.proof_id if line.signature else None
    verdicts = found.get(proof_id) if proof_id is not None else None
    name = line.signature.name if line.signature else ""
    names = [one.signer for one in verdicts.signatures if one.stands] if verdicts else []
    return PartyProof(line, verdicts, bool(names) and not any(names_agree(name, one) for one in names))


def _own_links(edition: Edition, member: Member) -> list[SigningLink]:
    rows = SigningLink.objects.filter(
        paper__edition=edition, paper__version=edition.version, person_id=member.person_id,
        body_id=member.body_id,
        status__in=[LinkStatus.WAITING, LinkStatus.HELD],
    )  # fmt: skip
    return list(rows.select_related("paper").order_by("pk"))


def _other_roles(state: Signing, member: Member, *, today: date) -> list[OtherRole]:
    """Other memberships as leader of the same person at parties that have not signed."""
    if not state.awaited or member.role == "viewer":
        return []
    awaited = {line.body_id for line in state.awaited} - {member.body_id}
    rows = valid_memberships(member.person_id, today).filter(role="leader", body_id__in=awaited)
    names = {line.body_id: line.body for line in state.awaited}
    return [OtherRole(row.pk, names[row.body_id], row.get_role_display()) for row in rows]


def _seals(
    rows: list[EditionSeal], found: dict[int, FileSignatures], member: Member, *, today: date
) -> list[SealLine]:
    labels = body_labels({row.body_id for row in rows}, today)
    last = rows[-1].pk if rows else None
    return [
        SealLine(
            id=row.pk,
            body=labels[row.body_id].short_name,
            file_id=row.file_id,
            sealed_at=row.sealed_at,
            found=found.get(row.file_id),
            can_take_off=row.pk == last and can_number(member, row.body),
        )
        for row in rows
    ]


def _sealable(edition: Edition, state: Signing, member: Member, sealed: set[int]) -> list[PartyLine]:
    """The parties whose seal this clerk may put now."""
    if edition.status not in SIGNED or not edition.number_text:
        return []
    wanted = [line for line in state.parties if line.body_id not in sealed and seal_of(line.body_id)]
    bodies = Body.objects.in_bulk([line.body_id for line in wanted])
    return [line for line in wanted if can_number(member, bodies[line.body_id])]


@dataclass(frozen=True)
class LinkShown:
    """A signing link for the person it was made for; `token` only while it may still be used."""

    link: SigningLink
    token: str
    is_waiting: bool
    is_held: bool
    is_expired: bool
    is_signed: bool
    file_id: int
    found: FileSignatures | None
    is_last: bool


def link_shown(link: SigningLink, *, at: datetime) -> LinkShown:
    """The state of a link, and of the file that came back."""
    is_waiting = link.status == LinkStatus.WAITING and link.expires_at > at
    found = signatures_of([link.returned_id])
    return LinkShown(
        link=link,
        token=token_of(link) if is_waiting else "",
        is_waiting=is_waiting,
        is_held=link.status == LinkStatus.HELD,
        is_expired=link.status == LinkStatus.WAITING and not is_waiting,
        is_signed=link.status == LinkStatus.SIGNED,
        file_id=link.paper.head_id,
        found=found.get(link.returned_id) if link.returned_id is not None else None,
        is_last=link.paper.edition.status in SIGNED,
    )
