"""A committee member's own action plan: written, sent to the standing board, noted, made own tasks."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.vietnamese import nfc
from phoihop.plans import permissions, registration_notices
from phoihop.plans.actions.registered import REGISTER, drop_task
from phoihop.plans.models import PersonalCommitment, PersonalPlan, PersonalPlanDecision, Task, TaskDecision
from phoihop.plans.statuses import PERSONAL, PersonalStatus, TaskKind
from phoihop.programmes.models import Clause, Edition, Programme
from phoihop.programmes.statuses import EditionStatus


@dataclass(frozen=True)
class CommitmentContent:
    """What a person takes on, by the end of which day, with which result in view."""

    content: str
    clause_id: int
    due_on: date
    expected: str = ""


def open_plan(*, programme: Programme, year: int, by: Member) -> PersonalPlan:
    """The person's plan of the year under the programme, for the body one acts for; made when not there.

    Refused for a programme that is not in force.
    """
    if not Edition.objects.filter(programme=programme, status=EditionStatus.IN_FORCE).exists():
        raise Refused("Chương trình chưa có hiệu lực hoặc đã kết thúc.")
    row, _ = PersonalPlan.objects.get_or_create(
        programme=programme,
        person_id=by.person_id,
        body_id=by.body_id,
        year=year,
        defaults={"is_sample": programme.is_sample},
    )
    return row


@transaction.atomic
def write_commitment(
    *, plan: PersonalPlan, content: CommitmentContent, commitment: PersonalCommitment | None = None,
    version: int, by: Member,
) -> PersonalCommitment:  # fmt: skip
    """Another commitment, or `commitment` written anew; only the person writes."""
    row = _open_for_writing(plan, version=version, by=by)
    if not content.content.strip():
        raise Refused("Hãy ghi việc tôi nhận.")
    if not Clause.objects.filter(pk=content.clause_id, edition__programme=row.programme_id).exists():
        raise Refused("Mục này không thuộc chương trình.")
    held = row.commitments.get(pk=commitment.pk) if commitment else PersonalCommitment(plan=row)
    held.content, held.expected = nfc(content.content).strip(), nfc(content.expected).strip()
    held.clause_id, held.due_on = content.clause_id, content.due_on
    held.save()
    _touch(row)
    return held


@transaction.atomic
def drop_commitment(*, commitment: PersonalCommitment, by: Member, at: datetime) -> None:
    """Take a commitment out; its task, from an earlier noting, is dropped. Refused once done."""
    row = _open_for_writing(commitment.plan, version=None, by=by)
    held = row.commitments.select_related("task").get(pk=commitment.pk)
    if held.task is not None:
        drop_task(held.task, by=by, at=at)
    held.delete()
    _touch(row)


@transaction.atomic
def send_plan(*, plan: PersonalPlan, version: int, by: Member, at: datetime) -> PersonalPlan:
    """To the standing board of the body. Refused while it is empty."""
    row = _own(plan, version=version, by=by)
    if not row.commitments.exists():
        raise Refused("Chưa có việc nào để gửi.")
    row.sent_at = at
    _moved(row, "send", by=by, at=at)
    registration_notices.tell_plan_sent(row, at=at)
    return row


@transaction.atomic
def take_back_plan(*, plan: PersonalPlan, by: Member, at: datetime) -> PersonalPlan:
    """Undo the sending, as long as the board has not answered."""
    return _moved(_own(plan, version=None, by=by), "take_back", by=by, at=at)


@transaction.atomic
def reopen_plan(*, plan: PersonalPlan, reason: str, by: Member, at: datetime) -> PersonalPlan:
    """The person changes a plan already noted, and says why; its tasks go on meanwhile."""
    row = _own(plan, version=None, by=by)
    if not reason.strip():
        raise Refused("Hãy ghi lý do sửa.")
    return _moved(row, "reopen", note=nfc(reason).strip(), by=by, at=at)


@transaction.atomic
def answer_plan(
    *, plan: PersonalPlan, verb: str, note: str, version: int, by: Member, at: datetime
) -> PersonalPlan:
    """The board notes it (verb "note": commitments become the person's tasks, once) or returns it."""
    row = _locked(plan, version=version)
    if verb not in {"note", "return"} or not permissions.can_note_plans(by, row.body_id):
        raise PermissionDenied
    if verb == "return" and not note.strip():
        raise Refused("Hãy ghi cần bổ sung điều gì.")
    _moved(row, verb, note=nfc(note).strip(), by=by, at=at)
    if verb == "note":
        _make_tasks(row, by=by, at=at)
    registration_notices.tell_plan_answered(row, note=nfc(note).strip(), at=at)
    return row


def _make_tasks(row: PersonalPlan, *, by: Member, at: datetime) -> None:
    """A task for each commitment without one; an open one is brought in step. Needs the text in force."""
    edition = (
        Edition.objects.select_for_update(of=("self",), no_key=True)
        .filter(programme=row.programme_id, status=EditionStatus.IN_FORCE)
        .first()
    )
    if edition is None:
        raise Refused("Chương trình không còn hiệu lực nên không lập công việc.")
    clauses = dict(edition.clauses.values_list("key", "pk"))
    for held in row.commitments.select_related("clause", "task"):
        title = held.content
        if held.task is not None:
            Task.objects.open().filter(pk=held.task.pk).update(title=title, due_on=held.due_on)
            continue
        held.task = Task.objects.create(
            programme_id=row.programme_id, clause_id=clauses.get(held.clause.key, held.clause_id),
            kind=TaskKind.WORK, title=title, body_id=row.body_id, person_id=row.person_id,
            due_on=held.due_on, is_sample=row.is_sample,
        )  # fmt: skip
        held.save(update_fields=["task"])
        TaskDecision.objects.create(
            task=held.task, verb=REGISTER, by_person_id=by.person_id, by_body_id=by.body_id, at=at
        )


def _open_for_writing(plan: PersonalPlan, *, version: int | None, by: Member) -> PersonalPlan:
    row = _own(plan, version=version, by=by)
    if not PERSONAL.allows(row.status, "send"):
        raise Refused("Đã gửi: hãy rút lại, hoặc mở sửa, trước khi thay đổi.")
    return row


def _own(plan: PersonalPlan, *, version: int | None, by: Member) -> PersonalPlan:
    row = _locked(plan, version=version)
    if row.person_id != by.person_id:
        raise PermissionDenied
    return row


def _locked(plan: PersonalPlan, *, version: int | None) -> PersonalPlan:
    rows = PersonalPlan.objects.select_for_update(of=("self",)).select_related("programme", "person")
    row = rows.get(pk=plan.pk)
    if version is not None and row.version != version:
        raise Conflict("Chương trình hành động cá nhân")
    return row


def _touch(row: PersonalPlan) -> None:
    row.version += 1
    row.save(update_fields=["version"])


def _moved(row: PersonalPlan, verb: str, *, note: str = "", by: Member, at: datetime) -> PersonalPlan:
    row.status = PersonalStatus(PERSONAL.after(row.status, verb))
    row.version += 1
    row.save()
    PersonalPlanDecision.objects.create(
        plan=row, verb=verb, note=note, by_person_id=by.person_id, by_body_id=by.body_id, at=at
    )
    return row
