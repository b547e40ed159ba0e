"""Storing files, opening registers, giving and annulling numbers."""

import csv
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
from phoihop.documents import permissions, storage
from phoihop.documents.calculations import NotAccepted, clean_name, file_type_of
from phoihop.documents.models import DocumentTemplate, OutgoingEntry, OutgoingRegister, StoredFile
from phoihop.organisations.models import Body

TEMPLATES_FILE = Path(__file__).parent / "data" / "document_templates.csv"
_SYMBOL = re.compile(r"[A-ZĐa-zđ0-9.]+(-[A-ZĐa-zđ0-9.]+)*")


def store_file(*, content: bytes, name: str, media_type: str, by: Member, at: datetime) -> StoredFile:
    """Keep a file of the member's body; the same bytes under the same name give the same row.

    `media_type` is what the sender's program declared; the stored one is read from the bytes.
    Raises Refused (too large, empty, damaged, not an accepted kind) and PermissionDenied.
    """
    if not permissions.can_store(by):
        raise PermissionDenied
    if len(content) > settings.UPLOAD_MAX_BYTES:
        raise Refused(
            f"Tệp lớn hơn {settings.UPLOAD_MAX_BYTES // 1_000_000} MB. Hãy giảm cỡ tệp rồi gửi lại."
        )
    cleaned = clean_name(name)
    try:
        found = file_type_of(content, name=cleaned, declared=media_type)
    except NotAccepted as refusal:
        raise Refused(refusal.message) from refusal
    sha256 = storage.keep(content)
    return _row_of(sha256, cleaned, found.media_type, size=len(content), by=by, at=at)


def _row_of(sha256: str, name: str, media_type: str, *, size: int, by: Member, at: datetime) -> StoredFile:
    same = {"sha256": sha256, "name": name, "body_id": by.body_id, "is_sample": by.is_sample}
    kept = StoredFile.objects.filter(**same).first()
    return kept or StoredFile.objects.create(
        **same, media_type=media_type, size=size, uploaded_by_id=by.person_id, uploaded_at=at
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
