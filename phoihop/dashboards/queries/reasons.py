"""Why something is behind: obstacles not solved and tasks past their day, by the clause they stand under."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, IntegerField, Q, QuerySet, Value

from phoihop.dashboards.queries.progress import TargetLine
from phoihop.plans.models import Obstacle, Task


@dataclass(frozen=True)
class Reasons:
    """Of one clause: how many obstacles stand unsolved, how many tasks are late."""

    obstacles: int = 0
    late_tasks: int = 0


def reasons_of(programmes: Q, *, today: date) -> dict[tuple[int, str], Reasons]:
    """By programme the clause is of and its key; `programmes` narrows rows by their programme. One query."""
    obstacles = _counted(Obstacle.objects.unsolved().filter(programmes), sort=0)
    tasks = _counted(Task.objects.overdue_on(today).filter(programmes, clause__isnull=False), sort=1)
    found: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
    for sort, programme_id, key, count in obstacles.union(tasks, all=True):
        found[programme_id, str(key)][sort] += count
    return {place: Reasons(*counts) for place, counts in found.items()}


def _counted(rows: QuerySet[Any], *, sort: int) -> QuerySet[Any]:
    """(sort, programme of the clause, key of the clause, how many)."""
    named = rows.order_by().annotate(
        sort=Value(sort, output_field=IntegerField()), of=F("clause__edition__programme")
    )
    counted: QuerySet[Any] = named.values_list("sort", "of", "clause__key").annotate(rows=Count("pk"))
    return counted


def reason_words(line: TargetLine, found: Reasons | None) -> list[str]:
    """Sentences that say why a target is behind, the plainest first; empty where nothing is known."""
    missing = line.coverage.due - line.coverage.reported
    words = [f"{missing}/{line.coverage.due} đơn vị chưa có số liệu được duyệt"] if missing > 0 else []
    if found and found.obstacles:
        words.append(f"{found.obstacles} vướng mắc chưa tháo gỡ ở mục {line.clause_path}")
    if found and found.late_tasks:
        words.append(f"{found.late_tasks} việc quá hạn ở mục {line.clause_path}")
    return words
