"""What sessions, meetings, inspections and costs are made of, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from phoihop.documents.models import StoredFile
from phoihop.plans.statuses import Attendance, CostSource, InspectionRound, Severity, TeamRole


@dataclass(frozen=True, kw_only=True)
class SessionContent:
    """A session planned; `planned_attendance` in lượt người; the speaker is a person or a name, not both."""

    held_on: date
    topic: str
    venue: str
    starts_at: time | None = None
    ends_at: time | None = None
    audience: str = ""
    speaker_id: int | None = None
    speaker_name: str = ""
    planned_attendance: int | None = None


@dataclass(frozen=True, kw_only=True)
class Attended:
    """Who came, in counts alone (lượt người)."""

    attendance: int
    women: int | None = None
    members: int | None = None


@dataclass(frozen=True, kw_only=True)
class MeetingContent:
    """When and where a meeting is, about what, and who chairs and who writes."""

    subject: str
    held_on: date
    starts_at: time
    place: str
    chair_name: str
    secretary_name: str
    chair_id: int | None = None
    chair_capacity: str = ""
    secretary_id: int | None = None
    secretary_capacity: str = ""
    is_numbered: bool = True


@dataclass(frozen=True, kw_only=True)
class Mark:
    """How one invitee came; `version` is the row's as it was seen."""

    invitee_id: int
    version: int
    attendance: Attendance
    people: int = 0
    by_whom: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class ItemContent:
    """A point of the agenda; `order` from 1."""

    content: str
    presenter: str = ""
    minutes: str = ""
    order: int | None = None


@dataclass(frozen=True, kw_only=True)
class ConclusionContent:
    """What was concluded, and for whom by when."""

    text: str
    body_id: int | None = None
    person_id: int | None = None
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class InspectionContent:
    """What an inspection looks at, on which decision or plan."""

    round: InspectionRound
    content: str
    basis: str = ""
    basis_file: StoredFile | None = None


@dataclass(frozen=True, kw_only=True)
class TeamMemberContent:
    """A member of the team, for a body: a person of the system, or a name."""

    body_id: int
    name: str
    person_id: int | None = None
    role: TeamRole = TeamRole.MEMBER


@dataclass(frozen=True, kw_only=True)
class VisitContent:
    """A unit to be visited."""

    body_id: int
    visit_on: date
    starts_at: time | None = None
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class FindingContent:
    """What is wrong, about which clause or target, and what must be mended by whom and when."""

    text: str
    severity: Severity
    remedy: str
    body_id: int
    due_on: date
    clause_id: int | None = None
    target_id: int | None = None
    evidence: Sequence[StoredFile] = ()


@dataclass(frozen=True, kw_only=True)
class CostContent:
    """A line of an estimate; amounts in whole đồng."""

    content: str
    source: CostSource
    estimate: int
    source_name: str = ""
    actual: int | None = None
