"""What is written at a meeting: the agenda with its minutes, who came, what was concluded.

Every act holds the meeting's row, so that two who write at once come one after the other.
"""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.plans import meeting_notices, permissions
from phoihop.plans.actions.meetings import held_meeting, open_meeting
from phoihop.plans.actions.tasks import add_task, decide, locked_edition
from phoihop.plans.content import TaskContent
from phoihop.plans.models import AgendaItem, Conclusion, Invitee, Meeting, Task
from phoihop.plans.occasions import ConclusionContent, ItemContent, Mark
from phoihop.plans.statuses import Attendance, MeetingStatus, TaskKind, TaskStatus
from phoihop.programmes.models import Clause
from phoihop.programmes.statuses import EditionStatus

_CAME = frozenset({Attendance.PRESENT, Attendance.REPRESENTED})


@transaction.atomic
def add_item(*, meeting: Meeting, content: ItemContent, by: Member, at: datetime) -> AgendaItem:
    """A further point at the end of the agenda."""
    row = open_meeting(meeting, by=by)
    _check_item(content)
    last = row.items.aggregate(last=Max("order"))["last"] or 0
    item = AgendaItem.objects.create(
        meeting=row,
        order=last + 1,
        content=" ".join(content.content.split()),
        presenter=" ".join(content.presenter.split()),
        minutes=content.minutes.strip(),
        written_by_id=by.person_id if content.minutes.strip() else None,
    )
    decide(row.task, "meeting_item", note=item.content[:200], by=by, at=at)
    return item


@transaction.atomic
def change_item(
    *, item: AgendaItem, content: ItemContent, version: int, by: Member, at: datetime
) -> AgendaItem:
    """Its words, its place in the agenda, its minutes.

    Conflict when somebody wrote meanwhile: the page then shows both texts and nothing is lost.
    """
    meeting = open_meeting(item.meeting, by=by)
    row = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if row.version != version:
        raise Conflict("Nội dung họp")
    _check_item(content)
    row.content, row.presenter = " ".join(content.content.split()), " ".join(content.presenter.split())
    if content.minutes.strip() != row.minutes:
        row.minutes, row.written_by_id = content.minutes.strip(), by.person_id
    row.version += 1
    row.save()
    if content.order is not None and content.order != row.order:
        _place(meeting, row, content.order)
    decide(meeting.task, "meeting_minutes", note=row.content[:200], by=by, at=at)
    return row


def _place(meeting: Meeting, item: AgendaItem, order: int) -> None:
    """Put one point at a place from 1 and count the others anew; the database looks at the end."""
    others = list(meeting.items.exclude(pk=item.pk).order_by("order"))
    others.insert(max(order, 1) - 1, item)
    for number, row in enumerate(others, start=1):
        row.order = number
    AgendaItem.objects.bulk_update(others, ["order"])


@transaction.atomic
def remove_item(*, item: AgendaItem, version: int, by: Member, at: datetime) -> None:
    """Take a point off that has no minutes yet."""
    meeting = open_meeting(item.meeting, by=by)
    row = AgendaItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
    if row.version != version:
        raise Conflict("Nội dung họp")
    if row.minutes:
        raise Refused("Nội dung này đã ghi diễn biến nên không bỏ được.")
    decide(meeting.task, "meeting_item_off", note=row.content[:200], by=by, at=at)
    row.delete()


def _check_item(content: ItemContent) -> None:
    if not content.content.strip():
        raise Refused("Hãy ghi nội dung họp.")


@transaction.atomic
def mark_attendance(*, meeting: Meeting, marks: Sequence[Mark], by: Member, at: datetime) -> int:
    """Who came, with whom, or why not; rows that say what they said are left alone.

    Two people may mark different rows at once. Conflict, and nothing is written, when one and the same row
    was changed to something else since it was seen. Returns how many rows changed.
    """
    row = open_meeting(meeting, by=by)
    rows = Invitee.objects.select_for_update(of=("self",)).filter(meeting=row).in_bulk()
    changed = [rows[m.invitee_id] for m in marks if m.invitee_id in rows and _marked(rows[m.invitee_id], m)]
    names = ["attendance", "people", "by_whom", "reason", "version"]
    Invitee.objects.bulk_update(changed, names)
    if changed:
        decide(row.task, "meeting_attendance", note=f"{len(changed)} thành phần", by=by, at=at)
    return len(changed)


def _marked(row: Invitee, mark: Mark) -> bool:
    """Whether the mark says something new; then it is set on the row."""
    people = max(mark.people, 1) if mark.attendance in _CAME else 0
    by_whom = " ".join(mark.by_whom.split()) if mark.attendance in _CAME else ""
    reason = " ".join(mark.reason.split()) if mark.attendance == Attendance.ABSENT else ""
    said = (mark.attendance.value, people, by_whom, reason)
    if said == (row.attendance, row.people, row.by_whom, row.reason):
        return False
    if mark.version != row.version:
        raise Conflict("Điểm danh")
    if mark.attendance == Attendance.ABSENT and not reason:
        raise Refused("Hãy ghi lý do của thành phần vắng mặt.")
    if mark.attendance == Attendance.REPRESENTED and not by_whom:
        raise Refused("Hãy ghi tên người dự thay.")
    row.attendance, row.people, row.by_whom, row.reason = said
    row.version += 1
    return True


@transaction.atomic
def add_conclusion(*, meeting: Meeting, content: ConclusionContent, by: Member, at: datetime) -> Conclusion:
    """A further conclusion."""
    row = open_meeting(meeting, by=by)
    _check_conclusion(content)
    last = row.conclusions.aggregate(last=Max("order"))["last"] or 0
    made = Conclusion.objects.create(meeting=row, order=last + 1, **_columns(content))
    decide(row.task, "meeting_conclude", note=made.text[:200], by=by, at=at)
    return made


@transaction.atomic
def change_conclusion(
    *, conclusion: Conclusion, content: ConclusionContent, version: int, by: Member, at: datetime
) -> Conclusion:
    """Other words, another body or day, until it was given out as a task."""
    meeting = open_meeting(conclusion.meeting, by=by)
    row = _locked_conclusion(conclusion, version=version)
    _check_conclusion(content)
    for name, value in _columns(content).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    decide(meeting.task, "meeting_conclude", note=row.text[:200], by=by, at=at)
    return row


@transaction.atomic
def remove_conclusion(*, conclusion: Conclusion, version: int, by: Member, at: datetime) -> None:
    """Take a conclusion off that was not given out as a task."""
    meeting = open_meeting(conclusion.meeting, by=by)
    row = _locked_conclusion(conclusion, version=version)
    decide(meeting.task, "meeting_conclusion_off", note=row.text[:200], by=by, at=at)
    row.delete()


def _locked_conclusion(conclusion: Conclusion, *, version: int) -> Conclusion:
    row = Conclusion.objects.select_for_update(of=("self",)).get(pk=conclusion.pk)
    if row.version != version:
        raise Conflict("Kết luận")
    if row.task_id is not None:
        raise Refused("Kết luận này đã giao thành công việc nên không sửa được.")
    return row


def _columns(content: ConclusionContent) -> dict[str, object]:
    return vars(content) | {"text": " ".join(content.text.split())}


def _check_conclusion(content: ConclusionContent) -> None:
    if not content.text.strip():
        raise Refused("Hãy ghi kết luận.")
    if content.person_id is not None and content.body_id is None:
        raise Refused("Hãy chọn đơn vị làm trước khi chọn người làm.")


@transaction.atomic
def give_out(*, conclusion: Conclusion, by: Member, at: datetime) -> Task:
    """Make the conclusion of confirmed minutes a task of its body; done again, answers the same task."""
    meeting = held_meeting(conclusion.meeting)
    if not permissions.can_keep_minutes(by, meeting):
        raise PermissionDenied
    row = Conclusion.objects.select_for_update(of=("self",)).select_related("body", "task").get(
        pk=conclusion.pk
    )  # fmt: skip
    if row.task is not None:
        return row.task
    if meeting.status != MeetingStatus.CONFIRMED:
        raise Refused("Biên bản chưa được chủ tọa xác nhận nên chưa giao việc từ kết luận.")
    if row.body is None or row.due_on is None:
        raise Refused("Kết luận chưa có đơn vị làm và hạn nên chưa giao thành công việc.")
    row.task = _task_of(row, row.body, meeting, by=by, at=at)
    row.version += 1
    row.save()
    decide(meeting.task, "meeting_give_out", note=row.text[:200], by=by, at=at)
    meeting_notices.tell_given_out(row, meeting, at=at)
    return row.task


@transaction.atomic
def take_task_back(*, conclusion: Conclusion, by: Member, at: datetime) -> None:
    """Undo `give_out` while nobody has touched the task; the conclusion may be changed or given out again."""
    meeting = held_meeting(conclusion.meeting)
    if not permissions.can_keep_minutes(by, meeting):
        raise PermissionDenied
    row = Conclusion.objects.select_for_update(of=("self",)).get(pk=conclusion.pk)
    if row.task_id is None:
        return
    task = Task.objects.select_for_update(of=("self",)).get(pk=row.task_id)
    if task.version > 1 or task.status != TaskStatus.PLANNED or task.decisions.count() > 1:
        raise Refused("Đơn vị đã làm hoặc đã sửa công việc này: hãy cho công việc dừng, kèm lý do.")
    row.task = None
    row.version += 1
    row.save()
    task.delete()
    decide(meeting.task, "meeting_take_back_task", note=row.text[:200], by=by, at=at)
    meeting_notices.tell_taken_back(row, meeting, at=at)


def _task_of(row: Conclusion, body: Body, meeting: Meeting, *, by: Member, at: datetime) -> Task:
    clause = _clause_in_force(meeting)
    content = TaskContent(
        kind=TaskKind.WORK,
        title=_title(row.text),
        due_on=row.due_on or meeting.held_on,
        person_id=row.person_id,
    )
    edition = locked_edition(clause.edition_id)
    return add_task(edition=edition, clause=clause, body=body, content=content, by=by, at=at)


def _clause_in_force(meeting: Meeting) -> Clause:
    """The clause the meeting is about, in the edition that holds now."""
    clause = meeting.task.clause
    if clause is None:
        raise Refused("Cuộc họp không gắn với nội dung nào của chương trình nên không giao việc từ đây.")
    found = Clause.objects.same_as(clause).filter(edition__status=EditionStatus.IN_FORCE).first()
    if found is None:
        raise Refused("Chương trình không còn hiệu lực nên không giao việc mới.")
    return found


def _title(text: str) -> str:
    return text if len(text) <= 300 else f"{text[:299].rsplit(' ', 1)[0]}…"
