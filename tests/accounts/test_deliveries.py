"""Messages on their way out: once for each key, tried again with pauses, dropped when pointless."""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from phoihop.accounts import channels, deliveries
from phoihop.accounts.channels import Message
from phoihop.accounts.channels.configuration import WebhookSource
from phoihop.accounts.deliveries import Answer, Composed, NotNow, Outgoing
from phoihop.accounts.models import Address, Delivery, DeliveryDecision
from phoihop.core.errors import Refused
from tests.accounts import factories, gateways

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
SAID = Composed("Nhắc việc", "Còn 2 ngày.", "/bao-cao/")


@pytest.fixture
def hub(settings: Any) -> Iterator[gateways.Hub]:
    with gateways.hub() as opened:
        settings.WEBHOOK = WebhookSource(opened.url, "tin nhắn", b"k" * 32)
        settings.ADDRESS = "https://phoihop.tinh.vn"
        yield opened


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """What messages with a key say; others say SAID."""
    answers: dict[str, Answer] = {}

    def compose(rows: Collection[Delivery], at: datetime) -> Mapping[int, Answer]:
        return {row.pk: answers.get(row.key, SAID) for row in rows}

    monkeypatch.setitem(deliveries._composers, "reminder", compose)
    return answers


def reachable(channel: str = "webhook") -> int:
    """Somebody with a confirmed telephone."""
    person = factories.person()
    Address.objects.create(person=person, channel=channel, value="0912345678", asked_at=NOW, confirmed_at=NOW)
    return person.pk


def put(person_id: int, *keys: str, channel: str = "webhook") -> None:
    deliveries.put_down([Outgoing(person_id, channel, key) for key in keys], purpose="reminder", at=NOW)


def test_a_message_goes_out_once_however_often_it_is_put_down_and_sent(hub, says) -> None:
    person_id = reachable()
    put(person_id, "a")
    put(person_id, "a")
    assert deliveries.send_waiting(at=NOW) == {"sent": 1}
    assert deliveries.send_waiting(at=NOW) == {}
    put(person_id, "a")
    assert deliveries.send_waiting(at=NOW) == {}
    assert len(hub.taken) == 1
    assert b"https://phoihop.tinh.vn/bao-cao/" in hub.taken[0].body


def test_a_busy_gateway_is_asked_again_later_with_the_same_id(hub, says) -> None:
    put(reachable(), "a")
    hub.statuses.append(503)
    assert deliveries.send_waiting(at=NOW) == {"tried": 1}
    assert deliveries.send_waiting(at=NOW + timedelta(seconds=59)) == {}
    assert deliveries.send_waiting(at=NOW + timedelta(seconds=60)) == {"sent": 1}
    assert len({taken.headers["webhook-id"] for taken in hub.taken}) == 1


def test_after_seven_tries_it_is_said_why_and_the_lead_may_send_again(hub, says) -> None:
    put(reachable(), "a")
    hub.statuses += [500] * 7
    at = NOW
    for _ in range(7):
        deliveries.send_waiting(at=at)
        at += timedelta(hours=13)
    row = Delivery.objects.get()
    assert (row.state, row.tries, row.reason) == ("failed", 7, "Cổng tin nhắn hẹn gửi lại sau.")
    by = factories.member()
    first_id = row.message_id
    deliveries.send_again(delivery_id=row.pk, by=by, at=at)
    assert deliveries.send_waiting(at=at) == {"sent": 1}
    assert Delivery.objects.get().message_id == first_id
    assert DeliveryDecision.objects.get().verb == "send_again"
    with pytest.raises(Refused):
        deliveries.send_again(delivery_id=row.pk, by=by, at=at)


def test_what_the_gateway_refuses_is_not_tried_again(hub, says) -> None:
    put(reachable(), "a")
    hub.statuses.append(400)
    assert deliveries.send_waiting(at=NOW) == {"failed": 1}


def test_what_became_pointless_is_dropped_and_what_comes_too_early_waits(hub, says) -> None:
    says["a"], says["b"] = None, NotNow(NOW + timedelta(hours=10))
    put(reachable(), "a", "b")
    assert deliveries.send_waiting(at=NOW) == {"dropped": 1, "waiting": 1}
    says["b"] = SAID
    assert deliveries.send_waiting(at=NOW + timedelta(hours=9)) == {}
    assert deliveries.send_waiting(at=NOW + timedelta(hours=10)) == {"sent": 1}


@pytest.mark.parametrize("change", [{"is_used": False}, {"confirmed_at": None}])
def test_nothing_goes_to_an_address_not_confirmed_or_turned_off(hub, says, change) -> None:
    person_id = reachable()
    put(person_id, "a")
    Address.objects.filter(person=person_id).update(**change)
    assert deliveries.send_waiting(at=NOW) == {"dropped": 1}
    assert hub.taken == []


def test_a_gateway_that_is_down_rests_after_three_failures(hub, says) -> None:
    for _ in range(5):
        put(reachable(), "a")
    hub.statuses += [500] * 5
    assert deliveries.send_waiting(at=NOW) == {"tried": 3}
    assert Delivery.objects.filter(tries=0).count() == 2


def test_putting_down_thousands_costs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    person = factories.person()
    with django_assert_num_queries(1):
        put(person.pk, *map(str, range(3000)))


def test_one_message_that_cannot_be_sent_stops_no_other_and_no_log_names_the_address(
    hub, says, monkeypatch, caplog
) -> None:
    put(reachable(), "a")
    broken, channel = reachable(), channels.find("webhook")
    put(broken, "b")
    Address.objects.filter(person=broken).update(value="0999999999")
    assert channel is not None
    real_send = channel.send

    def send(message: Message) -> None:
        if message.to == "0999999999":
            raise KeyError(message.to)
        real_send(message)

    monkeypatch.setattr(channel, "send", send)
    assert deliveries.send_waiting(at=NOW) == {"sent": 1, "tried": 1}
    assert "KeyError" in caplog.text
    assert "0999999999" not in caplog.text
    assert Delivery.objects.get(key="b").reason == deliveries.UNFORESEEN
