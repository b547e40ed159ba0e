"""A meeting from plan to confirmed minutes. Each act holds the meeting's row."""

from datetime import datetime, time

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Sum

from phoihop.core import clock
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.plans import meeting_notices, permissions
from phoihop.plans.actions.tasks import decide, locked_task, settle
from phoihop.plans.content import Outcome
from phoihop.plans.models import Invitee, Meeting, Task
from phoihop.plans.occasions import MeetingContent
from phoihop.plans.statuses import MEETING, TASK, Attendance, MeetingStatus, TaskKind, TaskStatus


@transaction.atomic
def plan_meeting(*, task: Task, content: MeetingContent, by: Member, at: datetime) -> Meeting:
    """Day, place, chair and secretary of a task of kind meeting; once for each task."""
    row = locked_task(task)
    if not permissions.can_work_on(by, row):
        raise PermissionDenied
    if row.kind != TaskKind.MEETING:
        raise Refused("Công việc này không phải là cuộc họp.")
    if not TASK.allows(row.status, "finish"):
        raise Refused("Công việc đã xong hoặc không làm nữa: hãy mở lại trước.")
    if Meeting.objects.filter(task=row).exists():
        raise Refused("Cuộc họp này đã được lập.")
    _check(content)
    meeting = Meeting.objects.create(task=row, is_sample=row.is_sample, **_columns(content))
    decide(row, "meeting_plan", note=_when(meeting), by=by, at=at)
    return meeting


@transaction.atomic
def change_meeting(
    *, meeting: Meeting, content: MeetingContent, version: int, by: Member, at: datetime
) -> Meeting:
    """Another time, place, chair or secretary; who was called before is told when it is called again."""
    row = open_meeting(meeting, by=by)
    if row.version != version:
        raise Conflict("Cuộc họp")
    _check(content)
    for name, value in _columns(content).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    decide(row.task, "meeting_change", note=_when(row), by=by, at=at)
    return row


def open_meeting(meeting: Meeting, *, by: Member) -> Meeting:
    """The row, held, for those who keep its minutes; Refused once these are confirmed."""
    row = held_meeting(meeting)
    if not permissions.can_keep_minutes(by, row):
        raise PermissionDenied
    if row.status == MeetingStatus.CONFIRMED:
        raise Refused("Biên bản đã được chủ tọa xác nhận: muốn sửa phải mở lại, kèm lý do.")
    if row.task.status == TaskStatus.CANCELLED:
        raise Refused("Cuộc họp không tổ chức nữa.")
    return row


def held_meeting(meeting: Meeting) -> Meeting:
    """The meeting's row until the end of the transaction, with its task."""
    rows = Meeting.objects.select_for_update(of=("self",))
    return rows.select_related("task__body", "task__programme", "task__clause").get(pk=meeting.pk)


@transaction.atomic
def invite(
    *,
    meeting: Meeting,
    body_ids: list[int],
    person_ids: list[int],
    outside: list[str],
    by: Member,
    at: datetime,
) -> int:
    """Add bodies, people and guests by name to those invited; who is on the list already stays as is.

    Returns how many are new.
    """
    row = open_meeting(meeting, by=by)
    known = list(row.invitees.all())
    bodies, people = {i.body_id for i in known}, {i.person_id for i in known}
    names = {i.outside for i in known}
    given = [" ".join(name.split()) for name in outside]
    wanted = [
        *(Invitee(meeting=row, body_id=pk) for pk in dict.fromkeys(body_ids) if pk not in bodies),
        *(Invitee(meeting=row, person_id=pk) for pk in dict.fromkeys(person_ids) if pk not in people),
        *(Invitee(meeting=row, outside=n) for n in dict.fromkeys(given) if n and n not in names),
    ]
    if any(len(name) > 200 for name in given):
        raise Refused("Tên khách mời dài quá 200 chữ.")
    Invitee.objects.bulk_create(wanted)
    if wanted:
        decide(row.task, "meeting_invite", note=f"thêm {len(wanted)} thành phần", by=by, at=at)
    return len(wanted)


@transaction.atomic
def uninvite(*, invitee: Invitee, by: Member, at: datetime) -> None:
    """Take off the list somebody who has not been marked as having come or not."""
    row = open_meeting(invitee.meeting, by=by)
    found = Invitee.objects.select_for_update(of=("self",)).get(pk=invitee.pk)
    if found.attendance != Attendance.EXPECTED:
        raise Refused("Thành phần này đã điểm danh nên không bỏ khỏi danh sách.")
    found.delete()
    decide(row.task, "meeting_uninvite", by=by, at=at)


@transaction.atomic
def call_meeting(*, meeting: Meeting, by: Member, at: datetime) -> Meeting:
    """Tell everyone invited; done again, only those who do not know yet, or all after a change."""
    row = open_meeting(meeting, by=by)
    if not row.invitees.exists():
        raise Refused("Chưa có thành phần mời họp.")
    if not row.items.exists():
        raise Refused("Chưa có nội dung họp: hãy ghi ít nhất một nội dung trước khi mời.")
    row.status = MEETING.after(row.status, "call")
    row.save(update_fields=["status"])
    decide(row.task, "meeting_call", note=_when(row), by=by, at=at)
    meeting_notices.tell_invited(row, at=at)
    return row


@transaction.atomic
def confirm_minutes(*, meeting: Meeting, ended_at: time, version: int, by: Member, at: datetime) -> Meeting:
    """The chair takes the minutes for right: they are locked, and the task is finished with who was there."""
    row = held_meeting(meeting)
    if not permissions.can_confirm_minutes(by, row):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("Cuộc họp")
    row.status = MEETING.after(row.status, "confirm")
    _check_told(row, ended_at=ended_at, at=at)
    row.ended_at = ended_at
    row.version += 1
    row.save()
    decide(row.task, "meeting_confirm", by=by, at=at)
    _finish_task(row, by=by, at=at)
    meeting_notices.tell_confirmed(row, at=at)
    return row


def _check_told(meeting: Meeting, *, ended_at: time, at: datetime) -> None:
    if meeting.held_on > clock.day_of(at):
        raise Refused("Cuộc họp chưa diễn ra nên chưa xác nhận được biên bản.")
    if ended_at <= meeting.starts_at:
        raise Refused("Giờ kết thúc phải sau giờ bắt đầu.")
    if meeting.invitees.filter(attendance=Attendance.EXPECTED).exists():
        raise Refused("Còn thành phần chưa điểm danh.")
    if not meeting.items.exists() or meeting.items.filter(minutes="").exists():
        raise Refused("Còn nội dung chưa ghi diễn biến.")


def _finish_task(meeting: Meeting, *, by: Member, at: datetime) -> None:
    task = locked_task(meeting.task)
    if not TASK.allows(task.status, "finish"):
        return
    people = meeting.invitees.aggregate(total=Sum("people"))["total"]
    count = meeting.conclusions.count()
    result = f"Đã họp về {meeting.subject}, có {count} kết luận" if count else f"Đã họp về {meeting.subject}"
    settle(
        task,
        outcome=Outcome(finished_on=meeting.held_on, result=result, attendance=people or None),
        by=by,
        at=at,
    )


@transaction.atomic
def reopen_minutes(*, meeting: Meeting, reason: str, version: int, by: Member, at: datetime) -> Meeting:
    """Confirmed minutes are opened again, with the reason; what was already given out as tasks stays."""
    row = held_meeting(meeting)
    if not permissions.can_reopen_minutes(by, row):
        raise PermissionDenied
    if row.version != version:
        raise Conflict("Cuộc họp")
    if not reason.strip():
        raise Refused("Hãy ghi lý do mở lại biên bản.")
    row.status = MEETING.after(row.status, "reopen")
    row.version += 1
    row.save()
    decide(row.task, "meeting_reopen", note=reason.strip(), by=by, at=at)
    _reopen_task(row)
    return row


def _reopen_task(meeting: Meeting) -> None:
    task = locked_task(meeting.task)
    if TASK.allows(task.status, "reopen"):
        task.status, task.finished_on = TASK.after(task.status, "reopen"), None
        task.version += 1
        task.save()


def _columns(content: MeetingContent) -> dict[str, object]:
    return {k: " ".join(v.split()) if isinstance(v, str) else v for k, v in vars(content).items()}


def _check(content: MeetingContent) -> None:
    for text, words in (
        (content.subject, "nội dung cuộc họp"),
        (content.place, "địa điểm"),
        (content.chair_name, "chủ tọa"),
        (content.secretary_name, "thư ký"),
    ):
        if not text.strip():
            raise Refused(f"Hãy ghi {words}.")
    if content.chair_id is not None and content.chair_id == content.secretary_id:
        raise Refused("Chủ tọa và thư ký phải là hai người.")


def _when(meeting: Meeting) -> str:
    return f"{meeting.starts_at:%H:%M} ngày {meeting.held_on:%d/%m/%Y}, {meeting.place}"
