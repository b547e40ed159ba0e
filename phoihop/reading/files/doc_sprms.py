"""Single property modifiers of the binary Word format: [MS-DOC] 2.6."""

import struct
from collections.abc import Iterator

_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615

DELETED, HIDDEN, CAPITALS, CHARACTER_STYLE, SYMBOL = 0x0800, 0x083C, 0x083B, 0x4A30, 0x6A09
FONT_ASCII, FONT_OTHER = 0x4A4F, 0x4A51
LIST, LIST_DEPTH = 0x460B, 0x260A
IN_TABLE, ENDS_ROW, DEPTH, ENDS_INNER_CELL, ENDS_INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
LONG_LISTS = (0x6645, 0x6646)
ROW_CELLS, ROW_HEADER, ROW_UPWARD = _TABLE_DEFINITION, 0x3404, 0xD62B


def modifiers(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each modifier of a list with its operand; what is cut off is left out."""
    at = 0
    while at + 2 <= len(data):
        (code,) = struct.unpack_from("<H", data, at)
        at += 2
        length, skip = _length(code, data, at)
        operand = data[at + skip : at + skip + length]
        if len(operand) < length:
            return
        yield code, operand
        at += skip + length


def number(operand: bytes) -> int:
    """An operand as a whole number without sign."""
    return int.from_bytes(operand, "little")


def _length(code: int, data: bytes, at: int) -> tuple[int, int]:
    """The length of an operand and of the count that stands before it."""
    fixed = _SIZES.get(code >> 13)
    if fixed is not None:
        return fixed, 0
    if code == _TABLE_DEFINITION:
        return max(0, number(data[at : at + 2]) - 1), 2
    length = data[at] if at < len(data) else 0
    if code == _TABS and length == 255:
        return _tabs(data, at + 1), 1
    return length, 1


def _tabs(data: bytes, at: int) -> int:
    """The one operand longer than its count can say: tabs taken away (4 bytes each), tabs set (3 each)."""
    taken = data[at] if at < len(data) else 0
    follows = at + 1 + 4 * taken
    added = data[follows] if follows < len(data) else 0
    return 2 + 4 * taken + 3 * added
