"""The sixth programme meets and inspects: confirmed minutes with a task given out, a finding open."""

from datetime import datetime, time, timedelta

from phoihop.core import clock
from phoihop.organisations.models import BodyKind
from phoihop.plans import actions as plans
from phoihop.plans.actions import findings, inspections, meetings, minutes
from phoihop.plans.content import TaskContent
from phoihop.plans.models import Meeting, Task
from phoihop.plans.occasions import (
    ConclusionContent,
    FindingContent,
    InspectionContent,
    ItemContent,
    Mark,
    MeetingContent,
    TeamMemberContent,
    VisitContent,
)
from phoihop.plans.statuses import Attendance, InspectionRound, Severity, TaskKind, TeamRole
from phoihop.programmes.models import Clause, Edition
from phoihop.sample.acting import moment
from phoihop.sample.people import Cast


def gather(cast: Cast, edition: Edition, now: datetime) -> None:
    """A joint meeting ten days ago with its minutes, one called for next week, an inspection under way."""
    _held(cast, edition, now)
    _called(cast, edition, now)
    _inspected(cast, edition, now)


def _task(cast: Cast, edition: Edition, kind: TaskKind, title: str, *, days: int, now: datetime) -> Task:
    """A task of the committee under III.2, `days` from today."""
    day = clock.day_of(now) + timedelta(days=days)
    office = cast.acting("vanphong")
    clause = Clause.objects.filter(edition=edition, path="III.2").order_by("order")[0]
    content = TaskContent(kind, title, due_on=day, person_id=office.person_id, place="Trụ sở UBND xã")
    made = min(moment(day - timedelta(days=10)), now)
    body = cast.bodies[BodyKind.PEOPLES_COMMITTEE]
    return plans.create_task(clause=clause, body=body, content=content, by=office, at=made)


def _planned(cast: Cast, task: Task, subject: str, at: datetime) -> Meeting:
    office, chair = cast.acting("vanphong"), cast.acting("chutich")
    meeting = meetings.plan_meeting(
        task=task,
        content=MeetingContent(
            subject=subject, held_on=task.due_on, starts_at=time(8), place="Hội trường UBND xã",
            chair_name=chair.full_name, chair_id=chair.person_id, chair_capacity="Chủ tịch UBND xã",
            secretary_name=office.full_name, secretary_id=office.person_id,
            secretary_capacity="Chuyên viên Văn phòng",
        ),
        by=office, at=at,
    )  # fmt: skip
    parties = (BodyKind.FRONT_COMMITTEE, BodyKind.WOMENS_UNION, BodyKind.YOUTH_UNION)
    meetings.invite(
        meeting=meeting, body_ids=[cast.bodies[kind].pk for kind in parties], person_ids=[],
        outside=["Trưởng các thôn"], by=office, at=at,
    )  # fmt: skip
    return meeting


def _held(cast: Cast, edition: Edition, now: datetime) -> None:
    office = cast.acting("vanphong")
    task = _task(
        cast, edition, TaskKind.MEETING, "Họp liên tịch đánh giá kết quả phối hợp", days=-10, now=now
    )
    before, during = moment(task.due_on - timedelta(days=3)), moment(task.due_on, 11)
    meeting = _planned(cast, task, "Đánh giá kết quả phối hợp", before)
    for content, told in (
        ("Kết quả thực hiện các chỉ tiêu", "Các bên nêu kết quả; đường hoa và ra quân vệ sinh đạt khá."),
        ("Nhiệm vụ thời gian tới", "Thống nhất tập trung rà soát hộ nghèo và bảo hiểm y tế."),
    ):
        item = ItemContent(content=content, minutes=told)
        minutes.add_item(meeting=meeting, content=item, by=office, at=before)
    meetings.call_meeting(meeting=meeting, by=office, at=before)
    marks = [
        Mark(invitee_id=row.pk, version=row.version, attendance=Attendance.PRESENT, people=2)
        for row in meeting.invitees.all()
    ]
    minutes.mark_attendance(meeting=meeting, marks=marks, by=office, at=during)
    conclusion = minutes.add_conclusion(
        meeting=meeting,
        content=ConclusionContent(
            text="Ủy ban MTTQ xã rà soát danh sách hộ chưa có bảo hiểm y tế tại 3 thôn.",
            body_id=cast.bodies[BodyKind.FRONT_COMMITTEE].pk,
            due_on=clock.day_of(now) + timedelta(days=20),
        ),
        by=office, at=during,
    )  # fmt: skip
    meeting.refresh_from_db()
    meetings.confirm_minutes(
        meeting=meeting, ended_at=time(10, 30), version=meeting.version, by=cast.acting("chutich"), at=during
    )
    minutes.give_out(conclusion=conclusion, by=office, at=during)


def _called(cast: Cast, edition: Edition, now: datetime) -> None:
    task = _task(cast, edition, TaskKind.MEETING, "Họp bàn kế hoạch liên tịch", days=7, now=now)
    office, meeting = cast.acting("vanphong"), _planned(cast, task, "Bàn kế hoạch liên tịch", now)
    content = ItemContent(content="Các bên trình bày nội dung đề xuất")
    minutes.add_item(meeting=meeting, content=content, by=office, at=now)
    meetings.call_meeting(meeting=meeting, by=office, at=now)


def _inspected(cast: Cast, edition: Edition, now: datetime) -> None:
    office, women = cast.acting("vanphong"), cast.bodies[BodyKind.WOMENS_UNION]
    task = _task(
        cast, edition, TaskKind.INSPECTION, "Kiểm tra thực hiện chương trình phối hợp", days=-4, now=now
    )
    at = moment(task.due_on, 15)
    row = inspections.plan_inspection(
        task=task,
        content=InspectionContent(
            round=InspectionRound.HALF_YEAR, content="Kết quả các nội dung II.4, II.5"
        ),
        by=office, at=at,
    )  # fmt: skip
    inspections.add_to_team(
        inspection=row,
        content=TeamMemberContent(
            body_id=cast.bodies[BodyKind.PEOPLES_COMMITTEE].pk, name=office.full_name,
            person_id=office.person_id, role=TeamRole.HEAD,
        ),
        by=office, at=at,
    )  # fmt: skip
    seen = VisitContent(body_id=women.pk, visit_on=task.due_on, place="Thôn Phú Lâm")
    visit = inspections.add_visit(inspection=row, content=seen, by=office, at=at)
    inspections.announce(inspection=row, by=office, at=at)
    visit = inspections.tell_visit(
        visit=visit, content=seen, result="Đã trồng 1,2 km đường hoa, có phân công chăm sóc.", is_done=True,
        version=visit.version, by=office, at=at,
    )  # fmt: skip
    findings.record_finding(
        visit=visit,
        content=FindingContent(
            text="Chưa có sổ theo dõi hộ được giúp đỡ.", severity=Severity.MINOR,
            remedy="Lập sổ theo dõi theo thôn.",
            body_id=women.pk, due_on=clock.day_of(now) + timedelta(days=15),
        ),
        by=office, at=at,
    )  # fmt: skip
