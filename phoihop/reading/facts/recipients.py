"""Nơi nhận: who gets the document, and what for."""

import re

from phoihop.reading.draft import Recipient
from phoihop.reading.language.lines import Line, lines_of
from phoihop.reading.language.source import Source, phrase

_HEADING = re.compile(r"(?:nơi nhận|nơi gửi)\s*:?", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-+*•–]|\d{1,2}[.)])\s*")
_PURPOSE = re.compile(r"[;,\s]*\((?P<purpose>[^()]{1,60})\)[;.,\s]*$")
_ARCHIVE = phrase(r"lưu ?(?:tại )?(?::|vt\b|văn thư|hồ sơ) ?")
_REPORT = re.compile(r"(?:để\s+)?(?:b/c|b/cáo|báo cáo|bc|b\.c)$", re.IGNORECASE)
_END_OF_LIST = re.compile(r"(?:TM|T/M|KT|TL|TUQ|Q)[./:]")


def recipient_lines(source: Source, *, start: int, end: int) -> list[Line]:
    """The lines of a tail that belong to the list: its heading, its bullets and what they go on with.

    Signatures printed in a second column stand between them and are left out.
    """
    kept: list[Line] = []
    is_open = False
    for line in lines_of(source, start=start, end=end):
        heading = _HEADING.match(line.plain)
        if heading:
            kept.append(line)
            is_open = True
        elif is_open and (_BULLET.match(line.plain) or _goes_on(line, kept[-1])):
            kept.append(line)
    return kept


def _goes_on(line: Line, before: Line) -> bool:
    """A bullet broken over two lines goes on in lower case."""
    return (
        bool(line.plain) and line.plain[0].islower() and not before.plain.rstrip().endswith((";", ".", ":"))
    )


def recipients_of(source: Source, lines: list[Line]) -> list[Recipient]:
    """One row for each line of the list; the line of the archive has the purpose "lưu"."""
    found = []
    for start, end in _items(source, lines):
        name_end, purpose = _purpose(source, start, end)
        archive = _ARCHIVE.match(source.folded, start, end)
        if archive:
            rest = archive.end() if archive.group().strip().endswith(":") else _after_word(source, start)
            start, purpose = rest, "lưu"
        left, right = source.trimmed(start, name_end)
        right -= len(source.plain[left:right]) - len(source.plain[left:right].rstrip(" ;.,"))
        if left < right:
            found.append(Recipient(source.line(left, right), purpose, (left, right)))
    return found


def _after_word(source: Source, start: int) -> int:
    """After "Lưu" itself, where no colon follows ("Lưu VT")."""
    return start + 3


def _items(source: Source, lines: list[Line]) -> list[tuple[int, int]]:
    items: list[tuple[int, int]] = []
    for line in lines:
        heading = _HEADING.match(line.plain)
        start = line.start + heading.end() if heading else line.start
        bullet = _BULLET.match(source.plain, start, line.end)
        if bullet or heading:
            start = bullet.end() if bullet else source.trimmed(start, line.end)[0]
            items += _on_one_line(source, start, line.end)
        elif items:
            items[-1] = (items[-1][0], line.end)
    return [(start, end) for start, end in items if start < end]


def _on_one_line(source: Source, start: int, end: int) -> list[tuple[int, int]]:
    """ "Nơi nhận: - A; - B; - Lưu: VT." printed on one line."""
    marks = [m.end() for m in re.compile(r";\s*[-+]\s*").finditer(source.plain, start, end)]
    return list(zip([start, *marks], [*marks, end], strict=True))


def _purpose(source: Source, start: int, end: int) -> tuple[int, str | None]:
    match = _PURPOSE.search(source.plain, start, end)
    if not match:
        return (end, None)
    words = " ".join(match["purpose"].split())
    return (match.start(), "b/c" if _REPORT.match(words) else words)
