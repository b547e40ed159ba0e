"""What an administrative document says, without how it looks.

Texts are plain Vietnamese as a person would type them: the writer adds capitals, the closing "./.", the ";"
between bases and recipients, and the leading zeros.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


class Capacity(StrEnum):
    """In whose place a person signs (Nghị định 30/2020, Điều 13 and Phụ lục I)."""

    OWN = ""
    FOR_SUPERIOR = "KT."
    BY_ORDER = "TL."
    BY_AUTHORISATION = "TUQ."
    ACTING = "Q."


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A numbered title. Level 1 is "I.", 2 is "1.", 3 is "a)"; the label is text, as papers number freely."""

    level: int
    label: str
    text: str

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3):
            raise ValueError(f"heading level {self.level}")


@dataclass(frozen=True)
class Paragraph:
    """Running text; a line break begins a new paragraph."""

    text: str


@dataclass(frozen=True)
class Point:
    """A paragraph after a dash."""

    text: str


@dataclass(frozen=True, kw_only=True)
class SourcedParagraph:
    """What one body wrote, printed with that body's name after it: "… (Hội LHPN xã)"."""

    text: str
    source: str

    def __post_init__(self) -> None:
        if not (self.text.strip() and self.source.strip()):
            raise ValueError("a sourced paragraph has a text and a source")


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column; the widths of a table are shares of the text width, which the table always fills."""

    title: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True)
class GroupRow:
    """A row of one bold cell across the table: the rows below it belong together."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """Every row has one text for each column; "" is an empty cell, "0" a zero."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...] | GroupRow, ...]
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.columns or any(column.width <= 0 for column in self.columns):
            raise ValueError("a table needs columns, each with a width")
        for row in self.rows:
            if not isinstance(row, GroupRow) and len(row) != len(self.columns):
                raise ValueError(f"{len(row)} cells for {len(self.columns)} columns: {row}")


type Block = Heading | Paragraph | Point | SourcedParagraph | Table


@dataclass(frozen=True, kw_only=True)
class Signature:
    """One signing place: "TM. ỦY BAN NHÂN DÂN" / "KT. CHỦ TỊCH" / "PHÓ CHỦ TỊCH" / name, no academic title.

    `principal` is the title signed for (KT., TL., TUQ.); an empty name leaves the place blank.
    """

    authority: tuple[str, ...]
    position: str
    name: str = ""
    capacity: Capacity = Capacity.OWN
    principal: str = ""

    def __post_init__(self) -> None:
        if (self.capacity not in (Capacity.OWN, Capacity.ACTING)) != bool(self.principal):
            raise ValueError("a principal is named exactly when signing for another (KT., TL., TUQ.)")


@dataclass(frozen=True)
class Recipient:
    """A line of Nơi nhận: "- Thường trực Đảng ủy xã (b/c);"."""

    name: str
    purpose: str = ""


@dataclass(frozen=True, kw_only=True)
class Annex:
    """A "Phụ lục" on pages of its own, numbered apart; lies sideways for wide tables."""

    title: str
    blocks: tuple[Block, ...]
    is_landscape: bool = False


@dataclass(frozen=True, kw_only=True)
class StateDocument:
    """A document with the nine parts of Nghị định 30/2020, Điều 8.

    Minutes (biên bản) tell their day in the text: they have none at the head, and need no number
    (`is_dated_at_head`, `has_number`).
    Without a `kind` it is an official letter (công văn): what it is about stands under its number.

    `issuing_body` holds one line, or several for parties issuing together; `issuer_name` is the same in
    running text ("Ủy ban nhân dân xã Lam Sơn"). `number` and `issued_on` are None until the clerk gives
    them: their places are left blank, in `year`. `signatures` go left to right, top to bottom; None leaves
    a place empty. One signatory stands beside Nơi nhận, several in two columns above it.
    """

    issuing_body: tuple[str, ...]
    issuer_name: str
    symbol: str
    place: str
    year: int
    kind: str
    abstract: str
    blocks: tuple[Block, ...]
    closing: str
    signatures: tuple[Signature | None, ...]
    archive: str
    superior_body: str = ""
    number: int | None = None
    issued_on: date | None = None
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    opening: str = ""
    recipients: tuple[Recipient, ...] = ()
    annexes: tuple[Annex, ...] = field(default=())
    has_number: bool = True
    is_dated_at_head: bool = True
    has_sample_mark: bool = False

    def __post_init__(self) -> None:
        if self.issued_on and self.issued_on.year != self.year:
            raise ValueError(f"{self.issued_on} is not in {self.year}")
        if self.number is not None and self.number < 1:
            raise ValueError(f"number {self.number}")
        if not 1 <= len(self.signatures) <= 7 or not any(self.signatures):
            raise ValueError("one to seven signatures")
        if not (self.issuing_body and self.closing.strip()):
            raise ValueError("a document has an issuing body and a closing sentence")
