"""What the end of a row of a binary Word file says of its cells: [MS-DOC] TDefTableOperand."""

import struct

from . import doc_sprms as sprms
from .doc_looks import ParagraphLook
from .flow import RowShape

_CELL = 20
_JOINED_LEFT = 1
_GOES_ON = 1


def row_shape(look: ParagraphLook) -> RowShape:
    """The shape of a row by the modifiers of the mark that ends it."""
    edges: tuple[int, ...] = ()
    joined: set[int] = set()
    upward: dict[int, int] = {}
    is_header = False
    for code, operand in look.row:
        if code == sprms.ROW_HEADER:
            is_header = bool(sprms.number(operand))
        elif code == sprms.ROW_UPWARD and len(operand) == 2:
            upward[operand[0]] = operand[1]
        elif code == sprms.ROW_CELLS:
            edges, flags = _defined(operand)
            joined = {number for number, flag in enumerate(flags) if flag & 0b11 == _JOINED_LEFT}
            upward = {number: flag >> 5 & 0b11 for number, flag in enumerate(flags)} | upward
    goes_on = frozenset(number for number, flag in upward.items() if flag == _GOES_ON)
    return RowShape(edges, goes_on, frozenset(joined), is_header)


def _defined(operand: bytes) -> tuple[tuple[int, ...], list[int]]:
    """The edges of the cells, and the flags of each."""
    count = operand[0] if operand else 0
    if len(operand) < 1 + 2 * (count + 1):
        return (), []
    edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
    first = 1 + 2 * (count + 1)
    flags = [
        struct.unpack_from("<H", operand, first + _CELL * number)[0]
        for number in range(count)
        if first + _CELL * number + 2 <= len(operand)
    ]
    return edges, flags
