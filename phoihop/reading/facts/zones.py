"""The zones of a document: each is read by its own rules, and together they are the whole text."""

import re
from dataclasses import dataclass
from enum import StrEnum

from phoihop.reading.language.labels import Level, label_of
from phoihop.reading.language.lines import Line, lines_of
from phoihop.reading.language.party_names import LEVEL
from phoihop.reading.language.source import Source, phrase


class Zone(StrEnum):
    """The parts of a printed document, in their order."""

    HEAD = "head"
    TITLE = "title"
    PREAMBLE = "preamble"
    BODY = "body"
    TAIL = "tail"
    ANNEX = "annex"


@dataclass(frozen=True)
class Block:
    """A stretch of one zone. Blocks follow one another without a gap; an empty zone has start == end."""

    zone: Zone
    start: int
    end: int


_TYPE_NAME = re.compile(
    r"(?:bản )?(?:chương trình|kế hoạch|quy chế|quy định|nghị quyết|thỏa thuận|giao ước|quyết định"
    r"|hướng dẫn|đề án|phương án|công văn|thông báo|báo cáo)\b"
)
_TITLE_STOP = re.compile(
    r"căn cứ\b|xét\b|theo đề nghị|nhằm\b|để (?:triển khai|thực hiện|tăng cường)|thực hiện\b|số ?[:.]"
    r"|đến\b|ngày đến|chuyển ?:|lưu hồ sơ|kính gửi|[-_*=]{4,}$|triển khai thực hiện\b.*[;:]$"
)
_TITLE_GOES_ON = re.compile(
    r"(?:\(|giai đoạn|nhiệm kỳ|năm (?:19|20)\d\d|về\b|giữa\b|trong\b|trên\b|và\b|với\b)"
)
_HANGS = phrase(rf"(?: |^)(?:{LEVEL}|và|với|của|giữa|trong|về|các|cho|thực hiện|-)$|,$")
_BASIS_LINE = re.compile(r"(?:[-+*] ?)?(?:căn cứ|xét|thực hiện|theo)\b")
_END_MARK = re.compile(r"\./\.?\s*$")
_TAIL_MARK = re.compile(
    r"(?:TM|T/M|TM/|KT|TL|TUQ|Q)(?:\.|/|:)\s*[A-ZÀ-Ỹ]|(?:ĐẠI DIỆN|THAY MẶT)\b|(?i:nơi nhận)\s*:?"
    r"|(?i:nơi gửi)\s*:"
)
_ANNEX = re.compile(r"(?:PHỤ LỤC|BẢNG ĐĂNG KÝ|BIỂU (?:SỐ|MẪU|TỔNG HỢP)|DANH MỤC|BIỂU \d)")
_LONGEST_TITLE_LINE = 320


def blocks_of(source: Source) -> list[Block]:
    """The six zones in order; their spans joined are the whole text, whatever the text is."""
    lines = [line for line in lines_of(source, start=0, end=len(source.text)) if not line.is_blank]
    title_at = _title_line(source, lines)
    title_end = _title_end(source, lines, at=title_at)
    body_at = _body_line(source, lines, after=title_end)
    tail_at = _tail_line(lines, after=body_at)
    annex_at = next((i for i in range(tail_at + 1, len(lines)) if _ANNEX.match(lines[i].plain)), len(lines))
    marks = [title_at, title_end, body_at, tail_at, annex_at]
    starts = [0, *(_start(source, lines, mark) for mark in marks)]
    ends = [*starts[1:], len(source.text)]
    return [Block(zone, start, end) for zone, start, end in zip(Zone, starts, ends, strict=True)]


def _start(source: Source, lines: list[Line], index: int) -> int:
    return lines[index].start if index < len(lines) else len(source.text)


def _title_line(source: Source, lines: list[Line]) -> int:
    """The first line that is a document's type name in capitals; failing that, in any case."""
    head = []
    for index, line in enumerate(lines):
        label = label_of(line)
        if _BASIS_LINE.match(_folded(source, line)) or (label and label.level < Level.LETTER):
            break
        head.append(index)
    typed = [i for i in head if _TYPE_NAME.match(_folded(source, lines[i]))]
    in_capitals = [i for i in typed if _is_capitals(" ".join(lines[i].plain.split()[:2]))]
    return (in_capitals or typed or [0])[0]


def _title_end(source: Source, lines: list[Line], *, at: int) -> int:
    """The line after the title: the type name and what it is about, up to a basis or a long sentence."""
    if at >= len(lines) or not _TYPE_NAME.match(_folded(source, lines[at])):
        return at
    index = at + 1
    while index < len(lines) and _is_title_line(source, lines, index, at=at):
        index += 1
    return index


def _is_title_line(source: Source, lines: list[Line], index: int, *, at: int) -> bool:
    line, folded = lines[index], _folded(source, lines[index])
    label = label_of(line)
    if len(line.plain) > _LONGEST_TITLE_LINE or (label and label.level < Level.BULLET):
        return False
    if not _has_subject(source, lines, at=at, end=index):
        return True
    if _TITLE_STOP.match(folded):
        return False
    if _is_capitals(line.plain) and _is_capitals(lines[index - 1].plain):
        return True
    gap = source.plain.count("\n", lines[index - 1].end, line.start)
    closed = lines[index - 1].plain.endswith((".", ":", ";"))
    before = _folded(source, lines[index - 1])
    if not closed and (gap <= 1 or _HANGS.search(before)):
        return True
    return line.plain[:1].islower() or bool(_TITLE_GOES_ON.match(folded))


def _has_subject(source: Source, lines: list[Line], *, at: int, end: int) -> bool:
    """Does the title so far say more than the name of its type?"""
    words = source.line(lines[at].start, lines[end - 1].end).lower()
    rest = re.sub(r"^(?:bản )?(?:chương trình|kế hoạch|quy chế|nghị quyết)", "", words)
    return bool(re.sub(r"phối hợp|hành động|liên tịch|công tác|[^\w]", "", rest))


def _body_line(source: Source, lines: list[Line], *, after: int) -> int:
    """The first clause that is not a bullet; failing that, the first line after the bases."""
    for index in range(after, len(lines)):
        label = label_of(lines[index])
        if label and label.level < Level.BULLET:
            return index
    for index in range(after, len(lines)):
        if label_of(lines[index]) and not _BASIS_LINE.match(_folded(source, lines[index])):
            return index
    last_basis = [i for i in range(after, len(lines)) if _BASIS_LINE.match(_folded(source, lines[i]))]
    return last_basis[-1] + 1 if last_basis else after


def _tail_line(lines: list[Line], *, after: int) -> int:
    """Where signatures or recipients begin: a signing mark, or what follows the end mark "./."."""
    for index in range(after, len(lines)):
        if _TAIL_MARK.match(lines[index].plain):
            return index
        if _END_MARK.search(lines[index].plain) and not _clauses_follow(lines, index):
            return index + 1
    return len(lines)


def _clauses_follow(lines: list[Line], index: int) -> bool:
    for line in lines[index + 1 :]:
        if _TAIL_MARK.match(line.plain):
            return False
        label = label_of(line)
        if label and label.level < Level.BULLET:
            return True
    return False


def _is_capitals(words: str) -> bool:
    return any(c.isalpha() for c in words) and words == words.upper()


def _folded(source: Source, line: Line) -> str:
    return source.folded[line.start : line.end]
