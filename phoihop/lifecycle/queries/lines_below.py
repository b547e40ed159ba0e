"""The vertical line of a body: those of its kind at the places under its own, and its boards there."""

from datetime import date

from django.db.models import QuerySet

from phoihop.organisations.models import AreaVersion, Body, BodyKind

_BOARDS = {BodyKind.FRONT_COMMITTEE: (BodyKind.FRONT_WORK_BOARD,)}
_LEVELS = 3


def bodies_below(body: Body, *, on: date) -> QuerySet[Body]:
    """Bodies of the same line at all places that lie under the body's own that day, through three levels.

    One query a level: subqueries joined by OR are tried row by row once the planner misjudges their size.
    """
    level, under = [body.area_id], set[int]()
    for _ in range(_LEVELS):
        level = list(AreaVersion.objects.on(on).filter(parent__in=level).values_list("area_id", flat=True))
        under.update(level)
    kinds = (BodyKind(body.kind), *_BOARDS.get(BodyKind(body.kind), ()))
    return Body.objects.on(on).filter(area__in=under, kind__in=kinds).exclude(pk=body.pk).order_by("pk")
