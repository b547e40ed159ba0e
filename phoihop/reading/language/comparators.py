"""The words around a number that compare it: "ít nhất", "trên", "từ … trở lên", "không quá"."""

import re
from dataclasses import dataclass

from .numbers import Number
from .source import phrase

_BEFORE: tuple[tuple[str, str], ...] = (
    (r"(?:ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn|thấp nhất)(?: là| phải| cũng)?", ">="),
    (r"(?:tối đa|không quá|không vượt quá|không nhiều hơn|nhiều nhất|không cao hơn)(?: là)?", "<="),
    (r"(?:trên|hơn|vượt|quá|cao hơn|nhiều hơn|lớn hơn)(?: mức)?", ">"),
    (r"(?:dưới|thấp hơn|nhỏ hơn|ít hơn)(?: mức)?", "<"),
)
_BEFORE_PATTERNS = tuple((phrase(rf"\b{words}[ :]*$"), sign) for words, sign in _BEFORE)
_FROM = phrase(r"\btừ[ :]*$")
_UP = phrase(r"\btrở lên\b")
_DOWN = phrase(r"\btrở xuống\b")
# A grade keeps its own "trở lên": "đánh giá hoàn thành tốt nhiệm vụ trở lên".
_GRADE = phrase(r"(?:nhiệm vụ|loại (?:khá|tốt|giỏi|a|b)|mức (?:khá|tốt)|khá|tốt|giỏi|hạng \w+|bậc \w+) $")
_SHARED = phrase(r"^ ?(?:[^\d,;.%]{0,24}) ?(?:,|và|, và) ?$")
_BROKEN = re.compile(r"[,;.:()]|\d")
_FARTHEST = 60


@dataclass(frozen=True)
class Comparison:
    """`start` and `end` widen the number to the words that compare it."""

    sign: str
    start: int
    end: int
    is_bound: bool


def compare(words: str, number: Number, *, start: int, end: int) -> Comparison:
    """How a number is compared inside [start, end). `=` where no word says so."""
    if number.high is not None:
        begin = _FROM.search(words, start, number.start)
        return Comparison("range", begin.start() if begin else number.start, number.end, is_bound=True)
    left, sign = _sign_before(words, number, start)
    up, down = _after(words, number, end, _UP), _after(words, number, end, _DOWN)
    if up is not None:
        begin = _FROM.search(words, start, number.start)
        return Comparison(">=", begin.start() if begin else left, up, is_bound=True)
    if down is not None:
        return Comparison("<=", left, down, is_bound=True)
    return Comparison(sign, left, number.end, is_bound=sign != "=")


def _sign_before(words: str, number: Number, start: int) -> tuple[int, str]:
    for pattern, sign in _BEFORE_PATTERNS:
        match = pattern.search(words, max(start, number.start - 40), number.start)
        if match:
            return (match.start(), sign)
    return (number.start, "=")


def _after(words: str, number: Number, end: int, pattern: re.Pattern[str]) -> int | None:
    """ "trở lên" after the number and its unit; not past a comma, another number, or one that grades."""
    match = pattern.search(words, number.end, min(end, number.end + _FARTHEST))
    if not match:
        return None
    between = words[number.end : match.start()]
    if _BROKEN.search(between) or _GRADE.search(between):
        return None
    return match.end()


def shares_bound(words: str, before: Number, number: Number) -> bool:
    """ "ít nhất 01 nội dung và 01 khu dân cư": the bound of the first number governs the second."""
    return bool(_SHARED.match(words[before.end : number.start]))
