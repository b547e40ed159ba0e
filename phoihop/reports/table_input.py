"""The fields of a table of a report: what was typed becomes kept cells, mistakes stand at their cell."""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from phoihop.reports.calculations.form_parts import FormPart
from phoihop.reports.calculations.tables import (
    LONGEST_CELL,
    MOST_ROWS,
    ColumnKind,
    TableColumn,
    is_blank,
    read_cell,
)
from phoihop.reports.content import RowInput

_ROW_ID = re.compile(r"[a-z0-9]{1,24}", re.ASCII)
BLANK_ROWS, MORE_ROWS = 2, 8


class Posted(Protocol):
    """A sent form: one value of a name, or all of them."""

    def get(self, name: str, default: str = ..., /) -> Any: ...
    def getlist(self, name: str, /) -> Sequence[Any]: ...


class Row(Protocol):
    """A row as the page has it before anything is typed."""

    @property
    def id(self) -> str: ...
    @property
    def cells(self) -> Sequence[str]: ...
    @property
    def is_fixed(self) -> bool: ...


@dataclass(frozen=True)
class CellField:
    """One field: its column, name, what it shows, and what is wrong with it."""

    column: TableColumn
    name: str
    value: str
    problem: str = ""

    @property
    def is_choice(self) -> bool:
        return self.column.kind == ColumnKind.CHOICE

    @property
    def is_long(self) -> bool:
        return self.column.kind == ColumnKind.TEXT

    @property
    def input_mode(self) -> str:
        return "decimal" if self.column.kind.is_number else "text"

    @property
    def longest(self) -> int:
        return LONGEST_CELL if self.is_long else 40


@dataclass(frozen=True)
class RowFields:
    """A row with its fields; of a fixed row the first cell is words of the form."""

    id: str
    unit: str
    number: int
    label: str
    cells: Sequence[CellField]

    @property
    def is_fixed(self) -> bool:
        return bool(self.label)

    @property
    def problem(self) -> str:
        """All that is wrong in the row, in one sentence."""
        said = [f"cột “{cell.column.title}”: {cell.problem}" for cell in self.cells if cell.problem]
        return f"Dòng {self.number}, {'; '.join(said)}." if said else ""


class TableInput:
    """All rows of one table, as stored or as typed."""

    def __init__(
        self, part: FormPart, rows: Sequence[Row], *, posted: Posted | None = None, more: bool = False
    ) -> None:
        self.part, self.key = part, part.key
        self._kept: dict[str, list[str]] = {}
        typed = posted is not None
        shown = self._typed_rows(posted) if posted is not None else self._shown_rows(rows, more=more)
        self.lines = [
            self._line(number, row_id, cells, is_typed=typed)
            for number, (row_id, cells) in enumerate(shown.items(), start=1)
        ]

    def _shown_rows(self, rows: Sequence[Row], *, more: bool) -> dict[str, list[str]]:
        shown = {row.id: list(row.cells) for row in rows}
        blank = MORE_ROWS if more else BLANK_ROWS
        for _ in range(0 if self.part.fixed_rows else min(blank, MOST_ROWS - len(shown))):
            shown[f"r{secrets.token_hex(4)}"] = [""] * len(self.part.columns)
        return shown

    def _typed_rows(self, posted: Posted) -> dict[str, list[str]]:
        ids = [str(row_id) for row_id in posted.getlist(f"bang-{self.key}-dong")]
        return {
            row_id: [
                str(posted.get(f"bang-{self.key}-{row_id}-{column.key}", "")) for column in self.part.columns
            ]
            for row_id in ids[:MOST_ROWS]
            if _ROW_ID.fullmatch(row_id)
        }

    def _line(self, number: int, row_id: str, cells: list[str], *, is_typed: bool) -> RowFields:
        label = self._labels().get(row_id, "")
        unit = f"bang-{self.key}-{row_id}"
        fields, kept = [], []
        for place, (column, typed) in enumerate(zip(self.part.columns, cells, strict=True)):
            is_given = bool(label) and place == 0
            cell, problem = ("", "") if is_given or not is_typed else _read(column, typed)
            kept.append(cell)
            if not is_given:
                fields.append(CellField(column, f"{unit}-{column.key}", typed, problem))
        if is_typed:
            self._kept[row_id] = [label, *kept[1:]] if label and not is_blank(kept) else kept
        return RowFields(row_id, unit, number, label, fields)

    def _labels(self) -> Mapping[str, str]:
        return {f"f{number}": label for number, label in enumerate(self.part.fixed_rows, start=1)}

    def is_valid(self) -> bool:
        """Whether every cell could be read."""
        return not self.problems()

    def problems(self) -> dict[str, str]:
        """What is wrong, by the row's unit."""
        return {line.unit: line.problem for line in self.lines if line.problem}

    def rows(self) -> list[RowInput]:
        """The rows in order, as they are to be kept; those with a mistake are left out."""
        wrong = {line.id for line in self.lines if line.problem}
        return [RowInput(row_id, tuple(cells)) for row_id, cells in self._kept.items() if row_id not in wrong]


def _read(column: TableColumn, typed: str) -> tuple[str, str]:
    try:
        return read_cell(column, typed.replace("\r\n", "\n")), ""
    except ValueError as error:
        return "", str(error)
