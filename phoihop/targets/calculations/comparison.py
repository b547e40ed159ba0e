"""Whether a measured value meets a target: comparators as Vietnamese texts mean them.

Sources: "trên" is strictly more, "từ … trở lên" and "ít nhất" include the bound (ordinary usage in the five
programmes); a ratio is its numerator over its denominator, never a typed percent.
"""

import operator
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction

from phoihop.targets.content import TargetSpec
from phoihop.targets.statuses import Comparator, Direction, TargetKind, TimeRule

LEVELS = ("không hoàn thành", "hoàn thành", "hoàn thành tốt", "hoàn thành xuất sắc")
PLACES_MET = "nơi đạt"
"""The unit of a total that counts the places that meet a target of each of them."""
_LEVEL_WORDS = (("không", 1), ("chưa", 1), ("xuất sắc", 4), ("tốt", 3), ("hoàn thành", 2))
_MEASURING_UNITS = {
    "%", "‰", "ha", "km", "m", "m2", "m²", "km2", "m3", "kg", "tạ", "tấn", "đồng", "nghìn",
    "triệu", "tỷ", "tỉ", "lít",
}  # fmt: skip
_RATIO_KINDS = {TargetKind.RATIO, TargetKind.PART_OF_WHOLE}
_YES_NO_KINDS = {TargetKind.EXISTENCE, TargetKind.MILESTONE}


def bound_of(spec: TargetSpec) -> tuple[Comparator | None, Decimal | None]:
    """How and against which number a figure is compared: (None, None) when nothing can be.

    The number is the k of "k trên n" and in the target's unit elsewhere. A range is met from its near end on:
    beyond it is "vượt".
    """
    if spec.kind == TargetKind.LATER:
        return None, None
    plain = Comparator.AT_LEAST if spec.comparator == Comparator.RANGE else spec.comparator
    if spec.kind in _YES_NO_KINDS:
        return plain, Decimal(1)
    if spec.kind == TargetKind.LEVEL:
        rank = level_rank(spec.level)
        return (None, None) if rank is None else (plain, Decimal(rank))
    if spec.value is None:
        return None, None
    if spec.comparator != Comparator.RANGE:
        return spec.comparator, spec.value
    if is_lower_better(spec):
        return Comparator.AT_MOST, spec.value if spec.value_max is None else spec.value_max
    return Comparator.AT_LEAST, spec.value


def achieved(spec: TargetSpec, value: Decimal | None, denominator: Decimal | None = None) -> bool | None:
    """Whether the figure meets the target; None when nothing can be compared (no figure, value given later).

    `value` is the numerator: a count in the target's unit, the k of "k trên n", the rank of a level (1-4),
    1 or 0 for a thing that exists or not. A range is met from its near end on: beyond it is "vượt".
    """
    comparator, bound = bound_of(spec)
    if value is None or comparator is None or bound is None:
        return None
    if _is_plain(spec):
        return bool(_COMPARES[comparator](value, bound))
    found = measured(spec, value, denominator)
    if found is None:
        return None
    of_base = spec.kind == TargetKind.K_OF_N and spec.base
    goal = Fraction(bound) / Fraction(of_base) if of_base else Fraction(bound)
    return bool(_COMPARES[comparator](found, goal))


def _is_plain(spec: TargetSpec) -> bool:
    """What is measured is the value itself."""
    return not (needs_denominator(spec) or spec.kind == TargetKind.K_OF_N or reads_a_level(spec))


_COMPARES = {
    Comparator.AT_LEAST: operator.ge,
    Comparator.MORE_THAN: operator.gt,
    Comparator.EXACTLY: operator.eq,
    Comparator.AT_MOST: operator.le,
    Comparator.LESS_THAN: operator.lt,
}


def goal_of(spec: TargetSpec) -> Fraction | None:
    """The bound as one exact number on the scale of `measured`; None when no value is given yet."""
    if spec.kind == TargetKind.LATER:
        return None
    if spec.kind in _YES_NO_KINDS:
        return Fraction(1)
    if spec.kind == TargetKind.LEVEL:
        rank = level_rank(spec.level)
        return None if rank is None else Fraction(rank)
    if spec.value is None:
        return None
    if spec.kind == TargetKind.K_OF_N and spec.base:
        return Fraction(spec.value) / Fraction(spec.base)
    return Fraction(spec.value)


def measured(spec: TargetSpec, value: Decimal | None, denominator: Decimal | None = None) -> Fraction | None:
    """The figure as one exact number on the scale of the target: percent, share of n, count, change or rank.

    A change (tăng thêm, giảm được) is the figure itself, unless the figure is a stock (last of period) and
    the level at the start is known: then it is the difference from that level.
    """
    if value is None:
        return None
    if spec.kind in _RATIO_KINDS and ratio_factor(spec.unit) is not None:
        if not denominator:
            return None
        return _change(spec, Fraction(value) / Fraction(denominator) * (ratio_factor(spec.unit) or 1))
    if spec.kind == TargetKind.K_OF_N and spec.base:
        return Fraction(value) / Fraction(denominator or spec.base)
    return _change(spec, Fraction(value))


def _change(spec: TargetSpec, level: Fraction) -> Fraction:
    if not reads_a_level(spec) or spec.baseline is None:
        return level
    difference = level - Fraction(spec.baseline)
    return difference if spec.direction == Direction.INCREASE_BY else -difference


def reads_a_level(spec: TargetSpec) -> bool:
    """A target of change whose figures are levels (so many poor households left), not changes."""
    by = spec.direction in {Direction.INCREASE_BY, Direction.DECREASE_BY}
    return by and spec.baseline is not None and spec.rules.time == TimeRule.LAST


def ratio_factor(unit: str) -> int | None:
    """100 for "%", 1000 for "‰", 1 for "triệu đồng/ha"; None for a unit that is no ratio."""
    plain = unit.strip()
    if plain.startswith("%"):
        return 100
    if plain.startswith("‰"):
        return 1000
    return 1 if "/" in plain else None


def needs_denominator(spec: TargetSpec) -> bool:
    """Ratios are kept as numerator and denominator (domain rule: a ratio is always sum over sum)."""
    return spec.kind in _RATIO_KINDS and ratio_factor(spec.unit) is not None


def takes_denominator(spec: TargetSpec) -> bool:
    """Ratios, and "k trên n" where n may have changed since the text was signed."""
    return needs_denominator(spec) or spec.kind == TargetKind.K_OF_N


def is_yes_no(spec: TargetSpec) -> bool:
    """A thing that is there or not yet, a milestone passed or not yet: figures are 1 or 0."""
    return spec.kind in _YES_NO_KINDS


def is_lower_better(spec: TargetSpec) -> bool:
    """Whether a smaller figure is the better one: "giảm còn", "không quá", "dưới"."""
    if spec.comparator in {Comparator.AT_MOST, Comparator.LESS_THAN}:
        return True
    return spec.comparator == Comparator.RANGE and spec.direction == Direction.DECREASE_TO


def is_counted_whole(spec: TargetSpec) -> bool:
    """Things counted one by one (cuộc, hộ, mô hình), not measured (ha, km, triệu đồng, %)."""
    if spec.kind not in {TargetKind.COUNT, TargetKind.K_OF_N} or spec.value is None:
        return False
    first = spec.unit.lower().split("/")[0].split()
    return spec.value == spec.value.to_integral_value() and not (first and first[0] in _MEASURING_UNITS)


def least_needed(spec: TargetSpec, *, of: Decimal | None = None) -> Decimal | None:
    """The smallest whole number that meets the target: "trên 03" needs 4; 47/48 of 40 needs 40.

    None where the target is no whole count or asks for little rather than much.
    """
    if not is_counted_whole(spec) or is_lower_better(spec) or spec.value is None:
        return None
    bound = Fraction(spec.value)
    if spec.kind == TargetKind.K_OF_N and spec.base and of:
        bound = bound * Fraction(of) / Fraction(spec.base)
    floor = bound.numerator // bound.denominator
    if spec.comparator == Comparator.MORE_THAN or bound != floor:
        return Decimal(floor + 1)
    return Decimal(floor)


def level_rank(text: str) -> int | None:
    """1 không hoàn thành, 2 hoàn thành, 3 hoàn thành tốt, 4 hoàn thành xuất sắc; None for other words."""
    plain = text.lower()
    return next((rank for word, rank in _LEVEL_WORDS if word in plain), None)


def rounded(value: Fraction, *, places: int = 2, down: bool = False) -> Decimal:
    """An exact number as a decimal for the screen; `down` never shows a bound as met before it is."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_FLOOR if down else ROUND_HALF_UP)
