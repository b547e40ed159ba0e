"""Finished tasks as the sentences a report begins with: counts first, then what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from phoihop.core.numbers import decimal_words


@dataclass(frozen=True)
class DoneTask:
    """A finished task; `kind` is its Vietnamese name, `quantity` is in `unit`, `attendance` in lượt người."""

    title: str
    kind: str
    finished_on: date
    place: str = ""
    result: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    attendance: int | None = None


def task_sentences(tasks: Sequence[DoneTask]) -> list[str]:
    """One sentence of counts by kind (when there are several tasks), then one a task; empty for no tasks.

    Attendances of several events are added as lượt người, never as people.
    """
    if not tasks:
        return []
    lines = [_task_sentence(task) for task in tasks]
    return lines if len(tasks) == 1 else [_count_sentence(tasks), *lines]


def _count_sentence(tasks: Sequence[DoneTask]) -> str:
    kinds = list(dict.fromkeys(task.kind for task in tasks))
    parts = [f"{_two_digits(sum(t.kind == kind for t in tasks))} {kind}" for kind in kinds]
    attendance = sum(task.attendance or 0 for task in tasks)
    people = f", với {decimal_words(attendance)} lượt người tham gia" if attendance else ""
    return f"Trong kỳ đã hoàn thành {', '.join(parts)}{people}."


def _task_sentence(task: DoneTask) -> str:
    where = f", tại {task.place}" if task.place else ""
    numbers = [
        f"{decimal_words(task.quantity)} {task.unit}".strip() if task.quantity is not None else "",
        f"{decimal_words(task.attendance)} lượt người" if task.attendance else "",
    ]
    measured = "; ".join(n for n in numbers if n)
    told = ". ".join(part for part in (measured, task.result.strip().rstrip(".")) if part)
    head = f"{task.title} (ngày {task.finished_on:%d/%m/%Y}{where})"
    return f"{head}: {told}." if told else f"{head}."


def _two_digits(count: int) -> str:
    return f"{count:02d}"
