"""One task from plan to result. Each act locks the row and leaves a decision that users see."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.documents.models import StoredFile
from phoihop.organisations.models import Body
from phoihop.plans import permissions
from phoihop.plans.actions.session_sums import counted_by_sessions
from phoihop.plans.content import Outcome, TaskContent
from phoihop.plans.models import Task, TaskDecision, TaskEvidence
from phoihop.plans.statuses import TASK
from phoihop.programmes.models import Clause, Edition
from phoihop.programmes.statuses import EditionStatus


def locked_task(task: Task, *, version: int | None = None) -> Task:
    """The row, held; Conflict when it is no longer the version that was seen."""
    row = Task.objects.select_for_update(of=("self",)).select_related("body", "programme").get(pk=task.pk)
    if version is not None and row.version != version:
        raise Conflict("Công việc")
    return row


def locked_edition(edition_id: int) -> Edition:
    """Held while a task is added, so that the programme does not end in between."""
    rows = Edition.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("programme").get(pk=edition_id)


def decide(task: Task, verb: str, *, note: str = "", by: Member, at: datetime) -> None:
    """Leave a line in the task's history."""
    TaskDecision.objects.create(
        task=task, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at
    )


def _move(task: Task, verb: str, *, note: str = "", by: Member, at: datetime) -> Task:
    task.status = TASK.after(task.status, verb)
    task.version += 1
    task.save()
    decide(task, verb, note=note, by=by, at=at)
    return task


@transaction.atomic
def create_task(*, clause: Clause, body: Body, content: TaskContent, by: Member, at: datetime) -> Task:
    """A task of a body under a clause of a programme in force; the person must work for the body."""
    edition = locked_edition(clause.edition_id)
    if not permissions.can_create(by, body, edition.programme):
        raise PermissionDenied
    if edition.status != EditionStatus.IN_FORCE:
        raise Refused("Chương trình chưa có hiệu lực hoặc đã kết thúc nên không lập công việc mới.")
    return add_task(clause=clause, body=body, content=content, by=by, at=at, edition=edition)


def add_task(
    *, edition: Edition, clause: Clause, body: Body, content: TaskContent, by: Member, at: datetime
) -> Task:
    """The row itself, for acts that have asked for permission and hold the edition in force."""
    _check(content, body, at=at)
    task = Task.objects.create(
        programme=edition.programme,
        clause=clause,
        body=body,
        is_sample=edition.is_sample,
        **_columns(content),
    )
    decide(task, "create", by=by, at=at)
    return task


def _columns(content: TaskContent) -> dict[str, object]:
    return vars(content) | {"title": content.title.strip(), "place": content.place.strip()}


def _check(content: TaskContent, body: Body, *, at: datetime) -> None:
    if not content.title.strip():
        raise Refused("Hãy ghi tên công việc.")
    if content.starts_on is not None and content.starts_on > content.due_on:
        raise Refused("Ngày bắt đầu không được sau hạn.")
    if body.valid_to is not None and body.valid_to < content.due_on:
        raise Refused("Đơn vị này đã kết thúc hoạt động trước hạn của công việc.")
    if content.person_id is not None and not works_for(content.person_id, body, at=at):
        raise Refused("Người phụ trách không thuộc đơn vị làm việc này.")


def works_for(person_id: int, body: Body, *, at: datetime) -> bool:
    """A member of the body, or of a board or office under it."""
    memberships = Membership.objects.on(clock.day_of(at)).filter(person=person_id)
    return memberships.filter(body__in=[body.pk]).exists() or memberships.filter(body__parent=body).exists()


@transaction.atomic
def change_task(*, task: Task, content: TaskContent, version: int, by: Member, at: datetime) -> Task:
    """Another title, person, place or day; one made from a duty keeps the day the duty gave it."""
    row = locked_task(task, version=version)
    if not permissions.can_create(by, row.body, row.programme):
        raise PermissionDenied
    if not TASK.allows(row.status, "finish"):
        raise Refused("Công việc đã xong hoặc không làm nữa: hãy mở lại trước khi sửa.")
    if row.duty_id is not None and content.due_on != row.due_on:
        raise Refused("Hạn của việc định kỳ lấy từ văn bản nên không sửa ở đây.")
    _check(content, row.body, at=at)
    for name, value in _columns(content).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    decide(row, "change", by=by, at=at)
    return row


@transaction.atomic
def start(*, task: Task, version: int | None = None, by: Member, at: datetime) -> Task:
    """Somebody began."""
    row = locked_task(task, version=version)
    if not permissions.can_work_on(by, row):
        raise PermissionDenied
    return _move(row, "start", by=by, at=at)


@transaction.atomic
def finish(*, task: Task, outcome: Outcome, version: int | None = None, by: Member, at: datetime) -> Task:
    """Done, with what came of it; a result in words, a quantity or an attendance is asked for."""
    row = locked_task(task, version=version)
    if not permissions.can_work_on(by, row):
        raise PermissionDenied
    return settle(row, outcome=outcome, by=by, at=at)


def settle(row: Task, *, outcome: Outcome, by: Member, at: datetime) -> Task:
    """Write what came of a task already held, for acts that have asked for permission."""
    outcome = counted_by_sessions(row, outcome)
    _check_outcome(outcome, at=at)
    row.finished_on = outcome.finished_on
    row.result = outcome.result.strip()
    row.quantity, row.quantity_unit = outcome.quantity, outcome.quantity_unit.strip()
    row.attendance = outcome.attendance
    _move(row, "finish", by=by, at=at)
    _keep_evidence(row, outcome.evidence)
    return row


def _check_outcome(outcome: Outcome, *, at: datetime) -> None:
    if outcome.finished_on > clock.day_of(at):
        raise Refused("Ngày hoàn thành không được sau hôm nay.")
    told = outcome.result.strip() or outcome.quantity is not None or outcome.attendance is not None
    if not told:
        raise Refused("Hãy ghi kết quả bằng lời, số lượng hoặc số lượt người.")
    if outcome.quantity is not None and (outcome.quantity < 0 or not outcome.quantity_unit.strip()):
        raise Refused("Số lượng không được âm và cần ghi đơn vị tính, ví dụ “buổi”, “hộ”.")


def _keep_evidence(task: Task, files: Iterable[StoredFile]) -> None:
    TaskEvidence.objects.bulk_create(
        (TaskEvidence(task=task, file=file) for file in dict.fromkeys(files)), ignore_conflicts=True
    )


@transaction.atomic
def cancel(*, task: Task, reason: str, version: int | None = None, by: Member, at: datetime) -> Task:
    """Not to be done any more, with the reason."""
    row = locked_task(task, version=version)
    if not permissions.can_create(by, row.body, row.programme):
        raise PermissionDenied
    if not reason.strip():
        raise Refused("Hãy ghi lý do không làm.")
    return _move(row, "cancel", note=reason.strip(), by=by, at=at)


@transaction.atomic
def reopen(*, task: Task, reason: str, version: int | None = None, by: Member, at: datetime) -> Task:
    """Back to work: the result stays written to be mended, its evidence stays too."""
    row = locked_task(task, version=version)
    if not permissions.can_create(by, row.body, row.programme):
        raise PermissionDenied
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại.")
    row.finished_on = None
    return _move(row, "reopen", note=reason.strip(), by=by, at=at)
