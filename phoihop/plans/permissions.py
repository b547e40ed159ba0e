"""Who may do what with tasks."""

from collections.abc import Collection, Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.plans.models import OWN_TASKS_ONLY, Finding, Inspection, Meeting, Obstacle, Task
from phoihop.programmes import permissions as programmes
from phoihop.programmes.models import Assignment, DutyParty, Party, Programme
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


FILLS = frozenset({"officer", "leader", "area_head"})


def can_register_others(member: Member, programme: Programme) -> bool:
    """The lead opens rounds of registration, receives sheets, sets milestones, chooses pilots."""
    return programmes.can_lead(member, programme)


def can_fill_for(member: Member, body_id: int) -> bool:
    """An officer, leader or area head fills in the sheet of the own body, or of one it stands for."""
    return member.role in FILLS and bodies_written_for(member.body_id).filter(pk=body_id).exists()


def can_note_plans(member: Member, body_id: int) -> bool:
    """Officers and leaders of the body note its members' personal plans."""
    return programmes.can_write_for(member, body_id)


def can_look_after(member: Member, programme: Programme, body_ids: Iterable[int]) -> bool:
    """The lead, and those who write for one of these bodies: confirm a milestone, assess a pilot."""
    if can_register_others(member, programme):
        return True
    return any(programmes.can_write_for(member, body_id) for body_id in body_ids)


def can_lead(member: Member, programme: Programme) -> bool:
    """An officer or leader of the programme's lead."""
    return programmes.can_lead(member, programme)


def can_write_for(member: Member, body_id: int) -> bool:
    """An officer or leader of the body, or of the one that came after it."""
    return programmes.can_write_for(member, body_id)


def can_propose_emergent(member: Member, body: Body, *, party_ids: Collection[int]) -> bool:
    """An emergent task: an officer or leader of a party, for that party."""
    return body.pk in party_ids and programmes.can_write_for(member, body.pk)


def can_raise(member: Member, body: Body, programme: Programme) -> bool:
    """An obstacle: an officer or leader of a body that takes part, for that body."""
    return programmes.can_write_for(member, body.pk) and takes_part(programme).filter(pk=body.pk).exists()


def can_answer(member: Member, obstacle: Obstacle) -> bool:
    """An officer or leader of the body addressed."""
    return programmes.can_write_for(member, obstacle.addressed_to_id)


def can_forward(member: Member, obstacle: Obstacle) -> bool:
    """The body addressed sends it on, and so may the lead."""
    return can_answer(member, obstacle) or programmes.can_lead(member, obstacle.programme)


def can_set_followers(member: Member, body: Body) -> bool:
    """Who follows what for a body: an officer or leader of it, or of the body it belongs to."""
    if member.role not in WRITES:
        return False
    return bodies_written_for(member.body_id).filter(Q(pk=body.pk) | Q(pk=body.parent_id)).exists()


def takes_part(programme: Programme) -> QuerySet[Body]:
    """The bodies with a part in the programme: lead, parties, assigned, on a duty, with a task."""
    of_it = {"edition__programme": programme}
    return Body.objects.filter(
        Q(pk=programme.lead_id)
        | Exists(Party.objects.filter(body=OuterRef("pk"), **of_it))
        | Exists(Assignment.objects.filter(body=OuterRef("pk"), clause__edition__programme=programme))
        | Exists(DutyParty.objects.filter(body=OuterRef("pk"), duty__clause__edition__programme=programme))
        | Exists(Task.objects.filter(body=OuterRef("pk"), programme=programme))
    )


def can_plan(member: Member, programme: Programme) -> bool:
    """Calls for proposals to the joint plan, judges them and closes: an officer or leader of the lead."""
    return programmes.can_lead(member, programme)


def can_propose_content(member: Member, body: Body, programme: Programme) -> bool:
    """An officer or leader of the party; the lead enters it for a party that sent it on paper."""
    return programmes.can_write_for(member, body.pk) or can_plan(member, programme)


def can_keep_minutes(member: Member, meeting: Meeting) -> bool:
    """Who may work on the meeting's task, and its secretary."""
    return meeting.secretary_id == member.person_id or can_work_on(member, meeting.task)


def can_confirm_minutes(member: Member, meeting: Meeting) -> bool:
    """The chair; for a chair outside the system a leader of the body that calls the meeting."""
    if meeting.chair_id is not None:
        return meeting.chair_id == member.person_id
    return member.role == "leader" and can_create(member, meeting.task.body, meeting.task.programme)


def can_reopen_minutes(member: Member, meeting: Meeting) -> bool:
    """Who confirmed them, and a leader of the body that called the meeting."""
    if can_confirm_minutes(member, meeting):
        return True
    return member.role == "leader" and can_create(member, meeting.task.body, meeting.task.programme)


def can_inspect(member: Member, inspection: Inspection) -> bool:
    """Who may work on the inspection's task, and every member of its team."""
    on_team = inspection.team.filter(person=member.person_id).exists()
    return on_team or can_work_on(member, inspection.task)


def can_mend(member: Member, finding: Finding) -> bool:
    """An officer, leader or area head of the body that owes the mending."""
    return can_fill_for(member, finding.body_id)
