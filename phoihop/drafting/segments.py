"""The source text cut where marked spans begin and end, so that a page can show both. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

type Span = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """Characters `start` to `end` (exclusive) belong to fact `key`; `tone` is how the page colours it.

    `is_listed`: the fact stands in the list beside the text.
    """

    start: int
    end: int
    key: int
    tone: str
    is_listed: bool = True


@dataclass(frozen=True)
class Segment:
    """A run of text covered by the same marks, from character `at`; `starts` are the facts that begin here.

    `target` is the fact the words lead to, one in the list before any other; `is_unsure`: the recogniser was
    not sure of these letters.
    """

    text: str
    at: int
    keys: tuple[int, ...]
    starts: tuple[int, ...]
    tone: str
    target: int = 0
    is_listed: bool = False
    is_unsure: bool = False


def segments(text: str, marks: Iterable[Mark], *, unsure: Sequence[Span] = ()) -> list[Segment]:
    """Cut `text` so that joining the segments gives it back, whatever the marks overlap.

    Marks outside the text are cut to it; of marks on top of each other the shortest gives the tone.
    `unsure`: spans of letters that are to be painted as doubtful, in order.
    """
    inside = [m for m in marks if 0 <= m.start < min(m.end, len(text))]
    doubtful = [(start, min(end, len(text))) for start, end in unsure if 0 <= start < min(end, len(text))]
    edges = sorted(
        {0, len(text), *(m.start for m in inside), *(min(m.end, len(text)) for m in inside)}
        | {edge for span in doubtful for edge in span}
    )
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(mark.start, []).append(mark)
    painted = _painted(doubtful, edges)
    found, live = [], list[Mark]()
    for start, end in zip(edges, edges[1:], strict=False):
        live = [m for m in live if m.end > start] + opening.get(start, [])
        found.append(_segment(text, start, end, live, opening.get(start, []), is_unsure=start in painted))
    return found


def _painted(doubtful: Sequence[Span], edges: Sequence[int]) -> set[int]:
    """The edges at which a stretch of doubtful letters begins or goes on."""
    painted, spans = set(), sorted(doubtful)
    at = 0
    for edge in edges:
        while at < len(spans) and spans[at][1] <= edge:
            at += 1
        if at < len(spans) and spans[at][0] <= edge:
            painted.add(edge)
    return painted


def _segment(
    text: str, start: int, end: int, live: list[Mark], begun: list[Mark], *, is_unsure: bool
) -> Segment:
    by_length = sorted(live, key=lambda m: m.end - m.start)
    listed = [mark for mark in by_length if mark.is_listed]
    leading = (listed or by_length)[:1]
    return Segment(
        text=text[start:end],
        at=start,
        keys=tuple(m.key for m in by_length),
        starts=tuple(m.key for m in begun),
        tone=by_length[0].tone if by_length else "",
        target=leading[0].key if leading else 0,
        is_listed=bool(listed),
        is_unsure=is_unsure,
    )
