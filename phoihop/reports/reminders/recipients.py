"""Who is reminded: officers of the body and its office; leaders when late, or where there is no officer."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from phoihop.accounts.models import Membership
from phoihop.organisations.models import BodyKind
from phoihop.reports.reminders.items import Item

OFFICER, LEADER = "officer", "leader"


@dataclass
class _People:
    officers: set[int] = field(default_factory=set)
    leaders: set[int] = field(default_factory=set)
    everybody: set[int] = field(default_factory=set)


class Recipients:
    """The people of bodies on a day, with an account in use. Those of a body that ended are nobody."""

    def __init__(self, people: dict[int, _People]) -> None:
        self._people = people

    def of(self, item: Item, *, with_leaders: bool) -> set[int]:
        """Whom a thing is to be told on a step."""
        found = self._people.get(item.body_id)
        if found is None:
            return set()
        given_to = {one for one in found.everybody if one == item.person_id}
        first = given_to or found.officers or found.leaders
        return first | found.leaders if with_leaders else set(first)


def recipients_of(items: Iterable[Item], *, today: date) -> Recipients:
    """Everybody the things may be told; one query."""
    bodies, given_to = set(), set()
    for item in items:
        bodies.add(item.body_id)
        if item.person_id is not None:
            given_to.add(item.person_id)
    ids = list(bodies)
    rows = Membership.objects.on(today).filter(
        Q(body__in=ids) | Q(body__kind=BodyKind.OFFICE, body__parent__in=ids),
        Q(body__valid_to=None) | Q(body__valid_to__gte=today),
        Q(role__in=[OFFICER, LEADER]) | Q(person__in=given_to),
        person__user__is_active=True,
    )
    people: dict[int, _People] = defaultdict(_People)
    fields = ("person_id", "role", "body_id", "body__kind", "body__parent_id")
    for person_id, role, body_id, kind, parent_id in rows.values_list(*fields):
        served = [body_id, parent_id] if kind == BodyKind.OFFICE and parent_id in bodies else [body_id]
        for one in served:
            _count_in(people[one], person_id, role)
    return Recipients(dict(people))


def _count_in(people: _People, person_id: int, role: str) -> None:
    people.everybody.add(person_id)
    if role == OFFICER:
        people.officers.add(person_id)
    elif role == LEADER:
        people.leaders.add(person_id)
