"""Who may do what with files and registers."""

from phoihop.core.member import Member
from phoihop.organisations.models import Body, BodyKind

_STORES = {"officer", "leader", "clerk", "administrator", "committee_member", "area_head"}


def can_store(member: Member) -> bool:
    """Everybody who works here, not those who only look on."""
    return member.role in _STORES


def can_number(member: Member, body: Body) -> bool:
    """The clerk (văn thư) of the body, or of its own office (Nghị định 30/2020, Điều 6, 15)."""
    if member.role != "clerk":
        return False
    return member.body_id == body.pk or _is_office_of(member.body_id, body.pk)


def can_see_registers(member: Member, body: Body) -> bool:
    """People of the body and of its office."""
    return member.body_id == body.pk or _is_office_of(member.body_id, body.pk)


def _is_office_of(body_id: int, parent_id: int) -> bool:
    return Body.objects.filter(pk=body_id, parent_id=parent_id, kind=BodyKind.OFFICE).exists()
