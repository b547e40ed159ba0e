"""What pages read of the digital signatures of files."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any

from phoihop.documents.models import PdfSignature, SignedPdf
from phoihop.documents.signed import words
from phoihop.documents.signed.verdicts import (
    Changes,
    Cover,
    Kind,
    Revocation,
    SignatureVerdict,
    Trust,
    Validity,
)


@dataclass(frozen=True)
class SignatureShown:
    """A digital signature in words; `level` is good, doubtful or bad."""

    headline: str
    level: str
    short: str
    remarks: list[str]
    signer: str
    subject: str
    serial: str
    certificate_sha256: str
    is_timestamp: bool
    stands: bool


@dataclass(frozen=True)
class FileSignatures:
    """What is known of a file's signatures; `text` says whether it is the text handed out here."""

    file_id: int
    problem: str
    is_irregular: bool
    is_our_text: bool
    text: str
    checked_at: datetime
    roots: str
    signatures: list[SignatureShown]

    @property
    def all_stand(self) -> bool:
        return not self.problem and all(one.stands for one in self.signatures)


def signatures_of(file_ids: Iterable[int | None]) -> dict[int, FileSignatures]:
    """By file, for those with digital signatures; two queries."""
    wanted = {file_id for file_id in file_ids if file_id is not None}
    rows = SignedPdf.objects.filter(file__in=wanted).prefetch_related("signatures")
    return {row.file_id: _of_file(row) for row in rows}


def verdict_of(row: PdfSignature) -> SignatureVerdict:
    """The stored verdict as the pure room gave it."""
    values: dict[str, Any] = {one.name: getattr(row, one.name) for one in fields(SignatureVerdict)}
    known = {name: kind(values[name]) for name, kind in _KINDS.items()}
    return SignatureVerdict(**(values | known))


_KINDS: dict[str, type[StrEnum]] = {
    "kind": Kind,
    "cover": Cover,
    "changes": Changes,
    "trust": Trust,
    "validity": Validity,
    "revocation": Revocation,
}


def _of_file(row: SignedPdf) -> FileSignatures:
    ordered = sorted(row.signatures.all(), key=lambda one: one.order)
    is_ours = row.original_id is not None and row.since_original != Changes.SUSPICIOUS
    return FileSignatures(
        file_id=row.file_id,
        problem=row.problem,
        is_irregular=row.is_irregular,
        is_our_text=is_ours,
        text=_text(row, is_ours=is_ours),
        checked_at=row.checked_at,
        roots=row.roots,
        signatures=[_shown(verdict_of(one)) for one in ordered],
    )


def _text(row: SignedPdf, *, is_ours: bool) -> str:
    if is_ours:
        return "Đúng văn bản của hệ thống."
    if row.original_id is not None:
        return "Văn bản của hệ thống nhưng ngoài chữ ký còn có phần thêm vào: hãy đối chiếu."
    return "Văn bản khác với bản hệ thống giao để ký: hãy đối chiếu."


def _shown(verdict: SignatureVerdict) -> SignatureShown:
    return SignatureShown(
        headline=words.headline(verdict),
        level=words.level(verdict).value,
        short=words.short(verdict),
        remarks=words.remarks(verdict),
        signer=verdict.signer,
        subject=verdict.subject,
        serial=verdict.serial,
        certificate_sha256=verdict.certificate_sha256,
        is_timestamp=verdict.kind == Kind.TIMESTAMP,
        stands=verdict.stands,
    )
