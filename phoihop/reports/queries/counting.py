"""Completeness counted by the database: the rules of `calculations.completeness` for thousands of rows.

A test holds both to the same numbers.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from phoihop.reports.calculations import Coverage
from phoihop.reports.models import Obligation
from phoihop.reports.statuses import ReportStatus

_STANDS = Q(ended_on=None) | Q(ended_on__gt=F("due_on"))
_OWED = Q(waived_on=None)
_RETURNED = Q(report_status=ReportStatus.RETURNED)
_HANDED_IN = Q(handed_in_on__isnull=False) & ~Q(report_status__in=[ReportStatus.DRAFT, ReportStatus.RETURNED])


def countable(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """Without those that ended before they were due, and those counted at the body they came from."""
    heirs = Obligation.objects.filter(
        inherited_from__isnull=False, inherited_from__ended_on__lte=F("inherited_from__due_on")
    )
    return rows.filter(_STANDS).filter(Q(inherited_from=None) | Q(pk__in=heirs.values("pk")))


def tallies(today: date) -> dict[str, Count]:
    """What `coverage_from` reads, as annotations of `countable` rows."""
    overdue = ~_RETURNED & ~_HANDED_IN & Q(due_on__lt=today)
    return {
        "returned": Count("pk", filter=_OWED & _RETURNED),
        "received": Count("pk", filter=_OWED & _HANDED_IN),
        "on_time": Count("pk", filter=_OWED & _HANDED_IN & Q(handed_in_on__lte=F("due_on"))),
        "missing": Count("pk", filter=_OWED & overdue),
        "waived": Count("pk", filter=~_OWED),
    }


def coverage_from(row: Mapping[str, Any]) -> Coverage:
    """The counts of a row annotated with `tallies`."""
    return Coverage(
        due=row["returned"] + row["received"] + row["missing"],
        received=row["received"],
        on_time=row["on_time"],
        returned=row["returned"],
        missing=row["missing"],
        waived=row["waived"],
    )


def added(coverages: "list[Coverage]") -> Coverage:
    """Several counts of different rows together."""
    return Coverage(
        due=sum(c.due for c in coverages),
        received=sum(c.received for c in coverages),
        on_time=sum(c.on_time for c in coverages),
        returned=sum(c.returned for c in coverages),
        missing=sum(c.missing for c in coverages),
        waived=sum(c.waived for c in coverages),
    )
