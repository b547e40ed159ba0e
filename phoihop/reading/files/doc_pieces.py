"""The words of a binary Word file: pieces of the main stream in order, in one byte a character or in two."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

CLX = 33
_PROPERTIES, _PIECES = 1, 2
_COMPRESSED, _PLACE = 0x40000000, 0x3FFFFFFF
_MOST_PIECES = 200_000


@dataclass(frozen=True)
class Piece:
    """Characters `[start, end)` of the document, at byte `place` of the main stream, `width` bytes each."""

    start: int
    end: int
    place: int
    width: int


@dataclass(frozen=True)
class Pieces:
    """All pieces in order."""

    main: bytes
    pieces: tuple[Piece, ...]

    def stretches(self, start: int, end: int) -> Iterator[Piece]:
        """The pieces of `[start, end)`, cut at its two ends."""
        first = max(0, bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1)
        for piece in self.pieces[first:]:
            if piece.start >= end:
                return
            low, high = max(start, piece.start), min(end, piece.end)
            if low < high:
                yield Piece(low, high, piece.place + (low - piece.start) * piece.width, piece.width)

    def text(self, piece: Piece) -> str:
        """The characters of a piece, one for each; raises ValueError where the stream is cut off."""
        data = self.main[piece.place : piece.place + (piece.end - piece.start) * piece.width]
        if len(data) != (piece.end - piece.start) * piece.width:
            raise ValueError("The stream ends inside a piece.")
        return data.decode("latin-1").translate(_CP1252) if piece.width == 1 else _units(data)


def pieces_of(main: bytes, clx: bytes) -> Pieces:
    """From the piece table; raises struct.error or ValueError where it is broken."""
    at = 0
    while clx[at] == _PROPERTIES:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    if clx[at] != _PIECES:
        raise ValueError("No piece table.")
    (length,) = struct.unpack_from("<I", clx, at + 1)
    table = clx[at + 5 : at + 5 + length]
    count = (len(table) - 4) // 12
    if not 0 < count <= _MOST_PIECES:
        raise ValueError("No pieces.")
    ends = struct.unpack_from(f"<{count + 1}I", table, 0)
    if ends[-1] > len(main):
        raise ValueError("More characters than bytes.")
    found = []
    for number in range(count):
        (place,) = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)
        width = 1 if place & _COMPRESSED else 2
        start = (place & _PLACE) // 2 if width == 1 else place & _PLACE
        found.append(Piece(ends[number], ends[number + 1], start, width))
    return Pieces(main, tuple(found))


def _units(data: bytes) -> str:
    """UTF-16 with one character a unit, so that places in the file are kept; pairs are joined later."""
    return data.decode("utf-16-le", "surrogatepass") if not _has_pairs(data) else _each_unit(data)


def _has_pairs(data: bytes) -> bool:
    return any(0xD8 <= high <= 0xDF for high in data[1::2])


def _each_unit(data: bytes) -> str:
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data)))


def joined_pairs(text: str) -> str:
    """Characters beyond the first plane from their two units; a unit alone is not a character and goes."""
    if not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")


_CP1252 = {code: char for code in range(0x80, 0xA0) if (char := bytes([code]).decode("cp1252", "ignore"))}
