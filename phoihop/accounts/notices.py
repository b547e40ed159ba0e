"""Messages to persons, shown in the app; the words belong to the app that sends."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator

from phoihop.accounts.models import Membership, Notice
from phoihop.core import clock

PER_PAGE = 30


@dataclass(frozen=True)
class NoticeLine:
    """A notice as its page lists it."""

    id: int
    text: str
    url: str
    at: datetime
    is_read: bool


def send(
    *,
    person_ids: Iterable[int],
    text: str,
    url: str,
    dedup_key: str,
    at: datetime,
    body_id: int | None = None,
    is_sample: bool = False,
) -> None:
    """One notice to each person; who already has one under `dedup_key` (at most 120 letters) gets none.

    Written in the caller's transaction, so that it is there exactly when the act it tells of is. One query.
    """
    Notice.objects.bulk_create(
        [
            Notice(
                person_id=person_id,
                body_id=body_id,
                text=text,
                url=url,
                dedup_key=dedup_key,
                at=at,
                is_sample=is_sample,
            )
            for person_id in sorted(set(person_ids))
        ],
        ignore_conflicts=True,
    )


@dataclass(frozen=True)
class Message:
    """What one body's people are told, and where it leads."""

    body_id: int
    text: str
    url: str


def send_to_bodies(
    messages: Iterable[Message], *, roles: Collection[str], dedup_key: str, at: datetime,
    is_sample: bool = False,
) -> None:  # fmt: skip
    """To those who hold one of `roles` at each body that day its own message; two queries for any number."""
    by_body = {message.body_id: message for message in messages}
    held = Membership.objects.on(clock.day_of(at)).filter(body_id__in=list(by_body), role__in=roles)
    people = sorted(set(held.values_list("person_id", "body_id")))
    Notice.objects.bulk_create(
        [
            Notice(
                person_id=person_id, body_id=body_id, text=by_body[body_id].text, url=by_body[body_id].url,
                dedup_key=f"{dedup_key}-{body_id}", at=at, is_sample=is_sample,
            )
            for person_id, body_id in people
        ],
        ignore_conflicts=True,
        batch_size=5000,
    )  # fmt: skip


def members_of(body_id: int, roles: Collection[str], *, on: date | None = None) -> list[int]:
    """The persons who hold one of `roles` at a body on a day (today when none is given); one query."""
    rows = Membership.objects.on(on or clock.today()).filter(body_id=body_id, role__in=roles)
    return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct())


def latest(person_id: int, *, page: str) -> "tuple[list[NoticeLine], Page[Notice]]":
    """The notices of a person on a page, latest first, and that page; two queries."""
    rows = Notice.objects.filter(person_id=person_id).order_by("-at", "-id")
    found = Paginator(rows, PER_PAGE).get_page(page)
    lines = [NoticeLine(n.pk, n.text, n.url, n.at, n.read_at is not None) for n in found.object_list]
    return lines, found


def mark_read(*, person_id: int, at: datetime, notice_id: int | None = None) -> int:
    """Mark one notice, or all of a person, as read; how many were unread. Another person's are untouched."""
    rows = Notice.objects.filter(person_id=person_id, read_at=None)
    if notice_id is not None:
        rows = rows.filter(pk=notice_id)
    return rows.update(read_at=at)


def address_of(*, person_id: int, notice_id: int) -> str:
    """Where a notice leads; empty for no address or for a notice of somebody else."""
    found = Notice.objects.filter(person_id=person_id, pk=notice_id).values_list("url", flat=True)
    return found.first() or ""
