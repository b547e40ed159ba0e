"""Acting as: which of one's own memberships a session uses, and what every page needs about its person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, JSONObject
from django.http import HttpRequest

from phoihop.accounts.models import Membership, Notice, Role, Session
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
    """Acting as the chosen membership while it is valid, else as the first; what the session brought."""
    found = _found_with_session(request)
    if found is None:
        return SignIn()
    own = [_from_facts(facts) for facts in found.memberships]
    chosen = request.session.get(SESSION_KEY)
    return SignIn(
        member=next((m for m in own if m.membership_id == chosen), own[0] if own else None),
        memberships=own,
        unread=found.unread,
        must_activate_totp=any(facts["requires_totp"] for facts in found.memberships) and not found.has_totp,
    )


def _found_with_session(request: HttpRequest) -> Any:
    if not request.user.is_authenticated:
        return None
    row = getattr(request.session, "row", None)
    return row if row is not None and row.user_id == request.user.pk else None


def valid_memberships(person_id: int | OuterRef, day: date) -> QuerySet[Membership]:
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


PAGE_FACTS = ("memberships", "unread", "has_totp")


def with_page_facts(sessions: QuerySet[Session], day: date) -> QuerySet[Session]:
    """Sessions with the memberships valid on `day`, what is unread, whether codes are set up: PAGE_FACTS."""
    mine = OuterRef("user__person")
    unread = (
        Notice.objects.filter(person=mine, read_at=None)
        .order_by()
        .values("person")
        .annotate(rows=Count("id"))
        .values("rows")
    )
    totp = Authenticator.objects.filter(user=OuterRef("user"), type=Authenticator.Type.TOTP)
    return sessions.annotate(
        memberships=ArraySubquery(valid_memberships(mine, day).values(facts=JSONObject(**_FACTS))),
        unread=Coalesce(Subquery(unread), 0),
        has_totp=Exists(totp),
    )


_FACTS = {
    "membership_id": "pk",
    "person_id": "person_id",
    "body_id": "body_id",
    "area_id": "body__area_id",
    "role": "role",
    "full_name": "person__full_name",
    "body_kind": "body__kind",
    "body_name": "body_name",
    "is_sample": "is_sample",
    "requires_totp": "body__security__requires_totp",
}


def _from_facts(facts: dict[str, Any]) -> ActingMember:
    own = {name: fact for name, fact in facts.items() if name != "requires_totp"}
    return ActingMember(role_label=Role(facts["role"]).label, **own)
