"""What the page of a task shows by its kind: sessions, a meeting, an inspection, costs."""

from typing import Any

from phoihop.core.member import Member
from phoihop.plans import permissions, queries
from phoihop.plans.actions.sessions import WITH_SESSIONS
from phoihop.plans.forms import FinishForm
from phoihop.plans.queries.costs import cost_table
from phoihop.plans.queries.sessions import session_table
from phoihop.plans.statuses import TASK, TaskKind


def occasions_of(page: queries.TaskPage, member: Member) -> dict[str, Any]:
    """Context of the task's page beside its own facts; four queries at most."""
    task = page.task
    may_work = permissions.can_work_on(member, task)
    is_open = TASK.allows(task.status, "finish")
    return {
        "sessions": session_table(task) if task.kind in WITH_SESSIONS else None,
        "costs": cost_table(task),
        "may_plan": may_work and is_open,
        "may_cost": may_work,
        "has_meeting": hasattr(task, "meeting"),
        "has_inspection": hasattr(task, "inspection"),
        "is_meeting": task.kind == TaskKind.MEETING,
        "is_inspection": task.kind == TaskKind.INSPECTION,
        "from_conclusion": getattr(task, "conclusion", None),
    }


def finish_form_of(page: queries.TaskPage, starting: dict[str, Any]) -> FinishForm:
    """The form of the result; attendances of sessions are not typed a second time."""
    form = FinishForm(initial=starting)
    if page.task.kind in WITH_SESSIONS and page.task.sessions.exists():
        del form.fields["attendance"]
    return form
