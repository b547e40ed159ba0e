"""What a target and a figure say, as plain values: what actions take in and calculations work on."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from phoihop.targets.statuses import (
    BodyRule,
    Comparator,
    Direction,
    FigureState,
    PlaceRule,
    Recurrence,
    ScopeKind,
    TargetKind,
    TimeRule,
)


@dataclass(frozen=True)
class Rules:
    """How figures of a target are added up over time, over places and over bodies."""

    time: TimeRule
    place: PlaceRule
    body: BodyRule = BodyRule.SUM


_COUNTED = Rules(TimeRule.SUM, PlaceRule.SUM)
_SHARED = Rules(TimeRule.LAST, PlaceRule.RATIO)
_WEAKEST = Rules(TimeRule.LAST, PlaceRule.MIN)
_USUAL = {
    TargetKind.COUNT: _COUNTED,
    TargetKind.LATER: _COUNTED,
    TargetKind.RATIO: _SHARED,
    TargetKind.PART_OF_WHOLE: _SHARED,
    TargetKind.K_OF_N: _SHARED,
    TargetKind.LEVEL: _WEAKEST,
    TargetKind.MILESTONE: _WEAKEST,
    TargetKind.EXISTENCE: _WEAKEST,
}


def usual_rules(kind: TargetKind, *, scope_kind: ScopeKind) -> Rules:
    """Counts add up; shares are the last of the period and sum over sum; grades are the weakest.

    A target of each unit ("mỗi khu dân cư") counts the places that meet it.
    """
    usual = _USUAL[kind]
    return replace(usual, place=PlaceRule.COUNT) if scope_kind == ScopeKind.EACH_UNIT else usual


@dataclass(frozen=True, kw_only=True)
class TargetSpec:
    """A typed target. `value`, `value_max`, `base` and `baseline` are in `unit` (percent points for "%")."""

    name: str
    kind: TargetKind
    rules: Rules
    comparator: Comparator = Comparator.AT_LEAST
    value: Decimal | None = None
    value_max: Decimal | None = None
    base: Decimal | None = None
    level: str = ""
    unit: str = ""
    direction: Direction = Direction.REACH
    baseline: Decimal | None = None
    recurrence: Recurrence = Recurrence.ONCE
    due_on: date | None = None
    scope_kind: ScopeKind = ScopeKind.PLACE
    scope_text: str = ""
    is_aspirational: bool = False
    given_later: str = ""
    text: str = ""
    span: tuple[int, int] | None = None


@dataclass(frozen=True)
class ContributionContent:
    """The share of a body (at a place); no value: it takes part without a number of its own."""

    body_id: int
    value: Decimal | None = None
    area_id: int | None = None
    is_lead: bool = False


@dataclass(frozen=True)
class Amount:
    """A figure's numbers: a count is a numerator alone; a ratio has both, never a percent typed in."""

    state: FigureState
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def is_number(self) -> bool:
        """Reported, estimated or zero: it can be counted with."""
        return self.numerator is not None
