"""Columns of a page: the head with its two sides, signatures side by side, the list of recipients.

Rows are parted by a strip of white that runs down through them. A strip alone is not enough: a short list
set with tab stops has one too and is read line by line. So the rows must also hold what only stands in
such blocks (the state's name, an authority mark, "Nơi nhận"), or be running text on both sides.
"""

import re
from dataclasses import dataclass
from statistics import median

from .tokens import Row, line_of

_LAYOUT = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-"
    r"|(?:^|\s)(?:TM|T/M|TM/|KT|TL|TUQ|Q)[./]\s*[A-ZÀ-Ỹ]"
    r"|(?:^|\s)(?:ĐẠI DIỆN|THAY MẶT)\s|N[oơ]i nhận\s*:?|^(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG BAN)$"
)
_AUTHORITY = re.compile(r"(?:TM|T/M|TM/|TUQ|ĐẠI DIỆN|THAY MẶT)\b[./]?\s*[A-ZÀ-Ỹ]|N[oơ]i nhận\s*:?$")
_WIDE = 1.25
_NARROWEST = 0.7
_FARTHEST = 7.0
_NEWS_ROWS = 8

type Gap = tuple[float, float]


@dataclass(frozen=True)
class Lines:
    """Rows that are read one after another."""

    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Grid:
    """Rows of cells; each cell holds rows of its own. `is_ruled` when lines are drawn around the cells."""

    rows: tuple[tuple[tuple[Row, ...], ...], ...]
    is_ruled: bool = False


type Part = Lines | Grid


def parts_of(rows: list[Row]) -> list[Part]:
    """The rows of a page in reading order: lines, and between them what stands in columns."""
    parts: list[Part] = []
    plain: list[Row] = []
    at = 0
    while at < len(rows):
        region = _region(rows, seed=at, first=at - len(plain)) if wide_gaps(rows[at]) else None
        if region is None:
            plain.append(rows[at])
            at += 1
            continue
        start, end, gutter = region
        plain = plain[: len(plain) - (at - start)]
        if plain:
            parts.append(Lines(tuple(plain)))
        plain = []
        parts.append(_grid(rows[start:end], gutter))
        at = end
    return [*parts, Lines(tuple(plain))] if plain else parts


def wide_gaps(row: Row) -> list[Gap]:
    """White inside a row too wide for a space, widest first; spread words of a justified line have none."""
    gaps = [(a.right, b.left) for a, b in zip(row, row[1:], strict=False)]
    usual = median(b - a for a, b in gaps) if len(gaps) > 2 else 0.0
    size = max((token.size for token in row), default=1.0)
    wide = [gap for gap in gaps if gap[1] - gap[0] > max(_WIDE * size, 2.2 * usual)]
    return sorted(wide, key=lambda gap: gap[0] - gap[1])


def _region(rows: list[Row], *, seed: int, first: int) -> tuple[int, int, Gap] | None:
    for gutter in wide_gaps(rows[seed]):
        start, end, white = _grown(rows, seed, gutter, first=first)
        start = _trimmed(rows, start, end, white)
        if start <= seed and _is_layout(rows[start:end], white):
            return (start, end, white)
    return None


def _grown(rows: list[Row], seed: int, gutter: Gap, *, first: int) -> tuple[int, int, Gap]:
    """As many rows down and up as leave a strip of white open."""
    end, white = seed + 1, gutter
    while end < len(rows) and (narrower := _narrowed(white, rows, end, rows[seed:end])):
        white, end = narrower, end + 1
    start = seed
    while start > first and (narrower := _narrowed(white, rows, start - 1, rows[start:end])):
        white, start = narrower, start - 1
    return (start, end, white)


def _narrowed(white: Gap, rows: list[Row], at: int, inside: list[Row]) -> Gap | None:
    row, size = rows[at], max(token.size for token in rows[at])
    nearest = min(abs(row[0].base - inside[0][0].base), abs(row[0].base - inside[-1][0].base))
    if nearest > _FARTHEST * size:
        return None
    left, right = _widest_free(white, row)
    if right - left < _NARROWEST * size:
        return None
    sides = split(row, (left, right))
    if all(sides):
        return (left, right)
    side = 0 if sides[0] else 1
    beside = [part for other in inside if (part := split(other, (left, right))[side])]
    return (left, right) if _is_aligned(sides[side], beside, size=size) else None


def _widest_free(white: Gap, row: Row) -> Gap:
    """The widest part of a strip that no word of the row reaches into."""
    free, at = [], white[0]
    for token in row:
        if token.right > white[0] and token.left < white[1]:
            free.append((at, token.left))
            at = max(at, token.right)
    free.append((at, white[1]))
    return max(free, key=lambda gap: gap[1] - gap[0])


def split(row: Row, gutter: Gap) -> tuple[Row, Row]:
    """The two sides of a row."""
    middle = (gutter[0] + gutter[1]) / 2
    return ([t for t in row if t.middle < middle], [t for t in row if t.middle >= middle])


def _is_aligned(row: Row, column: list[Row], *, size: float) -> bool:
    """Whether a row stands under or over the others of its column: same middle, or same left edge."""
    if not column:
        return False
    middle = median((other[0].left + other[-1].right) / 2 for other in column)
    if abs((row[0].left + row[-1].right) / 2 - middle) < 1.5 * size:
        return True
    return any(abs(row[0].left - other[0].left) < 0.6 * size for other in column)


def _trimmed(rows: list[Row], start: int, end: int, gutter: Gap) -> int:
    """Past the last lines of the body, which may end left of the strip."""
    while start < end:
        left, right = split(rows[start], gutter)
        if right or _LAYOUT.search(line_of(left)) or start == 0:
            break
        start += 1
    return start


def _is_layout(rows: list[Row], gutter: Gap) -> bool:
    sides = [side for row in rows for side in split(row, gutter) if side]
    if any(_LAYOUT.search(line_of(side)) for side in sides):
        return True
    full = [row for row in rows if all(len(side) >= 4 for side in split(row, gutter))]
    return len(full) >= _NEWS_ROWS and len(full) >= 0.7 * len(rows)


def _grid(rows: list[Row], gutter: Gap) -> Grid:
    made: list[tuple[tuple[Row, ...], ...]] = []
    held: list[Row] = []
    for at, row in enumerate(rows):
        if held and _begins_anew(rows, at, gutter):
            made.append(_cells(held, gutter))
            held = []
        held.append(row)
    return Grid((*made, _cells(held, gutter)))


def _begins_anew(rows: list[Row], at: int, gutter: Gap) -> bool:
    """Whether further signatures begin under those above, on every side that goes on."""
    starts = [_AUTHORITY.match(line_of(side)) is not None for side in split(rows[at], gutter)]
    if not any(starts):
        return False
    for number in (0, 1):
        above = [row for row in rows[:at] if split(row, gutter)[number]]
        below = [row for row in rows[at:] if split(row, gutter)[number]]
        if not below or starts[number]:
            continue
        first = split(below[0], gutter)[number]
        nears = above and first[0].base - above[-1][0].base < 2.2 * first[0].size
        if nears or not _AUTHORITY.match(line_of(first)):
            return False
    return True


def _cells(rows: list[Row], gutter: Gap) -> tuple[tuple[Row, ...], ...]:
    cells: list[tuple[Row, ...]] = []
    for number in (0, 1):
        column = [side for row in rows if (side := split(row, gutter)[number])]
        inner = next((at for at, row in enumerate(column) if wide_gaps(row)), None)
        region = _region(column, seed=inner, first=0) if inner is not None else None
        if region and region[0] == 0 and region[1] == len(column):
            cells += _cells(column, region[2])
        else:
            cells.append(tuple(column))
    return tuple(cells)
