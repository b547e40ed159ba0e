"""Obligations with where they stand: due and late follow from dates when read; one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from phoihop.core import clock
from phoihop.core.periods import Period
from phoihop.reports.calculations import Kept, Standing, standing_of
from phoihop.reports.models import Obligation, Round
from phoihop.reports.statuses import ReportStatus

COLOURS = {
    Standing.ON_TIME: "green",
    Standing.LATE: "orange",
    Standing.RETURNED: "purple",
    Standing.MISSING: "red",
    Standing.DUE_SOON: "yellow",
    Standing.NOT_DUE: "secondary",
    Standing.ENDED: "secondary",
}


@dataclass(frozen=True)
class Held:
    """An obligation row with what counting needs of it."""

    row: Obligation
    kept: Kept
    report_id: int | None
    report_status: str

    @property
    def period(self) -> Period:
        return Period(self.row.period_start, self.row.period_end)

    def standing(self, today: date) -> Standing:
        return standing_of(self.kept, on=today)


def held(rows: QuerySet[Obligation]) -> list[Held]:
    """The obligations of a queryset with their reports; one query.

    The first handing in that was not taken back decides whether it was on time.
    """
    stood = Round.objects.filter(report__obligation=OuterRef("pk")).exclude(decisions__verb="take_back")
    annotated = rows.annotate(first_at=Subquery(stood.order_by("sequence").values("at")[:1]))
    return list(_held(annotated.select_related("report", "duty", "programme")))


def _held(rows: Iterable[Obligation]) -> Iterable[Held]:
    for row in rows:
        report = getattr(row, "report", None)
        status = report.status if report else ""
        first_at = getattr(row, "first_at", None)
        kept = Kept(
            id=row.pk,
            due_on=row.due_on,
            first_handed_in_on=clock.day_of(first_at) if first_at else None,
            is_returned=status == ReportStatus.RETURNED,
            is_open_draft=status == ReportStatus.DRAFT,
            ended_on=row.ended_on,
            inherited_from_id=row.inherited_from_id,
        )
        yield Held(row, kept, report.pk if report else None, status)
