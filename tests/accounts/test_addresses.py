"""An address is used once the code sent there came back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from phoihop.accounts import addresses, deliveries
from phoihop.accounts.models import Address, Delivery
from phoihop.core.errors import Conflict, Refused
from tests.accounts import factories, gateways

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)


@pytest.fixture
def post(settings: Any) -> Iterator[gateways.Post]:
    with gateways.post_office() as opened:
        settings.MAILERS = gateways.mailers(opened)
        settings.DEFAULT_FROM_EMAIL = "nhacviec@lamson.gov.vn"
        yield opened


def asked(person_id: int, typed: str = "an@lamson.gov.vn", *, at: datetime = NOW) -> Address:
    return addresses.ask_address(person_id=person_id, channel="email", typed=typed, at=at)


def confirmed(person_id: int, code: str, *, at: datetime = NOW) -> bool:
    return addresses.confirm_address(person_id=person_id, channel="email", code=code, at=at)


def test_the_code_that_was_sent_confirms_the_address(post: gateways.Post) -> None:
    person = factories.person()
    row = asked(person.pk)
    deliveries.send_waiting(at=NOW)
    code = addresses.code_of(row)
    letter = post.letters[0]
    assert letter["To"] == "an@lamson.gov.vn"
    assert code in letter.get_content()
    assert code not in str(Delivery.objects.values())
    assert confirmed(person.pk, f" {code[:3]} {code[3:]} ")
    assert Address.objects.get().confirmed_at == NOW


def test_five_wrong_codes_close_the_way(post: gateways.Post) -> None:
    person = factories.person()
    right = addresses.code_of(asked(person.pk))
    wrong = f"{(int(right) + 1) % 1_000_000:06d}"
    assert [confirmed(person.pk, wrong) for _ in range(5)] == [False] * 5
    with pytest.raises(Refused, match="sai quá nhiều lần"):
        confirmed(person.pk, right)


def test_a_code_lives_half_an_hour_and_an_old_one_is_not_sent(post: gateways.Post) -> None:
    person = factories.person()
    right, later = addresses.code_of(asked(person.pk)), NOW + timedelta(minutes=31)
    with pytest.raises(Refused, match="hết hạn"):
        confirmed(person.pk, right, at=later)
    assert deliveries.send_waiting(at=later) == {"dropped": 1}
    assert post.letters == []


def test_another_address_makes_the_first_one_s_code_worthless(post: gateways.Post) -> None:
    person = factories.person()
    first = addresses.code_of(asked(person.pk))
    second = addresses.code_of(asked(person.pk, "binh@lamson.gov.vn"))
    assert first != second
    assert not confirmed(person.pk, first)
    deliveries.send_waiting(at=NOW)
    assert [letter["To"] for letter in post.letters] == ["binh@lamson.gov.vn"]


def test_a_stranger_is_not_flooded_with_codes(post: gateways.Post) -> None:
    person = factories.person()
    for number in range(5):
        asked(person.pk, f"nguoi-la-{number}@lamson.gov.vn")
        addresses.forget_address(person_id=person.pk, channel="email")
    with pytest.raises(Refused, match="quá nhiều lần"):
        asked(person.pk)
    asked(person.pk, at=NOW + timedelta(days=1))


def test_a_channel_without_a_server_takes_no_address() -> None:
    with pytest.raises(Refused, match="chưa được cài đặt"):
        asked(factories.person().pk)


def test_a_trial_needs_a_confirmed_address(post: gateways.Post) -> None:
    person = factories.person()
    with pytest.raises(Refused):
        addresses.try_channel(person_id=person.pk, channel="email", at=NOW)
    assert confirmed(person.pk, addresses.code_of(asked(person.pk)))
    deliveries.send_waiting(at=NOW)
    addresses.try_channel(person_id=person.pk, channel="email", at=NOW)
    deliveries.send_waiting(at=NOW)
    assert post.letters[-1]["Subject"] == addresses.SUBJECTS[addresses.TRIAL]


def test_habits_are_kept_and_a_stale_form_is_refused() -> None:
    person = factories.person()
    row = addresses.choose(person_id=person.pk, version=0, rhythm="weekly", weekday=3)
    assert (row.rhythm, row.weekday, row.version) == ("weekly", 3, 1)
    with pytest.raises(Conflict):
        addresses.choose(person_id=person.pk, version=0, rhythm="daily")
    assert addresses.choice_of(person.pk).rhythm == "weekly"
