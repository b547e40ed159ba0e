"""The calendar feed of a person: its secret address made and revoked, and what it answers."""

import hashlib

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag

from phoihop.core import clock
from phoihop.core.access import MEMBERS, PUBLIC, acting, changes, reads
from phoihop.plans.actions.feeds import make_feed, revoke_feed
from phoihop.plans.ical import latest_change, write_ical
from phoihop.plans.models import CalendarFeed
from phoihop.plans.queries.feeds import feed_made_at, feed_of

_MEDIA_TYPE = "text/calendar; charset=utf-8"


@reads(MEMBERS)
def own_feed(request: HttpRequest) -> HttpResponse:
    """Whether one has an address, how to use it; the address itself cannot be shown again."""
    made_at = feed_made_at(acting(request).person_id)
    return render(request, "plans/feed.html", {"made_at": made_at})


@changes(MEMBERS)
def make(request: HttpRequest) -> HttpResponse:
    """The new address is on this answer alone: nowhere kept, not in the session either."""
    token = make_feed(by=acting(request), at=clock.now())
    address = request.build_absolute_uri(reverse("plans:feed", args=[token]))
    answer = render(request, "plans/feed.html", {"address": address, "made_at": clock.now()})
    answer["Cache-Control"] = "no-store"
    return answer


@changes(MEMBERS)
def revoke(request: HttpRequest) -> HttpResponse:
    revoke_feed(by=acting(request), at=clock.now())
    messages.success(request, "Đã thu hồi địa chỉ lịch. Các máy đã đăng ký không lấy được lịch nữa.")
    return redirect("plans:own_feed")


@reads(PUBLIC)
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The person's calendar as iCalendar; 304 when nothing changed, 404 for an address that opens nothing."""
    today = clock.today()
    try:
        found = feed_of(token, today=today)
    except CalendarFeed.DoesNotExist as error:
        raise Http404 from error
    changed = latest_change(found.items, today=today)
    name = f"Phối Hợp: {found.person.full_name}"
    content = write_ical(found.items, name=name, at=changed, address_of=request.build_absolute_uri)
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    answer = HttpResponse(content, content_type=_MEDIA_TYPE)
    answer["Content-Disposition"] = 'inline; filename="phoihop.ics"'
    conditional = get_conditional_response(
        request, etag=etag, last_modified=int(changed.timestamp()), response=answer
    )
    checked = conditional or answer
    checked["ETag"] = etag
    checked["Last-Modified"] = http_date(changed.timestamp())
    checked["Cache-Control"] = "private, no-cache"
    checked["X-Robots-Tag"] = "noindex"
    return checked
