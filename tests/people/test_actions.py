"""Accounts, and a password set by a one-time code."""

from datetime import datetime, timedelta

import pytest

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.people import actions
from phoihop.people.models import OneTimeCode, Person, User
from tests.accounts.factories import PASSWORD, person

pytestmark = pytest.mark.django_db
NEW = "sen-hong-ao-lang-88"


def create(username: str = "Lan.Nguyen", password: str = PASSWORD) -> User:
    return actions.create_user(
        full_name=" Nguyễn Thị Lan ", username=username, password=password, must_change_password=True
    )


def code_for(user: User, at: datetime) -> str:
    return actions.make_one_time_code(user=user, made_by=user, at=at)


def use(user: User, code: str, at: datetime, password: str = NEW) -> User:
    return actions.set_password_with_code(username=user.username, code=code, password=password, at=at)


def test_an_account_has_a_lower_case_name_and_must_change_its_password() -> None:
    user = create()
    assert (user.username, user.person.full_name, user.must_change_password) == (
        "lan.nguyen",
        "Nguyễn Thị Lan",
        True,
    )
    assert user.check_password(PASSWORD)


def test_a_user_name_is_given_once_whatever_its_case() -> None:
    create()
    with pytest.raises(Refused, match="đã có người dùng"):
        create("LAN.NGUYEN")


@pytest.mark.parametrize("weak", ["ngan", "password123", "lan.nguyen1"])
def test_a_weak_password_is_refused_and_leaves_nothing(weak: str) -> None:
    with pytest.raises(Refused):
        create(password=weak)
    assert not Person.objects.exists()


def test_a_code_sets_the_password_once() -> None:
    user, at = person().user, clock.now()
    code = code_for(user, at)
    changed = use(user, code.upper(), at + timedelta(hours=23))
    assert changed.check_password(NEW)
    with pytest.raises(Refused, match="không đúng"):
        use(user, code, at + timedelta(hours=23), password="mat-khau-khac-99")


def test_a_code_is_kept_only_as_a_hash() -> None:
    user = person().user
    code = code_for(user, clock.now())
    assert code not in OneTimeCode.objects.get().code_hash


def test_a_code_ends_after_a_day() -> None:
    user, at = person().user, clock.now()
    code = code_for(user, at)
    with pytest.raises(Refused, match="hết hạn"):
        use(user, code, at + timedelta(hours=24, seconds=1))


def test_a_newer_code_ends_the_older() -> None:
    user, at = person().user, clock.now()
    old, new = code_for(user, at), code_for(user, at + timedelta(minutes=1))
    with pytest.raises(Refused):
        use(user, old, at + timedelta(minutes=2))
    use(user, new, at + timedelta(minutes=2))


def test_a_weak_new_password_does_not_use_up_the_code() -> None:
    user, at = person().user, clock.now()
    code = code_for(user, at)
    with pytest.raises(Refused):
        use(user, code, at, password="ngan")
    use(user, code, at)


def test_the_code_of_another_person_and_of_a_closed_account_are_refused_alike() -> None:
    one, other, at = person().user, person().user, clock.now()
    code = code_for(one, at)
    for_other = code_for(other, at)
    User.objects.filter(pk=other.pk).update(is_active=False)
    for user, wrong in ((other, code), (other, for_other), (one, for_other)):
        with pytest.raises(Refused, match=actions.WRONG_CODE):
            use(user, wrong, at)
