"""Costs of one task, and of all tasks of a year by programme, body and source."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from phoihop.core.member import Member
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import CostLine, Task
from phoihop.plans.statuses import CostSource, TaskStatus


@dataclass(frozen=True)
class Sums:
    """Amounts in whole đồng; `known` of `lines` have an actual amount."""

    estimate: int
    actual: int
    known: int
    lines: int


@dataclass(frozen=True)
class CostTable:
    """The lines of a task and their sums."""

    lines: list[CostLine]
    sums: Sums


@dataclass(frozen=True)
class CostRow:
    """A line of the year's table."""

    task_id: int
    task: str
    programme_id: int
    programme: str
    body_id: int
    body: str
    content: str
    source: str
    source_name: str
    estimate: int
    actual: int | None


@dataclass(frozen=True)
class CostGroup:
    """One programme and body: its lines and their sums."""

    programme: str
    body: str
    rows: list[CostRow]
    sums: Sums


@dataclass(frozen=True)
class CostYear:
    """What the tasks of a year cost, by programme and body, and by source."""

    year: int
    groups: list[CostGroup]
    by_source: list[tuple[str, Sums]]
    sums: Sums
    is_sample: bool


def cost_table(task: Task) -> CostTable:
    """One query."""
    lines = list(task.costs.order_by("pk"))
    return CostTable(lines, _sums([(line.estimate, line.actual) for line in lines]))


def cost_year(
    member: Member, *, year: int, programme_id: int | None = None, body_id: int | None = None, today: date
) -> CostYear:
    """The lines of the tasks the member sees whose last day is in the year; two queries."""
    tasks = Task.objects.visible_to(member).filter(due_on__year=year).exclude(status=TaskStatus.CANCELLED)
    if programme_id is not None:
        tasks = tasks.filter(programme=programme_id)
    if body_id is not None:
        tasks = tasks.filter(body=body_id)
    found = CostLine.objects.filter(task__in=tasks.values("pk")).select_related("task__programme")
    lines = list(found.order_by("task__programme__name", "task__body", "task__due_on", "pk"))
    labels = body_labels({line.task.body_id for line in lines}, today)
    rows = [_row(line, labels[line.task.body_id].short_name) for line in lines]
    return CostYear(
        year=year,
        groups=_groups(rows),
        by_source=_by_source(rows),
        sums=_sums([(row.estimate, row.actual) for row in rows]),
        is_sample=any(line.task.is_sample for line in lines),
    )


def _row(line: CostLine, body: str) -> CostRow:
    task = line.task
    return CostRow(
        task_id=task.pk,
        task=task.title,
        programme_id=task.programme_id,
        programme=task.programme.name,
        body_id=task.body_id,
        body=body,
        content=line.content,
        source=CostSource(line.source).label,
        source_name=line.source_name,
        estimate=line.estimate,
        actual=line.actual,
    )


def _groups(rows: list[CostRow]) -> list[CostGroup]:
    found: dict[tuple[int, int], list[CostRow]] = defaultdict(list)
    for row in rows:
        found[row.programme_id, row.body_id].append(row)
    return [
        CostGroup(given[0].programme, given[0].body, given, _sums([(r.estimate, r.actual) for r in given]))
        for given in found.values()
    ]


def _by_source(rows: list[CostRow]) -> list[tuple[str, Sums]]:
    found: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
    for row in rows:
        found[row.source].append((row.estimate, row.actual))
    return [(label, _sums(found[label])) for label in CostSource.labels if label in found]


def _sums(amounts: list[tuple[int, int | None]]) -> Sums:
    known = [actual for _, actual in amounts if actual is not None]
    return Sums(sum(estimate for estimate, _ in amounts), sum(known), len(known), len(amounts))
