"""Which lines of a body open a clause: labels by shape, then by what stands above them."""

import re
from bisect import bisect_right

from phoihop.reading.draft import Span
from phoihop.reading.language.labels import Label, Level, label_of
from phoihop.reading.language.lines import Line, goes_on

_FINAL = ".!?:;…"
# A dash between the two halves of one word, broken over two lines.
_FIRST_HALF = re.compile(
    r"(?:kinh tế|chính trị|văn hóa|văn hoá|quốc phòng|an ninh|lao động|tài chính|khoa học|giáo dục|xã hội"
    r"|ct|kt|vh|(?:19|20)\d\d|mttq|ubnd|hđnd)$"
)
_SECOND_HALF = re.compile(
    r"\s*(?:(?:xã hội|xh|an ninh|quốc phòng|thương binh|nghề nghiệp|kế hoạch|công nghệ|đào tạo|thể thao"
    r"|du lịch|thông tin|chính trị|nhân văn)\b|(?:19|20)\d\d\b|ubnd|mttq|ubmttq|hđnd)"
)
_RANGE_FROM = re.compile(r"(?<![\d.,])(\d+(?:,\d+)?)\s?%?$")
_RANGE_TO = re.compile(r"\s*(\d+(?:,\d+)?)(?![\d.,/])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENS_QUOTATION = re.compile(r"\"\s*(?=\S)")
_LONGEST_QUOTATION = 60

type Labelled = tuple[int, Label]


def labelled_lines(lines: list[Line], *, width: int, tables: tuple[Span, ...] = ()) -> list[Labelled]:
    """The index and the label of each line that opens a clause.

    Left out are rows of tables, labels inside a quoted text, a dash or a number that goes on with
    the sentence above it, and a doubtful shape that does not follow the count so far.
    """
    quoted = _quoted(lines)
    table_starts = [start for start, _ in tables]
    last: dict[int, int] = {}
    found: list[Labelled] = []
    above: Line | None = None
    for index, line in enumerate(lines):
        label = None if index in quoted or _inside(line, tables, table_starts) else label_of(line)
        if label and (above is None or _opens(line, label, above, width=width, last=last)):
            found.append((index, label))
            if label.order is not None:
                _count(last, label)
        above = line
    return found


def _inside(line: Line, tables: tuple[Span, ...], starts: list[int]) -> bool:
    index = bisect_right(starts, line.start) - 1
    return index >= 0 and line.start < tables[index][1]


def _count(last: dict[int, int], label: Label) -> None:
    """Deeper counts begin again below a new label; articles count through the whole document."""
    for rank in [rank for rank in last if rank > label.rank and rank != Level.ARTICLE]:
        del last[rank]
    last[label.rank] = label.order or 0


def _opens(line: Line, label: Label, above: Line, *, width: int, last: dict[int, int]) -> bool:
    unended = bool(above.plain) and above.plain[-1] not in _FINAL
    if label.level is Level.BULLET:
        return not (unended and label.text == "-" and _is_dash(line, label, above, width=width))
    expected = label.order in (None, last.get(label.rank, 0) + 1)
    if not label.is_sure:
        return expected or (label.order == 1 and not unended)
    if not unended or expected or label.level <= Level.ROMAN:
        return True
    # "… ngày 30 tháng" / "6. Các …": a number that a broken line happens to begin with.
    return not (width and goes_on(above, line, width=width) and label.order != 1)


def _is_dash(line: Line, label: Label, above: Line, *, width: int) -> bool:
    words = line.plain[label.body - line.start :]
    if _FIRST_HALF.search(above.plain.lower()) and _SECOND_HALF.match(words.lower()):
        return True
    if _is_range(above, words):
        return True
    is_full = bool(width) and len(above.plain) >= width * 0.7
    return is_full and words.lstrip()[:1].islower() and label_of(above) is None


def _is_range(above: Line, words: str) -> bool:
    """ "từ 85%" / "- 90%", "2021" / "- 2025": one range over two lines, never two points of a list."""
    left, right = _RANGE_FROM.search(above.plain), _RANGE_TO.match(words)
    if not left or not right or bool(_YEAR.fullmatch(left[1])) != bool(_YEAR.fullmatch(right[1])):
        return False
    label = label_of(above)
    is_point = label is not None and label.level is Level.BULLET
    return not is_point and _amount(left[1]) < _amount(right[1])


def _amount(digits: str) -> float:
    return float(digits.replace(",", "."))


def _quoted(lines: list[Line]) -> set[int]:
    """The lines of texts quoted from another document: from a line that opens with a quotation mark and a
    label to the one that closes it."""
    inside: set[int] = set()
    index = 0
    while index < len(lines):
        opening = _OPENS_QUOTATION.match(lines[index].plain)
        end = _quotation_end(lines, index) if opening and _label_after(lines[index], opening) else index
        inside.update(range(index + 1, end + 1))
        index = end + 1
    return inside


def _label_after(line: Line, opening: re.Match[str]) -> bool:
    return label_of(Line(line.start, line.end, line.plain[opening.end() :])) is not None


def _quotation_end(lines: list[Line], start: int) -> int:
    for index in range(start, min(len(lines), start + _LONGEST_QUOTATION)):
        words = lines[index].plain
        if words.rstrip(".;, ").endswith('"') and (index > start or words.count('"') > 1):
            return index
    return start
