"""Who may do what with tasks."""

from django.db.models import Q

from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.plans.models import OWN_TASKS_ONLY, Task
from phoihop.programmes import permissions as programmes
from phoihop.programmes.models import Programme
from phoihop.programmes.models.visibility import bodies_written_for

WRITES = {"officer", "leader"}


def can_create(member: Member, body: Body, programme: Programme) -> bool:
    """An officer or leader for the own body or one it stands for; the lead and the body above for others."""
    if member.role not in WRITES:
        return False
    own = bodies_written_for(member.body_id)
    return own.filter(Q(pk=body.pk) | Q(pk=body.parent_id) | Q(pk=programme.lead_id)).exists()


def can_work_on(member: Member, task: Task) -> bool:
    """Start and finish: who may create it, and the person it was given to."""
    if task.person_id == member.person_id and member.role in OWN_TASKS_ONLY | WRITES:
        return True
    return can_create(member, task.body, task.programme)


def can_end_all(member: Member, programme: Programme) -> bool:
    """An officer or leader of the lead, when the programme ends."""
    return programmes.can_lead(member, programme)


def can_schedule(member: Member, programme: Programme, *, party_ids: list[int]) -> bool:
    """Those who write the programme: its schedule is made when it comes into force."""
    return programmes.can_write(member, programme, party_ids=party_ids)
