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
class RowInput:
    """A row of a table as kept (see calculations.tables); all cells blank: the row is taken out."""

    id: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class ReportInput:
    """A working copy or some of it: text by clause id, texts and rows by part of the form, a line per target.

    What is not given stays as it is.
    """

    sections: Mapping[int, str] = field(default_factory=dict)
    figures: Sequence[FigureInput] = ()
    overview: str | None = None
    shortcomings: str | None = None
    recommendations: str | None = None
    is_nil: bool | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, Sequence[RowInput]] = field(default_factory=dict)


@dataclass(frozen=True)
class ReturnItem:
    """One thing to mend: a clause's text, a target's figure or a part of the form, and what is wrong."""

    note: str
    clause_id: int | None = None
    target_id: int | None = None
    part: str = ""
