"""The vertical line of a body: those of its kind at the places under its own, and its boards there."""

from datetime import date

from django.db.models import Q, QuerySet

from phoihop.organisations.models import AreaVersion, Body, BodyKind

_BOARDS = {BodyKind.FRONT_COMMITTEE: (BodyKind.FRONT_WORK_BOARD,)}


def bodies_below(body: Body, *, on: date) -> QuerySet[Body]:
    """Bodies of the same line at all places that lie under the body's own that day, through three levels."""
    up = AreaVersion.objects.on(on)
    one = up.filter(parent=body.area_id).values("area")
    two = up.filter(parent__in=one).values("area")
    three = up.filter(parent__in=two).values("area")
    under = Q(area__in=one) | Q(area__in=two) | Q(area__in=three)
    kinds = (BodyKind(body.kind), *_BOARDS.get(BodyKind(body.kind), ()))
    return Body.objects.on(on).filter(under, kind__in=kinds).exclude(pk=body.pk).order_by("pk")
