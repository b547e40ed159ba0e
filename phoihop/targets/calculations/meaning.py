"""What of a target decides how its figures are added up, as plain data the database can calculate with."""

import hashlib
import json
from decimal import Decimal
from typing import TypedDict

from phoihop.targets.calculations.comparison import (
    bound_of,
    is_yes_no,
    needs_denominator,
    ratio_factor,
    reads_a_level,
)
from phoihop.targets.calculations.summing import EXTREMES, adds_ratios
from phoihop.targets.content import TargetSpec
from phoihop.targets.statuses import BodyRule, Direction, TargetKind


class Meaning(TypedDict):
    """A number x (of y) stands at sign * (factor * x / y - baseline), and is held against `bound`.

    `mode` says what y is: "need" the figure's denominator, "base" that or else `base`, "plain" 1. Without
    `op` nothing can be met. `weakest`: the bodies of a place stand as the weakest of them; `ratio`: only
    amounts with a denominator are added; `extreme`: the least or highest place is asked for.
    """

    time: str
    place: str
    lead: bool
    weakest: bool
    ratio: bool
    extreme: bool
    mode: str
    factor: str
    base: str | None
    baseline: str
    sign: int
    op: str | None
    bound: str | None


def meaning_of(spec: TargetSpec) -> Meaning:
    """The meaning of a target; two targets of one meaning have the same parts."""
    lead = spec.rules.body == BodyRule.LEAD_ONLY
    mode, factor = _mode(spec)
    op, bound = bound_of(spec)
    is_change = mode != "base" and reads_a_level(spec)
    return Meaning(
        time=str(spec.rules.time),
        place=str(spec.rules.place),
        lead=lead,
        weakest=not lead and (is_yes_no(spec) or spec.kind == TargetKind.LEVEL),
        ratio=adds_ratios(spec),
        extreme=spec.rules.place in EXTREMES,
        mode=mode,
        factor=_plain(factor),
        base=_plain(spec.base) if mode == "base" and spec.base else None,
        baseline=_plain(spec.baseline) if is_change and spec.baseline is not None else "0",
        sign=-1 if is_change and spec.direction == Direction.DECREASE_BY else 1,
        op=None if op is None else str(op),
        bound=None if bound is None else _plain(bound),
    )


def _mode(spec: TargetSpec) -> tuple[str, Decimal]:
    if needs_denominator(spec):
        return "need", Decimal(ratio_factor(spec.unit) or 1)
    if spec.kind == TargetKind.K_OF_N and spec.base:
        return "base", spec.base
    return "plain", Decimal(1)


def _plain(number: Decimal) -> str:
    """One spelling of one number: 10 and 10,0000 mean the same."""
    return format(number.normalize(), "f")


def mark_of(meaning: Meaning) -> str:
    """A short mark of a meaning: equal marks, equal meanings."""
    return hashlib.sha256(json.dumps(meaning, sort_keys=True).encode()).hexdigest()
