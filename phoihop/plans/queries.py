"""What pages and reports read of tasks; each function costs a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, Q, QuerySet

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions
from phoihop.plans.calculations import DoneTask, task_sentences
from phoihop.plans.models import OWN_TASKS_ONLY, Task, TaskDecision, TaskEvidence, TaskQuerySet
from phoihop.plans.statuses import TASK, TaskKind, TaskStatus
from phoihop.programmes.models.visibility import bodies_written_for


@dataclass(frozen=True)
class TaskCard:
    """A task in a list."""

    id: int
    title: str
    kind: str
    status: str
    status_label: str
    programme: str
    clause_path: str
    body: str
    person: str
    place: str
    starts_on: date | None
    due_on: date
    finished_on: date | None
    is_late: bool
    is_sample: bool


def finished_tasks(body: Body, clause_ids: Collection[int], period: Period) -> list[Task]:
    """The body's tasks under these clauses finished in the period, oldest first; one query."""
    rows = Task.objects.finished_in(period).filter(body=body, clause__in=clause_ids)
    return list(rows.order_by("finished_on", "pk"))


def finished_sentences(body: Body, clause_ids: Collection[int], period: Period) -> dict[int, list[str]]:
    """What a report begins with under each clause: finished tasks as sentences with counts; one query."""
    by_clause: dict[int, list[DoneTask]] = defaultdict(list)
    for task in finished_tasks(body, clause_ids, period):
        by_clause[task.clause_id].append(_done(task))
    return {clause_id: task_sentences(tasks) for clause_id, tasks in by_clause.items()}


def _done(task: Task) -> DoneTask:
    return DoneTask(
        title=task.title,
        kind=TaskKind(task.kind),
        finished_on=task.finished_on or task.due_on,
        place=task.place,
        result=task.result,
        quantity=task.quantity,
        unit=task.quantity_unit,
        attendance=task.attendance,
    )


def my_tasks(member: Member, today: date, *, days_ahead: int = 60) -> list[TaskCard]:
    """Open tasks of the member's body, or only one's own where the role sees no more; late ones first."""
    rows = _own(member).open().filter(due_on__lte=today + timedelta(days=days_ahead))
    return cards(rows.order_by("due_on", "pk"), today)


def _own(member: Member) -> TaskQuerySet:
    if member.role in OWN_TASKS_ONLY:
        return Task.objects.filter(person=member.person_id)
    bodies = bodies_written_for(member.body_id).values("pk")
    return Task.objects.filter(Q(body__in=bodies) | Q(person=member.person_id))


def body_tasks(member: Member, *, status: str = "", programme_id: int | None = None) -> QuerySet[Task]:
    """The tasks of the member's body, for the list with its filters."""
    rows = _own(member)
    if programme_id is not None:
        rows = rows.filter(programme=programme_id)
    return rows.filter(status=status) if status in TaskStatus.values else rows


def programme_tasks(member: Member, programme_id: int) -> QuerySet[Task]:
    """The tasks of a programme the member sees."""
    return Task.objects.visible_to(member).filter(programme=programme_id)


def month_tasks(member: Member, month: Period) -> QuerySet[Task]:
    """Tasks the member sees that fall due, or were finished, in the month."""
    days = (month.start, month.end)
    return (
        Task.objects.visible_to(member)
        .exclude(status=TaskStatus.CANCELLED)
        .filter(Q(finished_on__range=days) | Q(finished_on=None, due_on__range=days))
    )


def cards(tasks: QuerySet[Task], today: date) -> list[TaskCard]:
    """Tasks as list rows; two queries."""
    rows = list(tasks.select_related("programme", "clause", "person"))
    labels = body_labels({row.body_id for row in rows}, today)
    return [_card(row, labels[row.body_id].short_name, today) for row in rows]


def _card(row: Task, body: str, today: date) -> TaskCard:
    is_open = row.status in {TaskStatus.PLANNED, TaskStatus.DOING}
    return TaskCard(
        id=row.pk,
        title=row.title,
        kind=row.get_kind_display(),
        status=row.status,
        status_label=row.get_status_display(),
        programme=row.programme.name,
        clause_path=row.clause.path,
        body=body,
        person=row.person.full_name if row.person else "",
        place=row.place,
        starts_on=row.starts_on,
        due_on=row.due_on,
        finished_on=row.finished_on,
        is_late=is_open and row.due_on < today,
        is_sample=row.is_sample,
    )


@dataclass(frozen=True)
class TaskPage:
    """A task with its history, its evidence and what the member may do with it."""

    task: Task
    card: TaskCard
    files: list[StoredFile]
    history: list[TaskDecision]
    bodies: dict[int, str]
    moves: list[tuple[str, str]]


def task_page(task_id: int, member: Member, today: date) -> TaskPage:
    """Raises Task.DoesNotExist when the member does not see it; a fixed number of queries."""
    rows = Task.objects.visible_to(member).filter(pk=task_id)
    task = rows.select_related("body", "clause__edition", "programme", "person", "duty").prefetch_related(
        Prefetch("evidence", TaskEvidence.objects.select_related("file").order_by("pk")),
        Prefetch("decisions", TaskDecision.objects.select_related("by_person").order_by("-at", "-pk")),
    ).get()  # fmt: skip
    history = list(task.decisions.all())
    labels = body_labels({task.body_id, *(d.by_body_id for d in history)}, today)
    return TaskPage(
        task=task,
        card=_card(task, labels[task.body_id].short_name, today),
        files=[row.file for row in task.evidence.all()],
        history=history,
        bodies={body_id: label.short_name for body_id, label in labels.items()},
        moves=_moves(task, member),
    )


def _moves(task: Task, member: Member) -> list[tuple[str, str]]:
    """Verbs open to this member, with their labels."""
    if not permissions.can_work_on(member, task):
        return []
    may_drop = permissions.can_create(member, task.body, task.programme)
    verbs = TASK.verbs_from(task.status)
    return [(v, TASK.moves[v].label) for v in verbs if may_drop or v in {"start", "finish"}]


def opens_evidence(file_id: int, member: Member) -> bool:
    """Whether the file is evidence of a task the member sees."""
    return Task.objects.visible_to(member).filter(evidence__file=file_id).exists()
