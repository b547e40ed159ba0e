"""Days of plans: tasks, sessions, meetings, visits of inspections, findings to mend."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet
from django.urls import reverse

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.plans.calendar import Item, register
from phoihop.plans.models import Finding, Inspection, Meeting, Session, Task, Visit
from phoihop.plans.statuses import (
    FindingStatus,
    InspectionStatus,
    MeetingStatus,
    SessionStatus,
    TaskStatus,
)
from phoihop.programmes.models.visibility import bodies_written_for

_OPEN = {TaskStatus.PLANNED, TaskStatus.DOING}


def _days(span: Period) -> tuple[date, date]:
    return span.start, span.end


@register
class Tasks:
    """Tasks on their last day, or the day they were finished; those with days of their own stand by these."""

    labels = {"task": "Công việc"}

    def items(self, *, member: Member, span: Period, today: date, own_only: bool) -> Iterator[Item]:
        """One query."""
        rows = Task.objects.visible_to(member).filter(sessions=None, meeting=None, inspection=None)
        rows = rows.filter(Q(finished_on__range=_days(span)) | Q(finished_on=None, due_on__range=_days(span)))
        if own_only:
            rows = rows.filter(_own_task(member, ""))
        for row in _changed(rows, "decisions__at"):
            yield Item(
                uid=f"task-{row.pk}",
                kind="task",
                title=row.title,
                day=row.finished_on or row.due_on,
                url=reverse("plans:detail", args=[row.pk]),
                programme_id=row.programme_id,
                body_id=row.body_id,
                place=row.place,
                status=row.get_status_display(),
                is_done=row.status == TaskStatus.DONE,
                is_late=row.status in _OPEN and row.due_on < today,
                is_cancelled=row.status == TaskStatus.CANCELLED,
                is_sample=row.is_sample,
                changed_at=row.changed,
            )


@register
class Sessions:
    """Each session on its day."""

    labels = {"session": "Buổi tập huấn, tuyên truyền, sự kiện"}

    def items(self, *, member: Member, span: Period, today: date, own_only: bool) -> Iterator[Item]:
        """One query."""
        rows = Session.objects.filter(
            task__in=Task.objects.visible_to(member).values("pk"), held_on__range=_days(span)
        )
        if own_only:
            rows = rows.filter(_own_task(member, "task__") | Q(speaker=member.person_id))
        for row in _changed(rows.select_related("task"), "task__decisions__at"):
            yield Item(
                uid=f"session-{row.pk}",
                kind="session",
                title=row.topic,
                day=row.held_on,
                starts_at=row.starts_at,
                ends_at=row.ends_at,
                url=f"{reverse('plans:detail', args=[row.task_id])}#buoi-{row.pk}",
                programme_id=row.task.programme_id,
                body_id=row.task.body_id,
                place=row.venue,
                status=row.get_status_display(),
                is_done=row.status == SessionStatus.HELD,
                is_late=row.status == SessionStatus.PLANNED and row.held_on < today,
                is_cancelled=row.status == SessionStatus.CANCELLED or row.task.status == TaskStatus.CANCELLED,
                is_sample=row.is_sample,
                changed_at=row.changed,
            )


@register
class Meetings:
    """Each meeting at its hour, also for those invited from elsewhere."""

    labels = {"meeting": "Họp"}

    def items(self, *, member: Member, span: Period, today: date, own_only: bool) -> Iterator[Item]:
        """One query."""
        rows = Meeting.objects.visible_to(member).filter(held_on__range=_days(span))
        if own_only:
            invited = Q(invitees__person=member.person_id) | Q(invitees__body__in=_own_bodies(member))
            mine = Meeting.objects.filter(invited).values("pk")
            leads = Q(chair=member.person_id) | Q(secretary=member.person_id)
            rows = rows.filter(_own_task(member, "task__") | Q(pk__in=mine) | leads)
        for row in _changed(rows.select_related("task"), "task__decisions__at"):
            is_cancelled = row.task.status == TaskStatus.CANCELLED
            is_done = row.status == MeetingStatus.CONFIRMED
            yield Item(
                uid=f"meeting-{row.pk}",
                kind="meeting",
                title=f"Họp: {row.subject}",
                day=row.held_on,
                starts_at=row.starts_at,
                ends_at=row.ended_at,
                url=reverse("plans:meeting", args=[row.task_id]),
                programme_id=row.task.programme_id,
                body_id=row.task.body_id,
                place=row.place,
                status="không tổ chức" if is_cancelled else row.get_status_display(),
                is_done=is_done,
                is_late=not (is_done or is_cancelled) and row.held_on < today,
                is_cancelled=is_cancelled,
                is_sample=row.is_sample,
                changed_at=row.changed,
            )


@register
class Visits:
    """Each unit an inspection visits, on its day."""

    labels = {"visit": "Kiểm tra"}

    def items(self, *, member: Member, span: Period, today: date, own_only: bool) -> Iterator[Item]:
        """One query."""
        seen = Inspection.objects.visible_to(member).values("pk")
        rows = Visit.objects.filter(inspection__in=seen, visit_on__range=_days(span))
        if own_only:
            team = Inspection.objects.filter(team__person=member.person_id).values("pk")
            told = Q(body__in=_own_bodies(member)) & ~Q(inspection__status=InspectionStatus.PREPARING)
            rows = rows.filter(_own_task(member, "inspection__task__") | Q(inspection__in=team) | told)
        for row in _changed(rows.select_related("inspection__task"), "inspection__task__decisions__at"):
            task = row.inspection.task
            is_cancelled = task.status == TaskStatus.CANCELLED
            yield Item(
                uid=f"visit-{row.pk}",
                kind="visit",
                title=_inspected(task.title),
                day=row.visit_on,
                starts_at=row.starts_at,
                url=reverse("plans:inspection", args=[task.pk]),
                programme_id=task.programme_id,
                body_id=row.body_id,
                place=row.place,
                status="đã kiểm tra" if row.is_done else "dự kiến",
                is_done=row.is_done,
                is_late=not (row.is_done or is_cancelled) and row.visit_on < today,
                is_cancelled=is_cancelled,
                is_sample=row.inspection.is_sample,
                changed_at=row.changed,
            )


@register
class Findings:
    """What an inspection found, on the last day to mend it."""

    labels = {"finding": "Hạn khắc phục tồn tại"}

    def items(self, *, member: Member, span: Period, today: date, own_only: bool) -> Iterator[Item]:
        """One query."""
        rows = Finding.objects.visible_to(member).filter(due_on__range=_days(span))
        if own_only:
            rows = rows.filter(body__in=_own_bodies(member))
        for row in _changed(rows.select_related("visit__inspection__task"), "decisions__at"):
            inspection = row.visit.inspection
            yield Item(
                uid=f"finding-{row.pk}",
                kind="finding",
                title=f"Khắc phục: {row.remedy[:120]}",
                day=row.due_on,
                url=reverse("plans:finding", args=[row.pk]),
                programme_id=inspection.task.programme_id,
                body_id=row.body_id,
                status=row.get_status_display(),
                is_done=row.status == FindingStatus.MENDED,
                is_late=row.status == FindingStatus.OPEN and row.due_on < today,
                is_sample=inspection.is_sample,
                changed_at=row.changed,
            )


def _inspected(title: str) -> str:
    return title if title.lower().startswith("kiểm tra") else f"Kiểm tra: {title}"


def _changed(rows: QuerySet[Any], decisions: str) -> QuerySet[Any]:
    """With the time of the last act on each."""
    found: QuerySet[Any] = rows.annotate(changed=Max(decisions))
    return found


def _own_bodies(member: Member) -> Any:
    return bodies_written_for(member.body_id).values("pk")


def _own_task(member: Member, path: str) -> Q:
    """Of the body, or given to the person."""
    return Q(**{f"{path}body__in": _own_bodies(member)}) | Q(**{f"{path}person": member.person_id})
