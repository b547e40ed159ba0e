"""What the tab "Kế hoạch" reads: a year's joint plan and proposals, and who made its implementation plan."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from phoihop.core.member import Member
from phoihop.lifecycle.actions.implementing import deadline_of
from phoihop.lifecycle.actions.joint_plans import can_undo
from phoihop.organisations.queries import body_labels
from phoihop.plans.actions.proposals import parties_standing, years_of
from phoihop.plans.models import PlanDeadline, ProposalRound
from phoihop.plans.statuses import ProposalStatus
from phoihop.programmes import permissions
from phoihop.programmes.calculations import StatusShown, status_shown
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.models.visibility import bodies_written_for
from phoihop.programmes.queries import current_editions
from phoihop.programmes.statuses import SIGNED, EditionStatus

WHOLE = 0
"""Stands for "the whole period" where a year is chosen."""


@dataclass(frozen=True)
class RoundShown:
    """A round of proposals in short."""

    id: int
    due_on: date
    is_open: bool
    is_late: bool
    asked: int
    answered: int
    proposals: int
    waiting: int
    can_undo: bool


@dataclass(frozen=True)
class PlanShown:
    """A plan with the state of its text."""

    id: int
    name: str
    number_text: str
    status: StatusShown
    is_signed: bool


@dataclass(frozen=True)
class BoardLine:
    """A party and its implementation plan; `plan` is None where there is none, or one not seen yet."""

    body_id: int
    body: str
    plan: PlanShown | None
    has_draft: bool
    is_late: bool
    can_draft: bool


@dataclass(frozen=True)
class PlansPage:
    """The plans of a programme in one year (0: of the whole period)."""

    years: list[int]
    year: int
    is_in_force: bool
    leads: bool
    round: RoundShown | None
    joint_plan: PlanShown | None
    board: list[BoardLine]
    deadline: date | None
    deadline_version: int
    is_printed: bool

    @property
    def signed(self) -> int:
        return sum(1 for line in self.board if line.plan is not None and line.plan.is_signed)

    @property
    def can_call(self) -> bool:
        """The lead may ask for proposals now."""
        free = self.round is None and self.joint_plan is None
        return self.leads and self.is_in_force and self.year != WHOLE and free


def plans_page(edition: Edition, member: Member, *, year: int | None, today: date) -> PlansPage:
    """Fourteen queries at most, whatever the number of parties and years."""
    programme = edition.programme
    years = list(years_of(edition, today.year))
    chosen = year if year in {*years, WHOLE} else min(max(today.year, years[0]), years[-1])
    leads = permissions.can_lead(member, programme)
    wanted = chosen or None
    deadline = deadline_of(edition, wanted)
    stored = PlanDeadline.objects.filter(programme=programme, year=wanted).first()
    seen = _plans(programme, member, wanted, today)
    joint = next((plan for kind, _, plan in seen if kind == ProgrammeKind.JOINT_PLAN), None)
    return PlansPage(
        years=years,
        year=chosen,
        is_in_force=edition.status == EditionStatus.IN_FORCE,
        leads=leads,
        round=_round(programme, chosen, today),
        joint_plan=joint,
        board=_board(edition, member, wanted, seen, deadline=deadline, today=today),
        deadline=deadline,
        deadline_version=stored.version if stored else 0,
        is_printed=deadline is not None and (stored is None or stored.due_on != deadline),
    )


def _plans(
    programme: Programme, member: Member, year: int | None, today: date
) -> list[tuple[str, int, PlanShown]]:
    """The plans of the year this member sees: (kind, lead, plan); one query."""
    rows = Programme.objects.visible_to(member).filter(under=programme, year=year)
    editions = current_editions(rows).select_related("programme").order_by("pk")
    return [(row.programme.kind, row.programme.lead_id, _shown(row, today)) for row in editions]


def _shown(row: Edition, today: date) -> PlanShown:
    return PlanShown(
        id=row.programme_id,
        name=row.programme.name,
        number_text=row.number_text,
        status=status_shown(row.status, period_end=row.period_end, today=today),
        is_signed=row.status in SIGNED,
    )


def _round(programme: Programme, year: int, today: date) -> RoundShown | None:
    waiting = Q(proposals__status=ProposalStatus.PROPOSED)
    standing = ~Q(proposals__status__in=[ProposalStatus.WITHDRAWN, ProposalStatus.MERGED])
    row = (
        ProposalRound.objects.filter(programme=programme, year=year)
        .select_related("plan")
        .annotate(
            asked=Count("calls", distinct=True),
            answered=Count("calls", filter=Q(calls__answered_at__isnull=False), distinct=True),
            total=Count("proposals", filter=standing, distinct=True),
            waiting=Count("proposals", filter=waiting, distinct=True),
        )
        .first()
    )
    if row is None:
        return None
    drafted = row.plan.editions.order_by("-sequence").first() if row.plan else None
    is_open = row.closed_at is None
    return RoundShown(
        id=row.pk,
        due_on=row.due_on,
        is_open=is_open,
        is_late=is_open and row.due_on < today,
        asked=row.asked,
        answered=row.answered,
        proposals=row.total,
        waiting=row.waiting,
        can_undo=drafted is not None and can_undo(row, drafted),
    )


def _board(
    edition: Edition,
    member: Member,
    year: int | None,
    seen: list[tuple[str, int, PlanShown]],
    *,
    deadline: date | None,
    today: date,
) -> list[BoardLine]:
    """Every party as it stands today, whether its plan is begun, signed, numbered or late; four queries."""
    bodies = parties_standing(edition, today)
    labels = body_labels(bodies, today)
    kind = ProgrammeKind.IMPLEMENTATION_PLAN
    begun = set(
        Programme.objects.filter(under=edition.programme, kind=kind, year=year).values_list("lead", flat=True)
    )
    plans = {lead: plan for found, lead, plan in seen if found == kind}
    own = set(bodies_written_for(member.body_id).values_list("pk", flat=True))
    writes = member.role in {"officer", "leader"} and edition.status == EditionStatus.IN_FORCE
    return [
        BoardLine(
            body_id=body,
            body=labels[body].short_name,
            plan=plans.get(body),
            has_draft=body in begun,
            is_late=deadline is not None and deadline < today and not _is_signed(plans.get(body)),
            can_draft=writes and body in own and body not in begun,
        )
        for body in bodies
    ]


def _is_signed(plan: PlanShown | None) -> bool:
    return plan is not None and plan.is_signed
