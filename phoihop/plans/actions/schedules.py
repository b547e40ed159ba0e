"""Tasks that follow from the text: meetings, surveys, events, inspections of its duties; and their end."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from phoihop.core.calendars import WorkingCalendar
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.plans import permissions
from phoihop.plans.models import Task, TaskDecision
from phoihop.plans.statuses import TaskKind, TaskStatus
from phoihop.programmes.calculations import Heirs, due_on, due_rule_of, periods_of
from phoihop.programmes.models import DutyParty, DutyRule, Edition, Programme
from phoihop.programmes.models.facts import DutyKind, DutySide
from phoihop.programmes.queries import heirs_in
from phoihop.programmes.statuses import EditionStatus

KINDS = {
    DutyKind.MEETING: TaskKind.MEETING,
    DutyKind.SURVEY: TaskKind.SURVEY,
    DutyKind.EVENT: TaskKind.EVENT,
    DutyKind.INSPECTION: TaskKind.INSPECTION,
}
_WEEKENDS = WorkingCalendar()


@transaction.atomic
def schedule_from_duties(
    *, edition: Edition, until: date, from_day: date | None = None, by: Member, at: datetime
) -> int:
    """Make a task for each body and period of every meeting, survey, event and inspection due by `until`.

    Only days from coming into force on, or from `from_day` when that is later; what was made before stays as
    it is (unique per duty, body and day), so doing it twice makes nothing new; returns how many were made.
    """
    row = Edition.objects.select_for_update(of=("self",)).select_related("programme").get(pk=edition.pk)
    parties = list(row.parties.values_list("body_id", flat=True))
    if not permissions.can_schedule(by, row.programme, party_ids=parties):
        raise PermissionDenied
    if row.status != EditionStatus.IN_FORCE or row.in_force_from is None:
        raise Refused("Chương trình chưa có hiệu lực nên chưa lập được lịch công việc.")
    start = max(row.in_force_from, from_day or row.in_force_from)
    made = list(_new_tasks(row, Period(start, max(until, start))))
    Task.objects.bulk_create(made)
    _decide_all(made, "schedule", note="", by=by, at=at)
    return len(made)


def _new_tasks(edition: Edition, window: Period) -> Iterator[Task]:
    duties = DutyRule.objects.filter(clause__edition=edition, kind__in=KINDS)
    known = _known(edition, window)
    for (duty, body_id, period), day in dates_wanted(edition, duties, window):
        if known.isdisjoint({(duty.pk, body_id, day), (duty.key, body_id, period)}):
            known.add((duty.pk, body_id, day))
            yield task_of(edition, duty, body_id, day)


def _known(edition: Edition, window: Period) -> set[tuple[object, int, object]]:
    """Tasks the edition's duties made, by day; those the same duties made in other editions, by period."""
    rows = Task.objects.filter(programme=edition.programme_id, duty__isnull=False)
    tasks = list(rows.select_related("duty__clause__edition"))
    periods = periods_by_day([task.duty for task in tasks if task.duty], until=window.end)
    known: set[tuple[object, int, object]] = set()
    for task in tasks:
        if task.duty and task.duty.clause.edition_id == edition.pk:
            known.add((task.duty_id, task.body_id, task.due_on))
        elif task.duty:
            period = periods[task.duty.pk].get(task.due_on, Period(task.due_on, task.due_on))
            known.add((task.duty.key, task.body_id, period))
    return known


def dates_wanted(
    edition: Edition, duties: QuerySet[DutyRule], window: Period
) -> Iterator[tuple[tuple[DutyRule, int, Period], date]]:
    """Each duty, body (or who stands in its place) and period with its day in the window; two queries."""
    sides = DutyParty.objects.filter(duty__in=duties, side=DutySide.OWES)
    heirs = heirs_in(edition.programme_id)
    for side in sides.select_related("duty__clause", "body").order_by("duty_id", "body_id"):
        for period, day in _dates(side.duty, edition, window):
            for body_id in _doing(side.body, day, heirs):
                yield (side.duty, body_id, period), day


def periods_by_day(duties: Iterable[DutyRule], *, until: date) -> dict[int, dict[date, Period]]:
    """By duty id, the period each of its due days is about; the clauses with their editions are loaded."""
    found: dict[int, dict[date, Period]] = {}
    for duty in duties:
        edition = duty.clause.edition
        start = edition.period_start or edition.in_force_from or until
        if duty.pk not in found:
            window = Period(start, max(until, start))
            found[duty.pk] = {day: period for period, day in _dates(duty, edition, window)}
    return found


def _doing(body: Body, day: date, heirs: Heirs) -> list[int]:
    """The body itself while it stands; then those who stand in its place in this programme."""
    return [body.pk] if _is_there(body, day) else [pk for pk in heirs.standing(body.pk, day) if pk != body.pk]


def _dates(duty: DutyRule, edition: Edition, window: Period) -> Iterator[tuple[Period, date]]:
    """Due days in the window; weekends shift as the rule says, holidays are not looked at here."""
    span = Period(edition.period_start or window.start, edition.period_end or window.end)
    rule = due_rule_of(duty)
    for period in periods_of(duty.frequency, programme=span, within=window):
        day = due_on(rule, period, _WEEKENDS)
        if window.contains(day):
            yield period, day


def _is_there(body: Body, day: date) -> bool:
    return (body.valid_from is None or body.valid_from <= day) and (
        body.valid_to is None or day <= body.valid_to
    )


def task_of(edition: Edition, duty: DutyRule, body_id: int, day: date) -> Task:
    """An unsaved task a duty makes for a body and day."""
    return Task(
        programme=edition.programme,
        clause=duty.clause,
        duty=duty,
        kind=KINDS[DutyKind(duty.kind)],
        title=duty.name[:300],
        body_id=body_id,
        due_on=day,
        is_sample=edition.is_sample,
    )


@transaction.atomic
def end_tasks(
    *, programme: Programme, on: date, reason: str, bodies: Collection[int] | None = None, by: Member,
    at: datetime,
) -> int:  # fmt: skip
    """Drop the open tasks (some bodies' alone, by id) due after the last day `on`; earlier ones stay owed.

    Returns how many were dropped; a fixed number of queries.
    """
    if not permissions.can_end_all(by, programme):
        raise PermissionDenied
    locked = Task.objects.select_for_update(of=("self",)).open().filter(programme=programme, due_on__gt=on)
    if bodies is not None:
        locked = locked.filter(body__in=bodies)
    rows = list(locked.order_by("pk"))
    for row in rows:
        row.status = TaskStatus.CANCELLED
        row.version += 1
    Task.objects.bulk_update(rows, ["status", "version"])
    _decide_all(rows, "cancel", note=reason.strip(), by=by, at=at)
    return len(rows)


def _decide_all(tasks: list[Task], verb: str, *, note: str, by: Member, at: datetime) -> None:
    TaskDecision.objects.bulk_create(
        TaskDecision(task=task, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at)
        for task in tasks
    )
