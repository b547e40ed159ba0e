"""Pages read one by one, and the paper they make together.

A page stands for itself, so that pages can be read in any order and by several processes: it can be pickled
and written as JSON. Only what needs the neighbours is left to the end: a paragraph that goes on overleaf,
and running heads, which are known by standing on several pages.
"""

import base64
import re
from collections import Counter
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from phoihop.reading.paper import Box, FileKind, Note, Page, Paper, Span, Table, Word
from phoihop.reading.unreadable import UnreadableDocument

from .page_furniture import Apart
from .page_text import Written
from .tokens import Token

# Below this the recogniser is wrong in every third word; above it in one of two hundred.
DOUBTFUL = 0.6
_LEAST_REPEATS = 3
_DIGITS = re.compile(r"\d+")
_BROKEN = re.compile(r"\w[-/]\Z")
_APART = {
    "electronic_signature": "Khối chữ ký số trên trang được để riêng, không tính vào văn bản: {text}",
    "incoming_stamp": "Dấu công văn đến được để riêng, không tính vào văn bản: {text}",
    "running_head": "Dòng chữ lặp lại ở đầu hoặc cuối các trang được để riêng: {text}",
    "slanting": "Chữ đóng chéo hoặc xoay trên trang được để riêng: {text}",
}
_EMPTY = "Tệp “{name}” không có chữ nào đọc được."


@dataclass(frozen=True)
class RecognisedPage:
    """One page as text. Spans are offsets in `text`, boxes pixels of the picture `image` (JPEG or empty).

    `is_recognised` tells a page read from its picture from one whose letters the file itself holds;
    `seconds` is the time it took. `notes` are codes of what the reader met ("cleaned", "turned_90", …).
    """

    number: int
    text: str
    words: tuple[Word, ...] = ()
    tables: tuple[Table, ...] = ()
    width: int = 0
    height: int = 0
    image: bytes = b""
    seconds: float = 0.0
    is_recognised: bool = False
    starts_inside: bool = False
    ends_inside: bool = False
    margins: tuple[Span, ...] = ()
    apart: tuple[Apart, ...] = ()
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain lists and strings; the picture as base64 under "image"."""
        return {
            "number": self.number,
            "text": self.text,
            "words": [[*word.span, *word.box, round(word.confidence, 3)] for word in self.words],
            "tables": [table.rows for table in self.tables],
            "width": self.width,
            "height": self.height,
            "image": base64.b64encode(self.image).decode("ascii"),
            "seconds": round(self.seconds, 3),
            "is_recognised": self.is_recognised,
            "starts_inside": self.starts_inside,
            "ends_inside": self.ends_inside,
            "margins": self.margins,
            "apart": [[item.code, item.text] for item in self.apart],
            "notes": self.notes,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "RecognisedPage":
        """The page `as_json` wrote."""
        plain = (
            "number",
            "text",
            "width",
            "height",
            "seconds",
            "is_recognised",
            "starts_inside",
            "ends_inside",
        )
        return cls(
            **{name: data[name] for name in plain},
            words=tuple(
                Word(span=(start, end), box=(left, top, right, bottom), confidence=confidence)
                for start, end, left, top, right, bottom, confidence in data["words"]
            ),
            tables=tuple(
                Table(tuple(tuple((start, end) for start, end in row) for row in rows))
                for rows in data["tables"]
            ),
            image=base64.b64decode(data["image"]),
            margins=tuple((start, end) for start, end in data["margins"]),
            apart=tuple(Apart(code, text) for code, text in data["apart"]),
            notes=tuple(data["notes"]),
        )


@dataclass(frozen=True)
class Picture:
    """A page as the eye sees it: JPEG bytes, its size in pixels, and pixels for each unit of its tokens."""

    jpeg: bytes = b""
    width: int = 0
    height: int = 0
    scale: float = 1.0

    def box_of(self, token: Token) -> Box:
        """Where a token stands in the picture."""
        sides = token.box or (
            token.left,
            token.base - token.size,
            token.right,
            token.base + 0.25 * token.size,
        )
        left, top, right, bottom = (side * self.scale for side in sides)
        return (floor(left), floor(top), ceil(right), ceil(bottom))


def page_of(
    sheet: Written,
    *,
    number: int,
    picture: Picture | None = None,
    seconds: float = 0.0,
    is_recognised: bool = False,
    notes: tuple[str, ...] = (),
) -> RecognisedPage:
    """A written page; its words have boxes where it has a picture."""
    seen = picture or Picture()
    words = tuple(
        Word(span=span, box=seen.box_of(token), confidence=token.confidence)
        for span, token in sheet.words
        if picture
    )
    return RecognisedPage(
        number=number,
        text=sheet.text,
        words=words,
        tables=tuple(sheet.tables),
        width=seen.width,
        height=seen.height,
        image=seen.jpeg,
        seconds=seconds,
        is_recognised=is_recognised,
        starts_inside=sheet.starts_inside,
        ends_inside=sheet.ends_inside,
        margins=tuple(sheet.margins),
        apart=tuple(sheet.apart),
        notes=notes,
    )


def paper_of_pages(pages: list[RecognisedPage], *, name: str = "", notes: tuple[Note, ...] = ()) -> Paper:
    """The paper of all pages, in any order; raises UnreadableDocument where no letter was found on any."""
    pages = sorted(pages, key=lambda page: page.number)
    heads = _running_heads(pages)
    kept = [_without_heads(page, heads) for page in pages]
    pieces: list[str] = []
    made: list[Page] = []
    tables: list[Table] = []
    at, before = 0, None
    for page, (start, end) in zip(pages, kept, strict=True):
        if end > start and before is not None:
            pieces.append(_between(before, page))
            at += len(pieces[-1])
        made.append(_placed(page, start, end, at=at))
        tables += [_moved(table, by=at - start) for table in page.tables if start <= table.span[0] < end]
        pieces.append(page.text[start:end])
        at += end - start
        before = page if end > start else before
    text = "".join(pieces) + ("\n" if pieces else "")
    if not any(char.isalnum() for char in text):
        raise UnreadableDocument(_EMPTY.format(name=name))
    return Paper(
        text=text,
        kind=FileKind.SCAN if any(page.is_recognised for page in pages) else FileKind.PDF,
        pages=tuple(made),
        tables=tuple(tables),
        notes=(*notes, *_notes(pages, heads)),
    )


def _between(before: RecognisedPage, page: RecognisedPage) -> str:
    """What parts two pages: a space inside a paragraph, an empty line otherwise."""
    if not (before.ends_inside and page.starts_inside):
        return "\n\n"
    return "" if _BROKEN.search(before.text) else " "


def _placed(page: RecognisedPage, start: int, end: int, *, at: int) -> Page:
    by = at - start
    words = tuple(
        Word(span=(word.span[0] + by, word.span[1] + by), box=word.box, confidence=word.confidence)
        for word in page.words
        if start <= word.span[0] < end
    )
    return Page(page.number, (at, at + end - start), page.width, page.height, words)


def _moved(table: Table, *, by: int) -> Table:
    return Table(tuple(tuple((start + by, end + by) for start, end in row) for row in table.rows))


def _running_heads(pages: list[RecognisedPage]) -> dict[str, str]:
    """Lines that stand in the margin of several pages, by their words without figures."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for page in pages:
        lines = {_folded(line): line for line in (page.text[start:end] for start, end in page.margins)}
        counts.update(lines.keys())
        first = lines | first
    least = max(_LEAST_REPEATS, len(pages) // 3)
    return {head: first[head] for head, count in counts.items() if count >= least}


def _folded(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.lower().split()))


def _without_heads(page: RecognisedPage, heads: dict[str, str]) -> Span:
    """The stretch of a page's text between its running heads."""
    start, end = 0, len(page.text)
    spans = [span for span in page.margins if _folded(page.text[slice(*span)]) in heads]
    for span in spans:
        if not page.text[start : span[0]].strip():
            start = min(end, span[1] + len(page.text[span[1] :]) - len(page.text[span[1] :].lstrip("\n")))
    for span in reversed(spans):
        if span[0] >= start and not page.text[span[1] : end].strip():
            end = max(start, len(page.text[: span[0]].rstrip("\n")))
    return (start, end)


def _notes(pages: list[RecognisedPage], heads: dict[str, str]) -> list[Note]:
    apart = [(item.code, item.text) for page in pages for item in page.apart]
    apart += [("running_head", head) for head in heads.values()]
    made = [
        Note(code, _APART[code].format(text=text)) for code, text in dict.fromkeys(apart) if code in _APART
    ]
    return _recognition_notes(pages) + made


def _recognition_notes(pages: list[RecognisedPage]) -> list[Note]:
    read = [page for page in pages if page.is_recognised]
    if not read:
        return []
    words = [word for page in read for word in page.words]
    doubtful = sum(word.confidence < DOUBTFUL for word in words)
    made = [
        Note(
            "recognised", f"Máy nhận dạng chữ từ ảnh ở {len(read)}/{len(pages)} trang; hãy đối chiếu với ảnh."
        )
    ]
    if doubtful:
        made.append(Note("doubtful_words", f"Máy đọc chưa chắc {doubtful} trong {len(words)} từ."))
    return made
