"""The bars of "Tình hình nộp báo cáo": pure, from rows already read."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from phoihop.core.periods import Period
from phoihop.reports.calculations import Kept, Standing, counted, standing_of

WIDTH = 300
MOST_BARS = 4
_SHOWN = {
    Standing.ON_TIME: "ontime",
    Standing.LATE: "late",
    Standing.RETURNED: "returned",
    Standing.MISSING: "missing",
    Standing.DUE_SOON: "open",
    Standing.NOT_DUE: "open",
}
WORDS = {
    "ontime": "nộp đúng hạn",
    "late": "nộp muộn",
    "returned": "trả lại để bổ sung",
    "missing": "chưa báo cáo",
    "open": "chưa đến hạn",
}


@dataclass(frozen=True)
class Segment:
    """A part of a bar, in units of a drawing WIDTH wide."""

    name: str
    words: str
    count: int
    x: int
    width: int

    @property
    def middle(self) -> int:
        return self.x + self.width // 2


@dataclass(frozen=True)
class Bar:
    """The reports of one period; `words` says the same as the drawing."""

    label: str
    total: int
    segments: list[Segment]

    @property
    def words(self) -> str:
        return ", ".join(f"{part.words} {part.count}" for part in self.segments)


def bars(rows: Iterable[tuple[Period, Kept]], *, today: date) -> list[Bar]:
    """The latest periods that have begun, oldest first."""
    by_period: dict[Period, list[Kept]] = defaultdict(list)
    for period, kept in rows:
        if period.start <= today:
            by_period[period].append(kept)
    latest = sorted(by_period, key=lambda period: (period.end, period.start))[-MOST_BARS:]
    found = [_bar(period, by_period[period], today) for period in latest]
    return [bar for bar in found if bar.total]


def _bar(period: Period, rows: list[Kept], today: date) -> Bar:
    found = Counter(_SHOWN[standing_of(row, on=today)] for row in counted(rows))
    total, before, segments = sum(found.values()), 0, []
    for name in WORDS:
        if found[name]:
            x, end = before * WIDTH // total, (before + found[name]) * WIDTH // total
            segments.append(Segment(name, WORDS[name], found[name], x, end - x))
            before += found[name]
    label = period.label
    return Bar(label[:1].upper() + label[1:], total, segments)
