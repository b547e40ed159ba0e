"""One's own habits and addresses, and the channels as an administrator sees them."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from phoihop.accounts import addresses
from phoihop.accounts.channels.configuration import WebhookSource
from phoihop.accounts.models import Address, Delivery, ReminderChoice
from phoihop.core import clock
from phoihop.organisations.models import BodyKind
from tests.accounts import factories, gateways

pytestmark = pytest.mark.django_db

HABITS = {
    "rhythm": "weekly", "weekday": "3", "send_from": "08:00", "quiet_from": "19:00", "quiet_to": "06:30",
    "is_quiet_on_days_off": "on", "version": "0",
}  # fmt: skip


@pytest.fixture
def post(settings: Any) -> Iterator[gateways.Post]:
    with gateways.post_office() as opened:
        settings.MAILERS = gateways.mailers(opened)
        settings.WEBHOOK = WebhookSource("https://hub.tinh.vn/bi-mat?k=1", "Zalo của tỉnh", b"k" * 32)
        yield opened


def at(name: str, *args: str) -> str:
    return reverse(f"accounts:{name}", args=args)


def test_habits_are_kept_and_a_stale_form_is_a_conflict() -> None:
    member = factories.member()
    client = factories.client_as(member)
    assert "Hệ thống chưa cài đặt thư điện tử" in client.get(at("reminder_habits")).content.decode()
    assert client.post(at("reminder_habits"), HABITS).status_code == 302
    row = ReminderChoice.objects.get(person=member.person_id)
    assert (row.rhythm, row.weekday, f"{row.quiet_from:%H:%M}") == ("weekly", 3, "19:00")
    assert client.post(at("reminder_habits"), HABITS).status_code == 409
    assert client.post(at("reminder_habits"), HABITS | {"send_from": "25:00"}).status_code == 422


def test_an_address_is_asked_confirmed_turned_off_and_forgotten(post: gateways.Post) -> None:
    client = factories.client_as(factories.member())
    client.post(at("ask_address", "email"), {"value": "an@lamson.gov.vn"})
    page = client.get(at("reminder_habits")).content.decode()
    assert "an@lamson.gov.vn" in page
    assert "chờ nhập mã" in page
    row = Address.objects.get()
    client.post(at("confirm_address", "email"), {"code": "sai"})
    row.refresh_from_db()
    assert (row.tries, row.confirmed_at) == (1, None)
    client.post(at("confirm_address", "email"), {"code": addresses.code_of(row)})
    assert "đang nhận" in client.get(at("reminder_habits")).content.decode()
    client.post(at("use_address", "email"), {"use": "no"})
    assert "tạm tắt" in client.get(at("reminder_habits")).content.decode()
    client.post(at("forget_address", "email"))
    assert not Address.objects.exists()


def test_what_is_no_address_is_said_and_a_strange_channel_is_not_found(post: gateways.Post) -> None:
    client = factories.client_as(factories.member())
    page = client.post(at("ask_address", "email"), {"value": "an@"}, follow=True).content.decode()
    assert "Địa chỉ thư điện tử chưa đúng" in page
    assert client.post(at("ask_address", "pigeon"), {"value": "an"}).status_code == 404
    assert not Delivery.objects.exists()


def test_nobody_touches_another_person_s_address(post: gateways.Post) -> None:
    mine, theirs = factories.member(), factories.member()
    now = clock.now()
    Address.objects.create(
        person_id=theirs.person_id,
        channel="email",
        value="binh@lamson.gov.vn",
        asked_at=now,
        confirmed_at=now,
    )
    client = factories.client_as(mine)
    for act in ("use_address", "forget_address"):
        client.post(at(act, "email"), {"use": "no"})
    assert Address.objects.get().is_used
    assert "binh@" not in client.get(at("reminder_habits")).content.decode()


def test_the_operator_sees_how_channels_do_and_no_secret(post: gateways.Post) -> None:
    operator = factories.member(body=factories.body(BodyKind.OPERATOR), role="administrator")
    person, now = factories.person(), clock.now()
    for key, state, reason in (("a", "sent", ""), ("b", "failed", "Máy chủ thư không nhận địa chỉ này.")):
        Delivery.objects.create(
            person=person, channel="email", key=key, purpose="reminder", state=state, reason=reason,
            created_at=now, next_try_at=now, ended_at=now - timedelta(hours=1),
        )  # fmt: skip
    client = factories.client_as(operator)
    page = client.get(at("channels")).content.decode()
    assert "Máy chủ thư không nhận địa chỉ này. (1 tin)" in page
    assert "https://hub.tinh.vn" in page
    assert "bi-mat" not in page
    assert "kkkk" not in page
    answer = client.post(at("try_channel", "email"), follow=True).content.decode()
    assert "chưa xác nhận địa chỉ của mình" in answer


def test_the_administrator_of_one_body_does_not_see_the_channels() -> None:
    client = factories.client_as(factories.member(role="administrator"))
    assert client.get(at("channels")).status_code == 403
    assert client.post(at("try_channel", "email")).status_code == 403
