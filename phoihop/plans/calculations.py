"""Finished tasks as sentences with counts; attendances (lượt người) are never called people (người)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from phoihop.core.numbers import decimal_words
from phoihop.plans.statuses import TaskKind

_VERBS = {
    TaskKind.WORK: ("Đã hoàn thành", "việc"),
    TaskKind.EVENT: ("Đã tổ chức", "hoạt động"),
    TaskKind.TRAINING: ("Đã tổ chức", "buổi tuyên truyền, tập huấn"),
    TaskKind.MEETING: ("Đã tổ chức", "cuộc họp"),
    TaskKind.INSPECTION: ("Đã tiến hành", "cuộc kiểm tra"),
    TaskKind.SURVEY: ("Đã tổ chức", "đợt khảo sát, lấy ý kiến"),
}


@dataclass(frozen=True)
class DoneTask:
    """A finished task; `quantity` is in `unit`, `attendance` in lượt người."""

    title: str
    kind: TaskKind
    finished_on: date
    place: str = ""
    result: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    attendance: int | None = None


def task_sentences(tasks: Sequence[DoneTask]) -> list[str]:
    """For a report: one sentence of counts for each kind, in the order of the kinds; nothing for no tasks.

    "Đã tổ chức 02 buổi tuyên truyền, tập huấn, 145 lượt người tham dự: … (ngày 05/03/2026); …."
    """
    by_kind: dict[TaskKind, list[DoneTask]] = defaultdict(list)
    for task in sorted(tasks, key=lambda t: t.finished_on):
        by_kind[task.kind].append(task)
    return [_sentence(kind, by_kind[kind]) for kind in TaskKind if kind in by_kind]


def _sentence(kind: TaskKind, tasks: Sequence[DoneTask]) -> str:
    verb, noun = _VERBS[kind]
    counted = noun.split()[0]
    attendance = sum(task.attendance or 0 for task in tasks)
    counts = [f"{verb} {_count(tasks, counted)} {noun}", *_quantities(tasks, but=counted)]
    if attendance:
        counts.append(f"{decimal_words(attendance)} lượt người tham dự")
    return f"{', '.join(counts)}: {'; '.join(_told(task) for task in tasks)}."


def _count(tasks: Iterable[DoneTask], counted: str) -> str:
    """How many: a task of "3 buổi" is three where buổi are counted, any other task is one."""
    total = sum((_own_count(task, counted) for task in tasks), Decimal(0))
    return f"{total:02.0f}" if total == int(total) else decimal_words(total)


def _own_count(task: DoneTask, counted: str) -> Decimal:
    return task.quantity if task.quantity is not None and task.unit.lower() == counted else Decimal(1)


def _quantities(tasks: Iterable[DoneTask], *, but: str) -> list[str]:
    """Quantities added up per unit, without the unit `but`; people are not added up but left to each task."""
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for task in tasks:
        if task.quantity is not None and task.unit.lower() != but and not counts_people(task.unit):
            totals[task.unit] += task.quantity
    return [f"{decimal_words(total)} {unit}".strip() for unit, total in totals.items()]


def counts_people(unit: str) -> bool:
    """A unit that names persons: the same person may stand in two tasks, so it is not summed."""
    words = unit.lower().split()
    return bool(words) and words[0] in {"người", "hội", "đoàn", "học", "lao"} and "lượt" not in words


def _told(task: DoneTask) -> str:
    where = f" tại {task.place}" if task.place else ""
    people = (
        f", {decimal_words(task.quantity)} {task.unit}"
        if task.quantity is not None and counts_people(task.unit)
        else ""
    )
    result = f", {_inside(task.result)}" if task.result.strip() else ""
    return f"{task.title}{where} (ngày {task.finished_on:%d/%m/%Y}){people}{result}"


def _inside(result: str) -> str:
    """A result as part of a longer sentence: on one line, without its full stop."""
    return " ".join(result.split()).rstrip(".; ")
