"""Days, years and periods as they are printed. All are Gregorian, day first."""

import re
from dataclasses import dataclass
from datetime import date

from .source import Source, phrase

_FULL_DAY = phrase(
    r"(?:ngày )?(?P<d>\d{1,2}) ?(?:/|-|\.| tháng ) ?(?P<m>\d{1,2}) ?(?:/|-|\.|,? năm ) ?(?P<y>\d{4})"
)
_DAY_OF_YEAR = phrase(
    r"(?:(?:ngày|dịp|quốc khánh|lễ) )?\(?\b(?P<d>\d{1,2}) ?(?:/| tháng ) ?(?P<m>\d{1,2})\b(?! lần)\)?"
)
_SPAN_OF_YEARS = phrase(
    r"(?:giai đoạn|nhiệm kỳ|thời kỳ|năm|từ năm)? ?\(?(?P<a>(?:19|20)\d\d) ?(?:-|đến năm"
    r"|đến) ?(?P<b>(?:19|20)\d\d)"
)
_PERIOD = phrase(
    r"(?:giai đoạn|nhiệm kỳ|thời kỳ|các năm|trong các năm|từ năm) ?\(?(?P<a>(?:19|20)\d\d)"
    r" ?(?:-|đến năm|đến|, ?) ?(?P<b>(?:19|20)\d\d)"
)
_ONE_YEAR = phrase(r"\bnăm (?P<a>(?:19|20)\d\d)\b(?! ?-)")
_OF_A_DAY = phrase(r"(?:tháng \d{1,2},?|tầm nhìn(?: đến)?|định hướng(?: đến)?|luật[^,;]*)\s*$")
_UNTIL = phrase(r"\bđến (?:hết )?năm (?P<a>20\d\d)\b")
_DUE_YEAR = phrase(
    r"(?P<word>đến hết|hết|đến cuối|đến|trong|cuối|vào|phấn đấu|trước)? ?năm (?P<y>20\d\d)\b(?! ?-)"
)
_DAY_OF_CYCLE = phrase(
    r"(?:trước|chậm nhất(?: là)?(?: vào)?|vào|đến|hết)? ?ngày (?:mùng )?(?P<d>\d{1,2})(?! ?[/\d])"
    r" ?(?:của )?(?P<of>tháng cuối (?:của )?(?:mỗi )?quý|tháng đầu (?:của )?quý (?:sau|tiếp theo|kế tiếp)"
    r"|(?:hàng|hằng|mỗi) tháng|tháng sau|tháng cuối(?: kỳ)?|cuối quý)"
)


@dataclass(frozen=True)
class Due:
    """`text` as the draft prints it; `anchor` the month it is counted in; `offset` the day of that month.

    anchor: "quarter_last_month", "next_quarter_first_month", "month", "next_month", "period_last_month",
    "year" (a fixed day of each year), "day" (one day) or "end_of_year".
    `is_strict`: the day itself is already late ("trước ngày 20").
    """

    text: str
    anchor: str
    offset: int | None
    is_strict: bool


def iso(day: int | str, month: int | str, year: int | str) -> str | None:
    """An ISO day, or None where no calendar has it."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def full_day(source: Source, *, start: int, end: int) -> tuple[str, int] | None:
    """The first full day of a span: (ISO day, offset where it ends)."""
    for match in _FULL_DAY.finditer(source.folded, start, end):
        day = iso(match["d"], match["m"], match["y"])
        if day:
            return (day, match.end())
    return None


def years(folded: str) -> tuple[int | None, int] | None:
    """The years a title or an opening sentence gives the programme: "giai đoạn 2020 - 2025", "năm 2025".

    "đến năm 2030" alone says only the last.
    """
    match = _PERIOD.search(folded) or _SPAN_OF_YEARS.search(folded)
    if match and int(match["a"]) <= int(match["b"]):
        return (int(match["a"]), int(match["b"]))
    last = _free_year(_UNTIL, folded)
    if last:
        return (None, last)
    only = _free_year(_ONE_YEAR, folded)
    return (only, only) if only else None


def _free_year(pattern: re.Pattern[str], folded: str) -> int | None:
    """The first year that is not part of a day, of the name of a law or of an outlook."""
    for match in pattern.finditer(folded):
        if not _OF_A_DAY.search(folded[max(0, match.start() - 60) : match.start()]):
            return int(match["a"])
    return None


def due_in(source: Source, *, start: int, end: int) -> Due | None:
    """The day or year by which something is due, if the span prints one."""
    return (
        _due_of_cycle(source, start, end)
        or _due_full_day(source, start, end)
        or _due_day_of_year(source, start, end)
        or due_year(source, start=start, end=end)
    )


def due_year(source: Source, *, start: int, end: int) -> Due | None:
    """ "đến năm 2020", "trong năm 2025": never a year inside the name of a document or a period."""
    for match in _DUE_YEAR.finditer(source.folded, start, end):
        before = source.folded[max(start, match.start() - 40) : match.start()]
        if not re.search(
            r"(?:luật[^,;.]*|tầm nhìn|so với|so với cuối|(?<!\w)từ|nghị quyết|quyết định"
            r"|\d\s*tháng\s+\d+|/\d+)\s*$",
            before,
        ):
            return Due(match["y"], "end_of_year", None, match["word"] == "trước")
    return None


def _due_of_cycle(source: Source, start: int, end: int) -> Due | None:
    match = _DAY_OF_CYCLE.search(source.folded, start, end)
    if not match or not 1 <= int(match["d"]) <= 31:
        return None
    anchor, words = _cycle_anchor(" ".join(match["of"].split()))
    return Due(f"day {int(match['d'])} of {words}", anchor, int(match["d"]), _is_before(match.group()))


def _cycle_anchor(words: str) -> tuple[str, str]:
    if words.startswith("tháng đầu"):
        return ("next_quarter_first_month", "the next quarter's first month")
    if "quý" in words:
        return ("quarter_last_month", "the quarter's last month")
    if words == "tháng sau":
        return ("next_month", "the next month")
    if words.startswith("tháng cuối"):
        return ("period_last_month", "the period's last month")
    return ("month", "the month")


def _due_full_day(source: Source, start: int, end: int) -> Due | None:
    for match in _FULL_DAY.finditer(source.folded, start, end):
        day = iso(match["d"], match["m"], match["y"])
        before = source.folded[max(start, match.start() - 30) : match.start()]
        if day and re.search(r"(?:trước|đến|hết|chậm nhất|vào|là|xong)\s*(?:hết\s+)?(?:ngày\s*)?$", before):
            return Due(day, "day", None, _is_before(before + match.group()))
    return None


def _due_day_of_year(source: Source, start: int, end: int) -> Due | None:
    for match in _DAY_OF_YEAR.finditer(source.folded, start, end):
        if iso(match["d"], match["m"], 2024) and not source.folded[match.end() : match.end() + 1].isdigit():
            before = source.folded[max(start, match.start() - 16) : match.start()]
            is_strict = _is_before(before + match.group())
            return Due(f"{int(match['d'])}/{int(match['m'])}", "year", int(match["d"]), is_strict)
    return None


def _is_before(words: str) -> bool:
    return bool(re.search(r"\btrước\b", words)) and "chậm nhất" not in words
