"""Opening outgoing registers, giving and annulling numbers."""

import re
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.documents import permissions
from phoihop.documents.models import OutgoingEntry, OutgoingRegister
from phoihop.organisations.models import Body

_SYMBOL = re.compile(r"[A-ZĐa-zđ0-9.]+(-[A-ZĐa-zđ0-9.]+)*")


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
