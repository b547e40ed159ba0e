"""Calendar items as an iCalendar file (RFC 5545): the same items give the same bytes."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneStandard

from phoihop.plans.calendar import Item

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_REFRESH = "PT1H"
_USUAL_LENGTH = timedelta(hours=2)


def write_ical(items: Sequence[Item], *, name: str, at: datetime, address_of: Callable[[str], str]) -> bytes:
    """Items as events, whole days as floating dates, hours in Vietnamese time with its VTIMEZONE.

    `at` stands in for the day of change of items that have none; `address_of` makes an address whole.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Phoi Hop//Lich cong viec//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add("x-published-ttl", _REFRESH)
    if any(item.starts_at for item in items):
        calendar.add_component(_zone())
    for item in items:
        calendar.add_component(_event(item, at=at, address=address_of(item.url)))
    return bytes(calendar.to_ical())


def _event(item: Item, *, at: datetime, address: str) -> Event:
    event = Event()
    event.add("uid", f"{item.uid}@phoihop")
    event.add("dtstamp", (item.changed_at or at).astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", (item.changed_at or at).astimezone(UTC).replace(microsecond=0))
    _add_time(event, item)
    event.add("summary", _marked(item))
    if item.place:
        event.add("location", item.place)
    event.add("description", _description(item))
    event.add("categories", [item.kind_label])
    event.add("url", address)
    event.add("status", "CANCELLED" if item.is_cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE" if item.starts_at else "TRANSPARENT")
    return event


def _add_time(event: Event, item: Item) -> None:
    if item.starts_at is None:
        event.add("dtstart", item.day)
        event.add("dtend", item.day + timedelta(days=1))
        return
    start = datetime.combine(item.day, item.starts_at, tzinfo=ZONE)
    end = datetime.combine(item.day, item.ends_at, tzinfo=ZONE) if item.ends_at else start + _USUAL_LENGTH
    event.add("dtstart", start)
    event.add("dtend", end)


def _marked(item: Item) -> str:
    """Calendars of telephones show the summary alone: it says what is done and what is invented."""
    mark = "(minh họa) " if item.is_sample else ""
    done = "✓ " if item.is_done else ""
    return f"{mark}{done}{item.title}"


def _description(item: Item) -> str:
    lines = (item.kind_label, item.body, item.programme, f"Tình trạng: {item.status}" if item.status else "")
    return "\n".join(line for line in lines if line)


def _zone() -> Timezone:
    """Seven hours east the whole year, as it has been since 1975."""
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1975, 6, 13))  # noqa: DTZ001 - local time, as the format asks
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone


def latest_change(items: Sequence[Item], *, today: date) -> datetime:
    """When the file last changed: its items, and at midnight the days it spans."""
    midnight = datetime.combine(today, datetime.min.time(), tzinfo=ZONE)
    return max([midnight, *(item.changed_at for item in items if item.changed_at)])
