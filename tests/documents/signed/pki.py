"""Certificates made for a test: an authority of its own, people it vouches for, and files they sign."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject, PdfFileWriter
from pyhanko.sign import fields, signers

from phoihop.documents.signed.preparing import with_place_for_signatures

PASSWORD = "mat-khau-thu"
A4 = (0, 0, 595, 842)
BEGIN, END = datetime(2025, 1, 1, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC)


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Cơ quan thử"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _usage(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority, content_commitment=not is_authority, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=is_authority, crl_sign=is_authority,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


@dataclass(frozen=True)
class Identity:
    """A key and its certificate; `chain` are the certificates above it."""

    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    def p12(self, password: str = PASSWORD) -> bytes:
        return pkcs12.serialize_key_and_certificates(
            b"khoa", self.key, self.certificate, list(self.chain), BestAvailableEncryption(password.encode())
        )

    def signer(self) -> signers.SimpleSigner:
        return signers.SimpleSigner.load_pkcs12_data(self.p12(), other_certs=[], passphrase=PASSWORD.encode())


def _rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _identity(
    name: str,
    *,
    issuer: Identity | None,
    is_authority: bool,
    begin: datetime,
    end: datetime,
    only_for: x509.ObjectIdentifier | None = None,
    is_rsa: bool = False,
) -> Identity:
    key = _rsa_key() if is_rsa or only_for is not None else ec.generate_private_key(ec.SECP256R1())
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(issuer.certificate.subject if issuer else _name(name))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(_usage(is_authority=is_authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    above = issuer.key.public_key() if issuer else key.public_key()
    builder = builder.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(above), critical=False)
    if only_for is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage([only_for]), critical=True)
    certificate = builder.sign(issuer.key if issuer else key, hashes.SHA256())
    return Identity(key, certificate, (issuer.certificate,) if issuer else ())


@cache
def authority(name: str = "CA thử nghiệm") -> Identity:
    """A root of its own; the same for the same name within a run."""
    return _identity(name, issuer=None, is_authority=True, begin=BEGIN, end=END)


def person(
    name: str, *, issuer: Identity | None = None, begin: datetime = BEGIN, end: datetime = END
) -> Identity:
    """Somebody the authority vouches for."""
    return _identity(name, issuer=issuer or authority(), is_authority=False, begin=begin, end=end)


def rsa_person(name: str) -> Identity:
    """As `person`, with a key of the older kind most tokens hold."""
    return _identity(name, issuer=authority(), is_authority=False, begin=BEGIN, end=END, is_rsa=True)


@cache
def stamping_authority() -> Identity:
    """Who says when: a certificate for timestamps alone."""
    return _identity(
        "Máy cấp dấu thời gian",
        issuer=authority(),
        is_authority=False,
        begin=BEGIN,
        end=END,
        only_for=ExtendedKeyUsageOID.TIME_STAMPING,
    )


def revocations(*revoked: Identity, issuer: Identity | None = None, on: datetime = BEGIN) -> bytes:
    """The authority's list of revoked certificates, as DER."""
    above = issuer or authority()
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(above.certificate.subject)
        .last_update(on)
        .next_update(on + timedelta(days=3650))
        .add_extension(x509.CRLNumber(1), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(above.key.public_key()), critical=False
        )
    )
    for identity in revoked:
        row = x509.RevokedCertificateBuilder().serial_number(identity.certificate.serial_number)
        builder = builder.add_revoked_certificate(row.revocation_date(on).build())
    return builder.sign(above.key, hashes.SHA256()).public_bytes(Encoding.DER)


def signed(content: bytes, identity: Identity, *, field: str = "", **options: Any) -> bytes:
    """The file with one more signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content), strict=False)
    name = field or f"ChuKy{content.count(b'/ByteRange') + 1}"
    wanted = {"field_name": name, "subfilter": fields.SigSeedSubFilter.PADES} | options
    made = signers.PdfSigner(signers.PdfSignatureMetadata(**wanted), signer=identity.signer())
    return made.sign_pdf(writer).getvalue()


@cache
def paper(words: str = "Chuong trinh phoi hop", *, pages: int = 1) -> bytes:
    """A small PDF with a place for signatures."""
    writer = PdfFileWriter()
    for number in range(pages):
        text = f"BT /F1 12 Tf 72 720 Td ({words} {number}) Tj ET".encode()
        font = generic.DictionaryObject(
            {
                generic.pdf_name("/Type"): generic.pdf_name("/Font"),
                generic.pdf_name("/Subtype"): generic.pdf_name("/Type1"),
                generic.pdf_name("/BaseFont"): generic.pdf_name("/Helvetica"),
            }
        )
        page = PageObject(contents=writer.add_object(generic.StreamObject(stream_data=text)), media_box=A4)
        fonts = generic.DictionaryObject({generic.pdf_name("/F1"): writer.add_object(font)})
        page[generic.pdf_name("/Resources")] = generic.DictionaryObject({generic.pdf_name("/Font"): fonts})
        writer.insert_page(page)
    made = io.BytesIO()
    writer.write(made)
    return with_place_for_signatures(made.getvalue())


def tampered(content: bytes, words: str = "Da bi sua") -> bytes:
    """The file with other words on its first page, added as a later revision."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content), strict=False)
    page, _ = writer.find_page_for_modification(0)
    contents = page.get_object().raw_get("/Contents")
    stream = contents.get_object()
    stream._data = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    stream._encoded_data = None
    writer.mark_update(contents)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
