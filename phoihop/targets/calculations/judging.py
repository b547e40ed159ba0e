"""A total held against its target: what is compared with what, in which words, and where it stands."""

from datetime import date
from decimal import Decimal
from typing import Protocol

from phoihop.targets.calculations.comparison import is_yes_no
from phoihop.targets.calculations.progress import Outcome, Progress, progress
from phoihop.targets.calculations.rollup import Coverage, total_spec
from phoihop.targets.calculations.words import change_words
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.statuses import PlaceRule, TargetKind


class Rolled(Protocol):
    """A total of any place: `own` where it is that of one place alone (see `rollup.Total`)."""

    @property
    def amount(self) -> Amount | None: ...
    @property
    def coverage(self) -> Coverage: ...
    @property
    def own(self) -> Amount | None: ...


def held(spec: TargetSpec, total: Rolled) -> tuple[TargetSpec, Amount | None]:
    """What is compared with what: of a target of each place its own number, of several how many meet it."""
    return (spec, total.own) if total.own is not None else (total_spec(spec), total.amount)


def total_words(spec: TargetSpec, total: Rolled) -> str:
    """The total in print: "8", "2/5 nơi đạt", "35, giảm 5"; blank, zero and "không áp dụng" stay apart."""
    return change_words(*held(spec, total))


def total_progress(spec: TargetSpec, total: Rolled, *, on: date) -> Progress:
    """Where the total stands. The least of all places meets its target only when all have spoken."""
    found = progress(*held(spec, total), on=on)
    is_partial = spec.rules.place == PlaceRule.MIN and not total.coverage.is_full
    return Progress(Outcome.PARTIAL, found.value) if found.outcome.is_met and is_partial else found


def total_number(spec: TargetSpec, total: Rolled, found: Progress) -> Decimal | None:
    """The total as one number on the target's scale; None where none says all (a grade, có, 38/40)."""
    compared, _ = held(spec, total)
    says_all = not is_yes_no(compared) and compared.kind not in {TargetKind.LEVEL, TargetKind.K_OF_N}
    return found.value if says_all else None
