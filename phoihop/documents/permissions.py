"""Who may do what with files, registers and sendings."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from phoihop.accounts.models import Membership, Role
from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.organisations.models import Body, BodyKind

_STORES = {"officer", "leader", "clerk", "administrator", "committee_member", "area_head"}
_SEES_BOOKS = {"officer", "leader", "clerk", "administrator"}


def can_store(member: Member) -> bool:
    """Everybody who works here, not those who only look on."""
    return member.role in _STORES


def can_number(member: Member, body: Body) -> bool:
    """The clerk (văn thư) of the body, or of its own office (Nghị định 30/2020, Điều 6, 15)."""
    if member.role != "clerk":
        return False
    return member.body_id == body.pk or _is_office_of(member.body_id, body.pk)


def files_for(member: Member) -> QuerySet[Body]:
    """Whose arrivals the member takes in: the clerk for the own body and the one its office serves.

    Where a body and its office have no clerk, its officer or leader does.
    """
    own = Q(pk=member.body_id)
    if member.role == Role.CLERK:
        return Body.objects.filter(
            own | Q(children=member.body_id, children__kind=BodyKind.OFFICE)
        ).distinct()
    if member.role not in {Role.OFFICER, Role.LEADER}:
        return Body.objects.none()
    of_body = Q(body=OuterRef("pk")) | Q(body__parent=OuterRef("pk"), body__kind=BodyKind.OFFICE)
    clerks = Membership.objects.on(clock.today()).filter(of_body, role=Role.CLERK)
    return Body.objects.filter(own).exclude(Exists(clerks))


def can_file(member: Member, body: Body) -> bool:
    """Whether the member takes in what arrives for the body."""
    return files_for(member).filter(pk=body.pk).exists()


def can_forward(member: Member, body: Body) -> bool:
    """Who files what arrives, and the leader of the body, who says where it goes (Điều 23)."""
    return can_file(member, body) or (member.body_id == body.pk and member.role == "leader")


def has_clerk(body_id: int) -> bool:
    """Whether somebody is clerk of the body or of its office today."""
    offices = Body.objects.filter(parent_id=body_id, kind=BodyKind.OFFICE).values("pk")
    clerks = Membership.objects.on(clock.today()).filter(role=Role.CLERK)
    return clerks.filter(body_id=body_id).exists() or clerks.filter(body__in=offices).exists()


def can_see_registers(member: Member, body: Body) -> bool:
    """People of the body and of its office."""
    return member.body_id == body.pk or _is_office_of(member.body_id, body.pk)


def books_open_to(member: Member) -> list[int]:
    """The bodies whose books the member may open: the own one and, from an office, that it serves."""
    if member.role not in _SEES_BOOKS:
        return []
    served = Body.objects.filter(children=member.body_id, children__kind=BodyKind.OFFICE)
    return [member.body_id, *served.values_list("pk", flat=True)]


def _is_office_of(body_id: int, parent_id: int) -> bool:
    return Body.objects.filter(pk=body_id, parent_id=parent_id, kind=BodyKind.OFFICE).exists()
