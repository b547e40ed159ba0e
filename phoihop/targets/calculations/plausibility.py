"""Unlikely values: what to ask before a figure is kept. A question never refuses, a true value is confirmed.

Measured against the unit's own earlier periods of the same length; the bounds are wide, so that a busy
quarter does not ask and a slipped decimal does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from phoihop.core.numbers import decimal_words
from phoihop.targets.calculations.comparison import is_yes_no, needs_denominator, ratio_factor
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.statuses import TargetKind, TimeRule

JUMP, FEWEST, LEAST_GAP = 3, 2, 10
"""So many times the highest (or part of the lowest) of at least so many periods, and so far away at least."""
_TENFOLD = (Decimal("9.5"), Decimal("10.5"))
_HUNDREDFOLD = (Decimal(95), Decimal(105))
_LEAST_SLIPPED = 20
_NEARLY = 1 - 1e-6
"""Binary numbers are a little off: what is close to a bound counts as beyond it."""
_SLIPS = tuple((float(low), float(high)) for low, high in (_TENFOLD, _HUNDREDFOLD))
_LEAST_SLIP = _SLIPS[0][0] * _NEARLY


class Before(NamedTuple):
    """An earlier figure of the same unit; `in_window` when it counts into the same running total (lũy kế)."""

    label: str
    amount: Amount
    in_window: bool = False


class Spread(NamedTuple):
    """The least and the highest of a unit's earlier figures, and that of the newest period if there is one;
    shares as numerator by denominator."""

    low: float
    high: float
    last: float | None = None

    def with_(self, other: "Spread") -> "Spread":
        last = other.last if self.last is None else self.last
        return Spread(min(self.low, other.low), max(self.high, other.high), last)


@dataclass(frozen=True)
class Doubt:
    """A question about a value: a code for tests and tables, the words for the person."""

    code: str
    words: str


def doubts(
    spec: TargetSpec, amount: Amount, *, before: Sequence[Before] = (), whole: Amount | None = None
) -> list[Doubt]:
    """What to ask about a (normalised) figure; empty where nothing is unlikely.

    `before`: the unit's figures of earlier periods of the same length, newest first. `whole`: what the same
    unit says for the target this one is a part of.
    """
    if amount.numerator is None or is_yes_no(spec) or spec.kind == TargetKind.LEVEL:
        return []
    found = [*_over_whole(spec, amount), *_part_over_whole(amount, whole)]
    return found + _against(spec, amount, [row for row in before if row.amount.is_number])


def may_doubt(spec: TargetSpec, amount: Amount, spread: Spread) -> bool:
    """Whether the past could ask anything of a figure: where not, `doubts` asks nothing about it.

    Cheap, so that of very many figures only those few are held against each earlier one.
    """
    if amount.numerator is None:
        return False
    now, low, high = float(_size(amount)), spread.low, spread.high
    has_jumped = now > high * JUMP * _NEARLY or now * JUMP * _NEARLY < low
    has_fallen = now == 0 or (now < high and spec.rules.time == TimeRule.TO_DATE)
    return has_jumped or has_fallen or _may_have_slipped(now, spread)


def _may_have_slipped(now: float, spread: Spread) -> bool:
    if spread.last is None:
        return now >= spread.low * _LEAST_SLIP or now * _LEAST_SLIP <= spread.high
    most, least = max(now, spread.last), min(now, spread.last)
    return least > 0 and any(low * _NEARLY <= most / least <= high / _NEARLY for low, high in _SLIPS)


def _over_whole(spec: TargetSpec, amount: Amount) -> list[Doubt]:
    base = amount.denominator or (spec.base if spec.kind == TargetKind.K_OF_N else None)
    if amount.numerator is None or base is None or amount.numerator <= base:
        return []
    shown = f"{decimal_words(amount.numerator)}/{decimal_words(base)}"
    if spec.kind == TargetKind.K_OF_N:
        return [Doubt("over_base", f"Số đạt được lớn hơn tổng số ({shown}). Có đúng vậy không?")]
    if ratio_factor(spec.unit) in {100, 1000}:
        return [Doubt("over_percent", f"Tỷ lệ trên 100% ({shown}). Có đúng vậy không?")]
    return []


def _part_over_whole(amount: Amount, whole: Amount | None) -> list[Doubt]:
    if whole is None or whole.numerator is None or amount.numerator is None:
        return []
    part, all_of_it = _size(amount), _size(whole)
    if part <= all_of_it:
        return []
    shown = f"{decimal_words(amount.numerator)}, tổng thể {decimal_words(whole.numerator)}"
    return [Doubt("part_over_whole", f"Phần lớn hơn tổng thể ({shown}). Có đúng vậy không?")]


def _size(amount: Amount) -> Decimal:
    """The number itself, or the share it makes of its denominator."""
    numerator = amount.numerator or Decimal(0)
    return numerator / amount.denominator if amount.denominator else numerator


def _against(spec: TargetSpec, amount: Amount, earlier: Sequence[Before]) -> list[Doubt]:
    """At most one question about the past: the most telling one."""
    if not earlier:
        return []
    asked = _fall_of_total(spec, amount, earlier) or _sudden_zero(amount, earlier)
    asked = asked or _slipped(spec, amount, earlier[0]) or _jump(spec, amount, earlier)
    return [asked] if asked else []


def _fall_of_total(spec: TargetSpec, amount: Amount, earlier: Sequence[Before]) -> Doubt | None:
    if spec.rules.time != TimeRule.TO_DATE or needs_denominator(spec):
        return None
    last = next((row for row in earlier if row.in_window), None)
    if last is None or _size(amount) >= _size(last.amount):
        return None
    told = f"{last.label} đã lũy kế {_words(last.amount)}, nay ghi {_words(amount)}"
    return Doubt("fallen_total", f"Số lũy kế giảm: {told}. Có đúng vậy không?")


def _sudden_zero(amount: Amount, earlier: Sequence[Before]) -> Doubt | None:
    if _size(amount) != 0 or len(earlier) < FEWEST or any(_size(row.amount) == 0 for row in earlier):
        return None
    told = f"{earlier[0].label} là {_words(earlier[0].amount)}"
    return Doubt("sudden_zero", f"Kỳ này bằng 0, trong khi các kỳ trước đều có ({told}). Có đúng vậy không?")


def _slipped(spec: TargetSpec, amount: Amount, last: Before) -> Doubt | None:
    """Just about ten or a hundred times, or a tenth: a decimal comma or a zero in the wrong place."""
    now, then = _size(amount), _size(last.amount)
    if min(now, then) <= 0 or (not needs_denominator(spec) and max(now, then) < _LEAST_SLIPPED):
        return None
    times = max(now, then) / min(now, then)
    for low, high, words in ((*_TENFOLD, "10 lần"), (*_HUNDREDFOLD, "100 lần")):
        if low <= times <= high:
            side = "gấp khoảng" if now > then else "chỉ bằng một phần"
            told = f"{last.label} là {_words(last.amount)}, nay ghi {_words(amount)}, {side} {words}"
            return Doubt("slipped", f"Có nhầm dấu phẩy hoặc số 0 không? {told}.")
    return None


def _jump(spec: TargetSpec, amount: Amount, earlier: Sequence[Before]) -> Doubt | None:
    if len(earlier) < FEWEST:
        return None
    now, sizes = _size(amount), [_size(row.amount) for row in earlier]
    high, low = max(sizes), min(sizes)
    gap = Decimal(LEAST_GAP) / 100 if needs_denominator(spec) else Decimal(LEAST_GAP)
    is_up = now > high * JUMP and now - high >= gap
    is_down = now * JUMP < low and low - now >= gap
    if not is_up and not is_down:
        return None
    told = "; ".join(f"{row.label}: {_words(row.amount)}" for row in earlier[:3])
    side = "cao hơn" if is_up else "thấp hơn"
    return Doubt("jump", f"{_words(amount)} {side} hẳn các kỳ trước ({told}). Có đúng vậy không?")


def _words(amount: Amount) -> str:
    number = decimal_words(amount.numerator)
    return f"{number}/{decimal_words(amount.denominator)}" if amount.denominator else number
