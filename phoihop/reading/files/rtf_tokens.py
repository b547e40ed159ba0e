"""RTF as tokens: groups, control words, bytes and plain characters (Rich Text Format 1.9.1)."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple


class Token(Enum):
    """The kinds of token."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    BYTES = auto()


class Piece(NamedTuple):
    """A token: a control word has its number, bytes are what stands for characters of a code page."""

    kind: Token
    word: str = ""
    number: int | None = None
    data: bytes = b""


_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?"
    rb"|(?P<hex>(?:\\'[0-9a-fA-F]{2})+)"
    rb"|\\(?P<sign>[^a-zA-Z'])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<plain>[^\\{}\r\n\x00]+)"
    rb"|(?P<nothing>[\r\n\x00]+|\\)",
    re.DOTALL,
)
_OPEN, _CLOSE = Piece(Token.OPEN), Piece(Token.CLOSE)


def tokens(data: bytes) -> Iterator[Piece]:
    """Every token of the file; binary data after a `bin` word is skipped."""
    at = 0
    while match := _TOKEN.match(data, at):
        at = match.end()
        if match["word"] is not None:
            number = int(match["number"]) if match["number"] is not None else None
            if match["word"] == b"bin":
                at += max(0, number or 0)
                continue
            yield Piece(Token.WORD, match["word"].decode("ascii"), number)
        elif match["hex"] is not None:
            yield Piece(Token.BYTES, data=bytes.fromhex(match["hex"].replace(b"\\'", b"").decode("ascii")))
        elif match["sign"] is not None:
            yield Piece(Token.WORD, match["sign"].decode("latin-1"))
        elif match["brace"] is not None:
            yield _OPEN if match["brace"] == b"{" else _CLOSE
        elif match["plain"] is not None:
            yield Piece(Token.BYTES, data=match["plain"])
