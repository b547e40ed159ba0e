"""What the control words of RTF change: the look of characters, a paragraph's place, the shape of a row."""

from collections.abc import Callable
from dataclasses import dataclass, replace

# Word itself ends at 63.
_MOST_CELLS = 200


@dataclass(frozen=True)
class State:
    """What a group hands down and takes back at its end."""

    shows: bool = True
    to: str = "body"
    starred: bool = False
    font: int | None = None
    hidden: bool = False
    deleted: bool = False
    capitals: bool = False
    fallback: int = 1
    in_table: bool = False
    depth: int = 0
    numbered: bool = False
    left: int = 0
    edges: tuple[int, ...] = ()
    goes_on: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()
    is_header: bool = False
    upward: bool = False
    leftward: bool = False

    @property
    def table_depth(self) -> int:
        return max(self.depth, 1) if self.in_table else 0


def _defined(state: State, number: int | None) -> State:
    """A cell of the row is defined by its right edge, after the words that say how it is merged."""
    if len(state.edges) >= _MOST_CELLS:
        return state
    cell = {len(state.edges)}
    return replace(
        state,
        edges=(*state.edges, number or 0),
        goes_on=state.goes_on | cell if state.upward else state.goes_on,
        joined=state.joined | cell if state.leftward else state.joined,
        upward=False,
        leftward=False,
    )


CHANGES: dict[str, Callable[[State, int | None], State]] = {
    "f": lambda state, number: replace(state, font=number),
    "v": lambda state, number: replace(state, hidden=number != 0),
    "deleted": lambda state, number: replace(state, deleted=number != 0),
    "caps": lambda state, number: replace(state, capitals=number != 0),
    "plain": lambda state, number: replace(state, font=None, hidden=False, deleted=False, capitals=False),
    "uc": lambda state, number: replace(state, fallback=max(0, number or 0)),
    "pard": lambda state, number: replace(state, in_table=False, depth=0, numbered=False),
    "intbl": lambda state, number: replace(state, in_table=True),
    "itap": lambda state, number: replace(state, in_table=bool(number), depth=max(0, number or 0)),
    "ls": lambda state, number: replace(state, numbered=bool(number)),
    "trowd": lambda state, number: replace(
        state,
        left=0,
        edges=(),
        goes_on=frozenset(),
        joined=frozenset(),
        is_header=False,
        upward=False,
        leftward=False,
    ),
    "trleft": lambda state, number: replace(state, left=number or 0),
    "trhdr": lambda state, number: replace(state, is_header=True),
    "clvmrg": lambda state, number: replace(state, upward=True),
    "clmrg": lambda state, number: replace(state, leftward=True),
    "cellx": _defined,
}
