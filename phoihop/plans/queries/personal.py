"""Personal action plans: one's own, and for the standing board who has one."""

from dataclasses import dataclass
from datetime import date, datetime

from phoihop.accounts.models import Membership, Role
from phoihop.core.member import Member
from phoihop.core.vietnamese import sort_key
from phoihop.plans import permissions
from phoihop.plans.models import PersonalPlan, PersonalPlanDecision
from phoihop.plans.queries.sheets import result_words
from phoihop.plans.statuses import PERSONAL, PersonalStatus, TaskStatus
from phoihop.programmes.models import Programme

_COLOURS = {
    PersonalStatus.DRAFT: "secondary",
    PersonalStatus.SENT: "blue",
    PersonalStatus.RETURNED: "orange",
    PersonalStatus.NOTED: "green",
}
_VERBS = {
    "send": "Gửi Ban Thường trực",
    "take_back": "Rút lại để sửa",
    "return": "Trả lại để bổ sung",
    "note": "Ghi nhận, lập công việc",
    "reopen": "Mở sửa",
}
_BOARDS = {"note", "return"}


@dataclass(frozen=True)
class PlanCounts:
    """What the hub says: the own plan, and for the board how many members have one."""

    year: int
    own_id: int | None
    own_status: str
    may_see_board: bool
    members: int
    sent: int


@dataclass(frozen=True)
class CommitmentLine:
    """A commitment with what came of it."""

    id: int
    clause_path: str
    content: str
    expected: str
    due_on: date
    task_id: int | None
    result: str
    is_done: bool


@dataclass(frozen=True)
class PlanHistoryLine:
    """What was done with a plan."""

    words: str
    person: str
    note: str
    at: datetime


@dataclass(frozen=True)
class PlanPage:
    """A plan, its commitments, its history and what this member may do."""

    plan: PersonalPlan
    colour: str
    commitments: list[CommitmentLine]
    history: list[PlanHistoryLine]
    verbs: dict[str, str]
    is_own: bool
    may_write: bool


@dataclass(frozen=True)
class MemberLine:
    """A committee member (or another who wrote a plan) on the board's list."""

    name: str
    position: str
    plan_id: int | None
    status_label: str
    colour: str
    commitments: int
    done: int


def plan_counts(programme: Programme, member: Member, *, year: int) -> PlanCounts:
    """At most four queries."""
    own = PersonalPlan.objects.filter(
        programme=programme, person=member.person_id, body=member.body_id, year=year
    ).first()
    sees = permissions.can_note_plans(member, member.body_id)
    rows = PersonalPlan.objects.filter(programme=programme, body=member.body_id, year=year)
    committee = Membership.objects.filter(body=member.body_id, role=Role.COMMITTEE_MEMBER, valid_to=None)
    return PlanCounts(
        year=year,
        own_id=own.pk if own else None,
        own_status=own.get_status_display() if own else "",
        may_see_board=sees,
        members=committee.count() if sees else 0,
        sent=rows.filter(status__in=[PersonalStatus.SENT, PersonalStatus.NOTED]).count() if sees else 0,
    )


def plan_page(plan: PersonalPlan, member: Member) -> PlanPage:
    """A fixed number of queries."""
    is_own = plan.person_id == member.person_id
    boards = permissions.can_note_plans(member, plan.body_id)
    open_verbs = PERSONAL.verbs_from(plan.status)
    verbs = [v for v in open_verbs if (boards if v in _BOARDS else is_own)]
    decisions = PersonalPlanDecision.objects.filter(plan=plan).select_related("by_person")
    return PlanPage(
        plan=plan,
        colour=_COLOURS[PersonalStatus(plan.status)],
        commitments=[
            CommitmentLine(
                id=row.pk,
                clause_path=row.clause.path,
                content=row.content,
                expected=row.expected,
                due_on=row.due_on,
                task_id=row.task_id,
                result=result_words(row.task),
                is_done=row.task is not None and row.task.status == TaskStatus.DONE,
            )
            for row in plan.commitments.select_related("clause", "task")
        ],
        history=[
            PlanHistoryLine(_VERBS[d.verb], d.by_person.full_name, d.note, d.at)
            for d in decisions.order_by("-at", "-pk")
        ],
        verbs={verb: PERSONAL.moves[verb].label for verb in verbs},
        is_own=is_own,
        may_write=is_own and PERSONAL.allows(plan.status, "send"),
    )


def plan_board(programme: Programme, body_id: int, *, year: int, today: date) -> list[MemberLine]:
    """Every committee member of the body with or without a plan, then others who sent one; three queries."""
    rows = Membership.objects.on(today).filter(body=body_id, role=Role.COMMITTEE_MEMBER)
    people = {row.person_id: (row.person.full_name, row.position) for row in rows.select_related("person")}
    plans = {row.person_id: row for row in _plans(programme, body_id, year)}
    others = {pk: (row.person.full_name, "") for pk, row in plans.items() if pk not in people}
    shown = {**people, **{pk: said for pk, said in others.items() if plans[pk].sent_at}}
    ordered = sorted(shown.items(), key=lambda pair: sort_key(pair[1][0]))
    return [_member(name, position, plans.get(pk)) for pk, (name, position) in ordered]


def _plans(programme: Programme, body_id: int, year: int) -> list[PersonalPlan]:
    rows = PersonalPlan.objects.filter(programme=programme, body=body_id, year=year)
    return list(rows.select_related("person").prefetch_related("commitments__task"))


def _member(name: str, position: str, plan: PersonalPlan | None) -> MemberLine:
    """A plan still being written is the writer's own: the board sees only that none was sent."""
    if plan is None or plan.status == PersonalStatus.DRAFT:
        return MemberLine(name, position, None, "chưa gửi", "secondary", 0, 0)
    held = list(plan.commitments.all())
    return MemberLine(
        name=name,
        position=position,
        plan_id=plan.pk,
        status_label=plan.get_status_display(),
        colour=_COLOURS[PersonalStatus(plan.status)],
        commitments=len(held),
        done=sum(row.task is not None and row.task.status == TaskStatus.DONE for row in held),
    )
