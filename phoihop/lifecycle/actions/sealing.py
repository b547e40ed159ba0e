"""A body's digital seal on the issued PDF, after the last signature and the number."""

from datetime import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.documents.actions import attach_file, keep_own_file
from phoihop.documents.actions.signing import check_signatures
from phoihop.documents.calculations import PDF
from phoihop.documents.models import Sending, SignedPdf, StoredFile
from phoihop.documents.permissions import can_number
from phoihop.documents.queries import read_bytes
from phoihop.documents.signed.seals import SealSource
from phoihop.lifecycle.actions.signing import paper_of
from phoihop.lifecycle.models import EditionSeal, SigningPaper
from phoihop.organisations.models import Body
from phoihop.programmes.actions.locking import decide, locked
from phoihop.programmes.models import Edition, Party
from phoihop.programmes.statuses import SIGNED


def seal_of(body_id: int) -> SealSource | None:
    """Where the key of the body's digital seal lies; None for a body without one."""
    source: SealSource | None = settings.SEALS.get(body_id)
    return source


@transaction.atomic
def put_seal(*, edition: Edition, body: Body, by: Member, at: datetime) -> EditionSeal:
    """The clerk puts a party's seal on the issued PDF, once; a second time gives the same seal.

    It goes on the PDF the parties signed digitally when all of them did, else on the PDF with its number; the
    next party's on top. The lead's sealed file lies with its number in the register.
    """
    from phoihop.documents.signed.sealing import SealNotMade, seal

    row = locked(edition)
    source = _checked(row, body, by)
    kept = EditionSeal.objects.filter(edition=row, body=body).first()
    if kept is not None:
        return kept
    base = _issued(row, by=by, at=at)
    try:
        content = seal(
            read_bytes(base), source=source, field_name=f"DauSo{body.pk}",
            reason=f"Ban hành văn bản số {row.number_text}",
        )  # fmt: skip
    except SealNotMade as refusal:
        raise Refused(refusal.message) from refusal
    file = _own_file(row, content, f"chuong-trinh-{row.programme_id}-dau-so.pdf", by=by, at=at)
    check_signatures(file=file, originals=[base], at=at)
    made = EditionSeal.objects.create(
        edition=row, body=body, file=file, sealed_by_id=by.person_id, sealed_at=at, is_sample=row.is_sample
    )
    if row.outgoing_entry is not None and body.pk == row.programme.lead_id:
        attach_file(entry=row.outgoing_entry, file=file, by=by, at=at)
    decide(row, "put_seal", by=by, at=at, data={"body": body.pk, "file": file.pk})
    return made


def _checked(edition: Edition, body: Body, by: Member) -> SealSource:
    source = seal_of(body.pk)
    if source is None or not can_number(by, body):
        raise PermissionDenied
    if not Party.objects.filter(edition=edition, body=body).exists():
        raise Refused("Chỉ đóng dấu số của các bên ký văn bản này.")
    if edition.status not in SIGNED or not edition.number_text:
        raise Refused("Chỉ đóng dấu số sau khi đủ chữ ký và đã cấp số.")
    return source


def _issued(edition: Edition, *, by: Member, at: datetime) -> StoredFile:
    """The latest sealed file, else what all parties signed digitally, else the PDF with its number."""
    sealed = EditionSeal.objects.filter(edition=edition).select_related("file").order_by("-pk").first()
    if sealed is not None:
        return sealed.file
    papers = SigningPaper.objects.filter(edition=edition, version=edition.version).select_related("head")
    paper = papers.first()
    if paper is not None and _all_signed_on(paper):
        return paper.head
    content = paper_of(edition, at=at)
    return _own_file(edition, content, f"chuong-trinh-{edition.programme_id}.pdf", by=by, at=at)


def _all_signed_on(paper: SigningPaper) -> bool:
    """Every party's signature is one on the head: as many digital signatures as parties."""
    head = SignedPdf.objects.filter(file=paper.head).first()
    return head is not None and head.signatures.filter(kind="signature").count() == (
        paper.edition.parties.count()
    )


def _own_file(edition: Edition, content: bytes, name: str, *, by: Member, at: datetime) -> StoredFile:
    return keep_own_file(
        content=content, name=name, kind=PDF, body_id=edition.programme.lead_id, person_id=by.person_id,
        at=at, is_sample=edition.is_sample,
    )  # fmt: skip


@transaction.atomic
def take_off_seal(*, seal: EditionSeal, by: Member, at: datetime) -> None:
    """Undo a seal as long as nobody built on it: no later seal, and the sealed file sent to nobody."""
    row = locked(seal.edition)
    kept = EditionSeal.objects.select_related("file", "body").filter(pk=seal.pk).first()
    if kept is None:
        return
    if not can_number(by, kept.body):
        raise PermissionDenied
    if EditionSeal.objects.filter(edition=row, pk__gt=kept.pk).exists():
        raise Refused("Bên khác đã đóng dấu số lên tệp này nên không gỡ được.")
    if Sending.objects.filter(file=kept.file).exists():
        raise Refused("Tệp đã đóng dấu số đã gửi đi nên không gỡ được.")
    before = SignedPdf.objects.select_related("original").get(file=kept.file).original
    if row.outgoing_entry is not None and row.outgoing_entry.file_id == kept.file_id and before is not None:
        attach_file(entry=row.outgoing_entry, file=before, by=by, at=at)
    kept.delete()
    decide(row, "take_off_seal", by=by, at=at, data={"body": kept.body_id})
