"""What the sessions of a task add up to: attendances (lượt), never people."""

from dataclasses import replace
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum

from phoihop.core.errors import Refused
from phoihop.plans.content import Outcome
from phoihop.plans.models import Session, Task
from phoihop.plans.statuses import SessionStatus

UNIT = "buổi"


def attendance_of(task: Task) -> int | None:
    """The attendances of the sessions held; None while none was."""
    total: int | None = _held(task).aggregate(total=Sum("attendance"))["total"]
    return total


def counted_by_sessions(task: Task, outcome: Outcome) -> Outcome:
    """The outcome with the attendance of the task's sessions, and their number where no quantity was given.

    Unchanged for a task without sessions; Refused while a session is neither held nor called off.
    """
    counts = task.sessions.aggregate(
        all=Count("pk"), open=Count("pk", filter=Q(status=SessionStatus.PLANNED))
    )
    if not counts["all"]:
        return outcome
    if counts["open"]:
        raise Refused(
            f"Còn {counts['open']} buổi chưa ghi kết quả: hãy ghi số lượt người hoặc lý do không tổ chức."
        )
    number = _held(task).count()
    if not number:
        raise Refused("Chưa buổi nào được tổ chức: hãy ghi là không làm, hoặc lập buổi khác.")
    counted = replace(outcome, attendance=attendance_of(task))
    if outcome.quantity is None:
        counted = replace(counted, quantity=Decimal(number), quantity_unit=UNIT)
    return counted


def _held(task: Task) -> QuerySet[Session]:
    return Session.objects.filter(task=task, status=SessionStatus.HELD)
