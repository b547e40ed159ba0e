"""Who manages whose accounts, as every role."""

import pytest

from phoihop.accounts import permissions
from phoihop.accounts.acting import ActingMember
from phoihop.accounts.models import Membership, Role
from phoihop.organisations.models import Body, BodyKind
from tests.accounts import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee() -> Body:
    return factories.body(BodyKind.PEOPLES_COMMITTEE)


@pytest.fixture
def department(committee: Body) -> Body:
    return factories.body(BodyKind.DEPARTMENT, parent=committee)


@pytest.fixture
def operator() -> ActingMember:
    return factories.member(body=factories.body(BodyKind.OPERATOR), role=Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", Role.values)
def test_only_the_administrator_of_a_body_manages_it_and_its_departments(
    role: str, committee: Body, department: Body
) -> None:
    member = factories.member(body=committee, role=role)
    is_administrator = role == Role.ADMINISTRATOR
    assert permissions.can_manage(member, committee) is is_administrator
    assert permissions.can_manage(member, department) is is_administrator
    assert permissions.can_manage(member, factories.body()) is False


@pytest.mark.parametrize("role", Role.values)
def test_only_the_administrator_of_the_operator_manages_every_body(role: str, committee: Body) -> None:
    member = factories.member(body=factories.body(BodyKind.OPERATOR), role=role)
    assert permissions.can_manage(member, committee) is (role == Role.ADMINISTRATOR)


def test_the_administrator_of_a_department_does_not_manage_its_committee(
    committee: Body, department: Body
) -> None:
    member = factories.member(body=department, role=Role.ADMINISTRATOR)
    assert permissions.can_manage(member, department)
    assert not permissions.can_manage(member, committee)


def test_nobody_grants_a_role_to_himself_not_even_the_operator(
    operator: ActingMember, committee: Body
) -> None:
    own = factories.member(body=committee, role=Role.ADMINISTRATOR)
    assert not permissions.can_grant(own, committee, person_id=own.person_id)
    assert not permissions.can_grant(operator, committee, person_id=operator.person_id)
    assert permissions.can_grant(operator, committee, person_id=own.person_id)


def test_nobody_ends_his_own_role(operator: ActingMember) -> None:
    assert not permissions.can_end(operator, Membership.objects.get(pk=operator.membership_id))


@pytest.mark.parametrize("role", Role.values)
def test_a_code_is_for_people_of_bodies_one_manages(role: str, committee: Body, department: Body) -> None:
    member = factories.member(body=committee, role=role)
    for body in (committee, department):
        colleague = factories.member(body=body)
        allowed = permissions.can_reset_password(member, person_id=colleague.person_id)
        assert allowed is (role == Role.ADMINISTRATOR)
    stranger = factories.member()
    assert permissions.can_reset_password(member, person_id=stranger.person_id) is False


def test_adding_a_stranger_to_one_s_body_does_not_open_his_account(
    committee: Body, operator: ActingMember
) -> None:
    administrator = factories.member(body=committee, role=Role.ADMINISTRATOR)
    chair_elsewhere = factories.person()
    factories.member(person=chair_elsewhere, role=Role.LEADER)
    factories.member(person=chair_elsewhere, body=committee)
    assert not permissions.can_reset_password(administrator, person_id=chair_elsewhere.pk)
    assert permissions.can_reset_password(operator, person_id=chair_elsewhere.pk)


def test_a_person_without_any_role_is_the_operator_s_matter(committee: Body, operator: ActingMember) -> None:
    administrator = factories.member(body=committee, role=Role.ADMINISTRATOR)
    someone = factories.person()
    assert not permissions.can_reset_password(administrator, person_id=someone.pk)
    assert permissions.can_reset_password(operator, person_id=someone.pk)
