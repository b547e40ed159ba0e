"""Which bodies a form offers, as (id, short name) in the order of a dictionary."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from phoihop.core.vietnamese import fold
from phoihop.organisations.models import Body, BodyName
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.programmes.models import Edition

_MOST_FOUND = 30
type Choices = list[tuple[int, str]]


def bodies_at(area_id: int, *, on: date) -> Choices:
    """The bodies at a place on a day; two queries."""
    return named(Body.objects.on(on).filter(area_id=area_id).values_list("pk", flat=True), on=on)


def assignable_bodies(edition: Edition, *, on: date) -> Choices:
    """The bodies at the programme's place, its parties, and those it names already; two queries."""
    rows = Body.objects.filter(
        Q(pk__in=edition.parties.values("body"))
        | Q(pk=edition.programme.lead_id)
        | Q(pk__in=Body.objects.filter(assignments__clause__edition=edition).values("pk"))
        | Q(pk__in=Body.objects.filter(duty_rows__duty__clause__edition=edition).values("pk"))
        | Q(pk__in=Body.objects.on(on).filter(area_id=edition.programme.area_id).values("pk"))
    )
    return named(rows.values_list("pk", flat=True), on=on)


def party_choices(edition: Edition, words: str, *, on: date) -> Choices:
    """Who may sign: the bodies above, and those found by `words` anywhere, named with their place."""
    usual = assignable_bodies(edition, on=on)
    known = {body for body, _ in usual}
    found = BodyName.objects.on(on)
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    rows = found.order_by("sort_key").values_list("body_id", flat=True)[:_MOST_FOUND] if words.strip() else []
    others = [body for body in rows if body not in known]
    return usual + _with_places(others, on=on)


def _with_places(body_ids: Collection[int], *, on: date) -> Choices:
    areas = dict(Body.objects.filter(pk__in=body_ids).values_list("pk", "area_id"))
    places = area_labels(set(areas.values()), on)
    return [(body, f"{name} ({places[areas[body]].full_name})") for body, name in named(body_ids, on=on)]


def named(body_ids: Collection[int], *, on: date) -> Choices:
    """These bodies by their short names on a day; one query."""
    labels = body_labels(set(body_ids), on).values()
    return [(label.id, label.short_name) for label in sorted(labels, key=lambda label: label.sort_key)]
