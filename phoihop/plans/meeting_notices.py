"""Words and recipients of what people are told about meetings."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from phoihop.accounts.models import Membership
from phoihop.accounts.notices import send
from phoihop.core import clock
from phoihop.plans.models import Conclusion, Meeting

_TOLD = ("officer", "leader")


def tell_invited(meeting: Meeting, *, at: datetime) -> None:
    """Everyone invited learns when and where; once for each state of the plan."""
    when = f"{meeting.starts_at:%H:%M} ngày {meeting.held_on:%d/%m/%Y}"
    text = f"Mời họp “{meeting.subject}”, {when}, tại {meeting.place}."
    _tell_invited(meeting, text, f"meeting:{meeting.pk}:call:{meeting.version}", at=at)


def tell_confirmed(meeting: Meeting, *, at: datetime) -> None:
    """Everyone invited may read the confirmed minutes."""
    text = f"Biên bản họp “{meeting.subject}” ngày {meeting.held_on:%d/%m/%Y} đã được chủ tọa xác nhận."
    _tell_invited(meeting, text, f"meeting:{meeting.pk}:confirm:{meeting.version}", at=at)


def tell_given_out(conclusion: Conclusion, meeting: Meeting, *, at: datetime) -> None:
    """The body, or the person, that has a task from a conclusion."""
    url = reverse("plans:detail", args=[conclusion.task_id])
    _tell_doer(conclusion, meeting, "Việc được giao", url=url, key="given", at=at)


def tell_taken_back(conclusion: Conclusion, meeting: Meeting, *, at: datetime) -> None:
    """The body, or the person, whose task from a conclusion was taken back."""
    url = reverse("plans:detail", args=[meeting.task_id])
    _tell_doer(conclusion, meeting, "Đã thu lại việc giao", url=url, key="taken", at=at)


def _tell_doer(
    conclusion: Conclusion, meeting: Meeting, what: str, *, url: str, key: str, at: datetime
) -> None:
    bodies = [conclusion.body_id] if conclusion.body_id else []
    people = {conclusion.person_id} if conclusion.person_id else set()
    send(
        person_ids=people | people_of_bodies(bodies, at=at),
        text=f"{what} từ kết luận họp ngày {meeting.held_on:%d/%m/%Y}: {conclusion.text[:200]}",
        url=url,
        dedup_key=f"meeting:{meeting.pk}:{key}:{conclusion.pk}:{conclusion.version}",
        at=at,
        is_sample=meeting.is_sample,
    )


def people_of_bodies(body_ids: Iterable[int], *, at: datetime) -> set[int]:
    """Officers and leaders of these bodies; one query."""
    held = Membership.objects.on(clock.day_of(at)).filter(body__in=list(body_ids), role__in=_TOLD)
    return set(held.values_list("person_id", flat=True))


def _tell_invited(meeting: Meeting, text: str, key: str, *, at: datetime) -> None:
    rows = list(meeting.invitees.all())
    people = {row.person_id for row in rows if row.person_id}
    bodies = [row.body_id for row in rows if row.body_id]
    leads = {pk for pk in (meeting.chair_id, meeting.secretary_id) if pk}
    send(
        person_ids=people | leads | people_of_bodies(bodies, at=at),
        text=text,
        url=reverse("plans:meeting", args=[meeting.task_id]),
        dedup_key=key,
        at=at,
        is_sample=meeting.is_sample,
    )
