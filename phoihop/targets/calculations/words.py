"""A target and a figure as Vietnamese papers print them."""

from decimal import Decimal
from fractions import Fraction

from phoihop.core.numbers import decimal_words
from phoihop.targets.calculations.comparison import (
    LEVELS,
    PLACES_MET,
    is_counted_whole,
    is_yes_no,
    least_needed,
    measured,
    needs_denominator,
    ratio_factor,
    reads_a_level,
    rounded,
    takes_denominator,
)
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.statuses import (
    Comparator,
    Direction,
    FigureState,
    PlaceRule,
    Recurrence,
    TargetKind,
)

_PATTERNS = {
    Comparator.AT_LEAST: "từ {value} trở lên",
    Comparator.MORE_THAN: "trên {value}",
    Comparator.EXACTLY: "{value}",
    Comparator.AT_MOST: "không quá {value}",
    Comparator.LESS_THAN: "dưới {value}",
}
_VERBS = {
    Direction.REACH: "",
    Direction.INCREASE_BY: "tăng thêm ",
    Direction.DECREASE_BY: "giảm ",
    Direction.DECREASE_TO: "giảm còn ",
}
_STATE_WORDS = {
    FigureState.MISSING: "không có số liệu",
    FigureState.NOT_APPLICABLE: "không áp dụng",
}
NOT_REPORTED = "chưa báo cáo"


def count_words(value: Decimal, *, whole: bool) -> str:
    """A counted number below 10 with its leading zero ("06"), as administrative texts write it."""
    is_digit = whole and value == value.to_integral_value() and 0 < value < 10
    return f"0{int(value)}" if is_digit else decimal_words(value)


def target_words(spec: TargetSpec) -> str:
    """The goal in print: "từ 97% trở lên", "47/48 khu phố", "mỗi khu dân cư từ 01 mô hình trở lên"."""
    goal = _goal_words(spec)
    is_of_each = spec.rules.place == PlaceRule.COUNT and spec.kind != TargetKind.LATER
    return f"{_each_words(spec)} {goal}" if is_of_each else goal


def _each_words(spec: TargetSpec) -> str:
    """Of whom each is asked, as the text says it."""
    scope = spec.scope_text.strip()
    is_said = scope.lower().startswith(("mỗi ", "từng "))
    return scope[0].lower() + scope[1:] if is_said else "mỗi nơi"


def _goal_words(spec: TargetSpec) -> str:
    if spec.kind == TargetKind.LATER:
        return f"giao sau: {spec.given_later}"
    if is_yes_no(spec):
        return "có" if spec.kind == TargetKind.EXISTENCE else "hoàn thành"
    if spec.kind == TargetKind.LEVEL:
        return f"{spec.level} trở lên" if spec.comparator == Comparator.AT_LEAST else spec.level
    if spec.value is None:
        return ""
    return _VERBS[spec.direction] + _bound_words(spec)


def _bound_words(spec: TargetSpec) -> str:
    if spec.comparator == Comparator.RANGE:
        low, high = _number(spec, spec.value), _with_unit(spec, _number(spec, spec.value_max))
        return f"từ {low} đến {high}"
    if spec.kind == TargetKind.K_OF_N and spec.base is not None:
        return _of_words(spec)
    value = _with_unit(spec, _number(spec, spec.value))
    if spec.comparator == Comparator.AT_LEAST and spec.value == 100 and spec.unit.strip() == "%":
        return value
    return _PATTERNS[spec.comparator].format(value=value)


def _of_words(spec: TargetSpec) -> str:
    value = _with_unit(spec, f"{_number(spec, spec.value)}/{_number(spec, spec.base)}")
    if spec.comparator == Comparator.AT_LEAST and spec.value == spec.base:
        return value
    return _PATTERNS[spec.comparator].format(value=value)


def _number(spec: TargetSpec, value: Decimal | None) -> str:
    return "" if value is None else count_words(value, whole=is_counted_whole(spec))


def _with_unit(spec: TargetSpec, number: str) -> str:
    unit = spec.unit.strip()
    is_mark = not unit or unit[0] in "%‰"
    return _with_mark(spec, number) if is_mark else f"{number} {unit}"


def _with_mark(spec: TargetSpec, number: str) -> str:
    unit = spec.unit.strip()
    return f"{number}{unit}" if unit and unit[0] in "%‰" else number


def needed_words(spec: TargetSpec) -> str:
    """ "cần ít nhất 04" for "trên 03"; empty where the printed words already say it."""
    if spec.comparator != Comparator.MORE_THAN or spec.kind == TargetKind.K_OF_N:
        return ""
    needed = least_needed(spec)
    return "" if needed is None else f"cần ít nhất {count_words(needed, whole=True)}"


def when_words(spec: TargetSpec) -> str:
    """ "mỗi năm", "cả nhiệm kỳ", "đến hết 31/12/2026", or nothing."""
    if spec.recurrence != Recurrence.ONCE:
        return str(spec.recurrence.label)
    return f"đến hết {spec.due_on:%d/%m/%Y}" if spec.due_on else ""


def amount_words(spec: TargetSpec, amount: Amount | None) -> str:
    """A figure in print: "8", "97/120 (80,83%)", "có"; blank, zero and "không áp dụng" stay apart."""
    if amount is None:
        return NOT_REPORTED
    if amount.numerator is None:
        return _STATE_WORDS[amount.state]
    text = _value_words(spec, amount, amount.numerator)
    return f"{text} (ước)" if amount.state == FigureState.ESTIMATED else text


def _value_words(spec: TargetSpec, amount: Amount, numerator: Decimal) -> str:
    if is_yes_no(spec):
        return yes_no_words(spec)[int(bool(numerator))]
    if spec.kind == TargetKind.LEVEL and numerator in {1, 2, 3, 4}:
        return LEVELS[int(numerator) - 1]
    denominator = amount.denominator or (spec.base if spec.kind == TargetKind.K_OF_N else None)
    if denominator is None or not takes_denominator(spec):
        return decimal_words(numerator)
    parts = f"{decimal_words(numerator)}/{decimal_words(denominator)}"
    if spec.unit == PLACES_MET:
        return f"{parts} {PLACES_MET}"
    return f"{parts} ({_ratio_words(spec, numerator, denominator)})" if needs_denominator(spec) else parts


def _ratio_words(spec: TargetSpec, numerator: Decimal, denominator: Decimal) -> str:
    ratio = Fraction(numerator) / Fraction(denominator) * (ratio_factor(spec.unit) or 1)
    return _with_unit(spec, decimal_words(rounded(ratio)))


def asked_words(spec: TargetSpec) -> str:
    """What a figure of this target says, where the goal leaves it open; empty where it is plain.

    A change is asked for as such, unless the level at the start is known: then the level that is there now.
    """
    if spec.direction == Direction.DECREASE_TO or (
        spec.direction == Direction.DECREASE_BY and reads_a_level(spec)
    ):
        return "số hiện còn"
    if spec.direction == Direction.INCREASE_BY and reads_a_level(spec):
        return "số hiện có"
    changes = {Direction.DECREASE_BY: "số giảm được", Direction.INCREASE_BY: "số tăng thêm"}
    return changes.get(spec.direction, "")


def yes_no_words(spec: TargetSpec) -> tuple[str, str]:
    """What 0 and 1 mean: a milestone is passed or not, a thing is there or not."""
    return ("chưa hoàn thành", "hoàn thành") if spec.kind == TargetKind.MILESTONE else ("chưa", "có")


def change_words(spec: TargetSpec, level: Amount | None) -> str:
    """A level of a target of change with its change: "35, giảm 5"; the usual words of other amounts."""
    if level is None or level.numerator is None or not reads_a_level(spec):
        return amount_words(spec, level)
    words = _value_words(spec, level, level.numerator)
    change = measured(spec, level.numerator, level.denominator)
    guess = " (ước)" if level.state == FigureState.ESTIMATED else ""
    return f"{words}, {_difference(spec, change)}{guess}" if change is not None else f"{words}{guess}"


def _difference(spec: TargetSpec, change: Fraction) -> str:
    if not change:
        return "không đổi"
    is_less = (spec.direction == Direction.DECREASE_BY) == (change > 0)
    return f"{'giảm' if is_less else 'tăng'} {_with_mark(spec, decimal_words(rounded(abs(change))))}"
