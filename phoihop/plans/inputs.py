"""What a person says of an obstacle or an emergent task, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from phoihop.documents.models import StoredFile
from phoihop.plans.statuses import ObstacleKind, TaskKind


@dataclass(frozen=True)
class ObstacleContent:
    """What stands in the way since when, what the body proposes, who is to answer (body id) by which day."""

    kind: ObstacleKind
    text: str
    since_on: date
    addressed_to: int
    answer_due_on: date
    proposal: str = ""
    files: Sequence[StoredFile] = ()


@dataclass(frozen=True)
class EmergentContent:
    """A task outside the clauses; bodies by id. `asked`: whose word is needed, none for all parties."""

    kind: TaskKind
    title: str
    reason: str
    lead: int
    due_on: date
    content: str = ""
    coordinators: Sequence[int] = ()
    asked: Sequence[int] = ()
