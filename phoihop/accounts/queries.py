"""What the pages of accounts read."""

from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from phoihop.accounts import permissions
from phoihop.accounts.models import Membership, MembershipDecision, Role
from phoihop.core.member import Member
from phoihop.core.vietnamese import fold, sort_key
from phoihop.organisations.models import Body, BodyName
from phoihop.organisations.queries.labels import body_labels
from phoihop.people.models import User

BODY_LIMIT = 30
VERBS = {
    "grant": "giao vai trò",
    "end": "kết thúc vai trò",
    "one_time_code": "cấp mã đặt lại mật khẩu",
    "remove_second_factor": "gỡ xác thực hai lớp",
}


@dataclass(frozen=True)
class MembershipLine:
    """A membership as the list of a body's people shows it."""

    id: int
    full_name: str
    username: str
    role_label: str
    position: str
    valid_from: date | None
    valid_to: date | None
    has_totp: bool
    has_account: bool
    is_self: bool


@dataclass(frozen=True)
class DecisionLine:
    """Who did what to a membership, when."""

    at: datetime
    what: str
    by: str
    note: str


@dataclass(frozen=True)
class SampleAccount:
    """An account of the sample data, as the sign-in page offers it."""

    username: str
    full_name: str
    role_label: str
    body_name: str


def people_of(
    body: Body, *, today: date, seen_by: Member
) -> tuple[list[MembershipLine], list[MembershipLine]]:
    """The memberships of a body, present or to come, and ended, by name; one query."""
    rows = (
        Membership.objects.filter(body=body)
        .select_related("person__user")
        .annotate(has_totp=Exists(_totp("person__user")))
    )
    lines = sorted(
        ((_line(row, seen_by), row.valid_to is None or row.valid_to >= today) for row in rows),
        key=lambda pair: (sort_key(pair[0].full_name), pair[0].id),
    )
    return [line for line, is_open in lines if is_open], [line for line, is_open in lines if not is_open]


def _totp(user: str) -> QuerySet[User]:
    has_app = Q(authenticator__type="totp")
    return User.objects.filter(has_app, pk=OuterRef(user))


def _line(row: Membership, seen_by: Member) -> MembershipLine:
    user = getattr(row.person, "user", None)
    return MembershipLine(
        id=row.pk,
        full_name=row.person.full_name,
        username=user.username if user else "",
        role_label=Role(row.role).label,
        position=row.position,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        has_totp=getattr(row, "has_totp", False),
        has_account=user is not None,
        is_self=row.person_id == seen_by.person_id,
    )


def decisions_of(membership: Membership) -> list[DecisionLine]:
    """The history of a membership, latest first; one query."""
    rows = MembershipDecision.objects.filter(membership=membership).select_related("by_person")
    return [
        DecisionLine(row.at, VERBS.get(row.verb, row.verb), row.by_person.full_name, row.note)
        for row in rows.order_by("-at", "-id")
    ]


def has_second_factor(person_id: int) -> bool:
    """Whether the person signs in with a second factor; one query."""
    return bool(Authenticator.objects.filter(user__person_id=person_id).exists())


def manageable_bodies(member: Member, *, words: str, today: date) -> list[tuple[int, str]]:
    """At most thirty bodies whose people this administrator manages: (id, name), by name; three queries."""
    bodies = Body.objects.on(today)
    if not permissions.is_operator(member):
        bodies = bodies.filter(Q(pk=member.body_id) | Q(parent_id=member.body_id))
    elif not words:
        bodies = bodies.filter(pk=member.body_id)
    if words:
        bodies = bodies.filter(pk__in=BodyName.objects.filter(folded__contains=fold(words)).values("body"))
    ids = list(bodies.order_by("pk").values_list("pk", flat=True)[:BODY_LIMIT])
    labels = sorted(body_labels(ids, today).values(), key=lambda label: label.sort_key)
    return [(label.id, label.short_name) for label in labels]


def body_name(body_id: int, today: date) -> str:
    """The short name of a body today; one query."""
    labels = body_labels([body_id], today)
    return labels[body_id].short_name if body_id in labels else ""


def sample_accounts(today: date) -> list[SampleAccount]:
    """One account for each role of each body of the sample data; one query, empty without a sample."""
    name = BodyName.objects.on(today).filter(body=OuterRef("body")).values("short_name")[:1]
    rows = (
        Membership.objects.on(today)
        .filter(is_sample=True, person__user__is_active=True)
        .annotate(body_name=Coalesce(Subquery(name), F("body__kind")), username=F("person__user__username"))
        .values_list("username", "person__full_name", "role", "body_name")
        .order_by("body_id", "role", "id")
    )
    return [SampleAccount(user, full, Role(role).label, body) for user, full, role, body in rows[:40]]
