"""A person's addresses: asked for, confirmed by a code sent there, used or not, forgotten; and the habits.

The code is kept nowhere: it follows from the row's nonce, its address and the key of the installation.
"""

import hashlib
import hmac
import uuid
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction

from phoihop.accounts import channels, deliveries
from phoihop.accounts.deliveries import Answer, Composed, Outgoing
from phoihop.accounts.models import Address, Delivery, ReminderChoice
from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.people.models import Person

CODE_LIFE = timedelta(minutes=30)
MOST_TRIES = 5
MOST_ASKED_A_DAY = 5
CODE, TRIAL = "code", "trial"
SUBJECTS = {CODE: "Mã xác nhận địa chỉ nhận nhắc việc", TRIAL: "Tin gửi thử của phần mềm Phối Hợp"}


@transaction.atomic
def ask_address(*, person_id: int, channel: str, typed: str, at: datetime) -> Address:
    """Keep an address and send a code to it; one confirmed before stops being used.

    Refused for a channel that cannot send, for what is no address, and after too many codes in one day: a
    stranger's telephone must not be rung on.
    """
    gateway = channels.find(channel)
    if gateway is None or not gateway.is_ready:
        raise Refused("Kênh này chưa được cài đặt trên hệ thống.")
    try:
        value = gateway.read_address(typed)
    except channels.WrongAddress as wrong:
        raise Refused(str(wrong)) from wrong
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    row = Address.objects.filter(person=person, channel=channel).first()
    if row is not None and row.value == value and row.confirmed_at is not None:
        raise Refused("Địa chỉ này đã được xác nhận rồi.")
    if _asked_on(clock.day_of(at), person_id, channel) >= MOST_ASKED_A_DAY:
        raise Refused("Hôm nay đã gửi mã quá nhiều lần. Hãy thử lại vào ngày mai.")
    row = _asked(row or Address(person=person, channel=channel), value, at)
    deliveries.put_down(
        [Outgoing(person_id, channel, f"code-{row.nonce}", person.is_sample)], purpose=CODE, at=at
    )
    return row


def _asked_on(day: date, person_id: int, channel: str) -> int:
    """How many codes went out that day, also to addresses since forgotten."""
    rows = Delivery.objects.filter(person_id=person_id, channel=channel, purpose=CODE)
    return rows.filter(created_at__date=day).count()


def _asked(row: Address, value: str, at: datetime) -> Address:
    row.value, row.nonce, row.asked_at = value, uuid.uuid4(), at
    row.tries, row.confirmed_at, row.is_used = 0, None, True
    row.version += 1
    row.save()
    return row


@transaction.atomic
def confirm_address(*, person_id: int, channel: str, code: str, at: datetime) -> bool:
    """Whether the typed code is the one that was sent; each try counts, so the caller must not roll back.

    Refused when no code is open: none asked for, too old, typed wrongly too often.
    """
    row = _locked(person_id, channel)
    is_open = row is not None and row.confirmed_at is None and at - row.asked_at <= CODE_LIFE
    if row is None or not is_open or row.tries >= MOST_TRIES:
        raise Refused("Mã đã hết hạn hoặc nhập sai quá nhiều lần. Hãy gửi lại mã.")
    row.tries += 1
    is_right = hmac.compare_digest(code_of(row), "".join(code.split()))
    row.confirmed_at = at if is_right else None
    row.version += 1
    row.save(update_fields=["tries", "confirmed_at", "version"])
    return is_right


def use_address(*, person_id: int, channel: str, is_used: bool) -> None:
    """Whether reminders go to a confirmed address; what waits for it is then not sent."""
    Address.objects.filter(person_id=person_id, channel=channel).update(is_used=is_used)


def forget_address(*, person_id: int, channel: str) -> None:
    """Delete the address; what waits for it is then not sent."""
    Address.objects.filter(person_id=person_id, channel=channel).delete()


def _locked(person_id: int, channel: str) -> Address | None:
    rows = Address.objects.select_for_update(of=("self",))
    return rows.filter(person_id=person_id, channel=channel).first()


def code_of(row: Address) -> str:
    """Six digits."""
    said = f"address-code:{row.nonce}:{row.channel}:{row.value}".encode()
    digest = hmac.new(settings.SECRET_KEY.encode(), said, hashlib.sha256).digest()
    return f"{int.from_bytes(digest[:8]) % 1_000_000:06d}"


def compose_codes(rows: Collection[Delivery], at: datetime) -> Mapping[int, Answer]:
    """The composer of codes: what a code's message says; None once it is old, replaced or used. One query."""
    open_rows = {
        f"code-{address.nonce}": address
        for address in Address.objects.filter(person__in={row.person_id for row in rows}, confirmed_at=None)
        if at - address.asked_at <= CODE_LIFE and address.tries < MOST_TRIES
    }
    return {row.pk: _code_message(open_rows[row.key]) for row in rows if row.key in open_rows}


def _code_message(address: Address) -> Composed:
    text = (
        f"Mã xác nhận của phần mềm Phối Hợp: {code_of(address)}\n\n"
        f"Mã dùng trong {CODE_LIFE.seconds // 60} phút. Nếu không phải bạn yêu cầu, hãy bỏ qua tin này."
    )
    return Composed(SUBJECTS[CODE], text, needs_confirmation=False)


def compose_trials(rows: Collection[Delivery], at: datetime) -> Mapping[int, Answer]:
    """The composer of trial messages of administrators."""
    text = "Đây là tin gửi thử. Nhận được tin này nghĩa là kênh đang hoạt động."
    return {row.pk: Composed(SUBJECTS[TRIAL], text) for row in rows}


def try_channel(*, person_id: int, channel: str, at: datetime) -> None:
    """A trial message to one's own confirmed address; Refused without one."""
    has_address = Address.objects.filter(
        person_id=person_id, channel=channel, confirmed_at__isnull=False, is_used=True
    )
    if not has_address.exists():
        raise Refused("Bạn chưa xác nhận địa chỉ của mình ở kênh này nên chưa gửi thử được.")
    deliveries.put_down([Outgoing(person_id, channel, f"trial-{at:%Y%m%d%H%M}")], purpose=TRIAL, at=at)


@transaction.atomic
def choose(*, person_id: int, version: int, **habits: Any) -> ReminderChoice:
    """Keep when a person wants to be reminded; `habits` are fields of `ReminderChoice`.

    Conflict when the choice was changed since the form was opened (version 0: there was none).
    """
    Person.objects.select_for_update(no_key=True).get(pk=person_id)
    row = ReminderChoice.objects.filter(person_id=person_id).first()
    if (row.version if row else 0) != version:
        raise Conflict("Cách nhận nhắc việc")
    row = row or ReminderChoice(person_id=person_id, version=0)
    for name, value in habits.items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    return row


def choice_of(person_id: int) -> ReminderChoice:
    """What the person chose, else the defaults in a row not saved (version 0); one query."""
    found = ReminderChoice.objects.filter(person_id=person_id).first()
    return found or ReminderChoice(person_id=person_id, version=0)
