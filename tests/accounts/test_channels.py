"""E-mail and webhook against real servers on this machine."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest

from phoihop.accounts.channels import GiveUp, Message, TryLater, WrongAddress
from phoihop.accounts.channels.configuration import WebhookSource
from phoihop.accounts.channels.mail import Email
from phoihop.accounts.channels.webhook import Webhook
from tests.accounts import gateways

NOW = datetime(2026, 3, 10, 1, 0, tzinfo=UTC)
KEY = b"k" * 32


def message(to: str) -> Message:
    return Message(uuid4(), to, "Nhắc việc: báo cáo quý I", "Hạn cuối hết ngày 19/03/2026.\n.\nHết.", "", NOW)


@pytest.fixture
def post(settings: Any) -> Iterator[gateways.Post]:
    with gateways.post_office() as opened:
        settings.MAILERS = gateways.mailers(opened)
        settings.DEFAULT_FROM_EMAIL = "Phối Hợp <nhacviec@lamson.gov.vn>"
        yield opened


@pytest.fixture
def hub(settings: Any) -> Iterator[gateways.Hub]:
    with gateways.hub() as opened:
        settings.WEBHOOK = WebhookSource(opened.url, "Zalo của tỉnh", KEY)
        yield opened


def test_a_letter_arrives_whole_with_a_lasting_id(post: gateways.Post) -> None:
    said = message("an@lamson.gov.vn")
    Email().send(said)
    Email().send(said)
    letter = post.letters[0]
    assert letter["Subject"] == said.subject
    assert letter["To"] == "an@lamson.gov.vn"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter.get_content().splitlines() == said.text.splitlines()
    assert {one["Message-ID"] for one in post.letters} == {f"<{said.id}@lamson.gov.vn>"}


@pytest.mark.parametrize(("code", "raised"), [(550, GiveUp), (451, TryLater)])
def test_a_refused_address_is_given_up_and_a_busy_one_tried_again(
    post: gateways.Post, code: int, raised: type[TryLater]
) -> None:
    post.refuses["an@"] = code
    with pytest.raises(TryLater) as met:
        Email().send(message("an@lamson.gov.vn"))
    assert type(met.value) is raised
    assert "an@" not in met.value.reason


def test_a_mail_server_that_is_away_is_tried_again(settings: Any) -> None:
    settings.MAILERS = gateways.mailers(gateways.Post(port=9))
    with pytest.raises(TryLater, match="Không nối được máy chủ thư"):
        Email().send(message("an@lamson.gov.vn"))


def test_a_webhook_carries_what_is_needed_and_a_signature(hub: gateways.Hub) -> None:
    said = message("0912345678")
    Webhook().send(said)
    taken = hub.taken[0]
    assert json.loads(taken.body) == {
        "id": str(said.id), "to": "0912345678", "subject": said.subject, "text": said.text, "url": "",
    }  # fmt: skip
    stamp = taken.headers["webhook-timestamp"]
    signed = f"{said.id}.{stamp}.".encode() + taken.body
    expected = base64.b64encode(hmac.new(KEY, signed, hashlib.sha256).digest()).decode()
    assert taken.headers["webhook-signature"] == f"v1,{expected}"
    assert taken.headers["webhook-id"] == str(said.id)
    assert stamp == str(int(NOW.timestamp()))


@pytest.mark.parametrize(
    ("status", "raised"),
    [(302, GiveUp), (307, GiveUp), (400, GiveUp), (410, GiveUp), (401, TryLater), (404, TryLater),
     (408, TryLater), (429, TryLater), (500, TryLater), (503, TryLater)],
)  # fmt: skip
def test_answers_of_a_gateway_say_whether_to_try_again(
    hub: gateways.Hub, status: int, raised: type[TryLater]
) -> None:
    hub.statuses.append(status)
    with pytest.raises(TryLater) as met:
        Webhook().send(message("0912345678"))
    assert type(met.value) is raised
    assert len(hub.taken) == 1, "no redirect is followed"


def test_a_gateway_that_is_away_is_tried_again(settings: Any) -> None:
    settings.WEBHOOK = WebhookSource("http://127.0.0.1:9/", "", KEY)
    with pytest.raises(TryLater, match="Không nối được cổng tin nhắn"):
        Webhook().send(message("0912345678"))


def test_neither_address_nor_key_stands_in_what_is_printed(hub: gateways.Hub) -> None:
    assert "0912345678" not in repr(message("0912345678"))
    assert "kkkk" not in repr(Webhook()._source)
    assert Webhook().where.startswith("http://127.0.0.1:")
    assert "/tin" not in Webhook().where


@pytest.mark.parametrize(
    ("typed", "kept"), [("0912 345 678", "0912345678"), (" +84 (91) 234-5678 ", "+84912345678")]
)
def test_a_telephone_number_is_kept_as_digits(typed: str, kept: str) -> None:
    assert Webhook().read_address(typed) == kept


def test_what_is_no_address_is_said_so() -> None:
    with pytest.raises(WrongAddress):
        Webhook().read_address("gọi cho tôi")
    with pytest.raises(WrongAddress):
        Email().read_address("an@")
