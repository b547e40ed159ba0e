"""What stands in a calendar: a registry that higher apps add their own days to from `apps.py`.

A source tells days of one member; pages and feeds name bodies and programmes, filter and order them.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Protocol

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Programme


@dataclass(frozen=True, kw_only=True)
class Item:
    """A day, or some hours of it. `uid` is the same for good; `changed_at` is the last change known."""

    uid: str
    kind: str
    title: str
    day: date
    url: str
    programme_id: int
    body_id: int
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    status: str = ""
    is_done: bool = False
    is_late: bool = False
    is_cancelled: bool = False
    is_sample: bool = False
    changed_at: datetime | None = None
    kind_label: str = ""
    body: str = ""
    programme: str = ""

    @property
    def when(self) -> str:
        """ "08:00 - 10:30", "08:00"; empty for a whole day."""
        ends = f" - {self.ends_at:%H:%M}" if self.ends_at else ""
        return f"{self.starts_at:%H:%M}{ends}" if self.starts_at else ""


class Source(Protocol):
    """Days of one kind or several, in a constant number of queries."""

    labels: dict[str, str]

    def items(self, *, member: Member, span: Period, today: date, own_only: bool) -> Iterable[Item]:
        """What the member may see in the span; with `own_only` what concerns the member's body or person."""
        ...


_sources: dict[str, Source] = {}


def register[S: type[Source]](source: S) -> S:
    """Decorates a source class; apps import theirs from `apps.py`. The same name replaces itself."""
    _sources[source.__name__] = source()
    return source


def kinds() -> dict[str, str]:
    """Every kind of item with its label, as the filter offers them."""
    return {kind: label for source in _sources.values() for kind, label in source.labels.items()}


def items_in(
    span: Period,
    *,
    members: Iterable[Member],
    today: date,
    own_only: bool,
    kinds_wanted: Collection[str] = (),
) -> list[Item]:
    """What any of the members may see, each item once, by day and hour, with names filled in.

    A constant number of queries for each member and source, and two for the names.
    """
    found: dict[str, Item] = {}
    for member in members:
        for source in _sources.values():
            if not kinds_wanted or not source.labels.keys().isdisjoint(kinds_wanted):
                given = source.items(member=member, span=span, today=today, own_only=own_only)
                found |= {i.uid: i for i in given if not kinds_wanted or i.kind in kinds_wanted}
    return sorted(_named(list(found.values()), today), key=_order)


def _order(item: Item) -> tuple[date, time, str]:
    return item.day, item.starts_at or time.min, item.uid


def _named(items: list[Item], today: date) -> list[Item]:
    labels = kinds()
    bodies = body_labels({item.body_id for item in items}, today)
    ids = {item.programme_id for item in items}
    programmes = dict(Programme.objects.filter(pk__in=ids).values_list("pk", "name"))
    return [
        replace(
            item,
            kind_label=labels[item.kind],
            body=bodies[item.body_id].short_name if item.body_id in bodies else "",
            programme=programmes.get(item.programme_id, ""),
        )
        for item in items
    ]
