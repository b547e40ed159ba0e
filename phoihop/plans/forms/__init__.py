"""Forms of plans."""

from phoihop.plans.forms.tasks import ChangeForm, FinishForm, NewTaskForm, ReasonForm, TaskForm

__all__ = ["ChangeForm", "FinishForm", "NewTaskForm", "ReasonForm", "TaskForm"]
