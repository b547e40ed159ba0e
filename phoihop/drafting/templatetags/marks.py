"""The source text with its coloured stretches: letter for letter, nothing between them.

The Tab key passes over the stretches, hundreds of them: each card leads to its own.
"""

from collections.abc import Iterable

from django import template
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from phoihop.drafting.queries import Screen
from phoihop.drafting.segments import Segment

register = template.Library()


@register.simple_tag
def marked_text(parts: Iterable[Segment], screen: Screen) -> SafeString:
    """The whole text: the words of facts lead to their cards, each fact's beginning has a name to go to."""
    elsewhere = f"?muc={screen.kind}&xem=tat-ca"
    pieces = []
    for part in parts:
        pieces += [f'<span id="v{key}"></span>' for key in part.starts]
        pieces.append(_piece(part, elsewhere, attributes=""))
    return mark_safe("".join(pieces))


@register.simple_tag
def swapped_mark(part: Segment, screen: Screen) -> SafeString:
    """One coloured stretch to be put in place of itself."""
    piece = _piece(part, f"?muc={screen.kind}&xem=tat-ca", attributes=' hx-swap-oob="true"')
    return mark_safe(piece) if part.tone else SafeString("")


def _piece(part: Segment, elsewhere: str, *, attributes: str) -> str:
    if not part.tone:
        return (
            format_html('<span class="unsure">{}</span>', part.text) if part.is_unsure else escape(part.text)
        )
    classes = f"mark mark-{part.tone}" + (" unsure" if part.is_unsure else "")
    address = escape(f"{'' if part.is_listed else elsewhere}#f{part.target}")
    return (
        f'<a class="{classes}" id="s{part.at}" href="{address}" draggable="false" tabindex="-1"'
        f"{attributes}>{escape(part.text)}</a>"
    )
