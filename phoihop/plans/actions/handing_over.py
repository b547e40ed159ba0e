"""Open tasks of bodies that ended go on to their successors, and back when that act is undone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.plans import permissions
from phoihop.plans.models import Task, TaskDecision
from phoihop.plans.statuses import TaskStatus
from phoihop.programmes.models import Programme

type Before = dict[int, tuple[int, str]]


@dataclass(frozen=True)
class HandedOver:
    """What `hand_over_tasks` did: the tasks before (id -> body id, status), the rows made after a split."""

    before: Before
    made: list[int]


@transaction.atomic
def hand_over_tasks(
    *, programme: Programme, successors: Mapping[int, Sequence[Body]], note: str, by: Member, at: datetime
) -> HandedOver:
    """Give the open tasks of the ended bodies (by id) to their successors; a second one of a duty is dropped.

    With several successors each gets a row of its own that continues the old one, which is dropped.
    A fixed number of queries.
    """
    if not permissions.can_end_all(by, programme):
        raise PermissionDenied
    locked = Task.objects.select_for_update(of=("self",)).open()
    rows = list(locked.filter(programme=programme, body__in=list(successors)).order_by("pk"))
    before = {row.pk: (row.body_id, row.status) for row in rows}
    heirs = {heir.pk for group in successors.values() for heir in group}
    theirs = Task.objects.filter(programme=programme, body__in=heirs)
    taken = {(row.duty_id, row.body_id, row.due_on) for row in theirs}
    made = [task for row in rows for task in _passed_on(row, successors[row.body_id], taken)]
    Task.objects.bulk_update(rows, ["body", "person", "status", "version"])
    Task.objects.bulk_create(made)
    _decide_all([*rows, *made], "hand_over", note=note, by=by, at=at)
    return HandedOver(before, [task.pk for task in made])


def _passed_on(row: Task, heirs: Sequence[Body], taken: set[tuple[int | None, int, date]]) -> list[Task]:
    """The one heir's by changing hands; of several heirs each new rows. A duty's second task is dropped."""
    free = [heir for heir in heirs if not row.duty_id or (row.duty_id, heir.pk, row.due_on) not in taken]
    taken.update((row.duty_id, heir.pk, row.due_on) for heir in free)
    row.version += 1
    if len(heirs) == 1 and free:
        row.body, row.person = free[0], None
        return []
    row.status = TaskStatus.CANCELLED
    return [_continuing(row, heir) for heir in free]


def _continuing(row: Task, heir: Body) -> Task:
    return Task(
        programme_id=row.programme_id, clause_id=row.clause_id, emergent_id=row.emergent_id,
        duty_id=row.duty_id, kind=row.kind, title=row.title, body=heir, place=row.place,
        starts_on=row.starts_on, due_on=row.due_on, continues=row, is_sample=row.is_sample,
    )  # fmt: skip


@transaction.atomic
def take_tasks_back(*, programme: Programme, handed: HandedOver, note: str, by: Member, at: datetime) -> None:
    """Undo a handing over or a dropping; Refused once one of the tasks was worked on meanwhile."""
    if not permissions.can_end_all(by, programme):
        raise PermissionDenied
    _take_away(programme, handed.made)
    locked = Task.objects.select_for_update(of=("self",)).filter(programme=programme)
    rows = list(locked.filter(pk__in=list(handed.before)))
    if any(row.status == TaskStatus.DONE for row in rows):
        raise Refused("Có công việc đã làm xong sau khi chuyển nên không hoàn tác được.")
    for row in rows:
        row.body_id, row.status = handed.before[row.pk]
        row.version += 1
    Task.objects.bulk_update(rows, ["body", "status", "version"])
    _decide_all(rows, "take_back", note=note, by=by, at=at)


def _take_away(programme: Programme, made: list[int]) -> None:
    rows = Task.objects.select_for_update(of=("self",)).filter(programme=programme, pk__in=made)
    if any(row.version > 1 for row in rows):
        raise Refused("Đơn vị kế thừa đã làm tiếp công việc được giao nên không hoàn tác được.")
    Task.objects.filter(pk__in=made).delete()


def _decide_all(tasks: list[Task], verb: str, *, note: str, by: Member, at: datetime) -> None:
    TaskDecision.objects.bulk_create(
        TaskDecision(task=task, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at)
        for task in tasks
    )
