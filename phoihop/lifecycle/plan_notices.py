"""Words and recipients of the messages about plans."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from phoihop.accounts import notices
from phoihop.accounts.models import Role
from phoihop.plans.models import Task
from phoihop.programmes.models import Programme

_WRITERS = (Role.LEADER, Role.OFFICER)


def tell_tasks(plan: Programme, tasks: Iterable[Task], *, at: datetime) -> None:
    """To each body: how many tasks it has from the plan."""
    for body, count in Counter(task.body_id for task in tasks).items():
        notices.send(
            person_ids=notices.members_of(body, _WRITERS),
            text=f"Đã lập {count} công việc của đơn vị từ “{plan.name}”.",
            url=reverse("lifecycle:plans", args=[plan.pk]),
            dedup_key=f"plan-tasks-{plan.pk}-{at:%Y%m%d%H%M%S}",
            at=at,
            is_sample=plan.is_sample,
        )


def tell_deadline(programme: Programme, bodies: Iterable[int], text: str, *, key: str, at: datetime) -> None:
    """To the parties asked to make their implementation plans."""
    notices.send(
        person_ids=[person for body in bodies for person in notices.members_of(body, _WRITERS)],
        text=text,
        url=reverse("lifecycle:plans", args=[programme.pk]),
        dedup_key=f"plan-deadline-{programme.pk}-{key}",
        at=at,
        is_sample=programme.is_sample,
    )
