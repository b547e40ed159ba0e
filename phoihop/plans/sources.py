"""Finished tasks as a source of figures: how many a body finished under a target's clause in a period."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.urls import reverse

from phoihop.core.periods import Period
from phoihop.core.vietnamese import fold
from phoihop.plans.models import Task
from phoihop.plans.statuses import TaskKind
from phoihop.targets.calculations import is_counted_whole
from phoihop.targets.models import Target
from phoihop.targets.sources import SourcedValue, SourceFact, register
from phoihop.targets.statuses import TargetKind

_COUNTED_AS = {
    TaskKind.EVENT: {"hoat dong", "su kien", "buoi", "cuoc", "dien dan", "chuong trinh"},
    TaskKind.TRAINING: {"buoi", "lop", "cuoc", "hoi nghi", "lan"},
    TaskKind.MEETING: {"cuoc", "hoi nghi", "buoi", "ky hop"},
    TaskKind.INSPECTION: {"cuoc", "lan", "dot"},
    TaskKind.SURVEY: {"dot", "cuoc", "lan"},
}


@register
class FinishedTasks:
    """Counts tasks of a kind the target's unit counts, and adds quantities given in that very unit."""

    label = "Theo công việc đã xong"

    def values(
        self, *, targets: Sequence[Target], body_id: int, period: Period
    ) -> Mapping[int, SourcedValue]:
        """One query for all targets; a target without a finished task is left out."""
        counted = [t for t in targets if t.kind == TargetKind.COUNT and is_counted_whole(t.spec)]
        by_clause: dict[int, list[Task]] = defaultdict(list)
        clauses = {target.clause_id for target in counted}
        done = Task.objects.finished_in(period).filter(body=body_id, clause__in=clauses)
        for task in done.order_by("finished_on", "pk"):
            by_clause[task.clause_id or 0].append(task)
        found = {target.pk: self._value(target, by_clause[target.clause_id]) for target in counted}
        return {target_id: value for target_id, value in found.items() if value is not None}

    def _value(self, target: Target, tasks: list[Task]) -> SourcedValue | None:
        unit = fold(target.unit)
        counts = [(task, number) for task in tasks if (number := _number(task, unit)) is not None]
        if not counts:
            return None
        facts = (
            SourceFact(f"{t.title}, {t.finished_on:%d/%m/%Y}", reverse("plans:detail", args=[t.pk]))
            for t, _ in counts
        )
        return SourcedValue(self.label, sum((n for _, n in counts), Decimal(0)), tuple(facts))


def _fact(task: Task) -> SourceFact:
    return SourceFact(f"{task.title}, {task.finished_on:%d/%m/%Y}", reverse("plans:detail", args=[task.pk]))


def _number(task: Task, unit: str) -> Decimal | None:
    """What a task counts for in this unit; None when it is counted in something else."""
    if task.quantity is not None and fold(task.quantity_unit) == unit:
        return task.quantity
    words = _COUNTED_AS.get(TaskKind(task.kind), set())
    return Decimal(1) if any(unit == word or unit.startswith(f"{word} ") for word in words) else None
