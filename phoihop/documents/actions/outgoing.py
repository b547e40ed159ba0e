"""Opening and closing outgoing registers, giving and annulling numbers."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import ForeignObjectRel

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import fold, nfc
from phoihop.documents import permissions
from phoihop.documents.calculations import number_words, plain_symbol, year_days
from phoihop.documents.content import OutgoingDetails
from phoihop.documents.models import OutgoingEntry, OutgoingRegister
from phoihop.documents.statuses import NumberStyle, Span
from phoihop.organisations.models import Body, BodyKind


def open_register(
    *,
    body: Body,
    year: int,
    document_type: str,
    first_number: int = 1,
    style: str = "",
    by: Member,
    at: datetime,
) -> OutgoingRegister:
    """Open the year's book of numbers of one type of document, or of all types ("").

    It goes on from a paper book with `first_number`, the first number to be given here.
    """
    if not 2000 <= year <= clock.day_of(at).year + 1:
        raise Refused("Năm của sổ không hợp lệ.")
    first_day, last_day = year_days(year)
    row = OutgoingRegister(
        body=body, span=Span.YEAR, label=f"năm {year}", first_day=first_day, last_day=last_day,
        document_type=document_type, first_number=first_number, style=style,
    )  # fmt: skip
    return _opened(row, by=by)


def open_term_register(
    *,
    body: Body,
    label: str,
    days: tuple[date, date | None],
    document_type: str,
    first_number: int = 1,
    style: str = "",
    by: Member,
) -> OutgoingRegister:
    """Open a book whose numbers run over a whole term (Hướng dẫn 05-HD/VPTW); no last day: until closed."""
    if not label.strip():
        raise Refused("Hãy ghi tên nhiệm kỳ, ví dụ: nhiệm kỳ 2025-2030.")
    first_day, last_day = days
    if last_day is not None and last_day < first_day:
        raise Refused("Ngày cuối của nhiệm kỳ không được trước ngày đầu.")
    row = OutgoingRegister(
        body=body, span=Span.TERM, label=nfc(label).strip(), first_day=first_day, last_day=last_day,
        document_type=document_type, first_number=first_number, style=style,
    )  # fmt: skip
    return _opened(row, by=by)


def _opened(row: OutgoingRegister, *, by: Member) -> OutgoingRegister:
    if not permissions.can_number(by, row.body):
        raise PermissionDenied
    if row.first_number < 1:
        raise Refused("Số bắt đầu phải từ 1 trở lên.")
    row.style = row.style or _usual_style(row.body)
    row.is_sample = row.body.is_sample
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused(_already_open(row)) from error
    return row


def _usual_style(body: Body) -> NumberStyle:
    return NumberStyle.PARTY if body.kind == BodyKind.PARTY_COMMITTEE else NumberStyle.STATE


def _already_open(row: OutgoingRegister) -> str:
    kind = f"loại {row.document_type}" if row.document_type else "chung"
    return f"Sổ {kind} cho {row.label} đã mở từ trước, hoặc thời gian trùng với một sổ {kind} khác."


@transaction.atomic
def close_register(*, register: OutgoingRegister, last_day: date, by: Member) -> OutgoingRegister:
    """The book ends with `last_day` (a term that ended earlier or later than thought)."""
    row = OutgoingRegister.objects.select_for_update(of=("self",)).select_related("body").get(pk=register.pk)
    if not permissions.can_number(by, row.body):
        raise PermissionDenied
    if row.span != Span.TERM:
        raise Refused("Sổ theo năm kết thúc ngày 31/12, không đổi được.")
    latest = row.entries.order_by("-issued_on").values_list("issued_on", flat=True).first()
    if last_day < max(row.first_day, latest or row.first_day):
        raise Refused("Ngày cuối không được trước ngày đầu của sổ hoặc trước văn bản cuối cùng đã vào sổ.")
    row.last_day = last_day
    try:
        with transaction.atomic():
            row.save(update_fields=["last_day"])
    except IntegrityError as error:
        raise Refused(_already_open(row)) from error
    return row


@transaction.atomic
def give_number(
    *,
    body: Body,
    document_type: str,
    symbol: str,
    abstract: str,
    issued_on: date,
    details: OutgoingDetails | None = None,
    by: Member,
    at: datetime,
) -> OutgoingEntry:
    """The next number of the book that covers the day, without gaps: the row of the book is locked.

    The type's own book goes before the common one. The caller has made sure the document is signed (Nghị
    định 30/2020, Điều 15: số được cấp sau khi ký). Refused when no book is open: a new one could repeat
    numbers of the paper book.
    """
    if not permissions.can_number(by, body):
        raise PermissionDenied
    if issued_on > clock.day_of(at):
        raise Refused("Ngày văn bản không được sau hôm nay.")
    register = _locked_register(body, issued_on, document_type)
    number = register.first_number if register.last_number is None else register.last_number + 1
    register.last_number = number
    register.save(update_fields=["last_number"])
    entry = OutgoingEntry(
        register=register,
        number=number,
        symbol=checked_symbol(symbol, style=register.style),
        document_type=document_type,
        abstract=nfc(abstract).strip(),
        issued_on=issued_on,
        given_by_id=by.person_id,
        given_at=at,
        is_sample=register.is_sample,
    )
    put_details(entry, details or OutgoingDetails())
    entry.save()
    return entry


def put_details(entry: OutgoingEntry, details: OutgoingDetails) -> None:
    """Set what the book says of the document, and the key it is found by; nothing is saved."""
    for name, value in vars(details).items():
        setattr(entry, name, nfc(value).strip() if isinstance(value, str) else value)
    entry.folded = fold(
        f"{number_words(entry.number, entry.symbol)} {entry.abstract} {entry.signer_name} {entry.recipients}"
    )


def checked_symbol(symbol: str, *, style: str = NumberStyle.STATE) -> str:
    """A symbol as printed with the number, without blanks: CTrPH-UBND-MTTQ, or CTr/ĐU; Refused otherwise."""
    is_party = style == NumberStyle.PARTY
    try:
        return plain_symbol(nfc(symbol), is_party=is_party)
    except ValueError as error:
        example = "CTr/ĐU (in ra: 05-CTr/ĐU)" if is_party else "CTrPH-UBND-MTTQ (in ra: 05/CTrPH-UBND-MTTQ)"
        raise Refused(
            f"Ký hiệu chỉ gồm chữ, số, dấu chấm và dấu gạch nối, viết như trong sổ này: {example}."
        ) from error


def _locked_register(body: Body, day: date, document_type: str) -> OutgoingRegister:
    covering = OutgoingRegister.objects.covering(day, document_type=document_type).filter(body=body)
    register = covering.select_for_update(of=("self",)).first()
    if register is None:
        raise Refused(
            f"Chưa mở sổ văn bản đi loại {document_type} cho ngày {day:%d/%m/%Y}. Hãy mở sổ, ghi số bắt đầu."
        )
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
    if locked.deliveries.filter(recalled_at=None).exists():
        raise Refused("Văn bản mang số này đã gửi đi. Hãy thu hồi lần gửi trước khi hủy số.")
    if _is_used(locked):
        raise Refused("Số này đang ghi trên một văn bản đã ban hành nên không hủy được.")
    locked.annulled_by_id = by.person_id
    locked.annulled_at = at
    locked.annulled_reason = reason.strip()
    locked.save(update_fields=["annulled_by", "annulled_at", "annulled_reason"])
    return locked


def _is_used(entry: OutgoingEntry) -> bool:
    """Whether a row of a higher app carries this number."""
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: entry}).exists()
        for relation in OutgoingEntry._meta.get_fields(include_hidden=True)
        if isinstance(relation, ForeignObjectRel)
        and relation.related_model._meta.app_label != OutgoingEntry._meta.app_label
    )
