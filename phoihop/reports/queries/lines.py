"""The lines of a body's table of figures, from the figures recorded for it; one query."""

from collections.abc import Iterable, Mapping
from datetime import date

from phoihop.core.periods import Period, add_months
from phoihop.programmes.models import Edition
from phoihop.reports.calculations.figures import FigureLine, figure_line
from phoihop.reports.models import Obligation, ReportFigure
from phoihop.reports.queries.answering import AnsweredTarget
from phoihop.targets.calculations import Entry
from phoihop.targets.content import Amount
from phoihop.targets.models import Figure
from phoihop.targets.queries.loading import facts_of_body
from phoihop.targets.statuses import FigureState


def lines_of(
    obligation: Obligation, answered: Iterable[AnsweredTarget], drafted: Mapping[int, ReportFigure]
) -> dict[int, FigureLine]:
    """The line of each target by its id; what is drafted stands for this period, facts for all others."""
    rows = list(answered)
    period = Period(obligation.period_start, obligation.period_end)
    programme = span_of(obligation.edition, period)
    entries = _entries(obligation, [row.target.pk for row in rows], programme)
    return {
        row.target.pk: figure_line(
            row.target.spec,
            share=row.share,
            now=amount_of(drafted[row.target.pk]) if row.target.pk in drafted else None,
            others=[e for e in entries.get(row.target.pk, []) if e.period != period],
            period=period,
            programme=programme,
        )
        for row in rows
    }


def span_of(edition: Edition, period: Period) -> Period:
    """The programme's days; where the text leaves them open, wide enough for the period."""
    start = edition.period_start or edition.in_force_from or date(period.start.year, 1, 1)
    end = edition.period_end or date(period.end.year, 12, 31)
    return Period(min(start, end), max(start, end))


def _entries(obligation: Obligation, target_ids: list[int], programme: Period) -> dict[int, list[Entry]]:
    """What the body itself says now, accepted or not, from a year before the programme on."""
    facts = facts_of_body(
        target_ids, body_id=obligation.body_id, area_id=obligation.body.area_id,
        since=add_months(programme.start, -12), until=obligation.period_end,
    )  # fmt: skip
    return {target_id: found.current for target_id, found in facts.items()}


def amount_of(row: Figure | ReportFigure) -> Amount:
    """A stored figure as an amount."""
    return Amount(FigureState(row.state), row.numerator, row.denominator)
