"""The front page of a programme."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.dashboards.programme_matrix import LETTERS, WORDS
from phoihop.dashboards.programme_queries import programme_page
from phoihop.programmes.views.loading import opened


@reads(MEMBERS)
def programme(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Header, text, matrix, targets, duties, signatures and succession of one programme."""
    found = opened(request, programme_id)
    context = {
        "opened": found,
        "programme": found.programme,
        "edition": found.edition,
        "page": programme_page(found.edition, acting(request), today=clock.today()),
        "legend": [(LETTERS[role], WORDS[role]) for role in LETTERS],
        "is_sample": found.programme.is_sample,
    }
    return render(request, "dashboards/programme.html", context)
