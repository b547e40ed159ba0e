"""What a period of a programme came to, clause by clause and target by target, as plain values to freeze."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, Sum

from phoihop.core.periods import Period
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import Obstacle, Task
from phoihop.plans.statuses import TaskStatus
from phoihop.programmes.models import Assignment, Clause, DutyRule, Edition
from phoihop.programmes.models.facts import AssignmentRole
from phoihop.programmes.queries.texts import shortened
from phoihop.reports.calculations import coverage_of
from phoihop.reports.calculations.completeness import Kept
from phoihop.reports.models import Obligation
from phoihop.reports.queries.standing import held
from phoihop.targets.models import Target
from phoihop.targets.queries import TargetCard, edition_cards

type Json = dict[str, Any]
_TASK_COUNTS = ("done", "late", "overdue", "coming", "dropped", "attendance")
_OPEN = [TaskStatus.PLANNED, TaskStatus.DOING]


def results_of(edition: Edition, period: Period, *, on: date) -> Json:
    """The period as seen on the day `on`: {"clauses": […], "targets": […], "emergent": […]}.

    Clauses that give nobody anything to do are left out. The queries do not grow with clauses, tasks and
    reports; targets are read once for each year of the period.
    """
    seen_on = min(on, period.end)
    targets = list(_targets(edition, period, seen_on))
    return {
        "clauses": _clauses(edition, period, on, {row["key"] for row in targets}),
        "targets": targets,
        "emergent": _emergent(edition, period, on),
    }


def _clauses(edition: Edition, period: Period, on: date, with_targets: set[str]) -> list[Json]:
    tasks, reports = _tasks(edition, period, on), _reports(edition, period, on)
    obstacles, leads = _obstacles(edition, period), _leads(edition, on)
    busy = {*tasks, *reports, *obstacles, *leads, *(UUID(key) for key in with_targets)}
    return [
        {
            "key": str(clause.key),
            "clause": clause.pk,
            "path": clause.path,
            "short": shortened(clause.text.strip().removeprefix(clause.label)),
            "leads": leads.get(clause.key, []),
            "tasks": tasks.get(clause.key),
            "reports": reports.get(clause.key),
            "obstacles": obstacles.get(clause.key),
        }
        for clause in Clause.objects.filter(edition=edition).order_by("order")
        if clause.key in busy
    ]


def _tasks(edition: Edition, period: Period, on: date) -> dict[UUID, Json]:
    """Tasks due in the period by clause: done, done late, overdue on the day, still to come, dropped."""
    done, is_open = Q(status=TaskStatus.DONE), Q(status__in=_OPEN)
    rows: Any = (
        Task.objects.filter(programme=edition.programme_id, due_on__range=(period.start, period.end))
        .exclude(clause=None)
        .values("clause__key")
        .annotate(
            done=Count("pk", filter=done),
            late=Count("pk", filter=done & Q(finished_on__gt=F("due_on"))),
            overdue=Count("pk", filter=is_open & Q(due_on__lt=on)),
            coming=Count("pk", filter=is_open & Q(due_on__gte=on)),
            dropped=Count("pk", filter=Q(status=TaskStatus.CANCELLED)),
            attendance=Sum("attendance"),
        )
    )
    return {row["clause__key"]: {name: row[name] for name in _TASK_COUNTS} for row in rows}


def _reports(edition: Edition, period: Period, on: date) -> dict[UUID, Json]:
    """Reports due in the period by the clause that asks for them: due, handed in, in time."""
    rows = Obligation.objects.filter(programme=edition.programme_id, due_on__range=(period.start, period.end))
    keys = dict(
        DutyRule.objects.filter(clause__edition__programme=edition.programme_id).values_list(
            "pk", "clause__key"
        )
    )
    kept: dict[UUID, list[Kept]] = defaultdict(list)
    for row in held(rows):
        kept[keys[row.row.duty_id]].append(row.kept)
    found = {key: coverage_of(group, on=on) for key, group in kept.items()}
    return {
        key: {"due": row.due, "received": row.received, "on_time": row.on_time, "words": row.report_words}
        for key, row in found.items()
        if row.due
    }


def _obstacles(edition: Edition, period: Period) -> dict[UUID, Json]:
    rows = Obstacle.objects.filter(programme=edition.programme_id, since_on__lte=period.end)
    counted = rows.values("clause__key").annotate(
        raised=Count("pk", filter=Q(since_on__gte=period.start)),
        waiting=Count("pk", filter=Q(pk__in=Obstacle.objects.unsolved().values("pk"))),
    )
    return {
        row["clause__key"]: {"raised": row["raised"], "waiting": row["waiting"]}
        for row in counted
        if row["raised"] or row["waiting"]
    }


def _leads(edition: Edition, on: date) -> dict[UUID, list[str]]:
    rows = Assignment.objects.filter(clause__edition=edition, role=AssignmentRole.LEAD).order_by("pk")
    pairs = list(rows.values_list("clause__key", "body_id"))
    labels = body_labels({body for _, body in pairs}, on)
    found: dict[UUID, list[str]] = defaultdict(list)
    for key, body in pairs:
        found[key].append(labels[body].short_name)
    return dict(found)


def _targets(edition: Edition, period: Period, on: date) -> Iterator[Json]:
    """Each target in each of its spans that begins by `on`: a yearly one has a line for every year."""
    seen: dict[tuple[int, date], TargetCard] = {}
    for day in _year_ends(period, on):
        for card in edition_cards(edition, body_ids=[], on=day):
            seen.setdefault((card.id, card.window.start), card)
    keys = dict(Target.objects.filter(pk__in={pk for pk, _ in seen}).values_list("pk", "clause__key"))
    for card in seen.values():
        yield _target(card, keys[card.id])


def _year_ends(period: Period, on: date) -> Iterable[date]:
    """The last days of the years of the period up to `on`, latest first: a span is seen at its end."""
    ends = [date(year, 12, 31) for year in range(period.start.year, on.year)]
    return [on, *reversed(ends)]


def _target(card: TargetCard, key: UUID) -> Json:
    total = card.total
    percent = total.progress.percent
    return {
        "key": str(key),
        "path": card.clause_path,
        "name": card.name,
        "when": card.when,
        "from": card.window.start.isoformat(),
        "to": card.window.end.isoformat(),
        "goal": total.goal,
        "value": total.value,
        "outcome": total.progress.label,
        "is_met": total.progress.outcome.is_met,
        "colour": total.colour,
        "percent": None if percent is None else str(percent),
        "bar": total.progress.bar,
        "coverage": total.coverage.words,
    }


def _emergent(edition: Edition, period: Period, on: date) -> list[Json]:
    """Tasks the parties agreed on outside every clause, due in the period."""
    rows = list(
        Task.objects.filter(programme=edition.programme_id, due_on__range=(period.start, period.end))
        .filter(emergent__isnull=False)
        .order_by("due_on", "pk")
    )
    labels = body_labels({row.body_id for row in rows}, on)
    return [
        {
            "title": row.title,
            "body": labels[row.body_id].short_name,
            "status": row.get_status_display(),
            "result": row.result,
        }
        for row in rows
    ]
