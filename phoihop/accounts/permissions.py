"""Who manages whose accounts. An administrator of the operator manages every body, others their own."""

from phoihop.accounts.models import Membership, Role
from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.organisations.models import Body, BodyKind


def is_operator(member: Member) -> bool:
    """An administrator of the body that runs the system; one query."""
    return is_administrator(member) and _is_operator_body(member.body_id)


def is_administrator(member: Member) -> bool:
    return member.role == Role.ADMINISTRATOR


def can_manage(member: Member, body: Body) -> bool:
    """Members of a body: by an administrator of it, of the body it belongs to, or of the operator."""
    return is_administrator(member) and (member.body_id in {body.pk, body.parent_id} or is_operator(member))


def can_grant(member: Member, body: Body, *, person_id: int) -> bool:
    """A role at a body: by who manages it, and never to oneself."""
    return can_manage(member, body) and person_id != member.person_id


def can_end(member: Member, membership: Membership) -> bool:
    """End a role: by who manages its body, and never one's own, so that no body locks itself out."""
    return can_grant(member, membership.body, person_id=membership.person_id)


def can_reset_password(member: Member, *, person_id: int) -> bool:
    """A one-time code: only when every body the person works for is managed by this administrator.

    Otherwise an administrator could add a stranger to his own body and take over the stranger's account
    elsewhere.
    """
    if not is_administrator(member) or person_id == member.person_id:
        return False
    if is_operator(member):
        return True
    held = Membership.objects.on(clock.today()).filter(person_id=person_id).select_related("body")
    bodies = [row.body for row in held]
    return bool(bodies) and all(can_manage(member, body) for body in bodies)


def _is_operator_body(body_id: int) -> bool:
    return Body.objects.filter(pk=body_id, kind=BodyKind.OPERATOR).exists()
