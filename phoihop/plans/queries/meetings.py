"""A meeting as its pages and papers read it; a fixed number of queries."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from phoihop.accounts.models import Membership
from phoihop.core.member import Member
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.plans import permissions
from phoihop.plans.models import AgendaItem, Conclusion, Invitee, Meeting
from phoihop.plans.queries.tasks import people_of
from phoihop.plans.statuses import MEETING, Attendance, MeetingStatus, TaskStatus

_OFFICES = ("officer", "leader", "clerk")


@dataclass(frozen=True)
class InviteeLine:
    """Somebody invited, by name."""

    invitee: Invitee
    name: str


@dataclass(frozen=True)
class ConclusionLine:
    """A conclusion, for whom, and how far its task is."""

    conclusion: Conclusion
    body: str
    person: str
    status: str
    is_done: bool
    is_late: bool


@dataclass(frozen=True)
class MeetingPage:
    """A meeting with everything written about it, and what the member may do."""

    meeting: Meeting
    host: str
    invitees: list[InviteeLine]
    items: list[AgendaItem]
    conclusions: list[ConclusionLine]
    previous: Meeting | None
    previous_conclusions: list[ConclusionLine]
    verbs: dict[str, str]
    may_write: bool
    may_give_out: bool

    @property
    def is_confirmed(self) -> bool:
        return self.meeting.status == MeetingStatus.CONFIRMED

    @property
    def people(self) -> int:
        """How many were there."""
        return sum(line.invitee.people for line in self.invitees)

    @property
    def absent(self) -> int:
        return sum(line.invitee.attendance == Attendance.ABSENT for line in self.invitees)

    @property
    def unmarked(self) -> int:
        return sum(line.invitee.attendance == Attendance.EXPECTED for line in self.invitees)


def meeting_page(task_id: int, member: Member, today: date) -> MeetingPage:
    """Raises Meeting.DoesNotExist when the member does not see it."""
    rows = Meeting.objects.visible_to(member).select_related(
        "task__body", "task__programme", "task__clause", "chair", "secretary"
    )
    meeting = rows.get(task=task_id)
    invitees = list(meeting.invitees.select_related("person").order_by("pk"))
    previous = previous_meeting(meeting)
    ids = [meeting.pk, *([previous.pk] if previous else [])]
    conclusions = list(
        Conclusion.objects.filter(meeting__in=ids).select_related("person", "task").order_by("order")
    )
    body_ids = {meeting.task.body_id}
    body_ids |= {row.body_id for row in invitees if row.body_id}
    body_ids |= {row.body_id for row in conclusions if row.body_id}
    names = {pk: label.short_name for pk, label in body_labels(body_ids, today).items()}
    lines = [_conclusion(row, names, today) for row in conclusions]
    is_live = meeting.task.status != TaskStatus.CANCELLED
    may_keep = is_live and permissions.can_keep_minutes(member, meeting)
    is_confirmed = meeting.status == MeetingStatus.CONFIRMED
    return MeetingPage(
        meeting=meeting,
        host=names[meeting.task.body_id],
        invitees=[InviteeLine(row, _invited(row, names)) for row in invitees],
        items=list(meeting.items.order_by("order")),
        conclusions=[line for line in lines if line.conclusion.meeting_id == meeting.pk],
        previous=previous,
        previous_conclusions=[line for line in lines if line.conclusion.meeting_id != meeting.pk],
        verbs=_verbs(meeting, member, may_keep=may_keep) if is_live else {},
        may_write=may_keep and not is_confirmed,
        may_give_out=may_keep and is_confirmed,
    )


def previous_meeting(meeting: Meeting) -> Meeting | None:
    """The last confirmed meeting of the same programme before this one; one query."""
    rows = Meeting.objects.filter(
        task__programme=meeting.task.programme_id,
        status=MeetingStatus.CONFIRMED,
        held_on__lte=meeting.held_on,
    ).exclude(pk=meeting.pk)
    return rows.order_by("-held_on", "-starts_at").first()


def _verbs(meeting: Meeting, member: Member, *, may_keep: bool) -> dict[str, str]:
    allowed = {
        "call": may_keep,
        "confirm": permissions.can_confirm_minutes(member, meeting),
        "reopen": permissions.can_reopen_minutes(member, meeting),
    }
    return {verb: MEETING.moves[verb].label for verb in MEETING.verbs_from(meeting.status) if allowed[verb]}


def _invited(row: Invitee, names: dict[int, str]) -> str:
    if row.body_id:
        return names.get(row.body_id, "")
    return row.person.full_name if row.person else row.outside


def _conclusion(row: Conclusion, names: dict[int, str], today: date) -> ConclusionLine:
    task = row.task
    is_done = task is not None and task.status == TaskStatus.DONE
    is_open = task is not None and task.status in {TaskStatus.PLANNED, TaskStatus.DOING}
    return ConclusionLine(
        conclusion=row,
        body=names.get(row.body_id, "") if row.body_id else "",
        person=row.person.full_name if row.person else "",
        status=task.get_status_display() if task else "chưa giao việc",
        is_done=is_done,
        is_late=task is not None and is_open and task.due_on < today,
    )


@dataclass(frozen=True)
class MeetingChoices:
    """Bodies and people a meeting's forms offer."""

    bodies: list[tuple[int, str]]
    people: list[tuple[int, str]]


def meeting_choices(programme_id: int, host: Body, today: date) -> MeetingChoices:
    """Bodies that sign, lead or carry out a clause of the programme, and who works there; three queries."""
    takes_part = Body.objects.filter(
        Q(pk=host.pk)
        | Q(led_programmes=programme_id)
        | Q(party_rows__edition__programme=programme_id)
        | Q(assignments__clause__edition__programme=programme_id)
        | Q(duty_rows__duty__clause__edition__programme=programme_id)
    )
    ids = list(takes_part.on(today).values_list("pk", flat=True).distinct())
    labels = sorted(body_labels(ids, today).values(), key=lambda label: label.sort_key)
    return MeetingChoices(
        bodies=[(label.id, label.short_name) for label in labels],
        people=people_of([*ids, host.pk], today),
    )


def capacity_of(person_id: int, today: date) -> str:
    """The position a person holds, as minutes name it: "Chủ tịch, UBND xã Lam Sơn"; two queries."""
    held = Membership.objects.on(today).filter(person=person_id, role__in=_OFFICES).order_by("pk").first()
    if held is None:
        return ""
    label = body_labels([held.body_id], today)[held.body_id].short_name
    return f"{held.position}, {label}" if held.position else label
