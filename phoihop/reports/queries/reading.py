"""A round in the order of its own form, as pages and papers show it; pure, from what the round keeps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from phoihop.reports.calculations.form_parts import USUAL, FormPart, PartKind, column_of, part_of
from phoihop.reports.calculations.tables import TableColumn, cell_words

type Json = Mapping[str, Any]
LEGEND = "Ô trống: chưa ghi; “–”: không phát sinh; “…”: không có số liệu; “+”: có."


@dataclass(frozen=True)
class ReadTable:
    """A table as kept: its columns, and each row's cells in words."""

    columns: Sequence[TableColumn]
    rows: Sequence[Sequence[str]]
    cells: Sequence[Sequence[str]]

    @property
    def lines(self) -> list[list[tuple[str, str]]]:
        """Each row as (title of the column, words), for pages that show rows as cards."""
        titles = [column.title for column in self.columns]
        return [list(zip(titles, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class ReadPart:
    """A part of the report with what was written in it; only what belongs to its kind is filled in."""

    kind: PartKind
    key: str
    title: str
    level: int
    text: str = ""
    sections: Sequence[Json] = ()
    emergent: Sequence[str] = ()
    figures: Sequence[Json] = ()
    table: ReadTable | None = None

    @property
    def has_words(self) -> bool:
        """Whether anything is to be printed under the title."""
        written = any(section["text"].strip() for section in self.sections)
        has_rows = self.table is not None and bool(self.table.rows)
        return bool(self.text.strip() or written or self.emergent or self.figures or has_rows)


def reading_of(content: Json) -> list[ReadPart]:
    """The parts in order; rounds from before there were forms read as the usual form had them."""
    parts = [part_of(part) for part in content["parts"]] if "parts" in content else list(USUAL)
    texts = {row["key"]: row["text"] for row in content.get("texts", ())}
    tables = {row["key"]: row for row in content.get("tables", ())}
    return [_read(part, content, texts, tables) for part in parts if part.kind != PartKind.ATTACHMENTS]


def _read(part: FormPart, content: Json, texts: Mapping[str, str], tables: Mapping[str, Json]) -> ReadPart:
    found: dict[str, Any] = {}
    if part.kind in {PartKind.OVERVIEW, PartKind.SHORTCOMINGS, PartKind.RECOMMENDATIONS}:
        found = {"text": content[part.kind.value]}
    elif part.kind == PartKind.HEADING:
        found = {"text": texts.get(part.key, "")}
    elif part.kind == PartKind.CLAUSES:
        found = {"sections": content["sections"], "emergent": content.get("emergent", ())}
    elif part.kind == PartKind.FIGURES:
        found = {"figures": content["figures"]}
    elif part.kind == PartKind.TABLE and part.key in tables:
        found = {"table": read_table(tables[part.key])}
    return ReadPart(part.kind, part.key, part.title, part.level, **found)


def read_table(kept: Json) -> ReadTable:
    """A table of a round with its cells in words."""
    columns = [column_of(column) for column in kept["columns"]]
    rows = [
        [cell_words(column, cell) for column, cell in zip(columns, row, strict=True)] for row in kept["rows"]
    ]
    return ReadTable(columns, rows, kept["rows"])
