"""Days off and worked as somebody pastes them: one a line, day; kind; name; source."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

HOLIDAY, WORKING = "holiday", "working"
_KINDS = {"holiday": HOLIDAY, "nghỉ": HOLIDAY, "nghỉ lễ": HOLIDAY, "working": WORKING, "làm bù": WORKING}
_FORMATS = ("%Y-%m-%d", "%d/%m/%Y")
_LONGEST = 400


@dataclass(frozen=True, order=True)
class DayLine:
    """A day as it is to stand; `kind` empty: an ordinary day again."""

    day: date
    kind: str
    name: str = ""
    source: str = ""


def lines_of(text: str) -> tuple[list[DayLine], list[str]]:
    """The days of a pasted text, and in words what is wrong with the lines that cannot be read.

    Parts are divided by ";", a tab, or a comma where a line has neither; a heading line is passed over.
    """
    found, problems = {}, []
    rows = [row for row in text.splitlines() if row.strip()]
    for number, row in enumerate(rows[:_LONGEST], 1):
        read = _line(row)
        if isinstance(read, DayLine):
            found[read.day] = read
        elif number > 1 or not row.casefold().startswith(("day", "ngày")):
            problems.append(f"Dòng {number}: {read}")
    if len(rows) > _LONGEST:
        problems.append(f"Mỗi lần nạp nhiều nhất {_LONGEST} ngày.")
    return sorted(found.values()), problems


def _line(row: str) -> "DayLine | str":
    divider = next((mark for mark in (";", "\t") if mark in row), ",")
    parts = [part.strip().strip('"') for part in row.split(divider, 3)]
    if len(parts) < 4 or not all(parts):
        return "cần đủ ngày, loại, tên, nguồn."
    day = _day(parts[0])
    kind = _KINDS.get(parts[1].casefold())
    if day is None:
        return f"“{parts[0]}” không phải là ngày (ví dụ 30/04/2027)."
    if kind is None:
        return f"loại “{parts[1]}” phải là “nghỉ” hoặc “làm bù”."
    return DayLine(day, kind, parts[2][:120], parts[3][:1000])


def _day(text: str) -> date | None:
    for pattern in _FORMATS:
        try:
            return datetime.strptime(text, pattern).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def text_of(lines: Collection[DayLine]) -> str:
    """The lines as `lines_of` reads them."""
    return "\n".join(f"{line.day.isoformat()};{line.kind};{line.name};{line.source}" for line in lines)


@dataclass(frozen=True)
class DayChange:
    """A day before and after; None: an ordinary day."""

    day: date
    before: DayLine | None
    after: DayLine | None


def changes_of(wanted: Collection[DayLine], known: Mapping[date, DayLine]) -> list[DayChange]:
    """What really differs; a day taken out that was ordinary, or written as it is, is no change."""
    changes = []
    for line in wanted:
        before, after = known.get(line.day), line if line.kind else None
        if before != after:
            changes.append(DayChange(line.day, before, after))
    return changes
