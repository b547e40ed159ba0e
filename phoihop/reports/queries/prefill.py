"""What is known when a report is opened: finished tasks as sentences, figures recorded for the period."""

from collections.abc import Collection, Sequence

from django.db.models import QuerySet

from phoihop.core.batches import together
from phoihop.core.periods import Period
from phoihop.core.prepared import prepared_rows
from phoihop.plans.models import Obstacle, Task
from phoihop.plans.queries import finished_sentences
from phoihop.plans.queries.emergent import emergent_done, sentences_of
from phoihop.plans.queries.obstacles import obstacle_sentences, raised_in
from phoihop.programmes.models import Clause
from phoihop.reports.models import Obligation, Report
from phoihop.targets.models import Figure
from phoihop.targets.queries.keys import asked_from, rows_of_same


def period_of(obligation: Obligation) -> Period:
    """The days the obligation's work and figures are about: those of its cut-off window, else its period."""
    if obligation.covers_start is not None and obligation.covers_end is not None:
        return Period(obligation.covers_start, obligation.covers_end)
    return Period(obligation.period_start, obligation.period_end)


def prefilled_texts(obligation: Obligation, clauses: Sequence[Clause]) -> dict[int, str]:
    """The first words of each section by clause id: its finished tasks; nothing where none was finished."""
    ids = [clause.pk for clause in clauses]
    found = finished_sentences(obligation.body, ids, period_of(obligation))
    return {clause_id: "\n".join(lines) for clause_id, lines in found.items()}


def emergent_of(obligation: Obligation) -> list[str]:
    """What came of tasks outside the clauses in the period, as sentences; it is never typed. One query."""
    return sentences_of(emergent_rows(obligation))


def emergent_rows(obligation: Obligation) -> QuerySet[Task]:
    """The tasks of `emergent_of`, not asked yet."""
    return emergent_done(obligation.body, obligation.programme_id, period_of(obligation))


def raised_obstacles(obligation: Obligation) -> QuerySet[Obstacle]:
    """What the body raised and was not solved before the period, not asked yet."""
    return raised_in(obligation.body, obligation.programme_id, period_of(obligation))


def prefilled_shortcomings(obligation: Obligation) -> str:
    """The first words on difficulties: the obstacles the body raised, each with its clause."""
    return "\n".join(obstacle_sentences(raised_obstacles(obligation)))


def known_figures(obligation: Obligation, target_ids: Collection[int]) -> dict[int, Figure]:
    """The present figures of the body at its place in the days of `period_of`, by target id; one query.

    Those recorded under the same target of another edition are the same figures.
    """
    same, period = rows_of_same(target_ids), period_of(obligation)
    rows = Figure.objects.current().filter(
        target__in=same.values("pk"),
        body_id=obligation.body_id,
        area_id=obligation.body.area_id,
        period_start=period.start,
        period_end=period.end,
    )
    together(same, rows)
    asked = asked_from(target_ids, same)
    return {target_id: row for row in rows for target_id in asked.get(row.target_id, ())}


_REPORTED = """
SELECT f.id
FROM (
    SELECT a.key, e.programme_id
    FROM reports_reportfigure r
    JOIN targets_target a ON a.id = r.target_id
    JOIN programmes_edition e ON e.id = a.edition_id
    WHERE r.report_id = %s::bigint
    OFFSET 0
) asked
JOIN programmes_edition e ON e.programme_id = asked.programme_id
JOIN targets_target t ON t.edition_id = e.id AND t.key = asked.key
JOIN targets_figure f ON f.target_id = t.id AND f.area_id = %s::bigint AND f.body_id = %s::bigint
 AND f.period_start = %s::date AND f.period_end = %s::date
WHERE NOT EXISTS (SELECT FROM targets_figure c WHERE c.corrects_id = f.id)
"""


def reported_ids(report: Report) -> list[int]:
    """The ids of `known_figures` for the targets of the report, in one query."""
    owed = report.obligation
    period = period_of(owed)
    given = [report.pk, owed.body.area_id, owed.body_id, period.start, period.end]
    return [pk for (pk,) in prepared_rows(_REPORTED, given)]
