"""Words and recipients of what people are told about inspections."""

from datetime import datetime

from django.urls import reverse

from phoihop.accounts.models import Membership
from phoihop.accounts.notices import send
from phoihop.core import clock
from phoihop.plans.meeting_notices import people_of_bodies
from phoihop.plans.models import Finding, Inspection

_MENDS = ("officer", "leader", "area_head")
_WORDS = {
    "record": "Đoàn kiểm tra ghi tồn tại phải khắc phục trước hết ngày {due}: {text}",
    "change": "Đoàn kiểm tra sửa nội dung tồn tại, hạn khắc phục hết ngày {due}: {text}",
    "confirm": "Đoàn kiểm tra xác nhận đã khắc phục: {text}",
    "return": "Đoàn kiểm tra trả lại, chưa khắc phục đạt: {text}",
    "reopen": "Đoàn kiểm tra mở lại tồn tại: {text}",
}


def tell_all(inspection: Inspection, *, at: datetime) -> None:
    """The team, and each unit with its day; a changed day is told anew."""
    url = reverse("plans:inspection", args=[inspection.task_id])
    task = inspection.task
    send(
        person_ids=inspection.team.exclude(person=None).values_list("person_id", flat=True),
        text=f"Tham gia đoàn kiểm tra: {task.title}.",
        url=url,
        dedup_key=f"inspection:{inspection.pk}:team",
        at=at,
        is_sample=inspection.is_sample,
    )
    for visit in inspection.visits.all():
        send(
            person_ids=people_of_bodies([visit.body_id], at=at),
            text=f"Đoàn kiểm tra làm việc với đơn vị ngày {visit.visit_on:%d/%m/%Y}: {task.title}.",
            url=url,
            dedup_key=f"inspection:{inspection.pk}:visit:{visit.pk}:{visit.visit_on}",
            at=at,
            is_sample=inspection.is_sample,
        )


def tell_owing(finding: Finding, inspection: Inspection, verb: str, *, at: datetime) -> None:
    """The body that owes the mending."""
    held = Membership.objects.on(clock.day_of(at)).filter(body=finding.body_id, role__in=_MENDS)
    send(
        person_ids=held.values_list("person_id", flat=True),
        text=_WORDS[verb].format(due=f"{finding.due_on:%d/%m/%Y}", text=finding.text[:200]),
        url=reverse("plans:finding", args=[finding.pk]),
        dedup_key=f"finding:{finding.pk}:{finding.version}:{verb}",
        at=at,
        is_sample=inspection.is_sample,
    )


def tell_team(finding: Finding, *, at: datetime) -> None:
    """The team, and who called the inspection, have an answer to look at."""
    inspection = finding.visit.inspection
    team = set(inspection.team.exclude(person=None).values_list("person_id", flat=True))
    send(
        person_ids=team | people_of_bodies([inspection.task.body_id], at=at),
        text=f"Đơn vị báo đã khắc phục, chờ đoàn xác nhận: {finding.text[:200]}",
        url=reverse("plans:finding", args=[finding.pk]),
        dedup_key=f"finding:{finding.pk}:{finding.version}:answer",
        at=at,
        is_sample=inspection.is_sample,
    )
