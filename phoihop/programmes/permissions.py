"""Who may do what with a programme."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, Value

from phoihop.core.member import Member
from phoihop.core.prepared import prepared_rows
from phoihop.organisations.models import Body, BodyKind
from phoihop.programmes.models import Party, Programme
from phoihop.programmes.models.visibility import bodies_written_for

_WRITES = {"officer", "leader"}


def can_create(member: Member, lead: Body) -> bool:
    """An officer or leader of the lead, or of another body at the same place, now or before a succession."""
    if member.role not in _WRITES:
        return False
    own = list(bodies_written_for(member.body_id).values_list("pk", "area_id"))
    return lead.pk in {body for body, _ in own} or lead.area_id in {area for _, area in own}


def can_write(member: Member, programme: Programme, *, party_ids: Iterable[int]) -> bool:
    """An officer or leader of the lead or of a party, or of the body that came after one of them."""
    return member.role in _WRITES and _stands_for_one_of(member, {programme.lead_id, *party_ids})


def written_by(member: Member) -> Exists | Value:
    """`can_write` of its programme for each edition of a query, told by that query."""
    if member.role not in _WRITES:
        return Value(value=False)
    parties = Party.objects.filter(edition=OuterRef(OuterRef("pk"))).values("body")
    stands_for = Q(pk=OuterRef("programme__lead")) | Q(pk__in=parties)
    return Exists(bodies_written_for(member.body_id).filter(stands_for))


def can_lead(member: Member, programme: Programme) -> bool:
    """An officer or leader of the lead: opens for signature, takes back, ends, renews."""
    return member.role in _WRITES and _stands_for_one_of(member, {programme.lead_id})


def can_write_for(member: Member, body_id: int) -> bool:
    """An officer or leader of the body, or of the one that came after it."""
    return member.role in _WRITES and _stands_for_one_of(member, {body_id})


def can_sign(member: Member, party: Party, *, by_order: bool) -> bool:
    """A leader of the party itself; by order or authorisation (TL., TUQ.) the head of its office."""
    if member.role != "leader":
        return False
    if member.body_id == party.body_id:
        return True
    office = Body.objects.filter(pk=member.body_id, parent_id=party.body_id, kind=BodyKind.OFFICE)
    return by_order and office.exists()


_STANDS_FOR = """
SELECT EXISTS (
    SELECT FROM organisations_bodies_written_for(%s::bigint) AS own(id)
    WHERE own.id = ANY((SELECT %s::bigint[])::bigint[])
)
"""


def _stands_for_one_of(member: Member, body_ids: set[int]) -> bool:
    ((found,),) = prepared_rows(_STANDS_FOR, [member.body_id, list(body_ids)])
    return bool(found)
