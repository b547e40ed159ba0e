"""What an inspection found wrong: recorded by the team, answered by the unit, confirmed or returned."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.documents.models import StoredFile
from phoihop.plans import inspection_notices, permissions
from phoihop.plans.actions.inspections import open_inspection
from phoihop.plans.models import Finding, FindingDecision, FindingFile, Visit
from phoihop.plans.occasions import FindingContent
from phoihop.plans.statuses import FINDING, FindingStatus


@transaction.atomic
def record_finding(*, visit: Visit, content: FindingContent, by: Member, at: datetime) -> Finding:
    """Write down what is wrong at a unit; the body that must mend it is told at once."""
    inspection = open_inspection(visit.inspection, by=by)
    _check(content, visit)
    row = Finding.objects.create(visit=visit, **_columns(content))
    _decide(row, "record", files=content.evidence, by=by, at=at)
    inspection_notices.tell_owing(row, inspection, "record", at=at)
    return row


@transaction.atomic
def change_finding(
    *, finding: Finding, content: FindingContent, version: int, by: Member, at: datetime
) -> Finding:
    """Other words, another day or body, until it was answered."""
    row = _locked(finding, version=version)
    inspection = open_inspection(row.visit.inspection, by=by)
    if row.status != FindingStatus.OPEN:
        raise Refused("Đơn vị đã báo khắc phục nên không sửa tồn tại này nữa.")
    _check(content, row.visit)
    for name, value in _columns(content).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    _decide(row, "change", files=content.evidence, by=by, at=at)
    inspection_notices.tell_owing(row, inspection, "change", at=at)
    return row


@transaction.atomic
def answer_finding(
    *,
    finding: Finding,
    text: str,
    evidence: Sequence[StoredFile] = (),
    version: int,
    by: Member,
    at: datetime,
) -> Finding:
    """The body says how it mended this, with evidence; the team has the last word."""
    row = _locked(finding, version=version)
    if not permissions.can_mend(by, row):
        raise PermissionDenied
    if not text.strip():
        raise Refused("Hãy ghi đã khắc phục thế nào.")
    _move(row, "answer", note=text, files=evidence, by=by, at=at)
    inspection_notices.tell_team(row, at=at)
    return row


@transaction.atomic
def confirm_finding(*, finding: Finding, note: str = "", version: int, by: Member, at: datetime) -> Finding:
    """The team has seen that it is mended."""
    return _judge(finding, "confirm", note=note, version=version, by=by, at=at)


@transaction.atomic
def return_finding(*, finding: Finding, reason: str, version: int, by: Member, at: datetime) -> Finding:
    """Not mended yet, and why: it is open again."""
    if not reason.strip():
        raise Refused("Hãy ghi lý do trả lại.")
    return _judge(finding, "return", note=reason, version=version, by=by, at=at)


@transaction.atomic
def reopen_finding(*, finding: Finding, reason: str, version: int, by: Member, at: datetime) -> Finding:
    """Confirmed by mistake, or wrong again."""
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại.")
    return _judge(finding, "reopen", note=reason, version=version, by=by, at=at)


def _judge(finding: Finding, verb: str, *, note: str, version: int, by: Member, at: datetime) -> Finding:
    """The team's word, also after the inspection ended."""
    row = _locked(finding, version=version)
    inspection = row.visit.inspection
    if not permissions.can_inspect(by, inspection):
        raise PermissionDenied
    _move(row, verb, note=note, by=by, at=at)
    inspection_notices.tell_owing(row, inspection, verb, at=at)
    return row


def _locked(finding: Finding, *, version: int) -> Finding:
    rows = Finding.objects.select_for_update(of=("self",))
    row = rows.select_related("visit__inspection__task__body", "visit__inspection__task__programme").get(
        pk=finding.pk
    )
    if row.version != version:
        raise Conflict("Tồn tại này")
    return row


def _move(
    row: Finding, verb: str, *, note: str, files: Sequence[StoredFile] = (), by: Member, at: datetime
) -> None:
    row.status = FINDING.after(row.status, verb)
    row.version += 1
    row.save()
    _decide(row, verb, note=note.strip(), files=files, by=by, at=at)


def _decide(
    row: Finding,
    verb: str,
    *,
    note: str = "",
    files: Sequence[StoredFile] = (),
    by: Member,
    at: datetime,
) -> None:
    made = FindingDecision.objects.create(
        finding=row, by_person_id=by.person_id, by_body_id=by.body_id, verb=verb, note=note, at=at
    )
    FindingFile.objects.bulk_create(FindingFile(decision=made, file=file) for file in dict.fromkeys(files))


def _columns(content: FindingContent) -> dict[str, object]:
    columns = {k: v.strip() if isinstance(v, str) else v for k, v in vars(content).items()}
    del columns["evidence"]
    return columns


def _check(content: FindingContent, visit: Visit) -> None:
    if not (content.text.strip() and content.remedy.strip()):
        raise Refused("Hãy ghi tồn tại và việc phải khắc phục.")
    if content.due_on < visit.visit_on:
        raise Refused("Hạn khắc phục không được trước ngày kiểm tra.")
