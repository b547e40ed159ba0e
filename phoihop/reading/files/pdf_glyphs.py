"""The letters of a PDF page and where they stand, by PDFium.

PDFium gives letters in the order the file draws them, which is not the order one reads: a line printed from
two fonts comes as two heaps. So the order is never asked for: each letter's place is, and rows are made
of places. PDFium is not safe for threads: everything here must run in one thread of a process.
"""

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from .runs import Run, Speller
from .tokens import Token

# A gap of this much of the type's height parts two words where the file draws no space.
_GAP = 0.17
_INVISIBLE = 3
_MOST_GLYPHS = 60_000
_FONT_LOOK = re.compile(r"(?:[,-](?:Bold|Italic|BoldItalic|Regular|Normal))+$")
_BREAKING = " \t\r\n\u2002\u2003\u2009\u200a\u3000\xa0"
_LEFT_OUT = "\u00ad\u200b\u200c\u200d\ufeff\x00\x02\ufffe"


@dataclass(frozen=True)
class Glyph:
    """A letter with its combining marks; `angle` in quarter turns, or -1 where it stands slanting."""

    text: str
    left: float
    right: float
    base: float
    size: float
    angle: int
    font: str
    is_visible: bool


@dataclass(frozen=True)
class Letters:
    """What is written on a page: tokens in reading direction, and what is written across it."""

    tokens: tuple[Token, ...]
    slanting: str
    hidden_share: float
    angle: int


def letters_of(page: pypdfium2.PdfPage, *, speller: Speller) -> Letters:
    """The tokens of a page, in points from its upper left corner as it is seen.

    Where most of it is written sideways, along the writing. Fonts of before Unicode are spelled by `speller`.
    """
    glyphs = list(_glyphs(page))
    angles = Counter(glyph.angle for glyph in glyphs if glyph.angle >= 0)
    angle = angles.most_common(1)[0][0] if angles else 0
    upright = [glyph for glyph in glyphs if glyph.angle == angle]
    slanting = "".join(glyph.text for glyph in glyphs if glyph.angle != angle)
    hidden = sum(not glyph.is_visible for glyph in glyphs)
    return Letters(
        tokens=tuple(tokens_of(upright, speller=speller)),
        slanting=" ".join(slanting.split()),
        hidden_share=hidden / len(glyphs) if glyphs else 0.0,
        angle=angle,
    )


def tokens_of(glyphs: list[Glyph], *, speller: Speller) -> Iterator[Token]:
    """Letters put together to words by their places alone."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if row and glyph.base - row[0].base > 0.2 * max(glyph.size, 1):
            yield from (_token(word, speller) for word in _words(row))
            row = []
        row.append(glyph)
    yield from (_token(word, speller) for word in _words(row))


def _words(row: list[Glyph]) -> Iterator[list[Glyph]]:
    word: list[Glyph] = []
    for glyph in sorted(row, key=lambda glyph: glyph.left):
        if glyph.text in _BREAKING or (word and glyph.left - word[-1].right > _GAP * glyph.size):
            if word:
                yield word
            word = []
        # Bold is sometimes feigned by printing a letter twice, a hair apart.
        is_shadow = (
            bool(word) and word[-1].text == glyph.text and glyph.left - word[-1].left < 0.12 * glyph.size
        )
        if glyph.text not in _BREAKING and not is_shadow:
            word.append(glyph)
    if word:
        yield word


def _token(word: list[Glyph], speller: Speller) -> Token:
    first = word[0]
    spelled = speller.spelled(Run(glyph.text, font=glyph.font) for glyph in word)
    text = unicodedata.normalize("NFC", spelled)
    size = max(glyph.size for glyph in word)
    right = max(glyph.right for glyph in word)
    return Token(text=text, left=first.left, right=right, base=first.base, size=size)


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """In the order the file draws them; combining marks joined to the letter before."""
    text_page = page.get_textpage()
    place = _Place(page)
    held: Glyph | None = None
    for index in range(min(pdfium.FPDFText_CountChars(text_page), _MOST_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1 or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            continue
        letter = chr(code)
        if letter in _LEFT_OUT:
            continue
        if held is not None and unicodedata.combining(letter):
            held = _with_mark(held, letter)
            continue
        if held is not None:
            yield held
        held = place.glyph(text_page, index, letter)
    if held is not None:
        yield held


def _with_mark(glyph: Glyph, mark: str) -> Glyph:
    return Glyph(
        glyph.text + mark,
        glyph.left,
        glyph.right,
        glyph.base,
        glyph.size,
        glyph.angle,
        glyph.font,
        glyph.is_visible,
    )


class _Place:
    """Where letters of one page stand, in points from the corner and in the direction of the writing."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_cropbox()
        self.turned = page.get_rotation() // 90
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box, self.matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        self.runs: dict[int, tuple[str, bool]] = {}

    def glyph(self, text_page: pypdfium2.PdfTextPage, index: int, letter: str) -> Glyph:
        """The letter of that index."""
        pdfium.FPDFText_GetCharOrigin(text_page, index, self.x, self.y)
        pdfium.FPDFText_GetLooseCharBox(text_page, index, self.box)
        pdfium.FPDFText_GetMatrix(text_page, index, self.matrix)
        size = pdfium.FPDFText_GetFontSize(text_page, index) * math.hypot(self.matrix.c, self.matrix.d)
        drawn = _quarter(math.atan2(self.matrix.b, self.matrix.a))
        font, is_visible = self._run(text_page, index)
        angle = (drawn - self.turned) % 4 if drawn >= 0 else -1
        left, right, base = self._along(drawn)
        return Glyph(letter, left, right, base, size or 1.0, angle, font, is_visible)

    def _along(self, drawn: int) -> tuple[float, float, float]:
        """Start and end along the line of writing, and how far down the line stands."""
        box, x, y = self.box, self.x.value, self.y.value
        if drawn == 1:
            return (box.bottom - self.bottom, box.top - self.bottom, x - self.left)
        if drawn == 2:
            return (self.right - box.right, self.right - box.left, y - self.bottom)
        if drawn == 3:
            return (self.top - box.top, self.top - box.bottom, self.right - x)
        return (box.left - self.left, box.right - self.left, self.top - y)

    def _run(self, text_page: pypdfium2.PdfTextPage, index: int) -> tuple[str, bool]:
        """The font of a letter and whether it is painted; asked once for each run of letters."""
        run = pdfium.FPDFText_GetTextObject(text_page, index)
        key = ctypes.addressof(run.contents) if run else 0
        if key not in self.runs:
            is_visible = not run or pdfium.FPDFTextObj_GetTextRenderMode(run) != _INVISIBLE
            self.runs[key] = (_font_name(text_page, index), is_visible)
        return self.runs[key]


def _font_name(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    held, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    length = pdfium.FPDFText_GetFontInfo(text_page, index, held, 128, flags)
    name = held.raw[: max(0, min(length, 128) - 1)].decode("utf-8", "replace")
    return _FONT_LOOK.sub("", name.split("+", 1)[-1])


def _quarter(radians: float) -> int:
    turns = radians / (math.pi / 2)
    return round(turns) % 4 if abs(turns - round(turns)) < 0.03 else -1
