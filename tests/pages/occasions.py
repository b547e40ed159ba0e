"""A session, a meeting, an inspection and a cost of the sample, for the tests of all pages."""

from datetime import time

from phoihop.accounts.acting import ActingMember
from phoihop.core import clock
from phoihop.plans.actions import costs, create_task, findings, inspections, meetings, minutes, sessions
from phoihop.plans.content import TaskContent
from phoihop.plans.models import Task
from phoihop.plans.occasions import (
    ConclusionContent,
    CostContent,
    FindingContent,
    InspectionContent,
    ItemContent,
    MeetingContent,
    SessionContent,
    TeamMemberContent,
    VisitContent,
)
from phoihop.plans.statuses import CostSource, InspectionRound, Severity, TaskKind
from phoihop.programmes.models import Edition


def of_occasions(edition: Edition, *, office: ActingMember) -> dict[str, int]:
    """Ids by the names of the addresses."""
    common = {"by": office, "at": clock.now()}
    training = _task(edition, TaskKind.TRAINING, "Tuyên truyền phân loại rác", office)
    session = sessions.add_session(
        task=training,
        content=SessionContent(
            held_on=clock.today(), starts_at=time(8), topic="Phân loại rác", venue="Nhà văn hóa thôn 1"
        ),
        **common,
    )
    line = costs.add_cost(
        task=training,
        content=CostContent(content="In tờ rơi", source=CostSource.BUDGET, estimate=1_500_000),
        **common,
    )
    return {
        "session_task_id": training.pk,
        "session_id": session.pk,
        "unplanned_task_id": _task(edition, TaskKind.MEETING, "Họp chuẩn bị Ngày hội", office).pk,
        "line_id": line.pk,
        **_of_a_meeting(edition, office),
        **_of_an_inspection(edition, office),
    }


def _task(edition: Edition, kind: TaskKind, title: str, office: ActingMember) -> Task:
    clause = edition.clauses.filter(path="II.1").order_by("order")[0]
    content = TaskContent(kind=kind, title=title, due_on=clock.today())
    return create_task(clause=clause, body=edition.programme.lead, content=content, by=office, at=clock.now())


def _of_a_meeting(edition: Edition, office: ActingMember) -> dict[str, int]:
    task = _task(edition, TaskKind.MEETING, "Họp liên tịch", office)
    content = MeetingContent(
        subject="liên tịch đánh giá kết quả phối hợp",
        held_on=clock.today(),
        starts_at=time(8),
        place="Hội trường Ủy ban nhân dân xã",
        chair_name="Ông Chủ tịch",
        secretary_id=office.person_id,
        secretary_name=office.full_name,
    )
    meeting = meetings.plan_meeting(task=task, content=content, by=office, at=clock.now())
    common = {"meeting": meeting, "by": office, "at": clock.now()}
    item = minutes.add_item(content=ItemContent(content="Kết quả phối hợp"), **common)
    conclusion = minutes.add_conclusion(content=ConclusionContent(text="Ra quân tháng tới"), **common)
    bodies = list(edition.parties.values_list("body_id", flat=True))
    meetings.invite(body_ids=bodies, person_ids=[], outside=[], **common)
    meetings.call_meeting(**common)
    return {
        "meeting_task_id": task.pk,
        "agenda_item_id": item.pk,
        "conclusion_id": conclusion.pk,
        "invitee_id": meeting.invitees.order_by("pk")[0].pk,
    }


def _of_an_inspection(edition: Edition, office: ActingMember) -> dict[str, int]:
    task = _task(edition, TaskKind.INSPECTION, "Kiểm tra 6 tháng", office)
    common = {"by": office, "at": clock.now()}
    row = inspections.plan_inspection(
        task=task,
        content=InspectionContent(round=InspectionRound.HALF_YEAR, content="Việc thực hiện chương trình"),
        **common,
    )
    team = TeamMemberContent(body_id=office.body_id, person_id=office.person_id, name=office.full_name)
    member = inspections.add_to_team(inspection=row, content=team, **common)
    unit = edition.parties.exclude(body=edition.programme.lead).order_by("order")[0].body
    visit = inspections.add_visit(
        inspection=row, content=VisitContent(body_id=unit.pk, visit_on=clock.today()), **common
    )
    finding = findings.record_finding(
        visit=visit,
        content=FindingContent(
            text="Chưa có kế hoạch phân loại rác",
            severity=Severity.MAJOR,
            remedy="Ban hành kế hoạch",
            body_id=unit.pk,
            due_on=clock.today(),
        ),
        **common,
    )
    return {
        "inspection_task_id": task.pk,
        "team_member_id": member.pk,
        "visit_id": visit.pk,
        "inspection_finding_id": finding.pk,
    }
