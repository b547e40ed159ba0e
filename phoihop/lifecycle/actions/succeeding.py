"""A running programme whose place or party ended: closed, or carried on by one or several successors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.lifecycle import notices
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.lifecycle.queries.successions import bodies_at_work
from phoihop.organisations.models import Body, Succession
from phoihop.plans.actions import end_tasks
from phoihop.plans.actions.handing_over import HandedOver, hand_over_tasks, take_tasks_back
from phoihop.plans.actions.succeeding import PassedOn, end_sheets, pass_on_plans, take_plans_back
from phoihop.plans.models import Task
from phoihop.programmes import actions as programmes
from phoihop.programmes import permissions
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.actions import end_obligations, inherit_obligations
from phoihop.reports.actions.succeeding import owed_under
from phoihop.reports.actions.undoing import undo_inheritance
from phoihop.targets.actions import Parts, pass_on_shares, take_shares_back

Outcome = ProgrammeSuccession.Outcome
type Successors = Mapping[int, Sequence[Body]]


@dataclass(frozen=True)
class _Act:
    """One succession applied to one edition in force."""

    edition: Edition
    succession: Succession
    reason: str
    by: Member
    at: datetime

    @property
    def programme(self) -> Programme:
        return self.edition.programme

    @property
    def first_day(self) -> date:
        """The day the successors stand in."""
        return self.succession.effective_on

    @property
    def last_day(self) -> date:
        """The last day of what ended."""
        return self.first_day - timedelta(days=1)


@dataclass(frozen=True)
class Handover:
    """Who goes on for each ended body (by id), and the parts of shares agreed on where several do."""

    successors: Successors = field(default_factory=dict)
    parts: Parts = field(default_factory=dict)

    @property
    def outcome(self) -> Outcome:
        """Split once a body has several successors."""
        several = any(len(heirs) > 1 for heirs in self.successors.values())
        return Outcome.SPLIT if several else Outcome.TRANSFERRED


@transaction.atomic
def close_programme(
    *, programme: Programme, succession: Succession, note: str = "", by: Member, at: datetime
) -> ProgrammeSuccession:
    """The programme ends on the last day before the succession; what was due before stays owed."""
    act = _act(programme, succession, note, by=by, at=at)
    before = _open_obligations(programme)
    ending = Task.objects.open().filter(programme=programme, due_on__gt=act.last_day)
    tasks = {pk: (body, status) for pk, body, status in ending.values_list("pk", "body_id", "status")}
    end_obligations(edition=act.edition, on=act.first_day, reason=act.reason, by=by, at=at)
    end_tasks(programme=programme, on=act.last_day, reason=act.reason, by=by, at=at)
    programmes.end(edition=act.edition, on=act.last_day, reason=act.reason, by=by, at=at)
    undo = {"ended": sorted(before - _open_obligations(programme)), "tasks": tasks}
    return _recorded(act, Outcome.CLOSED, undo, note)


@transaction.atomic
def succeed_programme(
    *, programme: Programme, succession: Succession, handover: Handover, note: str = "", by: Member,
    at: datetime,
) -> ProgrammeSuccession:  # fmt: skip
    """The programme goes on: the successors stand where the ended bodies stood, from the succession's day.

    Open reports go on as linked new rows, open tasks and shares of targets with them; what was due before
    stays owed by the body that owed it. Nothing due later is left with an ended body nobody goes on for.
    Refused when nobody goes on, or when parts of a share do not add up to it.
    """
    act = _act(programme, succession, note, by=by, at=at)
    successors = {ended: list(heirs) for ended, heirs in handover.successors.items() if heirs}
    if not successors:
        raise Refused("Hãy chọn đơn vị kế thừa.")
    before = _open_obligations(programme)
    undo = _passed_on(act, successors, handover.parts)
    tasks, sheets = _dropped(act, successors)
    undo["tasks"] |= tasks
    undo["sheets"] = sheets.as_data()
    after = _open_obligations(programme)
    undo |= {"made": sorted(after - before), "ended": sorted(before - after)}
    return _recorded(act, handover.outcome, undo, note)


def _act(programme: Programme, succession: Succession, note: str, *, by: Member, at: datetime) -> _Act:
    edition = _running(programme)
    if not permissions.can_lead(by, programme):
        raise PermissionDenied
    applied = ProgrammeSuccession.objects.filter(programme=programme, succession=succession, undone_at=None)
    if applied.exists():
        raise Refused("Việc kế thừa này đã ghi cho chương trình.")
    return _Act(edition, succession, note.strip() or f"Theo {succession.legal_document}", by, at)


def _running(programme: Programme) -> Edition:
    rows = programme.editions.select_for_update(of=("self",)).filter(status=EditionStatus.IN_FORCE)
    edition = rows.select_related("programme").first()
    if edition is None:
        raise Refused("Chương trình không đang thực hiện nên không có gì để chuyển hay kết thúc.")
    return edition


def _open_obligations(programme: Programme) -> set[int]:
    return set(owed_under(programme.pk).filter(ended_on=None).values_list("pk", flat=True))


def _passed_on(act: _Act, successors: dict[int, list[Body]], parts: Parts) -> dict[str, Any]:
    """Everything open goes to the successors; answers what to undo."""
    who: dict[str, Any] = {"by": act.by, "at": act.at}
    heirs = programmes.name_heirs(
        programme=act.programme, successors=successors, from_day=act.first_day, **who
    )
    inherit_obligations(programme=act.programme, successors=successors, **who)
    handed = hand_over_tasks(programme=act.programme, successors=successors, note=act.reason, **who)
    shares = pass_on_shares(edition=act.edition, successors=successors, parts=parts, **who)
    plans = pass_on_plans(programme=act.programme, successors=successors, from_day=act.first_day, **who)
    done = {"heirs": heirs, "tasks": handed.before, "tasks_made": handed.made, "shares": shares}
    return done | {"plans": plans.as_data()}


def _dropped(act: _Act, successors: dict[int, list[Body]]) -> tuple[dict[int, tuple[int, str]], PassedOn]:
    """What bodies ended with nobody after them still had to do: their tasks as they were, their sheets."""
    at_work = bodies_at_work(act.programme) - successors.keys()
    ended = set(Body.objects.filter(pk__in=at_work, valid_to__lt=act.first_day).values_list("pk", flat=True))
    reason = f"{act.reason}; không có đơn vị làm tiếp"
    tasks = Task.objects.open().filter(programme=act.programme, body__in=ended, due_on__gt=act.last_day)
    before = {pk: (body, status) for pk, body, status in tasks.values_list("pk", "body_id", "status")}
    end_obligations(edition=act.edition, on=act.first_day, reason=reason, bodies=ended, by=act.by, at=act.at)
    end_tasks(programme=act.programme, on=act.last_day, reason=reason, bodies=ended, by=act.by, at=act.at)
    sheets = end_sheets(programme=act.programme, bodies=ended, from_day=act.first_day, by=act.by, at=act.at)
    return before, sheets


def _recorded(act: _Act, outcome: Outcome, undo: dict[str, Any], note: str) -> ProgrammeSuccession:
    return ProgrammeSuccession.objects.create(
        programme=act.programme, succession=act.succession, outcome=outcome, effective_on=act.first_day,
        legal_document=act.succession.legal_document, is_sample=act.programme.is_sample, undo=undo,
        by_person_id=act.by.person_id, by_body_id=act.by.body_id, verb=str(outcome), note=note.strip(),
        at=act.at,
    )  # fmt: skip


@transaction.atomic
def publish_succession(*, row: ProgrammeSuccession, by: Member, at: datetime) -> ProgrammeSuccession:
    """Tell those who go on, and the parties; from here on the act stands. Twice stays once."""
    locked = _locked(row, by)
    if locked.published_at is None:
        locked.published_at = at
        locked.save(update_fields=["published_at"])
        notices.tell_succession(locked, at=at)
    return locked


@transaction.atomic
def undo_succession(
    *, row: ProgrammeSuccession, reason: str, by: Member, at: datetime
) -> ProgrammeSuccession:
    """Everything as before the act.

    Refused once it is published, or once somebody reported, worked on a task, recorded a figure or renewed.
    """
    locked = _locked(row, by)
    if locked.published_at is not None:
        raise Refused("Việc bàn giao đã công bố cho các đơn vị nên không hoàn tác được nữa.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do hoàn tác.")
    if locked.programme.renewals.exists():
        raise Refused("Đã có chương trình tiếp nối nên không hoàn tác được.")
    _undo(locked, reason.strip(), by=by, at=at)
    locked.undone_at, locked.undone_reason = at, reason.strip()
    locked.save(update_fields=["undone_at", "undone_reason"])
    return locked


def _locked(row: ProgrammeSuccession, by: Member) -> ProgrammeSuccession:
    rows = ProgrammeSuccession.objects.select_for_update(of=("self",)).select_related("programme__lead")
    locked = rows.get(pk=row.pk)
    if not permissions.can_lead(by, locked.programme):
        raise PermissionDenied
    if locked.undone_at is not None:
        raise Refused("Việc này đã hoàn tác từ trước.")
    return locked


def _undo(row: ProgrammeSuccession, reason: str, *, by: Member, at: datetime) -> None:
    undo, programme = row.undo, row.programme
    undo_inheritance(made=undo.get("made", []), ended=undo["ended"], by=by, at=at)
    before = {int(task): (body, status) for task, (body, status) in undo["tasks"].items()}
    handed = HandedOver(before, undo.get("tasks_made", []))
    take_tasks_back(programme=programme, handed=handed, note=reason, by=by, at=at)
    take_shares_back(made=undo.get("shares", []), by=by, at=at)
    for done in ("plans", "sheets"):
        take_plans_back(done=PassedOn.of_data(undo.get(done, {})), by=by, at=at)
    programmes.unname_heirs(programme=programme, made=undo.get("heirs", []), by=by, at=at)
    if row.outcome == Outcome.CLOSED:
        ended = programme.editions.select_related("programme").get(status=EditionStatus.ENDED)
        programmes.undo_end(edition=ended, reason=reason, by=by, at=at)
