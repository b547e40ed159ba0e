"""Tags and filters every template has."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from phoihop.core.numbers import decimal_words

register = template.Library()


@register.simple_tag
def submission_key() -> SafeString:
    """A hidden field that makes a second sending of this form a no-op."""
    return format_html('<input type="hidden" name="submission_key" value="{}">', uuid.uuid4())


@register.filter
def day(value: date | datetime | None) -> str:
    """19/03/2026; empty for none."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    return local.strftime("%d/%m/%Y")


@register.filter
def moment(value: datetime | None) -> str:
    """14:05 ngày 19/03/2026; empty for none."""
    return timezone.localtime(value).strftime("%H:%M ngày %d/%m/%Y") if value else ""


@register.filter
def amount(value: Decimal | int | None) -> str:
    """1.234,5 without useless zeros; empty for none."""
    return decimal_words(value)
