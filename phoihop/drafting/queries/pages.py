"""The scanned pages of a paper: pictures, where each word stands, how sure its recogniser was."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from phoihop.drafting.models import Draft, ReadPage
from phoihop.drafting.segments import Segment

type Span = tuple[int, int]

UNSURE_BELOW = 0.8
"""Words the recogniser is less sure of are painted; a clean page of Vietnamese print stands above 0.9."""


@dataclass(frozen=True)
class PageWord:
    """A word of a page: its place in the draft's text, its box in pixels, how sure its letters are."""

    start: int
    end: int
    left: int
    top: int
    right: int
    bottom: int
    confidence: float

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


@dataclass(frozen=True)
class ScanPage:
    """A recognised page with its picture."""

    number: int
    width: int
    height: int
    words: list[PageWord]


@dataclass(frozen=True)
class Box:
    """A coloured stretch on a picture: the words of one fact on one line."""

    target: int
    is_listed: bool
    tone: str
    text: str
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True)
class PaintedPage:
    """A picture with the facts on it, and the words to be read with care."""

    number: int
    width: int
    height: int
    boxes: list[Box]
    unsure: list[PageWord]


def scan_pages(draft: Draft) -> list[ScanPage]:
    """The pages of a scan in order, empty for a paper that came as text; one query."""
    rows = ReadPage.objects.filter(reading__draft=draft, span_start__isnull=False, image__isnull=False)
    return [
        ScanPage(row.number, row.width, row.height, list(_words(row)))
        for row in rows.order_by("reading_id", "number")
    ]


def _words(row: ReadPage) -> Iterator[PageWord]:
    first = row.span_start or 0
    for start, end, left, top, right, bottom, confidence in row.words:
        yield PageWord(first + start, first + end, left, top, right, bottom, confidence)


def unsure_spans(pages: Iterable[ScanPage]) -> list[Span]:
    """Where in the text the recogniser was not sure of its letters."""
    return [(w.start, w.end) for page in pages for w in page.words if w.confidence < UNSURE_BELOW]


def painted(pages: Iterable[ScanPage], parts: Sequence[Segment]) -> list[PaintedPage]:
    """The pages with a box for each line of words that a coloured part of the text covers."""
    marked = [part for part in parts if part.tone]
    return [
        PaintedPage(
            number=page.number,
            width=page.width,
            height=page.height,
            boxes=list(_boxes(page, marked)),
            unsure=[word for word in page.words if word.confidence < UNSURE_BELOW],
        )
        for page in pages
    ]


def _boxes(page: ScanPage, marked: Sequence[Segment]) -> Iterator[Box]:
    at = 0
    for part in marked:
        end = part.at + len(part.text)
        while at < len(page.words) and page.words[at].end <= part.at:
            at += 1
        line: list[PageWord] = []
        for word in page.words[at:]:
            if word.start >= end:
                break
            if line and word.top > line[-1].bottom - (line[-1].bottom - line[-1].top) // 2:
                yield _box(part, line)
                line = []
            line.append(word)
        if line:
            yield _box(part, line)


def _box(part: Segment, line: Sequence[PageWord]) -> Box:
    left, top = min(w.left for w in line), min(w.top for w in line)
    right, bottom = max(w.right for w in line), max(w.bottom for w in line)
    text = " ".join(part.text.split())
    return Box(part.target, part.is_listed, part.tone, text, left, top, right - left, bottom - top)
