"""Signatures as found in real files, signed by an authority made for the test. Each file in a child."""

import io
from datetime import UTC, datetime

import pytest
from asn1crypto import x509 as asn1
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers, timestamps
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.dss import DocumentSecurityStore

from phoihop.documents.signed.confined import examine
from phoihop.documents.signed.verdicts import Changes, Cover, Kind, Revocation, Trust, Validity
from tests.documents.signed import pki

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)


def looked_at(content: bytes, *, roots=None, base: bytes = b""):
    trusted = (pki.authority().der,) if roots is None else roots
    return examine(content, roots=trusted, now=NOW, base_size=len(base))


def the_one(content: bytes, **options):
    found = looked_at(content, **options).signatures
    assert len(found) == 1
    return found[0]


def test_an_untouched_signature_says_who_when_and_that_it_covers_the_file() -> None:
    one = the_one(pki.signed(pki.paper(), pki.person("Hoàng Minh Khuê")))
    assert (one.signer, one.issuer) == ("Hoàng Minh Khuê", "CA thử nghiệm")
    assert (one.stands, one.cover, one.changes) == (True, Cover.FILE, Changes.NONE)
    assert (one.trust, one.validity, one.revocation) == (
        Trust.TRUSTED, Validity.VALID, Revocation.NOT_CHECKED,
    )  # fmt: skip
    assert one.signed_at
    assert not one.timestamp_at


def test_a_file_without_signatures_has_none() -> None:
    assert looked_at(pki.paper()).signatures == ()


def test_a_second_signature_is_allowed_after_the_first() -> None:
    once = pki.signed(pki.paper(), pki.person("Hoàng Minh Khuê"))
    found = looked_at(pki.signed(once, pki.person("Nguyễn Đức Thành")), base=once)
    first, second = found.signatures
    assert (first.signer, second.signer) == ("Hoàng Minh Khuê", "Nguyễn Đức Thành")
    assert (first.cover, first.changes, first.stands) == (Cover.REVISION, Changes.ALLOWED, True)
    assert (second.cover, second.stands) == (Cover.FILE, True)
    assert found.since_base == Changes.ALLOWED


def test_words_changed_in_a_later_revision_are_seen() -> None:
    one = the_one(pki.tampered(pki.signed(pki.paper(), pki.person("Hoàng Minh Khuê"))))
    assert one.is_intact
    assert (one.changes, one.stands) == (Changes.SUSPICIOUS, False)


def test_words_changed_before_the_signature_are_seen_against_the_original() -> None:
    changed = pki.signed(pki.tampered(pki.paper()), pki.person("Hoàng Minh Khuê"))
    found = looked_at(changed, base=pki.paper())
    assert found.signatures[0].stands
    assert found.since_base == Changes.SUSPICIOUS


def test_a_byte_changed_under_the_signature_is_seen() -> None:
    signed = pki.signed(pki.paper(), pki.person("Hoàng Minh Khuê"))
    one = the_one(signed.replace(b"Chuong trinh", b"Chuong trunh", 1))
    assert (one.is_intact, one.stands) == (False, False)


def test_an_unknown_authority_and_no_list_at_all_are_told_apart() -> None:
    signed = pki.signed(pki.paper(), pki.person("Kẻ Lạ", issuer=pki.authority("CA lạ")))
    assert the_one(signed).trust == Trust.UNKNOWN
    assert the_one(signed, roots=()).trust == Trust.NO_ROOTS
    assert the_one(signed, roots=(pki.authority("CA lạ").der,)).trust == Trust.TRUSTED


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        (datetime(2020, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC), Validity.EXPIRED),
        (datetime(2090, 1, 1, tzinfo=UTC), datetime(2091, 1, 1, tzinfo=UTC), Validity.NOT_YET),
    ],
)
def test_a_certificate_out_of_its_days_is_seen(begin, end, expected) -> None:
    one = the_one(pki.signed(pki.paper(), pki.person("Hoàng Minh Khuê", begin=begin, end=end)))
    assert (one.validity, one.stands) == (expected, True)
    assert one.trust != Trust.TRUSTED


def _with_revocations(content: bytes, crl: bytes) -> bytes:
    """The file with a revocation list in its security store."""
    from asn1crypto import crl as asn1_crl

    made = io.BytesIO(content)
    root = asn1.Certificate.load(pki.authority().der)
    DocumentSecurityStore.add_dss(
        made, sig_contents=None, certs=[root], crls=[asn1_crl.CertificateList.load(crl)], ocsps=[]
    )
    return made.getvalue()


def test_revocations_inside_the_file_are_used() -> None:
    somebody = pki.person("Hoàng Minh Khuê")
    signed = pki.signed(pki.paper(), somebody)
    good = the_one(_with_revocations(signed, pki.revocations(pki.person("Người khác"))))
    assert (good.revocation, good.trust, good.stands) == (Revocation.NOT_REVOKED, Trust.TRUSTED, True)
    bad = the_one(_with_revocations(signed, pki.revocations(somebody)))
    assert bad.revocation == Revocation.REVOKED
    assert bad.revoked_at.startswith("2025-01-01")


def _stamper() -> timestamps.DummyTimeStamper:
    authority = pki.stamping_authority()
    return timestamps.DummyTimeStamper(
        tsa_cert=asn1.Certificate.load(authority.der),
        tsa_key=authority.signer().signing_key,
        fixed_dt=datetime(2026, 3, 1, tzinfo=UTC),
        certs_to_embed=[],
    )


def test_a_timestamp_gives_the_time_of_signing() -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(pki.paper()))
    made = signers.PdfSigner(
        signers.PdfSignatureMetadata(field_name="Ky"),
        signer=pki.person("Hoàng Minh Khuê").signer(), timestamper=_stamper(),
    ).sign_pdf(writer)  # fmt: skip
    one = the_one(made.getvalue())
    assert one.timestamp_at.startswith("2026-03-01")
    assert (one.is_timestamp_trusted, one.trust) == (True, Trust.TRUSTED)


def test_a_timestamp_of_the_whole_file_is_no_signature_of_a_person() -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(pki.paper()))
    made = signers.PdfTimeStamper(_stamper()).timestamp_pdf(writer, "sha256")
    one = the_one(made.getvalue())
    assert (one.kind, one.stands) == (Kind.TIMESTAMP, True)


def test_a_certifying_signature_that_forbids_changes_is_held_to_that() -> None:
    certified = pki.signed(
        pki.paper(), pki.person("Hoàng Minh Khuê"), certify=True, docmdp_permissions=MDPPerm.NO_CHANGES
    )
    assert the_one(certified).stands
    assert the_one(pki.tampered(certified)).changes == Changes.SUSPICIOUS


def test_the_place_for_signatures_changes_no_word() -> None:
    content = pki.paper()
    assert PdfFileReader(io.BytesIO(content)).root["/AcroForm"]["/SigFlags"] == 3
