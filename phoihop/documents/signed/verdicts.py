"""What is found out about the signatures of a PDF file."""

from dataclasses import dataclass
from enum import StrEnum


class NotExaminable(Exception):
    """The file's signatures cannot be looked at; `message` is a plain Vietnamese sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Kind(StrEnum):
    """A person's or body's signature, or a timestamp over the whole file."""

    SIGNATURE = "signature"
    TIMESTAMP = "timestamp"


class Cover(StrEnum):
    """How much of the file is signed: all of it, a whole earlier revision, or not plainly either."""

    FILE = "file"
    REVISION = "revision"
    UNCLEAR = "unclear"


class Changes(StrEnum):
    """What came after: nothing, only what signing itself adds, or what may change the content."""

    NONE = "none"
    ALLOWED = "allowed"
    SUSPICIOUS = "suspicious"


class Trust(StrEnum):
    """Whether a certificate leads to one of the roots trusted here."""

    TRUSTED = "trusted"
    NO_ROOTS = "no_roots"
    UNKNOWN = "unknown"
    WRONG_USE = "wrong_use"
    WEAK = "weak"


class Validity(StrEnum):
    """The days of the certificate against the time of signing."""

    VALID = "valid"
    EXPIRED = "expired"
    NOT_YET = "not_yet"


class Revocation(StrEnum):
    """What the file's own CRLs and OCSP answers say; nothing is fetched."""

    NOT_REVOKED = "not_revoked"
    REVOKED = "revoked"
    NOT_CHECKED = "not_checked"


@dataclass(frozen=True)
class SignatureVerdict:
    """One signature. Times are ISO 8601 with their zone, blank when the file does not say.

    `problem`: why it could not be judged at all (then the rest is empty). `signed_at` is what the signer's
    machine wrote, `timestamp_at` what a timestamp authority confirmed.
    """

    field: str
    kind: Kind = Kind.SIGNATURE
    problem: str = ""
    signer: str = ""
    subject: str = ""
    issuer: str = ""
    serial: str = ""
    certificate_sha256: str = ""
    valid_from: str = ""
    valid_to: str = ""
    signed_at: str = ""
    timestamp_at: str = ""
    is_timestamp_trusted: bool = False
    cover: Cover = Cover.UNCLEAR
    changes: Changes = Changes.SUSPICIOUS
    is_intact: bool = False
    is_genuine: bool = False
    trust: Trust = Trust.UNKNOWN
    validity: Validity = Validity.VALID
    revocation: Revocation = Revocation.NOT_CHECKED
    revoked_at: str = ""

    @property
    def stands(self) -> bool:
        """The signed content is what it was, and the signature belongs to the certificate beside it."""
        return not self.problem and self.is_intact and self.is_genuine and self.changes != Changes.SUSPICIOUS


@dataclass(frozen=True)
class Examination:
    """All signatures in the order they were added.

    `is_irregular`: the file breaks the rules of PDF in a way that made it be read leniently. `since_base`:
    what came after the original the caller named (SUSPICIOUS when none was named).
    """

    signatures: tuple[SignatureVerdict, ...]
    is_irregular: bool = False
    since_base: Changes = Changes.SUSPICIOUS
