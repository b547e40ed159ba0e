"""Numbers that may be targets: found after the numbers that are not have been masked (see `traps`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from .number_words import NUMERAL, numeral
from .source import phrase

_PLAIN = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?![\d.,%])|\d+(?:[,.]\d+)?"
_OF = (
    r"/(?P<of>\d+)(?![\d/])| (?:trên|trong|/)(?: tổng)? số (?P<total>\d+)(?!\d)"
    r"| (?:trong|trên) (?P<out>\d+)(?= [^\W\d])"
)
_NUMBER = re.compile(
    rf"(?<![\w/#.,+-])(?P<value>{_PLAIN})"
    rf"(?:\s*(?P<percent>%|phần trăm\b)|{phrase(_OF).pattern}|(?![\w/]{{0,20}}\d))"
)
_TO = r"(?:đến|-|tới|hoặc|~)"
_HIGH = phrase(rf" ?%? ?{_TO} ?(?P<high>{_PLAIN})(?: ?(?P<percent>%)|(?![/\d]))")
_SAME_UNIT = phrase(rf"(?P<unit>(?: [^\W\d_]+){{1,3}}?) {_TO} (?P<high>{_PLAIN})(?=(?P=unit)\b)")
_RISES_TO = phrase(
    rf" ?%?(?: [^\W\d_]+){{0,2}}?(?:,? \(?năm [\d#]{{4}}\)?,?)?(?: [^\W\d_]+){{0,3}}? (?:lên|tăng lên"
    rf"|lên thành|xuống còn|xuống"
    rf"|giảm còn|còn)(?: (?:mức|trên|dưới|khoảng))? (?P<high>{_PLAIN}) ?(?P<percent>%)?"
)
_FROM = phrase(r"\btừ (?:mức )?$")
_IN_LETTERS = phrase(rf" ?\((?:{NUMERAL})\)")
_IN_FIGURES = phrase(rf" ?\((?P<value>{_PLAIN})\)")

_BOUNDS = (
    r"ít nhất|tối thiểu|tối đa|nhiều nhất|thấp nhất|không dưới|không quá|không ít hơn|trên|hơn|dưới|khoảng"
)
_VERBS = (
    r"đạt|lựa chọn|chọn|có|xây dựng(?: mới)?|nhận|đăng ký|giúp(?: đỡ| được)?|đỡ đầu|đảm nhận"
    r"|vận động(?: được)?"
    r"|tổ chức(?: được)?|thành lập(?: mới)?|duy trì|giới thiệu|hỗ trợ|thực hiện|mở|phát triển|kết nạp"
    r"|phụ trách"
)
_WORD = phrase(
    rf"\b(?P<lead>(?:{_BOUNDS}|{_VERBS})(?: (?:là|được|phải có|có))?) (?P<word>{NUMERAL})\b"
    r"(?! (?:cách|số|phần (?!việc|quà)|lòng|trong|bộ|cửa|mặt|lúc|cấp|chiều|tổ chức chính|bên|ngành|là|thời"
    r"|trăm phần))"
)
_BOUND_LEAD = phrase(rf"^(?:{_BOUNDS})\b")
_EACH = phrase(r"\b(?:mỗi|từng)\b[^;.:]{0,80}$")
_EVERY_ONE = phrase(
    r"\b(?:tất cả|toàn bộ|100 phần trăm) (?:các |số |những )?(?=[^;.,]{3,40}? (?:đều|được|phải)\b)"
)


@dataclass(frozen=True)
class Number:
    """A printed number: `value`, or `value` to `high`, or `value` of `of`, or to `value` from `baseline`."""

    start: int
    end: int
    value: Decimal
    high: Decimal | None = None
    of: Decimal | None = None
    baseline: Decimal | None = None
    is_percent: bool = False
    is_word: bool = False


def numbers_in(words: str, *, start: int, end: int) -> Iterator[Number]:
    """The numbers of a span of masked text, in reading order."""
    found = list(_word_numbers(words, start, end))
    spoken = [(number.start, number.end) for number in found]
    at = start
    while match := _NUMBER.search(words, at, end):
        number = _number(words, match, end=end)
        at = number.end
        if not any(left < number.end and number.start < right for left, right in spoken):
            found.append(number)
    yield from sorted(found, key=lambda number: number.start)


def _number(words: str, match: re.Match[str], *, end: int) -> Number:
    number = _plain(words, match, end=end)
    if match["of"] or match["total"] or match["out"]:
        return number
    spoken = _IN_LETTERS.match(words, number.end, end)
    return replace(number, end=spoken.end()) if spoken else number


def _plain(words: str, match: re.Match[str], *, end: int) -> Number:
    value, percent = decimal(match["value"]), bool(match["percent"])
    of = match["of"] or match["total"] or match["out"]
    if of and Decimal(of) >= value:
        return Number(match.start(), match.end(), value, of=Decimal(of))
    comes_from = _FROM.search(words, max(0, match.start() - 12), match.start())
    rise = _RISES_TO.match(words, match.end("value"), end) if comes_from else None
    if rise:
        high, percent = decimal(rise["high"]), percent or bool(rise["percent"])
        return Number(match.start(), rise.end(), high, baseline=value, is_percent=percent)
    return _range(words, match, value, end=end) or Number(
        match.start(), match.end(), value, is_percent=percent
    )


def _range(words: str, match: re.Match[str], value: Decimal, *, end: int) -> Number | None:
    """ "85 - 90%", "từ 50 triệu đến 70 triệu đồng"."""
    percent = bool(match["percent"])
    span = _HIGH.match(words, match.end("value"), end)
    if span and decimal(span["high"]) > value and bool(span["percent"]) >= percent:
        high = decimal(span["high"])
        return Number(match.start(), span.end(), value, high=high, is_percent=bool(span["percent"]))
    twice = None if percent else _SAME_UNIT.match(words, match.end("value"), end)
    if twice and decimal(twice["high"]) > value:
        return Number(match.start(), twice.end(), value, high=decimal(twice["high"]))
    return None


def _word_numbers(words: str, start: int, end: int) -> Iterator[Number]:
    """ "mỗi xã chọn một thôn" counts one; "ít nhất hai" two; "tất cả hộ nghèo đều" is 100 %."""
    for match in _WORD.finditer(words, start, end):
        if _BOUND_LEAD.match(match["lead"]) or _EACH.search(words[start : match.start("word")]):
            figures = _IN_FIGURES.match(words, match.end(), end)
            value = decimal(figures["value"]) if figures else numeral(match["word"])
            stop = figures.end() if figures else match.end()
            yield Number(match.start("word"), stop, value, is_word=not figures)
    for match in _EVERY_ONE.finditer(words, start, end):
        yield Number(match.start(), match.end(), Decimal(100), is_percent=True, is_word=True)


def decimal(printed: str) -> Decimal:
    """ "85,3" and "85.3" are 85.3; "1.234" and "1 234" are 1234; "1.234,5" is 1234.5."""
    printed = "".join(printed.split())
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", printed):
        printed = printed.replace(".", "")
    return Decimal(printed.replace(",", "."))
