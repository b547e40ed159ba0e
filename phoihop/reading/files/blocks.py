"""What a reader of files makes of a file before it is text: paragraphs and tables, one inside the other."""

from dataclasses import dataclass

# A paragraph is its words, with "\n" where a line was broken by hand and its printed label in front.
type Block = str | Grid


@dataclass(frozen=True)
class Cell:
    """A cell over so many columns and rows of its table."""

    blocks: tuple[Block, ...] = ()
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Grid:
    """A table: rows of the cells that begin in them; the first `headers` rows repeat on each page."""

    rows: tuple[tuple[Cell, ...], ...]
    headers: int = 0
