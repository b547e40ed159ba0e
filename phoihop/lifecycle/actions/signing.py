"""The PDF that the parties sign digitally: frozen once, growing by one signature after another."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.documents.actions import keep_own_file
from phoihop.documents.actions.signing import check_signatures
from phoihop.documents.calculations import PDF
from phoihop.documents.models import SignedPdf, StoredFile
from phoihop.documents.queries.signing import verdict_of
from phoihop.documents.signed.verdicts import Changes, Kind, SignatureVerdict
from phoihop.lifecycle.models import SigningPaper
from phoihop.lifecycle.papers import Annexes, programme_paper, template_of
from phoihop.programmes import permissions
from phoihop.programmes.actions.locking import locked
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import EditionStatus
from phoihop.writing.pdf import write_pdf


@transaction.atomic
def freeze_paper(*, edition: Edition, by: Member, at: datetime) -> SigningPaper:
    """The PDF to be signed, for officers and leaders of the parties (`frozen`)."""
    parties = list(edition.parties.values_list("body_id", flat=True))
    if not permissions.can_write(by, edition.programme, party_ids=parties):
        raise PermissionDenied
    return frozen(edition, by=by, at=at)


def frozen(edition: Edition, *, by: Member, at: datetime) -> SigningPaper:
    """The paper of a text that waits for signatures: made when first asked for, the same from then on.

    Locks the edition, then the paper.
    """
    row = locked(edition)
    if row.status != EditionStatus.SIGNING:
        raise Refused("Chỉ lập bản PDF để ký khi văn bản đang chờ ký.")
    kept = SigningPaper.objects.select_for_update(of=("self",)).filter(edition=row, version=row.version)
    return kept.select_related("file", "head").first() or _made(row, by=by, at=at)


def _made(edition: Edition, *, by: Member, at: datetime) -> SigningPaper:
    file = keep_own_file(
        content=paper_of(edition, at=at),
        name=f"chuong-trinh-{edition.programme_id}-de-ky.pdf",
        kind=PDF,
        body_id=edition.programme.lead_id,
        person_id=by.person_id,
        at=at,
        is_sample=edition.is_sample,
    )
    return SigningPaper.objects.create(
        edition=edition, version=edition.version, file=file, head=file, made_at=at,
        is_sample=edition.is_sample,
    )  # fmt: skip


def paper_of(edition: Edition, *, at: datetime) -> bytes:
    """The edition as a PDF with a place for signatures."""
    from phoihop.documents.signed.preparing import with_place_for_signatures

    today = clock.day_of(at)
    document = programme_paper(edition, annexes=Annexes(), today=today)
    return with_place_for_signatures(write_pdf(document, template=template_of(edition, today=today)))


@dataclass(frozen=True)
class Added:
    """What a file adds to the paper as signed so far: its verdicts, and how many were there before."""

    pdf: SignedPdf
    signatures: list[SignatureVerdict]
    before: int

    @property
    def is_on_head(self) -> bool:
        """Exactly the head and signatures upon it, all standing."""
        return (
            self.pdf.since_original in {Changes.NONE, Changes.ALLOWED}
            and len(self.signatures) > self.before
            and all(one.stands for one in self.signatures)
        )


def added_to(paper: SigningPaper, file: StoredFile, *, at: datetime) -> Added | None:
    """What `file` adds to the head of the paper; None when it has no digital signature."""
    known = {paper.head, paper.file}
    pdf = check_signatures(file=file, originals=known, at=at)
    if pdf is None:
        return None
    return Added(pdf, _signatures(pdf.file_id), before=len(_signatures(paper.head_id)))


def _signatures(file_id: int) -> list[SignatureVerdict]:
    pdf = SignedPdf.objects.filter(file=file_id).first()
    rows = pdf.signatures.order_by("order") if pdf is not None else []
    return [verdict for verdict in map(verdict_of, rows) if verdict.kind == Kind.SIGNATURE]


def take_in_proof(edition: Edition, proof_id: int | None, *, at: datetime) -> None:
    """A proof just laid beside a signature: its own signatures are judged and, on the head, carry it on."""
    if proof_id is None:
        return
    file = StoredFile.objects.get(pk=proof_id)
    paper = (
        SigningPaper.objects.select_for_update(of=("self",))
        .select_related("file", "head")
        .filter(edition=edition, version=edition.version)
        .first()
    )
    if paper is None:
        check_signatures(file=file, at=at)
        return
    added = added_to(paper, file, at=at)
    if added is not None and added.pdf.original_id == paper.head_id and added.is_on_head:
        paper.head = file
        paper.save(update_fields=["head"])
