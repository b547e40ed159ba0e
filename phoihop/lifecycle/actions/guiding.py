"""Hướng dẫn down a vertical line: send, acknowledge, ask back and answer, pass on, withdraw."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.documents.models import StoredFile
from phoihop.lifecycle import guidance_notices as notices
from phoihop.lifecycle.models import Guidance, GuidanceMessage, GuidanceReceipt
from phoihop.lifecycle.queries.lines_below import bodies_below
from phoihop.organisations.models import Body
from phoihop.programmes import permissions
from phoihop.programmes.models import Clause, Programme

_BATCH = 1000


@dataclass(frozen=True)
class GuidanceContent:
    """What the paper says and bears; a text written here, or a file."""

    title: str
    issued_on: date
    number_text: str = ""
    text: str = ""
    file: StoredFile | None = None
    clause_ids: Collection[int] = ()


@transaction.atomic
def send_guidance(
    *,
    programme: Programme,
    body: Body,
    content: GuidanceContent,
    to: Collection[int] = (),
    by: Member,
    at: datetime,
) -> Guidance:
    """Send a guidance to all bodies of the own line below (`to` empty), or to those chosen (body ids).

    Set-based: the number of queries does not grow with the receivers. Refused without words or a file, with
    nobody below, and for a body that is not of the line.
    """
    if not permissions.can_write_for(by, body.pk):
        raise PermissionDenied
    if not Programme.objects.visible_to(by).filter(pk=programme.pk).exists():
        raise PermissionDenied
    _check(content, at=at)
    return _send(programme, body, content, _receivers(body, to, at=at), passes_on=None, by=by, at=at)


def _check(content: GuidanceContent, *, at: datetime) -> None:
    if not content.title.strip():
        raise Refused("Hãy ghi hướng dẫn về việc gì.")
    if not content.text.strip() and content.file is None:
        raise Refused("Hãy viết nội dung hướng dẫn hoặc kèm tệp văn bản.")
    if content.issued_on > clock.day_of(at):
        raise Refused("Ngày văn bản không được sau hôm nay.")


def _receivers(body: Body, to: Collection[int], *, at: datetime) -> list[int]:
    below = list(bodies_below(body, on=clock.day_of(at)).values_list("pk", flat=True))
    if not below:
        raise Refused("Không có đơn vị cấp dưới nào cùng ngành dọc đang hoạt động.")
    if set(to) - set(below):
        raise Refused("Có đơn vị được chọn không thuộc ngành dọc cấp dưới.")
    return sorted(set(to)) if to else below


def _send(
    programme: Programme,
    body: Body,
    content: GuidanceContent,
    receivers: Collection[int],
    *,
    passes_on: Guidance | None,
    by: Member,
    at: datetime,
) -> Guidance:
    row = Guidance.objects.create(
        programme=programme,
        body=body,
        title=nfc(content.title).strip(),
        number_text=nfc(content.number_text).strip(),
        issued_on=content.issued_on,
        text=nfc(content.text).strip(),
        file=content.file,
        passes_on=passes_on,
        sent_by_id=by.person_id,
        sent_at=at,
        is_sample=programme.is_sample,
    )
    row.clauses.set(Clause.objects.filter(pk__in=content.clause_ids, edition__programme=programme))
    GuidanceReceipt.objects.bulk_create(
        (GuidanceReceipt(guidance=row, body_id=pk) for pk in receivers), batch_size=_BATCH
    )
    notices.tell_receivers(row, receivers, at=at)
    return row


@transaction.atomic
def acknowledge_guidance(*, receipt: GuidanceReceipt, by: Member, at: datetime) -> GuidanceReceipt:
    """The receiving body says that it has read it; twice stays once."""
    row = _locked(receipt)
    if not permissions.can_write_for(by, row.body_id):
        raise PermissionDenied
    if row.acknowledged_at is None:
        row.acknowledged_by_id, row.acknowledged_at = by.person_id, at
        row.save(update_fields=["acknowledged_by", "acknowledged_at"])
    return row


@transaction.atomic
def take_acknowledgement_back(*, receipt: GuidanceReceipt, by: Member, at: datetime) -> GuidanceReceipt:
    """A click too many, undone as long as the body has not passed it on."""
    row = _locked(receipt)
    if not permissions.can_write_for(by, row.body_id):
        raise PermissionDenied
    if Guidance.objects.filter(passes_on=row.guidance, body=row.body_id, withdrawn_at=None).exists():
        raise Refused("Đơn vị đã gửi tiếp hướng dẫn này xuống dưới nên không bỏ xác nhận được.")
    row.acknowledged_by_id, row.acknowledged_at = None, None
    row.save(update_fields=["acknowledged_by", "acknowledged_at"])
    return row


@transaction.atomic
def ask_about_guidance(*, receipt: GuidanceReceipt, text: str, by: Member, at: datetime) -> GuidanceMessage:
    """A question of the body that received it, or the answer of the one that issued it."""
    row = _locked(receipt)
    asks = permissions.can_write_for(by, row.body_id)
    if not asks and not permissions.can_write_for(by, row.guidance.body_id):
        raise PermissionDenied
    if not text.strip():
        raise Refused("Hãy ghi câu hỏi hoặc câu trả lời.")
    made = GuidanceMessage.objects.create(
        receipt=row, body_id=by.body_id, person_id=by.person_id, at=at, text=nfc(text).strip()
    )
    notices.tell_message(row, made, asks=asks, at=at)
    return made


@transaction.atomic
def pass_on_guidance(
    *, receipt: GuidanceReceipt, note: str = "", to: Collection[int] = (), by: Member, at: datetime
) -> Guidance:
    """Hand it further down the line with a word of one's own; it counts as acknowledged. Once a body."""
    row = _locked(receipt)
    if not permissions.can_write_for(by, row.body_id):
        raise PermissionDenied
    given = row.guidance
    if Guidance.objects.filter(passes_on=given, body=row.body_id, withdrawn_at=None).exists():
        raise Refused("Đơn vị đã gửi tiếp hướng dẫn này xuống dưới.")
    content = GuidanceContent(
        title=given.title,
        issued_on=given.issued_on,
        number_text=given.number_text,
        text="\n\n".join(part for part in (note.strip(), given.text) if part),
        file=given.file,
        clause_ids=list(given.clauses.values_list("pk", flat=True)),
    )
    receivers = _receivers(row.body, to, at=at)
    acknowledge_guidance(receipt=row, by=by, at=at)
    return _send(given.programme, row.body, content, receivers, passes_on=given, by=by, at=at)


@transaction.atomic
def withdraw_guidance(*, guidance: Guidance, reason: str, version: int, by: Member, at: datetime) -> Guidance:
    """Take a guidance back while nobody below has acknowledged it, asked about it or passed it on."""
    row = Guidance.objects.select_for_update(of=("self",)).select_related("programme").get(pk=guidance.pk)
    if not permissions.can_write_for(by, row.body_id):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("Hướng dẫn này")
    if row.withdrawn_at is not None:
        raise Refused("Hướng dẫn này đã thu lại.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do thu lại.")
    used = row.receipts.exclude(acknowledged_at=None).exists()
    if used or GuidanceMessage.objects.filter(receipt__guidance=row).exists():
        raise Refused("Đã có đơn vị xác nhận hoặc hỏi lại nên không thu lại được nữa.")
    row.withdrawn_at, row.withdrawn_reason = at, nfc(reason).strip()
    row.version += 1
    row.save(update_fields=["withdrawn_at", "withdrawn_reason", "version"])
    notices.tell_withdrawn(row, at=at)
    return row


def _locked(receipt: GuidanceReceipt) -> GuidanceReceipt:
    """The receipt, its guidance held: it is not withdrawn in between."""
    Guidance.objects.select_for_update(of=("self",), no_key=True).get(pk=receipt.guidance_id)
    rows = GuidanceReceipt.objects.select_for_update(of=("self",)).select_related(
        "guidance__programme", "guidance__file", "body"
    )
    row = rows.get(pk=receipt.pk)
    if row.guidance.withdrawn_at is not None:
        raise Refused("Hướng dẫn này đã được thu lại.")
    return row
