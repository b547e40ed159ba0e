"""Obligations with where they stand: due and late follow from dates when read; one query."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from phoihop.core.periods import Period
from phoihop.reports.calculations import Kept, Standing, standing_of
from phoihop.reports.models import Obligation
from phoihop.reports.statuses import ReportStatus

COLOURS = {
    Standing.ON_TIME: "green",
    Standing.LATE: "orange",
    Standing.RETURNED: "purple",
    Standing.MISSING: "red",
    Standing.DUE_SOON: "yellow",
    Standing.NOT_DUE: "secondary",
    Standing.ENDED: "secondary",
    Standing.WAIVED: "azure",
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
    """The obligations of a queryset with where their reports stand; one query.

    The first handing in that was not taken back decides whether it was on time.
    """
    return [held_from(row) for row in held_rows(rows)]


def held_rows(rows: QuerySet[Obligation]) -> QuerySet[Obligation]:
    """The rows of `held`, not asked yet."""
    annotated = rows.annotate(
        report_pk=F("report__pk"),
        before_due=F("inherited_from__due_on"),
        before_ended=F("inherited_from__ended_on"),
    )
    return annotated.select_related("duty", "programme")


def held_from(row: Obligation) -> Held:
    """A row of `held_rows` with where its report stands."""
    read = vars(row)
    before_due, before_ended = read["before_due"], read["before_ended"]
    kept = Kept(
        id=row.pk,
        due_on=row.due_on,
        first_handed_in_on=row.handed_in_on,
        is_returned=row.report_status == ReportStatus.RETURNED,
        is_open_draft=row.report_status == ReportStatus.DRAFT,
        ended_on=row.ended_on,
        inherited_from_id=row.inherited_from_id,
        first_due_on=row.first_due_on,
        waived_on=row.waived_on,
        is_counted_before=before_due is not None and (before_ended is None or before_ended > before_due),
    )
    return Held(row, kept, read["report_pk"], row.report_status)
