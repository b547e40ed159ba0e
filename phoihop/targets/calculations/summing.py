"""Totals taken apart into what adds up, and put together again: by the meaning of `rollup`, never another.

The parts of a place come from its own figures; the parts of places are added; a total is made of the sum.
Only the least or the highest of places asks for more: which amounts stand there, and how often.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from operator import add, sub
from typing import Any, Self

from phoihop.targets.calculations.comparison import achieved, needs_denominator
from phoihop.targets.calculations.rollup import (
    Coverage,
    Entry,
    by_unit,
    extreme_of,
    over_bodies,
    stands_alone,
)
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.statuses import BodyRule, FigureState, PlaceRule

_S = FigureState
_NOTHING = Decimal(0)
EXTREMES = frozenset({PlaceRule.MIN, PlaceRule.MAX})


@dataclass(frozen=True)
class Parts:
    """What adds up over places (to `met`) and over units, a body at a place (from `reported`).

    `heard`: places of which anything was said; `places`: with an amount; `measured`: with a number;
    `numbers`: whose number goes into the sums; `guesses` of them are estimated; `blanks` are declared
    missing, `excused` not applicable; `met` meet the target by themselves. `due_*` count only units that
    should report.
    """

    heard: int = 0
    places: int = 0
    measured: int = 0
    numbers: int = 0
    numerator: Decimal = _NOTHING
    denominators: int = 0
    denominator: Decimal = _NOTHING
    guesses: int = 0
    blanks: int = 0
    excused: int = 0
    met: int = 0
    reported: int = 0
    zero: int = 0
    estimated: int = 0
    missing: int = 0
    not_applicable: int = 0
    due_reported: int = 0
    due_excused: int = 0

    def __add__(self, other: Self) -> "Parts":
        return Parts(*map(add, vars(self).values(), vars(other).values()))

    def __sub__(self, other: Self) -> "Parts":
        return Parts(*map(sub, vars(self).values(), vars(other).values()))

    @property
    def answered(self) -> int:
        """Units that gave a number."""
        return self.reported + self.zero + self.estimated


PART_NAMES = tuple(field.name for field in fields(Parts))


def adds_ratios(spec: TargetSpec) -> bool:
    """Whether only amounts with a denominator go into the sum over places."""
    place = spec.rules.place
    return place == PlaceRule.RATIO or (place != PlaceRule.NONE and needs_denominator(spec))


def place_parts(
    spec: TargetSpec, entries: Iterable[Entry], *, due: frozenset[int], leads: frozenset[int]
) -> tuple[Parts, Amount | None]:
    """The parts of one place from its own figures in one window, and its amount.

    `due`: the bodies that should report at the place; `leads`: the lead bodies of the target.
    """
    units = {body_id: amount for (body_id, _), amount in by_unit(spec, entries).items()}
    if not units:
        return Parts(), None
    amount = over_bodies(spec, units, leads=leads)
    asked = due & leads if spec.rules.body == BodyRule.LEAD_ONLY else due
    states = [found.state for found in units.values()]
    own = [found for body_id, found in units.items() if body_id in asked]
    return Parts(
        heard=1,
        **_of_amount(spec, amount),
        reported=states.count(_S.REPORTED),
        zero=states.count(_S.ZERO),
        estimated=states.count(_S.ESTIMATED),
        missing=states.count(_S.MISSING),
        not_applicable=states.count(_S.NOT_APPLICABLE),
        due_reported=sum(found.is_number for found in own),
        due_excused=sum(found.state == _S.NOT_APPLICABLE for found in own),
    ), amount


def _of_amount(spec: TargetSpec, amount: Amount | None) -> dict[str, Any]:
    if amount is None:
        return {}
    goes = amount.is_number and (amount.denominator is not None or not adds_ratios(spec))
    return {
        "places": 1,
        "measured": int(amount.is_number),
        "numbers": int(goes),
        "numerator": (amount.numerator if goes else None) or _NOTHING,
        "denominators": int(goes and amount.denominator is not None),
        "denominator": (amount.denominator if goes else None) or _NOTHING,
        "guesses": int(goes and amount.state == _S.ESTIMATED),
        "blanks": int(amount.state == _S.MISSING),
        "excused": int(amount.state == _S.NOT_APPLICABLE),
        "met": int(bool(achieved(spec, amount.numerator, amount.denominator))),
    }


def parts_of_amount(spec: TargetSpec, amount: Amount | None) -> Parts:
    """The parts of one place whose amount is known, without its units; `zero` says that the amount is 0."""
    is_zero = amount is not None and amount.state == _S.ZERO
    return Parts(heard=1, zero=int(is_zero), **_of_amount(spec, amount))


def amount_of(
    spec: TargetSpec, parts: Parts, *, due_places: int = 0, values: Mapping[Amount, int] | None = None
) -> Amount | None:
    """The places together by the target's place rule, as `over_places` gives it.

    `due_places`: places that should report; `values`: how many places stand at each amount, for the least or
    the highest.
    """
    rule = spec.rules.place
    if rule == PlaceRule.NONE and parts.places != 1:
        return None
    if rule == PlaceRule.COUNT:
        return _count(parts, due_places=due_places)
    if rule in EXTREMES:
        standing = [amount for amount, places in (values or {}).items() if places > 0]
        return extreme_of(spec, standing, best=rule == PlaceRule.MAX) or _wordless(parts)
    return _sum(parts)


def own_of(spec: TargetSpec, parts: Parts, *, due_places: int) -> Amount | None:
    """What the only place asked has of a target of each place, as `roll_up` gives it in `own`."""
    return _sum(parts) if stands_alone(spec, heard=parts.heard, due_places=due_places) else None


def _sum(parts: Parts) -> Amount | None:
    if not parts.numbers:
        return _wordless(parts)
    state = _S.ESTIMATED if parts.guesses else _S.REPORTED
    has_all = parts.denominators == parts.numbers
    return Amount(
        _S.ZERO if parts.numerator == 0 else state, parts.numerator, parts.denominator if has_all else None
    )


def _wordless(parts: Parts) -> Amount | None:
    if parts.blanks:
        return Amount(_S.MISSING)
    return Amount(_S.NOT_APPLICABLE) if parts.excused else None


def _count(parts: Parts, *, due_places: int) -> Amount | None:
    if not parts.measured:
        return _wordless(parts)
    of = max(parts.measured, due_places - parts.excused)
    return Amount(_S.REPORTED if parts.met else _S.ZERO, Decimal(parts.met), Decimal(of))


def coverage_of(parts: Parts, *, due_units: int | None) -> Coverage:
    """Of the units that should report; where nobody was named (None), of those that said anything."""
    if due_units is None:
        return Coverage(parts.answered, parts.answered + parts.missing)
    return Coverage(parts.due_reported, due_units - parts.due_excused)
