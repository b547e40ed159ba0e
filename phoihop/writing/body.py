"""The middle of a document: legal bases, running text with its levels, tables."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .document import (
    Block,
    Column,
    GroupRow,
    Heading,
    Paragraph,
    Point,
    SourcedParagraph,
    StateDocument,
    Table,
)
from .ooxml import Extra, Node, cell, paragraph, row, table
from .templates import Part, Template
from .wording import ended, lines_of, plain

_HEADINGS = {1: Part.HEADING_1, 2: Part.HEADING_2, 3: Part.HEADING_3}
_CELL_MARGIN = 1.2
_CELL_GAP = 2


def bases(document: StateDocument, *, template: Template) -> Iterator[Node]:
    """One basis a paragraph, ";" after each and "." after the last; the opening sentence follows."""
    count = len(document.legal_bases)
    for number, basis in enumerate(document.legal_bases, start=1):
        line = ended(template.basis_lead + plain(basis), "." if number == count else ";")
        yield paragraph(Part.LEGAL_BASIS, line)
    yield from (paragraph(Part.BODY, line) for line in lines_of(document.opening))


def blocks(given: Sequence[Block], *, width: float) -> Iterator[Node]:
    """The blocks in order, in a text `width` mm wide; a hair apart, as Word joins tables that touch."""
    for block, following in pairwise([*given, None]):
        gap = Extra(after=6) if isinstance(following, Table) and not following.caption else Extra()
        if block is not None:
            yield from _block(block, width=width, extra=gap)
        if isinstance(block, Table) and gap != Extra():
            yield paragraph(Part.TABLE_END)


def closing(document: StateDocument, *, template: Template) -> Iterator[Node]:
    """The last sentence: ends "./." and stays on the page of the signature."""
    *before, last = lines_of(document.closing)
    yield from (paragraph(Part.BODY, line) for line in before)
    yield paragraph(Part.BODY, ended(last, template.ending), extra=Extra(keeps_next=True))


def _block(block: Block, *, width: float, extra: Extra) -> Iterator[Node]:
    match block:
        case Heading(level=level, label=label, text=text):
            words = plain(f"{label} {text}")
            yield paragraph(_HEADINGS[level], words.upper() if level == 1 else words, extra=extra)
        case Paragraph(text=text):
            yield from (paragraph(Part.BODY, line, extra=extra) for line in lines_of(text))
        case Point(text=text):
            yield from (paragraph(Part.BODY, f"- {line}", extra=extra) for line in lines_of(text))
        case SourcedParagraph(text=text, source=source):
            *before, last = lines_of(text)
            yield from (paragraph(Part.BODY, line) for line in before)
            yield paragraph(Part.BODY, f"{last} ({plain(source)})", extra=extra)
        case Table():
            yield from _table(block, width=width)


def _table(block: Table, *, width: float) -> Iterator[Node]:
    if block.caption:
        yield paragraph(Part.CAPTION, plain(block.caption), extra=Extra(after=6))
    share = width / sum(column.width for column in block.columns)
    widths = [column.width * share for column in block.columns]
    rows = [_row(given, columns=block.columns, widths=widths) for given in block.rows]
    yield table(widths, [_header(block.columns, widths), *rows], border="single", margin=_CELL_MARGIN)


def _header(columns: Sequence[Column], widths: Sequence[float]) -> Node:
    extra = Extra(before=_CELL_GAP, after=_CELL_GAP, keeps_next=True)
    return row(
        [
            cell([paragraph(Part.TABLE_HEAD, plain(column.title), extra=extra)], width=width, align="center")
            for column, width in zip(columns, widths, strict=True)
        ],
        is_header=True,
    )


def _row(given: tuple[str, ...] | GroupRow, *, columns: Sequence[Column], widths: Sequence[float]) -> Node:
    if isinstance(given, GroupRow):
        extra = Extra(before=_CELL_GAP, after=_CELL_GAP, keeps_next=True, is_bold=True)
        content = [paragraph(Part.TABLE_TEXT, plain(given.text), extra=extra)]
        return row([cell(content, width=sum(widths), span=len(widths))])
    return row(
        [
            cell([_cell_text(text, column)], width=width, align="center")
            for text, column, width in zip(given, columns, widths, strict=True)
        ]
    )


def _cell_text(text: str, column: Column) -> Node:
    extra = Extra(before=_CELL_GAP, after=_CELL_GAP, align=column.align.value)
    return paragraph(Part.TABLE_TEXT, *lines_of(text), extra=extra)
