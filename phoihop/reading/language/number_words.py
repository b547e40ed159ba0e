"""Numbers in letters, from "một" to "chín trăm chín mươi chín". "năm" alone is a year, never five."""

import re
from decimal import Decimal

_ONES = {
    "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "sáu": 6, "bảy": 7, "bẩy": 7,
    "tám": 8, "chín": 9,
}  # fmt: skip
_AFTER_TEN = _ONES | {"lăm": 5, "nhăm": 5, "năm": 5, "không": 0}
_ONE = "|".join(word for word in _ONES if word not in ("mốt", "tư"))
_LAST = "|".join(word for word in _AFTER_TEN if word != "không")
_TENS = rf"(?:(?:{_ONE}|năm) mươi(?: (?:{_LAST}))?|mười(?: (?:{_LAST}))?)"
_HUNDREDS = rf"(?:{_ONE}|năm) trăm(?: (?:(?:linh|lẻ) (?:{_LAST})|{_TENS}))?"

#: A pattern for `source.phrase`: longest first.
NUMERAL = rf"(?:{_HUNDREDS}|{_TENS}|(?:{_ONE}))"


def numeral(printed: str) -> Decimal:
    """The value of words that match NUMERAL."""
    total = 0
    current = 0
    for word in re.split(r"\s+", printed):
        if word == "trăm":
            total, current = total + current * 100, 0
        elif word == "mươi":
            total, current = total + current * 10, 0
        elif word == "mười":
            total, current = total + 10, 0
        else:
            current = _AFTER_TEN.get(word, 0)
    return Decimal(total + current)
