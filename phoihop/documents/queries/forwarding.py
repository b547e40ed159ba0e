"""To whom inside a body an arrival may be passed on."""

from dataclasses import dataclass

from phoihop.accounts.models import Membership, Role
from phoihop.core import clock
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels


@dataclass(frozen=True)
class Option:
    """A department or a person in words."""

    id: int
    label: str


def inner_bodies(body_id: int) -> list[Option]:
    """The departments, offices and boards under the body today, by name; two queries."""
    today = clock.today()
    ids = list(Body.objects.on(today).filter(parent_id=body_id).values_list("pk", flat=True))
    labels = sorted(body_labels(ids, today).values(), key=lambda label: label.sort_key)
    return [Option(label.id, label.short_name) for label in labels]


def inner_people(body_id: int) -> list[Option]:
    """Who works at the body or under it today, with their position; two queries."""
    today = clock.today()
    bodies = [body_id, *Body.objects.on(today).filter(parent_id=body_id).values_list("pk", flat=True)]
    rows = (
        Membership.objects.on(today)
        .filter(body_id__in=bodies)
        .exclude(role=Role.ADMINISTRATOR)
        .select_related("person")
        .order_by("person__full_name", "pk")
    )
    found: dict[int, Option] = {}
    for row in rows:
        place = row.position or Role(row.role).label
        found.setdefault(row.person_id, Option(row.person_id, f"{row.person.full_name}, {place}"))
    return list(found.values())
