"""Members for the sample's own acts, and the days on which they are said to have happened."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from phoihop.accounts.acting import ActingMember, as_member
from phoihop.accounts.models import Membership, Role
from phoihop.organisations.models import Body
from phoihop.people.models import Person

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def moment(day: date, hour: int = 9) -> datetime:
    """An hour of a day in Vietnam."""
    return datetime.combine(day, time(hour), tzinfo=VIETNAM)


def in_role(
    person: Person, body: Body, role: Role, *, position: str = "", since: date | None
) -> ActingMember:
    """The person's membership in a role at a body (begun when there is none), as an acting member."""
    row, _ = Membership.objects.get_or_create(
        person=person,
        body=body,
        role=role,
        defaults={"position": position, "valid_from": since, "is_sample": True},
    )
    return as_member(row)
