"""Who vouches for a certificate, by the roots given and the evidence inside the file. Runs in the child.

A certificate is judged at the time of signing: a timestamp's where a trusted one is there, else the time the
signer's machine wrote, else now. Nothing is fetched (`allow_fetching=False` and no network in the child).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.general import (
    MultivaluedAttributeError,
    NonexistentAttributeError,
    find_unique_cms_attribute,
)
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureStatus
from pyhanko_certvalidator import ValidationContext

from phoihop.documents.signed.verdicts import Trust, Validity

SIGNING_USES = KeyUsageConstraints(
    key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False
)
"""Certificates of persons and bodies here carry one or the other."""
_WEAK = {AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE, AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE}
_WRONG_USE = {AdESIndeterminate.SIG_CONSTRAINTS_FAILURE, AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE}


@dataclass(frozen=True)
class Evidence:
    """Trusted roots, and what the file brings along: certificates, CRLs and OCSP answers."""

    roots: tuple[x509.Certificate, ...]
    certificates: tuple[x509.Certificate, ...] = ()
    crls: tuple[crl.CertificateList, ...] = ()
    ocsps: tuple[ocsp.OCSPResponse, ...] = ()

    def context(self, *, moment: datetime, must_know_revocation: bool) -> ValidationContext:
        """A judgement at one moment; with `must_know_revocation` only a chain fully spoken for passes."""
        return ValidationContext(
            trust_roots=list(self.roots),
            other_certs=list(self.certificates),
            crls=list(self.crls),
            ocsps=list(self.ocsps),
            moment=moment,
            allow_fetching=False,
            revocation_mode="require" if must_know_revocation else "soft-fail",
            retroactive_revinfo=True,
        )


def evidence_of(reader: PdfFileReader, roots: Iterable[bytes]) -> Evidence:
    """What the document's security store (DSS) holds for all its signatures."""
    trusted = tuple(x509.Certificate.load(root) for root in roots)
    try:
        store = DocumentSecurityStore.read_dss(reader)
    except NoDSSFoundError:
        return Evidence(trusted)
    return Evidence(
        trusted,
        certificates=tuple(store.load_certs()),
        crls=tuple(crl.CertificateList.load(_data(row)) for row in store.crls),
        ocsps=tuple(ocsp.OCSPResponse.load(_data(row)) for row in store.ocsps),
    )


def _data(reference: object) -> bytes:
    data: bytes = reference.get_object().data  # type: ignore[attr-defined]
    return data


def with_own(evidence: Evidence, signature: EmbeddedPdfSignature) -> Evidence:
    """The evidence with what this signature itself carries (Adobe's revocation archive)."""
    try:
        archive = find_unique_cms_attribute(
            signature.signer_info["signed_attrs"], "adobe_revocation_info_archival"
        )
    except (NonexistentAttributeError, MultivaluedAttributeError):
        return evidence
    return Evidence(
        evidence.roots,
        evidence.certificates,
        (*evidence.crls, *(archive["crl"] or ())),
        (*evidence.ocsps, *(archive["ocsp"] or ())),
    )


def trust_of(status: SignatureStatus, *, has_roots: bool) -> Trust:
    """The chain of the certificate in one word."""
    if status.trusted:
        return Trust.TRUSTED
    if status.trust_problem_indic in _WEAK:
        return Trust.WEAK
    if not has_roots:
        return Trust.NO_ROOTS
    return Trust.WRONG_USE if status.trust_problem_indic in _WRONG_USE else Trust.UNKNOWN


def validity_of(certificate: x509.Certificate, moment: datetime) -> Validity:
    """Whether the certificate's days held at that moment."""
    days = certificate["tbs_certificate"]["validity"]
    if moment < days["not_before"].native:
        return Validity.NOT_YET
    return Validity.EXPIRED if moment > days["not_after"].native else Validity.VALID


def aware(moment: datetime | None) -> datetime | None:
    """A time without a zone is taken for UTC, as RFC 5652 writes it."""
    return moment if moment is None or moment.utcoffset() is not None else moment.replace(tzinfo=UTC)
