"""The secret address of a person's calendar: made, made anew, revoked. Only its hash is kept."""

from datetime import datetime

from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.people.models import Person
from phoihop.plans.feed_addresses import hash_of, new_token
from phoihop.plans.models import CalendarFeed


@transaction.atomic
def make_feed(*, by: Member, at: datetime) -> str:
    """A new secret word for the member's own feed, told this once; the one before stops holding."""
    _end(by, at=at)
    token = new_token()
    CalendarFeed.objects.create(person_id=by.person_id, token_hash=hash_of(token), made_at=at)
    return token


@transaction.atomic
def revoke_feed(*, by: Member, at: datetime) -> None:
    """The member's own address opens nothing any more; Refused when there is none."""
    if not _end(by, at=at):
        raise Refused("Chưa có địa chỉ lịch nào đang dùng.")


def _end(by: Member, *, at: datetime) -> int:
    """The person's row is held, so that two at once leave one feed."""
    Person.objects.select_for_update(of=("self",)).get(pk=by.person_id)
    return CalendarFeed.objects.filter(person=by.person_id, revoked_at=None).update(revoked_at=at)
