"""What is known when a report is opened: finished tasks as sentences, figures recorded for the period."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from phoihop.plans.models import Task
from phoihop.plans.statuses import TaskStatus
from phoihop.programmes.models import Clause
from phoihop.reports.calculations.sentences import DoneTask, task_sentences
from phoihop.reports.models import Obligation
from phoihop.targets.models import Figure


def sentences_by_clause(obligation: Obligation, clause_ids: Collection[int]) -> dict[int, list[str]]:
    """Sentences on the body's tasks finished in the period, by clause id; one query."""
    tasks = Task.objects.filter(
        programme_id=obligation.programme_id,
        body_id=obligation.body_id,
        clause__in=clause_ids,
        status=TaskStatus.DONE,
        finished_on__range=(obligation.period_start, obligation.period_end),
    ).order_by("finished_on", "id")
    by_clause: dict[int, list[DoneTask]] = defaultdict(list)
    for task in tasks:
        by_clause[task.clause_id].append(_done(task))
    return {clause_id: task_sentences(tasks) for clause_id, tasks in by_clause.items()}


def _done(task: Task) -> DoneTask:
    return DoneTask(
        title=task.title,
        kind=task.get_kind_display(),
        finished_on=task.finished_on or task.due_on,
        place=task.place,
        result=task.result,
        quantity=task.quantity,
        unit=task.quantity_unit,
        attendance=task.attendance,
    )


def prefilled_texts(obligation: Obligation, clauses: Sequence[Clause]) -> dict[int, str]:
    """The first words of each section: its finished tasks; nothing where none was finished."""
    found = sentences_by_clause(obligation, [clause.pk for clause in clauses])
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
