"""Every change of tasks."""

from phoihop.plans.actions.schedules import end_tasks, schedule_from_duties
from phoihop.plans.actions.tasks import cancel, change_task, create_task, finish, reopen, start

__all__ = [
    "cancel",
    "change_task",
    "create_task",
    "end_tasks",
    "finish",
    "reopen",
    "schedule_from_duties",
    "start",
]
