"""What a place below must reach of a target from above: its share, the target's own value, or more.

Pure. A place may set itself a stricter value, never a weaker one; what it set holds only while it is the
stricter of the two, so that a later edition of the parent is never undercut.
"""

from dataclasses import replace
from decimal import Decimal

from phoihop.core.numbers import decimal_words
from phoihop.targets.calculations.comparison import is_lower_better
from phoihop.targets.content import TargetSpec
from phoihop.targets.statuses import Comparator, ScopeKind, TargetKind

_NUMBERED = {TargetKind.COUNT, TargetKind.RATIO, TargetKind.K_OF_N}


def is_shared_out(spec: TargetSpec) -> bool:
    """A count of the whole place above: those below answer for shares of it, not for the whole each."""
    return spec.kind == TargetKind.COUNT and spec.scope_kind == ScopeKind.PLACE


def can_be_raised(spec: TargetSpec) -> bool:
    """Whether "more" has a meaning: a number with a better side."""
    return spec.kind in _NUMBERED and spec.comparator != Comparator.EXACTLY and spec.value is not None


def asked_of(spec: TargetSpec, share: Decimal | None) -> Decimal | None:
    """What is asked from above in the target's unit; None: a share not given yet, or no number at all."""
    if share is not None:
        return share
    return None if is_shared_out(spec) else spec.value


def local_goal(spec: TargetSpec, share: Decimal | None, value: Decimal | None) -> Decimal | None:
    """The stricter of what is asked from above and what the place set itself."""
    asked = asked_of(spec, share)
    if value is None or not can_be_raised(spec):
        return asked
    if asked is None:
        return value
    return min(asked, value) if is_lower_better(spec) else max(asked, value)


def local_spec(spec: TargetSpec, share: Decimal | None, value: Decimal | None) -> TargetSpec:
    """The target as it stands at the place; one whose share is not given yet stays as above."""
    goal = local_goal(spec, share, value)
    if goal is None:
        return spec
    upper = spec.value_max if spec.value_max is None or spec.value_max >= goal else goal
    return replace(spec, value=goal, value_max=upper)


def problem_of_raise(spec: TargetSpec, share: Decimal | None, value: Decimal) -> str | None:
    """Why the place cannot set itself this value, in plain words; None when it can."""
    if not can_be_raised(spec):
        return "Chỉ tiêu này giữ đúng như cấp trên giao, không đặt mức riêng."
    if value < 0:
        return "Mức tự đặt không được âm."
    if spec.unit.strip() == "%" and value > 100:
        return "Tỷ lệ không quá 100%."
    if spec.base is not None and value > spec.base:
        return f"Không quá tổng số {decimal_words(spec.base)}."
    asked = asked_of(spec, share)
    if asked is None:
        return None
    words = f"{decimal_words(asked)} {spec.unit}".strip()
    if is_lower_better(spec) and value > asked:
        return f"Cấp trên giao không quá {words}: chỉ được đặt bằng hoặc thấp hơn."
    if not is_lower_better(spec) and value < asked:
        return f"Cấp trên giao {words}: chỉ được đặt bằng hoặc cao hơn, không được thấp hơn."
    return None
