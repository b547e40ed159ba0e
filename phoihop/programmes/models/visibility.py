"""Which programmes somebody sees, and for which bodies somebody stands."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet

from phoihop.core.member import Member
from phoihop.organisations.models import AreaVersion, Body, BodyKind
from phoihop.programmes.statuses import SIGNED, EditionStatus


def bodies_of(body_id: int) -> QuerySet[Any]:
    """Whose papers a body reads: its own, those of the bodies it belongs to, those of their predecessors."""
    return _with_predecessors(Q(pk=body_id) | Q(children=body_id) | Q(children__children=body_id))


def bodies_written_for(body_id: int) -> QuerySet[Any]:
    """For whom a body writes: itself, as an office the body it serves, and the predecessors of both."""
    return _with_predecessors(
        Q(pk=body_id) | Q(children__in=Body.objects.filter(pk=body_id, kind=BodyKind.OFFICE))
    )


def _with_predecessors(own: Q) -> QuerySet[Any]:
    """The bodies of `own`, and those they came after through one or two acts of succession."""
    heirs = Body.objects.filter(own).values("pk")
    one_back = Q(successor_links__to_body__in=heirs)
    two_back = Q(successor_links__to_body__successor_links__to_body__in=heirs)
    return Body.objects.filter(
        Q(pk__in=heirs) | Q(pk__in=Body.objects.filter(one_back | two_back).values("pk"))
    )


def places_under(area_id: int) -> QuerySet[Any]:
    """Versions of the places that belong, or once belonged, to this one through up to three levels."""
    one, two = "parent", "parent__versions__parent"
    three = "parent__versions__parent__versions__parent"
    return AreaVersion.objects.filter(Q(**{one: area_id}) | Q(**{two: area_id}) | Q(**{three: area_id}))


class ProgrammeQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def visible_to(self, member: Member) -> "ProgrammeQuerySet":
        """Its lead and parties always; once it left draft those assigned or on a side of a duty, and their
        departments; once signed the bodies of the places above, and of a plan those who sign what it carries
        out. Successors see as their predecessors did."""
        mine = bodies_of(member.body_id).values("pk")
        editions = self.model._meta.get_field("editions").related_model.objects.filter(
            programme=OuterRef("pk")
        )
        under_way = editions.exclude(status__in=[EditionStatus.DRAFT, EditionStatus.UNDONE])
        return self.filter(
            Q(lead__in=mine)
            | Exists(editions.filter(parties__body__in=mine))
            | Exists(under_way.filter(clauses__assignments__body__in=mine))
            | Exists(under_way.filter(clauses__duties__parties__body__in=mine))
            | (
                Q(area__in=places_under(member.area_id).values("area"))
                & Exists(editions.filter(status__in=SIGNED))
            )
            | (
                Q(under__isnull=False)
                & (Q(under__lead__in=mine) | Exists(_editions_above(editions).filter(parties__body__in=mine)))
                & Exists(editions.filter(status__in=SIGNED))
            )
        )


def _editions_above(editions: QuerySet[Any]) -> QuerySet[Any]:
    """The editions of the programme a plan carries out."""
    rows: QuerySet[Any] = editions.model.objects.filter(programme=OuterRef("under"))
    return rows
