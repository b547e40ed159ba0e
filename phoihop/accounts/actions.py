"""Accounts and memberships begin and end here; every act leaves its decision."""

from datetime import date, datetime, timedelta

from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from phoihop.accounts import notices, permissions
from phoihop.accounts.models import BodySecurity, Membership, MembershipDecision, Role
from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.people import actions as people
from phoihop.people.models import Person, User


def create_account(
    *,
    full_name: str,
    username: str,
    password: str,
    phone: str = "",
    must_change_password: bool = True,
    is_sample: bool = False,
    by: Member,
    at: datetime,
) -> User:
    """A person with an account and no role yet; Refused when the user name is taken or the password weak."""
    if not permissions.is_administrator(by):
        raise PermissionDenied
    return people.create_user(
        full_name=full_name,
        username=username,
        password=password,
        must_change_password=must_change_password,
        phone=phone,
        is_sample=is_sample,
    )


@transaction.atomic
def grant_membership(
    *,
    person: Person,
    body: Body,
    role: str,
    position: str = "",
    valid_from: date | None = None,
    is_sample: bool = False,
    by: Member,
    at: datetime,
) -> Membership:
    """A role at a body from a day on (the day of `at` when none is given); Refused when already held.

    The person's row is locked: of two granting the same role at once, the second hears it is held.
    """
    if not permissions.can_grant(by, body, person_id=person.pk):
        raise PermissionDenied
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    start = valid_from or clock.day_of(at)
    _refuse_same_role(person, body, role, start=start)
    membership = Membership.objects.create(
        person=person,
        body=body,
        role=Role(role),
        position=position.strip(),
        valid_from=start,
        is_sample=is_sample,
    )
    _decide(membership, "grant", "", by=by, at=at)
    return membership


def end_membership(
    *, membership: Membership, last_day: date, note: str = "", by: Member, at: datetime
) -> Membership:
    """End a role after `last_day`; a day before today ends it at once. The row stays as history."""
    membership = _locked(membership)
    if not permissions.can_end(by, membership):
        raise PermissionDenied
    today = clock.day_of(at)
    if membership.valid_to is not None and membership.valid_to < today:
        raise Conflict("Vai trò này")
    membership.valid_to = _not_before_start(membership, last_day)
    membership.save(update_fields=["valid_to"])
    _decide(membership, "end", note, by=by, at=at)
    return membership


def change_role(
    *, membership: Membership, role: str, position: str, from_day: date, by: Member, at: datetime
) -> Membership:
    """Another role or position from a day on: the old membership ends the day before, a new one begins."""
    old = end_membership(
        membership=membership,
        last_day=from_day - timedelta(days=1),
        note="đổi vai trò",
        by=by,
        at=at,
    )
    return grant_membership(
        person=old.person,
        body=old.body,
        role=role,
        position=position,
        valid_from=from_day,
        is_sample=old.is_sample,
        by=by,
        at=at,
    )


def make_one_time_code(*, membership: Membership, by: Member, at: datetime) -> str:
    """A code for somebody who forgot the password, to be handed over in person; it is shown only here."""
    if not permissions.can_reset_password(by, person_id=membership.person_id):
        raise PermissionDenied
    user = User.objects.filter(person_id=membership.person_id).first()
    if user is None:
        raise Refused("Người này chưa có tài khoản.")
    code = people.make_one_time_code(user=user, made_by=User.objects.get(person_id=by.person_id), at=at)
    _decide(membership, "one_time_code", "", by=by, at=at)
    return code


@transaction.atomic
def remove_second_factor(*, membership: Membership, reason: str, by: Member, at: datetime) -> None:
    """Take the second factor away from somebody who lost the telephone and the recovery codes.

    The person is told, and sets up a new one at the next sign-in where the body asks for it.
    """
    if not permissions.can_reset_password(by, person_id=membership.person_id):
        raise PermissionDenied
    if not reason.strip():
        raise Refused("Hãy ghi lý do, và cách đã xác minh đúng người.")
    removed, _ = Authenticator.objects.filter(user__person_id=membership.person_id).delete()
    if not removed:
        raise Refused("Người này chưa bật xác thực hai lớp.")
    _decide(membership, "remove_second_factor", reason.strip(), by=by, at=at)
    notices.send(
        person_ids=[membership.person_id],
        text="Người quản trị đã gỡ xác thực hai lớp của bạn. Nếu không phải bạn yêu cầu, hãy báo lại ngay.",
        url=reverse("accounts:profile"),
        dedup_key=f"second-factor-{membership.person_id}-{at:%Y%m%d%H%M%S}",
        at=at,
        is_sample=membership.is_sample,
    )


def require_totp(*, body: Body, is_required: bool, by: Member, at: datetime) -> BodySecurity:
    """Say whether the people of a body must sign in with a second factor."""
    if not permissions.can_manage(by, body):
        raise PermissionDenied
    security, _ = BodySecurity.objects.update_or_create(body=body, defaults={"requires_totp": is_required})
    return security


def _locked(membership: Membership) -> Membership:
    rows = Membership.objects.select_for_update(of=("self",)).select_related("person", "body")
    return rows.get(pk=membership.pk)


def _not_before_start(membership: Membership, last_day: date) -> date:
    start = membership.valid_from
    return last_day if start is None else max(last_day, start - timedelta(days=1))


def _refuse_same_role(person: Person, body: Body, role: str, *, start: date) -> None:
    held = Membership.objects.filter(person=person, body=body, role=role)
    held = held.exclude(valid_to__lt=start)
    if held.exists():
        raise Refused(f"{person.full_name} đã có vai trò “{Role(role).label}” tại tổ chức này.")


def _decide(membership: Membership, verb: str, note: str, *, by: Member, at: datetime) -> None:
    MembershipDecision.objects.create(
        membership=membership, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at
    )
