"""What a printed bound is proposed to mean; a person confirms or changes it.

A bare number ("đạt 85,3%", "120 lao động") says only that no comparing word stands there: more is proposed
to be as good. Only parts of a whole, and all of a whole, are proposed to be exact.
"""

from dataclasses import dataclass
from decimal import Decimal

from phoihop.targets.statuses import Comparator, Direction, TargetKind

_CHANGES = {Direction.INCREASE_BY, Direction.DECREASE_BY}
_UPPER = {Comparator.AT_MOST, Comparator.LESS_THAN, Comparator.RANGE}


@dataclass(frozen=True)
class ProposedBound:
    """The comparator proposed, and a sentence for the person who confirms it (empty: nothing to doubt)."""

    comparator: Comparator
    doubt: str = ""


def proposed_bound(
    printed: Comparator, *, kind: TargetKind, direction: Direction, value: Decimal | None, unit: str
) -> ProposedBound:
    """The comparator for a bound as read; `printed` "=" means that no comparing word is printed."""
    if kind == TargetKind.PART_OF_WHOLE and printed == Comparator.EXACTLY:
        return ProposedBound(Comparator.EXACTLY)
    if unit.strip() == "%" and direction not in _CHANGES and value is not None and value >= 100:
        return _of_a_whole(printed, value)
    return _for_bare_number(direction) if printed == Comparator.EXACTLY else ProposedBound(printed)


def _of_a_whole(printed: Comparator, value: Decimal) -> ProposedBound:
    """Above 100 % of a whole lies nothing: the bound is read as all of it."""
    if value > 100:
        comparator = Comparator.AT_LEAST if printed == Comparator.EXACTLY else printed
        return ProposedBound(comparator, "Tỷ lệ vượt quá 100%: kiểm tra lại con số in.")
    if printed in _UPPER:
        return ProposedBound(printed)
    doubts = {
        Comparator.AT_LEAST: "“100% trở lên” không thể vượt 100%: hiểu là đạt 100%.",
        Comparator.MORE_THAN: "“Trên 100%” không thể đạt được: hiểu là đạt 100%.",
    }
    return ProposedBound(Comparator.EXACTLY, doubts.get(printed, ""))


def _for_bare_number(direction: Direction) -> ProposedBound:
    if direction == Direction.DECREASE_TO:
        doubt = "Văn bản không ghi “không quá”: đề nghị hiểu là giảm còn không quá mức này."
        return ProposedBound(Comparator.AT_MOST, doubt)
    return ProposedBound(
        Comparator.AT_LEAST, "Văn bản không ghi “trở lên”: đề nghị hiểu là từ mức này trở lên."
    )
