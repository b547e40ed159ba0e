"""What an address or a form says about the screen it stands on, and the page for it."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import acting
from phoihop.drafting import queries
from phoihop.drafting.models import Draft
from phoihop.drafting.queries import Review, Screen
from phoihop.drafting.statuses import DraftStatus, FactKind

NEWEST = 8
"""Steps shown below the list."""


def screen_of(given: QueryDict) -> Screen:
    """`muc` the kind, `xem` the filter, `goc` the scan. All kinds open with the doubtful ones alone."""
    kind = given.get("muc", "")
    kind = kind if kind in FactKind.values else ""
    wanted = given.get("xem", "")
    only_doubtful = wanted == "nghi-van" or (wanted != "tat-ca" and not kind)
    return Screen(kind=kind, only_doubtful=only_doubtful, shows_scan=given.get("goc") == "anh")


def address_of(draft: Draft, screen: Screen, *, anchor: str = "") -> str:
    """The address of the review page as this screen shows it."""
    address = reverse("drafting:review", args=[draft.pk])
    return f"{address}?{screen.query}" + (f"#{anchor}" if anchor else "")


def page_of(request: HttpRequest, draft: Draft, screen: Screen) -> dict[str, Any]:
    """Everything the review page or a piece of it shows."""
    review: Review = queries.review(draft, screen, by=acting(request), now=clock.now())
    return {
        "draft": draft,
        "review": review,
        "screen": screen,
        "history": queries.history(draft, most=NEWEST),
        "findings": queries.findings_summary(draft),
        "is_open": draft.status == DraftStatus.OPEN,
        "is_sample": draft.is_sample,
        "decide_address": reverse("drafting:decide", args=[draft.pk]),
    }
