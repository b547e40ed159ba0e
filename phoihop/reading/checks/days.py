"""Days that no calendar has, weekdays that are not theirs, deadlines outside the period."""

import re
from collections.abc import Iterator
from datetime import date

from phoihop.reading.language.dates import iso
from phoihop.reading.language.source import phrase

from .context import Checked, listed, printed
from .finding import Finding

_FULL = phrase(
    r"\b(?P<said>ngày )?(?P<d>\d{1,2}) ?(?P<mark>/|-|\.| tháng ) ?(?P<m>\d{1,2}) ?(?:/|-|\."
    r"|,? năm ) ?(?P<y>(?:19|20)\d\d)\b"
)
_OF_YEAR = phrase(r"\bngày (?P<d>\d{1,2}) ?(?:/| tháng ) ?(?P<m>\d{1,2})\b(?! ?[/.-] ?\d)(?! năm)")
_WEEKDAY = phrase(
    r"\b(?P<name>thứ (?:hai|ba|tư|năm|sáu|bảy|2|3|4|5|6|7)|chủ nhật)(?:,| \(| -)? ?(?:ngày )?"
    r"(?P<d>\d{1,2}) ?(?:/|-|\.| tháng ) ?(?P<m>\d{1,2}) ?(?:/|-|\.|,? năm ) ?(?P<y>(?:19|20)\d\d)\b"
)
_WEEKDAYS = (
    ("thứ hai", "thứ 2"),
    ("thứ ba", "thứ 3"),
    ("thứ tư", "thứ 4"),
    ("thứ năm", "thứ 5"),
    ("thứ sáu", "thứ 6"),
    ("thứ bảy", "thứ 7"),
    ("chủ nhật",),
)
_LEAP_YEAR = 2024


def impossible(c: Checked) -> Iterator[Finding]:
    """31/4, 30/2, 15/13."""
    found = [m for m in _FULL.finditer(c.source.folded) if _is_a_day(m) and not iso(m["d"], m["m"], m["y"])]
    found += [m for m in _OF_YEAR.finditer(c.source.folded) if not iso(m["d"], m["m"], _LEAP_YEAR)]
    for match in sorted(found, key=lambda m: m.start()):
        span = (match.start(), match.end())
        yield c.note(
            "impossible_date",
            [span],
            text=f"Không có ngày “{c.words(span)}” trong lịch.",
            suggestion="Đề nghị kiểm tra lại ngày, tháng.",
        )


def _is_a_day(match: re.Match[str]) -> bool:
    """ "12-13.2024" may be anything; a day is said to be one, or has strokes."""
    return bool(match["said"]) or match["mark"] in ("/", " tháng ")


def weekdays(c: Checked) -> Iterator[Finding]:
    """ "thứ Hai, ngày 05/02/2025" where that day was a Wednesday."""
    for match in _WEEKDAY.finditer(c.source.folded):
        day = iso(match["d"], match["m"], match["y"])
        name = " ".join(match["name"].split())
        if day and name not in _WEEKDAYS[date.fromisoformat(day).weekday()]:
            right = _WEEKDAYS[date.fromisoformat(day).weekday()][0]
            yield c.note(
                "wrong_weekday",
                [(match.start(), match.end())],
                text=f"Ngày {printed(date.fromisoformat(day))} là {right}, không phải {name}.",
                suggestion="Đề nghị kiểm tra lại thứ hoặc ngày.",
            )


def outside_period(c: Checked) -> Iterator[Finding]:
    """Targets and duties due before the programme begins or after it ends."""
    start, end = c.draft.header.period.start, c.draft.header.period.end
    if not start or not end:
        return
    late: dict[int, list[tuple[int, int]]] = {}
    dues = [(target.due, target.span) for target in c.draft.targets]
    dues += [(duty.due, duty.span) for duty in c.draft.duties]
    for due, span in dues:
        year = _year(due)
        if year and not start <= year <= end:
            late.setdefault(year, []).append(span)
    for year, spans in sorted(late.items()):
        yield c.note(
            "deadline_outside_period",
            spans,
            text=f"Hạn năm {year} nằm ngoài thời gian thực hiện {_period(start, end)}.",
            suggestion="Đề nghị sửa hạn hoặc thời gian thực hiện.",
        )


def _year(due: str | None) -> int | None:
    match = re.match(r"(?P<y>(?:19|20)\d\d)(?:-\d\d-\d\d)?$", due or "")
    return int(match["y"]) if match else None


def _period(start: int, end: int) -> str:
    return str(start) if start == end else f"{start} - {end}"


def signed_before_basis(c: Checked) -> Iterator[Finding]:
    """A document cannot rest on one of a later day."""
    later = [
        basis
        for basis in c.draft.legal_bases
        if c.day and basis.date and date.fromisoformat(basis.date) > c.day
    ]
    if later and c.day:
        named = listed([f"“{c.words(basis.span)}”" for basis in later])
        yield c.note(
            "signed_before_basis",
            [basis.span for basis in later],
            text=f"Văn bản ghi ngày {printed(c.day)} nhưng căn cứ {named}, có ngày sau đó.",
            suggestion="Đề nghị kiểm tra ngày ban hành của văn bản và ngày của căn cứ.",
        )
