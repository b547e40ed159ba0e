"""Scheduled tasks follow the edition that comes into force: the future remade, work begun on kept.

A consequence, as obligations are: the act that calls it has asked permission.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.plans.actions.schedules import KINDS, dates_wanted, periods_by_day, task_of
from phoihop.plans.models import Task, TaskDecision
from phoihop.plans.statuses import TaskStatus
from phoihop.programmes.calculations.synchronisation import Changes, Existing, Interval, Key, changes_for
from phoihop.programmes.models import DutyRule, Edition, Programme

NO_LONGER_ASKED = "Bản sửa đổi không còn việc này."


@dataclass(frozen=True)
class TasksMade:
    """How many tasks came, moved to another day, were kept but flagged, go on; ids of those dropped."""

    created: int = 0
    moved: int = 0
    flagged: int = 0
    kept: int = 0
    dropped: list[int] = field(default_factory=list)


@transaction.atomic
def synchronise_tasks(*, edition: Edition, interval: Interval, by: Member, at: datetime) -> TasksMade:
    """Bring the tasks of the programme's duties due from `interval.since` in line with the edition.

    A task nobody worked on moves, or is dropped; one begun, finished or given to somebody stays and is
    flagged. Idempotent; a fixed number of queries.
    """
    row = Edition.objects.select_for_update(of=("self",)).select_related("programme").get(pk=edition.pk)
    duties: dict[object, DutyRule] = {duty.key: duty for duty in _duties(row)}
    changes = _changes(row, interval)
    Task.objects.filter(pk__in=changes.flag).update(rule_changed_at=at)
    Task.objects.filter(pk__in=changes.unflag).update(rule_changed_at=None)
    dropped = _drop(changes, by=by, at=at)
    _rewrite(changes, duties)
    made = [task_of(row, duties[k.duty], k.body_id, day) for k, day in sorted(changes.create.items())]
    Task.objects.bulk_create(made)
    _decide(made, "schedule", by=by, at=at)
    return _counted(changes, dropped)


def would_synchronise(edition: Edition, *, interval: Interval) -> TasksMade:
    """What `synchronise_tasks` would do; nothing is written."""
    changes = _changes(edition, interval)
    return _counted(changes, [*changes.remove, *changes.end])


def _counted(changes: Changes, dropped: list[int]) -> TasksMade:
    kept = len([pk for pk in changes.adopt if pk not in changes.move])
    return TasksMade(len(changes.create), len(changes.move), len(changes.flag), kept, dropped)


def _duties(edition: Edition) -> list[DutyRule]:
    rows = DutyRule.objects.filter(clause__edition=edition, kind__in=KINDS)
    return list(rows.select_related("clause").order_by("pk"))


def _changes(edition: Edition, interval: Interval) -> Changes:
    start = edition.period_start or interval.since
    window = Period(start, max(start, interval.made_for.end))
    duties = DutyRule.objects.filter(clause__edition=edition, kind__in=KINDS)
    return changes_for(
        wanted={
            Key(duty.key, body_id, period): day
            for (duty, body_id, period), day in dates_wanted(edition, duties, window)
        },
        existing=_existing(edition, until=window.end),
        interval=interval,
        rules=dict(duties.values_list("key", "pk")),
    )


def _existing(edition: Edition, *, until: date) -> list[Existing]:
    rows = list(
        Task.objects.filter(
            programme=edition.programme_id, duty__clause__edition__programme=edition.programme_id
        ).select_related("duty__clause__edition")
    )
    periods = periods_by_day([row.duty for row in rows if row.duty], until=until)
    return [
        Existing(
            id=row.pk,
            key=Key(duty.key, row.body_id, periods[duty.pk].get(row.due_on, Period(row.due_on, row.due_on))),
            due_on=row.due_on,
            has_data=_is_begun(row),
            is_ended=row.status == TaskStatus.CANCELLED,
            is_flagged=row.rule_changed_at is not None,
            rule_id=duty.pk,
        )
        for row in rows
        if (duty := row.duty) is not None
    ]


def _is_begun(task: Task) -> bool:
    """Somebody did something with it: took it up, changed it, or was given it."""
    return task.status != TaskStatus.PLANNED or task.version > 1 or task.person_id is not None


def _drop(changes: Changes, *, by: Member, at: datetime) -> list[int]:
    rows = list(Task.objects.filter(pk__in=[*changes.remove, *changes.end]).order_by("pk"))
    for row in rows:
        row.status = TaskStatus.CANCELLED
    Task.objects.bulk_update(rows, ["status"])
    _decide(rows, "cancel", note=NO_LONGER_ASKED, by=by, at=at)
    return [row.pk for row in rows]


def _rewrite(changes: Changes, duties: dict[object, DutyRule]) -> None:
    """New days, and the present edition's duty and clause for what goes on under it."""
    adopted = set(changes.adopt)
    rows = list(Task.objects.filter(pk__in=adopted | set(changes.move)).select_related("duty"))
    for row in rows:
        row.due_on = changes.move.get(row.pk, row.due_on)
        if row.pk in adopted and row.duty is not None:
            row.duty = duties[row.duty.key]
            row.clause, row.title = row.duty.clause, row.duty.name[:300]
    Task.objects.bulk_update(rows, ["due_on", "duty", "clause", "title"])


@transaction.atomic
def take_up_again(*, task_ids: Iterable[int], by: Member, at: datetime) -> int:
    """Tasks an amendment dropped are to be done again: it was undone. Answers how many."""
    locked = Task.objects.select_for_update(of=("self",)).filter(pk__in=list(task_ids))
    rows = list(locked.filter(status=TaskStatus.CANCELLED).order_by("pk"))
    for row in rows:
        row.status = TaskStatus.PLANNED
    Task.objects.bulk_update(rows, ["status"])
    _decide(rows, "take_back", by=by, at=at)
    return len(rows)


def drop_unbegun(*, programme: Programme) -> int:
    """Tasks laid out by duties go with a recording taken back; the caller made sure nobody had begun one."""
    return Task.objects.filter(programme=programme, duty__isnull=False).delete()[0]


def _decide(tasks: list[Task], verb: str, *, note: str = "", by: Member, at: datetime) -> None:
    TaskDecision.objects.bulk_create(
        TaskDecision(task=task, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at)
        for task in tasks
    )
