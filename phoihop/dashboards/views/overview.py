"""The first page of dashboards, as each kind of person needs it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.dashboards.queries.administration import administration
from phoihop.dashboards.queries.overview import Kind, visitor
from phoihop.dashboards.queries.overview import overview as overview_of

_TEMPLATES = {
    Kind.AREA_HEAD: "dashboards/overview/area_head.html",
    Kind.ADMINISTRATOR: "dashboards/overview/administrator.html",
}


@reads(MEMBERS)
def overview(request: HttpRequest) -> HttpResponse:
    """What is behind and why; "?tong-quan=1" shows it also to who starts with a view of their own."""
    member, today = acting(request), clock.today()
    who = visitor(member)
    if who.start_view_id is not None and not request.GET.get("tong-quan"):
        return redirect("dashboards:open_view", who.start_view_id)
    kind = who.kind
    found = overview_of(member, who=who, today=today)
    context = {"found": found, "kind": kind, "today": today, "is_sample": found.is_sample or member.is_sample}
    if kind == Kind.ADMINISTRATOR:
        context["accounts"] = administration(member, today=today, at=clock.now())
    return render(request, _TEMPLATES.get(kind, "dashboards/overview/overview.html"), context)
