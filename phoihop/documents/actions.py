"""Storing files, opening registers, giving and annulling numbers."""

import csv
import logging
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.documents import permissions, scanning, storage
from phoihop.documents.calculations import UNKNOWN_MEDIA_TYPE, FileType, NotAccepted, clean_name, file_type_of
from phoihop.documents.models import DocumentTemplate, OutgoingEntry, OutgoingRegister, StoredFile
from phoihop.documents.statuses import ScanStatus
from phoihop.documents.uploads import too_large
from phoihop.organisations.models import Body

logger = logging.getLogger(__name__)

TEMPLATES_FILE = Path(__file__).parent / "data" / "document_templates.csv"
_SYMBOL = re.compile(r"[A-ZĐa-zđ0-9.]+(-[A-ZĐa-zđ0-9.]+)*")


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


@transaction.atomic
def open_register(
    *, body: Body, year: int, document_type: str, first_number: int = 1, by: Member, at: datetime
) -> OutgoingRegister:
    """Open the year's book of numbers of one type of document; it may go on from a paper book."""
    if not permissions.can_number(by, body):
        raise PermissionDenied
    if not 2000 <= year <= clock.day_of(at).year + 1:
        raise Refused("Năm của sổ không hợp lệ.")
    if first_number < 1:
        raise Refused("Số bắt đầu phải từ 1 trở lên.")
    register, is_new = OutgoingRegister.objects.get_or_create(
        body=body,
        year=year,
        document_type=document_type,
        defaults={"first_number": first_number, "is_sample": body.is_sample},
    )
    if not is_new:
        raise Refused(f"Sổ {document_type} năm {year} đã mở từ trước, bắt đầu từ số {register.first_number}.")
    return register


@transaction.atomic
def give_number(
    *, body: Body, document_type: str, symbol: str, abstract: str, issued_on: date, by: Member, at: datetime
) -> OutgoingEntry:
    """The next number of the body's register of that year and type, without gaps: the register row is locked.

    The caller has made sure the document is signed (Nghị định 30/2020, Điều 15: số được cấp sau khi ký).
    Refused when no register is open: a new one could repeat numbers of the paper book.
    """
    if not permissions.can_number(by, body):
        raise PermissionDenied
    if issued_on > clock.day_of(at):
        raise Refused("Ngày văn bản không được sau hôm nay.")
    register = _locked_register(body, issued_on.year, document_type)
    number = register.first_number if register.last_number is None else register.last_number + 1
    register.last_number = number
    register.save(update_fields=["last_number"])
    return OutgoingEntry.objects.create(
        register=register,
        number=number,
        symbol=checked_symbol(symbol),
        abstract=nfc(abstract).strip(),
        issued_on=issued_on,
        given_by_id=by.person_id,
        given_at=at,
        is_sample=register.is_sample,
    )


def checked_symbol(symbol: str) -> str:
    """A symbol as printed after the number, without blanks: CTrPH-UBND-MTTQ; Refused otherwise."""
    plain = re.sub(r"\s+", "", nfc(symbol))
    if not _SYMBOL.fullmatch(plain):
        raise Refused("Ký hiệu chỉ gồm chữ, số, dấu chấm và dấu gạch nối, ví dụ CTrPH-UBND-MTTQ.")
    return plain


def _locked_register(body: Body, year: int, document_type: str) -> OutgoingRegister:
    register = (
        OutgoingRegister.objects.select_for_update(of=("self",))
        .filter(body=body, year=year, document_type=document_type)
        .first()
    )
    if register is None:
        raise Refused(f"Chưa mở sổ văn bản đi loại {document_type} năm {year}. Hãy mở sổ và ghi số bắt đầu.")
    return register


@transaction.atomic
def annul_number(*, entry: OutgoingEntry, reason: str, by: Member, at: datetime) -> OutgoingEntry:
    """Mark a number as not used; it stays in the register and is never given again."""
    locked = (
        OutgoingEntry.objects.select_for_update(of=("self",))
        .select_related("register__body")
        .get(pk=entry.pk)
    )
    if not permissions.can_number(by, locked.register.body):
        raise PermissionDenied
    if not reason.strip():
        raise Refused("Hãy ghi lý do hủy số.")
    if locked.annulled_at is not None:
        raise Refused("Số này đã hủy từ trước.")
    if _is_used(locked):
        raise Refused("Số này đang ghi trên một văn bản đã ban hành nên không hủy được.")
    locked.annulled_at = at
    locked.annulled_reason = reason.strip()
    locked.save(update_fields=["annulled_at", "annulled_reason"])
    return locked


def _is_used(entry: OutgoingEntry) -> bool:
    """Whether a row of any app carries this number."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: entry}).exists()
        for relation in OutgoingEntry._meta.related_objects
    )


def load_document_templates(*, path: Path = TEMPLATES_FILE, model: Any = DocumentTemplate) -> int:
    """Write the formats of a CSV file (code, name, valid_from, valid_to, source); answers how many.

    One already there under its code and first day takes the file's values. `model` is the historical model
    when a migration calls.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        days = {
            name: date.fromisoformat(row[name]) if row[name] else None for name in ("valid_from", "valid_to")
        }
        model.objects.update_or_create(
            code=row["code"],
            valid_from=days["valid_from"],
            defaults={"name": row["name"], "valid_to": days["valid_to"], "source": row["source"]},
        )
    return len(rows)
