"""The zones of a document: each is read by its own rules, and together they are the whole text."""

import re
from dataclasses import dataclass
from enum import StrEnum

from phoihop.reading.language.labels import Level, label_of
from phoihop.reading.language.lines import Line, goes_on, lines_of
from phoihop.reading.language.source import Source, phrase

from .titles import (
    TYPE_NAME,
    announces_attachment,
    counts_bases,
    is_basis_line,
    is_capitals,
    is_programme_title,
    title_end,
    title_line,
)


class Zone(StrEnum):
    """The parts of a printed document, in their order.

    A decision that puts a programme into force is followed by that programme: then title, preamble, body
    and tail come twice.
    """

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


#: What opens a signature or the list of recipients, at the beginning of a line.
TAIL_MARK = re.compile(
    r"(?:TM|T/M|TM/|KT|TL|TUQ|Q)(?:\.|/|:)\s*[A-ZÀ-Ỹ]|(?:T/M|TM|KT)\s+[A-ZĐÀ-Ỹ]{2}"
    r"|(?:ĐẠI DIỆN|THAY MẶT|XÁC NHẬN CỦA)\b"
    r"|(?i:nơi (?:nhận|gửi))\s*(?:[:;.|]|$|\s{2,}|\t|[A-ZĐ]{2})"
)
#: "Làm tại …, ngày …": older documents print place and day below the last clause.
DONE_AT = phrase(r"(?:làm tại )?[^\d\W]+(?: [^\d\W]+){0,4}, ?ngày [\d .…]+tháng [\d .…]+năm [\d .…]*$")
_END_MARK = re.compile(r"\./\.?[\"\s]*$")
_ANNEX = re.compile(
    r"(?i:phụ lục)(?=\s*(?:số\s*)?(?:[IVX\d]{1,4}|[A-H])?\s*(?:[:.\-(]|$)|\s+[A-ZĐÀ-Ỹ]{2})"
    r"|(?:BẢNG|BIỂU|DANH SÁCH|DANH MỤC|MẪU|BIỂU MẪU)\b(?=[^a-zà-ỹ]*$)"
    r"|(?i:biểu|mẫu)\s+(?:số\s*)?\d{1,2}[a-z]?\s*(?:[:.\-(]|$)"
)
_LONGEST_ANNEX_TITLE = 200
_SIGNED_POSITION = phrase(
    r"(?:quyền |phó |thứ )?(?:chủ tịch|bí thư|giám đốc|trưởng ban|trưởng công an|bộ trưởng|chủ nhiệm"
    r"|tổng thư ký|trưởng phòng|chánh văn phòng|hiệu trưởng|cục trưởng)\b"
)
_SIGNED_BODY = phrase(
    r"(?:ban (?:thường vụ|thường trực|chấp hành)|ủy ban|ub|ubnd|ubmttq|hội|đoàn|liên đoàn|công an|hội đồng"
    r"|hđnd|sở|phòng|bộ|mặt trận|thường trực|liên minh|ngân hàng|trường|trung tâm|chi (?:hội|đoàn|cục)"
    r"|bảo hiểm|tòa án|viện|đài|cục|bên|đảng ủy|(?:tỉnh|huyện|thành|thị|quận) (?:ủy|đoàn)|bcđ|bch|btv|btt)\b"
)


def blocks_of(source: Source) -> list[Block]:
    """The zones in order; their spans joined are the whole text, whatever the text is."""
    lines = [line for line in lines_of(source, start=0, end=len(source.text)) if not line.is_blank]
    title_at = title_line(source, lines)
    after_title = title_end(source, lines, at=title_at)
    body_at = _body_line(source, lines, after=after_title)
    attached = _attached_line(source, lines, after=body_at)
    marks = [(Zone.HEAD, 0), (Zone.TITLE, title_at), (Zone.PREAMBLE, after_title), (Zone.BODY, body_at)]
    marks.append((Zone.TAIL, _tail_line(source, lines[:attached], after=body_at)))
    if attached < len(lines):
        after_title = title_end(source, lines, at=attached)
        body_at = _body_line(source, lines, after=after_title)
        marks += [(Zone.TITLE, attached), (Zone.PREAMBLE, after_title), (Zone.BODY, body_at)]
        marks.append((Zone.TAIL, _tail_line(source, lines, after=body_at)))
    marks = _with_annex(lines, marks)
    starts = [0, *(_start(source, lines, at) for _, at in marks[1:])]
    ends = [*starts[1:], len(source.text)]
    return [Block(zone, start, end) for (zone, _), start, end in zip(marks, starts, ends, strict=True)]


def _with_annex(lines: list[Line], marks: list[tuple[Zone, int]]) -> list[tuple[Zone, int]]:
    """The annexes follow the last tail; where nothing was signed, they end the body."""
    body_at, tail_at = marks[-2][1], marks[-1][1]
    for index in range(body_at + 1, len(lines)):
        line = lines[index]
        if index > tail_at or is_capitals(line.plain) or label_of(line) is None:
            is_late = index > tail_at or (tail_at == len(lines) and is_capitals(line.plain.split(":")[0]))
            if is_late and len(line.plain) <= _LONGEST_ANNEX_TITLE and _ANNEX.match(line.plain):
                return [*marks[:-1], (Zone.TAIL, min(tail_at, index)), (Zone.ANNEX, index)]
    return [*marks, (Zone.ANNEX, len(lines))]


def _start(source: Source, lines: list[Line], index: int) -> int:
    return lines[index].start if index < len(lines) else len(source.text)


def _body_line(source: Source, lines: list[Line], *, after: int) -> int:
    """The first clause that is not a bullet; failing that, the first line after the bases."""
    for index in range(after, len(lines)):
        label = label_of(lines[index])
        opens = label and label.level < Level.BULLET and (label.is_sure or label.order == 1)
        if label and opens and not counts_bases(source, lines[index], label.body):
            return index
        if index > after and TAIL_MARK.match(lines[index].plain):
            break
    for index in range(after, len(lines)):
        if label_of(lines[index]) and not is_basis_line(source, lines[index]):
            return index
    last_basis = [i for i in range(after, len(lines)) if is_basis_line(source, lines[i])]
    index = last_basis[-1] + 1 if last_basis else after
    while last_basis and index < len(lines) and goes_on(lines[index - 1], lines[index], width=0):
        index += 1
    return index


def _attached_line(source: Source, lines: list[Line], *, after: int) -> int:
    """The title of the programme a decision puts into force, printed below that decision; else the end."""
    for index in range(after + 1, len(lines)):
        line = lines[index]
        if not is_capitals(" ".join(line.plain.split()[:2])) or not TYPE_NAME.match(
            source.folded, line.start
        ):
            continue
        end = title_end(source, lines, at=index)
        if is_programme_title(source, lines, index, end) and announces_attachment(
            source, lines[index : end + 4]
        ):
            return index
    return len(lines)


def _tail_line(source: Source, lines: list[Line], *, after: int) -> int:
    """Where signatures or recipients begin: a signing mark, or what follows the end mark "./."."""
    last_label = _last_label(lines, after=after)
    for index in range(after, len(lines)):
        if TAIL_MARK.match(lines[index].plain) or DONE_AT.match(
            source.folded, lines[index].start, lines[index].end
        ):
            return index
        if _END_MARK.search(lines[index].plain) and index >= last_label:
            return index + 1
        if index > last_label and _signs(source, lines, index):
            return index
    return len(lines)


def _last_label(lines: list[Line], *, after: int) -> int:
    """The last clause before anything that is surely signed."""
    last = after
    for index in range(after, len(lines)):
        if TAIL_MARK.match(lines[index].plain):
            break
        label = label_of(lines[index])
        if label and label.level < Level.BULLET:
            last = index
    return last


def _signs(source: Source, lines: list[Line], index: int) -> bool:
    """A line of capitals that names a body or a position, with a position no more than three lines on."""
    line = lines[index]
    if not is_capitals(line.plain) or label_of(line) or len(line.plain) > _LONGEST_ANNEX_TITLE:
        return False
    if _SIGNED_POSITION.match(source.folded, line.start):
        return True
    if not _SIGNED_BODY.match(source.folded, line.start):
        return False
    below = [below for below in lines[index : index + 4] if is_capitals(below.plain)]
    return any(_SIGNED_POSITION.search(source.folded, row.start, row.end) for row in below)
