"""Acting as: which of one's own memberships a session uses."""

from dataclasses import dataclass

from django.http import HttpRequest

from phoihop.accounts.models import Membership
from phoihop.core import clock

SESSION_KEY = "acting_as"


@dataclass(frozen=True)
class ActingMember:
    """A person acting for a body in a role, today (phoihop.core.member.Member)."""

    membership_id: int
    person_id: int
    body_id: int
    area_id: int
    role: str
    role_label: str
    full_name: str
    body_kind: str
    body_name: str
    is_sample: bool


def member_for(request: HttpRequest) -> ActingMember | None:
    """The chosen membership if still valid, else the first; None for nobody or without any."""
    if not request.user.is_authenticated:
        return None
    own = memberships_of(request.user.person_id)
    chosen = request.session.get(SESSION_KEY)
    return next((m for m in own if m.membership_id == chosen), own[0] if own else None)


def memberships_of(person_id: int) -> list[ActingMember]:
    """The person's memberships valid today, oldest first; one query."""
    today = clock.today()
    rows = (
        Membership.objects.on(today)
        .filter(person_id=person_id)
        .select_related("person", "body")
        .prefetch_related("body__names")
        .order_by("id")
    )
    return [as_member(row) for row in rows]


def as_member(membership: Membership) -> ActingMember:
    """A membership row as the acting member it allows."""
    today = clock.today()
    names = [n for n in membership.body.names.all() if _holds(n.valid_from, n.valid_to, today)]
    return ActingMember(
        membership_id=membership.pk,
        person_id=membership.person_id,
        body_id=membership.body_id,
        area_id=membership.body.area_id,
        role=membership.role,
        role_label=membership.get_role_display(),
        full_name=membership.person.full_name,
        body_kind=membership.body.kind,
        body_name=names[0].short_name if names else "",
        is_sample=membership.is_sample,
    )


def _holds(start: object, end: object, day: object) -> bool:
    return (start is None or start <= day) and (end is None or end >= day)  # type: ignore[operator]
