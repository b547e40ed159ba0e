"""Numbers as Vietnamese papers print them."""

import re
from decimal import Decimal

_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+", re.ASCII)
_MOST_DIGITS = 18
"""What a 64-bit column holds for certain; also keeps endless digits away from arithmetic."""


def decimal_words(value: Decimal | int | None) -> str:
    """1.234,5: a dot between thousands, a decimal comma, no useless zeros; empty for none."""
    if value is None:
        return ""
    text = f"{Decimal(value):,f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def whole_number(text: str | None) -> int | None:
    """A count or key as a form or address carries it; None for anything else, and for more than 18 digits."""
    return int(text) if text and text.isdecimal() and len(text) <= _MOST_DIGITS else None


def read_decimal(text: str) -> Decimal:
    """A number as people type it: "85,3", "1.234,5", "120"; ValueError otherwise.

    A dot parts thousands only where they can stand so: "0.125" and "2.5" are decimals.
    """
    plain = "".join(text.split())
    whole, comma, fraction = plain.partition(",")
    if _THOUSANDS.fullmatch(whole):
        plain = whole.replace(".", "") + comma.replace(",", ".") + fraction
    elif comma and "." not in whole:
        plain = f"{whole}.{fraction}"
    if not plain or any(c not in "0123456789.-" for c in plain):
        raise ValueError(text)
    try:
        return Decimal(plain)
    except ArithmeticError as error:
        raise ValueError(text) from error
