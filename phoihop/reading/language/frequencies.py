"""How often something is done, as printed: "hằng quý", "6 tháng/lần", "02 lần/năm", "sau 3 năm"."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from .source import Source, phrase

_EVERY = r"(?:hàng|hằng|m[ỗổồôo]i|từng|theo|định kỳ(?: theo| hàng| hằng)?|trong|cuối|đầu|từng)"
_ONCE = r"(?:một|0?1)"
_TWICE = r"(?:hai|0?2)"

#: How often, by the name the draft gives it. Several that stand side by side are several duties.
FREQUENCIES: tuple[tuple[str, str], ...] = (
    (
        "half_yearly",
        rf"\b(?:0?6|sáu)(?: ?-)? tháng\b(?: ?/ ?(?:{_ONCE} )?lần| (?:{_ONCE} )lần| đầu năm| cuối năm"
        rf"|, đầu năm)?"
        rf"|\b{_TWICE} lần ?(?:/|trong|mỗi|một|hàng|hằng) ?(?:một )?năm\b|\b(?:một|mỗi) năm {_TWICE} lần\b"
        r"|\bnửa năm\b|\b(?:mỗi|hàng|hằng|từng) học kỳ\b|\bhọc kỳ (?:một|0?1) lần\b",
    ),
    (
        "quarterly",
        rf"\b{_EVERY} (?:mỗi |từng )?quý\b|\bđịnh kỳ quý\b|\b(?:0?3|ba) tháng\b(?= ?/ ?(?:{_ONCE} )?lần"
        rf"| {_ONCE} lần| họp"
        rf"| tổ chức| giao ban| báo)|\bđịnh kỳ (?:0?3|ba) tháng\b|\b{_ONCE} lần ?(?:/|mỗi|một"
        rf"|trong) ?(?:một )?quý\b"
        r"|\bquý (?:một|0?1) lần\b|\bbáo cáo quý\b|\b(?:0?4|bốn) lần ?(?:/|mỗi|một) ?năm\b"
        r"|\bquý(?=,? (?:và )?(?:0?6|sáu) tháng)"
        r"|(?<=tháng, )quý\b",
    ),
    (
        "monthly",
        rf"\b{_EVERY} (?:mỗi |từng )?tháng\b(?! \d)|\bđịnh kỳ tháng\b|\btháng (?:một|0?1) lần\b"
        rf"|\bbáo cáo tháng\b"
        rf"|\b{_ONCE} lần ?(?:/|mỗi|một|trong) ?(?:một )?tháng\b|\btháng(?=, quý)|\bmột tháng một lần\b",
    ),
    (
        "yearly",
        rf"\b{_EVERY} (?:mỗi )?năm\b(?! [\d#])|\bđịnh kỳ năm\b|\b(?:một|0?1|mỗi) năm\b(?= ?/ ?lần"
        rf"| {_ONCE} lần| một lần)"
        rf"|(?:\bvà|,|/) (?:cả |cuối |{_ONCE} |hàng |hằng |kết thúc )?năm\b(?! [\d#]| cuối)"
        rf"|\bthường niên\b|\bcả năm\b"
        rf"|\bđịnh kỳ {_ONCE} năm\b|\b{_ONCE} lần ?(?:/|mỗi|một|trong) ?(?:một )?năm\b"
        rf"|\bbáo cáo năm\b(?! [\d#])"
        r"|(?<!\d )\bnăm (?:một|0?1) lần\b|\b0?1 năm\b(?= (?:tổng kết|tổ chức|báo cáo))|\bquý iv(?= (?:hàng"
        r"|hằng|mỗi) năm)",
    ),
    (
        "every_3_years",
        r"\b(?:sau )(?:0?3|ba) năm\b|\b(?:0?3|ba) năm\b(?= (?:một|0?1) lần|/lần|,? (?:tổ chức )?sơ kết)"
        r"|\bsơ kết (?:0?3|ba) năm\b",
    ),
    (
        "every_5_years",
        r"\bsau (?:0?5|năm) năm\b|(?<=năm, )0?5 năm\b|(?<=năm và )0?5 năm\b|\b0?5 năm\b(?= (?:một"
        r"|0?1) lần|/lần|,? (?:tổ chức )?(?:sơ|tổng) kết)"
        r"|\b(?:sơ|tổng) kết 0?5 năm\b",
    ),
    (
        "final",
        r"\bnăm cuối\b|\b(?:khi |sau khi )?kết thúc (?:chương trình|giai đoạn|nhiệm kỳ|năm học|kế hoạch"
        r"|quy chế"
        r"|đề án)\b"
        r"|\bcuối (?:nhiệm kỳ|giai đoạn|kỳ)\b|\bhết (?:giai đoạn|nhiệm kỳ|thời hạn)\b"
        r"|\btổng kết (?:giai đoạn|chương trình|nhiệm kỳ)\b",
    ),
)
_TOKEN = phrase("|".join(f"(?P<{name}>{words})" for name, words in FREQUENCIES))
_GAP = phrase(
    r"(?: ?\([^()]{0,60}\)| (?:trước|vào|chậm nhất|xong trước)(?: ngày)? \d{1,2}(?:/| tháng )\d{1,2})?"
    r"(?: ?[,/;]| và| hoặc|, và)* ?(?:định kỳ )?(?:sau )?"
)
_COMES_BEFORE = phrase(
    r"(?:kết quả|đánh giá|qua|trong|của|nhiệm vụ|kế hoạch|chương trình|công tác|phương hướng|tình hình) $"
)
_OF_MONTH = phrase(r"\btháng $")
_END_OF = re.compile("cuối|đầu")
_PLAN_OF_YEAR = phrase(r"(?:kế hoạch|chương trình(?: công tác)?|phương hướng|nhiệm vụ|kết quả công tác) $")


@dataclass(frozen=True)
class Frequency:
    """One printed frequency: where it stands and what it is called."""

    name: str
    start: int
    end: int


def frequencies_in(source: Source, start: int, end: int) -> list[Frequency]:
    """Every frequency of a span in reading order. A year of a plan ("kế hoạch hằng năm") is none."""
    tokens = _tokens(source.folded)
    first = bisect_left(tokens, start, key=_start)
    inside = tokens[first : bisect_left(tokens, end, key=_start)]
    crosses = (first and tokens[first - 1].end > start) or (inside and inside[-1].end > end)
    if crosses:
        inside = _searched(source.folded, start, end)
    return [token for token in inside if _is_rhythm(source, token, start)]


def _start(token: Frequency) -> int:
    return token.start


@lru_cache(maxsize=8)
def _tokens(folded: str) -> list[Frequency]:
    """The whole text searched once: its spans are asked for again and again."""
    return _searched(folded, 0, len(folded))


def _searched(folded: str, start: int, end: int) -> list[Frequency]:
    found = _TOKEN.finditer(folded, start, end)
    return [Frequency(match.lastgroup or "", match.start(), match.end()) for match in found]


def _is_rhythm(source: Source, token: Frequency, start: int) -> bool:
    before = source.folded[max(start, token.start - 24) : token.start]
    if token.name.startswith("every") and _COMES_BEFORE.search(before):
        return False
    is_part = _OF_MONTH.search(before) and _END_OF.match(source.folded, token.start)
    return not (_PLAN_OF_YEAR.search(before) or is_part)


def side_by_side(source: Source, found: list[Frequency]) -> list[Frequency]:
    """The first frequency and those that are listed with it: "hằng quý, 6 tháng và cả năm"."""
    run = found[:1]
    for following in found[1:]:
        if not _GAP.fullmatch(source.folded, run[-1].end, following.start):
            break
        if following.name not in {frequency.name for frequency in run}:
            run.append(following)
    return run


def is_sudden(source: Source, start: int, end: int) -> bool:
    """ "đột xuất", "khi có yêu cầu"."""
    return bool(_SUDDEN.search(source.folded, start, end))


_SUDDEN = phrase(r"\bđột xuất\b|\bkhi (?:có |được )?yêu cầu\b|\btheo yêu cầu\b|\bkhi cần(?: thiết)?\b")
MENTIONS_RHYTHM = re.compile(r"\bđịnh\s+kỳ\b")
