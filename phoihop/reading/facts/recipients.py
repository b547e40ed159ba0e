"""Nơi nhận: who gets the document, and what for."""

import re
from collections.abc import Iterator

from phoihop.reading.draft import Recipient
from phoihop.reading.language.cells import Cell, rows_of
from phoihop.reading.language.source import Source, phrase

from .zones import TAIL_MARK

_HEADING = re.compile(r"(?:nơi nhận|nơi gửi|kính gửi)\s*(?P<mark>[:;.]|)", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-+*•–‐]|\d{1,2}[.)])\s*(?=\S)")
_PURPOSE = re.compile(r"[;,.\s]*[(\[](?P<purpose>[^()\[\]]{1,60})[)\]][;.,/\s]*$")
_SAID_PURPOSE = phrase(
    r"[;,\s]+(?P<purpose>(?:để )(?:báo cáo|b/c|thực hiện|t/h|phối hợp|biết|theo dõi))[;.,/\s]*$"
)
_ARCHIVE = phrase(r"lưu(?: trữ)?(?:(?: tại| ở)?(?: ?:)? (?=\S)| ?: ?)")
_REPORT = re.compile(r"(?:để\s+)?(?:b/c|b/cáo|báo cáo|bc|b\.c)\.?$", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\d{1,3}$")
_BREAK_INSIDE = re.compile(r";\s*[-+]\s*|(?<=[.;)])\s+[-+]\s+")


def recipient_cells(source: Source, *, start: int, end: int) -> list[Cell]:
    """The cells of a tail that belong to the list: its heading, its items and what they go on with.

    Signatures printed in a second column stand between them, or beside them, and are left out.
    """
    kept: list[Cell] = []
    is_open = has_bullets = False
    for row in rows_of(source, start=start, end=end):
        for cell in row:
            heading = _HEADING.match(source.plain, *cell)
            bulleted = bool(_BULLET.match(source.plain, *cell))
            if heading:
                is_open, has_bullets = True, False
                kept.append(cell)
                continue
            if not is_open or not kept:
                continue
            if (
                bulleted
                or _goes_on(source, cell, kept[-1])
                or (not has_bullets and _is_bare_item(source, cell))
            ):
                has_bullets = has_bullets or bulleted
                kept.append(cell)
    return kept


def _goes_on(source: Source, cell: Cell, before: Cell) -> bool:
    """An item broken over two lines goes on in lower case, or closes a bracket that is still open."""
    above, words = source.plain[slice(*before)], source.plain[slice(*cell)]
    if _PURPOSE.fullmatch(words):
        return True
    if above.rstrip().endswith((";", ".", ":")):
        return False
    return words[0].islower() or words[0] == "(" or above.count("(") > above.count(")")


def _is_bare_item(source: Source, cell: Cell) -> bool:
    """An item without a bullet: it ends as items of a list do, or is the archive's."""
    words = source.plain[slice(*cell)]
    if words == words.upper() or TAIL_MARK.match(words):
        return False
    return words.endswith((";", ".")) or bool(_ARCHIVE.match(source.folded, *cell))


def recipients_of(source: Source, cells: list[Cell]) -> list[Recipient]:
    """One row for each item of the list; that of the archive has the purpose "lưu"."""
    found = []
    for start, end in _items(source, cells):
        name_end, purpose = _purpose(source, start, end)
        archive = _ARCHIVE.match(source.folded, start, end)
        if archive:
            start, purpose = archive.end(), "lưu"
            name_end = end
        left, right = source.trimmed(start, name_end)
        right -= len(source.plain[left:right]) - len(source.plain[left:right].rstrip(" ;.,/"))
        if left < right:
            found.append(Recipient(source.line(left, right), purpose, (left, right)))
    return found


def _items(source: Source, cells: list[Cell]) -> list[Cell]:
    items: list[Cell] = []
    for cell in cells:
        heading = _HEADING.match(source.plain, *cell)
        start = source.trimmed(heading.end() if heading else cell[0], cell[1])[0]
        bullet = _BULLET.match(source.plain, start, cell[1])
        told = bool(items) and _PURPOSE.fullmatch(source.plain, *cell)
        ended = not items or source.plain[items[-1][0] : items[-1][1]].rstrip().endswith((";", "."))
        if not told and (bullet or heading or ended):
            items += _on_one_line(source, bullet.end() if bullet else start, cell[1])
        else:
            items[-1] = (items[-1][0], cell[1])
    return [(start, end) for start, end in items if _says_something(source, start, end)]


def _says_something(source: Source, start: int, end: int) -> bool:
    words = source.plain[start:end].strip()
    return bool(words) and not _PAGE_NUMBER.match(words)


def _on_one_line(source: Source, start: int, end: int) -> Iterator[Cell]:
    """ "Nơi nhận: - A; - B; - Lưu: VT." printed on one line."""
    at = start
    for mark in _BREAK_INSIDE.finditer(source.plain, start, end):
        yield (at, mark.start())
        at = mark.end()
    if at < end:
        yield (at, end)


def _purpose(source: Source, start: int, end: int) -> tuple[int, str | None]:
    match = _PURPOSE.search(source.plain, start, end) or _SAID_PURPOSE.search(source.folded, start, end)
    if not match:
        return (end, None)
    words = " ".join(match["purpose"].split())
    return (match.start(), "b/c" if _REPORT.match(words) else words)
