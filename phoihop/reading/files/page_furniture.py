"""What is printed on a page and is not of its text: set apart with its words, never thrown away unseen.

* the page number: alone on the first or last row, in the outermost tenth of the page;
* the block of an electronic signature: it names who signed and when, in small type over the head or foot;
* the stamp of the office that received the paper ("ĐẾN", its number, its day, to whom it was passed).

Running heads need more than one page to be seen; see `pages`.
"""

import re
from dataclasses import dataclass
from statistics import median

from .tokens import Row, Token, line_of

_OUTER = 0.1
_NUMBER = re.compile(r"[-–—.~\s]*(?:[Tt]rang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—.~\s]*")
_SIGNER = re.compile(r"(?:Người ký|Được ký|Ký bởi|Ký số bởi|Digitally signed|Signed by)\b", re.IGNORECASE)
_SIGNED_AT = re.compile(r"(?:Thời gian ký|Ngày ký|Giờ ký|Date|Signing date)\s*:", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:Người ký|Được ký|Ký bởi|Ký số bởi|Digitally signed|Signed by|E-?mail|Cơ quan|Đơn vị|Thời gian ký"
    r"|Ngày ký|Giờ ký|Chức vụ|Date|Reason|Location|Lý do|Signature (?:Not )?Verified)\b\s*:?",
    re.IGNORECASE,
)
_RECEIVED = re.compile(r"(?:CÔNG VĂN |VĂN BẢN )?ĐẾN\b")
_STAMPED = re.compile(
    r"(?:CÔNG VĂN |VĂN BẢN )?ĐẾN\b.{0,30}"
    r"|(?:Số|Ngày|Giờ|Chuyển|Kính chuyển|Lưu hồ sơ(?: số)?)\s*:?[\s.…_:/\d-]*"
    r"|(?:Số|Ngày|Giờ|Chuyển|Lưu hồ sơ số)\s*:\s*.{0,24}"
)


@dataclass(frozen=True)
class Apart:
    """Words set apart, and why: "page_number", "electronic_signature" or "incoming_stamp"."""

    code: str
    text: str


def without_furniture(rows: list[Row], *, height: float) -> tuple[list[Row], list[Apart]]:
    """The rows that are text, and what was set apart."""
    rows, numbers = _without_page_number(rows, height=height)
    rows, signatures = _without_signature(rows)
    rows, stamps = _without_stamp(rows)
    return (rows, numbers + signatures + stamps)


def _without_page_number(rows: list[Row], *, height: float) -> tuple[list[Row], list[Apart]]:
    for at in (0, -1):
        if len(rows) < 2:
            break
        row, inner = rows[at], rows[1 if at == 0 else -2]
        base = row[0].base
        is_outside = base < _OUTER * height or base > (1 - _OUTER) * height
        is_apart = abs(inner[0].base - base) > 1.1 * inner[0].size
        if is_outside and is_apart and _NUMBER.fullmatch(line_of(row)):
            del rows[at]
            return (rows, [Apart("page_number", line_of(row))])
    return (rows, [])


def _without_signature(rows: list[Row]) -> tuple[list[Row], list[Apart]]:
    runs = [run for row in rows for run in _runs(row)]
    marked = [run for run in runs if _SIGNATURE.match(line_of(run))]
    words = [line_of(run) for run in marked]
    if not (any(map(_SIGNER.match, words)) and any(map(_SIGNED_AT.match, words))):
        return (rows, [])
    left, right = min(run[0].left for run in marked), max(run[-1].right for run in marked)
    top, bottom = min(run[0].base for run in marked), max(run[0].base for run in marked)
    size = median(run[0].size for run in marked)

    def is_inside(run: Row) -> bool:
        between = top - 0.5 * size <= run[0].base <= bottom + 1.5 * size
        return between and left - size <= run[0].left <= right and run[0].size <= 1.1 * size

    block = [run for run in runs if run in marked or is_inside(run)]
    return _parted(rows, block, code="electronic_signature")


def _without_stamp(rows: list[Row]) -> tuple[list[Row], list[Apart]]:
    """Only around a line "ĐẾN", and only with two more lines of a stamp next to it."""
    texts = [line_of(row) for row in rows]
    at = next((n for n, text in enumerate(texts) if _RECEIVED.match(text)), None)
    if at is None:
        return (rows, [])
    start = end = at
    while start > 0 and _STAMPED.fullmatch(texts[start - 1]):
        start -= 1
    while end + 1 < len(rows) and _STAMPED.fullmatch(texts[end + 1]):
        end += 1
    if end - start < 2:
        return (rows, [])
    return _parted(rows, rows[start : end + 1], code="incoming_stamp")


def _parted(rows: list[Row], block: list[Row], *, code: str) -> tuple[list[Row], list[Apart]]:
    taken = {id(token) for run in block for token in run}
    left = [[token for token in row if id(token) not in taken] for row in rows]
    return ([row for row in left if row], [Apart(code, " ".join(map(line_of, block)))])


def _runs(row: Row) -> list[Row]:
    """A row cut at wide white: what stands beside the block is not of it."""
    runs: list[list[Token]] = []
    for before, token in zip([None, *row], row, strict=False):
        if before is None or token.left - before.right > 1.2 * max(before.size, token.size):
            runs.append([])
        runs[-1].append(token)
    return runs
