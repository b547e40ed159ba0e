"""Places and bodies that were not there on the document's day."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from phoihop.reading.draft import Span
from phoihop.reading.language.parties import proper_name_end
from phoihop.reading.language.source import phrase

from .context import Checked, Stay, listed
from .finding import Finding

_FILE = Path(__file__).parent / "data" / "ended_bodies.csv"
_KINDS = "thị trấn|thị xã|thành phố|tỉnh|huyện|quận|phường|xã|đặc khu"
_NAMED = phrase(rf"\b(?P<kind>{_KINDS})(?= [^\W\d_])")
_MANY = phrase(r"\b(?:các|mỗi|từng|cấp|toàn|những|\d+) $")
_PAST = phrase(
    r"\b(?:cũ|trước đây|trước khi|trước sắp xếp|sáp nhập|sắp xếp|hợp nhất|kết thúc hoạt động"
    r"|thuộc địa bàn|nguyên|"
    r"số [\w/.-]+|kỷ niệm|truyền thống|kết nghĩa|giải thể|chia tách)\b"
)


@dataclass(frozen=True)
class EndedBody:
    """A kind of body that ended everywhere on one day; `trust` as in the table of instruments."""

    words: re.Pattern[str]
    name: str
    ended_on: date
    source: str
    trust: str


@cache
def ended_bodies() -> tuple[EndedBody, ...]:
    """The rows that come with the project."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            EndedBody(
                _pattern(row["words"], row["levels"]),
                row["name"],
                date.fromisoformat(row["ended_on"]),
                row["source"],
                row["trust"],
            )
            for row in csv.DictReader(file)
        )


def _pattern(words: str, levels: str) -> re.Pattern[str]:
    """Any of the words, followed by one of the levels where there are any."""
    level = rf"(?: việt nam)?(?: cấp)? (?:{levels})" if levels else ""
    return phrase(rf"\b(?:{words}){level}\b")


def bodies(c: Checked) -> Iterator[Finding]:
    """Bodies charged with something after their kind had ended ("UBND huyện" after 1 July 2025)."""
    if not c.days:
        return
    first = c.days[0]
    start = c.draft.clauses[0].span[0] if c.draft.clauses else 0
    for ended in ended_bodies():
        if ended.ended_on > first:
            continue
        spans = [m.span() for m in ended.words.finditer(c.source.folded, start) if not _is_past(c, m.span())]
        if spans:
            quoted = listed([f"“{c.words(span)}”" for span in spans], most=4)
            yield c.note(
                "body_not_there",
                spans,
                text=f"{ended.name} đã kết thúc hoạt động từ {ended.ended_on:%d/%m/%Y} nhưng văn bản "
                f"còn ghi {quoted}.",
                suggestion="Đề nghị thay bằng cơ quan cấp xã hoặc cấp tỉnh đang có nhiệm vụ này.",
            )


def _is_past(c: Checked, span: Span) -> bool:
    """Spoken of as what it was, or as the issuer of an older document."""
    left = max(c.source.folded.rfind(mark, 0, span[0]) for mark in ".;\n") + 1
    stops = [stop for mark in ".;\n" if (stop := c.source.folded.find(mark, span[1])) >= 0]
    return bool(_PAST.search(c.source.folded[left : min(stops, default=len(c.source.folded))]))


def places(c: Checked) -> Iterator[Finding]:
    """Places by the dated lists: gone or not yet there on the day; the own place ending inside the period."""
    if c.known is None or not c.days:
        return
    named = _places_named(c)
    own = _own_place(c)
    stays = c.known.stays({*named, *([own] if own else [])})
    first, last = c.days
    absent = {
        n: spans for n, spans in named.items() if n in stays and n != own and _absent(stays[n], first, last)
    }
    if absent:
        yield c.note(
            "place_not_there",
            [span for spans in absent.values() for span in spans],
            text=f"Theo danh mục địa bàn, {listed(list(absent))} không có vào ngày của văn bản.",
            suggestion=_today(absent, stays) or "Đề nghị kiểm tra tên địa bàn.",
        )
    if own and own in stays:
        yield from _own(c, own, stays[own], named.get(own, []))


def _own(c: Checked, own: str, stays: Sequence[Stay], spans: list[Span]) -> Iterator[Finding]:
    first, last = c.days or (date.min, date.max)
    period = c.draft.header.period
    end = date(period.end, 12, 31) if period.end else last
    at = spans[:1] or [c.title]
    ends = [stay.valid_to for stay in stays if stay.valid_to]
    if _absent(stays, first, last):
        yield c.note(
            "place_not_there",
            at,
            text=f"Theo danh mục địa bàn, {own} không có vào ngày của văn bản.",
            suggestion=_today({own: at}, {own: stays}) or "Đề nghị kiểm tra tên địa bàn hoặc ngày văn bản.",
        )
    elif ends and len(ends) == len(stays) and max(ends) < end:
        yield c.note(
            "place_ends",
            at,
            text=f"{own.capitalize()} thôi tồn tại sau ngày {max(ends):%d/%m/%Y}, trong thời gian thực hiện.",
            suggestion=_today({own: at}, {own: stays})
            or "Đề nghị ghi đơn vị kế thừa khi tiếp tục thực hiện.",
        )


def _today(absent: dict[str, list[Span]], stays: object) -> str:
    """What stands there now, where one place only had the name."""
    now = []
    for name in absent:
        rows: Sequence[Stay] = stays[name]  # type: ignore[index]
        if len(rows) == 1 and rows[0].now:
            now.append(f"{name} nay thuộc {listed(list(rows[0].now))}")
    return f"Đề nghị kiểm tra: {'; '.join(now)}." if now else ""


def _absent(stays: Sequence[Stay], first: date, last: date) -> bool:
    return not any(
        (stay.valid_from is None or stay.valid_from <= last)
        and (stay.valid_to is None or stay.valid_to >= first)
        for stay in stays
    )


def _own_place(c: Checked) -> str | None:
    """The place of the issuers, "thị trấn lam sơn"."""
    words = c.draft.header.issuers[0].partition(" ")[2] if c.draft.header.issuers else ""
    return words.lower() or None


def _places_named(c: Checked) -> dict[str, list[Span]]:
    """Each full name in the text with its places, those that lead an older document left out."""
    found: dict[str, list[Span]] = {}
    for match in _NAMED.finditer(c.source.folded):
        end = proper_name_end(c.source, match.end())
        span = (match.start(), end)
        if end == match.end() or _MANY.search(c.source.folded, max(0, match.start() - 8), match.start()):
            continue
        if not c.source.plain[match.end() : end].isupper() and not _is_past(c, span):
            found.setdefault(" ".join(c.source.folded[slice(*span)].split()), []).append(span)
    return found
