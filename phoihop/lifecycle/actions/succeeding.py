"""A running programme whose place or party ended: closed, or carried on by successors."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.lifecycle.models import ProgrammeSuccession
from phoihop.organisations.models import Body, Succession
from phoihop.plans.actions import end_tasks
from phoihop.plans.actions.handing_over import Before, hand_over_tasks, take_tasks_back
from phoihop.plans.models import Task
from phoihop.programmes import actions as programmes
from phoihop.programmes import permissions
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.actions import end_obligations, inherit_obligations
from phoihop.reports.actions.undoing import undo_inheritance
from phoihop.reports.models import Obligation

Outcome = ProgrammeSuccession.Outcome


@dataclass(frozen=True)
class _Act:
    """One succession applied to one edition in force."""

    edition: Edition
    succession: Succession
    reason: str

    @property
    def first_day(self) -> date:
        """The day the successors stand in."""
        return self.succession.effective_on

    @property
    def last_day(self) -> date:
        """The last day of what ended."""
        return self.first_day - timedelta(days=1)


@transaction.atomic
def succeed_programme(
    *, programme: Programme, succession: Succession, outcome: Outcome, successors: Mapping[int, Body],
    note: str = "", by: Member, at: datetime,
) -> ProgrammeSuccession:  # fmt: skip
    """Close the programme on the last day before the succession, or hand what is open to `successors`.

    `successors` maps ended bodies (by id) to those who go on with what they owe; closing takes none.
    What was due before stays owed by the body that owed it.
    """
    edition = _running(programme)
    if not permissions.can_lead(by, programme):
        raise PermissionDenied
    if ProgrammeSuccession.objects.filter(
        programme=programme, succession=succession, undone_at=None
    ).exists():
        raise Refused("Việc kế thừa này đã ghi cho chương trình.")
    if outcome == Outcome.TRANSFERRED and not successors:
        raise Refused("Hãy chọn đơn vị kế thừa.")
    act = _Act(edition, succession, note.strip() or f"Theo {succession.legal_document}")
    before = set(_open_obligations(programme))
    tasks = _carry_out(act, outcome, successors, by=by, at=at)
    after = set(_open_obligations(programme))
    return ProgrammeSuccession.objects.create(
        programme=programme, succession=succession, outcome=outcome, effective_on=act.first_day,
        legal_document=succession.legal_document, is_sample=programme.is_sample,
        undo={"made": sorted(after - before), "ended": sorted(before - after), "tasks": tasks},
        by_person_id=by.person_id, by_body_id=by.body_id, verb=str(outcome), note=note.strip(), at=at,
    )  # fmt: skip


def _running(programme: Programme) -> Edition:
    rows = programme.editions.select_for_update(of=("self",)).filter(status=EditionStatus.IN_FORCE)
    edition = rows.select_related("programme").first()
    if edition is None:
        raise Refused("Chương trình không đang thực hiện nên không có gì để chuyển hay kết thúc.")
    return edition


def _open_obligations(programme: Programme) -> list[int]:
    return list(Obligation.objects.filter(programme=programme, ended_on=None).values_list("pk", flat=True))


def _carry_out(
    act: _Act, outcome: Outcome, successors: Mapping[int, Body], *, by: Member, at: datetime
) -> Before:
    programme = act.edition.programme
    if outcome == Outcome.TRANSFERRED:
        inherit_obligations(programme=programme, successors=successors, by=by, at=at)
        return hand_over_tasks(programme=programme, successors=successors, note=act.reason, by=by, at=at)
    ending = Task.objects.open().filter(programme=programme, due_on__gt=act.last_day)
    before = {pk: (body, status) for pk, body, status in ending.values_list("pk", "body_id", "status")}
    end_obligations(edition=act.edition, on=act.first_day, reason=act.reason, by=by, at=at)
    end_tasks(programme=programme, on=act.last_day, reason=act.reason, by=by, at=at)
    programmes.end(edition=act.edition, on=act.last_day, reason=act.reason, by=by, at=at)
    return before


@transaction.atomic
def undo_succession(
    *, row: ProgrammeSuccession, reason: str, by: Member, at: datetime
) -> ProgrammeSuccession:
    """Everything as before the act; Refused once somebody reported, finished a task or renewed."""
    rows = ProgrammeSuccession.objects.select_for_update(of=("self",)).select_related("programme")
    locked = rows.get(pk=row.pk)
    if not permissions.can_lead(by, locked.programme):
        raise PermissionDenied
    if locked.undone_at is not None:
        raise Refused("Việc này đã hoàn tác từ trước.")
    if not reason.strip():
        raise Refused("Hãy ghi lý do hoàn tác.")
    if locked.programme.renewals.exists():
        raise Refused("Đã có chương trình tiếp nối nên không hoàn tác được.")
    _undo(locked, reason.strip(), by=by, at=at)
    locked.undone_at, locked.undone_reason = at, reason.strip()
    locked.save(update_fields=["undone_at", "undone_reason"])
    return locked


def _undo(row: ProgrammeSuccession, reason: str, *, by: Member, at: datetime) -> None:
    undo_inheritance(made=row.undo["made"], ended=row.undo["ended"], by=by, at=at)
    before = {int(task): (body, status) for task, (body, status) in row.undo["tasks"].items()}
    take_tasks_back(programme=row.programme, before=before, note=reason, by=by, at=at)
    if row.outcome == Outcome.CLOSED:
        ended = row.programme.editions.select_related("programme").get(status=EditionStatus.ENDED)
        programmes.undo_end(edition=ended, reason=reason, by=by, at=at)
