"""The book of arrivals: opening it, entering a document, taking in one that was sent here, mending a row."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import fold, nfc
from phoihop.documents import permissions
from phoihop.documents.actions.entries import changes_between, check_correction, values_of
from phoihop.documents.calculations import number_words
from phoihop.documents.content import IncomingContent
from phoihop.documents.models import (
    Delivery,
    IncomingCorrection,
    IncomingEntry,
    IncomingRegister,
    StoredFile,
)
from phoihop.documents.statuses import Channel, Urgency
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels

_MENDED = tuple(name for name in IncomingContent.__dataclass_fields__ if name != "sender_id")


def open_incoming_register(
    *, body: Body, year: int, first_number: int = 1, by: Member, at: datetime
) -> IncomingRegister:
    """Open the year's book of arrivals; it may go on from a paper book."""
    if not permissions.can_file(by, body):
        raise PermissionDenied
    if not 2000 <= year <= clock.day_of(at).year + 1:
        raise Refused("Năm của sổ không hợp lệ.")
    if first_number < 1:
        raise Refused("Số bắt đầu phải từ 1 trở lên.")
    try:
        with transaction.atomic():
            return IncomingRegister.objects.create(
                body=body, year=year, first_number=first_number, is_sample=body.is_sample
            )
    except IntegrityError as error:
        raise Refused(f"Sổ văn bản đến năm {year} đã mở từ trước.") from error


@transaction.atomic
def enter_incoming(
    *, body: Body, content: IncomingContent, file: StoredFile | None = None, by: Member, at: datetime
) -> IncomingEntry:
    """Give a document that arrived its number in the book of the year it arrived in.

    A day of arrival before today is allowed (entered late), one to come is not.
    """
    if not permissions.can_file(by, body):
        raise PermissionDenied
    _check(content, clock.day_of(at))
    return _entered(body, content, file=file, delivery=None, by=by, at=at)


@transaction.atomic
def take_in(*, delivery: Delivery, by: Member, at: datetime) -> IncomingEntry:
    """File a document sent here in the recipient's book of arrivals: nothing is typed again.

    Refused when it was recalled or is filed already: of two clerks at once one files it.
    """
    row = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    if row.channel != Channel.SYSTEM or row.body is None or not permissions.can_file(by, row.body):
        raise PermissionDenied
    if row.recalled_at is not None:
        raise Refused("Nơi gửi đã thu hồi văn bản này nên không vào sổ được nữa.")
    if row.filed_at is not None:
        raise Refused(f"Văn bản này đã vào sổ, số đến {row.filed.number}.")
    entry = _entered(
        row.body, _content_of(row, clock.day_of(at)), file=row.sending.file, delivery=row, by=by, at=at
    )
    row.filed_at = at
    row.save(update_fields=["filed_at"])
    return entry


def _content_of(delivery: Delivery, today: date) -> IncomingContent:
    """What the sender's own book says, with today as the day of arrival."""
    sent = delivery.entry
    sender_id = sent.register.body_id
    return IncomingContent(
        arrived_on=today,
        sender=body_labels([sender_id], sent.issued_on)[sender_id].name,
        sender_id=sender_id,
        number_text=number_words(sent.number, sent.symbol),
        issued_on=sent.issued_on,
        document_type=sent.document_type,
        abstract=sent.abstract,
        signer_position=sent.signer_position,
        signer_name=sent.signer_name,
        pages=sent.pages,
        urgency=Urgency(sent.urgency),
        due_on=sent.due_on,
    )


def _entered(
    body: Body,
    content: IncomingContent,
    *,
    file: StoredFile | None,
    delivery: Delivery | None,
    by: Member,
    at: datetime,
) -> IncomingEntry:
    register = _locked_register(body, content.arrived_on.year)
    number = register.first_number if register.last_number is None else register.last_number + 1
    register.last_number = number
    register.save(update_fields=["last_number"])
    entry = IncomingEntry(
        register=register, number=number, file=file, delivery=delivery,
        entered_by_id=by.person_id, entered_at=at, is_sample=register.is_sample,
    )  # fmt: skip
    _put(entry, content)
    entry.save()
    return entry


def _put(entry: IncomingEntry, content: IncomingContent) -> None:
    for name in _MENDED:
        value = getattr(content, name)
        setattr(entry, name, nfc(value).strip() if isinstance(value, str) else value)
    entry.sender_body_id = content.sender_id
    said = (entry.number, entry.number_text, entry.sender, entry.abstract, entry.signer_name, entry.file_code)
    entry.folded = fold(" ".join(map(str, said)))


def _locked_register(body: Body, year: int) -> IncomingRegister:
    rows = IncomingRegister.objects.select_for_update(of=("self",))
    register = rows.filter(body=body, year=year).first()
    if register is None:
        raise Refused(f"Chưa mở sổ văn bản đến năm {year}. Hãy mở sổ và ghi số bắt đầu.")
    return register


def _check(content: IncomingContent, today: date) -> None:
    if content.arrived_on > today:
        raise Refused("Ngày đến không được sau hôm nay.")
    if content.issued_on is not None and content.issued_on > content.arrived_on:
        raise Refused("Ngày văn bản không được sau ngày đến.")
    if not content.sender.strip() or not content.abstract.strip():
        raise Refused("Hãy ghi nơi gửi và trích yếu.")


@transaction.atomic
def correct_incoming(
    *,
    entry: IncomingEntry,
    content: IncomingContent,
    reason: str,
    version: int,
    by: Member,
    at: datetime,
) -> IncomingEntry:
    """Mend a row of the book with the reason; its number and year stay."""
    row = (
        IncomingEntry.objects.select_for_update(of=("self",))
        .select_related("register__body")
        .get(pk=entry.pk)
    )
    if not permissions.can_file(by, row.register.body):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("dòng này của sổ")
    _check(content, clock.day_of(at))
    if content.arrived_on.year != row.register.year:
        raise Refused(f"Ngày đến phải trong năm {row.register.year} của sổ.")
    before = values_of(row, _MENDED)
    _put(row, content)
    changes = changes_between(row, before, _MENDED)
    check_correction(changes, reason)
    row.version += 1
    row.save()
    IncomingCorrection.objects.create(
        entry=row, verb="correct", changes=changes, note=reason.strip(), at=at,
        by_person_id=by.person_id, by_body_id=by.body_id,
    )  # fmt: skip
    return row
