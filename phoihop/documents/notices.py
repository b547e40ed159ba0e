"""Words and recipients of the messages about what is sent and arrives."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from phoihop.accounts import notices
from phoihop.accounts.models import Membership, Role
from phoihop.core import clock
from phoihop.documents.calculations import number_words
from phoihop.documents.models import Forwarding, IncomingEntry, Sending
from phoihop.documents.statuses import Channel
from phoihop.organisations.models import BodyKind
from phoihop.organisations.queries import body_labels

_TAKERS = (Role.OFFICER, Role.LEADER)


def tell_sent(sending: Sending, *, at: datetime) -> None:
    """To the clerks of every body that got it here, where there is none to its officers and leaders."""
    entry, here = sending.entry, _bodies_here(sending)
    sender = body_labels([entry.register.body_id], entry.issued_on)[entry.register.body_id].short_name
    words = number_words(entry.number, entry.symbol)
    notices.send(
        person_ids=_takers_of(here),
        text=f"{sender} gửi văn bản {words}: {entry.abstract}. Chờ vào sổ văn bản đến.",
        url=reverse("documents:waiting"),
        dedup_key=f"sending-{sending.pk}",
        at=at,
        is_sample=sending.is_sample,
    )


def tell_recalled(sending: Sending, *, at: datetime) -> None:
    """To the same people: the document is not to be filed any more."""
    entry = sending.entry
    words = number_words(entry.number, entry.symbol)
    notices.send(
        person_ids=_takers_of(_bodies_here(sending)),
        text=f"Văn bản {words} đã được nơi gửi thu hồi. Lý do: {sending.recall_reason}",
        url=reverse("documents:waiting"),
        dedup_key=f"sending-{sending.pk}-recalled",
        at=at,
        is_sample=sending.is_sample,
    )


def tell_forwarded(entry: IncomingEntry, forwardings: Sequence[Forwarding], *, at: datetime) -> None:
    """To the persons named, and to the officers and leaders of the departments named."""
    bodies = [one.body_id for one in forwardings if one.body_id]
    people = [one.person_id for one in forwardings if one.person_id]
    today = Membership.objects.on(clock.day_of(at)).filter(role__in=_TAKERS, body_id__in=bodies)
    notices.send(
        person_ids=[*people, *today.values_list("person_id", flat=True)],
        text=f"Văn bản đến số {entry.number} của {entry.sender} chuyển đến để đọc: {entry.abstract}",
        url=reverse("documents:incoming_entry", args=[entry.pk]),
        dedup_key=f"forwarding-{entry.pk}-{at:%Y%m%d%H%M%S}",
        at=at,
        body_id=entry.register.body_id,
        is_sample=entry.is_sample,
    )


def _bodies_here(sending: Sending) -> list[int]:
    rows = sending.deliveries.filter(channel=Channel.SYSTEM).values_list("body_id", flat=True)
    return [body_id for body_id in rows if body_id]


def _takers_of(body_ids: Collection[int]) -> list[int]:
    """The clerks of bodies and of their offices; of a body without one, its officers and leaders."""
    of_office = Q(body__kind=BodyKind.OFFICE, body__parent_id__in=body_ids)
    rows = Membership.objects.on(clock.today()).filter(
        Q(body_id__in=body_ids, role__in=[Role.CLERK, *_TAKERS]) | of_office & Q(role=Role.CLERK)
    )
    clerks: dict[int, list[int]] = {}
    others: dict[int, list[int]] = {}
    for person_id, role, body_id, parent_id in rows.values_list(
        "person_id", "role", "body_id", "body__parent_id"
    ):
        if role != Role.CLERK:
            others.setdefault(body_id, []).append(person_id)
            continue
        owner = body_id if body_id in body_ids else parent_id
        if owner is not None:
            clerks.setdefault(owner, []).append(person_id)
    return [person for body_id in body_ids for person in clerks.get(body_id) or others.get(body_id, [])]
