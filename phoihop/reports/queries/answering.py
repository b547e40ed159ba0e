"""For which clauses and targets of an edition a body answers in its report."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from phoihop.core.batches import together
from phoihop.plans.models import Task
from phoihop.programmes.models import Assignment, Clause, Edition
from phoihop.programmes.queries import stood_for
from phoihop.programmes.queries.adopted import editions_in_text
from phoihop.targets.models import Contribution, Target
from phoihop.targets.queries.adopted import localised_by, set_at
from phoihop.targets.queries.shares import ShareRows

_LEADING = ("lead", "focal", "implement")


@dataclass(frozen=True)
class AnsweredTarget:
    """A target and the body's share of it (None: no number of its own), at the body's own place."""

    target: Target
    share: Decimal | None


def clauses_of(edition_id: int, body_id: int) -> list[Clause]:
    """The clauses the body has a role in or a target under, in the order of the text; three or four queries.

    A body answers for what was given to those whose places it took.

    A body the text gives no role of its own (a party of a short text) answers for every clause that has a
    role or a target, or for the headings where there is none. What a plan gave it to do comes with them.
    """
    clauses = Clause.objects.filter(edition__in=editions_in_text(edition_id))
    bodies = stood_for(edition_id, body_id)
    own = clauses.filter(
        Q(pk__in=Assignment.objects.filter(body_id__in=bodies).values("clause"))
        | Q(pk__in=_targets(edition_id, bodies).values("clause"))
    )
    found = list(own.order_by("order")) or _clauses_of_all(clauses)
    planned = clauses.filter(key__in=_planned_keys(edition_id, bodies))
    more = planned.exclude(pk__in=[clause.pk for clause in found])
    return sorted([*found, *more], key=lambda clause: clause.order)


def _planned_keys(edition_id: int, bodies: Collection[int]) -> QuerySet[Any]:
    """The clauses under which a plan gave these bodies tasks, by key."""
    tasks = Task.objects.filter(programme__editions=edition_id, body__in=bodies, plan__isnull=False)
    return tasks.values("clause__key")


def _clauses_of_all(clauses: QuerySet[Clause]) -> list[Clause]:
    rows = clauses.filter(
        Q(pk__in=Assignment.objects.values("clause")) | Q(pk__in=Target.objects.values("clause"))
    )
    return list(rows.order_by("order")) or list(clauses.filter(parent=None).order_by("order"))


def targets_of(edition_id: int, body_id: int) -> list[AnsweredTarget]:
    """The targets the body reports figures on, in the order of the text; two queries.

    Those of an edition above ask what is asked of the place.
    """
    return targets_answered(edition_id, body_id, stood_for(edition_id, body_id))


def targets_answered(edition_id: int, body_id: int, bodies: Collection[int]) -> list[AnsweredTarget]:
    """`targets_of` for a body that stands for `bodies`; one query."""
    editions = editions_in_text(edition_id)
    places = Edition.objects.filter(pk=edition_id).values_list("programme__area_id", flat=True)
    found = _targets(edition_id, bodies).select_related("clause").order_by("order")
    adopted = set_at(places, editions=editions.values("pk"))
    shares = ShareRows(Contribution.objects.filter(target__edition__in=editions), body_id)
    together(found, places, adopted, *shares.questions)
    above = [row for row in found if row.edition_id != edition_id]
    own = [row for row in found if row.edition_id == edition_id]
    given = shares.by_target({row.pk for row in above}, area_id=places[0])
    return [AnsweredTarget(row, given.get(row.pk)) for row in [*localised_by(above, adopted), *own]]


def _targets(edition_id: int, bodies: Collection[int]) -> QuerySet[Target]:
    """Those it has a share of; those nobody has a share of where it leads, is focal or carries out."""
    leads = Assignment.objects.filter(body_id__in=bodies, role__in=_LEADING)
    editions = editions_in_text(edition_id)
    nobody = ~Q(pk__in=Contribution.objects.filter(target__edition__in=editions).values("target"))
    return Target.objects.filter(edition__in=editions).filter(
        Q(pk__in=Contribution.objects.filter(body_id__in=bodies).values("target"))
        | (nobody & Q(clause__in=leads.values("clause")))
    )
