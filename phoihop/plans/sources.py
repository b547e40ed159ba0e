"""What was done as a source of figures: tasks finished, sessions held, in a period under its clause."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from phoihop.core.periods import Period
from phoihop.core.vietnamese import fold
from phoihop.plans.calculations import DoneTask
from phoihop.plans.queries.done import Deed, deeds
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


_ATTENDANCES = "luot"
"""A unit that begins so counts attendances (lượt người), never people."""


@register
class FinishedTasks:
    """Counts what the target's unit counts: tasks and sessions, attendances, quantities in that very unit."""

    label = "Theo công việc đã xong"

    def values(
        self, *, targets: Sequence[Target], body_ids: Collection[int], period: Period
    ) -> Mapping[tuple[int, int], SourcedValue]:
        """One query for all targets and bodies; where nothing was done there is no value."""
        counted = [t for t in targets if t.kind == TargetKind.COUNT and is_counted_whole(t.spec)]
        done = deeds(body_ids, {target.clause_id for target in counted}, period)
        found = {
            (target.pk, body_id): self._value(target, done.get((body_id, target.clause_id), []))
            for target in counted
            for body_id in body_ids
        }
        return {key: value for key, value in found.items() if value is not None}

    def _value(self, target: Target, given: Sequence[Deed]) -> SourcedValue | None:
        unit = fold(target.unit)
        counts = [(deed, number) for deed in given if (number := _number(deed.done, unit)) is not None]
        if not counts:
            return None
        total = sum((number for _, number in counts), Decimal(0))
        return SourcedValue(self.label, total, tuple(_fact(deed) for deed, _ in counts))


def _fact(deed: Deed) -> SourceFact:
    return SourceFact(f"{deed.done.title}, {deed.done.finished_on:%d/%m/%Y}", deed.url)


def _number(done: DoneTask, unit: str) -> Decimal | None:
    """What a deed counts for in this unit; None when it is counted in something else."""
    if unit == _ATTENDANCES or unit.startswith(f"{_ATTENDANCES} "):
        return None if done.attendance is None else Decimal(done.attendance)
    if done.quantity is not None and fold(done.unit) == unit:
        return done.quantity
    words = _COUNTED_AS.get(TaskKind(done.kind), set())
    return Decimal(1) if any(unit == word or unit.startswith(f"{word} ") for word in words) else None
