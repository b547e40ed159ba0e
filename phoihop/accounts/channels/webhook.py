"""Messages posted to a gateway as signed JSON (docs/reference/channels.md): SMS, Zalo, a province's own hub.

Signed as Standard Webhooks asks: HMAC-SHA256 over "id.time.body". Never follows a redirect: the address is
the operator's, and a text goes nowhere else.
"""

import base64
import hashlib
import hmac
import http.client
import json
import re
import ssl
from urllib.parse import urlsplit

from django.conf import settings

from phoihop.accounts.channels import GiveUp, Message, TryLater, WrongAddress
from phoihop.accounts.channels.configuration import SECONDS, WebhookSource

NOT_REACHED = "Không nối được cổng tin nhắn."
LATER = "Cổng tin nhắn hẹn gửi lại sau."
NOT_ALLOWED = "Cổng tin nhắn không nhận chữ ký hoặc địa chỉ của hệ thống này."
REDIRECTED = "Cổng tin nhắn chuyển sang địa chỉ khác; không gửi tiếp."
REFUSED = "Cổng tin nhắn từ chối tin này."
_PHONE = re.compile(r"\+?\d{9,15}")
_MOST_ANSWERED = 10_000


class Webhook:
    """The address of a person is a telephone number."""

    name = "webhook"
    hint = "Số di động, ví dụ: 0912345678"

    @property
    def _source(self) -> WebhookSource | None:
        source: WebhookSource | None = settings.WEBHOOK
        return source

    @property
    def label(self) -> str:
        return self._source.label if self._source else "tin nhắn điện thoại"

    @property
    def is_ready(self) -> bool:
        return self._source is not None

    @property
    def where(self) -> str:
        """Scheme and host: the path of a gateway's address may itself be a secret."""
        parts = urlsplit(self._source.url if self._source else "")
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if parts.netloc else ""

    def read_address(self, typed: str) -> str:
        """Digits, perhaps after a plus."""
        number = re.sub(r"[\s.()-]", "", typed)
        if not _PHONE.fullmatch(number):
            raise WrongAddress("Số điện thoại chưa đúng, ví dụ: 0912345678.")
        return number

    def send(self, message: Message) -> None:
        """One POST; 2xx is taken, 408, 425, 429 and 5xx are tried later."""
        source = self._source
        if source is None:
            raise TryLater(NOT_REACHED)
        body = body_of(message)
        try:
            status = _posted(source.url, body, signed_headers(message, body, key=source.key))
        except (OSError, http.client.HTTPException) as lost:
            raise TryLater(NOT_REACHED) from lost
        _judge(status)


def body_of(message: Message) -> bytes:
    """What the gateway needs to deliver the text, and nothing else of the person."""
    said = {
        "id": str(message.id),
        "to": message.to,
        "subject": message.subject,
        "text": message.text,
        "url": message.url,
    }
    return json.dumps(said, ensure_ascii=False).encode()


def signed_headers(message: Message, body: bytes, *, key: bytes) -> dict[str, str]:
    """The three headers of Standard Webhooks; `webhook-id` is the same for the same message."""
    stamp = str(int(message.at.timestamp()))
    signed = f"{message.id}.{stamp}.".encode() + body
    signature = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return {
        "Content-Type": "application/json; charset=utf-8",
        "webhook-id": str(message.id),
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{signature}",
    }


def _posted(url: str, body: bytes, headers: dict[str, str]) -> int:
    parts = urlsplit(url)
    host = parts.hostname or ""
    connection = (
        http.client.HTTPSConnection(host, parts.port, timeout=SECONDS, context=ssl.create_default_context())
        if parts.scheme == "https"
        else http.client.HTTPConnection(host, parts.port, timeout=SECONDS)
    )
    try:
        path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
        connection.request("POST", path, body=body, headers=headers)
        answer = connection.getresponse()
        answer.read(_MOST_ANSWERED)
        return answer.status
    finally:
        connection.close()


def _judge(status: int) -> None:
    if 200 <= status < 300:
        return
    if 300 <= status < 400:
        raise GiveUp(REDIRECTED)
    if status in {401, 403, 404}:
        raise TryLater(NOT_ALLOWED)
    if status in {408, 425, 429} or status >= 500:
        raise TryLater(LATER)
    raise GiveUp(REFUSED)
