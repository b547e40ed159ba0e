"""A report's figures as lines of one act, and what is asked about the unlikely ones; a true one may stay."""

from collections.abc import Sequence

from phoihop.reports.models import Report, ReportFigure
from phoihop.reports.queries.prefill import period_of
from phoihop.reports.queries.working_copy import WorkingCopy
from phoihop.targets.calculations import normalised
from phoihop.targets.content import Amount
from phoihop.targets.entries import FigureRow
from phoihop.targets.models import Figure
from phoihop.targets.queries.plausibility import doubts_of
from phoihop.targets.statuses import FigureState


def figure_row(
    report: Report, row: ReportFigure, known: Figure | None = None, files: Sequence[int] = ()
) -> FigureRow:
    """A figure of the working copy as a line of an act that enters many."""
    return FigureRow(
        target_id=row.target_id,
        body_id=report.obligation.body_id,
        area_id=report.obligation.body.area_id,
        amount=normalised(Amount(FigureState(row.state), row.numerator, row.denominator)),
        note=row.note,
        seen=known.pk if known else None,
        evidence=tuple(files),
    )


def questions_of(copy: WorkingCopy) -> list[tuple[str, str]]:
    """The target and the question for each unlikely figure of the working copy; one query."""
    report = copy.report
    figures = sorted(copy.rows.figures, key=lambda row: row.target.order)
    targets = {row.target_id: row.target for row in figures}
    rows = [figure_row(report, row) for row in figures]
    asked = doubts_of(rows, period_of(report.obligation), targets=targets)
    return [(targets[key[0]].name, doubt.words) for key, doubts in asked.items() for doubt in doubts]
