"""A session brings its user and roles in one query, and what ends one of them holds from the next page on."""

from datetime import timedelta

import pytest
from django.contrib.auth import SESSION_KEY as USER_KEY
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from phoihop.accounts.acting import ActingMember
from phoihop.accounts.models import Membership, Session
from phoihop.accounts.tasks import forget_ended_sessions
from phoihop.core import clock
from phoihop.people.models import User
from tests.accounts import factories

PAGE = "/xem/"
SIGN_IN = f"/tai-khoan/dang-nhap/?next={PAGE}"

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.pages")]


def somebody() -> tuple[ActingMember, User, Client]:
    member = factories.member()
    return member, User.objects.get(person=member.person_id), factories.client_as(member)


def test_session_user_and_roles_are_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    person = factories.person()
    for role in ("officer", "leader", "clerk"):
        member = factories.member(person=person, role=role)
    client = factories.client_as(member)
    beginning_and_end_of_reading = ("SAVEPOINT", "SET TRANSACTION", "ROLLBACK TO", "RELEASE")
    with django_assert_num_queries(1 + len(beginning_and_end_of_reading)):
        assert client.get(PAGE).status_code == 200


def test_an_ended_membership_opens_nothing_more() -> None:
    member, _, client = somebody()
    assert client.get(PAGE).status_code == 200
    Membership.objects.filter(pk=member.membership_id).update(valid_to=clock.today() - timedelta(days=1))
    assert client.get(PAGE).status_code == 403


def test_a_password_changed_elsewhere_ends_the_session() -> None:
    _, user, client = somebody()
    user.set_password("mot-mat-khau-khac-2026")
    user.save()
    assert client.get(PAGE).url == SIGN_IN
    assert not Session.objects.filter(user=user).exists()


def test_an_account_out_of_use_is_out_at_once() -> None:
    _, user, client = somebody()
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get(PAGE).url == SIGN_IN


@pytest.mark.parametrize("how", ["ended", "expired", "signed out"])
def test_an_ended_session_opens_nothing_more(how: str) -> None:
    _, user, client = somebody()
    same_cookie = Client()
    same_cookie.cookies["sessionid"] = client.cookies["sessionid"].value
    assert same_cookie.get(PAGE).status_code == 200
    if how == "ended":
        Session.objects.filter(user=user).delete()
    elif how == "expired":
        Session.objects.filter(user=user).update(expire_date=clock.now() - timedelta(seconds=1))
    else:
        client.post("/tai-khoan/dang-xuat/")
    assert same_cookie.get(PAGE).url == SIGN_IN


def test_whose_a_session_is_comes_from_its_signed_data_alone() -> None:
    _, user, client = somebody()
    _, other, _ = somebody()
    Session.objects.filter(user=user).update(user=other)
    assert client.get(PAGE).status_code == 403
    assert Client().get(PAGE).url == SIGN_IN


def test_signing_in_writes_whose_the_session_is() -> None:
    _, user, _ = somebody()
    client = Client()
    form = {"login": user.username, "password": factories.PASSWORD}
    client.post("/tai-khoan/dang-nhap/", form)
    row = Session.objects.get(pk=client.cookies["sessionid"].value)
    assert row.user_id == user.pk == int(row.get_decoded()[USER_KEY])


def test_ended_sessions_are_forgotten_at_night() -> None:
    somebody()
    _, user, _ = somebody()
    Session.objects.filter(user=user).update(expire_date=clock.now() - timedelta(seconds=1))
    forget_ended_sessions(0)
    assert Session.objects.count() == 1


def test_a_session_is_counted_by_the_clock_that_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a day three weeks ahead of the machine's a session just begun has not ended."""
    now = clock.now() + timedelta(days=21)
    monkeypatch.setattr(clock, "now", lambda: now)
    _, user, client = somebody()
    assert client.get(PAGE).status_code == 200
    assert Session.objects.get(user=user).expire_date > now
