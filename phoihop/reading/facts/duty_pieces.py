"""A sentence divided into duties: each stretch with one kind and one frequency."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phoihop.reading.language.dates import Due, due_in, due_year
from phoihop.reading.language.frequencies import (
    MENTIONS_RHYTHM,
    Frequency,
    frequencies_in,
    side_by_side,
)
from phoihop.reading.language.lines import parts
from phoihop.reading.language.source import Source, phrase

from .duty_words import (
    BARE_HOLDING,
    CLOSES,
    COUNTED,
    COUNTS,
    FINAL_KIND,
    IN_NAME_OF,
    INTERIM_KIND,
    KIND_PATTERNS,
    MIDTERM,
    PAYS_FOR,
    VAGUE,
    YEAR_OR_DAY,
)

_MARKS = phrase(r", và |, | và ")
# A sentence that names no time and sends or reviews nothing owes nothing.
_HINT = re.compile(r"tháng|quý|năm|thường|kỳ|thúc|giai|hạn|báo|gửi|phản|kết")
_SHARE = re.compile(r"\d\s*%")
# "trước ngày 20 tháng cuối quý" says how often, too.
_OF_A_QUARTER = ("quarter_last_month", "next_quarter_first_month")
_TWO_DAYS = phrase(
    r"\b\d{1,2}(?: ?/ ?| tháng )\d{1,2},? và (?:trước )?(?:ngày )?\d{1,2}(?: ?/ ?| tháng )\d{1,2}\b(?! ?/)"
)
_DAY = phrase(r"\b\d{1,2}(?: ?/ ?| tháng )\d{1,2}\b(?! ?/| lần)")
_MOST_MARKS = 40
_SURE, _FAIR, _DOUBTFUL = 0.9, 0.75, 0.5


@dataclass(frozen=True)
class Piece:
    """A stretch with one frequency and one kind; its day or year where one is printed for it."""

    start: int
    end: int
    kind: str
    frequency: str
    confidence: float
    due: Due | None = None


def pieces_of(source: Source, start: int, end: int, *, roadmap: str | None) -> Iterator[Piece]:
    """The duties of a sentence. `roadmap`: the year of the heading it stands under."""
    if not roadmap and not _HINT.search(source.folded, start, end):
        return
    opened: list[Frequency] = []
    last_kind = ""
    for left, right in parts(source, start=start, end=end):
        for chunk in _chunks(source, left, right):
            if VAGUE.search(source.folded, *chunk):
                continue
            kinds = kinds_in(source, *chunk)
            found = side_by_side(source, frequencies_in(source, *chunk))
            if found and not kinds and last_kind in ("survey", "report") and chunk[0] == left:
                kinds = [last_kind]
            told = kinds[:1] != ["notice"] or last_kind == "notice"
            yield from _of_chunk(source, chunk, kinds, found, opened=opened if told else [], roadmap=roadmap)
            opened = found or opened
            last_kind = kinds[0] if kinds else last_kind


def _of_chunk(
    source: Source,
    chunk: tuple[int, int],
    kinds: list[str],
    found: list[Frequency],
    *,
    opened: list[Frequency],
    roadmap: str | None,
) -> Iterator[Piece]:
    review = _review_of_year(source, chunk, kinds, found, roadmap=roadmap)
    if review:
        yield review
    elif found and kinds:
        yield from _regular(source, chunk, kinds, found)
    elif opened and kinds[:1] in (["report"], ["notice"]):
        yield from (_piece(source, chunk, "report", frequency.name, _FAIR) for frequency in opened)
    elif "report" in kinds and (due := due_in(source, start=chunk[0], end=chunk[1])) and due.anchor == "day":
        yield Piece(*chunk, "report", "once", _FAIR, due)
    elif kinds and kinds[0] != "notice" and _is_owed(source, chunk, kinds[0]):
        piece = _piece(source, chunk, kinds[0], "on_demand", _DOUBTFUL)
        is_quarterly = piece.due and piece.due.anchor in _OF_A_QUARTER
        yield replace(piece, frequency="quarterly") if is_quarterly else piece


def _is_owed(source: Source, chunk: tuple[int, int], kind: str) -> bool:
    return kind == "report" or bool(MENTIONS_RHYTHM.search(source.folded, *chunk))


def _regular(
    source: Source, chunk: tuple[int, int], kinds: list[str], found: list[Frequency]
) -> Iterator[Piece]:
    kind = "report" if kinds[0] == "notice" else kinds[0]
    found = _twice_a_year(source, chunk, found)
    dues = _dues(source, chunk, found)
    for frequency, due in zip(found, dues, strict=True):
        yield Piece(*chunk, kind, frequency.name, _SURE, due)
    if "report" in kinds[1:]:
        for frequency, due in zip(found, dues, strict=True):
            yield Piece(*chunk, "report", frequency.name, _FAIR, due)


def _twice_a_year(source: Source, chunk: tuple[int, int], found: list[Frequency]) -> list[Frequency]:
    """ "trước ngày 15/6 và ngày 15/12 hằng năm": two days, each of them every year."""
    is_twice = len(found) == 1 and found[0].name == "yearly" and _TWO_DAYS.search(source.folded, *chunk)
    return found * 2 if is_twice else found


def _dues(source: Source, chunk: tuple[int, int], found: list[Frequency]) -> list[Due | None]:
    """The day of each frequency: one printed beside it, or the days in the order of the frequencies."""
    whole = due_in(source, start=chunk[0], end=chunk[1])
    if len(found) == 1 or whole is None:
        return [_cyclic(whole) for _ in found]
    stops = [*(frequency.start for frequency in found[1:]), chunk[1]]
    beside = [due_in(source, start=f.end, end=stop) for f, stop in zip(found, stops, strict=True)]
    if any(beside[:-1]):
        return [_cyclic(due) for due in beside]
    days = [match.start() for match in _DAY.finditer(source.folded, *chunk)]
    if len(days) != len(found):
        return [_cyclic(whole) for _ in found]
    starts = [chunk[0], *(source.folded.rfind(" ", chunk[0], day) for day in days[1:])]
    ends = [*starts[1:], chunk[1]]
    return [_cyclic(due_in(source, start=a, end=b)) for a, b in zip(starts, ends, strict=True)]


def _cyclic(due: Due | None) -> Due | None:
    """A single calendar day cannot be the day of something that comes again."""
    return None if due and due.anchor == "day" else due


def _review_of_year(
    source: Source,
    chunk: tuple[int, int],
    kinds: list[str],
    found: list[Frequency],
    *,
    roadmap: str | None,
) -> Piece | None:
    """ "Năm 2024 tổ chức sơ kết", "tổng kết vào năm 2026", "sơ kết giữa nhiệm kỳ"."""
    if "review" not in kinds:
        return None
    if roadmap:
        is_last = CLOSES.search(source.folded, *chunk)
        due = Due(roadmap, "end_of_year", None, is_strict=False)
        return Piece(*chunk, "review", "final" if is_last else "once", _FAIR, due)
    closes = FINAL_KIND.search(source.folded, *chunk)
    interim = INTERIM_KIND.search(source.folded, *chunk)
    if found or not (closes or interim):
        return None
    year = due_year(source, start=chunk[0], end=chunk[1])
    if (
        not year
        and not YEAR_OR_DAY.search(source.folded, *chunk)
        and not MIDTERM.search(source.folded, *chunk)
    ):
        return None
    name = "final" if closes and not interim and CLOSES.search(source.folded, *chunk) else "once"
    return Piece(*chunk, "review", name, _SURE, year)


def _piece(source: Source, chunk: tuple[int, int], kind: str, frequency: str, confidence: float) -> Piece:
    due = due_in(source, start=chunk[0], end=chunk[1])
    return Piece(*chunk, kind, frequency, confidence, _cyclic(due) if frequency != "once" else due)


def _chunks(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    """A part cut where a second duty with its own time begins: "hằng năm sơ kết, cuối nhiệm kỳ tổng kết"."""
    marks = [match.span() for match in _MARKS.finditer(source.plain, start, end)]
    marks = marks[:_MOST_MARKS]
    chunks, at = [], start
    for index, (left, right) in enumerate(marks):
        stop = marks[index + 1][0] if index + 1 < len(marks) else end
        if _is_whole(source, at, left) and _is_whole(source, right, stop):
            chunks.append((at, left))
            at = right
    return [*chunks, (at, end)]


def _is_whole(source: Source, start: int, end: int) -> bool:
    """Does a stretch have both a kind and a time of its own?"""
    times = frequencies_in(source, start, end) or due_in(source, start=start, end=end)
    if not (times or MIDTERM.search(source.folded, start, end)):
        return False
    return bool(kinds_in(source, start, end))


def kinds_in(source: Source, start: int, end: int) -> list[str]:
    """The kinds a stretch speaks of, in the order of their first verbs; bare "tổ chức" yields to others."""
    words = source.folded[start:end]
    at: dict[str, int] = {}
    for name, pattern in KIND_PATTERNS:
        for match in pattern.finditer(words):
            before = words[: match.start()]
            if not IN_NAME_OF.search(before) and not _is_counted(name, words, match.start()):
                at[name] = match.start()
                break
    if _SHARE.search(words):
        at = {name: where for name, where in at.items() if name in ("report", "notice", "review")}
    if len(at) > 1 and "event" in at and BARE_HOLDING.match(words, at["event"]):
        del at["event"]
    if "report" in at or len(at) > 1:
        at.pop("notice", None)
    if "event" in at and PAYS_FOR.search(words[: at["event"]]):
        del at["event"]
    return sorted(at, key=lambda name: at[name])


def _is_counted(kind: str, words: str, at: int) -> bool:
    """ "tổ chức ít nhất 02 hội nghị" is a target; "họp 02 lần" and "tổng kết 05 năm" are duties."""
    if kind in ("report", "notice", "review"):
        return False
    return bool(COUNTED.search(words[:at])) or bool(COUNTS.match(words, at))
