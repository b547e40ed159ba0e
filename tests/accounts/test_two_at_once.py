"""Two administrators at the same moment, each on a connection of their own: nothing twice, clear words."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from phoihop.accounts import actions
from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.people.models import Person, User
from tests.accounts import factories

pytestmark = pytest.mark.django_db(transaction=True)


def both(act: Callable[[int], object]) -> list[str]:
    """Run `act(0)` and `act(1)` at once; "done" or what each was told."""
    start = Barrier(2)

    def run(number: int) -> str:
        try:
            start.wait(timeout=10)
            act(number)
        except Refused as refused:
            return refused.message
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(run, range(2)))


def test_two_who_make_the_same_user_name_make_one_account_and_one_person() -> None:
    body = factories.body()
    administrators = [factories.member(body=body, role="administrator") for _ in range(2)]

    def make(number: int) -> None:
        actions.create_account(
            full_name="Lò Thị Mai", username="mai.lo", password=factories.PASSWORD,
            by=administrators[number], at=clock.now(),
        )  # fmt: skip

    refusal, done = both(make)
    assert "đã có người dùng" in refusal
    assert done == "done"
    assert User.objects.filter(username="mai.lo").count() == 1
    assert Person.objects.filter(full_name="Lò Thị Mai").count() == 1


def test_two_who_give_the_same_role_give_it_once() -> None:
    body = factories.body()
    administrators = [factories.member(body=body, role="administrator") for _ in range(2)]
    person = factories.person()

    def grant(number: int) -> None:
        actions.grant_membership(
            person=person, body=body, role="viewer", by=administrators[number], at=clock.now()
        )

    refusal, done = both(grant)
    assert "đã có vai trò" in refusal
    assert done == "done"
    assert Membership.objects.filter(person=person, body=body).count() == 1
