"""The source text cut where marked spans begin and end, so that a page can show both. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """Characters `start` to `end` (exclusive) belong to fact `key`; `tone` is how the page colours it."""

    start: int
    end: int
    key: int
    tone: str


@dataclass(frozen=True)
class Segment:
    """A run of text covered by the same marks; `starts` are the facts whose span begins here."""

    text: str
    keys: tuple[int, ...]
    starts: tuple[int, ...]
    tone: str


def segments(text: str, marks: Iterable[Mark]) -> list[Segment]:
    """Cut `text` so that joining the segments gives it back, whatever the marks overlap.

    Marks outside the text are cut to it; of marks on top of each other the shortest gives the tone.
    """
    inside = [m for m in marks if 0 <= m.start < min(m.end, len(text))]
    edges = sorted({0, len(text), *(m.start for m in inside), *(min(m.end, len(text)) for m in inside)})
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(mark.start, []).append(mark)
    found, live = [], list[Mark]()
    for start, end in zip(edges, edges[1:], strict=False):
        live = [m for m in live if m.end > start] + opening.get(start, [])
        found.append(_segment(text[start:end], live, opening.get(start, [])))
    return found


def _segment(text: str, live: list[Mark], begun: list[Mark]) -> Segment:
    by_length = sorted(live, key=lambda m: m.end - m.start)
    return Segment(
        text=text,
        keys=tuple(m.key for m in by_length),
        starts=tuple(m.key for m in begun),
        tone=by_length[0].tone if by_length else "",
    )
