"""Storing files."""

import logging
from datetime import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.documents import permissions, scanning, storage
from phoihop.documents.calculations import UNKNOWN_MEDIA_TYPE, FileType, NotAccepted, clean_name, file_type_of
from phoihop.documents.models import StoredFile
from phoihop.documents.statuses import ScanStatus
from phoihop.documents.uploads import too_large

logger = logging.getLogger(__name__)


def store_file(*, content: bytes, name: str, media_type: str, by: Member, at: datetime) -> StoredFile:
    """Keep a file of the member's body; the same bytes under the same name give the same row.

    `media_type` is what the sender's program declared; the stored one is read from the bytes. While the virus
    scanner does not answer the file is kept apart, not to be opened.
    Raises Refused (too large, empty, damaged, infected, not an accepted kind) and PermissionDenied.
    """
    _check_may_store(content, by)
    cleaned = clean_name(name)
    try:
        found = file_type_of(content, name=cleaned, declared=media_type)
    except NotAccepted as refusal:
        raise Refused(refusal.message) from refusal
    return _kept(content, cleaned, found.media_type, by=by, at=at)


def store_any_file(
    *, content: bytes, name: str, media_type: str, by: Member, at: datetime
) -> tuple[StoredFile, str]:
    """As `store_file`, but a file of no accepted kind is kept too: with the sentence that says what is wrong.

    Such a file is bytes without a kind, which no browser shows. Refused only when too large or infected.
    """
    _check_may_store(content, by)
    cleaned = clean_name(name)
    try:
        kind, problem = file_type_of(content, name=cleaned, declared=media_type).media_type, ""
    except NotAccepted as refusal:
        kind, problem = UNKNOWN_MEDIA_TYPE, refusal.message
    return _kept(content, cleaned, kind, by=by, at=at), problem


def keep_own_file(
    *, content: bytes, name: str, kind: FileType, body_id: int, person_id: int, at: datetime, is_sample: bool
) -> StoredFile:
    """Keep bytes the programme itself made for a body (a picture of a page), of a known kind, unscanned."""
    return StoredFile.objects.create(
        sha256=storage.keep(content),
        name=name,
        media_type=kind.media_type,
        size=len(content),
        body_id=body_id,
        uploaded_by_id=person_id,
        uploaded_at=at,
        is_sample=is_sample,
    )


def _check_may_store(content: bytes, by: Member) -> None:
    if not permissions.can_store(by):
        raise PermissionDenied
    if len(content) > settings.UPLOAD_MAX_BYTES:
        raise Refused(too_large())


def _kept(content: bytes, name: str, media_type: str, *, by: Member, at: datetime) -> StoredFile:
    verdict = scanning.scan(content)
    if verdict.status == ScanStatus.INFECTED:
        sha256 = storage.hash_of(content)
        logger.warning("an infected file was refused: %s, sha256 %s", verdict.virus, sha256)
        raise Refused(f"Tệp “{name}” có mã độc ({verdict.virus}) nên không được nhận và không được lưu lại.")
    same = {"sha256": storage.hash_of(content), "name": name, "body_id": by.body_id}
    kept = StoredFile.objects.filter(**same, is_sample=by.is_sample).first()
    if kept is not None and (kept.may_be_opened or kept.scan == verdict.status):
        return kept
    (storage.keep_apart if verdict.status == ScanStatus.WAITING else storage.keep)(content)
    if kept is not None:
        kept.scan, kept.virus = verdict.status, ""
        kept.save(update_fields=["scan", "virus"])
        return kept
    return StoredFile.objects.create(
        **same,
        media_type=media_type,
        size=len(content),
        uploaded_by_id=by.person_id,
        uploaded_at=at,
        scan=verdict.status,
        is_sample=by.is_sample,
    )
