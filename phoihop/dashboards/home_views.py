"""The first page after signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core import clock
from phoihop.core.access import SIGNED_IN, member_of, reads
from phoihop.dashboards.home_queries import home as home_of
from phoihop.plans.models import OWN_TASKS_ONLY


@reads(SIGNED_IN)
def home(request: HttpRequest) -> HttpResponse:
    """Việc của tôi; for somebody without a role at any body, whom to ask."""
    member = member_of(request)
    if member is None:
        return render(request, "dashboards/home/no_role.html")
    page = home_of(member, today=clock.today())
    context = {
        "page": page,
        "today": clock.today(),
        "is_simple": member.role in OWN_TASKS_ONLY,
        "may_write": member.role in {"officer", "leader"},
        "is_sample": page.is_sample,
    }
    return render(request, "dashboards/home/home.html", context)
