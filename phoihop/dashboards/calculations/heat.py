"""What one cell of "who reported when" says: pure, from counts of obligations alike."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

from phoihop.reports.calculations import Kept, Standing, standing_of

EARLY_DAYS = 3
"""Handed in so many days before the last day or more: early."""


class Mark(Enum):
    """How a report came, or did not; the order is from good to bad."""

    EARLY = "sớm"
    ON_TIME = "đúng hạn"
    LATE = "muộn"
    RETURNED = "bị trả lại"
    MISSING = "chưa báo cáo"
    OPEN = "chưa đến hạn"
    WAIVED = "được miễn"
    NOT_OWED = "không phải nộp"

    @property
    def css(self) -> str:
        """The class of the style sheet; each has its own colour and pattern."""
        return f"ph-heat-{self.name.lower().replace('_', '-')}"

    @property
    def sign(self) -> str:
        """A letter for small cells and for eyes that do not tell colours apart."""
        return _SIGNS[self]


_SIGNS = {
    Mark.EARLY: "S",
    Mark.ON_TIME: "Đ",
    Mark.LATE: "M",
    Mark.RETURNED: "T",
    Mark.MISSING: "C",
    Mark.OPEN: "…",
    Mark.WAIVED: "K",
    Mark.NOT_OWED: "",
}
_RECEIVED = (Mark.EARLY, Mark.ON_TIME, Mark.LATE)
_DUE = (*_RECEIVED, Mark.RETURNED, Mark.MISSING)
_WORST_FIRST = (Mark.MISSING, Mark.RETURNED, Mark.LATE, Mark.ON_TIME, Mark.EARLY, Mark.OPEN, Mark.WAIVED)
_OF_STANDING = {
    Standing.ON_TIME: Mark.ON_TIME,
    Standing.LATE: Mark.LATE,
    Standing.RETURNED: Mark.RETURNED,
    Standing.MISSING: Mark.MISSING,
    Standing.DUE_SOON: Mark.OPEN,
    Standing.NOT_DUE: Mark.OPEN,
    Standing.ENDED: Mark.NOT_OWED,
}


def mark_of(kept: Kept, *, on: date) -> Mark:
    """How one obligation stands on the day `on`, by the one rule of completeness; early is told apart."""
    standing = standing_of(kept, on=on)
    if standing != Standing.ON_TIME or kept.first_handed_in_on is None:
        return _OF_STANDING[standing]
    is_early = kept.first_handed_in_on <= kept.due_on - timedelta(days=EARLY_DAYS)
    return Mark.EARLY if is_early else Mark.ON_TIME


@dataclass(frozen=True)
class HeatCell:
    """What came of the obligations of a unit and period; `record_id` leads to the one, where it is one."""

    counts: Counter[Mark] = field(default_factory=Counter)
    record_id: int | None = None

    @property
    def due(self) -> int:
        return sum(self.counts[mark] for mark in _DUE)

    @property
    def received(self) -> int:
        return sum(self.counts[mark] for mark in _RECEIVED)

    @property
    def on_time(self) -> int:
        return self.counts[Mark.EARLY] + self.counts[Mark.ON_TIME]

    @property
    def missing(self) -> int:
        return self.counts[Mark.MISSING]

    @property
    def percent(self) -> int | None:
        """Received of due, rounded down; None while nothing is due."""
        return self.received * 100 // self.due if self.due else None

    @property
    def is_single(self) -> bool:
        return sum(self.counts.values()) == 1

    @property
    def mark(self) -> Mark:
        """The worst there is in the cell; what is not due yet only where nothing else is."""
        return next((mark for mark in _WORST_FIRST if self.counts[mark]), Mark.NOT_OWED)

    @property
    def label(self) -> str:
        """ "đúng hạn" for one, "45/50" for several, "chưa đến hạn" while none is due."""
        if self.is_single or not self.due:
            return self.mark.value
        return f"{self.received}/{self.due}"

    @property
    def words(self) -> str:
        """ "45/50 đã báo cáo: sớm 10, đúng hạn 30, muộn 5, chưa báo cáo 5"."""
        parts = ", ".join(f"{mark.value} {self.counts[mark]}" for mark in Mark if self.counts[mark])
        return f"{self.received}/{self.due} đã báo cáo: {parts}" if self.due else parts or self.mark.value


def added(cells: Iterable[HeatCell]) -> HeatCell:
    """Several cells as one."""
    return HeatCell(sum((cell.counts for cell in cells), Counter()))
