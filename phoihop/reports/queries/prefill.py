"""What is known when a report is opened: finished tasks as sentences, figures recorded for the period."""

from collections.abc import Collection, Sequence

from phoihop.core.periods import Period
from phoihop.plans.queries import finished_sentences
from phoihop.programmes.models import Clause
from phoihop.reports.models import Obligation
from phoihop.targets.models import Figure


def period_of(obligation: Obligation) -> Period:
    """The days the obligation is about."""
    return Period(obligation.period_start, obligation.period_end)


def prefilled_texts(obligation: Obligation, clauses: Sequence[Clause]) -> dict[int, str]:
    """The first words of each section by clause id: its finished tasks; nothing where none was finished."""
    ids = [clause.pk for clause in clauses]
    found = finished_sentences(obligation.body, ids, period_of(obligation))
    return {clause_id: "\n".join(lines) for clause_id, lines in found.items()}


def known_figures(obligation: Obligation, target_ids: Collection[int]) -> dict[int, Figure]:
    """The present figures of the body at its place in exactly this period, by target id; one query."""
    rows = Figure.objects.current().filter(
        target__in=target_ids,
        body_id=obligation.body_id,
        area_id=obligation.body.area_id,
        period_start=obligation.period_start,
        period_end=obligation.period_end,
    )
    return {row.target_id: row for row in rows}
