"""Where an obligation stands on a day, and how complete a set of them is. Rates never pass 100 %.

Facts, not flags: due and late follow from dates each time they are read. An obligation due before its body
ended stays counted there; the row a successor inherited is then shown but not counted a second time, in
whichever set it is looked at. One that was waived counts nowhere and stays to be seen. An extension gives a
later day to be late by.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum


class Standing(Enum):
    """What a square of the board says; no two mean the same."""

    ON_TIME = "nộp đúng hạn"
    LATE = "nộp muộn"
    RETURNED = "trả lại để bổ sung"
    MISSING = "chưa báo cáo"
    DUE_SOON = "sắp đến hạn"
    NOT_DUE = "chưa đến hạn"
    ENDED = "thôi phải nộp"
    WAIVED = "được miễn"

    @property
    def is_received(self) -> bool:
        """A report is there and was not sent back."""
        return self in {Standing.ON_TIME, Standing.LATE}


@dataclass(frozen=True)
class Kept:
    """An obligation as far as counting needs it; `first_handed_in_on` is the day of the first round.

    `due_on` is the day that counts; `first_due_on` the one before an extension. `is_counted_before`: the row
    this one was inherited from stays counted at the body that ended.
    """

    id: int
    due_on: date
    first_handed_in_on: date | None = None
    is_returned: bool = False
    is_open_draft: bool = False
    ended_on: date | None = None
    inherited_from_id: int | None = None
    first_due_on: date | None = None
    waived_on: date | None = None
    is_counted_before: bool = False

    @property
    def is_extended(self) -> bool:
        return self.first_due_on is not None


@dataclass(frozen=True)
class Coverage:
    """Reports received of reports due; `on_time` of those received; `waived` beside all of them."""

    due: int
    received: int
    on_time: int
    returned: int
    missing: int
    waived: int = 0

    @property
    def percent(self) -> int:
        """Received of due in whole percent, rounded down; 100 when nothing is due."""
        return 100 if self.due == 0 else self.received * 100 // self.due

    @property
    def report_words(self) -> str:
        """Over several periods: "đã nộp 10/15 báo cáo đến hạn (66%)"."""
        return f"đã nộp {self.received}/{self.due} báo cáo đến hạn ({self.percent}%)"

    @property
    def words(self) -> str:
        """ "5/6 đơn vị đã báo cáo (83%)"."""
        return f"{self.received}/{self.due} đơn vị đã báo cáo ({self.percent}%)"


def standing_of(obligation: Kept, *, on: date, soon_days: int = 7) -> Standing:
    """Where one obligation stands on the day `on`; late is measured by the first time it was handed in."""
    if _ended_before_due(obligation):
        return Standing.ENDED
    if obligation.waived_on is not None:
        return Standing.WAIVED
    if obligation.is_returned:
        return Standing.RETURNED
    if obligation.first_handed_in_on is not None and not obligation.is_open_draft:
        is_on_time = obligation.first_handed_in_on <= obligation.due_on
        return Standing.ON_TIME if is_on_time else Standing.LATE
    if obligation.due_on < on:
        return Standing.MISSING
    return Standing.DUE_SOON if (obligation.due_on - on).days <= soon_days else Standing.NOT_DUE


def counted(obligations: Iterable[Kept]) -> list[Kept]:
    """Those that count: not ended before they were due, not waived, and never a successor's row whose
    predecessor counts.
    """
    rows = [row for row in obligations if not _ended_before_due(row)]
    kept = {row.id for row in rows}
    return [
        row
        for row in rows
        if row.waived_on is None and not row.is_counted_before and row.inherited_from_id not in kept
    ]


def coverage_of(obligations: Iterable[Kept], *, on: date) -> Coverage:
    """Completeness on the day `on`: every obligation due by then, and every one handed in before it was."""
    rows = list(obligations)
    standings = [standing_of(row, on=on) for row in counted(rows)]
    due = [s for s in standings if s not in {Standing.NOT_DUE, Standing.DUE_SOON}]
    return Coverage(
        due=len(due),
        received=sum(s.is_received for s in due),
        on_time=due.count(Standing.ON_TIME),
        returned=due.count(Standing.RETURNED),
        missing=due.count(Standing.MISSING),
        waived=sum(standing_of(row, on=on) is Standing.WAIVED for row in rows),
    )


def _ended_before_due(row: Kept) -> bool:
    return row.ended_on is not None and row.ended_on <= row.due_on
