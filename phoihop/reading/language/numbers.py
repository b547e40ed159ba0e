"""Numbers that may be targets: found after the numbers that are not have been masked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from .source import Source, phrase

#: Numbers that look like targets and are not. Each is masked with its length kept.
#: To teach the reader a new trap, add it here and a case to tests/reading/corpus/numbers.json.
TRAPS: tuple[str, ...] = (
    # documents: "488/2014/QĐ-UBND", "thông tư 124/TT-BCA", "số 217, 218-QĐ/TW", "Nghị quyết 18"
    r"\bsố:? \d[\d/.,]{0,30}(?: ?[-/] ?[^\W\d_][\w.]{0,40}){0,6}",
    r"\b\d{1,9}(?:/\d{1,9}){0,4} ?[-/] ?(?:[^\W\d_]{2,}[/-][^\W\d_]+|qh\d+|nq\b|qđ\b|kh\b|ct\b|tt\b|nđ\b"
    r"|ctr\b|bc\b|hd\b|ttg\b|tw\b|cp\b)[\w/-]*",
    r"\b(?:luật|nghị quyết|nghị định|quyết định|chỉ thị|thông tư|kết luận|kế hoạch|công văn|điều|khoản"
    r"|mục|điểm|chương"
    r"|phụ lục|biểu|mẫu|bước|quốc lộ|tỉnh lộ|lần thứ|khóa|thứ) \d+[a-z]?\b"
    r"(?! ?%|[,.]\d)",
    # days, months, years, periods
    r"\bngày \d{1,2}(?: ?[/.-] ?\d{1,2}(?: ?[/.-] ?\d{2,4})?)?",
    r"\b\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}\b",
    r"\b\d{1,2} tháng \d{1,2}\b(?: năm \d{4})?",
    r"\btháng \d{1,2}(?:/\d{4})?\b",
    r"\bquý (?:\d|i{1,3}|iv)\b(?:/\d{4})?",
    r"\bnăm \d{4}\b(?: ?[-,] ?\d{4})?",
    r"\b(?:19|20)\d\d ?- ?(?:19|20)\d\d\b",
    r"\b(?:quốc khánh|kỷ niệm|dịp|lễ|mùng|cách mạng|chào mừng) \d{1,2}/\d{1,2}\b(?!/)",
    r"(?:(?<=quốc khánh)|(?<=thương binh liệt sĩ)|(?<=phụ nữ)) ?\(?\d{1,2}/\d{1,2}\)?",
    # lengths of time: "3 năm", "6 tháng", "01 năm thực hiện"
    r"\b\d+(?:[,.]\d+)? (?:năm|tháng|ngày|tuần|giờ|phút|quý|nhiệm kỳ|thế kỷ)\b",
    r"\b24/(?:7|24)\b|\b(?:covid|sars) ?- ?\d+|\b(?:cách mạng công nghiệp|công nghiệp"
    r"|phiên bản) (?:lần thứ )?\d[.,]0",
    # "giá trị sản phẩm trên 1 ha": for each hectare; "trên cả 03 mặt"
    r"\b(?:giá trị|sản phẩm|thu nhập|năng suất|sản lượng|bình quân|mật độ)[^,;.%\d]{0,40} (?:trên|/"
    r"|mỗi) 0?1 (?=ha|sào|mẫu|m2|héc ?ta)",
    r"\bcả \d+ ",
    # names in quotation marks hold no targets; neither do "5 không, 3 sạch"
    r'"[^"\n]{1,160}"',
    r"\b\d+ (?:không|sạch|nhất|đột phá|trụ cột|khâu)\b",
    # a code, a phone number, a money account
    r"\b0\d{8,10}\b",
)
_TRAP = phrase("|".join(f"(?:{trap})" for trap in TRAPS))
_DIGITS = re.compile(r"\d")

_PLAIN = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[,.]\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w/#.,-])(?P<value>{_PLAIN})(?:\s*(?P<percent>%)|/(?P<of>\d+)(?![\d/])|(?![\w/]{0, 20}\d))"
)
_HIGH = phrase(rf" ?%? ?(?:đến|-|tới|hoặc|~) ?(?P<high>{_PLAIN}) ?(?P<percent>%)?(?![/\d])")
_RISES_TO = phrase(
    rf" ?%?(?: [^\W\d_]+){{0,3}}? (?:lên|tăng lên|xuống còn|xuống|giảm còn"
    rf"|còn) (?P<high>{_PLAIN}) ?(?P<percent>%)?"
)

WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_WORD = phrase(
    r"(?:(?<=ít nhất )|(?<=tối thiểu )|(?<=đạt )|(?<=lựa chọn )|(?<=chọn )|(?<=có )|(?<=xây dựng )"
    r"|(?<=nhận )"
    rf"|(?<=đăng ký ))(?P<word>{'|'.join(WORDS)})\b(?! (?:cách|số|phần|lòng|trong|bộ|cửa|mặt|lúc|cấp"
    rf"|chiều|tổ chức))"
)
_EACH = phrase(r"\b(?:mỗi|từng)\b[^;.:]{0,80}$")
_EVERY_ONE = phrase(r"\b(?:tất cả|toàn bộ|100 phần trăm) (?:các |số )?(?=[^;.,]{3,40}? (?:đều|được|phải)\b)")


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


def masked(source: Source) -> str:
    """`source.folded` with the digits of traps turned to "#"; length kept."""
    return _TRAP.sub(lambda match: _DIGITS.sub("#", match.group()), source.folded)


def numbers_in(words: str, *, start: int, end: int) -> Iterator[Number]:
    """The numbers of a span of masked text, in reading order."""
    at = start
    found = []
    while match := _NUMBER.search(words, at, end):
        number = _number(words, match, end=end)
        found.append(number)
        at = number.end
    found += _word_numbers(words, start, end)
    yield from sorted(found, key=lambda number: number.start)


def _number(words: str, match: re.Match[str], *, end: int) -> Number:
    value, percent = decimal(match["value"]), bool(match["percent"])
    if match["of"]:
        return Number(match.start(), match.end(), value, of=Decimal(match["of"]))
    comes_from = re.search(r"\btừ\s+$", words[max(0, match.start() - 5) : match.start()])
    rise = _RISES_TO.match(words, match.end("value"), end) if comes_from else None
    if rise:
        high, percent = decimal(rise["high"]), percent or bool(rise["percent"])
        return Number(match.start(), rise.end(), high, baseline=value, is_percent=percent)
    span = _HIGH.match(words, match.end("value"), end)
    if span and decimal(span["high"]) > value and bool(span["percent"]) >= percent:
        return Number(
            match.start(), span.end(), value, high=decimal(span["high"]), is_percent=bool(span["percent"])
        )
    return Number(match.start(), match.end(), value, is_percent=percent)


def _word_numbers(words: str, start: int, end: int) -> Iterator[Number]:
    """ "mỗi xã chọn một thôn" counts one; "ít nhất hai" two; "tất cả hộ nghèo đều" is 100 %."""
    for match in _WORD.finditer(words, start, end):
        after_bound = re.search(
            r"(?:ít\s+nhất|tối\s+thiểu)\s+$", words[max(0, match.start() - 12) : match.start()]
        )
        if after_bound or _EACH.search(words[start : match.start()]):
            yield Number(match.start(), match.end(), Decimal(WORDS[match["word"]]), is_word=True)
    for match in _EVERY_ONE.finditer(words, start, end):
        yield Number(match.start(), match.end(), Decimal(100), is_percent=True, is_word=True)


def decimal(printed: str) -> Decimal:
    """ "85,3" and "85.3" are 85.3; "1.234" is 1234; "1.234,5" is 1234.5."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", printed):
        printed = printed.replace(".", "")
    return Decimal(printed.replace(",", "."))
