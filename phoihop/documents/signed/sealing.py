"""A body's own digital seal on a PDF: one more signature as an incremental update (PAdES, ETSI EN 319 142).

The key stays where it is: in a PKCS#12 file or on a PKCS#11 token. Nothing is fetched and no timestamp asked
for. The signature has no picture: the seal's true size and image (Nghị định 30/2020, Phụ lục I) are not ours
to draw.
"""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pkcs11 import Session
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session

from phoihop.documents.signed.seals import SealSource

logger = logging.getLogger(__name__)


class SealNotMade(Exception):
    """The key cannot be used or the file not sealed; `message` is a plain Vietnamese sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def seal(content: bytes, *, source: SealSource, field_name: str, reason: str) -> bytes:
    """The file with one more signature by the seal's key; the bytes before stay as they are.

    Raises SealNotMade.
    """
    try:
        with _signer(source) as signer:
            return _signed(content, signer, field_name=field_name, reason=reason)
    except SealNotMade:
        raise
    except Exception as error:
        # A module of a maker's own raises what it likes; the sentence never repeats it: it may hold the PIN.
        logger.warning("a seal was not made (%s)", type(error).__name__)
        raise SealNotMade("Không đóng được dấu số: khóa hoặc tệp không dùng được.") from None


def _signed(content: bytes, signer: signers.Signer, *, field_name: str, reason: str) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(content), strict=False)
    wanted = signers.PdfSignatureMetadata(
        field_name=field_name,
        md_algorithm="sha256",
        reason=reason,
        subfilter=fields.SigSeedSubFilter.PADES,
    )
    made = signers.PdfSigner(wanted, signer=signer).sign_pdf(writer)
    result: bytes = made.getvalue()
    return result


@contextmanager
def _signer(source: SealSource) -> Iterator[signers.Signer]:
    if source.p12:
        yield _from_file(source)
        return
    session = open_pkcs11_session(
        source.module, token_criteria=TokenCriteria(label=source.token), user_pin=source.secret
    )
    with session:
        yield _from_token(session, source)


def _from_token(session: Session, source: SealSource) -> signers.Signer:
    """Elliptic curves are hashed here: not every token hashes for them, each signs a hash."""
    signer = PKCS11Signer(session, cert_label=source.label, other_certs_to_pull=None)
    certificate = signer.signing_cert
    if certificate is None:
        raise SealNotMade("Không thấy chứng thư của dấu số trên thiết bị.")
    if certificate.public_key.algorithm != "ec":
        return signer
    return PKCS11Signer(session, cert_label=source.label, other_certs_to_pull=None, use_raw_mechanism=True)


def _from_file(source: SealSource) -> signers.Signer:
    try:
        content = Path(source.p12).read_bytes()
    except OSError as error:
        raise SealNotMade("Không đọc được tệp khóa của dấu số trên máy chủ.") from error
    try:
        signer: signers.Signer = signers.SimpleSigner.load_pkcs12_data(
            content, other_certs=[], passphrase=source.secret.encode() or None
        )
    except ValueError as error:
        raise SealNotMade("Tệp khóa của dấu số hỏng hoặc mật khẩu không đúng.") from error
    return signer
