"""Settings of channels: what is missing or wrong stops the start with one line."""

import base64

import pytest

from phoihop.accounts.channels import configuration
from phoihop.environment import WrongSetting

SECRET = base64.b64encode(b"s" * 32).decode()


def test_without_settings_there_is_neither_mail_nor_webhook() -> None:
    assert configuration.mailers() == {}
    assert configuration.webhook() is None


def test_a_mail_server_is_told_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "SMTP_HOST": "mail.lamson.gov.vn", "SMTP_PORT": "465", "SMTP_USER": "nhacviec",
        "SMTP_PASSWORD": "bí mật", "SMTP_SECURITY": "tls", "MAIL_FROM": "nhacviec@lamson.gov.vn",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"PHOIHOP_{name}", value)
    assert configuration.mailers()["default"]["OPTIONS"] == {
        "host": "mail.lamson.gov.vn", "port": 465, "username": "nhacviec", "password": "bí mật",
        "timeout": configuration.SECONDS, "use_ssl": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"SMTP_HOST": "mail"}, "PHOIHOP_MAIL_FROM"),
        ({"SMTP_HOST": "mail", "MAIL_FROM": "a@b.vn", "SMTP_SECURITY": "ssl"}, "PHOIHOP_SMTP_SECURITY"),
        ({"WEBHOOK_URL": "http://hub.vn/"}, "PHOIHOP_WEBHOOK_URL"),
        ({"WEBHOOK_URL": "https://hub.vn/", "WEBHOOK_SECRET": "ngan"}, "PHOIHOP_WEBHOOK_SECRET"),
        ({"ADDRESS": "phoihop.tinh.vn"}, "PHOIHOP_ADDRESS"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, given: dict[str, str], named: str) -> None:
    for name, value in given.items():
        monkeypatch.setenv(f"PHOIHOP_{name}", value)
    with pytest.raises(WrongSetting, match=named):
        [read() for read in (configuration.mailers, configuration.webhook, configuration.site_address)]


def test_a_webhook_has_a_key_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHOIHOP_WEBHOOK_URL", "https://hub.tinh.vn/tin")
    monkeypatch.setenv("PHOIHOP_WEBHOOK_SECRET", f"whsec_{SECRET}")
    source = configuration.webhook()
    assert source is not None
    assert source.key == b"s" * 32
    assert SECRET not in repr(source)
