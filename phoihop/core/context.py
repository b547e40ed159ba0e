"""What every page has: the menu, who is acting, and whether sample data is on."""

from typing import Any

from django.http import HttpRequest

from phoihop.core.access import member_of
from phoihop.core.navigation import entries_for, section_of, top_bar


def page(request: HttpRequest) -> dict[str, Any]:
    """Context for base.html; no queries of its own."""
    member = member_of(request)
    return {
        "member": member,
        "menu": entries_for(member) if member else [],
        "section": section_of(request.resolver_match.app_name) if request.resolver_match else "",
        "top_bar": top_bar(),
        "is_sample_page": bool(member and member.is_sample),
    }
