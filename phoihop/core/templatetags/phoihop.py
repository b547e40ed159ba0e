"""Tags and filters every template has."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, RadioSelect, Select
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

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


@register.filter
def in_section(path: str, address: str) -> bool:
    """Whether the page at `path` belongs to the menu entry at `address`; "/" holds only itself."""
    return path == address or (address != "/" and path.startswith(address))


@register.filter
def share(percent: Decimal | float | None) -> str:
    """A percentage as the width of a bar: 0 to 100, with a point for CSS."""
    return f"{min(max(float(percent or 0), 0.0), 100.0):.1f}"


@register.filter
def sparkline_points(values: Sequence[Decimal | float | None]) -> list[str]:
    """Lines of a sparkline in a box of 100 × 30; a missing value breaks the line and never draws a zero."""
    known = [float(value) for value in values if value is not None]
    if len(known) < 2:
        return []
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = 100 / max(len(values) - 1, 1)
    lines: list[list[str]] = [[]]
    for place, value in enumerate(values):
        if value is None:
            lines.append([])
        else:
            lines[-1].append(f"{place * step:.1f},{28 - 26 * (float(value) - low) / span:.1f}")
    return [" ".join(line) for line in lines if line]


@register.filter
def is_checkbox(field: BoundField) -> bool:
    """Whether the field is a single box to tick."""
    return isinstance(field.field.widget, CheckboxInput)


@register.filter
def is_choice_group(field: BoundField) -> bool:
    """Whether the field is several boxes or buttons under one question."""
    return isinstance(field.field.widget, RadioSelect)


def _in_sentence_case(label: Any) -> Any:
    """A choice's words with a capital, also inside a group of choices."""
    if isinstance(label, list | tuple):
        return [(value, _in_sentence_case(words)) for value, words in label]
    return capfirst(str(label))


@register.filter
def styled(field: BoundField) -> SafeString:
    """The field's own input with the style sheet's class and, when wrong, the mark of it."""
    widget = field.field.widget
    kind = "form-check-input" if isinstance(widget, CheckboxInput) else "form-control"
    if isinstance(widget, Select):
        kind = "form-select"
        widget.choices = [(value, _in_sentence_case(label)) for value, label in widget.choices]
    marks = [widget.attrs.get("class", ""), kind, "is-invalid" if field.errors else ""]
    return field.as_widget(attrs={"class": " ".join(mark for mark in marks if mark)})
