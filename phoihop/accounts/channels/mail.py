"""E-mail by SMTP."""

import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, mailers
from django.core.validators import validate_email

from phoihop.accounts.channels import GiveUp, Message, TryLater, WrongAddress

NOT_REACHED = "Không nối được máy chủ thư."
NOT_SIGNED_IN = "Máy chủ thư không nhận tên đăng nhập hoặc mật khẩu."
REFUSED = "Máy chủ thư không nhận địa chỉ này."
LATER = "Máy chủ thư hẹn gửi lại sau."
FOR_EVER = range(500, 600)


class Email:
    """Plain text; the Message-ID stays the same when the same message is sent once more."""

    name = "email"
    label = "thư điện tử"
    hint = "Ví dụ: lan.nguyen@lamson.gov.vn"

    @property
    def is_ready(self) -> bool:
        return "default" in mailers

    @property
    def where(self) -> str:
        """The server's name and port."""
        options = getattr(settings, "MAILERS", {}).get("default", {}).get("OPTIONS", {})
        port = f":{options['port']}" if options.get("port") else ""
        return f"{options.get('host', '')}{port}"

    def read_address(self, typed: str) -> str:
        """As typed, without blanks around it."""
        address = typed.strip()
        try:
            validate_email(address)
        except ValidationError as wrong:
            raise WrongAddress("Địa chỉ thư điện tử chưa đúng, ví dụ: lan.nguyen@lamson.gov.vn.") from wrong
        return address

    def send(self, message: Message) -> None:
        """One connection for each message."""
        try:
            _letter(message).send()
        except smtplib.SMTPRecipientsRefused as refused:
            codes = {code for code, _ in refused.recipients.values()}
            raise (GiveUp(REFUSED) if all(c in FOR_EVER for c in codes) else TryLater(LATER)) from refused
        except smtplib.SMTPAuthenticationError as refused:
            raise TryLater(NOT_SIGNED_IN) from refused
        except smtplib.SMTPDataError as refused:
            raise (GiveUp(REFUSED) if refused.smtp_code in FOR_EVER else TryLater(LATER)) from refused
        except (smtplib.SMTPException, OSError) as lost:
            raise TryLater(NOT_REACHED) from lost
        except ValueError as wrong:
            raise GiveUp(REFUSED) from wrong


def _letter(message: Message) -> EmailMessage:
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2] or "localhost"
    headers = {"Message-ID": f"<{message.id}@{host}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(
        message.subject, message.text, settings.DEFAULT_FROM_EMAIL, [message.to], headers=headers
    )
