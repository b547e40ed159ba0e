"""What characters and paragraphs of a binary Word file look like: pages of properties, styles and fonts."""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from . import doc_sprms as sprms
from .doc_file import DocFile

STYLES, CHARACTER_PAGES, PARAGRAPH_PAGES, FONTS = 1, 12, 13, 15
_PAGE = 512
_PARAGRAPH_STYLE, _CHARACTER_STYLE = 1, 2
_DEEPEST_CHAIN = 20
_AS_STYLE, _AGAINST_STYLE = 0x80, 0x81


@dataclass(frozen=True)
class CharacterLook:
    """`symbol` is the font and the sign that stands in the place of the character."""

    font: int | None = None
    is_hidden: bool = False
    is_deleted: bool = False
    is_capitals: bool = False
    symbol: tuple[int, int] | None = None


@dataclass(frozen=True)
class ParagraphLook:
    """The style, the list and the place in tables of a paragraph; `row` is what the end of a row says."""

    style: int = 0
    list: int = 0
    list_depth: int = 0
    depth: int = 0
    ends_row: bool = False
    ends_inner_cell: bool = False
    ends_inner_row: bool = False
    row: tuple[tuple[int, bytes], ...] = ()


@dataclass(frozen=True)
class Stretches:
    """Stretches of the main stream with their modifiers, in order of place."""

    starts: list[int]
    ends: list[int]
    values: list[bytes]

    def at(self, place: int) -> tuple[int, bytes]:
        """The end of the stretch a byte lies in and its modifiers; a gap ends where the next one begins."""
        number = bisect_right(self.starts, place) - 1
        if number >= 0 and place < self.ends[number]:
            return self.ends[number], self.values[number]
        return (self.starts[number + 1] if number + 1 < len(self.starts) else 1 << 62), b""


@dataclass
class _Style:
    base: int
    paragraph: bytes = b""
    character: bytes = b""


@dataclass
class Looks:
    """Asked by byte place in the main stream."""

    characters: Stretches
    paragraphs: Stretches
    fonts: list[str]
    styles: dict[int, _Style]
    data: bytes = b""
    _character: dict[tuple[bytes, int], CharacterLook] = field(default_factory=dict)
    _paragraph: dict[bytes, ParagraphLook] = field(default_factory=dict)

    def character(self, modifiers: bytes, *, style: int) -> CharacterLook:
        """The look of characters in a paragraph of that style."""
        key = (modifiers, style)
        if key not in self._character:
            under = self._of_style(style, CharacterLook())
            self._character[key] = self._changed(under, modifiers, under)
        return self._character[key]

    def paragraph(self, modifiers: bytes) -> ParagraphLook:
        """The look of a paragraph: two bytes name its style, then come its own modifiers."""
        if modifiers not in self._paragraph:
            style = sprms.number(modifiers[:2])
            look = ParagraphLook(style=style)
            for base in reversed(self._chain(style)):
                look = _paragraph_changed(look, self.styles[base].paragraph)
            self._paragraph[modifiers] = _paragraph_changed(look, self._with_long(modifiers[2:]))
        return self._paragraph[modifiers]

    def font(self, number: int | None) -> str | None:
        """The name of a font by its number."""
        return self.fonts[number] if number is not None and number < len(self.fonts) else None

    def _with_long(self, modifiers: bytes) -> bytes:
        """The modifiers with those that were too long for their page, which the data stream holds."""
        for code, operand in sprms.modifiers(modifiers):
            at = sprms.number(operand)
            if code in sprms.LONG_LISTS and at + 2 <= len(self.data):
                length = sprms.number(self.data[at : at + 2])
                modifiers += self.data[at + 2 : at + 2 + length]
        return modifiers

    def _chain(self, style: int) -> list[int]:
        found: list[int] = []
        while style in self.styles and style not in found and len(found) < _DEEPEST_CHAIN:
            found.append(style)
            style = self.styles[style].base
        return found

    def _of_style(self, style: int, look: CharacterLook) -> CharacterLook:
        for base in reversed(self._chain(style)):
            look = self._changed(look, self.styles[base].character, look)
        return look

    def _changed(self, look: CharacterLook, modifiers: bytes, under: CharacterLook) -> CharacterLook:
        for code, operand in sprms.modifiers(modifiers):
            if code == sprms.CHARACTER_STYLE:
                look = under = self._of_style(sprms.number(operand), look)
            elif code in _CHARACTER_CHANGES:
                look = _CHARACTER_CHANGES[code](look, operand, under)
        return look


def looks_of(file: DocFile) -> Looks:
    """From the pages of properties; a part that is missing says nothing."""
    return Looks(
        characters=_stretches(file.main, file.place(CHARACTER_PAGES), _character_page),
        paragraphs=_stretches(file.main, file.place(PARAGRAPH_PAGES), _paragraph_page),
        fonts=list(_fonts(file.place(FONTS))),
        styles=_styles(file.place(STYLES)),
        data=file.data,
    )


def _switched(operand: bytes, under: bool) -> bool:  # noqa: FBT001 - the value that is switched
    value = sprms.number(operand)
    if value in (_AS_STYLE, _AGAINST_STYLE):
        return under is (value == _AS_STYLE)
    return value == 1


_CHARACTER_CHANGES: dict[int, Callable[[CharacterLook, bytes, CharacterLook], CharacterLook]] = {
    sprms.FONT_ASCII: lambda look, operand, under: replace(look, font=sprms.number(operand)),
    sprms.FONT_OTHER: lambda look, operand, under: replace(look, font=sprms.number(operand)),
    sprms.HIDDEN: lambda look, operand, under: replace(look, is_hidden=_switched(operand, under.is_hidden)),
    sprms.CAPITALS: lambda look, operand, under: replace(
        look, is_capitals=_switched(operand, under.is_capitals)
    ),
    sprms.DELETED: lambda look, operand, under: replace(look, is_deleted=operand != b"\x00"),
    sprms.SYMBOL: lambda look, operand, under: replace(
        look, symbol=(sprms.number(operand[:2]), sprms.number(operand[2:]))
    ),
}
_PARAGRAPH_CHANGES: dict[int, Callable[[ParagraphLook, int], ParagraphLook]] = {
    sprms.LIST: lambda look, value: replace(look, list=value),
    sprms.LIST_DEPTH: lambda look, value: replace(look, list_depth=value),
    sprms.IN_TABLE: lambda look, value: replace(look, depth=max(look.depth, 1) if value else 0),
    sprms.DEPTH: lambda look, value: replace(look, depth=value),
    sprms.ENDS_ROW: lambda look, value: replace(look, ends_row=bool(value)),
    sprms.ENDS_INNER_CELL: lambda look, value: replace(look, ends_inner_cell=bool(value)),
    sprms.ENDS_INNER_ROW: lambda look, value: replace(look, ends_inner_row=bool(value)),
}
_OF_ROWS = (sprms.ROW_CELLS, sprms.ROW_HEADER, sprms.ROW_UPWARD)


def _paragraph_changed(look: ParagraphLook, modifiers: bytes) -> ParagraphLook:
    for code, operand in sprms.modifiers(modifiers):
        if code in _PARAGRAPH_CHANGES:
            look = _PARAGRAPH_CHANGES[code](look, sprms.number(operand))
        elif code in _OF_ROWS:
            look = replace(look, row=(*look.row, (code, operand)))
    return look


def _stretches(
    main: bytes, pages: bytes, read: Callable[[bytes], Iterator[tuple[int, int, bytes]]]
) -> Stretches:
    """All stretches of the pages a list names; raises ValueError where the stream ends before a page does."""
    count = max(0, (len(pages) - 4) // 8)
    if count > len(main) // _PAGE:
        raise ValueError("More pages of properties than the stream has.")
    found: list[tuple[int, int, bytes]] = []
    for number in struct.unpack_from(f"<{count}I", pages, 4 * (count + 1)) if count else ():
        at = (number & 0x3FFFFF) * _PAGE
        page = main[at : at + _PAGE]
        if len(page) < _PAGE:
            raise ValueError("The stream ends before its pages of properties.")
        found += read(page)
    found.sort()
    return Stretches([row[0] for row in found], [row[1] for row in found], [row[2] for row in found])


def _character_page(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = page[-1]
    places = struct.unpack_from(f"<{count + 1}I", page, 0)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + number]
        yield (places[number], places[number + 1], page[at + 1 : at + 1 + page[at]] if at else b"")


def _paragraph_page(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = page[-1]
    places = struct.unpack_from(f"<{count + 1}I", page, 0)
    for number in range(count):
        at = 2 * page[4 * (count + 1) + 13 * number]
        if page[at]:
            length, at = 2 * page[at] - 1, at + 1
        else:
            length, at = 2 * page[at + 1], at + 2
        yield (places[number], places[number + 1], page[at : at + length])


def _fonts(table: bytes) -> Iterator[str]:
    at = 4
    while at + 40 <= len(table):
        length = table[at] + 1
        yield table[at + 40 : at + length].decode("utf-16-le", "ignore").split("\x00")[0]
        at += length


def _styles(sheet: bytes) -> dict[int, _Style]:
    if len(sheet) < 6:
        return {}
    header, count, base_length = struct.unpack_from("<HHH", sheet, 0)
    found, at = {}, 2 + header
    for number in range(count):
        if at + 2 > len(sheet):
            break
        (length,) = struct.unpack_from("<H", sheet, at)
        if length:
            found[number] = _style(sheet[at + 2 : at + 2 + length], base_length)
        at += 2 + length
    return found


def _style(data: bytes, base_length: int) -> _Style:
    _, kinds, parts = struct.unpack_from("<HHH", data, 0)
    style = _Style(base=kinds >> 4)
    (name_length,) = struct.unpack_from("<H", data, base_length)
    properties = list(_properties(data, base_length + 4 + 2 * name_length, count=parts & 0xF))
    kind = kinds & 0xF
    if kind == _PARAGRAPH_STYLE:
        style.paragraph = properties[0][2:] if properties else b""
        style.character = properties[1] if len(properties) > 1 else b""
    elif kind == _CHARACTER_STYLE:
        style.character = properties[0] if properties else b""
    return style


def _properties(data: bytes, at: int, *, count: int) -> Iterator[bytes]:
    """The lists of modifiers of a style, each at an even place."""
    for _ in range(count):
        at += at % 2
        if at + 2 > len(data):
            return
        (length,) = struct.unpack_from("<H", data, at)
        yield data[at + 2 : at + 2 + length]
        at += 2 + length
