"""Which of the stored windows a span of days is, target by target."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from phoihop.core.periods import MONTHS_OF, Period, calendar_period
from phoihop.targets.calculations import months_of
from phoihop.targets.models import Target
from phoihop.targets.queries.spans import edition_span

TERM = date(1, 1, 1)
"""Start of the stored window that holds every figure of a series."""
_NO_LONGEST = 2**31 - 1
_LONGEST = {1: 31, 3: 92, 6: 184, 12: 366, None: _NO_LONGEST}


@dataclass(frozen=True)
class AskedWindow:
    """A window asked for: its `number`, and whether it holds the target's whole programme."""

    number: int
    period: Period
    programme: Period
    is_open: bool

    @property
    def is_whole(self) -> bool:
        return self.period.start <= self.programme.start and self.period.end >= self.programme.end

    @property
    def months(self) -> int | None:
        """The stored kind: 0 the whole term, 1, 3, 6, 12 a calendar window; None: not stored.

        The figures of a programme without an end may go on after the window.
        """
        if self.is_whole:
            return None if self.is_open else 0
        lengths = MONTHS_OF.values()
        return next((n for n in lengths if self.period == calendar_period(self.period.start, n)), None)

    @property
    def start(self) -> date:
        """Under which first day it is stored."""
        return TERM if self.months == 0 else self.period.start

    @property
    def last_day(self) -> date:
        """The day on which places and duties to report are asked for."""
        return date.max if self.is_whole else self.period.end

    @property
    def longest(self) -> int:
        """Days a figure may have at most to count in it."""
        return _LONGEST[months_of(self.period)]


def asked_windows(
    targets: Sequence[Target], windows: Collection[Period]
) -> dict[int, tuple[AskedWindow, ...]]:
    """By target id; no query."""
    return {
        target.pk: tuple(
            AskedWindow(
                number=number,
                period=window,
                programme=edition_span(target.edition, window.end),
                is_open=target.edition.period_end is None,
            )
            for number, window in enumerate(windows)
        )
        for target in targets
    }
