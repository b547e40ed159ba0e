"""The sessions of a task as its page shows them."""

from dataclasses import dataclass

from phoihop.plans.models import Session, Task
from phoihop.plans.statuses import SESSION, SessionStatus


@dataclass(frozen=True)
class SessionLine:
    """A session with the verbs its status allows."""

    session: Session
    speaker: str
    verbs: list[str]


@dataclass(frozen=True)
class SessionTable:
    """The sessions of a task by day; sums are of attendances (lượt), never of people."""

    lines: list[SessionLine]
    held: int
    planned_attendance: int
    attendance: int
    women: int
    members: int


def session_table(task: Task) -> SessionTable:
    """One query."""
    rows = list(task.sessions.select_related("speaker").order_by("held_on", "starts_at", "pk"))
    live = [row for row in rows if row.status != SessionStatus.CANCELLED]
    return SessionTable(
        lines=[_line(row) for row in rows],
        held=sum(row.status == SessionStatus.HELD for row in rows),
        planned_attendance=sum(row.planned_attendance or 0 for row in live),
        attendance=sum(row.attendance or 0 for row in live),
        women=sum(row.women or 0 for row in live),
        members=sum(row.members or 0 for row in live),
    )


def _line(row: Session) -> SessionLine:
    speaker = row.speaker.full_name if row.speaker else row.speaker_name
    return SessionLine(row, speaker, SESSION.verbs_from(row.status))
