"""Shares and parts: does what was handed out add up to the whole?

"≥" wholes may be exceeded by what the bodies take on; parts of 100 % may not.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from phoihop.core.numbers import decimal_words
from phoihop.targets.content import TargetSpec
from phoihop.targets.statuses import Comparator, TargetKind

_FREE_ABOVE = {Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.RANGE}


@dataclass(frozen=True)
class PartsCheck:
    """Allocated sum against the whole, in the target's unit; above `limit` (None: no limit) it is refused."""

    allocated: Decimal
    whole: Decimal
    limit: Decimal | None

    @property
    def gap(self) -> Decimal:
        """What nobody took on yet; negative where more was taken on than asked."""
        return self.whole - self.allocated

    @property
    def is_refused(self) -> bool:
        """Parts of a fixed whole that come to more than the whole."""
        return self.limit is not None and self.allocated > self.limit

    @property
    def gap_words(self) -> str:
        """ "còn thiếu 2", "vượt 1", "vừa đủ"."""
        if self.gap == 0:
            return "vừa đủ"
        return f"còn thiếu {decimal_words(self.gap)}" if self.gap > 0 else f"vượt {decimal_words(-self.gap)}"

    @property
    def words(self) -> str:
        """ "đã giao 10/10", "đã giao 8/10, còn 2 chưa giao", "đã giao 12/10, vượt 2"."""
        text = f"đã giao {decimal_words(self.allocated)}/{decimal_words(self.whole)}"
        if self.gap > 0:
            return f"{text}, còn {decimal_words(self.gap)} chưa giao"
        return f"{text}, vượt {decimal_words(-self.gap)}" if self.gap < 0 else text


def check_shares(spec: TargetSpec, values: Iterable[Decimal | None]) -> PartsCheck | None:
    """Shares of bodies against the target's own value; None when no share has a number or nothing adds up.

    Shares of a percent of the whole place do not add up (each body's 97 % of its own members).
    """
    given = [v for v in values if v is not None]
    if not given or spec.value is None or spec.kind in {TargetKind.RATIO, TargetKind.LEVEL}:
        return None
    whole = spec.value_max or spec.value
    return PartsCheck(sum(given, Decimal(0)), whole, _limit(spec, whole))


def _limit(spec: TargetSpec, whole: Decimal) -> Decimal | None:
    """What shares may not pass: a fixed whole, or all there is of it (100 %)."""
    if spec.comparator not in _FREE_ABOVE:
        return whole
    return Decimal(100) if spec.unit.strip() == "%" else None


def adds_up(spec: TargetSpec, check: PartsCheck) -> bool:
    """Whether what was handed out makes the whole: "trên 03" needs more than 3, a range its near end."""
    if check.is_refused or spec.value is None:
        return False
    found, goal = check.allocated, spec.value
    return {
        Comparator.AT_LEAST: found >= goal,
        Comparator.MORE_THAN: found > goal,
        Comparator.EXACTLY: found == goal,
        Comparator.AT_MOST: True,
        Comparator.LESS_THAN: found < goal,
        Comparator.RANGE: found >= goal,
    }[spec.comparator]


def check_parts(whole: TargetSpec, parts: Iterable[TargetSpec]) -> PartsCheck | None:
    """Targets that are parts of another against it: 56 % + 44 % = 100 %, and never more than 100 %."""
    values = [part.value for part in parts if part.value is not None]
    if not values or whole.value is None:
        return None
    free = None if whole.unit.strip() != "%" else Decimal(100)
    limit = free if whole.comparator in _FREE_ABOVE else whole.value
    return PartsCheck(sum(values, Decimal(0)), whole.value, limit)


def share_spec(spec: TargetSpec, share: Decimal | None) -> TargetSpec:
    """The target as a body's share of it, where the body took on a number of its own."""
    return replace(spec, value=share) if share is not None and spec.kind == TargetKind.COUNT else spec
