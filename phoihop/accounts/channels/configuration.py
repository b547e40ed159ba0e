"""The settings of channels from the environment (docs/reference/settings.md); a wrong one stops the start."""

import base64
import binascii
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from phoihop import environment
from phoihop.environment import WrongSetting

SECONDS = 10
SECURITIES = {"starttls": {"use_tls": True}, "tls": {"use_ssl": True}, "none": {}}
LEAST_BYTES = 24
LOCAL_NAMES = {"localhost", "127.0.0.1", "::1"}


def site_address() -> str:
    """The address under which people reach this installation, without a slash at its end; may be empty."""
    given = environment.text("PHOIHOP_ADDRESS").rstrip("/")
    if given and urlsplit(given).scheme not in {"http", "https"}:
        raise WrongSetting("PHOIHOP_ADDRESS: cần địa chỉ đầy đủ, ví dụ https://phoihop.tinh.vn.")
    return given


def mail_sender() -> str:
    """From whom e-mail comes."""
    return environment.text("PHOIHOP_MAIL_FROM")


def mailers() -> dict[str, dict[str, object]]:
    """Django's MAILERS: one SMTP server when one is given, else none."""
    host = environment.text("PHOIHOP_SMTP_HOST")
    if not host:
        return {}
    security = environment.text("PHOIHOP_SMTP_SECURITY", "starttls")
    if security not in SECURITIES:
        raise WrongSetting("PHOIHOP_SMTP_SECURITY: chỉ nhận starttls, tls hoặc none.")
    if "@" not in mail_sender():
        raise WrongSetting("PHOIHOP_MAIL_FROM: cần địa chỉ thư gửi đi khi có PHOIHOP_SMTP_HOST.")
    options: dict[str, object] = {
        "host": host,
        "port": environment.number("PHOIHOP_SMTP_PORT", 0) or None,
        "username": environment.text("PHOIHOP_SMTP_USER") or None,
        "password": environment.text("PHOIHOP_SMTP_PASSWORD") or None,
        "timeout": SECONDS,
        **SECURITIES[security],
    }
    return {"default": {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}}


@dataclass(frozen=True)
class WebhookSource:
    """Where messages are posted, and the key they are signed with; the key is in no text of this object."""

    url: str
    label: str
    key: bytes = field(repr=False)


def webhook() -> WebhookSource | None:
    """The gateway that takes messages as signed JSON; none without an address."""
    url = environment.text("PHOIHOP_WEBHOOK_URL")
    if not url:
        return None
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOCAL_NAMES):
        raise WrongSetting("PHOIHOP_WEBHOOK_URL: cần địa chỉ https:// (http:// chỉ cho chính máy này).")
    label = environment.text("PHOIHOP_WEBHOOK_NAME", "tin nhắn điện thoại")
    return WebhookSource(url, label, _key(environment.text("PHOIHOP_WEBHOOK_SECRET")))


def _key(secret: str) -> bytes:
    try:
        key = base64.b64decode(secret.removeprefix("whsec_"), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) < LEAST_BYTES:
        raise WrongSetting(
            f"PHOIHOP_WEBHOOK_SECRET: cần ít nhất {LEAST_BYTES} byte ngẫu nhiên viết theo base64."
        )
    return key
