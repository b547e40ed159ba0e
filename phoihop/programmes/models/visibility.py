"""Which programmes somebody sees, and for which bodies somebody stands."""

import functools
from typing import Any, cast

from django.db import models
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from phoihop.core.member import Member
from phoihop.core.written_once import WrittenOnce
from phoihop.organisations.models import AreaVersion, Body
from phoihop.programmes.statuses import SIGNED, EditionStatus


def bodies_of(body_id: int) -> QuerySet[Any]:
    """Whose papers a body reads: its own, those of the bodies it belongs to, those of their predecessors."""
    return Body.objects.filter(pk__in=RawSQL("SELECT organisations_bodies_of(%s)", [body_id]))


def bodies_written_for(body_id: int) -> QuerySet[Any]:
    """For whom a body writes: itself, as an office the body it serves, and the predecessors of both.

    Predecessors are those it came after through one or two acts of succession.
    """
    return Body.objects.filter(pk__in=RawSQL("SELECT organisations_bodies_written_for(%s)", [body_id]))


def places_under(area_id: int) -> QuerySet[Any]:
    """Versions of the places that belong, or once belonged, to this one through up to three levels."""
    return AreaVersion.objects.filter(pk__in=RawSQL("SELECT organisations_versions_under(%s)", [area_id]))


class ProgrammeQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def visible_to(self, member: Member) -> "ProgrammeQuerySet":
        """Its lead and parties always; once it left draft those assigned or on a side of a duty, and their
        departments; once signed the bodies of the places above, and of a plan those who sign what it carries
        out. Successors see as their predecessors did."""
        seen = _seen_by(cast("Any", self.model)).filled(body=member.body_id, place=member.area_id)
        return self.filter(pk__in=RawSQL(*seen))


@functools.cache
def _seen_by(programmes: Any) -> WrittenOnce:
    return WrittenOnce(functools.partial(_seen, programmes), body=-1, place=-2)


def _seen(programmes: Any, *, body: int, place: int) -> QuerySet[Any]:
    """Their ids, reason by reason: each is found by an index of its own."""
    editions = programmes._meta.get_field("editions").related_model.objects.all()
    mine = bodies_of(body).values("pk")
    under_way = editions.exclude(status__in=[EditionStatus.DRAFT, EditionStatus.UNDONE])
    signed = editions.filter(status__in=SIGNED)
    below = places_under(place).values("area")
    rows: QuerySet[Any] = programmes.objects.filter(lead__in=mine).values("pk")
    return rows.union(
        editions.filter(parties__body__in=mine).values("programme"),
        under_way.filter(clauses__assignments__body__in=mine).values("programme"),
        under_way.filter(clauses__duties__parties__body__in=mine).values("programme"),
        signed.filter(programme__area__in=below).values("programme"),
        signed.filter(programme__under__lead__in=mine).values("programme"),
        signed.filter(programme__under__editions__parties__body__in=mine).values("programme"),
    )
