"""The pages of administrators, as every role."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from phoihop.accounts.acting import ActingMember
from phoihop.accounts.models import BodySecurity, Membership, Role
from phoihop.core import clock
from phoihop.organisations.models import Body, BodyKind
from phoihop.people.models import User
from tests.accounts import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def body() -> Body:
    return factories.body(short_name="Hội Nông dân xã Lam Sơn")


@pytest.fixture
def administrator(body: Body) -> ActingMember:
    return factories.member(body=body, role=Role.ADMINISTRATOR)


def people_url(body: Body) -> str:
    return reverse("accounts:people", args=[body.pk])


def new_person(**changed: str) -> dict[str, str]:
    given = {"full_name": "Lò Thị Mai", "username": "mai.lo", "role": "officer", "position": "", "phone": ""}
    return given | {"valid_from": str(clock.today())} | changed


@pytest.mark.parametrize("role", [role for role in Role.values if role != "administrator"])
def test_other_roles_see_no_people_pages(role: str, body: Body) -> None:
    client = factories.client_as(factories.member(body=body, role=role))
    assert client.get(people_url(body)).status_code == 403
    assert client.post(reverse("accounts:add_person", args=[body.pk]), new_person()).status_code == 403


def test_an_administrator_sees_his_people_and_nobody_else_s(body: Body, administrator: ActingMember) -> None:
    colleague = factories.member(body=body, person=factories.person("Đỗ Văn Ấm"))
    client = factories.client_as(administrator)
    assert "Đỗ Văn Ấm" in client.get(people_url(body)).content.decode()
    other = factories.member()
    assert client.get(reverse("accounts:people", args=[other.body_id])).status_code == 404
    assert client.get(reverse("accounts:membership", args=[other.membership_id])).status_code == 404
    assert client.get(reverse("accounts:membership", args=[colleague.membership_id])).status_code == 200


@pytest.mark.parametrize("page", ["change_role", "end_membership", "make_code"])
def test_the_people_of_another_body_cannot_be_changed(page: str, administrator: ActingMember) -> None:
    other = factories.member()
    form = {"role": "leader", "valid_from": str(clock.today()), "last_day": str(clock.today())}
    answer = factories.client_as(administrator).post(
        reverse(f"accounts:{page}", args=[other.membership_id]), form
    )
    assert answer.status_code == 404
    assert Membership.objects.get(pk=other.membership_id).valid_to is None


def test_the_list_costs_the_same_whatever_its_length(
    body: Body, administrator: ActingMember, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = factories.client_as(administrator)
    url = people_url(body)
    for _ in range(2):
        for _ in range(4):
            factories.member(body=body)
        with django_assert_num_queries(13):
            client.get(url)


def test_the_operator_finds_any_body_without_marks(body: Body) -> None:
    operator = factories.member(body=factories.body(BodyKind.OPERATOR), role=Role.ADMINISTRATOR)
    body.names.update(folded="hoi nong dan xa lam son")
    client = factories.client_as(operator)
    found = client.get(reverse("accounts:people", args=[operator.body_id]), {"tim": "Hội nông dân"})
    assert people_url(body) in found.content.decode()
    assert client.get(people_url(body)).status_code == 200


def test_a_new_person_gets_an_account_whose_password_is_shown_once(
    body: Body, administrator: ActingMember
) -> None:
    client = factories.client_as(administrator)
    answer = client.post(reverse("accounts:add_person", args=[body.pk]), new_person())
    page = client.get(answer.url).content.decode()
    password = re.search(r'ph-code m-0">([a-z0-9-]+)<', page)
    assert password is not None
    user = User.objects.get(username="mai.lo")
    assert user.check_password(password[1])
    assert user.must_change_password
    assert password[1] not in client.get(answer.url).content.decode()


def test_a_taken_name_is_said_in_the_form_and_nothing_is_written(
    body: Body, administrator: ActingMember
) -> None:
    factories.person(username="mai.lo")
    answer = factories.client_as(administrator).post(
        reverse("accounts:add_person", args=[body.pk]), new_person()
    )
    assert answer.status_code == 422
    assert "đã có người dùng" in answer.content.decode()
    assert Membership.objects.filter(body=body).count() == 1


def test_a_person_of_another_body_gets_a_further_role(body: Body, administrator: ActingMember) -> None:
    other = factories.member()
    user = User.objects.get(person_id=other.person_id)
    client = factories.client_as(administrator)
    url = reverse("accounts:add_known_person", args=[body.pk])
    answer = client.post(url, new_person(username=user.username, role="clerk"))
    assert answer.status_code == 302
    assert Membership.objects.filter(person_id=other.person_id, body=body, role="clerk").exists()
    assert "Không có tài khoản" in client.post(url, new_person(username="khong.co")).content.decode()


def test_an_administrator_cannot_add_himself_as_leader(body: Body, administrator: ActingMember) -> None:
    user = User.objects.get(person_id=administrator.person_id)
    answer = factories.client_as(administrator).post(
        reverse("accounts:add_known_person", args=[body.pk]),
        new_person(username=user.username, role="leader"),
    )
    assert answer.status_code == 422
    assert Membership.objects.filter(person_id=administrator.person_id).count() == 1


def test_a_role_is_changed_and_ended_from_its_page(body: Body, administrator: ActingMember) -> None:
    member = factories.member(body=body)
    client = factories.client_as(administrator)
    url = reverse("accounts:change_role", args=[member.membership_id])
    changed = client.post(url, {"role": "leader", "position": "", "valid_from": str(clock.today())})
    new = Membership.objects.get(body=body, role="leader")
    assert changed.url == reverse("accounts:membership", args=[new.pk])
    yesterday = clock.today() - timedelta(days=1)
    client.post(reverse("accounts:end_membership", args=[new.pk]), {"last_day": str(yesterday)})
    assert not Membership.objects.on(clock.today()).filter(person_id=member.person_id).exists()
    assert "Đã kết thúc (2)" in client.get(people_url(body)).content.decode()


def test_a_one_time_code_is_shown_once(body: Body, administrator: ActingMember) -> None:
    member = factories.member(body=body)
    client = factories.client_as(administrator)
    answer = client.post(reverse("accounts:make_code", args=[member.membership_id]))
    assert "Mã dùng một lần" in client.get(answer.url).content.decode()
    assert "chỉ hiện một lần" not in client.get(answer.url).content.decode()


def test_the_second_factor_is_asked_for_a_body(body: Body, administrator: ActingMember) -> None:
    client = factories.client_as(administrator)
    client.post(reverse("accounts:require_totp", args=[body.pk]), {"requires_totp": "yes"})
    assert BodySecurity.objects.get(body=body).requires_totp


def test_a_stranger_is_sent_to_sign_in(body: Body) -> None:
    assert Client().get(people_url(body)).status_code == 302


def test_a_role_from_a_year_nobody_means_is_refused_on_the_form(
    body: Body, administrator: ActingMember
) -> None:
    other = factories.member(body=body)
    address = reverse("accounts:change_role", args=[other.membership_id])
    form = {"role": "leader", "position": "", "valid_from": "0001-01-01"}
    answer = factories.client_as(administrator).post(address, form)
    assert (answer.status_code, "Năm phải từ 1900" in answer.content.decode()) == (422, True)
