"""What a body has done under clauses in a period: finished tasks, and sessions held one by one.

A task with sessions counts by its sessions, each in the period it was held in; it never counts twice.
Clauses are found by their keys, so that what was planned under an earlier edition counts too.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from phoihop.core.batches import together
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.plans.calculations import DoneTask, task_sentences
from phoihop.plans.models import Session, Task
from phoihop.plans.statuses import SessionStatus, TaskKind
from phoihop.programmes.models import Clause

type Key = tuple[int, UUID]


@dataclass(frozen=True)
class Deed:
    """Something done, and the page that shows it."""

    done: DoneTask
    url: str


def deeds(
    body_ids: Collection[int], clause_ids: Collection[int], period: Period
) -> dict[tuple[int, int], list[Deed]]:
    """By body and clause, oldest first; one query."""
    asked = deeds_under(body_ids, Clause.objects.filter(pk__in=clause_ids), period)
    together(*asked.questions)
    return asked.answer()


@dataclass(frozen=True)
class DeedsAsked:
    """What is read to know what was done: the clauses with their keys, tasks, sessions; not asked yet."""

    clauses: QuerySet[Clause, tuple[int, int, UUID]]
    tasks: QuerySet[Task]
    sessions: QuerySet[Session]

    @property
    def questions(self) -> tuple[QuerySet[Any, Any], ...]:
        """To be asked together, with others if they like."""
        return self.clauses, self.tasks, self.sessions

    def answer(self) -> dict[tuple[int, int], list[Deed]]:
        """By body and clause, oldest first."""
        wanted: dict[Key, list[int]] = defaultdict(list)
        for clause_id, programme_id, key in self.clauses:
            wanted[programme_id, key].append(clause_id)
        found: dict[tuple[int, int], list[Deed]] = defaultdict(list)
        for body_id, place, deed in sorted(self._all(), key=lambda one: one[2].done.finished_on):
            for clause_id in wanted.get(place, ()):
                found[body_id, clause_id].append(deed)
        return found

    def _all(self) -> Iterator[tuple[int, Key, Deed]]:
        yield from _of_tasks(self.tasks)
        yield from _of_sessions(self.sessions)


def deeds_under(body_ids: Collection[int], clauses: QuerySet[Clause], period: Period) -> DeedsAsked:
    """What these bodies did under these clauses in the period, not asked yet."""
    keys = clauses.order_by().values("key")
    programmes = clauses.order_by().values("edition__programme")
    tasks = Task.objects.finished_in(period).filter(
        body__in=body_ids, programme__in=programmes, clause__key__in=keys, sessions=None
    )
    sessions = Session.objects.filter(
        status=SessionStatus.HELD,
        held_on__range=(period.start, period.end),
        task__body__in=body_ids,
        task__programme__in=programmes,
        task__clause__key__in=keys,
    )
    return DeedsAsked(
        clauses.values_list("pk", "edition__programme", "key"),
        tasks.select_related("clause").order_by("finished_on", "pk"),
        sessions.select_related("task__clause").order_by("held_on", "pk"),
    )


def _of_tasks(tasks: Iterable[Task]) -> Iterator[tuple[int, Key, Deed]]:
    for task in tasks:
        if task.clause is not None:
            url = reverse("plans:detail", args=[task.pk])
            yield task.body_id, (task.programme_id, task.clause.key), Deed(done_task(task), url)


def _of_sessions(sessions: Iterable[Session]) -> Iterator[tuple[int, Key, Deed]]:
    for session in sessions:
        task, clause = session.task, session.task.clause
        if clause is not None:
            url = f"{reverse('plans:detail', args=[session.task_id])}#buoi-{session.pk}"
            yield task.body_id, (task.programme_id, clause.key), Deed(done_session(session), url)


def finished_sentences(body: Body, clause_ids: Collection[int], period: Period) -> dict[int, list[str]]:
    """What a report begins with under each clause: what was done, in sentences with counts; one query."""
    return said_of(deeds([body.pk], clause_ids, period))


def said_of(found: Mapping[tuple[int, int], Sequence[Deed]]) -> dict[int, list[str]]:
    """The deeds of one body in sentences, by clause."""
    return {clause: task_sentences([deed.done for deed in given]) for (_, clause), given in found.items()}


def done_task(task: Task) -> DoneTask:
    """A finished task as sentences count it."""
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


def done_session(session: Session) -> DoneTask:
    """A session held as sentences count it: one, with its attendances."""
    return DoneTask(
        title=session.topic,
        kind=TaskKind(session.task.kind),
        finished_on=session.held_on,
        place=session.venue,
        attendance=session.attendance,
    )
