"""The text of a paper with the places of its findings: letter for letter, nothing between them."""

from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from phoihop.drafting.queries import TextPart

register = template.Library()


@register.simple_tag
def found_text(parts: Iterable[TextPart]) -> SafeString:
    """The whole text: each place has a name to go to (c1, c2, …) and leads to its finding."""
    return mark_safe("".join(_piece(part) for part in parts))


def _piece(part: TextPart) -> str:
    anchors = "".join(f'<span id="c{number}"></span>' for number in part.starts)
    if part.finding is None:
        return anchors + escape(part.text)
    mark = '<a class="mark finding-mark-{}" href="#d{}">{}</a>'
    return anchors + format_html(mark, part.severity, part.finding, part.text)
