"""Places and bodies that were not there on the document's day."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from phoihop.reading.draft import Span
from phoihop.reading.language.parties import proper_name_end
from phoihop.reading.language.source import Source, phrase

from .context import Checked, Stay, listed, printed
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
                text=f"{ended.name} đã kết thúc hoạt động từ {printed(ended.ended_on)} nhưng văn bản "
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
    absent = {name: spans for name, spans in named.items() if name in stays and _is_absent(c, stays[name])}
    if own and own in stays and own not in named and _is_absent(c, stays[own]):
        absent[own] = [c.title]
    if absent:
        yield c.note(
            "place_not_there",
            [span for spans in absent.values() for span in spans],
            text=f"Theo danh mục địa bàn, {listed([_shown(c, name, named) for name in absent])} không "
            f"có vào ngày của văn bản.",
            suggestion=_today(stays, {name: _shown(c, name, named) for name in absent})
            or "Đề nghị kiểm tra tên địa bàn và ngày của văn bản.",
        )
    if own and own in stays and own not in absent:
        shown = _shown(c, own, named)
        yield from _ending(c, stays[own], shown, at=named.get(own, [c.title])[0])


def _is_absent(c: Checked, stays: Sequence[Stay]) -> bool:
    """Had no place of the name on any of the document's days? Not said of days before the lists begin."""
    first, last = c.days or (date.min, date.max)
    if c.known is None or (c.known.since and last < c.known.since):
        return False
    return not any(
        (stay.valid_from is None or stay.valid_from <= last)
        and (stay.valid_to is None or stay.valid_to >= first)
        for stay in stays
    )


def _shown(c: Checked, name: str, named: Mapping[str, list[Span]]) -> str:
    """The name as the text prints it."""
    return c.words(named[name][0]) if name in named else c.draft.header.issuers[0].partition(" ")[2]


def _ending(c: Checked, stays: Sequence[Stay], shown: str, *, at: Span) -> Iterator[Finding]:
    """The programme's own place that ends before the programme does."""
    end = c.draft.header.period.end
    ends = [stay.valid_to for stay in stays if stay.valid_to]
    if end and ends and len(ends) == len(stays) and max(ends) < date(end, 12, 31):
        yield c.note(
            "place_ends",
            [at],
            text=f"Sau ngày {printed(max(ends))} không còn {shown}, trong khi thời gian thực hiện đến "
            f"hết {end}.",
            suggestion=_today({shown: stays}, {shown: shown})
            or "Đề nghị ghi đơn vị kế thừa khi tiếp tục thực hiện.",
        )


def _today(stays: Mapping[str, Sequence[Stay]], names: Mapping[str, str]) -> str:
    """What stands there now, where one place only had the name."""
    now = [
        f"{shown} nay thuộc {listed(stays[name][0].now)}"
        for name, shown in names.items()
        if len(stays[name]) == 1 and stays[name][0].now
    ]
    return f"Đề nghị kiểm tra: {'; '.join(now)}." if now else ""


def _own_place(c: Checked) -> str | None:
    """The place of the issuers, "thị trấn lam sơn"."""
    words = c.draft.header.issuers[0].partition(" ")[2] if c.draft.header.issuers else ""
    return Source.of(words).folded or None


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
