"""The account an empty installation starts with."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from phoihop.accounts.models import Membership, Role
from phoihop.organisations.models import Body, BodyKind, Level
from phoihop.people.models import User
from tests.accounts import factories

pytestmark = pytest.mark.django_db


def run() -> str:
    out = StringIO()
    call_command("create_first_administrator", stdout=out)
    return out.getvalue()


def test_the_command_makes_operator_and_administrator_and_prints_the_password() -> None:
    nation = factories.area("Việt Nam", level=Level.NATION, kind="nation")
    printed = run()
    user = User.objects.get(username="quantri")
    assert user.check_password(printed.split()[-1])
    assert user.must_change_password
    membership = Membership.objects.get(person=user.person)
    assert (membership.body.kind, membership.role) == (BodyKind.OPERATOR, Role.ADMINISTRATOR)
    assert membership.body.area == nation


def test_a_given_password_is_taken_and_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    factories.area("Việt Nam", level=Level.NATION, kind="nation")
    monkeypatch.setenv("PHOIHOP_ADMIN_PASSWORD", factories.PASSWORD)
    assert factories.PASSWORD not in run()
    user = User.objects.get(username="quantri")
    assert user.check_password(factories.PASSWORD)
    assert not user.must_change_password


def test_a_second_first_administrator_is_refused() -> None:
    factories.area("Việt Nam", level=Level.NATION, kind="nation")
    run()
    with pytest.raises(CommandError, match="Đã có quản trị"):
        run()


def test_without_places_the_command_says_what_to_do_and_leaves_nothing() -> None:
    with pytest.raises(CommandError, match="load_places"):
        run()
    assert not Body.objects.exists()
