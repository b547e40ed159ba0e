"""The calendar: a month as a sheet and a list, or a week, of everything that has a day."""

from datetime import date, timedelta
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.core.fields import FIRST_DAY, LAST_DAY
from phoihop.core.numbers import whole_number
from phoihop.core.periods import Period, calendar_period, previous
from phoihop.plans import calendar
from phoihop.plans.queries.calendar import days_of, filtered, weeks_of
from phoihop.programmes.models import Programme

_MINE, _ALL = "don-vi", "tat-ca"


@reads(MEMBERS)
def month(request: HttpRequest) -> HttpResponse:
    """`thang` is "2026-03", or `tuan` any day of a week; filters by scope, kind, programme, body."""
    member, today = acting(request), clock.today()
    is_week = "tuan" in request.GET
    shown = _week_of(request.GET["tuan"]) if is_week else _month_of(request.GET.get("thang", ""))
    scope = _ALL if request.GET.get("pham-vi") == _ALL else _MINE
    kind = request.GET.get("loai", "")
    given = calendar.items_in(
        shown,
        members=[member],
        today=today,
        own_only=scope == _MINE,
        kinds_wanted=[kind] if kind in calendar.kinds() else [],
    )
    programme, body = whole_number(request.GET.get("chuong-trinh")), whole_number(request.GET.get("don-vi"))
    found = filtered(given, programme_id=programme, body_id=body)
    context = {
        "shown": shown,
        "is_week": is_week,
        "days": days_of(found, shown, every_day=is_week),
        "weeks": [] if is_week else weeks_of(found, shown),
        "count": len(found),
        "today": today,
        "before": _address(request, _before(shown, is_week=is_week), is_week=is_week),
        "after": _address(request, shown.end + timedelta(days=1), is_week=is_week),
        "this_month": _address(request, _shown_day(shown, today), is_week=False),
        "this_week": _address(request, _shown_day(shown, today), is_week=True),
        "scope": scope,
        "scopes": [(_MINE, "của đơn vị tôi"), (_ALL, "mọi chương trình tôi xem được")],
        "kind": kind,
        "kinds": sorted(calendar.kinds().items(), key=lambda pair: pair[1]),
        "programme": programme,
        "programmes": list(Programme.objects.visible_to(member).order_by("name")[:200]),
        "body": body,
        "bodies": sorted({(item.body_id, item.body) for item in given}, key=lambda pair: pair[1]),
        "is_sample": any(item.is_sample for item in found),
    }
    return render(request, "plans/calendar.html", context)


def _month_of(text: str) -> Period:
    return calendar_period(_day_of(f"{text}-01"), 1)


def _week_of(text: str) -> Period:
    """Monday to Sunday."""
    day = _day_of(text)
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def _day_of(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return clock.today()
    return day if FIRST_DAY <= day <= LAST_DAY else clock.today()


def _before(shown: Period, *, is_week: bool) -> date:
    return shown.start - timedelta(days=7) if is_week else previous(shown).start


def _shown_day(shown: Period, today: date) -> date:
    """Changing between month and week stays at today when it is in sight."""
    return today if shown.contains(today) else shown.start


def _address(request: HttpRequest, day: date, *, is_week: bool) -> str:
    """The same filters at another day."""
    kept = {k: v for k, v in request.GET.items() if k not in {"thang", "tuan"} and v}
    place = {"tuan": day.isoformat()} if is_week else {"thang": f"{day:%Y-%m}"}
    return f"?{urlencode(place | kept)}"
