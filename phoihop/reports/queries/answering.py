"""For which clauses and targets of an edition a body answers in its report."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet

from phoihop.programmes.models import Assignment, Clause
from phoihop.targets.models import Contribution, Target

_LEADING = ("lead", "focal", "implement")


@dataclass(frozen=True)
class AnsweredTarget:
    """A target and the body's share of it (None: no number of its own), at the body's own place."""

    target: Target
    share: Decimal | None


def clauses_of(edition_id: int, body_id: int) -> list[Clause]:
    """The clauses the body has a role in or a target under, in the order of the text; one or two queries.

    A body the text gives no role of its own (a party of a short text) answers for every clause that has a
    role or a target, or for the headings where there is none.
    """
    clauses = Clause.objects.filter(edition_id=edition_id)
    own = clauses.filter(
        Q(pk__in=Assignment.objects.filter(body_id=body_id).values("clause"))
        | Q(pk__in=_targets(edition_id, body_id).values("clause"))
    )
    found = list(own.order_by("order"))
    return found or _clauses_of_all(clauses)


def _clauses_of_all(clauses: QuerySet[Clause]) -> list[Clause]:
    rows = clauses.filter(
        Q(pk__in=Assignment.objects.values("clause")) | Q(pk__in=Target.objects.values("clause"))
    )
    return list(rows.order_by("order")) or list(clauses.filter(parent=None).order_by("order"))


def targets_of(edition_id: int, body_id: int) -> list[AnsweredTarget]:
    """The targets the body reports figures on, in the order of the text; two queries."""
    rows = list(_targets(edition_id, body_id).select_related("clause").order_by("order"))
    shares: dict[int, Decimal] = {}
    for target_id, value in Contribution.objects.filter(target__in=rows, body_id=body_id).values_list(
        "target_id", "value"
    ):
        if value is not None:
            shares[target_id] = shares.get(target_id, Decimal(0)) + value
    return [AnsweredTarget(row, shares.get(row.pk)) for row in rows]


def _targets(edition_id: int, body_id: int) -> QuerySet[Target]:
    """Those it has a share of; those nobody has a share of where it leads, is focal or carries out."""
    leads = Assignment.objects.filter(body_id=body_id, role__in=_LEADING)
    nobody = ~Q(pk__in=Contribution.objects.filter(target__edition_id=edition_id).values("target"))
    return Target.objects.filter(edition_id=edition_id).filter(
        Q(pk__in=Contribution.objects.filter(body_id=body_id).values("target"))
        | (nobody & Q(clause__in=leads.values("clause")))
    )
