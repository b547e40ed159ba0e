"""What the pages about channels and addresses read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Q

from phoihop.accounts import channels
from phoihop.accounts.addresses import CODE_LIFE, MOST_TRIES
from phoihop.accounts.models import Address, Delivery, DeliveryState

_HEALTH = timedelta(hours=24)


@dataclass(frozen=True)
class AddressLine:
    """One channel of a person: no address yet, one that waits for its code, or one in use."""

    channel: str
    label: str
    hint: str
    value: str
    is_confirmed: bool
    is_used: bool
    awaits_code: bool


def addresses_of(person_id: int, *, at: datetime) -> list[AddressLine]:
    """Every channel that can send, with the person's address there; one query."""
    rows = {row.channel: row for row in Address.objects.filter(person_id=person_id)}
    return [_line(channel, rows.get(channel.name), at) for channel in channels.ready_channels()]


def _line(channel: channels.Channel, row: Address | None, at: datetime) -> AddressLine:
    is_open = row is not None and at - row.asked_at <= CODE_LIFE and row.tries < MOST_TRIES
    is_confirmed = row is not None and row.confirmed_at is not None
    return AddressLine(
        channel=channel.name,
        label=channel.label,
        hint=channel.hint,
        value=row.value if row else "",
        is_confirmed=is_confirmed,
        is_used=row is not None and row.is_used,
        awaits_code=is_open and not is_confirmed,
    )


@dataclass(frozen=True)
class ChannelHealth:
    """How a channel does: of the last 24 hours what went out and what did not; nothing secret."""

    name: str
    label: str
    where: str
    is_ready: bool
    addresses: int
    waiting: int
    trying_again: int
    sent: int
    failed: int
    last_sent_at: datetime | None
    reasons: Sequence[tuple[str, int]]

    @property
    def colour(self) -> str:
        if not self.is_ready:
            return "secondary"
        return "red" if self.failed or self.trying_again else "green"

    @property
    def status(self) -> str:
        """In two or three words."""
        if not self.is_ready:
            return "chưa cài đặt"
        if self.failed or self.trying_again:
            return "có tin chưa gửi được"
        return "đang hoạt động" if self.sent else "sẵn sàng"


def health(*, at: datetime) -> list[ChannelHealth]:
    """Every channel; three queries."""
    since = at - _HEALTH
    recent, waiting = Q(ended_at__gte=since), Q(state=DeliveryState.WAITING)
    counted: dict[str, Mapping[str, Any]] = {
        row["channel"]: row
        for row in Delivery.objects.filter(waiting | recent)
        .values("channel")
        .annotate(
            waiting=Count("pk", filter=waiting),
            again=Count("pk", filter=waiting & Q(tries__gt=0)),
            sent=Count("pk", filter=Q(state=DeliveryState.SENT)),
            failed=Count("pk", filter=Q(state=DeliveryState.FAILED)),
            last=Max("ended_at", filter=Q(state=DeliveryState.SENT)),
        )
    }
    rows = Address.objects.filter(confirmed_at__isnull=False, is_used=True).values_list("channel")
    used: dict[str, int] = dict(rows.annotate(number=Count("pk")))
    reasons = _reasons(since)
    return [
        _health(channel, counted.get(channel.name, {}), used.get(channel.name, 0), reasons)
        for channel in channels.all_channels()
    ]


def _reasons(since: datetime) -> list[tuple[str, str, int]]:
    rows = Delivery.objects.exclude(reason="").filter(
        Q(state=DeliveryState.WAITING) | Q(state=DeliveryState.FAILED, ended_at__gte=since)
    )
    grouped = rows.values_list("channel", "reason").annotate(number=Count("pk"))
    return list(grouped.order_by("-number", "reason"))


def _health(
    channel: channels.Channel, row: Mapping[str, Any], used: int, reasons: list[tuple[str, str, int]]
) -> ChannelHealth:
    return ChannelHealth(
        name=channel.name,
        label=channel.label,
        where=channel.where,
        is_ready=channel.is_ready,
        addresses=used,
        waiting=row.get("waiting", 0),
        trying_again=row.get("again", 0),
        sent=row.get("sent", 0),
        failed=row.get("failed", 0),
        last_sent_at=row.get("last"),
        reasons=[(reason, number) for name, reason, number in reasons if name == channel.name],
    )
