"""The matrix organisation × content: pure, from assignments already read."""

from collections.abc import Iterable
from dataclasses import dataclass

DEEPEST_ROW = 2
LETTERS = {"lead": "C", "coordinate": "P", "advise": "T", "focal": "Đ", "implement": "H", "supervise": "G"}
WORDS = {
    "lead": "chủ trì",
    "coordinate": "phối hợp",
    "advise": "tham mưu",
    "focal": "đầu mối",
    "implement": "thực hiện",
    "supervise": "giám sát",
}


@dataclass(frozen=True)
class Heading:
    """A clause as a row may need it."""

    id: int
    parent_id: int | None
    depth: int
    path: str
    text: str


@dataclass(frozen=True)
class Cell:
    """What a body does in a row: its letters, and the same in words."""

    body_id: int
    letters: str
    words: str


@dataclass(frozen=True)
class Row:
    """A clause of level 1 or 2 with a cell for every body, empty ones included."""

    clause_id: int
    path: str
    text: str
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> list[Cell]:
        return [cell for cell in self.cells if cell.letters]


def matrix(
    clauses: Iterable[Heading], assignments: Iterable[tuple[int, int, str]], body_ids: list[int]
) -> list[Row]:
    """Rows in reading order; an assignment (clause, body, role) of a deeper clause counts in its row above.

    A clause nobody has a part in makes no row.
    """
    known = list(clauses)
    row_of = _rows_of(known)
    roles: dict[tuple[int, int], set[str]] = {}
    for clause_id, body_id, role in assignments:
        roles.setdefault((row_of[clause_id], body_id), set()).add(role)
    used = {clause_id for clause_id, _ in roles}
    return [
        Row(clause.id, clause.path, clause.text, tuple(_cell(clause.id, body, roles) for body in body_ids))
        for clause in known
        if clause.id in used
    ]


def _rows_of(clauses: list[Heading]) -> dict[int, int]:
    """For every clause the one of level 1 or 2 it belongs to; parents come before their children."""
    found: dict[int, int] = {}
    for clause in clauses:
        is_row = clause.depth <= DEEPEST_ROW or clause.parent_id is None
        found[clause.id] = clause.id if is_row else found[clause.parent_id or clause.id]
    return found


def _cell(clause_id: int, body_id: int, roles: dict[tuple[int, int], set[str]]) -> Cell:
    held = [role for role in LETTERS if role in roles.get((clause_id, body_id), set())]
    return Cell(body_id, "".join(LETTERS[role] for role in held), ", ".join(WORDS[role] for role in held))
