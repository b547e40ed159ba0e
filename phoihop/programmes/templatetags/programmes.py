"""Tags for pages about one programme."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.template.context import RequestContext
from django.urls import reverse

from phoihop.core.access import member_of
from phoihop.programmes import pages

register = template.Library()


@register.inclusion_tag("programmes/tabs.html", takes_context=True)
def programme_tabs(context: RequestContext, programme_id: int) -> dict[str, Any]:
    """The bar of pages of a programme, the present one marked."""
    request = context["request"]
    here = getattr(request.resolver_match, "view_name", "")
    return {
        "tabs": [
            (tab.label, reverse(tab.url_name, args=[programme_id]), tab.url_name == here)
            for tab in pages.tabs_for(member_of(request))
        ]
    }


@register.simple_tag
def programme_address(programme_id: int) -> str:
    """The address of a programme's front page."""
    return reverse(pages.front_page(), args=[programme_id])


@register.simple_tag(takes_context=True)
def clause_notes(context: RequestContext, clause_id: int) -> Sequence[pages.ClauseNote]:
    """What is said under a clause: the view put the notes by clause into the context."""
    notes: Mapping[int, Sequence[pages.ClauseNote]] | None = context.get("notes_by_clause")
    return notes.get(clause_id, ()) if notes else ()
