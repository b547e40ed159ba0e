"""Values that cannot be: over the whole, upside down, compared twice, a fraction that is not its percent."""

import re
from collections.abc import Iterator
from decimal import Decimal

from phoihop.reading.draft import Span, number
from phoihop.reading.language.numbers import decimal
from phoihop.reading.language.source import phrase
from phoihop.reading.language.units import THINGS

from .context import Checked
from .finding import Finding

_THING = (
    "(?:" + "|".join(sorted(map(re.escape, THINGS), key=len, reverse=True)).replace(r"\ ", r"\s+") + r")\b"
)
_PERCENT = phrase(
    r"(?<![\d.,/-])(?P<value>\d{3,}(?:,\d+)?) ?(?:%"
    r"|phần trăm)(?P<up>(?: (?!\d)[^\s,;.:()]+){0,6}? trở lên)?"
)
_OVER = phrase(r"\b(?:trên|hơn|vượt|quá)(?: mức)? $")
# "105 % of the plan", "up by 120 %": more than the whole is possible.
_MAY_EXCEED = phrase(
    r"\b(?:kế hoạch|dự toán|chỉ tiêu|so với|cùng kỳ|tăng|vượt|bằng|mức lương|định mức|công suất"
    r"|lợi nhuận|giá trị"
    r"|thu nhập|thu ngân sách|doanh thu|năng suất|sản lượng|học phí|mức hỗ trợ|mức thưởng)\b"
)
_FRACTION = phrase(rf"(?<![\w/.,-])(?P<part>\d{{1,4}})/(?P<whole>\d{{1,4}})(?= (?:số )?(?P<unit>{_THING}))")
_DAY_BEFORE = phrase(r"(?:ngày|quốc khánh|dịp|lễ|số|kỷ niệm|đợt) $")
_PRINTED_PERCENT = phrase(
    r"^[^.;\n]{0,90}?(?:=|đạt|bằng|tương ứng|chiếm)(?: tỷ lệ| tỉ lệ)? ?\(?(?P<percent>\d+(?:[.,]\d+)?) ?%"
)
_RANGE = phrase(
    rf"\btừ (?P<low>\d+(?:[.,]\d+)?) ?(?P<first>%|{_THING})? ?(?:đến|-) (?P<high>\d+(?:[.,]\d+)?)"
    rf" ?(?P<unit>%|{_THING})"
)
_FALLS = phrase(r"\b(?:giảm|hạ|xuống|rút|thu hẹp|còn)\b[^.;]{0,60}$")
_DOUBLE = phrase(
    r"\b(?:ít nhất|tối thiểu|không dưới|trên|hơn)(?: là| từ)? (?P<value>\d+(?:[.,]\d+)?) ?(?:%)?"
    r"(?: [^\W\d_]+){0,4} trở lên\b"
)
_GRADE = phrase(r"(?:nhiệm vụ|khá|tốt|giỏi|loại \w|hạng \w+|bậc \w+|mức \w+) trở lên$")


def impossible_bounds(c: Checked) -> Iterator[Finding]:
    """Shares over 100 % of a population: "100% trở lên", "trên 100%", "120% hộ dân"."""
    spans = [span for match in _PERCENT.finditer(c.source.folded) if (span := _over_whole(c, match))]
    if spans:
        yield c.note(
            "impossible_bound",
            spans,
            text="Một tỷ lệ không thể vượt 100%" + (f" ({len(spans)} chỗ)." if len(spans) > 1 else "."),
            suggestion="Đề nghị bỏ chữ “trở lên” hoặc “trên” nếu muốn nói đủ 100%, hoặc sửa lại con số.",
        )


def _over_whole(c: Checked, match: re.Match[str]) -> Span | None:
    value = decimal(match["value"])
    over = _OVER.search(c.source.folded, max(0, match.start() - 12), match.start())
    if value < 100 or (value == 100 and not (match["up"] or over)):
        return None
    start = max(c.source.plain.rfind(mark, 0, match.start()) for mark in ".;,:\n") + 1
    stop = match.end() + 50
    if _MAY_EXCEED.search(c.source.folded, start, stop):
        return None
    return c.source.trimmed(start, match.end())


def fractions(c: Checked) -> Iterator[Finding]:
    """ "49/48 khu phố"; "17/20 xóm = 100 %"."""
    for match in _FRACTION.finditer(c.source.folded):
        part, whole = int(match["part"]), int(match["whole"])
        if whole == 0 or _DAY_BEFORE.search(c.source.folded, max(0, match.start() - 12), match.start()):
            continue
        if part > whole:
            yield c.note(
                "ratio_above_whole",
                [(match.start(), match.end("unit"))],
                text=f"{part}/{whole}: phần lớn hơn tổng số.",
                suggestion="Đề nghị kiểm tra lại hai con số.",
            )
        yield from _mismatch(c, match, part=part, whole=whole)


def _mismatch(c: Checked, match: re.Match[str], *, part: int, whole: int) -> Iterator[Finding]:
    printed = _PRINTED_PERCENT.match(c.source.folded[match.end() : match.end() + 140])
    if not printed or re.search(r"\d/\d", printed.group()):
        return
    percent, real = decimal(printed["percent"]), Decimal(part) / whole * 100
    if abs(real - percent) >= 1:
        yield c.note(
            "ratio_mismatch",
            [(match.start(), match.end() + printed.end())],
            text=f"{part}/{whole} bằng {number(round(real, 1))}%, không phải {printed['percent']}% như "
            f"văn bản ghi.",
            suggestion="Đề nghị sửa phân số hoặc tỷ lệ cho khớp.",
        )


def ranges(c: Checked) -> Iterator[Finding]:
    """ "từ 05 đến 03 hộ"."""
    for match in _RANGE.finditer(c.source.folded):
        low, high = decimal(match["low"]), decimal(match["high"])
        if low <= high or _FALLS.search(c.source.folded, max(0, match.start() - 60), match.start("low")):
            continue
        if match["first"] and match["first"] != match["unit"]:
            continue
        yield c.note(
            "range_reversed",
            [(match.start("low"), match.end())],
            text=f"Khoảng “từ {match['low']} đến {match['high']}” ghi ngược: số đầu lớn hơn số sau.",
            suggestion=f"Đề nghị sửa thành “từ {match['high']} đến {match['low']}” hoặc kiểm tra lại con số.",
        )


def double_comparators(c: Checked) -> Iterator[Finding]:
    """ "ít nhất 01 doanh nghiệp trở lên"."""
    spans = [
        (match.start(), match.end())
        for match in _DOUBLE.finditer(c.source.folded)
        if not _GRADE.search(match.group()) and decimal(match["value"]) != 100
    ]
    if spans:
        yield c.note(
            "double_comparator",
            spans,
            text="Đã có “ít nhất” hoặc “trên” mà còn ghi “trở lên”.",
            suggestion="Đề nghị giữ một từ so sánh: “ít nhất …” hoặc “từ … trở lên”.",
        )
