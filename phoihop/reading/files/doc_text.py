"""A Word 97-2003 file as blocks: the body in order, its text boxes behind the paragraphs they hang on."""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from phoihop.reading.paper import FileKind, Note, Paper

from . import doc_sprms as sprms
from .blocks import Block
from .doc_file import DocFile, open_doc
from .doc_lists import lists_of
from .doc_looks import CharacterLook, Looks, ParagraphLook, looks_of
from .doc_pieces import CLX, Piece, Pieces, joined_pairs, pieces_of
from .doc_rows import row_shape
from .flow import Flow
from .layout import paper_of_blocks
from .lists import DEEPEST, Lists
from .runs import SOFT_HYPHEN, Run, Speller
from .symbols import symbol

_BODY, _BOXES = 0, 6
_FOOTNOTES, _ENDNOTES = 1, 5
_CELL, _SECTION = "\x07", "\x0c"
_FIELD_BEGINS, _FIELD_SHOWS, _FIELD_ENDS = "\x13", "\x14", "\x15"
_ENDS = ("\r", _CELL, _SECTION)
_END = re.compile("[\r\x07\x0c]")
_SHOWN_AS = str.maketrans(
    dict.fromkeys(map(chr, range(0x20)), "")
    | {"\t": "\t", "\n": "\n", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": SOFT_HYPHEN}
)
_ANCHORS, _BOX_PLACES = 40, 56
_ANCHOR, _BOX_PLACE = 26, 22


def doc_paper(data: bytes, name: str) -> Paper:
    """The paper of a .doc; raises UnreadableDocument, or what struct and olefile raise if broken."""
    file = open_doc(data)
    looks = looks_of(file)
    reader = _Reader(file, pieces_of(file.main, file.place(CLX)), looks, lists_of(file, looks))
    blocks = reader.body()
    return paper_of_blocks(
        blocks, name=name, kind=FileKind.DOC, notes=(*reader.speller.notes(), *reader.notes())
    )


@dataclass
class _Reader:
    file: DocFile
    pieces: Pieces
    looks: Looks
    lists: Lists
    speller: Speller = field(default_factory=Speller)
    has_changes: bool = False

    def body(self) -> list[Block]:
        """The blocks of the body."""
        return self._blocks(0, self.file.lengths[_BODY], boxes=self._boxes())

    def notes(self) -> Iterator[Note]:
        """What was left out."""
        if self.has_changes:
            yield Note(
                "tracked_changes", "Văn bản còn dấu vết sửa chưa chấp nhận; đã đọc theo bản sau khi sửa."
            )
        if self.file.lengths[_FOOTNOTES] or self.file.lengths[_ENDNOTES]:
            yield Note("footnotes", "Văn bản có chú thích cuối trang, không đưa vào phần chữ để đọc.")

    def _blocks(self, start: int, end: int, *, boxes: dict[int, list[Block]]) -> list[Block]:
        story = _Story(self, boxes)
        for piece in self.pieces.stretches(start, end):
            text = self.pieces.text(piece)
            for low, high in self._stretches(piece, text):
                place = piece.place + low * piece.width
                look = self._look(place)
                self.has_changes = self.has_changes or look.is_deleted
                if text[low] in _ENDS:
                    story.end(text[low], look, place=place, width=piece.width, at=piece.start + low)
                elif not look.is_deleted:
                    story.add(text[low:high], look)
        return story.finished()

    def _stretches(self, piece: Piece, text: str) -> Iterator[tuple[int, int]]:
        """Stretches of one look; a character that ends a paragraph, a cell or a row is one of its own."""
        ends = [match.start() for match in _END.finditer(text)]
        ends.append(len(text))
        low = 0
        for stop in ends:
            while low < stop:
                reach, _ = self.looks.characters.at(piece.place + low * piece.width)
                high = min(stop, max(low + 1, low + (reach - piece.place - low * piece.width) // piece.width))
                yield (low, high)
                low = high
            if stop < len(text):
                yield (stop, stop + 1)
            low = stop + 1

    def _look(self, place: int) -> CharacterLook:
        _, own = self.looks.characters.at(place)
        _, paragraph = self.looks.paragraphs.at(place)
        return self.looks.character(own, style=sprms.number(paragraph[:2]))

    def _boxes(self) -> dict[int, list[Block]]:
        """The blocks of each text box by the place in the body it hangs on."""
        places = self.file.place(_BOX_PLACES)
        count = max(0, (len(places) - 4) // (4 + _BOX_PLACE))
        anchors = self._anchors()
        first = sum(self.file.lengths[:_BOXES])
        found: dict[int, list[Block]] = {}
        reached = 0
        for number in range(count - 1):
            start, end = struct.unpack_from("<II", places, 4 * number)
            start, reached = max(start, reached), max(end, reached)
            (shape,) = struct.unpack_from("<I", places, 4 * (count + 1) + _BOX_PLACE * number + 14)
            at = anchors.get(shape, self.file.lengths[_BODY])
            blocks = self._blocks(first + start, first + end, boxes={})
            # A mark of its own ends the story of each box.
            while blocks and blocks[-1] == "":
                blocks.pop()
            found.setdefault(at, []).extend(blocks)
        return found

    def _anchors(self) -> dict[int, int]:
        """Where in the body each drawn shape hangs."""
        places = self.file.place(_ANCHORS)
        count = max(0, (len(places) - 4) // (4 + _ANCHOR))
        return {
            struct.unpack_from("<I", places, 4 * (count + 1) + _ANCHOR * number)[0]: struct.unpack_from(
                "<I", places, 4 * number
            )[0]
            for number in range(count)
        }


@dataclass
class _Story:
    """The body or a text box as it is put together."""

    reader: _Reader
    boxes: dict[int, list[Block]]
    flow: Flow = field(default_factory=Flow)
    runs: list[Run] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)

    def add(self, text: str, look: CharacterLook) -> None:
        """Characters of one look; what fields do not show is left out, and what is hidden."""
        shown = (
            "".join(char for char in text if not self._is_of_field(char)) if self._has_field(text) else text
        )
        if look.is_hidden or not shown:
            return
        looks = self.reader.looks
        if look.symbol is not None and shown == "(":
            self.runs.append(Run(symbol(look.symbol[1], font=looks.font(look.symbol[0]))))
        else:
            words = joined_pairs(shown.translate(_SHOWN_AS))
            self.runs.append(Run(words, looks.font(look.font), capitals=look.is_capitals))

    def end(self, mark: str, look: CharacterLook, *, place: int, width: int, at: int) -> None:
        """The mark that ends a paragraph, a cell or a row; one deleted joins what it parted."""
        reach, modifiers = self.reader.looks.paragraphs.at(place)
        paragraph = self.reader.looks.paragraph(modifiers)
        if mark == _SECTION and reach > place + width:
            self.runs.append(Run("\n"))
        elif paragraph.ends_row or paragraph.ends_inner_row:
            self._end_row(paragraph, look)
        elif mark == _CELL or not look.is_deleted:
            self._end_paragraph(paragraph, at=at)
            if mark == _CELL or paragraph.ends_inner_cell:
                self.flow.end_cell(depth=paragraph.depth)

    def finished(self) -> list[Block]:
        """All blocks; what hangs on nothing comes last."""
        if self.runs:
            self._end_paragraph(ParagraphLook(), at=0)
        for place in sorted(self.boxes):
            self._put_boxes(place, depth=0)
        return self.flow.finished()

    def _end_paragraph(self, look: ParagraphLook, *, at: int) -> None:
        label = self.reader.lists.label(str(look.list), min(look.list_depth, DEEPEST - 1))
        self.flow.add(label + self.reader.speller.spelled(self.runs), depth=look.depth)
        self.runs = []
        # An instruction that never ends must not swallow the rest of the document.
        self.fields = [False] * len(self.fields)
        for place in [place for place in self.boxes if place <= at]:
            self._put_boxes(place, depth=look.depth)

    def _put_boxes(self, place: int, *, depth: int) -> None:
        for block in self.boxes.pop(place):
            self.flow.add(block, depth=depth)

    def _end_row(self, paragraph: ParagraphLook, look: CharacterLook) -> None:
        self.runs = []
        if look.is_deleted:
            self.flow.drop_row(depth=paragraph.depth)
        else:
            self.flow.end_row(row_shape(paragraph), depth=paragraph.depth)

    def _has_field(self, text: str) -> bool:
        return bool(self.fields) or _FIELD_BEGINS in text

    def _is_of_field(self, char: str) -> bool:
        """Whether a character is a mark or an instruction of a field."""
        if char == _FIELD_BEGINS:
            self.fields.append(True)
        elif char == _FIELD_SHOWS and self.fields:
            self.fields[-1] = False
        elif char == _FIELD_ENDS and self.fields:
            self.fields.pop()
        else:
            return any(self.fields)
        return True
