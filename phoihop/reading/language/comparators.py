"""The words around a number that compare it: "ít nhất", "trên", "từ … trở lên", "không quá"."""

import re
from dataclasses import dataclass

from .numbers import Number
from .source import phrase

_LINKS = r"(?: (?:là|phải|cũng|có|đạt|từ|được|cần))*"
# The longer words first: "đạt và vượt" is not "vượt", "thấp hơn" is not "hơn".
_BEFORE: tuple[tuple[str, str], ...] = (
    (
        r"(?:ít nhất|tối thiểu|không dưới|không ít hơn|không thấp hơn|không nhỏ hơn|thấp nhất|chí ít)"
        + _LINKS,
        ">=",
    ),
    (r"(?:đạt|hoàn thành)(?: và | hoặc |, | - ?|/)vượt(?: mức)?", ">="),
    (
        r"(?:tối đa|không quá|không vượt quá|không vượt|không nhiều hơn|nhiều nhất|không cao hơn"
        r"|không lớn hơn)" + _LINKS,
        "<=",
    ),
    (r"(?:dưới|thấp hơn|nhỏ hơn|ít hơn|chưa đến|chưa tới)(?: mức)?", "<"),
    (r"(?:trên|hơn|vượt|quá|cao hơn|nhiều hơn|lớn hơn)(?: mức)?", ">"),
)
_BEFORE_PATTERNS = (
    *((phrase(rf"\b{words}[ :]*$"), sign) for words, sign in _BEFORE),
    (re.compile(r"(?:≥|>\s*=|=\s*>)\s*$"), ">="),
    (re.compile(r"(?:≤|<\s*=|=\s*<)\s*$"), "<="),
    (re.compile(r">\s*$"), ">"),
    (re.compile(r"<\s*$"), "<"),
)
_FROM = phrase(r"\btừ[ :]*$")
_UP = phrase(r"\btrở lên\b")
_DOWN = phrase(r"\btrở xuống\b")
# A grade keeps its own "trở lên": "đánh giá hoàn thành tốt nhiệm vụ trở lên".
_GRADE = phrase(
    r"(?:nhiệm vụ|loại (?:khá|tốt|giỏi|a|b)|mức (?:khá|tốt)|khá|tốt|giỏi|hạng \w+|bậc \w+|tiên tiến|vững mạnh"
    r"|trung bình|sơ cấp|trung cấp|đại học|tuổi) $"
)
_SHARED = phrase(r"^ ?(?:[^\d,;.%]{0,24}) ?(?:,|và|, và) ?$")
_BROKEN = re.compile(r"[,;.:()#]|\d")
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
    begin = _FROM.search(words, start, number.start) if sign == "=" and number.baseline is None else None
    if begin:
        # "thu hút từ 80% hội viên": from there up, though "trở lên" is left out
        return Comparison(">=", begin.start(), number.end, is_bound=True)
    return Comparison(sign, left, number.end, is_bound=sign != "=")


def _sign_before(words: str, number: Number, start: int) -> tuple[int, str]:
    at = _last_number(words, number) if number.baseline is not None else number.start
    for pattern, sign in _BEFORE_PATTERNS:
        match = pattern.search(words, max(start, number.start - 40), at)
        if match:
            return (min(match.start(), number.start), sign)
    return (number.start, "=")


def _last_number(words: str, number: Number) -> int:
    """ "từ 12% xuống dưới 8%": the words that compare stand before the last number."""
    digits = re.search(r"[\d.,]+\s*%?$", words[number.start : number.end])
    return number.start + digits.start() if digits else number.start


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
