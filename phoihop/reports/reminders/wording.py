"""The words of reminders: plain Vietnamese, of a person nothing but what there is to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

SAMPLE = "SỐ LIỆU MINH HỌA"
AUTOMATIC = "Tin tự động nhắc việc, không thay công văn đôn đốc."
MOST_LINES = 40
_MOST_LETTERS = 200


@dataclass(frozen=True)
class Line:
    """One thing to do, as a message names it; `url` is a path of the site, `chased` its last letter."""

    words: str
    programme: str
    due_on: date
    url: str
    is_sample: bool
    chased: str = ""


def subject_of(lines: Sequence[Line], today: date) -> str:
    """ "Nhắc việc 10/03/2026: 2 việc quá hạn, 3 việc sắp đến hạn"; of a single thing its own words."""
    if len(lines) == 1:
        return _cut(f"Nhắc việc: {lines[0].words}, {due_words(lines[0].due_on, today)}")
    late = sum(line.due_on < today for line in lines)
    counts = [f"{late} việc quá hạn"] if late else []
    counts += [f"{len(lines) - late} việc sắp đến hạn"] if late < len(lines) else []
    return f"Nhắc việc {today:%d/%m/%Y}: {', '.join(counts)}"


def due_words(due_on: date, today: date) -> str:
    """ "hạn cuối hết ngày 19/03/2026, còn 9 ngày"."""
    days = (due_on - today).days
    left = f"còn {days} ngày" if days > 0 else "là hôm nay" if days == 0 else f"đã quá {-days} ngày"
    return f"hạn cuối hết ngày {due_on:%d/%m/%Y}, {left}"


def chased_words(chased_on: date, requested_by: date) -> str:
    """ "Đã được đôn đốc ngày 20/03/2026, yêu cầu xong trước hết ngày 25/03/2026." """
    return f"Đã được đôn đốc ngày {chased_on:%d/%m/%Y}, yêu cầu xong trước hết ngày {requested_by:%d/%m/%Y}."


def text_of(lines: Iterable[Line], today: date, *, site: str, habits_url: str) -> str:
    """The whole message: what is late first, each with its programme, last day and link.

    `site` is the address of the installation; without one, no links.
    """
    ordered = sorted(lines, key=lambda line: (line.due_on, line.programme, line.words))
    shown = ordered[:MOST_LINES]
    parts = [SAMPLE] if ordered and all(line.is_sample for line in ordered) else []
    parts += _section("QUÁ HẠN", [line for line in shown if line.due_on < today], today, site)
    parts += _section("SẮP ĐẾN HẠN", [line for line in shown if line.due_on >= today], today, site)
    if len(ordered) > len(shown):
        parts.append(f"Và {len(ordered) - len(shown)} việc nữa, xem trong phần mềm.")
    ways = (
        f"Đổi giờ nhận, kênh nhận: {site}{habits_url}" if site else "Đổi giờ nhận, kênh nhận: mục Nhắc việc."
    )
    return "\n\n".join([*parts, f"{AUTOMATIC}\n{ways}"])


def _section(title: str, lines: Sequence[Line], today: date, site: str) -> list[str]:
    return [title, *(_line(line, today, site) for line in lines)] if lines else []


def _line(line: Line, today: date, site: str) -> str:
    link = f"\n  {site}{line.url}" if site else ""
    chased = f" {line.chased}" if line.chased else ""
    return f"- {line.words} ({line.programme}): {due_words(line.due_on, today)}.{chased}{link}"


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1]}…"
