"""Numbers as lengths of a drawing."""

from decimal import Decimal

from django import template

register = template.Library()


@register.filter
def bar(percent: Decimal, width: int) -> str:
    """A percent as a length of at most `width`, with a point as drawings write it."""
    return f"{float(min(max(percent, Decimal(0)), Decimal(100))) * width / 100:.1f}"
