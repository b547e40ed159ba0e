"""What a task is made of and what came of it, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from phoihop.documents.models import StoredFile
from phoihop.plans.statuses import TaskKind
from phoihop.programmes.models import Clause


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


@dataclass(frozen=True, kw_only=True)
class ProposalContent:
    """What a party would lead in a year: under which clause of the programme, with whom, where and when.

    The target is a number in a unit, or words; `cost` is in đồng, from `cost_source`.
    """

    clause: Clause
    kind: TaskKind
    content: str
    starts_on: date
    ends_on: date
    coordinator_ids: Sequence[int] = ()
    person_id: int | None = None
    place: str = ""
    target_value: Decimal | None = None
    target_unit: str = ""
    target_words: str = ""
    expected_result: str = ""
    cost: int | None = None
    cost_source: str = ""
    cost_source_name: str = ""
