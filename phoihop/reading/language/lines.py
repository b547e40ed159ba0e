"""Lines, sentences and parts of a text, each as offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from .party_names import LEVEL
from .source import Source

# A full stop after these is part of a short form, not the end of a sentence.
_SHORT_FORMS = re.compile(r"(?:\b(?:tt|ub|tp|tx|tm|kt|tl|tr|gs|ts|ths|bs|ks|đ/c|stt)|\b[^\W\d])$")
_STOP = re.compile(r"[.!?…]+[\"')\]]*(?=\s|$)|\n")
LONGEST_SENTENCE = 3_000
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
_DIVIDERS = re.compile(r"[;()\[\]]")
_FINAL = ".!?:;…"
_DATELINE_AND_TITLE = re.compile(
    r"\s*(?:(?:[Ss][ốỐ] *: *)?\S+/\S+ +)?[^\W\d_][^\d,\n]{1,40}, *ngày +\d{1,2} +tháng +\d{1,2} +năm +\d{4} +"
    r"(?=(?:NGHỊ|QUYẾT ĐỊNH|KẾ HOẠCH|CHƯƠNG TRÌNH|QUY CHẾ|QUY ĐỊNH|THÔNG TƯ|CHỈ THỊ|HƯỚNG DẪN|TH[OỎ]Ả? THUẬN"
    r"|GIAO ƯỚC|ĐỀ ÁN)\b)"
)
_DECIDES = re.compile(
    r"(?<!CỦA)(?<!VÀ)(?<!GIỮA)(?<!DO)(?<!VỚI)(?<!,) (?:BỘ TRƯỞNG BỘ|CHỦ TỊCH [UỦ][YỶ] BAN|THỦ TƯỚNG CHÍNH PHỦ"
    r"|TỔNG CỤC TRƯỞNG|HỘI ĐỒNG THẨM PHÁN)[^\W\d_a-z]*(?: [^\W\d_a-z]+){0,8}\s*$"
)
_FIRST_BASIS = re.compile(r" Căn cứ [A-ZĐ]")
_FEWEST_LINES = 12
_WIDEST_PAGE = 130
# A line that ends so says half of something.
_HANGS = re.compile(
    r"(?:^|\s)(?:của|và|với|giữa|các|cho|do|từ|tại|theo|trong|là|về|đến|bởi|để|mà|những|một|bằng|cùng|hoặc"
    r"|trên|dưới|ở|như|vào|nhằm|ủy ban|thường trực|ban thường vụ|đoàn chủ tịch|hội đồng|liên đoàn)$"
    r"|[,(\-/&]$"
)
# Two words of one name, broken between them; the line of 12 characters on either side.
_ONE_NAME = re.compile(
    r"\b(?:ban (?:thường|chấp|chỉ|bí|công tác|tổ chức|dân)|hội (?:nông|liên|cựu|đồng)|ủy ban|mặt trận"
    r"|liên đoàn|đoàn (?:thanh|tncs)|nhân dân|chính phủ|nhà nước|việt nam|tổ quốc|hồ chí|chí minh|công an"
    r"|trung ương)\b"
)
_HANGS_BEFORE_NAME = re.compile(rf"(?:^|\s){LEVEL}$")


@dataclass(frozen=True)
class Line:
    """A line without the white space around it."""

    start: int
    end: int
    plain: str

    @property
    def is_blank(self) -> bool:
        return not self.plain


def lines_of(source: Source, *, start: int, end: int) -> list[Line]:
    """The lines of a span, blank ones included."""
    lines, at = [], start
    while at < end:
        stop = source.plain.find("\n", at, end)
        stop = end if stop < 0 else stop
        for cut in (*_glued_at(source, at, stop), stop):
            left, right = source.trimmed(at, cut)
            lines.append(Line(left, right, source.plain[left:right]))
            at = cut
        at = stop + 1
    return lines


def _glued_at(source: Source, start: int, stop: int) -> list[int]:
    """Where a title begins, and its first basis, on the line of the place and day a web page ran together."""
    title = _DATELINE_AND_TITLE.match(source.plain, start, stop)
    if not title:
        return []
    basis = _FIRST_BASIS.search(source.plain, title.end(), stop)
    is_title = basis and source.plain[title.end() : basis.start()].isupper()
    end = basis.start() if basis and is_title else stop
    officer = _DECIDES.search(source.plain, title.end(), end)
    return [title.end(), *([officer.start()] if officer else []), *([end] if end < stop else [])]


def wrap_width(lines: list[Line]) -> int:
    """How wide a text was broken by hand or by a page, in characters; 0 where each paragraph is one line."""
    lengths = sorted(len(line.plain) for line in lines if not line.is_blank)
    if len(lengths) < _FEWEST_LINES:
        return 0
    widest = lengths[int(len(lengths) * 0.95)]
    broken = sum(
        1
        for above, below in pairwise(lines)
        if below.plain[:1].islower() and above.plain and above.plain[-1] not in _FINAL
    )
    return widest if widest <= _WIDEST_PAGE and broken * 10 >= len(lengths) else 0


def goes_on(above: Line, below: Line, *, width: int) -> bool:
    """Does a line end in the middle of a sentence that the line straight below it ends?"""
    if not above.plain or not below.plain or above.plain[-1] in _FINAL:
        return False
    if below.plain[0].islower() or _HANGS.search(above.plain.lower()):
        return True
    if _breaks_name(above, below):
        return True
    names_place = below.plain.split()[:2]
    if _HANGS_BEFORE_NAME.search(above.plain.lower()) and all(word[0].isupper() for word in names_place):
        return True
    return bool(width) and len(above.plain) >= width * 0.85


def _breaks_name(above: Line, below: Line) -> bool:
    """Does one of those names begin above and end below? One that ends above is a title of its own."""
    tail, rest = above.plain[-12:].lower(), below.plain[:12].lower()
    found = _ONE_NAME.finditer(f"{tail} {rest}")
    return any(match.start() < len(tail) < match.end() - 1 for match in found)


def sentences(source: Source, *, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a span. One broken by a page, or over lines without a final mark, stays whole."""
    found, at = [], start
    for match in _STOP.finditer(source.plain, start, end):
        if _ends_sentence(source, match, start=at, end=end):
            found.append(source.trimmed(at, match.end()))
            at = match.end()
    found.append(source.trimmed(at, end))
    return [piece for left, right in found for piece in _cut(source, left, right)]


def _cut(source: Source, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence no person wrote is cut at a space, so that reading never takes quadratic time."""
    while end - start > LONGEST_SENTENCE:
        space = source.plain.rfind(" ", start, start + LONGEST_SENTENCE)
        stop = space if space > start else start + LONGEST_SENTENCE
        yield source.trimmed(start, stop)
        start = source.trimmed(stop, end)[0]
    if start < end:
        yield (start, end)


def _ends_sentence(source: Source, match: re.Match[str], *, start: int, end: int) -> bool:
    following = source.plain[match.end() : end].lstrip()[:1]
    if match.group() == "\n":
        before = source.plain[start : match.start()].rstrip()[-1:]
        paragraph_ends = _PARAGRAPH_END.match(source.plain, match.start(), end)
        return before in _FINAL or bool(paragraph_ends and not following.islower())
    if following.islower():
        return False
    # A digit before the stop ends a sentence ("năm 2025. Phấn đấu"); one at its start is a label.
    before = source.folded[max(start, match.start() - 6) : match.start()]
    if re.search(r"\d$", before):
        return match.start() - start > 4
    return not (match.group() == "." and _SHORT_FORMS.search(before))


def parts(source: Source, *, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a sentence divided by semicolons outside brackets."""
    depth, at = 0, start
    for mark in _DIVIDERS.finditer(source.plain, start, end):
        depth = max(0, depth + (mark.group() in "([") - (mark.group() in ")]"))
        if mark.group() == ";" and depth == 0:
            left, right = source.trimmed(at, mark.start())
            if left < right:
                yield (left, right)
            at = mark.end()
    left, right = source.trimmed(at, end)
    if left < right:
        yield (left, right)
