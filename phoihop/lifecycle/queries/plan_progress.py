"""The items of a plan with the state of their tasks, as the plan's page draws them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from phoihop.core.member import Member
from phoihop.lifecycle.actions.plan_tasks import last_making, preview_tasks
from phoihop.lifecycle.queries.plan_items import PlanItem, plan_items
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import Task
from phoihop.plans.proposal_words import target_in_words, when_words
from phoihop.plans.statuses import TaskStatus
from phoihop.programmes import permissions
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import EditionStatus

DONE, DOING, LATE, AHEAD, DROPPED, NONE = "done", "doing", "late", "ahead", "dropped", "none"
_WORDS = {
    DONE: ("đã xong", "green"),
    DOING: ("đang làm", "blue"),
    LATE: ("quá hạn", "red"),
    AHEAD: ("chưa đến hạn", "secondary"),
    DROPPED: ("không làm", "secondary"),
    NONE: ("chưa lập công việc", "secondary"),
}


@dataclass(frozen=True)
class ProgressLine:
    """An item and one body that leads it; `task_id` only where the member sees the task."""

    path: str
    text: str
    clause_path: str
    lead: str
    coordinators: str
    when: str
    target: str
    state: str
    label: str
    colour: str
    task_id: int | None
    result: str
    is_joint: bool


@dataclass(frozen=True)
class Share:
    """How many items are in a state, and their part of all in whole percent."""

    label: str
    colour: str
    count: int
    percent: int


@dataclass(frozen=True)
class PlanProgress:
    """All items of a plan, how far they are, and what may be done about their tasks."""

    lines: list[ProgressLine]
    shares: list[Share]
    to_make: int
    left_over: int
    can_make: bool
    can_undo: bool

    @property
    def done_percent(self) -> int:
        return next((share.percent for share in self.shares if share.label == _WORDS[DONE][0]), 0)


def plan_progress(edition: Edition, member: Member, *, today: date) -> PlanProgress:
    """Twenty queries at most, whatever the number of items."""
    items = plan_items(edition, on=today)
    tasks = {(row.plan_id, row.plan_key, row.body_id): row for row in _tasks(items)}
    seen = set(
        Task.objects.visible_to(member)
        .filter(pk__in=[t.pk for t in tasks.values()])
        .values_list("pk", flat=True)
    )
    bodies = {body for item in items for body in (*item.lead_ids, *item.coordinator_ids)}
    names = {pk: label.short_name for pk, label in body_labels(bodies, today).items()}
    lines = [
        _line(item, body, tasks.get((item.plan_id, item.key, body)), edition, names, seen, today)
        for item in items
        for body in item.lead_ids
    ]
    leads = permissions.can_lead(member, edition.programme)
    is_in_force = edition.status == EditionStatus.IN_FORCE
    preview = preview_tasks(edition, today=today) if is_in_force else None
    made = last_making(edition.programme) if leads and is_in_force else []
    return PlanProgress(
        lines=lines,
        shares=_shares(lines),
        to_make=len(preview.missing) if preview else 0,
        left_over=len(preview.left_over) if preview else 0,
        can_make=leads and preview is not None and bool(preview.missing),
        can_undo=bool(made) and all(t.status == TaskStatus.PLANNED and t.version == 1 for t in made),
    )


def _tasks(items: list[PlanItem]) -> list[Task]:
    plans = {item.plan_id for item in items}
    return list(Task.objects.filter(plan__in=plans, plan_key__in=[item.key for item in items]).order_by("pk"))


def _line(  # noqa: PLR0917 - one row of the page from what was loaded for all
    item: PlanItem,
    body: int,
    task: Task | None,
    edition: Edition,
    names: dict[int, str],
    seen: set[int],
    today: date,
) -> ProgressLine:
    state = _state(task, today)
    label, colour = _WORDS[state]
    given = item.proposal
    return ProgressLine(
        path=item.path,
        text=given.content if given else item.text,
        clause_path=item.clause.path,
        lead=names[body],
        coordinators=", ".join(names[pk] for pk in item.coordinator_ids if pk != body),
        when=when_words(given.starts_on, given.ends_on) if given else "",
        target=target_in_words(given.target_value, given.target_unit, given.target_words) if given else "",
        state=state,
        label=label,
        colour=colour,
        task_id=task.pk if task and task.pk in seen else None,
        result=task.result if task else "",
        is_joint=item.plan_id != edition.programme_id,
    )


def _state(task: Task | None, today: date) -> str:
    if task is None:
        return NONE
    if task.status == TaskStatus.DONE:
        return DONE
    if task.status == TaskStatus.CANCELLED:
        return DROPPED
    if task.due_on < today:
        return LATE
    return DOING if task.status == TaskStatus.DOING else AHEAD


def _shares(lines: list[ProgressLine]) -> list[Share]:
    counts = Counter(line.state for line in lines)
    return [
        Share(*_WORDS[state], counts[state], round(100 * counts[state] / len(lines)))
        for state in _WORDS
        if counts[state]
    ]
