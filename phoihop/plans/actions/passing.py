"""Which open rows of plans name a body, so that they can pass to another when it ends."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q

from phoihop.plans.models import (
    Conclusion,
    EmergentPart,
    EmergentTask,
    Finding,
    Invitee,
    Obstacle,
    PersonalPlan,
    Pilot,
    Proposal,
    ProposalCall,
    RegistrationSheet,
    Visit,
)
from phoihop.plans.statuses import (
    Answer,
    Attendance,
    EmergentStatus,
    MeetingStatus,
    PersonalStatus,
    PilotStatus,
    ProposalStatus,
    RegistrationStatus,
)
from phoihop.programmes.models import Programme


@dataclass(frozen=True)
class Passing:
    """Open rows of one table that name a body: how they are found, and beside which column it stands once."""

    table: type[models.Model]
    column: str
    programme: str
    is_open: Q
    once_in: str = ""

    @property
    def field(self) -> str:
        return self.column.removesuffix("_id")


_UNANSWERED = Q(emergent__status=EmergentStatus.PROPOSED, answer=Answer.WAITING)
PASSING = {
    "sheet": Passing(
        RegistrationSheet, "body_id", "round__programme",
        ~Q(status=RegistrationStatus.ACCEPTED) & Q(ended_on=None), "round_id",
    ),
    "pilot": Passing(
        Pilot, "body_id", "programme", Q(status__in=[PilotStatus.CHOSEN, PilotStatus.RUNNING])
    ),
    "visit": Passing(
        Visit, "body_id", "inspection__task__programme", Q(is_done=False), "inspection_id"
    ),
    "finding": Passing(
        Finding, "body_id", "visit__inspection__task__programme",
        Q(pk__in=Finding.objects.unmended().values("pk")),
    ),
    "obstacle": Passing(
        Obstacle, "addressed_to_id", "programme", Q(pk__in=Obstacle.objects.unsolved().values("pk"))
    ),
    "part": Passing(EmergentPart, "body_id", "emergent__programme", _UNANSWERED, "emergent_id"),
    "emergent": Passing(EmergentTask, "lead_id", "programme", Q(status=EmergentStatus.PROPOSED)),
    "invitee": Passing(
        Invitee, "body_id", "meeting__task__programme",
        Q(attendance=Attendance.EXPECTED) & ~Q(meeting__status=MeetingStatus.CONFIRMED), "meeting_id",
    ),
    "conclusion": Passing(Conclusion, "body_id", "meeting__task__programme", Q(task=None)),
    "call": Passing(
        ProposalCall, "body_id", "round__programme", Q(round__closed_at=None, answered_at=None), "round_id"
    ),
    "proposal": Passing(
        Proposal, "body_id", "round__programme",
        Q(round__closed_at=None, status__in=[ProposalStatus.PROPOSED, ProposalStatus.RETURNED]),
    ),
    "personal": Passing(PersonalPlan, "body_id", "programme", ~Q(status=PersonalStatus.NOTED)),
}  # fmt: skip


def open_rows(passing: Passing, programme: Programme, bodies: Iterable[int]) -> list[Any]:
    """The locked open rows of a table that name one of these bodies, in the order of their ids."""
    rows = passing.table._default_manager.filter(
        passing.is_open, **{passing.programme: programme, f"{passing.column}__in": list(bodies)}
    )
    return list(rows.select_for_update(of=("self",)).order_by("pk"))


def taken_beside(passing: Passing, programme: Programme, bodies: Iterable[int]) -> set[tuple[int, int]]:
    """Where these bodies stand already: (id beside which a body stands once, body)."""
    rows = passing.table._default_manager.filter(
        **{passing.programme: programme, f"{passing.column}__in": list(bodies)}
    )
    return set(rows.values_list(passing.once_in, passing.column))
