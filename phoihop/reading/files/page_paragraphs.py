"""Which rows of a page go on in the next: a paragraph is one line of the text, however often it was broken.

A break is soft when the first word of the next row had no room left on this one. A full row is followed by
a new paragraph all the same where the next is set in, is labelled, or stands farther down than usual.
"""

import re
from dataclasses import dataclass
from statistics import median

from .tokens import Row, line_of

_LABEL = re.compile(
    r"(?:[-–+*•●]\s|\d{1,2}(?:\.\d{1,2}){0,4}[.)]\s|\d{1,2}(?:\.\d{1,2}){1,4}\s|[a-zđ]{1,2}\)\s?|[IVXLC]{1,5}[.)]\s"
    r"|(?:Điều|Chương|Mục|Phần|Khoản)\s+[\dIVXLC]+|CHƯƠNG\s|PHẦN\s|Căn cứ\s|Nơi nhận"
    r"|(?:TM|T/M|KT|TL|TUQ)[./]\s*[A-ZÀ-Ỹ])"
)
_CLOSED = re.compile(r"[.;:!?…/][”\"')\]]*$")
_PIECE = re.compile(r"[^-/–]*[-/–]?")
_BROKEN = re.compile(r"\w[-/]$")
_POSITION = re.compile(
    r"(?:PHÓ|CHỦ|BÍ|GIÁM|TRƯỞNG|TỔNG|THƯ KÝ|CHÁNH|QUYỀN|ỦY VIÊN|UỶ VIÊN|THƯỜNG TRỰC|TM|T/M|KT|TL|TUQ|Q)\b"
)
_SET_IN = 0.8
_LEAST_ROOM = 3.5


@dataclass(frozen=True)
class Column:
    """Where the rows of a column begin and end, and how far apart they stand; `is_narrow` is half a page."""

    left: float
    right: float
    leading: float
    is_narrow: bool = False

    def is_centred(self, row: Row) -> bool:
        """Whether a row stands in the middle with white on both sides."""
        before, after = row[0].left - self.left, self.right - row[-1].right
        return min(before, after) > 2 * row[0].size and abs(before - after) < 2 * row[0].size

    def is_set_in(self, row: Row) -> bool:
        """Whether a row begins right of the margin, as first lines do."""
        return row[0].left - self.left > _SET_IN * row[0].size

    def room(self, row: Row) -> float:
        """White after the last word."""
        return self.right - row[-1].right


def column_of(rows: list[Row], *, width: float | None = None) -> Column:
    """Measured from the rows; the `width` of the page gives the right margin where all rows are short."""
    left = min(row[0].left for row in rows)
    right = max(row[-1].right for row in rows)
    is_narrow = width is not None and _is_narrow(rows, left=left, right=right, width=width)
    if width is not None and not is_narrow:
        right = max(right, width - left)
    steps = [b[0].base - a[0].base for a, b in zip(rows, rows[1:], strict=False)]
    usual = [step for step in steps if step > 0]
    return Column(left=left, right=right, leading=median(usual) if usual else 0.0, is_narrow=is_narrow)


def _is_narrow(rows: list[Row], *, left: float, right: float, width: float) -> bool:
    """Whether all rows keep to the left half: a list that began beside something on the page before."""
    is_kept = all(row[0].left - left < 2 * row[0].size for row in rows)
    return len(rows) > 2 and is_kept and right < 0.55 * width


def paragraphs(rows: list[Row], column: Column, *, joins_centred: bool) -> list[list[Row]]:
    """Rows grouped to paragraphs; centred rows only where the width of the column is known for sure."""
    made: list[list[Row]] = []
    for row in rows:
        if made and _goes_on(made[-1], row, column, joins_centred=joins_centred):
            made[-1].append(row)
        else:
            made.append([row])
    return made


def is_labelled(row: Row) -> bool:
    """Whether a row opens a clause, an item or a basis."""
    return _LABEL.match(line_of(row) + " ") is not None


def is_closed(row: Row) -> bool:
    """Whether a row ends a sentence or an item."""
    return _CLOSED.search(line_of(row)) is not None


def breaks_a_word(row: Row) -> bool:
    """Whether the row ends inside a number such as 05/CTr-UBND, broken after its stroke."""
    return _BROKEN.search(row[-1].text) is not None


def may_go_on(row: Row, column: Column, *, is_indented_style: bool) -> bool:
    """Whether the last row of a page may go on overleaf: it is full, and looks unfinished."""
    is_full = column.room(row) < _LEAST_ROOM * row[0].size and not column.is_centred(row)
    return is_full and (is_indented_style or not is_closed(row))


def may_be_going_on(row: Row, column: Column) -> bool:
    """Whether the first row of a page may go on from the page before."""
    return not (column.is_set_in(row) or is_labelled(row) or column.is_centred(row))


def _goes_on(above: list[Row], row: Row, column: Column, *, joins_centred: bool) -> bool:
    last = above[-1]
    if column.is_narrow and (is_closed(last) or line_of(last).isupper()):
        return False
    if _differs(last, row) or (_fits(last, row, column) and not _hangs(last, row)):
        return False
    if row[0].base - last[0].base > max(1.7 * min(column.leading, 2 * row[0].size), 2 * row[0].size):
        return False
    if not joins_centred and _is_stacked(last, row):
        return _is_remainder(last, row)
    if column.is_centred(row) or column.is_centred(last):
        return joins_centred and column.is_centred(row) and not is_labelled(row)
    if is_labelled(row) and (is_closed(last) or column.is_set_in(row)):
        return False
    return _keeps_edge(above, row, column)


def _keeps_edge(above: list[Row], row: Row, column: Column) -> bool:
    """Whether the row begins where a further row of this paragraph would."""
    first, size = above[0], row[0].size
    if len(above) > 1:
        return abs(row[0].left - above[-1][0].left) < 1.2 * size
    step = row[0].left - first[0].left
    if step > 0.5 * size:
        return is_labelled(first) and step < 4 * size
    if column.is_set_in(first) and step > -0.5 * size:
        return not is_closed(first) and not line_of(row)[:1].isupper()
    return True


def _fits(row: Row, following: Row, column: Column) -> bool:
    """Whether the first word of the next row had room on this one."""
    word = following[0]
    piece = _PIECE.match(word.text)
    share = len(piece.group()) / len(word.text) if piece and piece.group() else 1.0
    needed = share * (word.right - word.left) + 0.25 * word.size
    return needed < column.room(row) - 0.15 * word.size


def _hangs(row: Row, following: Row) -> bool:
    """Whether a sentence is cut off here and goes on in small letters or brackets at the same edge."""
    begins = line_of(following)[0]
    is_same_edge = abs(row[0].left - following[0].left) < 0.4 * row[0].size
    return is_same_edge and not is_closed(row) and (begins.islower() or begins == "(")


def _is_stacked(above: Row, row: Row) -> bool:
    """Whether two rows have one middle, or the first is in capitals: lines of a heading, no paragraph."""
    if line_of(above).isupper():
        return True
    middles = [(each[0].left + each[-1].right) / 2 for each in (above, row)]
    is_shifted = abs(above[0].left - row[0].left) > 0.3 * row[0].size
    return is_shifted and abs(middles[0] - middles[1]) < 0.6 * row[0].size


def _is_remainder(above: Row, row: Row) -> bool:
    """Whether the last word or two of a name in capitals fell to a row of their own, and are no position."""
    text = line_of(row)
    return line_of(above).isupper() and text.isupper() and len(row) <= 2 and not _POSITION.match(text)


def _differs(above: Row, row: Row) -> bool:
    """Whether two rows are set in clearly different sizes."""
    first, second = median(t.size for t in above), median(t.size for t in row)
    return max(first, second) > 1.3 * min(first, second)
