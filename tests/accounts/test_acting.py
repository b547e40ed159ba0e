"""Who a signed-in person acts as."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.test import Client, RequestFactory

from phoihop.accounts.acting import SESSION_KEY, SignIn, sign_in_of
from phoihop.accounts.models import BodySecurity, Membership, Notice
from phoihop.accounts.sessions import SessionStore
from phoihop.core import clock
from phoihop.people.models import Person, User
from tests.accounts import factories

pytestmark = pytest.mark.django_db


def signed_in(person: Person, *, chosen: int | None = None) -> SignIn:
    """What a page learns of this person by the cookie of a browser."""
    client = Client()
    client.force_login(User.objects.get(person=person))
    session = client.session
    session[SESSION_KEY] = chosen
    session.save()
    request = RequestFactory().get("/")
    request.session = SessionStore(session.session_key)
    request.user = get_user(request)
    return sign_in_of(request)


def test_without_a_choice_the_oldest_valid_membership_acts() -> None:
    person = factories.person()
    first = factories.member(person=person, role="officer")
    factories.member(person=person, role="leader")
    assert signed_in(person).member == first


def test_the_chosen_membership_acts_while_it_is_valid() -> None:
    person = factories.person()
    first = factories.member(person=person)
    second = factories.member(person=person, role="leader")
    assert signed_in(person, chosen=second.membership_id).member == second
    Membership.objects.filter(pk=second.membership_id).update(valid_to=clock.today() - timedelta(days=1))
    assert signed_in(person, chosen=second.membership_id).member == first


def test_the_membership_of_another_person_never_acts() -> None:
    other = factories.member(role="leader")
    mine = factories.member()
    person = Person.objects.get(pk=mine.person_id)
    assert signed_in(person, chosen=other.membership_id).member == mine


def test_a_session_tells_roles_unread_notices_and_the_second_factor() -> None:
    person = factories.person()
    for role in ("officer", "leader", "clerk"):
        one = factories.member(person=person, role=role)
    BodySecurity.objects.create(body_id=one.body_id, requires_totp=True)
    for number in range(3):
        Notice.objects.create(person=person, text="Có việc", dedup_key=str(number), at=clock.now())
    Notice.objects.create(person=person, text="Đã đọc", dedup_key="x", at=clock.now(), read_at=clock.now())
    sign_in = signed_in(person)
    assert (len(sign_in.memberships), sign_in.unread, sign_in.must_activate_totp) == (3, 3, True)


def test_a_member_knows_the_name_of_the_body_on_the_day() -> None:
    body = factories.body(short_name="Hội LHPN xã Lam Sơn")
    assert factories.member(body=body).body_name == "Hội LHPN xã Lam Sơn"
