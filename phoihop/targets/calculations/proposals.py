"""What a number read from a text is proposed to mean; a person confirms or changes it.

A printed bare number ("đạt 85,3%", "120 lao động") says only that no comparing word stands there: more is
proposed to be as good. Only parts of a whole are proposed to be exact.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from phoihop.targets.calculations.comparison import level_rank, ratio_factor
from phoihop.targets.content import TargetSpec, usual_rules
from phoihop.targets.statuses import (
    Comparator,
    Direction,
    Recurrence,
    ScopeKind,
    TargetKind,
)

_TIME_WORDS = {"năm", "tháng", "quý", "kỳ", "nhiệm kỳ"}
_LOWER = {Comparator.AT_MOST, Comparator.LESS_THAN}


@dataclass(frozen=True)
class Printed:
    """A target as read: `comparator` "=" means no word printed; `direction` increase, decrease or reach."""

    measure: str
    text: str = ""
    span: tuple[int, int] | None = None
    comparator: str = "="
    value: Decimal | None = None
    value_max: Decimal | None = None
    of: Decimal | None = None
    unit: str = ""
    direction: str = "reach"
    change_to: Decimal | None = None
    baseline: Decimal | None = None
    recurrence: str = "once"
    due_on: date | None = None
    scope: str = ""
    is_aspirational: bool = False
    is_part: bool = False


@dataclass(frozen=True)
class Proposal:
    """The target proposed, and sentences for the person who confirms it."""

    spec: TargetSpec
    warnings: tuple[str, ...] = ()


def propose(printed: Printed) -> Proposal:
    """A complete target from a printed number, with the roll-up rules usual for its kind."""
    kind, direction = _kind(printed), _direction(printed)
    comparator, value, warnings = _bound(printed, kind=kind, direction=direction)
    each_unit = printed.scope.lower().startswith(("mỗi", "từng"))
    scope_kind = ScopeKind.EACH_UNIT if each_unit else ScopeKind.PLACE
    spec = TargetSpec(
        name=printed.measure,
        kind=kind,
        rules=usual_rules(kind, scope_kind=scope_kind),
        comparator=comparator,
        value=value,
        value_max=printed.value_max if comparator == Comparator.RANGE else None,
        base=printed.of,
        level=printed.text if kind == TargetKind.LEVEL else "",
        unit=printed.unit,
        direction=direction,
        baseline=printed.baseline,
        recurrence=Recurrence(printed.recurrence),
        due_on=printed.due_on,
        scope_kind=scope_kind,
        scope_text=printed.scope,
        is_aspirational=printed.is_aspirational,
        text=printed.text,
        span=printed.span,
    )
    return Proposal(spec, tuple(warnings))


def _kind(printed: Printed) -> TargetKind:
    if printed.value is None:
        return TargetKind.LEVEL if level_rank(printed.text) else TargetKind.EXISTENCE
    if printed.of is not None:
        return TargetKind.K_OF_N
    if _is_ratio_unit(printed.unit):
        return TargetKind.PART_OF_WHOLE if printed.is_part else TargetKind.RATIO
    return TargetKind.COUNT


def _is_ratio_unit(unit: str) -> bool:
    """ "%", "triệu đồng/ha/năm"; but "hộ/năm" is a count each year."""
    factor = ratio_factor(unit)
    if factor is None or factor > 1:
        return factor is not None
    return any(part.strip().lower() not in _TIME_WORDS for part in unit.split("/")[1:])


def _direction(printed: Printed) -> Direction:
    if printed.direction == "decrease":
        return Direction.DECREASE_TO if printed.change_to is not None else Direction.DECREASE_BY
    if printed.direction == "increase" and printed.change_to is None and " đạt " not in f" {printed.text} ":
        return Direction.INCREASE_BY
    return Direction.REACH


def _bound(
    printed: Printed, *, kind: TargetKind, direction: Direction
) -> tuple[Comparator, Decimal | None, list[str]]:
    comparator = Comparator(printed.comparator)
    if comparator == Comparator.EXACTLY:
        comparator = _for_bare_number(kind, direction=direction)
    return _possible(comparator, printed.value, unit=printed.unit, direction=direction)


def _for_bare_number(kind: TargetKind, *, direction: Direction) -> Comparator:
    if kind == TargetKind.PART_OF_WHOLE:
        return Comparator.EXACTLY
    return Comparator.AT_MOST if direction == Direction.DECREASE_TO else Comparator.AT_LEAST


def _possible(
    comparator: Comparator, value: Decimal | None, *, unit: str, direction: Direction
) -> tuple[Comparator, Decimal | None, list[str]]:
    """A bound a share of a whole can reach: above 100 % nothing lies."""
    is_change = direction in {Direction.INCREASE_BY, Direction.DECREASE_BY}
    if unit.strip() != "%" or value is None or is_change or comparator in _LOWER:
        return comparator, value, []
    if value > 100 and comparator != Comparator.RANGE:
        warning = f"Tỷ lệ {value:f}% lớn hơn 100%: kiểm tra lại con số hoặc đơn vị tính."
        return comparator, value, [warning]
    if value == 100 and comparator == Comparator.MORE_THAN:
        return Comparator.EXACTLY, value, ["“Trên 100%” không thể đạt: đề nghị hiểu là đúng 100%."]
    if value == 100 and comparator == Comparator.AT_LEAST:
        return Comparator.EXACTLY, value, ["“100% trở lên” không thể vượt: đề nghị hiểu là đúng 100%."]
    return comparator, value, []
