"""An inspection from plan to end: its team, the units it visits. Each act holds the inspection's row."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.plans import inspection_notices, permissions
from phoihop.plans.actions.tasks import decide, locked_task, settle
from phoihop.plans.content import Outcome
from phoihop.plans.models import Inspection, Task, TeamMember, Visit
from phoihop.plans.occasions import InspectionContent, TeamMemberContent, VisitContent
from phoihop.plans.statuses import INSPECTION, TASK, InspectionStatus, TaskKind, TaskStatus, TeamRole


@transaction.atomic
def plan_inspection(*, task: Task, content: InspectionContent, by: Member, at: datetime) -> Inspection:
    """What a task of kind inspection looks at, on which decision; once for each task."""
    row = locked_task(task)
    if not permissions.can_work_on(by, row):
        raise PermissionDenied
    if row.kind != TaskKind.INSPECTION:
        raise Refused("Công việc này không phải là cuộc kiểm tra.")
    if not TASK.allows(row.status, "finish"):
        raise Refused("Công việc đã xong hoặc không làm nữa: hãy mở lại trước.")
    if Inspection.objects.filter(task=row).exists():
        raise Refused("Cuộc kiểm tra này đã được lập.")
    _check(content)
    made = Inspection.objects.create(task=row, is_sample=row.is_sample, **vars(content))
    decide(row, "inspection_plan", by=by, at=at)
    return made


@transaction.atomic
def change_inspection(
    *,
    inspection: Inspection,
    content: InspectionContent,
    assessment: str,
    version: int,
    by: Member,
    at: datetime,
) -> Inspection:
    """Other words, another decision, the assessment as a whole; no new file keeps the one there."""
    row = open_inspection(inspection, by=by)
    if row.version != version:
        raise Conflict("Cuộc kiểm tra")
    _check(content)
    row.round, row.content, row.basis = content.round, content.content.strip(), content.basis.strip()
    row.basis_file = content.basis_file or row.basis_file
    row.assessment = assessment.strip()
    row.version += 1
    row.save()
    decide(row.task, "inspection_change", by=by, at=at)
    return row


def held_inspection(inspection: Inspection) -> Inspection:
    """The row until the end of the transaction, with its task."""
    rows = Inspection.objects.select_for_update(of=("self",))
    return rows.select_related("task__body", "task__programme").get(pk=inspection.pk)


def open_inspection(inspection: Inspection, *, by: Member) -> Inspection:
    """The row, held, for its host and team; Refused once it ended."""
    row = held_inspection(inspection)
    if not permissions.can_inspect(by, row):
        raise PermissionDenied
    if row.status == InspectionStatus.CONCLUDED:
        raise Refused("Cuộc kiểm tra đã kết thúc: muốn sửa phải mở lại, kèm lý do.")
    if row.task.status == TaskStatus.CANCELLED:
        raise Refused("Cuộc kiểm tra không tiến hành nữa.")
    return row


@transaction.atomic
def add_to_team(
    *, inspection: Inspection, content: TeamMemberContent, by: Member, at: datetime
) -> TeamMember:
    """A member for a body; one head at most, nobody twice."""
    row = open_inspection(inspection, by=by)
    name = " ".join(content.name.split())
    if not name:
        raise Refused("Hãy chọn người hoặc ghi họ và tên.")
    if content.role == TeamRole.HEAD and row.team.filter(role=TeamRole.HEAD).exists():
        raise Refused("Đoàn đã có trưởng đoàn.")
    same_person = content.person_id is not None and row.team.filter(person=content.person_id).exists()
    if same_person or row.team.filter(body=content.body_id, name=name).exists():
        raise Refused("Người này đã có trong đoàn.")
    made = TeamMember.objects.create(inspection=row, **(vars(content) | {"name": name}))
    decide(row.task, "inspection_team", note=f"{name}, {made.get_role_display()}", by=by, at=at)
    return made


@transaction.atomic
def take_off_team(*, team_member: TeamMember, by: Member, at: datetime) -> None:
    """Somebody leaves the team."""
    row = open_inspection(team_member.inspection, by=by)
    decide(row.task, "inspection_team_off", note=team_member.name, by=by, at=at)
    team_member.delete()


@transaction.atomic
def add_visit(*, inspection: Inspection, content: VisitContent, by: Member, at: datetime) -> Visit:
    """A unit to visit on a day; each unit once."""
    row = open_inspection(inspection, by=by)
    if row.visits.filter(body=content.body_id).exists():
        raise Refused("Đơn vị này đã có trong danh sách kiểm tra.")
    made = Visit.objects.create(inspection=row, **vars(content))
    decide(row.task, "inspection_visit", note=f"ngày {made.visit_on:%d/%m/%Y}", by=by, at=at)
    return made


@transaction.atomic
def take_off_visit(*, visit: Visit, by: Member, at: datetime) -> None:
    """A unit is not visited after all; Refused once something was written about it."""
    row = open_inspection(visit.inspection, by=by)
    found = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    if found.is_done or found.findings.exists():
        raise Refused("Đã ghi kết quả kiểm tra đơn vị này nên không bỏ khỏi danh sách.")
    found.delete()
    decide(row.task, "inspection_visit_off", by=by, at=at)


@transaction.atomic
def tell_visit(
    *, visit: Visit, content: VisitContent, result: str, is_done: bool, version: int, by: Member, at: datetime
) -> Visit:
    """Another day or place, and after the visit what was seen."""
    row = open_inspection(visit.inspection, by=by)
    found = Visit.objects.select_for_update(of=("self",)).get(pk=visit.pk)
    if found.version != version:
        raise Conflict("Kết quả kiểm tra đơn vị")
    if is_done and not result.strip():
        raise Refused("Hãy ghi kết quả kiểm tra đơn vị.")
    if is_done and content.visit_on > clock.day_of(at):
        raise Refused("Chưa đến ngày kiểm tra đơn vị này.")
    found.visit_on, found.starts_at, found.place = content.visit_on, content.starts_at, content.place.strip()
    found.result, found.is_done = result.strip(), is_done
    found.version += 1
    found.save()
    decide(row.task, "inspection_told", note=f"ngày {found.visit_on:%d/%m/%Y}", by=by, at=at)
    return found


@transaction.atomic
def announce(*, inspection: Inspection, by: Member, at: datetime) -> Inspection:
    """Tell the team and the units when they are visited; done again, only who does not know yet."""
    row = open_inspection(inspection, by=by)
    if not row.team.exists() or not row.visits.exists():
        raise Refused("Hãy lập đoàn kiểm tra và danh sách đơn vị trước khi báo.")
    row.status = INSPECTION.after(row.status, "announce")
    row.save(update_fields=["status"])
    decide(row.task, "inspection_announce", by=by, at=at)
    inspection_notices.tell_all(row, at=at)
    return row


@transaction.atomic
def conclude(
    *, inspection: Inspection, assessment: str, version: int, by: Member, at: datetime
) -> Inspection:
    """End it with an assessment: the task is finished, what was found stays open until mended."""
    row = open_inspection(inspection, by=by)
    if row.version != version:
        raise Conflict("Cuộc kiểm tra")
    if not assessment.strip():
        raise Refused("Hãy ghi đánh giá chung.")
    visits = list(row.visits.all())
    if not visits or any(not visit.is_done for visit in visits):
        raise Refused("Còn đơn vị chưa ghi kết quả kiểm tra: hãy ghi, hoặc bỏ khỏi danh sách.")
    row.status = INSPECTION.after(row.status, "conclude")
    row.assessment = assessment.strip()
    row.version += 1
    row.save()
    decide(row.task, "inspection_conclude", by=by, at=at)
    _finish_task(row, visits, by=by, at=at)
    return row


def _finish_task(inspection: Inspection, visits: list[Visit], *, by: Member, at: datetime) -> None:
    task = locked_task(inspection.task)
    if not TASK.allows(task.status, "finish"):
        return
    found = sum(visit.findings.count() for visit in visits)
    words = f"có {found} tồn tại phải khắc phục" if found else "không có tồn tại"
    outcome = Outcome(
        finished_on=max(visit.visit_on for visit in visits),
        result=f"Đã kiểm tra {len(visits)} đơn vị, {words}",
    )
    settle(task, outcome=outcome, by=by, at=at)


@transaction.atomic
def reopen_inspection(
    *, inspection: Inspection, reason: str, version: int, by: Member, at: datetime
) -> Inspection:
    """Open it again, with the reason; findings stay as they are."""
    row = held_inspection(inspection)
    if not permissions.can_work_on(by, row.task):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("Cuộc kiểm tra")
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại.")
    row.status = INSPECTION.after(row.status, "reopen")
    row.version += 1
    row.save()
    decide(row.task, "inspection_reopen", note=reason.strip(), by=by, at=at)
    task = locked_task(row.task)
    if TASK.allows(task.status, "reopen"):
        task.status, task.finished_on = TASK.after(task.status, "reopen"), None
        task.version += 1
        task.save()
    return row


def _check(content: InspectionContent) -> None:
    if not content.content.strip():
        raise Refused("Hãy ghi nội dung kiểm tra.")
