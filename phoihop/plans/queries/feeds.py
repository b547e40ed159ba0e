"""Whose calendar a secret address opens, and what stands in it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from phoihop.accounts.acting import as_member, valid_memberships
from phoihop.core.periods import Period
from phoihop.people.models import Person
from phoihop.plans import calendar
from phoihop.plans.feed_addresses import hash_of
from phoihop.plans.models import CalendarFeed

DAYS_BACK, DAYS_AHEAD = 90, 400


@dataclass(frozen=True)
class Feed:
    """A person's calendar."""

    person: Person
    items: list[calendar.Item]


def feed_of(token: str, *, today: date) -> Feed:
    """What concerns the person in each of their roles today, three months back and a year ahead.

    Raises CalendarFeed.DoesNotExist for an address that opens nothing (never made, revoked, account closed).
    Queries do not grow with what stands in it.
    """
    feed = CalendarFeed.objects.select_related("person__user").get(
        token_hash=hash_of(token), revoked_at=None, person__user__is_active=True
    )
    span = Period(today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD))
    members = [as_member(row) for row in valid_memberships(feed.person_id, today)]
    items = calendar.items_in(span, members=members, today=today, own_only=True)
    return Feed(feed.person, items)


def feed_made_at(person_id: int) -> datetime | None:
    """Since when the person has an address that holds; one query."""
    rows = CalendarFeed.objects.filter(person=person_id, revoked_at=None)
    return rows.values_list("made_at", flat=True).first()
