"""Looking at the digital signatures of stored files, and keeping what was found."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime

from django.conf import settings
from django.db import transaction

from phoihop.documents import storage
from phoihop.documents.calculations import PDF
from phoihop.documents.models import PdfSignature, SignedPdf, StoredFile
from phoihop.documents.queries.files import read_bytes
from phoihop.documents.signed.confined import examine
from phoihop.documents.signed.roots import Roots, roots_in
from phoihop.documents.signed.verdicts import Examination, NotExaminable

_MARK = b"/ByteRange"
"""Stands in the clear in every signed PDF, around whose signature the signed bytes lie (ISO 32000-2)."""


def trusted_roots() -> Roots:
    """The certificates trusted on this server, as they lie in the folder now."""
    return roots_in(settings.TRUST)


@transaction.atomic
def check_signatures(
    *, file: StoredFile, originals: Iterable[StoredFile] = (), at: datetime
) -> SignedPdf | None:
    """Look at the signatures of a stored PDF and keep the verdicts; None for a file without any.

    `originals` are files handed out here: the longest one the file begins with becomes its original. A file
    still waiting for its virus scan is not opened (None). Asked again within one act, the verdict stands.
    """
    try:
        content = read_bytes(file) if file.media_type == PDF.media_type else b""
    except storage.BytesMissing:
        return None
    if _MARK not in content:
        return None
    original = _original_of(content, originals)
    same = SignedPdf.objects.filter(file=file, original=original, checked_at=at, problem="").first()
    return same or _kept(file, content, original, at=at)


@transaction.atomic
def check_again(*, file: StoredFile, at: datetime) -> SignedPdf | None:
    """Judge a file once more when the trusted certificates changed since, or when it could not be judged."""
    row = SignedPdf.objects.select_related("original").filter(file=file).first()
    if row is not None and row.roots == trusted_roots().fingerprint and not row.problem:
        return row
    known = [row.original] if row is not None and row.original is not None else []
    return check_signatures(file=file, originals=known, at=at)


def _original_of(content: bytes, originals: Iterable[StoredFile]) -> StoredFile | None:
    for original in sorted(originals, key=lambda file: -file.size):
        if original.size <= len(content) and storage.hash_of(content[: original.size]) == original.sha256:
            return original
    return None


def _kept(file: StoredFile, content: bytes, original: StoredFile | None, *, at: datetime) -> SignedPdf:
    roots = trusted_roots()
    try:
        found, problem = _examined(content, roots, original, at), ""
    except NotExaminable as refusal:
        found, problem = Examination(signatures=()), refusal.message
    StoredFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
    row, _ = SignedPdf.objects.update_or_create(
        file=file,
        defaults={
            "original": original,
            "since_original": found.since_base.value if original is not None else "",
            "is_irregular": found.is_irregular,
            "problem": problem,
            "roots": roots.fingerprint,
            "checked_at": at,
        },
    )
    row.signatures.all().delete()
    PdfSignature.objects.bulk_create(
        PdfSignature(pdf=row, order=order, **asdict(verdict))
        for order, verdict in enumerate(found.signatures, start=1)
    )
    return row


def _examined(content: bytes, roots: Roots, original: StoredFile | None, at: datetime) -> Examination:
    base_size = original.size if original is not None else 0
    return examine(content, roots=roots.certificates, now=at, base_size=base_size)
