"""A workflow is a table of moves; it answers what may follow and refuses the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class MoveNotAllowed(Exception):
    """The verb is not open from the present status."""

    def __init__(self, *, status: str, verb: str) -> None:
        super().__init__(f"{verb} not allowed from {status}")
        self.status = status
        self.verb = verb


class Move(NamedTuple):
    """One verb: the statuses it may start from and the status it leads to."""

    sources: frozenset[str]
    target: str
    label: str


@dataclass(frozen=True)
class Workflow:
    """All moves of one kind of row, by verb."""

    moves: Mapping[str, Move]

    def after(self, status: str, verb: str) -> str:
        """The status that follows `verb`; MoveNotAllowed when the table has no such move."""
        move = self.moves.get(verb)
        if move is None or status not in move.sources:
            raise MoveNotAllowed(status=status, verb=verb)
        return move.target

    def allows(self, status: str, verb: str) -> bool:
        """Whether `verb` is open from `status`."""
        move = self.moves.get(verb)
        return move is not None and status in move.sources

    def verbs_from(self, status: str) -> list[str]:
        """The verbs open from `status`, in the table's order."""
        return [verb for verb, move in self.moves.items() if status in move.sources]


def move(*sources: str, to: str, label: str) -> Move:
    """A line of the table: from these statuses, to that one, under this Vietnamese label."""
    return Move(frozenset(sources), to, label)
