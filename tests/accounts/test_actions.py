"""Roles begin, change and end, and every act leaves its decision."""

from datetime import date, timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from phoihop.accounts import actions
from phoihop.accounts.acting import ActingMember
from phoihop.accounts.models import BodySecurity, Membership, MembershipDecision, Notice, Role
from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.organisations.models import Body
from phoihop.people.models import Person, User
from tests.accounts import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def body() -> Body:
    return factories.body()


@pytest.fixture
def administrator(body: Body) -> ActingMember:
    return factories.member(body=body, role=Role.ADMINISTRATOR)


def grant(person: Person, body: Body, by: ActingMember, role: str = "officer") -> Membership:
    return actions.grant_membership(person=person, body=body, role=role, by=by, at=clock.now())


def verbs(membership: Membership) -> list[str]:
    return list(MembershipDecision.objects.filter(membership=membership).values_list("verb", flat=True))


def test_a_role_begins_today_with_its_decision(body: Body, administrator: ActingMember) -> None:
    membership = grant(factories.person(), body, administrator)
    assert (membership.valid_from, membership.valid_to) == (clock.today(), None)
    decision = MembershipDecision.objects.get(membership=membership)
    assert (decision.verb, decision.by_person_id, decision.by_body_id) == (
        "grant",
        administrator.person_id,
        body.pk,
    )


@pytest.mark.parametrize("role", [role for role in Role.values if role != "administrator"])
def test_no_other_role_grants_anything(role: str, body: Body) -> None:
    with pytest.raises(PermissionDenied):
        grant(factories.person(), body, factories.member(body=body, role=role))
    with pytest.raises(PermissionDenied):
        actions.require_totp(
            body=body, is_required=True, by=factories.member(body=body, role=role), at=clock.now()
        )


def test_nobody_becomes_leader_by_his_own_hand(body: Body, administrator: ActingMember) -> None:
    with pytest.raises(PermissionDenied):
        grant(Person.objects.get(pk=administrator.person_id), body, administrator, role="leader")


def test_the_same_role_is_not_given_twice(body: Body, administrator: ActingMember) -> None:
    person = factories.person()
    grant(person, body, administrator)
    with pytest.raises(Refused, match="đã có vai trò"):
        grant(person, body, administrator)
    grant(person, body, administrator, role="clerk")


def test_the_database_keeps_one_open_role_of_a_kind(body: Body) -> None:
    person = factories.person()
    factories.member(person=person, body=body)
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.member(person=person, body=body)


def test_an_ended_role_stays_as_history(body: Body, administrator: ActingMember) -> None:
    membership = grant(factories.person(), body, administrator)
    actions.end_membership(
        membership=membership,
        last_day=clock.today() + timedelta(days=3),
        note="chuyển công tác",
        by=administrator,
        at=clock.now(),
    )
    membership.refresh_from_db()
    assert membership.valid_to == clock.today() + timedelta(days=3)
    assert verbs(membership) == ["grant", "end"]


def test_a_role_ended_on_the_day_it_began_held_on_no_day(body: Body, administrator: ActingMember) -> None:
    membership = grant(factories.person(), body, administrator)
    actions.end_membership(membership=membership, last_day=date(2020, 1, 1), by=administrator, at=clock.now())
    assert not Membership.objects.on(clock.today()).filter(pk=membership.pk).exists()
    assert Membership.objects.filter(pk=membership.pk).exists()


def test_a_role_that_is_over_is_not_ended_again(body: Body, administrator: ActingMember) -> None:
    membership = Membership.objects.create(
        person=factories.person(), body=body, role="officer", valid_to=date(2026, 1, 1)
    )
    with pytest.raises(Conflict):
        actions.end_membership(
            membership=membership, last_day=clock.today(), by=administrator, at=clock.now()
        )


def test_a_change_of_role_ends_one_and_begins_another(body: Body, administrator: ActingMember) -> None:
    old = Membership.objects.get(pk=factories.member(body=body).membership_id)
    new = actions.change_role(
        membership=old,
        role="leader",
        position="Phó Chủ tịch",
        from_day=clock.today(),
        by=administrator,
        at=clock.now(),
    )
    old.refresh_from_db()
    assert old.valid_to == clock.today() - timedelta(days=1)
    assert (new.role, new.position, new.valid_from, new.person_id) == (
        "leader",
        "Phó Chủ tịch",
        clock.today(),
        old.person_id,
    )


def test_a_new_position_in_the_same_role_is_a_change_too(body: Body, administrator: ActingMember) -> None:
    old = Membership.objects.get(pk=factories.member(body=body).membership_id)
    new = actions.change_role(
        membership=old,
        role=old.role,
        position="Chuyên viên",
        from_day=clock.today(),
        by=administrator,
        at=clock.now(),
    )
    assert (new.role, new.position) == (old.role, "Chuyên viên")


def test_a_code_is_recorded_but_not_its_letters(body: Body, administrator: ActingMember) -> None:
    membership = Membership.objects.get(pk=factories.member(body=body).membership_id)
    code = actions.make_one_time_code(membership=membership, by=administrator, at=clock.now())
    decision = MembershipDecision.objects.get(membership=membership)
    assert decision.verb == "one_time_code"
    assert code not in decision.note


def with_second_factor(body: Body) -> Membership:
    """Somebody of the body who signs in with a telephone."""
    membership = Membership.objects.get(pk=factories.member(body=body).membership_id)
    user = User.objects.get(person_id=membership.person_id)
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    return membership


def test_a_secret_of_a_second_factor_lies_encrypted_and_still_works(body: Body) -> None:
    with_second_factor(body)
    row = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert "JBSWY3DPEHPK3PXP" not in str(row.data)
    code = format_hotp_value(hotp_value("JBSWY3DPEHPK3PXP", next(yield_hotp_counters_from_time())))
    assert row.wrap().validate_code(code)


def test_a_lost_second_factor_is_removed_with_a_reason_and_the_person_is_told(
    body: Body, administrator: ActingMember
) -> None:
    membership = with_second_factor(body)
    with pytest.raises(Refused, match="lý do"):
        actions.remove_second_factor(membership=membership, reason=" ", by=administrator, at=clock.now())
    actions.remove_second_factor(
        membership=membership, reason="Mất điện thoại, đã gặp trực tiếp", by=administrator, at=clock.now()
    )
    assert not Authenticator.objects.exists()
    assert MembershipDecision.objects.get(membership=membership).verb == "remove_second_factor"
    assert Notice.objects.get(person_id=membership.person_id).url == reverse("accounts:profile")
    with pytest.raises(Refused, match="chưa bật"):
        actions.remove_second_factor(
            membership=membership, reason="Lần nữa", by=administrator, at=clock.now()
        )


def test_only_who_may_reset_a_password_removes_a_second_factor(body: Body) -> None:
    membership = with_second_factor(body)
    for somebody in (factories.member(role="leader", body=body), factories.member(role="administrator")):
        with pytest.raises(PermissionDenied):
            actions.remove_second_factor(membership=membership, reason="?", by=somebody, at=clock.now())


def test_an_account_is_made_by_administrators_only(administrator: ActingMember) -> None:
    given = {"full_name": "Lò Thị Mai", "username": "mai.lo", "password": factories.PASSWORD}
    with pytest.raises(PermissionDenied):
        actions.create_account(**given, by=factories.member(role="leader"), at=clock.now())
    assert actions.create_account(**given, by=administrator, at=clock.now()).must_change_password


def test_a_second_factor_is_asked_and_not_asked_again(body: Body, administrator: ActingMember) -> None:
    for is_required in (True, True, False):
        actions.require_totp(body=body, is_required=is_required, by=administrator, at=clock.now())
        assert BodySecurity.objects.get(body=body).requires_totp is is_required
