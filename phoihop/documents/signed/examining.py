"""Every signature of a PDF, by pyHanko. Runs in the child (confined.py)."""

import asyncio
import io
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

from asn1crypto import x509
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    DiffResult,
    ModificationLevel,
    SuspiciousModification,
)
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import (
    EmbeddedPdfSignature,
    async_validate_pdf_signature,
    async_validate_pdf_timestamp,
)
from pyhanko.sign.validation.status import (
    DocumentTimestampStatus,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    SignatureStatus,
)

from phoihop.documents.signed.trust import (
    SIGNING_USES,
    Evidence,
    aware,
    evidence_of,
    trust_of,
    validity_of,
    with_own,
)
from phoihop.documents.signed.verdicts import (
    Changes,
    Cover,
    Examination,
    Kind,
    NotExaminable,
    Revocation,
    SignatureVerdict,
)

MOST_SIGNATURES = 40
_LOCKED = "Tệp có đặt mật khẩu nên không kiểm tra được chữ ký số. Hãy bỏ mật khẩu trước khi ký."
_TOO_MANY = f"Tệp có nhiều hơn {MOST_SIGNATURES} chữ ký số nên không kiểm tra."
_NO_PDF = "Tệp PDF bị hỏng nên không kiểm tra được chữ ký số."
_NOT_JUDGED = "Chữ ký này viết không đúng chuẩn hoặc bị hỏng nên không kiểm tra được."
_OLD_KIND = "Kiểu chữ ký cũ, không kiểm tra được ở đây."
_KNOWN_KINDS = {"/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "/PBAD_PAdES", "/ETSI.RFC3161"}
_HARMLESS = {ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING}


def examined(content: bytes, *, roots: tuple[bytes, ...], now: datetime, base_size: int = 0) -> Examination:
    """Look at all signatures; NotExaminable when the file as a whole cannot be looked at."""
    reader, is_irregular = _opened(content)
    fields = list(islice(enumerate_sig_fields(reader, filled_status=True), MOST_SIGNATURES + 1))
    if len(fields) > MOST_SIGNATURES:
        raise NotExaminable(_TOO_MANY)
    evidence = evidence_of(reader, roots) if fields else Evidence(())
    found = [_judged(reader, name, field, (evidence, now)) for name, _, field in fields]
    found.sort(key=lambda pair: pair[0])
    return Examination(
        signatures=tuple(verdict for _, verdict in found),
        is_irregular=is_irregular,
        since_base=_since(reader, content, base_size),
    )


def _opened(content: bytes) -> tuple[PdfFileReader, bool]:
    """The file, and whether it had to be read leniently (Word's own PDFs are such)."""
    try:
        reader = PdfFileReader(io.BytesIO(content), strict=True)
        is_irregular = reader.xrefs.hybrid_xrefs_present
    except (PdfReadError, ValueError, KeyError, IndexError):
        is_irregular = True
    try:
        if is_irregular:
            reader = PdfFileReader(io.BytesIO(content), strict=False)
        if reader.encrypted:
            raise NotExaminable(_LOCKED)
    except (PdfReadError, ValueError, KeyError, IndexError) as error:
        raise NotExaminable(_NO_PDF) from error
    return reader, is_irregular


def _since(reader: PdfFileReader, content: bytes, base_size: int) -> Changes:
    """What was added to the original that the file begins with."""
    if not 0 < base_size <= len(content):
        return Changes.SUSPICIOUS
    if base_size == len(content):
        return Changes.NONE
    try:
        base = PdfFileReader(io.BytesIO(content[:base_size]), strict=False)
        found = DEFAULT_DIFF_POLICY.review_file(reader, base.xrefs.total_revisions - 1)
    except (PdfReadError, ValueError, KeyError):
        return Changes.SUSPICIOUS
    return _changes(found)


def _changes(found: DiffResult | SuspiciousModification | None) -> Changes:
    if not isinstance(found, DiffResult):
        return Changes.SUSPICIOUS
    if found.modification_level not in _HARMLESS:
        return Changes.SUSPICIOUS
    return Changes.NONE if found.modification_level == ModificationLevel.NONE else Changes.ALLOWED


def _judged(
    reader: PdfFileReader, name: str, field: Any, given: tuple[Evidence, datetime]
) -> tuple[int, SignatureVerdict]:
    """(the revision that added it, the verdict); one broken signature does not hide the others."""
    try:
        kind = str(field.get_object()["/V"].get_object().get("/SubFilter", ""))
        if kind not in _KNOWN_KINDS:
            return reader.xrefs.total_revisions, SignatureVerdict(field=name, problem=_OLD_KIND)
        signature = EmbeddedPdfSignature(reader, field, name)
        evidence, now = given
        judgement = _Judgement(signature, with_own(evidence, signature), now)
        return signature.signed_revision, judgement.verdict()
    except Exception:  # noqa: BLE001 - whatever a hostile signature makes happen is one answer
        return reader.xrefs.total_revisions, SignatureVerdict(field=name, problem=_NOT_JUDGED)


@dataclass(frozen=True)
class _Judgement:
    """One signature and the evidence it is judged by."""

    signature: EmbeddedPdfSignature
    evidence: Evidence
    now: datetime

    def verdict(self) -> SignatureVerdict:
        if self.signature.sig_object_type == "/DocTimeStamp":
            return self._of_timestamp()
        return self._of_signature()

    def _of_signature(self) -> SignatureVerdict:
        claimed = aware(self.signature.self_reported_timestamp)
        moment = claimed or self.now
        status = self._status(moment, must_know=False)
        stamp = status.timestamp_validity
        is_stamped = stamp is not None and stamp.valid and stamp.intact
        is_proven = is_stamped and stamp is not None and stamp.trusted
        if stamp is not None and is_proven:
            moment = stamp.timestamp
            status = self._status(moment, must_know=False)
        verdict = replace(
            self._common(status, status, moment),
            signed_at=_text(claimed),
            timestamp_at=_text(stamp.timestamp) if stamp is not None and is_stamped else "",
            is_timestamp_trusted=is_proven,
        )
        return self._with_revocation(verdict, status, self._status(moment, must_know=True))

    def _of_timestamp(self) -> SignatureVerdict:
        status: DocumentTimestampStatus = asyncio.run(
            async_validate_pdf_timestamp(
                self.signature,
                self.evidence.context(moment=self.now, must_know_revocation=False),
            )
        )
        verdict = self._common(status, status, aware(status.timestamp) or self.now)
        return replace(
            verdict,
            kind=Kind.TIMESTAMP,
            timestamp_at=_text(status.timestamp),
            is_timestamp_trusted=status.trusted,
        )

    def _status(self, moment: datetime, *, must_know: bool) -> PdfSignatureStatus:
        context = self.evidence.context(moment=moment, must_know_revocation=must_know)
        return asyncio.run(
            async_validate_pdf_signature(self.signature, context, key_usage_settings=SIGNING_USES)
        )

    def _with_revocation(
        self, verdict: SignatureVerdict, usual: SignatureStatus, strict: SignatureStatus
    ) -> SignatureVerdict:
        """`strict` was judged with every revocation asked for; what it adds to the usual judgement."""
        details = strict.revocation_details or usual.revocation_details
        if details is not None:
            return replace(
                verdict, revocation=Revocation.REVOKED, revoked_at=_text(aware(details.revocation_date))
            )
        is_known = strict.trusted
        return replace(verdict, revocation=Revocation.NOT_REVOKED if is_known else Revocation.NOT_CHECKED)

    def _common(
        self, status: SignatureStatus, extent: PdfSignatureStatus | DocumentTimestampStatus, moment: datetime
    ) -> SignatureVerdict:
        certificate = status.signing_cert
        days = certificate["tbs_certificate"]["validity"]
        return SignatureVerdict(
            field=_clean(self.signature.field_name),
            signer=_clean(_name(certificate.subject)),
            subject=_clean(certificate.subject.human_friendly),
            issuer=_clean(_name(certificate.issuer)),
            serial=f"{certificate.serial_number:x}",
            certificate_sha256=certificate.sha256.hex(),
            valid_from=_text(days["not_before"].native),
            valid_to=_text(days["not_after"].native),
            cover=_COVERS.get(extent.coverage, Cover.UNCLEAR),
            changes=_changes_after(extent),
            is_intact=status.intact,
            is_genuine=status.valid,
            trust=trust_of(status, has_roots=bool(self.evidence.roots)),
            validity=validity_of(certificate, moment),
        )


_COVERS: dict[Any, Cover] = {
    SignatureCoverageLevel.ENTIRE_FILE: Cover.FILE,
    SignatureCoverageLevel.ENTIRE_REVISION: Cover.REVISION,
}


def _changes_after(extent: PdfSignatureStatus | DocumentTimestampStatus) -> Changes:
    """What came after the signature; against the signature's own limits (DocMDP) nothing is allowed."""
    is_forbidden = isinstance(extent, PdfSignatureStatus) and not extent.docmdp_ok
    return Changes.SUSPICIOUS if is_forbidden else _changes(extent.diff_result)


def _name(name: x509.Name) -> str:
    """The common name, else whatever the certificate says."""
    said = name.native.get("common_name") or name.human_friendly
    return str(said[0] if isinstance(said, list) else said)


_LONGEST = 300


def _clean(text: str) -> str:
    """Text a database can keep and a page can show on a line."""
    visible = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(visible.encode("utf-8", "replace").decode("utf-8").split())[:_LONGEST]


def _text(moment: datetime | None) -> str:
    return moment.isoformat() if moment is not None else ""
