"""Focal persons and leaders of clauses: set one by one or for a section, handed over as a whole."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.organisations.models import Body
from phoihop.people.models import Person
from phoihop.plans import following_notices as notices
from phoihop.plans import permissions
from phoihop.plans.models import Follower, HandingOver, Task, TaskDecision
from phoihop.plans.statuses import FollowerRole
from phoihop.programmes.models import Clause, Programme


@transaction.atomic
def set_followers(
    *,
    programme: Programme,
    clauses: Collection[Clause],
    body: Body,
    role: FollowerRole,
    person: Person | None,
    from_day: date,
    by: Member,
    at: datetime,
) -> int:
    """The person follows these clauses for the body from a day on; None takes whoever does away.

    Who followed until then does so up to the day before. The same person twice stays one row. Returns how
    many clauses changed hands; the body's row is locked, so that two acts never interleave.
    """
    if not permissions.can_set_followers(by, body):
        raise PermissionDenied
    if person is not None:
        _check_works_for(person, body, on=max(from_day, clock.day_of(at)))
    Body.objects.select_for_update(of=("self",), no_key=True).get(pk=body.pk)
    by_key = {clause.key: clause for clause in clauses}
    before = _standing(programme, body, role, by_key, from_day=from_day)
    kept = _kept_keys(before, person, from_day)
    changed = [key for key in by_key if key not in kept and (person is not None or key in _keys(before))]
    _end([row for row in before if row.clause_key in changed], last_day=from_day - timedelta(days=1))
    if person is not None:
        common = {"programme": programme, "body": body, "person": person, "role": role}
        Follower.objects.bulk_create(
            Follower(
                **common,
                clause=by_key[key],
                clause_key=key,
                valid_from=from_day,
                is_sample=programme.is_sample,
            )
            for key in changed
        )
    return len(changed)


def _standing(
    programme: Programme, body: Body, role: str, keys: Collection[UUID], *, from_day: date
) -> list[Follower]:
    """Rows that hold on the day or begin after it."""
    rows = Follower.objects.filter(programme=programme, body=body, role=role, clause_key__in=keys)
    return list(rows.filter(Q(valid_to=None) | Q(valid_to__gte=from_day)))


def _keys(rows: Iterable[Follower]) -> set[UUID]:
    return {row.clause_key for row in rows}


def _kept_keys(rows: Iterable[Follower], person: Person | None, from_day: date) -> set[UUID]:
    """The clauses this person follows already, without an end."""
    if person is None:
        return set()
    return {
        row.clause_key
        for row in rows
        if row.person_id == person.pk and row.valid_to is None and row.valid_from <= from_day
    }


def _end(rows: list[Follower], *, last_day: date) -> None:
    """Rows begun by then end; rows that would begin later never held and go."""
    begun = [row for row in rows if row.valid_from <= last_day]
    for row in begun:
        row.valid_to = last_day
    Follower.objects.bulk_update(begun, ["valid_to"])
    Follower.objects.filter(pk__in=[row.pk for row in rows if row.valid_from > last_day]).delete()


def _check_works_for(person: Person, body: Body, *, on: date) -> None:
    """A member of the body, or of a board or office under it, that day."""
    held = Membership.objects.on(on).filter(Q(body=body) | Q(body__parent=body), person=person)
    if not held.exists():
        raise Refused("Người được chọn không thuộc đơn vị này.")


@transaction.atomic
def hand_over(
    *, body: Body, from_person: Person, to_person: Person, from_day: date, note: str, by: Member, at: datetime
) -> HandingOver:
    """All that one person follows for the body, and the person's open tasks there, go to another at once.

    Refused when there is nothing to hand over, for a day before today, and to somebody of another body.
    """
    if not permissions.can_set_followers(by, body):
        raise PermissionDenied
    if from_day < clock.day_of(at):
        raise Refused("Ngày bàn giao không được trước hôm nay.")
    if from_person.pk == to_person.pk:
        raise Refused("Hãy chọn một người khác nhận bàn giao.")
    _check_works_for(to_person, body, on=from_day)
    Body.objects.select_for_update(of=("self",), no_key=True).get(pk=body.pk)
    rows = _followed_by(from_person, body, from_day=from_day)
    tasks = list(_open_tasks(from_person, body).select_for_update(of=("self",)).order_by("pk"))
    if not rows and not tasks:
        raise Refused("Người này không theo dõi nội dung nào và không có công việc nào đang mở.")
    act = HandingOver.objects.create(
        body=body,
        from_person=from_person,
        to_person=to_person,
        effective_on=from_day,
        by_person_id=by.person_id,
        by_body_id=by.body_id,
        verb="hand_over",
        note=nfc(note).strip(),
        at=at,
        is_sample=body.is_sample,
    )
    act.undo = _pass_on(rows, to_person, from_day) | {"tasks": _pass_tasks(tasks, to_person)}
    act.save(update_fields=["undo"])
    _decide_tasks(tasks, "pass_on", note=act.note, by=by, at=at)
    notices.tell_taken_over(act, clauses=len(rows), tasks=len(tasks), at=at)
    return act


def _followed_by(person: Person, body: Body, *, from_day: date) -> list[Follower]:
    rows = Follower.objects.select_for_update(of=("self",)).filter(person=person, body=body)
    return list(rows.filter(Q(valid_to=None) | Q(valid_to__gte=from_day)).order_by("pk"))


def _open_tasks(person: Person, body: Body) -> Any:
    return Task.objects.open().filter(Q(body=body) | Q(body__parent=body), person=person)


def _pass_on(rows: list[Follower], person: Person, from_day: date) -> dict[str, Any]:
    """End the old rows and begin the new; a row that was to begin later is given whole to the new person."""
    ended = [[row.pk, _iso(row.valid_to)] for row in rows if row.valid_from < from_day]
    made = [
        Follower(
            programme_id=row.programme_id,
            clause_id=row.clause_id,
            clause_key=row.clause_key,
            body_id=row.body_id,
            person=person,
            role=row.role,
            valid_from=from_day,
            valid_to=row.valid_to,
            is_sample=row.is_sample,
        )
        for row in rows
        if row.valid_from < from_day
    ]
    given = [row for row in rows if row.valid_from >= from_day]
    for row in rows:
        if row.valid_from < from_day:
            row.valid_to = from_day - timedelta(days=1)
        else:
            row.person = person
    Follower.objects.bulk_update(rows, ["valid_to", "person"])
    new = Follower.objects.bulk_create(made)
    return {
        "ended": ended,
        "given": [row.pk for row in given],
        "made": [row.pk for row in new],
        "stands": {str(row.pk): _iso(row.valid_to) for row in [*given, *new]},
    }


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _pass_tasks(tasks: list[Task], person: Person) -> dict[str, int]:
    for task in tasks:
        task.person = person
        task.version += 1
    Task.objects.bulk_update(tasks, ["person", "version"])
    return {str(task.pk): task.version for task in tasks}


@transaction.atomic
def undo_hand_over(*, act: HandingOver, by: Member, at: datetime) -> HandingOver:
    """Everything back to the person before; Refused once somebody changed any of it since."""
    row = HandingOver.objects.select_for_update(of=("self",)).get(pk=act.pk)
    body = Body.objects.select_for_update(of=("self",), no_key=True).get(pk=row.body_id)
    if not permissions.can_set_followers(by, body):
        raise PermissionDenied
    if row.undone_at is not None:
        raise Refused("Lần bàn giao này đã hoàn tác.")
    tasks = _tasks_untouched(row)
    _followers_untouched(row)
    Follower.objects.filter(pk__in=row.undo["made"]).delete()
    Follower.objects.filter(pk__in=row.undo["given"]).update(person=row.from_person_id)
    for follower_id, last_day in row.undo["ended"]:
        Follower.objects.filter(pk=follower_id).update(valid_to=last_day or None)
    for task in tasks:
        task.person_id = row.from_person_id
        task.version += 1
    Task.objects.bulk_update(tasks, ["person", "version"])
    _decide_tasks(tasks, "take_back", note="Hoàn tác bàn giao", by=by, at=at)
    row.undone_at = at
    row.save(update_fields=["undone_at"])
    return row


def _tasks_untouched(act: HandingOver) -> list[Task]:
    versions = {int(pk): version for pk, version in act.undo["tasks"].items()}
    tasks = list(Task.objects.select_for_update(of=("self",)).filter(pk__in=versions))
    if len(tasks) != len(versions) or any(versions[task.pk] != task.version for task in tasks):
        raise Refused("Có công việc đã thay đổi sau khi bàn giao nên không hoàn tác được.")
    return tasks


def _followers_untouched(act: HandingOver) -> None:
    """Every row made or given still stands with the person who took over."""
    ids = [int(pk) for pk in act.undo["stands"]]
    rows = Follower.objects.select_for_update(of=("self",)).filter(pk__in=ids, person=act.to_person_id)
    now = {str(row.pk): _iso(row.valid_to) for row in rows}
    if now != act.undo["stands"]:
        raise Refused("Có nội dung đã đổi người theo dõi sau khi bàn giao nên không hoàn tác được.")


def _decide_tasks(tasks: list[Task], verb: str, *, note: str, by: Member, at: datetime) -> None:
    TaskDecision.objects.bulk_create(
        TaskDecision(task=task, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at)
        for task in tasks
    )
