""" "Theo dõi của tôi": what the person follows, and how it stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.core.numbers import whole_number
from phoihop.dashboards.following_queries import followed


@reads(MEMBERS)
def my_following(request: HttpRequest) -> HttpResponse:
    """The clauses one follows in a programme, "?chuong-trinh=" says which."""
    chosen = whole_number(request.GET.get("chuong-trinh"))
    found = followed(acting(request), clock.today(), programme_id=chosen)
    is_sample = found.programme is not None and found.programme.is_sample
    return render(request, "dashboards/following.html", {"found": found, "is_sample": is_sample})
