"""One line of an act that enters many figures, as a plain value and as it lies in the act's row."""

from decimal import Decimal
from typing import Any, NamedTuple

from phoihop.targets.content import Amount
from phoihop.targets.statuses import FIGURE_STATES

ORIGIN, UNDOING = "entering", "entering_undone"
"""Origins of figures entered by an act, and of those that undid one; `origin_id` is the act."""


type Key = tuple[int, int, int]
"""Target, body, place."""


class FigureRow(NamedTuple):
    """A figure somebody entered: what it is about, what it says, the figure it was typed over (`seen`, None:
    there was none), the cell it stood in, and stored files that show it (ids)."""

    target_id: int
    body_id: int
    area_id: int
    amount: Amount
    note: str = ""
    seen: int | None = None
    place: str = ""
    evidence: tuple[int, ...] = ()

    @property
    def key(self) -> Key:
        return self.target_id, self.body_id, self.area_id

    @property
    def name(self) -> str:
        """The row in a form: "12-3-4"."""
        return "-".join(map(str, self.key))


def packed(row: FigureRow) -> list[Any]:
    """A row as JSON keeps it; numbers as text, so that none is rounded."""
    amount = row.amount
    numbers = [None if n is None else str(n) for n in (amount.numerator, amount.denominator)]
    return [*row.key, row.seen, amount.state.value, *numbers, row.note, row.place]


def unpacked(values: list[Any]) -> FigureRow:
    """The row that `packed` kept."""
    target_id, body_id, area_id, seen, state, numerator, denominator, note, place = values
    amount = Amount(
        FIGURE_STATES[state],
        None if numerator is None else Decimal(numerator),
        None if denominator is None else Decimal(denominator),
    )
    return FigureRow(target_id, body_id, area_id, amount, note, seen, place)
