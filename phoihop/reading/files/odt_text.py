"""An OpenDocument text as blocks in document order: deleted, hidden and annotated words stay out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from phoihop.reading.paper import FileKind, Note, Paper

from .blocks import Block, Cell, Grid
from .layout import paper_of_blocks
from .odt_lists import OdtLists, Place, lists_of, whole
from .odt_package import DRAW, OFFICE, TABLE, TEXT, OdtFile, open_flat_odt, open_odt
from .odt_styles import OdtLook, OdtStyles, styles_of
from .runs import Run, Speller
from .xml_parts import is_element

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_LIST, _ITEMS = f"{TEXT}list", (f"{TEXT}list-item", f"{TEXT}list-header")
_LEFT_OUT = frozenset(
    [
        f"{TEXT}{name}"
        for name in ("tracked-changes", "note", "sequence-decls", "variable-decls", "number", "ruby-text")
    ]
    + [f"{TEXT}{name}" for name in ("user-field-decls", "alphabetical-index-auto-mark-file", "hidden-text")]
    + [f"{OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "scripts", "binary-data")]
    + [f"{TABLE}{name}" for name in ("covered-table-cell", "table-column", "title", "desc")]
)
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_SPACES = re.compile(r"[ \t\r\n]+")
_MOST_SPACES, _MOST_REPEATS = 200, 100


def odt_paper(data: bytes, name: str) -> Paper:
    """The paper of an .odt; raises UnreadableDocument, or what zipfile and lxml raise if broken."""
    return _paper(open_odt(data), name)


def flat_odt_paper(data: bytes, name: str) -> Paper:
    """The paper of a flat .fodt; raises UnreadableDocument, or what lxml raises if broken."""
    return _paper(open_flat_odt(data), name)


def _paper(file: OdtFile, name: str) -> Paper:
    styles = styles_of(file)
    walker = _Walker(styles, lists_of(file, styles), _deletions(file.text))
    blocks = list(walker.blocks(file.text))
    notes = (*walker.speller.notes(), *_notes(file.text))
    return paper_of_blocks(blocks, name=name, kind=FileKind.ODT, notes=notes)


@dataclass
class _Words:
    runs: list[Run] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    after_space: bool = True


@dataclass
class _Walker:
    styles: OdtStyles
    lists: OdtLists
    deletions: frozenset[str]
    speller: Speller = field(default_factory=Speller)
    deleting: set[str] = field(default_factory=set)

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """The paragraphs and tables of a body, a section, a cell or a text box."""
        words = _Words()
        for item, label in self._items(parent, None):
            if item.tag == f"{TABLE}table":
                yield self._grid(item)
                continue
            style = item.get(f"{TEXT}style-name")
            self._collect(item, self.styles.look("paragraph", style), words)
            # A deletion that goes over the end of a paragraph joins it to the next one.
            if not self.deleting:
                yield from self._written(words, label)
                words = _Words()
        if words.runs or words.boxes:
            yield from self._written(words, "")

    def _items(self, parent: etree._Element, place: Place | None) -> Iterator[tuple[etree._Element, str]]:
        """Paragraphs with their labels, and tables, through lists, sections and indexes."""
        for child in parent:
            if child.tag in _LEFT_OUT or not is_element(child) or self.styles.is_section_hidden(child):
                self._mark(child)
            elif child.tag == _LIST:
                yield from self._list_items(child, self.lists.entered(child, place))
            elif child.tag in _PARAGRAPHS:
                is_heading = child.tag == f"{TEXT}h" and place is None
                yield child, self.lists.heading(child) if is_heading else ""
            elif child.tag == f"{TABLE}table":
                yield child, ""
            else:
                self._mark(child)
                yield from self._items(child, place)

    def _list_items(self, element: etree._Element, place: Place) -> Iterator[tuple[etree._Element, str]]:
        for item in element:
            if item.tag not in _ITEMS:
                continue
            is_first = item.tag == _ITEMS[0]
            for found, label in self._items(item, place):
                if is_first and not label and found.getparent() is item and found.tag in _PARAGRAPHS:
                    label = self.lists.label(place, item, found)
                    is_first = False
                yield found, label

    def _written(self, words: _Words, label: str) -> Iterator[Block]:
        yield label + self.speller.spelled(words.runs)
        for box in words.boxes:
            yield from self.blocks(box)

    def _collect(self, parent: etree._Element, look: OdtLook, into: _Words) -> None:
        self._add(parent.text, look, into)
        for child in parent:
            if is_element(child) and child.tag not in _LEFT_OUT:
                self._inline(child, look, into)
            self._add(child.tail, look, into)

    def _inline(self, child: etree._Element, look: OdtLook, into: _Words) -> None:
        if self._mark(child):
            return
        if child.tag in _SIGNS:
            self._put(_SIGNS[child.tag], look, into)
        elif child.tag == f"{TEXT}s":
            self._put(" " * min(whole(child.get(f"{TEXT}c"), 1), _MOST_SPACES), look, into)
        elif child.tag.startswith(DRAW):
            into.boxes += _boxes(child)
        else:
            style = child.get(f"{TEXT}style-name") if child.tag == f"{TEXT}span" else None
            self._collect(child, self.styles.look("text", style).over(look) if style else look, into)

    def _mark(self, child: etree._Element) -> bool:
        """Whether an element marks the bounds of a change; what was deleted may still stand between them."""
        change = child.get(f"{TEXT}change-id") if is_element(child) else None
        if change is None:
            return False
        if child.tag == f"{TEXT}change-start" and change in self.deletions:
            self.deleting.add(str(change))
        elif child.tag == f"{TEXT}change-end":
            self.deleting.discard(str(change))
        return True

    def _add(self, text: str | None, look: OdtLook, into: _Words) -> None:
        """Characters of the file: any white space is one space, and none at the start or after another."""
        if not text:
            return
        text = _SPACES.sub(" ", text)
        if into.after_space:
            text = text.removeprefix(" ")
        if text and self._put(text, look, into):
            into.after_space = text.endswith(" ")

    def _put(self, text: str, look: OdtLook, into: _Words) -> bool:
        if self.deleting or look.hidden:
            return False
        into.runs.append(Run(text, look.font, capitals=bool(look.capitals)))
        into.after_space = False
        return True

    def _grid(self, table: etree._Element) -> Grid:
        rows = list(_rows(table))
        headers = sum(1 for row in rows if _is_header(row))
        return Grid(tuple(tuple(self._cells(row)) for row in rows), headers)

    def _cells(self, row: etree._Element) -> Iterator[Cell]:
        for cell in row.iterchildren(f"{TABLE}table-cell"):
            found = Cell(
                tuple(self.blocks(cell)),
                columns=max(1, whole(cell.get(f"{TABLE}number-columns-spanned"), 1)),
                rows=max(1, whole(cell.get(f"{TABLE}number-rows-spanned"), 1)),
            )
            for _ in range(min(whole(cell.get(f"{TABLE}number-columns-repeated"), 1), _MOST_REPEATS)):
                yield found


def _rows(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if child.tag == f"{TABLE}table-row":
            yield child
        elif is_element(child) and child.tag in (
            f"{TABLE}table-rows",
            f"{TABLE}table-header-rows",
            f"{TABLE}table-row-group",
        ):
            yield from _rows(child)


def _is_header(row: etree._Element) -> bool:
    parent = row.getparent()
    return parent is not None and parent.tag == f"{TABLE}table-header-rows"


def _boxes(drawn: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in what is drawn; a shape may hold its paragraphs itself."""
    if any(child.tag in (*_PARAGRAPHS, _LIST) for child in drawn):
        yield drawn
        return
    for child in drawn:
        if is_element(child) and child.tag.startswith(DRAW):
            yield from _boxes(child)


def _deletions(text: etree._Element) -> frozenset[str]:
    """The changes that take words away."""
    return frozenset(
        str(region.get(f"{TEXT}id"))
        for region in text.iter(f"{TEXT}changed-region")
        if region.find(f"{TEXT}deletion") is not None
    )


def _notes(text: etree._Element) -> Iterator[Note]:
    if next(text.iter(f"{TEXT}changed-region"), None) is not None:
        yield Note("tracked_changes", "Văn bản còn dấu vết sửa chưa chấp nhận; đã đọc theo bản sau khi sửa.")
    if next(text.iter(f"{TEXT}note"), None) is not None:
        yield Note("footnotes", "Văn bản có chú thích cuối trang, không đưa vào phần chữ để đọc.")
