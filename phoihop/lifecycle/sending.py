"""What the books know of a numbered edition: who should get it, its paper, and how far it came."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.documents.content import OutgoingDetails
from phoihop.documents.models import OutgoingEntry
from phoihop.documents.permissions import can_number, can_see_registers
from phoihop.documents.queries import Counts, SendingLine, counts_of, read_bytes, sendings_of
from phoihop.documents.sources import Origin
from phoihop.lifecycle.models import EditionSeal, SigningPaper
from phoihop.lifecycle.papers import Annexes, programme_paper, template_of
from phoihop.programmes.models import Edition, Signature
from phoihop.writing.pdf import write_pdf


@dataclass(frozen=True)
class SentOut:
    """The section "Gửi và nhận" of the signing page."""

    entry_id: int
    sendings: list[SendingLine]
    counts: Counts
    can_send: bool
    sees_book: bool


def edition_of(entry: OutgoingEntry) -> Edition | None:
    """The edition that carries this number."""
    rows = Edition.objects.filter(outgoing_entry=entry)
    return rows.select_related("programme__area", "programme__lead").first()


def origin_of(entry: OutgoingEntry) -> Origin | None:
    """The lines of "Nơi nhận" of an edition, its parties for words like "các bên ký kết", its page."""
    edition = edition_of(entry)
    if edition is None:
        return None
    return Origin(
        lines=_lines(edition),
        parties=list(edition.parties.order_by("order").values_list("body_id", flat=True)),
        area=edition.programme.area,
        address=reverse("lifecycle:signing", args=[edition.programme_id]),
        title="Mở văn bản trên hệ thống",
    )


def _lines(edition: Edition) -> list[str]:
    return [_line(row.name.strip(" -;."), row.purpose) for row in edition.recipients.order_by("order")]


def _line(name: str, purpose: str) -> str:
    if purpose.lower() == "lưu":
        return f"Lưu: {name}"
    return f"{name} ({purpose})" if purpose else name


def paper_of(entry: OutgoingEntry) -> bytes:
    """The issued file: with the digital seal or signatures where there are any, else written as PDF/A."""
    edition = edition_of(entry)
    if edition is None:
        raise LookupError("no edition carries this number")
    seal = EditionSeal.objects.filter(edition=edition).select_related("file").order_by("-sealed_at").first()
    if seal is not None:
        return read_bytes(seal.file)
    signed = SigningPaper.objects.filter(edition=edition).select_related("head").order_by("-version").first()
    if signed is not None and signed.head_id != signed.file_id:
        return read_bytes(signed.head)
    today = clock.today()
    document = programme_paper(edition, annexes=Annexes(), today=today)
    return write_pdf(document, template=template_of(edition, today=today))


def details_of(edition: Edition) -> OutgoingDetails:
    """What the book of the lead says of the edition: its own signer, and where it goes."""
    own = Signature.objects.filter(party__edition=edition, party__body=edition.programme.lead_id).first()
    return OutgoingDetails(
        signer_position=own.position if own else "",
        signer_name=own.name if own else "",
        recipients="\n".join(_lines(edition)),
        kept_by="VT",
    )


def sent_out(edition: Edition, member: Member, *, today: date) -> SentOut | None:
    """Who got the edition, filed it and read it; None while it has no number of ours."""
    entry = edition.outgoing_entry
    if entry is None:
        return None
    sendings = sendings_of(entry, today=today)
    return SentOut(
        entry_id=entry.pk,
        sendings=sendings,
        counts=counts_of(sendings),
        can_send=can_number(member, entry.register.body),
        sees_book=can_see_registers(member, entry.register.body),
    )
