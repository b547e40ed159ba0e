"""Small charts side by side on the same scales: pure geometry of lines, from percents of a goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

WIDTH, HEIGHT = 200, 80
_LEFT, _TOP, _BOTTOM = 4, 6, 6
_LOWEST_TOP = Decimal(100)
_HIGHEST_TOP = Decimal(200)


@dataclass(frozen=True)
class Dot:
    """A value in the drawing; `is_outside`: it lies above the scale and is drawn at its top."""

    x: float
    y: float
    is_outside: bool


@dataclass(frozen=True)
class SmallChart:
    """Lines (a period without a value breaks them), a dot for each value, the height of 100 %."""

    lines: list[str]
    dots: list[Dot]
    goal_y: float

    @property
    def is_empty(self) -> bool:
        return not self.dots


def top_of(series: Sequence[Sequence[Decimal | None]]) -> Decimal:
    """The top of the common scale in percent: from 100 to 200, so that one record does not flatten all."""
    highest = max((value for row in series for value in row if value is not None), default=_LOWEST_TOP)
    return min(max(highest, _LOWEST_TOP), _HIGHEST_TOP)


def charts(series: Sequence[Sequence[Decimal | None]]) -> list[SmallChart]:
    """One chart a row of percents of the goal, oldest first; all rows are of one length."""
    top = top_of(series)
    return [_chart(row, top) for row in series]


def _chart(row: Sequence[Decimal | None], top: Decimal) -> SmallChart:
    step = (WIDTH - 2 * _LEFT) / max(len(row) - 1, 1)
    lines: list[list[str]] = [[]]
    dots = []
    for place, value in enumerate(row):
        if value is None:
            lines.append([])
            continue
        dot = Dot(round(_LEFT + place * step, 1), _height(value, top), value > top)
        dots.append(dot)
        lines[-1].append(f"{dot.x},{dot.y}")
    return SmallChart([" ".join(line) for line in lines if len(line) > 1], dots, _height(Decimal(100), top))


def _height(value: Decimal, top: Decimal) -> float:
    room = HEIGHT - _TOP - _BOTTOM
    return round(HEIGHT - _BOTTOM - room * float(min(max(value, Decimal(0)), top) / top), 1)


def running(amounts: Sequence[Decimal | None], *, begins: Sequence[bool]) -> list[Decimal | None]:
    """Amounts added up within each window; `begins` says where a window begins. What is unknown stays so."""
    found: list[Decimal | None] = []
    sum_so_far = Decimal(0)
    for amount, is_first in zip(amounts, begins, strict=True):
        sum_so_far = Decimal(0) if is_first else sum_so_far
        sum_so_far += amount or 0
        found.append(None if amount is None else sum_so_far)
    return found
