"""A .docx as blocks in document order: tables and insertions in, deletions out, labels written."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from phoihop.reading.paper import FileKind, Note, Paper
from phoihop.reading.unreadable import UnreadableDocument

from .blocks import Block, Cell, Grid
from .docx_numbering import Numbering, numbering_of
from .docx_package import main_part, open_docx, part, related_part, switch, value, w
from .docx_runs import ALTERNATES, LEFT_OUT, RunReader, Words, alternates
from .docx_styles import styles_of, whole
from .flow import has_words
from .layout import paper_of_blocks
from .runs import Speller
from .xml_parts import is_element

_PARAGRAPH, _TABLE, _ROW, _CELL = w("p"), w("tbl"), w("tr"), w("tc")
_CHANGES = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))
_NOTE_MARKS = (w("footnoteReference"), w("endnoteReference"))


def docx_paper(data: bytes, name: str) -> Paper:
    """The paper of a Word document; raises UnreadableDocument, or what zipfile and lxml raise if broken."""
    package = open_docx(data)
    main = main_part(package)
    return paper_of_document(
        part(package, main),
        name=name,
        styles=related_part(package, main, "/styles"),
        numbering=related_part(package, main, "/numbering"),
    )


def paper_of_document(
    root: etree._Element | None,
    *,
    name: str,
    styles: etree._Element | None,
    numbering: etree._Element | None,
) -> Paper:
    """The paper of a w:document with its two companion parts."""
    body = root.find(w("body")) if root is not None else None
    if body is None:
        raise UnreadableDocument("Tệp Word bị hỏng: không tìm thấy phần nội dung.")
    known = styles_of(styles)
    walker = _Walker(RunReader(known), numbering_of(numbering, known))
    blocks = list(walker.blocks(body))
    notes = (*walker.speller.notes(), *_notes(body))
    return paper_of_blocks(blocks, name=name, kind=FileKind.DOCX, notes=notes)


@dataclass
class _Walker:
    reader: RunReader
    numbering: Numbering
    speller: Speller = field(default_factory=Speller)

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The paragraphs and tables of a body, a cell or a text box."""
        words = Words()
        for item in _inside(parent, (_PARAGRAPH, _TABLE)):
            if item.tag == _TABLE:
                if words.runs:
                    yield from self._written(words, "")
                    words = Words()
                yield self._grid(item)
                continue
            self.reader.read(item, words)
            # A deleted paragraph mark joins what is left of the paragraph to the next one.
            if not _is_mark_deleted(item):
                yield from self._written(words, self.numbering.label(item))
                words = Words()
        if words.runs or words.boxes:
            yield from self._written(words, "")

    def _written(self, words: Words, label: str) -> Iterator[Block]:
        yield label + self.speller.spelled(words.runs)
        for box in words.boxes:
            yield from self.blocks(box)

    def _grid(self, table: etree._Element) -> Grid:
        rows: list[tuple[Cell, ...]] = []
        merging = _Merging()
        headers = 0
        for row in _inside(table, (_ROW,)):
            properties = row.find(w("trPr"))
            if properties is not None and properties.find(w("del")) is not None:
                continue
            headers += headers == len(rows) and bool(switch(properties, "tblHeader"))
            rows.append(tuple(self._cells(row, merging, number=len(rows))))
        return Grid(tuple(merging.heightened(row, number) for number, row in enumerate(rows)), headers)

    def _cells(self, row: etree._Element, merging: "_Merging", *, number: int) -> Iterator[Cell]:
        column = whole(value(row.find(w("trPr")), "gridBefore"), 0)
        if column:
            yield Cell(columns=column)
        for cell in _inside(row, (_CELL,)):
            properties = cell.find(w("tcPr"))
            if properties is not None and properties.find(w("cellDel")) is not None:
                continue
            blocks = tuple(self.blocks(cell))
            width = max(1, whole(value(properties, "gridSpan"), 1))
            if not merging.covers(properties, blocks, row=number, column=column):
                yield Cell(blocks, columns=width)
            column += width


@dataclass
class _Merging:
    """Cells merged downwards: Word repeats an empty cell in each row below the first."""

    open: dict[int, tuple[int, int]] = field(default_factory=dict)
    heights: dict[int, dict[int, int]] = field(default_factory=dict)

    def covers(
        self, properties: etree._Element | None, blocks: tuple[Block, ...], *, row: int, column: int
    ) -> bool:
        """Whether the cell only goes on with the one above; one that has words of its own does not."""
        merge = properties.find(w("vMerge")) if properties is not None else None
        goes_on = merge is not None and merge.get(w("val")) != "restart" and not has_words(blocks)
        first = self.open.get(column)
        if goes_on and first is not None and first[0] + self.heights[first[0]][first[1]] == row:
            self.heights[first[0]][first[1]] += 1
            return True
        self.open[column] = (row, column)
        self.heights.setdefault(row, {})[column] = 1
        return False

    def heightened(self, row: tuple[Cell, ...], number: int) -> tuple[Cell, ...]:
        """The row's cells with the rows they cover."""
        heights = list(self.heights.get(number, {}).values())
        padding = len(row) - len(heights)
        return row[:padding] + tuple(
            Cell(cell.blocks, columns=cell.columns, rows=height)
            for cell, height in zip(row[padding:], heights, strict=True)
        )


def _inside(parent: etree._Element, wanted: tuple[str, ...]) -> Iterator[etree._Element]:
    """The wanted elements of a container, through content controls, insertions and the like."""
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag == ALTERNATES:
            for chosen in alternates(child):
                yield from _inside(chosen, wanted)
        elif child.tag not in LEFT_OUT and is_element(child):
            yield from _inside(child, wanted)


def _is_mark_deleted(paragraph: etree._Element) -> bool:
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None)


def _notes(body: etree._Element) -> Iterator[Note]:
    if next(body.iter(*_CHANGES), None) is not None:
        yield Note("tracked_changes", "Văn bản còn dấu vết sửa chưa chấp nhận; đã đọc theo bản sau khi sửa.")
    footnotes = sum(1 for _ in body.iter(*_NOTE_MARKS))
    if footnotes:
        yield Note(
            "footnotes", f"Văn bản có {footnotes} chú thích cuối trang, không đưa vào phần chữ để đọc."
        )
    if next(body.iter(w("altChunk")), None) is not None:
        yield Note("embedded", "Văn bản có phần nhúng từ tệp khác, phần đó không đọc được.")
