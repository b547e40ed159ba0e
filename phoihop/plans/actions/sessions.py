"""Sessions of a task: planned, held with their counts, called off, planned again.

Every act holds the task's row, so that its attendance is always the sum of its sessions.
"""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.plans import permissions
from phoihop.plans.actions.session_sums import attendance_of
from phoihop.plans.actions.tasks import decide, locked_task
from phoihop.plans.models import Session, Task
from phoihop.plans.occasions import Attended, SessionContent
from phoihop.plans.statuses import SESSION, TASK, TaskKind

WITH_SESSIONS = frozenset({TaskKind.TRAINING, TaskKind.EVENT})


@transaction.atomic
def add_session(*, task: Task, content: SessionContent, by: Member, at: datetime) -> Session:
    """Plan a session of a training, campaign or event that is still open."""
    row = _open_task(task, by=by)
    if row.kind not in WITH_SESSIONS:
        raise Refused("Chỉ việc tập huấn, tuyên truyền và hoạt động, sự kiện mới lập từng buổi.")
    _check(content)
    columns = _columns(content)
    same = {name: columns[name] for name in ("held_on", "starts_at", "topic", "venue")}
    if row.sessions.filter(**same).exists():
        raise Refused("Buổi này đã có: cùng ngày giờ, nội dung và địa điểm.")
    session = Session.objects.create(task=row, is_sample=row.is_sample, **columns)
    decide(row, "session_add", note=_named(session), by=by, at=at)
    return session


@transaction.atomic
def change_session(
    *, session: Session, content: SessionContent, version: int, by: Member, at: datetime
) -> Session:
    """Another day, content, speaker or venue, while it is not called off."""
    row = _locked(session, version=version, by=by)
    if not SESSION.allows(row.status, "hold"):
        raise Refused("Buổi này không tổ chức: hãy đưa về dự kiến trước khi sửa.")
    _check(content)
    for name, value in _columns(content).items():
        setattr(row, name, value)
    _save(row)
    decide(row.task, "session_change", note=_named(row), by=by, at=at)
    return row


@transaction.atomic
def hold_session(*, session: Session, attended: Attended, version: int, by: Member, at: datetime) -> Session:
    """It took place: how many came; given again, the counts are corrected."""
    row = _locked(session, version=version, by=by)
    if row.held_on > clock.day_of(at):
        raise Refused("Buổi này chưa đến ngày nên chưa ghi được số lượt người.")
    for part, words in ((attended.women, "nữ"), (attended.members, "đoàn viên, hội viên")):
        if part is not None and part > attended.attendance:
            raise Refused(f"Số lượt {words} không được lớn hơn tổng số lượt người.")
    row.status = SESSION.after(row.status, "hold")
    row.attendance, row.women, row.members = attended.attendance, attended.women, attended.members
    _save(row)
    _sum_up(row.task)
    note = f"{_named(row)}: {attended.attendance} lượt người"
    decide(row.task, "session_hold", note=note, by=by, at=at)
    return row


@transaction.atomic
def cancel_session(*, session: Session, reason: str, version: int, by: Member, at: datetime) -> Session:
    """It does not take place, and why."""
    row = _locked(session, version=version, by=by)
    if not reason.strip():
        raise Refused("Hãy ghi lý do không tổ chức.")
    row.status = SESSION.after(row.status, "cancel")
    row.cancel_reason = reason.strip()
    _save(row)
    decide(row.task, "session_cancel", note=f"{_named(row)}: {reason.strip()}", by=by, at=at)
    return row


@transaction.atomic
def plan_session_again(*, session: Session, version: int, by: Member, at: datetime) -> Session:
    """Undo: the counts or the reason are taken off, the session is planned as before."""
    row = _locked(session, version=version, by=by)
    row.status = SESSION.after(row.status, "plan_again")
    row.attendance = row.women = row.members = None
    row.cancel_reason = ""
    _save(row)
    _sum_up(row.task)
    decide(row.task, "session_plan_again", note=_named(row), by=by, at=at)
    return row


def _open_task(task: Task, *, by: Member) -> Task:
    row = locked_task(task)
    if not permissions.can_work_on(by, row):
        raise PermissionDenied
    if not TASK.allows(row.status, "finish"):
        raise Refused("Công việc đã xong hoặc không làm nữa: hãy mở lại trước.")
    return row


def _locked(session: Session, *, version: int, by: Member) -> Session:
    task = _open_task(session.task, by=by)
    row = Session.objects.select_for_update(of=("self",)).get(pk=session.pk)
    if row.version != version:
        raise Conflict("Buổi này")
    row.task = task
    return row


def _columns(content: SessionContent) -> dict[str, object]:
    return {k: v.strip() if isinstance(v, str) else v for k, v in vars(content).items()}


def _check(content: SessionContent) -> None:
    if not (content.topic.strip() and content.venue.strip()):
        raise Refused("Hãy ghi nội dung và địa điểm của buổi.")
    if content.speaker_id is not None and content.speaker_name.strip():
        raise Refused("Chỉ chọn người của hệ thống hoặc ghi tên báo cáo viên mời ngoài, không ghi cả hai.")
    if content.ends_at is not None and (content.starts_at is None or content.ends_at <= content.starts_at):
        raise Refused("Giờ kết thúc phải sau giờ bắt đầu.")


def _save(row: Session) -> None:
    row.version += 1
    row.save()


def _sum_up(task: Task) -> None:
    task.attendance = attendance_of(task)
    task.save(update_fields=["attendance"])


def _named(session: Session) -> str:
    return f"{session.topic}, ngày {session.held_on:%d/%m/%Y}"
