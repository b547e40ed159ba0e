"""How numbers of documents are printed, and the days a book of numbers covers."""

import re
from datetime import date

_STATE_SYMBOL = re.compile(r"[^\W_]+(?:\.[^\W_]+)*(?:-[^\W_]+(?:\.[^\W_]+)*)*")
_PARTY_SYMBOL = re.compile(rf"{_STATE_SYMBOL.pattern}/{_STATE_SYMBOL.pattern}")
_PARTY_JOINT, _STATE_JOINT = "-", "/"


def number_words(number: int, symbol: str) -> str:
    """ "05/CTrPH-UBND-MTTQ": below ten with a leading zero (Nghị định 30/2020, Phụ lục I, mục II.3).

    A symbol of the Party has its own stroke, and the number a hyphen: "05-CTr/ĐU" (Hướng dẫn 05-HD/VPTW).
    """
    joint = _PARTY_JOINT if "/" in symbol else _STATE_JOINT
    return f"{number:02d}{joint}{symbol}"


def plain_symbol(symbol: str, *, is_party: bool) -> str:
    """The symbol without blanks: "CTrPH-UBND-MTTQ", of the Party "CTr/ĐU"; ValueError when it is neither."""
    plain = re.sub(r"\s+", "", symbol)
    if not (_PARTY_SYMBOL if is_party else _STATE_SYMBOL).fullmatch(plain):
        raise ValueError(symbol)
    return plain


def party_symbol(symbol: str) -> str:
    """A proposed state symbol as the Party writes it: "CTrPH-ĐU-MTTQ" is "CTrPH/ĐU-MTTQ"."""
    return symbol if "/" in symbol else symbol.replace("-", "/", 1)


def year_days(year: int) -> tuple[date, date]:
    """The first and the last day of a year: numbers begin again on 1 January (Nghị định 30/2020, Điều 15)."""
    return date(year, 1, 1), date(year, 12, 31)
