"""Messages on their way out of the app: put down in the act's transaction, composed and sent by the worker.

Sent at least once: each row is locked while it is sent, marked in the same transaction, and carries an id
that goes out with it. What a message says is asked of its purpose's composer when it is sent, so that nothing
pointless goes out after a delay.
"""

import logging
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from phoihop.accounts import channels
from phoihop.accounts.calculations import next_try
from phoihop.accounts.channels import GiveUp, Message, TryLater
from phoihop.accounts.models import Address, Delivery, DeliveryDecision, DeliveryState
from phoihop.core.errors import Refused
from phoihop.core.member import Member

logger = logging.getLogger(__name__)

NO_ADDRESS = "Người nhận không còn dùng kênh này."
NO_CHANNEL = "Kênh này chưa được cài đặt trên hệ thống."
UNFORESEEN = "Lỗi của phần mềm khi gửi; xem nhật ký máy chủ."
MOST_AT_A_TIME = 500
FAILURES_IN_A_ROW = 3
"""After so many a channel rests until the next run: a gateway that is down does not hold up the others."""


@dataclass(frozen=True)
class Composed:
    """What a message says now. `url` is a path of this site. `needs_confirmation`: not for a code."""

    subject: str
    text: str
    url: str = ""
    needs_confirmation: bool = True


@dataclass(frozen=True)
class NotNow:
    """The message is still wanted, but not before `until`."""

    until: datetime


type Answer = Composed | NotNow | None
"""None: the message became pointless."""

type Composer = Callable[[Collection[Delivery], datetime], Mapping[int, Answer]]
"""Answers for deliveries by their id, in a constant number of queries."""

_composers: dict[str, Composer] = {}


@dataclass(frozen=True)
class Outgoing:
    """A message to put down."""

    person_id: int
    channel: str
    key: str
    is_sample: bool = False


def compose_with(purpose: str, composer: Composer) -> None:
    """Register who says what messages of a purpose say; from `apps.py`."""
    _composers[purpose] = composer


def put_down(messages: Iterable[Outgoing], *, purpose: str, at: datetime, subject: str = "") -> None:
    """Messages that wait to be sent; what is there under person, channel and key already stays as it is.

    What is shown in the app is there at once. One query.
    """
    Delivery.objects.bulk_create(
        [_row(message, purpose=purpose, subject=subject, at=at) for message in messages],
        ignore_conflicts=True,
    )


def _row(message: Outgoing, *, purpose: str, subject: str, at: datetime) -> Delivery:
    is_there = message.channel == channels.IN_APP
    return Delivery(
        person_id=message.person_id,
        channel=message.channel,
        key=message.key,
        purpose=purpose,
        subject=subject,
        state=DeliveryState.SENT if is_there else DeliveryState.WAITING,
        created_at=at,
        next_try_at=at,
        ended_at=at if is_there else None,
        is_sample=message.is_sample,
    )


def send_waiting(*, at: datetime, most: int = MOST_AT_A_TIME) -> Counter[str]:
    """Send what is due, the oldest first; how many ended in which state ("waiting": to be tried again).

    Several workers may run this at once: a message another one holds is left to it.
    """
    rows = list(
        Delivery.objects.filter(state=DeliveryState.WAITING, next_try_at__lte=at).order_by(
            "next_try_at", "pk"
        )[:most]
    )
    answers = _composed(rows, at)
    ended: Counter[str] = Counter()
    failing: Counter[str] = Counter()
    for row in rows:
        if failing[row.channel] < FAILURES_IN_A_ROW:
            state = _send(row.pk, answers.get(row.pk), at=at)
            ended[state] += 1
            failing[row.channel] = failing[row.channel] + 1 if state == _TRIED else 0
    return ended


_TRIED, _TAKEN = "tried", "taken"


def _composed(rows: Collection[Delivery], at: datetime) -> dict[int, Answer]:
    answers: dict[int, Answer] = {}
    for purpose in {row.purpose for row in rows}:
        composer = _composers.get(purpose)
        if composer is not None:
            answers |= composer([row for row in rows if row.purpose == purpose], at)
    return answers


@transaction.atomic
def _send(delivery_id: int, answer: Answer, *, at: datetime) -> str:
    """One message under its lock; the new state, or "taken" when another worker was quicker."""
    rows = Delivery.objects.select_for_update(of=("self",), skip_locked=True)
    row = rows.filter(pk=delivery_id, state=DeliveryState.WAITING, next_try_at__lte=at).first()
    if row is None:
        return _TAKEN
    if isinstance(answer, NotNow):
        row.next_try_at = answer.until
        row.save(update_fields=["next_try_at"])
        return DeliveryState.WAITING
    if answer is None:
        return _end(row, DeliveryState.DROPPED, at=at)
    row.subject = answer.subject
    return _hand_over(row, answer, at=at)


def _hand_over(row: Delivery, said: Composed, *, at: datetime) -> str:
    channel = channels.find(row.channel)
    if channel is None or not channel.is_ready:
        return _end(row, DeliveryState.FAILED, reason=NO_CHANNEL, at=at)
    address = _address(row, said)
    if not address:
        return _end(row, DeliveryState.DROPPED, reason=NO_ADDRESS, at=at)
    url = f"{settings.ADDRESS}{said.url}" if settings.ADDRESS and said.url else ""
    message = Message(row.message_id, address, said.subject, said.text, url, at)
    row.tries += 1
    try:
        channel.send(message)
    except GiveUp as refused:
        return _end(row, DeliveryState.FAILED, reason=refused.reason, at=at)
    except TryLater as later:
        return _try_later(row, later.reason, at=at)
    except Exception as unforeseen:
        # One message must not stop all others; the error's own text may hold an address.
        logger.error("message %s by %s: %s", row.pk, row.channel, type(unforeseen).__name__)  # noqa: TRY400
        return _try_later(row, UNFORESEEN, at=at)
    return _end(row, DeliveryState.SENT, at=at)


def _address(row: Delivery, said: Composed) -> str:
    found = Address.objects.filter(person_id=row.person_id, channel=row.channel)
    if said.needs_confirmation:
        found = found.filter(confirmed_at__isnull=False, is_used=True)
    return found.values_list("value", flat=True).first() or ""


def _try_later(row: Delivery, reason: str, *, at: datetime) -> str:
    wait = next_try(row.tries)
    if wait is None:
        return _end(row, DeliveryState.FAILED, reason=reason, at=at)
    row.reason, row.next_try_at = reason, at + wait
    row.save(update_fields=["reason", "next_try_at", "tries", "subject"])
    return _TRIED


def _end(row: Delivery, state: DeliveryState, *, at: datetime, reason: str = "") -> str:
    row.state, row.reason, row.ended_at = state, reason, at
    row.save(update_fields=["state", "reason", "ended_at", "tries", "subject"])
    return state.value


@transaction.atomic
def send_again(*, delivery_id: int, by: Member, at: datetime) -> Delivery:
    """A failed message waits once more, under the id it had; who may ask is decided by the caller."""
    row = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery_id)
    if row.state != DeliveryState.FAILED:
        raise Refused("Tin này không còn ở trạng thái không gửi được.")
    row.state, row.ended_at, row.tries, row.next_try_at = DeliveryState.WAITING, None, 0, at
    row.save(update_fields=["state", "ended_at", "tries", "next_try_at"])
    DeliveryDecision.objects.create(
        delivery=row, by_person_id=by.person_id, by_body_id=by.body_id, verb="send_again", at=at
    )
    return row
