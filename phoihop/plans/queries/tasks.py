"""What pages and reports read about tasks."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q, QuerySet

from phoihop.accounts.models import Membership
from phoihop.core.member import Member
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions
from phoihop.plans.models import OWN_TASKS_ONLY, Task, TaskDecision, TaskEvidence, TaskQuerySet
from phoihop.plans.queries.words import OCCASION_WORDS
from phoihop.plans.statuses import TASK, TaskStatus
from phoihop.programmes.models import Clause, Programme
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.statuses import EditionStatus

PER_PAGE = 50


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

    @property
    def where(self) -> str:
        """Under which clause, or that it stands under none."""
        return f"mục {self.clause_path}" if self.clause_path else "nhiệm vụ phát sinh"


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
    """The tasks of the member's body, for the list; `status` "mo" is what is still to be done."""
    rows = _own(member).order_by("due_on", "pk")
    if programme_id is not None:
        rows = rows.filter(programme=programme_id)
    if status == "mo":
        return rows.open()
    return rows.filter(status=status).order_by("-due_on", "-pk") if status in TaskStatus.values else rows


@dataclass(frozen=True)
class TaskChoices:
    """What the form of a new task offers."""

    clauses: list[tuple[int, str]]
    bodies: list[tuple[int, str]]
    people: list[tuple[int, str]]


def running_programmes(member: Member) -> QuerySet[Programme]:
    """Programmes in force the member sees; work under a plan is work of the programme it carries out."""
    rows = Programme.objects.visible_to(member).filter(editions__status=EditionStatus.IN_FORCE, under=None)
    return rows.distinct().order_by("name", "pk")


def task_choices(programme: Programme, member: Member, today: date) -> TaskChoices:
    """Clauses of the edition in force, bodies the member may give tasks to, their people; six queries."""
    clauses = Clause.objects.filter(edition__programme=programme, edition__status=EditionStatus.IN_FORCE)
    own = bodies_written_for(member.body_id)
    takes_part = Body.objects.filter(
        Q(party_rows__edition__programme=programme)
        | Q(assignments__clause__edition__programme=programme)
        | Q(duty_rows__duty__clause__edition__programme=programme)
    )
    is_lead = own.filter(pk=programme.lead_id).exists()
    under_own = Body.objects.filter(Q(pk__in=own.values("pk")) | Q(parent__in=own.values("pk")))
    bodies = Body.objects.filter(Q(pk__in=under_own.values("pk")) | Q(pk__in=takes_part.values("pk")))
    ids = list((bodies if is_lead else under_own).on(today).values_list("pk", flat=True))
    labels = sorted(body_labels(ids, today).values(), key=lambda b: (b.id != member.body_id, b.sort_key))
    return TaskChoices(
        clauses=[(row.pk, _clause_words(row)) for row in clauses.order_by("order")],
        bodies=[(label.id, label.short_name) for label in labels],
        people=people_of([member.body_id], today),
    )


def _clause_words(clause: Clause) -> str:
    text = " ".join(clause.text.split()).removeprefix(clause.label).lstrip(" .)/")
    return f"{clause.path}: {text[:90]}{'…' if len(text) > 90 else ''}"


def people_of(body_ids: Collection[int], today: date) -> list[tuple[int, str]]:
    """Who works for these bodies, or for boards and offices under them; one query."""
    rows = Membership.objects.on(today).filter(Q(body__in=body_ids) | Q(body__parent__in=body_ids))
    people = rows.select_related("person").order_by("person__full_name")
    return list({row.person_id: (row.person_id, row.person.full_name) for row in people}.values())


def programme_tasks(member: Member, programme_id: int) -> QuerySet[Task]:
    """The tasks of a programme the member sees."""
    return Task.objects.visible_to(member).filter(programme=programme_id)


def paged(tasks: QuerySet[Task], number: str | None, today: date) -> tuple[Page[Task], list[TaskCard]]:
    """A page of the list and its rows; three queries."""
    page = Paginator(tasks, PER_PAGE).get_page(number)
    start = (page.number - 1) * PER_PAGE
    return page, cards(tasks[start : start + PER_PAGE], today)


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
        clause_path=row.clause.path if row.clause else "",
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
class HistoryLine:
    """What somebody did with a task."""

    words: str
    person: str
    body: str
    note: str
    at: datetime


@dataclass(frozen=True)
class TaskPage:
    """A task with its history (newest first), its evidence and the verbs open to the member."""

    task: Task
    card: TaskCard
    files: list[StoredFile]
    history: list[HistoryLine]
    moves: list[tuple[str, str]]
    coordinators: str


_VERB_WORDS = OCCASION_WORDS | {
    "create": "Lập công việc",
    "register": "Lập từ nội dung đã đăng ký",
    "schedule": "Lập từ việc định kỳ của chương trình",
    "change": "Sửa công việc",
    "start": "Bắt đầu làm",
    "finish": "Hoàn thành",
    "cancel": "Không làm",
    "reopen": "Mở lại",
    "from_plan": "Lập từ kế hoạch",
    "agree": "Lập khi các bên thống nhất nhiệm vụ phát sinh",
    "pass_on": "Bàn giao cho người khác",
    "hand_over": "Chuyển cho đơn vị kế thừa",
    "take_back": "Hoàn tác việc chuyển",
}


def task_page(task_id: int, member: Member, today: date) -> TaskPage:
    """Raises Task.DoesNotExist when the member does not see it; a fixed number of queries."""
    rows = Task.objects.visible_to(member).filter(pk=task_id)
    task = rows.select_related(
        "body",
        "clause__edition",
        "programme",
        "plan",
        "person",
        "duty",
        "meeting",
        "inspection",
        "conclusion__meeting",
    ).prefetch_related(
        "coordinators",
        Prefetch("evidence", TaskEvidence.objects.select_related("file").order_by("pk")),
        Prefetch("decisions", TaskDecision.objects.select_related("by_person").order_by("-at", "-pk")),
    ).get()  # fmt: skip
    history, others = list(task.decisions.all()), [body.pk for body in task.coordinators.all()]
    labels = body_labels({task.body_id, *others, *(d.by_body_id for d in history)}, today)
    return TaskPage(
        task=task,
        card=_card(task, labels[task.body_id].short_name, today),
        files=[row.file for row in task.evidence.all()],
        history=[_history_line(row, labels[row.by_body_id].short_name) for row in history],
        moves=_moves(task, member),
        coordinators=", ".join(labels[body].short_name for body in others),
    )


def _history_line(row: TaskDecision, body: str) -> HistoryLine:
    return HistoryLine(_VERB_WORDS[row.verb], row.by_person.full_name, body, row.note, row.at)


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
