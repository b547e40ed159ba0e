"""What a report says, as plain values: what a form hands to the actions, and what a round keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class FigureInput:
    """A figure as typed; an empty `state` means the line was left blank: still "chưa báo cáo"."""

    target_id: int
    state: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    note: str = ""


@dataclass(frozen=True)
class ReportInput:
    """A whole working copy: text by clause id, one line per target, and the closing parts."""

    sections: Mapping[int, str] = field(default_factory=dict)
    figures: Sequence[FigureInput] = ()
    overview: str = ""
    shortcomings: str = ""
    recommendations: str = ""
    is_nil: bool = False


@dataclass(frozen=True)
class ReturnItem:
    """One thing to mend: a clause's text or a target's figure, and what is wrong with it."""

    note: str
    clause_id: int | None = None
    target_id: int | None = None
