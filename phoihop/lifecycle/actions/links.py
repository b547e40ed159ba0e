"""Handing the paper to a signing agent by a one-time link, and taking it back signed.

Rows are locked in one order: the edition, its paper, the link. The token stands in no row and no log: it is
made from the server's key and the link's own, shown to the person who asked, and known here by its hash.
"""

import hashlib
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from phoihop.accounts.acting import as_member, valid_memberships
from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.documents import storage
from phoihop.documents.actions import store_file
from phoihop.documents.calculations import PDF
from phoihop.documents.models import StoredFile
from phoihop.documents.queries import read_bytes
from phoihop.documents.signed import words
from phoihop.documents.signed.verdicts import Revocation, SignatureVerdict
from phoihop.lifecycle.actions.entry import sign
from phoihop.lifecycle.actions.signing import Added, added_to, frozen
from phoihop.lifecycle.calculations import names_agree
from phoihop.lifecycle.models import SigningLink, SigningPaper
from phoihop.lifecycle.statuses import LINK, LinkStatus
from phoihop.people.models import Person
from phoihop.programmes import permissions
from phoihop.programmes.actions.locking import locked
from phoihop.programmes.actions.signing import BY_ORDER
from phoihop.programmes.content import SignatureContent
from phoihop.programmes.models import Edition, Party, Signature
from phoihop.programmes.models.editions import Capacity
from phoihop.programmes.statuses import EditionStatus

MOST_REFUSALS = 10
_OPEN = (LinkStatus.WAITING, LinkStatus.HELD)


class LinkRefused(Refused):
    """What an agent is told: a code for programs, a sentence for people (docs/reference/signing-agent.md)."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def token_of(link: SigningLink) -> str:
    """The secret of a link, made anew each time from the server's key: 256 bits, safe in an address."""
    digest = salted_hmac("phoihop.lifecycle.signing_link", str(link.key), algorithm="sha256").digest()
    return urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


@transaction.atomic
def ask_link(
    *, edition: Edition, party: Party, content: SignatureContent, version: int, by: Member, at: datetime
) -> SigningLink:
    """A link for a leader who may sign for the party; an earlier one of the same person is dropped.

    `content` says how the signature will be entered (capacity, authority, principal, position).
    """
    if not permissions.can_sign(by, party, by_order=content.capacity in BY_ORDER):
        raise PermissionDenied
    if content.capacity == Capacity.FOR_SUPERIOR and not content.principal.strip():
        raise Refused("Ký thay (KT.) phải ghi ký thay chức vụ nào, ví dụ Chủ tịch.")
    paper = frozen(edition, by=by, at=at)
    if paper.version != version:
        raise Conflict("Lời văn")
    _refuse_signed(paper, party)
    _drop_open(party, by=by, at=at)
    link = SigningLink(
        paper=paper, party=party, person_id=by.person_id, body_id=by.body_id,
        capacity=content.capacity, authority=content.authority, principal=content.principal,
        position=content.position, asked_at=at,
        expires_at=at + timedelta(minutes=settings.SIGNING_LINK_MINUTES), is_sample=paper.is_sample,
    )  # fmt: skip
    link.token_sha256 = _hash(token_of(link))
    link.save()
    return link


def _refuse_signed(paper: SigningPaper, party: Party) -> None:
    if party.edition_id != paper.edition_id:
        raise Refused("Bên này không ký văn bản này.")
    if Signature.objects.filter(party=party).exists():
        raise Refused("Bên này đã ký.")


def _drop_open(party: Party, *, by: Member, at: datetime) -> None:
    """One open link for a party: the own one and those out of time make room, another's does not.

    A file held for a text since taken back makes room too.
    """
    rows = SigningLink.objects.select_for_update(of=("self",)).select_related("paper__edition")
    for link in rows.filter(party=party, status__in=_OPEN):
        is_current = link.paper.version == link.paper.edition.version
        is_live = is_current and (link.status == LinkStatus.HELD or link.expires_at > at)
        if link.person_id != by.person_id and is_live:
            raise Refused("Một lãnh đạo khác của đơn vị đang ký số văn bản này. Hãy thử lại sau ít phút.")
        _settle(link, "drop", at=at)


def _settle(link: SigningLink, verb: str, *, at: datetime) -> None:
    link.status = LINK.after(link.status, verb)
    link.settled_at = None if link.status == LinkStatus.HELD else at
    link.save(update_fields=["status", "settled_at", "returned", "certificate_name"])


def link_of(token: str) -> SigningLink:
    """The link of a token; LinkRefused (unknown) otherwise."""
    link = SigningLink.objects.select_related("paper__edition").filter(token_sha256=_hash(token)).first()
    if link is None:
        raise LinkRefused("unknown", "Liên kết ký số không đúng. Hãy lấy liên kết mới trên trang ký kết.")
    return link


def handed_out(token: str, *, at: datetime) -> StoredFile:
    """The file a signing agent gets: the paper with all signatures made so far. LinkRefused when closed."""
    link = link_of(token)
    refuse_closed(link, link.paper.edition, at=at)
    return link.paper.head


def refuse_closed(link: SigningLink, edition: Edition, *, at: datetime) -> None:
    """LinkRefused unless the link may still be used for this text."""
    if link.status != LinkStatus.WAITING:
        raise LinkRefused("used", "Liên kết này đã dùng hoặc đã bỏ. Hãy lấy liên kết mới trên trang ký kết.")
    if link.expires_at <= at:
        raise LinkRefused("expired", "Liên kết đã hết hạn. Hãy lấy liên kết mới trên trang ký kết.")
    if link.refusals >= MOST_REFUSALS:
        raise LinkRefused("used", "Liên kết đã bị từ chối quá nhiều lần. Hãy lấy liên kết mới.")
    _refuse_taken_back(link, edition)


def _refuse_taken_back(link: SigningLink, edition: Edition) -> None:
    if edition.status != EditionStatus.SIGNING or edition.version != link.paper.version:
        raise LinkRefused(
            "taken_back", "Văn bản đã rút về dự thảo hoặc đã đủ chữ ký nên không nhận bản ký này."
        )


def _locked(link: SigningLink) -> tuple[Edition, SigningPaper, SigningLink]:
    edition = locked(link.paper.edition)
    paper = SigningPaper.objects.select_for_update(of=("self",)).select_related("file", "head")
    row = SigningLink.objects.select_for_update(of=("self",)).select_related("party")
    return edition, paper.get(pk=link.paper_id), row.get(pk=link.pk)


@transaction.atomic
def bring_back(*, token: str, content: bytes, at: datetime) -> SigningLink:
    """The signed file comes back: exactly the file handed out with one more intact signature, else refused.

    The certificate bears the person's name: the party's signature is entered with the file as its proof. It
    bears another: the file is held for the person to decide. Two at once: the second finds the link used.
    """
    edition, paper, link = _locked(link_of(token))
    refuse_closed(link, edition, at=at)
    by = _member(link, at=at)
    _refuse_other_file(paper, content)
    file = store_file(
        content=content, name=f"chuong-trinh-{edition.programme_id}-da-ky-{link.party_id}.pdf",
        media_type=PDF.media_type, by=by, at=at,
    )  # fmt: skip
    verdict = _new_signature(paper, file, at=at)
    link.returned, link.certificate_name = file, verdict.signer
    full_name = Person.objects.values_list("full_name", flat=True).get(pk=link.person_id)
    if not names_agree(full_name, verdict.signer):
        _settle(link, "hold", at=at)
        return link
    return _entered(link, edition, "bring_back", by=by, at=at)


def _member(link: SigningLink, *, at: datetime) -> Member:
    """The leader the link was made for, as long as they are one."""
    rows = valid_memberships(link.person_id, clock.day_of(at)).filter(body_id=link.body_id, role="leader")
    row = rows.first()
    if row is None:
        raise LinkRefused("not_a_leader", "Người ký không còn là lãnh đạo của đơn vị này.")
    return as_member(row)


def _refuse_other_file(paper: SigningPaper, content: bytes) -> None:
    if not content.startswith(b"%PDF-"):
        raise LinkRefused("not_pdf", "Tệp trả về không phải PDF.")
    if len(content) > settings.UPLOAD_MAX_BYTES:
        raise LinkRefused("too_large", "Tệp trả về quá lớn.")
    if content.startswith(read_bytes(paper.head)):
        return
    if content.startswith(read_bytes(paper.file)):
        raise LinkRefused(
            "stale", "Bên khác vừa ký xong trong lúc này. Hãy tải lại tệp từ liên kết rồi ký lại."
        )
    raise LinkRefused(
        "other_file",
        "Tệp trả về không phải tệp hệ thống đã giao với chữ ký thêm vào (tệp khác, hoặc phần mềm ký đã lưu "
        "lại cả tệp). Hãy ký thẳng lên tệp đã tải.",
    )


def _new_signature(paper: SigningPaper, file: StoredFile, *, at: datetime) -> SignatureVerdict:
    """The one signature that came to the head; LinkRefused for anything else."""
    if not file.may_be_opened:
        raise LinkRefused("waiting", "Tệp đang chờ quét vi-rút. Hãy gửi lại sau ít phút.")
    added = added_to(paper, file, at=at)
    if added is None or len(added.signatures) <= added.before:
        raise LinkRefused("unsigned", "Tệp trả về chưa có chữ ký số mới nào.")
    _refuse_unsound(added)
    newest = added.signatures[-1]
    if newest.revocation == Revocation.REVOKED or words.level(newest) == words.Level.BAD:
        raise LinkRefused("bad_certificate", words.short(newest) or words.headline(newest))
    return newest


def _refuse_unsound(added: Added) -> None:
    if added.pdf.problem:
        raise LinkRefused("unreadable", added.pdf.problem)
    broken = [one for one in added.signatures if not one.stands]
    if broken:
        raise LinkRefused("broken", words.headline(broken[0]))
    if not added.is_on_head:
        raise LinkRefused("changed", "Ngoài chữ ký, tệp trả về còn có phần khác bị thêm hoặc sửa.")
    if len(added.signatures) != added.before + 1:
        raise LinkRefused("too_many", "Tệp trả về có hơn một chữ ký mới; mỗi liên kết chỉ nhận một chữ ký.")


def _entered(link: SigningLink, edition: Edition, verb: str, *, by: Member, at: datetime) -> SigningLink:
    """The party's signature stands, with the file as its proof and as the new head of the paper."""
    content = SignatureContent(
        body_id=link.party.body_id, capacity=Capacity(link.capacity), authority=link.authority,
        principal=link.principal, position=link.position, signed_on=clock.day_of(at),
        proof_id=link.returned_id,
    )  # fmt: skip
    sign(edition=edition, party=link.party, content=content, version=link.paper.version, by=by, at=at)
    _settle(link, verb, at=at)
    return link


@transaction.atomic
def note_refusal(*, token: str, message: str) -> None:
    """A returned file was refused: counted, and the person sees why; called after that attempt was undone."""
    SigningLink.objects.filter(token_sha256=_hash(token), status=LinkStatus.WAITING).update(
        refusals=F("refusals") + 1, last_refusal=message
    )


@transaction.atomic
def decide_link(*, link: SigningLink, is_accepted: bool, by: Member, at: datetime) -> SigningLink:
    """The person uses the held signature after all, or drops the link (held or still waiting).

    Conflict when another party signed on since the file came back: it must be signed anew.
    """
    edition, paper, row = _locked(link)
    if (row.person_id, row.body_id) != (by.person_id, by.body_id):
        raise PermissionDenied
    if not is_accepted:
        _settle(row, "drop", at=at)
        return row
    LINK.after(row.status, "accept")
    _refuse_taken_back(row, edition)
    if row.returned is None or not _is_still_on_head(paper, row.returned):
        raise Refused("Bên khác đã ký sau khi tệp này về. Hãy bỏ bản này, lấy liên kết mới và ký lại.")
    return _entered(row, edition, "accept", by=by, at=at)


def _is_still_on_head(paper: SigningPaper, file: StoredFile) -> bool:
    head = paper.head
    return storage.hash_of(read_bytes(file)[: head.size]) == head.sha256
