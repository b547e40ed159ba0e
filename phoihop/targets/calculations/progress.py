"""How far a target is: a percent of the goal and one word for where it stands."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from phoihop.targets.calculations.comparison import (
    achieved,
    goal_of,
    is_counted_whole,
    is_lower_better,
    is_yes_no,
    least_needed,
    measured,
    rounded,
)
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.statuses import Comparator, Direction, FigureState, TargetKind, TimeRule

_ALMOST = Decimal("99.9")
_FLOWS = {TimeRule.SUM, TimeRule.TO_DATE}


class Outcome(Enum):
    """Where a target stands; no two of these are ever shown alike."""

    EXCEEDED = "vượt"
    REACHED = "đạt"
    BEHIND = "chưa đạt"
    PARTIAL = "chưa đủ số liệu"
    NOT_DUE = "chưa đến hạn"
    NO_FIGURES = "chưa có số liệu"
    MISSING = "không có số liệu"
    NOT_APPLICABLE = "không áp dụng"
    NO_VALUE = "chưa giao chỉ tiêu"

    @property
    def is_met(self) -> bool:
        return self in {Outcome.EXCEEDED, Outcome.REACHED}


@dataclass(frozen=True)
class Progress:
    """`value` on the target's scale (percent for "%"); `percent` of the goal from 0, over 100 above."""

    outcome: Outcome
    value: Decimal | None = None
    percent: Decimal | None = None

    @property
    def label(self) -> str:
        return self.outcome.value

    @property
    def bar(self) -> int:
        """Width of a drawn bar, 0-100."""
        return int(min(self.percent or Decimal(0), Decimal(100)))


_WITHOUT_NUMBER = {
    FigureState.MISSING: Progress(Outcome.MISSING),
    FigureState.NOT_APPLICABLE: Progress(Outcome.NOT_APPLICABLE),
}


def progress(spec: TargetSpec, amount: Amount | None, *, on: date) -> Progress:
    """Progress of `spec` with what was recorded (None: nothing yet), seen on the day `on`."""
    if goal_of(spec) is None:
        return Progress(Outcome.NO_VALUE, value=None if amount is None else amount.numerator)
    if amount is None:
        return Progress(Outcome.NO_FIGURES)
    if not amount.is_number:
        return _WITHOUT_NUMBER[amount.state]
    found = measured(spec, amount.numerator, amount.denominator)
    if found is None:
        return Progress(Outcome.NO_FIGURES)
    outcome = _outcome(spec, amount, found=found, on=on)
    is_open = outcome == Outcome.NOT_DUE and _may_still_be_lost(spec)
    return Progress(
        outcome=outcome,
        value=_shown(spec, amount, found=found),
        percent=None if is_open else _percent(spec, found),
    )


def _outcome(spec: TargetSpec, amount: Amount, *, found: Fraction, on: date) -> Outcome:
    is_running = spec.due_on is not None and on <= spec.due_on
    if achieved(spec, amount.numerator, amount.denominator):
        if is_running and _may_still_be_lost(spec):
            return Outcome.NOT_DUE
        return Outcome.EXCEEDED if _is_beyond(spec, amount, found=found) else Outcome.REACHED
    if is_running and not _is_lost(spec):
        return Outcome.NOT_DUE
    return Outcome.BEHIND


def _may_still_be_lost(spec: TargetSpec) -> bool:
    """ "không quá 5 vụ" holds for good only at the end: what adds up can still pass the bound."""
    return is_lower_better(spec) and spec.rules.time in _FLOWS


def _is_lost(spec: TargetSpec) -> bool:
    """What adds up and is already above its upper bound cannot come back."""
    return is_lower_better(spec) and spec.rules.time in _FLOWS


def _is_beyond(spec: TargetSpec, amount: Amount, *, found: Fraction) -> bool:
    """Better than asked: above the needed whole number, the bound, or the far end of a range."""
    goal = goal_of(spec)
    if goal is None or spec.comparator == Comparator.EXACTLY or is_yes_no(spec):
        return False
    if spec.comparator == Comparator.RANGE:
        return _is_beyond_range(spec, found)
    if is_counted_whole(spec) and not is_lower_better(spec):
        needed = least_needed(spec, of=amount.denominator)
        return needed is not None and amount.numerator is not None and amount.numerator > needed
    if spec.comparator in {Comparator.MORE_THAN, Comparator.LESS_THAN} or _only_bounds(spec):
        return False
    return found < goal if is_lower_better(spec) else found > goal


def _only_bounds(spec: TargetSpec) -> bool:
    """ "không quá 5 vụ": fewer keep the bound, and "vượt" would say that it was broken."""
    return spec.comparator == Comparator.AT_MOST and spec.direction == Direction.REACH


def _is_beyond_range(spec: TargetSpec, found: Fraction) -> bool:
    if spec.value is None or spec.value_max is None:
        return False
    return found < spec.value if is_lower_better(spec) else found > spec.value_max


def _percent(spec: TargetSpec, found: Fraction) -> Decimal | None:
    """Percent of the goal, never below 0, rounded down so that 100 is never shown too early."""
    goal = goal_of(spec)
    if goal is None:
        return None
    if is_lower_better(spec):
        return _percent_down(spec, found=found, goal=_far(spec, goal))
    if goal <= 0:
        return Decimal(100) if found >= goal else Decimal(0)
    full = _near_or_far(spec, _needed(spec, goal), found=found)
    percent = max(rounded(found / full * 100, places=1, down=True), Decimal(0))
    return min(percent, _ALMOST) if spec.comparator == Comparator.MORE_THAN and found <= goal else percent


def _near_or_far(spec: TargetSpec, goal: Fraction, *, found: Fraction) -> Fraction:
    """A range is full from its near end to its far end: what lies inside is held against itself."""
    is_range = spec.comparator == Comparator.RANGE and spec.kind != TargetKind.K_OF_N
    if not is_range or spec.value_max is None or found <= goal:
        return goal
    return min(found, Fraction(spec.value_max))


def _needed(spec: TargetSpec, goal: Fraction) -> Fraction:
    """ "trên 03 cuộc" is held against the 4 it needs."""
    needed = least_needed(spec) if spec.kind == TargetKind.COUNT else None
    return goal if needed is None else Fraction(needed)


def _percent_down(spec: TargetSpec, *, found: Fraction, goal: Fraction) -> Decimal:
    """Of the way down from the starting level where it is known, else goal over value."""
    start = spec.baseline
    if spec.direction == Direction.DECREASE_TO and start is not None and start > goal:
        done = (Fraction(start) - found) / (Fraction(start) - goal) * 100
        return max(rounded(done, places=1, down=True), Decimal(0))
    if found <= goal:
        return Decimal(100)
    return max(rounded(goal / found * 100, places=1, down=True), Decimal(0))


def _far(spec: TargetSpec, goal: Fraction) -> Fraction:
    if spec.comparator == Comparator.RANGE and spec.value_max is not None:
        return Fraction(spec.value_max)
    return goal


def _shown(spec: TargetSpec, amount: Amount, *, found: Fraction) -> Decimal:
    """The value for the screen; more decimals where rounding would hide which side of the bound it is on."""
    if spec.kind == TargetKind.K_OF_N and amount.numerator is not None:
        return amount.numerator
    goal = goal_of(spec)
    for places in (2, 4):
        shown = rounded(found, places=places)
        if goal is None or found == goal or Fraction(shown) != goal:
            return shown
    return rounded(found, places=6)
