"""What a task is made of and what came of it, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from phoihop.documents.models import StoredFile
from phoihop.plans.statuses import TaskKind


@dataclass(frozen=True)
class TaskContent:
    """What is to be done, by whom of the body, where and by when."""

    kind: TaskKind
    title: str
    due_on: date
    starts_on: date | None = None
    person_id: int | None = None
    place: str = ""


@dataclass(frozen=True)
class Outcome:
    """What came of a task; `quantity` in `quantity_unit`, `attendance` in lượt người."""

    finished_on: date
    result: str = ""
    quantity: Decimal | None = None
    quantity_unit: str = ""
    attendance: int | None = None
    evidence: Sequence[StoredFile] = ()
