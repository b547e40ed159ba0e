"""The lines of a body's table of figures, from the figures recorded for it; one query."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from phoihop.core.periods import Period
from phoihop.programmes.models import Edition
from phoihop.reports.calculations.figures import FigureLine, figure_line
from phoihop.reports.models import Obligation, ReportFigure
from phoihop.reports.queries.answering import AnsweredTarget
from phoihop.targets.calculations.rollup import Entry
from phoihop.targets.content import Amount
from phoihop.targets.models import Figure
from phoihop.targets.statuses import FigureState


def lines_of(
    obligation: Obligation, answered: Iterable[AnsweredTarget], drafted: Mapping[int, ReportFigure]
) -> dict[int, FigureLine]:
    """The line of each target by its id; what is drafted stands for this period, facts for all others."""
    rows = list(answered)
    period = Period(obligation.period_start, obligation.period_end)
    programme = span_of(obligation.edition, period)
    entries = _entries(obligation, [row.target.pk for row in rows])
    return {
        row.target.pk: figure_line(
            row.target.spec,
            share=row.share,
            now=amount_of(drafted[row.target.pk]) if row.target.pk in drafted else None,
            others=[e for e in entries[row.target.pk] if e.period != period],
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


def _entries(obligation: Obligation, target_ids: list[int]) -> dict[int, list[Entry]]:
    rows = Figure.objects.current().filter(
        target__in=target_ids, body_id=obligation.body_id, area_id=obligation.body.area_id
    )
    entries: dict[int, list[Entry]] = defaultdict(list)
    for row in rows:
        entries[row.target_id].append(
            Entry(row.body_id, row.area_id, Period(row.period_start, row.period_end), amount_of(row))
        )
    return entries


def amount_of(row: Figure | ReportFigure) -> Amount:
    """A stored figure as an amount."""
    return Amount(FigureState(row.state), row.numerator, row.denominator)
