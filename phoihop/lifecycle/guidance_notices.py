"""Words and recipients of messages about guidance; one query for all people, one for all messages."""

from collections.abc import Collection
from datetime import datetime

from django.urls import reverse

from phoihop.accounts import notices
from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.lifecycle.models import Guidance, GuidanceMessage, GuidanceReceipt
from phoihop.organisations.queries import body_labels

_TOLD = ("officer", "leader", "area_head")


def _people(body_ids: Collection[int], at: datetime) -> list[int]:
    rows = Membership.objects.on(clock.day_of(at)).filter(body__in=body_ids, role__in=_TOLD)
    return list(rows.values_list("person_id", flat=True))


def _name(body_id: int, at: datetime) -> str:
    return body_labels([body_id], clock.day_of(at))[body_id].short_name


def _send(row: Guidance, people: list[int], text: str, *, key: str, at: datetime) -> None:
    notices.send(
        person_ids=people,
        text=text,
        url=reverse("lifecycle:guidance", args=[row.pk]),
        dedup_key=f"guidance-{row.pk}-{key}",
        at=at,
        is_sample=row.is_sample,
    )


def tell_receivers(row: Guidance, body_ids: Collection[int], *, at: datetime) -> None:
    """Everybody who works for a receiving body."""
    text = f"{_name(row.body_id, at)} hướng dẫn “{row.title}”. Đề nghị đọc và xác nhận."
    _send(row, _people(body_ids, at), text, key="sent", at=at)


def tell_message(receipt: GuidanceReceipt, message: GuidanceMessage, *, asks: bool, at: datetime) -> None:
    """The issuing body of a question, the receiving body of its answer."""
    row = receipt.guidance
    said = "hỏi về" if asks else "trả lời về"
    people = _people([row.body_id if asks else receipt.body_id], at)
    text = f"{_name(message.body_id, at)} {said} hướng dẫn “{row.title}”."
    _send(row, people, text, key=f"message-{message.pk}", at=at)


def tell_withdrawn(row: Guidance, *, at: datetime) -> None:
    """Everybody it was sent to."""
    people = _people(list(row.receipts.values_list("body_id", flat=True)), at)
    _send(row, people, f"Hướng dẫn “{row.title}” đã được thu lại. {row.withdrawn_reason}", key="back", at=at)
