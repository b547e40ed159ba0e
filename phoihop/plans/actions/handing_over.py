"""Open tasks of bodies that ended go on to their successors, and back when that act is undone."""

from collections.abc import Mapping
from datetime import datetime

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


@transaction.atomic
def hand_over_tasks(
    *, programme: Programme, successors: Mapping[int, Body], note: str, by: Member, at: datetime
) -> Before:
    """Give the open tasks of the ended bodies (by id) to their successors; a second one of a duty is dropped.

    Answers what they were before, task id -> (body id, status), for `take_tasks_back`. Fixed query count.
    """
    if not permissions.can_end_all(by, programme):
        raise PermissionDenied
    locked = Task.objects.select_for_update(of=("self",)).open()
    rows = list(locked.filter(programme=programme, body__in=list(successors)).order_by("pk"))
    before = {row.pk: (row.body_id, row.status) for row in rows}
    heirs = list(successors.values())
    theirs = Task.objects.filter(programme=programme, body__in=heirs)
    taken = {(row.duty_id, row.body_id, row.due_on) for row in theirs}
    for row in rows:
        key = (row.duty_id, successors[row.body_id].pk, row.due_on)
        if row.duty_id and key in taken:
            row.status = TaskStatus.CANCELLED
        else:
            taken.add(key)
            row.body = successors[row.body_id]
            row.person = None
        row.version += 1
    Task.objects.bulk_update(rows, ["body", "person", "status", "version"])
    _decide_all(rows, "hand_over", note=note, by=by, at=at)
    return before


@transaction.atomic
def take_tasks_back(*, programme: Programme, before: Before, note: str, by: Member, at: datetime) -> None:
    """Undo a handing over or a dropping; Refused once one of the tasks was finished meanwhile."""
    if not permissions.can_end_all(by, programme):
        raise PermissionDenied
    rows = list(Task.objects.select_for_update(of=("self",)).filter(programme=programme, pk__in=list(before)))
    if any(row.status == TaskStatus.DONE for row in rows):
        raise Refused("Có công việc đã làm xong sau khi chuyển nên không hoàn tác được.")
    for row in rows:
        row.body_id, row.status = before[row.pk]
        row.version += 1
    Task.objects.bulk_update(rows, ["body", "status", "version"])
    _decide_all(rows, "take_back", note=note, by=by, at=at)


def _decide_all(tasks: list[Task], verb: str, *, note: str, by: Member, at: datetime) -> None:
    TaskDecision.objects.bulk_create(
        TaskDecision(task=task, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at)
        for task in tasks
    )
