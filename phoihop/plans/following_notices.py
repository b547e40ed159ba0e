"""Words and recipients of messages about obstacles, emergent tasks and what is followed."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from phoihop.accounts.models import Membership
from phoihop.accounts.notices import send
from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.organisations.models import Body, BodyKind
from phoihop.organisations.queries import body_labels
from phoihop.plans.models import EmergentTask, HandingOver, Obstacle

_TOLD = ("officer", "leader")


def people_of_bodies(body_ids: Collection[int], at: datetime) -> list[int]:
    """The officers and leaders of these bodies and of their offices; one query."""
    office = Q(body__parent_id__in=body_ids, body__kind=BodyKind.OFFICE)
    rows = Membership.objects.on(clock.day_of(at)).filter(Q(body_id__in=body_ids) | office, role__in=_TOLD)
    return list(rows.values_list("person_id", flat=True))


def _name(body_id: int, at: datetime) -> str:
    label = body_labels([body_id], clock.day_of(at)).get(body_id)
    return label.short_name if label else "Đơn vị"


def _about_obstacle(row: Obstacle, body_ids: Collection[int], text: str, *, at: datetime) -> None:
    send(
        person_ids=people_of_bodies(body_ids, at),
        text=text,
        url=reverse("plans:obstacle", args=[row.pk]),
        dedup_key=f"obstacle-{row.pk}-{row.version}",
        at=at,
        is_sample=row.is_sample,
    )


def tell_addressee(row: Obstacle, *, at: datetime) -> None:
    """The body that is to answer learns by which day."""
    who = _name(row.raised_by_body_id, at)
    text = (
        f"{who} nêu vướng mắc ở mục {row.clause.path}, “{row.programme.name}”: {_short(row.text)} "
        f"Đề nghị trả lời, hạn cuối: hết ngày {row.answer_due_on:%d/%m/%Y}."
    )
    _about_obstacle(row, [row.addressed_to_id], text, at=at)


def tell_raiser(row: Obstacle, done: str, *, by: Member, at: datetime) -> None:
    """The body that raised it learns what was done."""
    text = f"{_name(by.body_id, at)} {done} ở mục {row.clause.path}, “{row.programme.name}”."
    _about_obstacle(row, [row.raised_by_body_id], text, at=at)


def _about_emergent(
    row: EmergentTask, body_ids: Collection[int], text: str, *, key: str, at: datetime
) -> None:
    send(
        person_ids=people_of_bodies(body_ids, at),
        text=text,
        url=reverse("plans:emergent", args=[row.pk]),
        dedup_key=f"emergent-{row.pk}-{key}",
        at=at,
        is_sample=row.is_sample,
    )


def ask_about_emergent(row: EmergentTask, *, at: datetime) -> None:
    """Every body asked but the one that proposes."""
    asked = row.parts.filter(is_asked=True).exclude(body=row.proposed_by_body_id)
    text = (
        f"{_name(row.proposed_by_body_id, at)} đề xuất nhiệm vụ phát sinh “{row.title}” của "
        f"“{row.programme.name}”. Đề nghị trả lời đồng ý hoặc không đồng ý."
    )
    _about_emergent(row, list(asked.values_list("body_id", flat=True)), text, key="ask", at=at)


def tell_emergent_answer(row: EmergentTask, body: Body, *, agrees: bool, at: datetime) -> None:
    """The proposing body after each answer; everybody once the task stands."""
    if row.agreed_at is not None:
        text = f"Các bên đã thống nhất nhiệm vụ phát sinh “{row.title}” của “{row.programme.name}”."
        bodies = set(row.parts.values_list("body_id", flat=True)) | {row.lead_id}
        _about_emergent(row, bodies, text, key="agreed", at=at)
        return
    said = "đồng ý với" if agrees else "chưa đồng ý với"
    text = f"{_name(body.pk, at)} {said} nhiệm vụ phát sinh “{row.title}”."
    _about_emergent(row, [row.proposed_by_body_id], text, key=f"answer-{row.version}", at=at)


def tell_emergent_withdrawn(row: EmergentTask, *, at: datetime) -> None:
    """Everybody asked."""
    text = f"{_name(row.proposed_by_body_id, at)} đã rút đề xuất nhiệm vụ phát sinh “{row.title}”."
    bodies = row.parts.exclude(body=row.proposed_by_body_id).values_list("body_id", flat=True)
    _about_emergent(row, list(bodies), text, key="back", at=at)


def tell_taken_over(row: HandingOver, *, clauses: int, tasks: int, at: datetime) -> None:
    """The person who takes over."""
    send(
        person_ids=[row.to_person_id],
        text=f"Bạn nhận bàn giao {clauses} nội dung theo dõi và {tasks} công việc. {row.note}".strip(),
        url=reverse("plans:handing_over", args=[row.body_id]),
        dedup_key=f"handing-over-{row.pk}",
        at=at,
        is_sample=row.is_sample,
    )


def _short(text: str, most: int = 160) -> str:
    words = " ".join(text.split())
    cut = words if len(words) <= most else f"{words[:most].rpartition(' ')[0]}…"
    return cut if cut.endswith((".", "…", "!", "?")) else f"{cut}."
