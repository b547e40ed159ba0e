"""Plans: tasks with their results and evidence."""

from phoihop.plans.models.tasks import OWN_TASKS_ONLY, Task, TaskDecision, TaskEvidence, TaskQuerySet

__all__ = ["OWN_TASKS_ONLY", "Task", "TaskDecision", "TaskEvidence", "TaskQuerySet"]
