"""Acting as: which of one's own memberships a session uses, and what every page needs about its person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce
from django.http import HttpRequest

from phoihop.accounts.models import Membership, Notice, Role
from phoihop.core import clock
from phoihop.organisations.models import BodyName

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


@dataclass(frozen=True)
class SignIn:
    """The signed-in person on this page: acting as whom, able to act as whom, with how much unread."""

    member: ActingMember | None = None
    memberships: Sequence[ActingMember] = ()
    unread: int = 0
    must_activate_totp: bool = False


def sign_in_of(request: HttpRequest) -> SignIn:
    """Acting as the chosen membership while it is valid, else as the first; one query for those signed in."""
    if not request.user.is_authenticated:
        return SignIn()
    rows = list(_with_page_facts(valid_memberships(request.user.person_id, clock.today())))
    own = [as_member(row) for row in rows]
    if not own:
        return SignIn()
    chosen = request.session.get(SESSION_KEY)
    return SignIn(
        member=next((m for m in own if m.membership_id == chosen), own[0]),
        memberships=own,
        unread=getattr(rows[0], "unread", 0),
        must_activate_totp=any(getattr(row, "lacks_totp", False) for row in rows),
    )


def valid_memberships(person_id: int, day: date) -> QuerySet[Membership]:
    """The person's memberships valid on `day`, oldest first, each with the name its body had then."""
    name = BodyName.objects.on(day).filter(body=OuterRef("body")).values("short_name")[:1]
    rows: QuerySet[Membership] = (
        Membership.objects.on(day)
        .filter(person_id=person_id)
        .select_related("person", "body")
        .annotate(body_name=Coalesce(Subquery(name), F("body__kind")))
        .order_by("id")
    )
    return rows


def member_by_id(membership_id: int) -> ActingMember:
    """One membership as the acting member it allows; one query."""
    person_id = Membership.objects.values_list("person_id", flat=True).get(pk=membership_id)
    row = valid_memberships(person_id, clock.today()).get(pk=membership_id)
    return as_member(row)


def as_member(membership: Membership) -> ActingMember:
    """A row of `valid_memberships` as the acting member it allows."""
    return ActingMember(
        membership_id=membership.pk,
        person_id=membership.person_id,
        body_id=membership.body_id,
        area_id=membership.body.area_id,
        role=membership.role,
        role_label=Role(membership.role).label,
        full_name=membership.person.full_name,
        body_kind=membership.body.kind,
        body_name=getattr(membership, "body_name", ""),
        is_sample=membership.is_sample,
    )


def _with_page_facts(memberships: QuerySet[Membership]) -> QuerySet[Membership]:
    unread = (
        Notice.objects.filter(person=OuterRef("person"), read_at=None)
        .order_by()
        .values("person")
        .annotate(rows=Count("id"))
        .values("rows")
    )
    totp = Authenticator.objects.filter(user__person=OuterRef("person"), type=Authenticator.Type.TOTP)
    return memberships.annotate(
        unread=Coalesce(Subquery(unread), 0),
        lacks_totp=ExpressionWrapper(
            Q(body__security__requires_totp=True) & ~Exists(totp), output_field=BooleanField()
        ),
    )
