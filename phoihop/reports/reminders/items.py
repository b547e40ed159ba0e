"""What people can be reminded of: a registry that higher apps add their own kinds to from `apps.py`."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from django.urls import reverse

from phoihop.core.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A thing a body has still to do by the end of `due_on`; `kind` and `number` name it for good.

    `person_id`: the one person it was given to, instead of the officers of the body.
    """

    kind: str
    number: int
    programme_id: int
    body_id: int
    due_on: date
    words: str
    url_name: str
    url_id: int
    is_sample: bool
    duty_key: UUID | None = None
    person_id: int | None = None

    @property
    def url(self) -> str:
        """Its page; made only for what is told, as most of what is looked at is not."""
        return reverse(self.url_name, args=[self.url_id])

    @property
    def key(self) -> tuple[str, int, date]:
        """The thing with this last day: a later day is reminded of anew."""
        return self.kind, self.number, self.due_on


class Source(Protocol):
    """Open things of one kind, in a constant number of queries."""

    kind: str

    def items(self, due: Period, *, today: date, numbers: Collection[int] | None = None) -> Iterable[Item]:
        """Those whose last day lies in the span; with `numbers` only these rows."""
        ...


_sources: dict[str, Source] = {}


def register[S: type[Source]](source: S) -> S:
    """Decorates a source class; the same kind replaces itself."""
    made = source()
    _sources[made.kind] = made
    return source


def open_items(due: Period, *, today: date) -> list[Item]:
    """Everything open whose last day lies in the span; a constant number of queries."""
    return [item for source in _sources.values() for item in source.items(due, today=today)]


type Key = tuple[str, int, date]


def still_open(wanted: Collection[Key], *, today: date) -> dict[Key, Item]:
    """Of these things those still to be done by the same day; a constant number of queries a kind."""
    found: dict[Key, Item] = {}
    for kind in {kind for kind, _, _ in wanted} & _sources.keys():
        days = [day for one, _, day in wanted if one == kind]
        numbers = {number for one, number, _ in wanted if one == kind}
        items = _sources[kind].items(Period(min(days), max(days)), today=today, numbers=numbers)
        found |= {item.key: item for item in items if item.key in wanted}
    return found
