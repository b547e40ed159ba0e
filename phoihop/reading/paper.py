"""A file once it is open: its text, and where on the pages and in the tables its characters lie.

Spans are `[start, end)` character offsets in `Paper.text`. Nothing of the text is ever left out of it:
what a reader of files leaves out (deleted words, running heads, page numbers) was not in the text.
"""

from dataclasses import dataclass
from enum import StrEnum

type Span = tuple[int, int]
type Box = tuple[int, int, int, int]


class FileKind(StrEnum):
    """What a file is, told by its content."""

    TEXT = "text"
    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    HTML = "html"
    PDF = "pdf"
    SCAN = "scan"


@dataclass(frozen=True)
class Word:
    """A word on a page: `box` is left, top, right, bottom in pixels of the page image.

    `confidence` is the recogniser's own, 0 to 1.
    """

    span: Span
    box: Box
    confidence: float


@dataclass(frozen=True)
class Page:
    """A page and the stretch of text it holds; `width` and `height` in pixels of its image."""

    number: int
    span: Span
    width: int = 0
    height: int = 0
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Merge:
    """A cell that covers several places of its table: where it begins, and how far it reaches."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class Table:
    """A table of the file: rows of cells, each cell the span of its text; an empty cell has start == end.

    Every row has one cell a column. A merged cell stands at its first place; the other places it covers
    are empty, and `merges` says which they are. The first `header_rows` rows repeat on each page.
    """

    rows: tuple[tuple[Span, ...], ...]
    header_rows: int = 0
    merges: tuple[Merge, ...] = ()

    @property
    def span(self) -> Span:
        """From the first cell to the last."""
        cells = [cell for row in self.rows for cell in row]
        return (min(start for start, _ in cells), max(end for _, end in cells))


@dataclass(frozen=True)
class Note:
    """Something the person should know about how the file was read, in one plain Vietnamese sentence."""

    code: str
    text: str


@dataclass(frozen=True)
class Paper:
    """A file as text. `text` is in NFC. `pages` and `tables` are in reading order, empty where unknown."""

    text: str
    kind: FileKind = FileKind.TEXT
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    notes: tuple[Note, ...] = ()
