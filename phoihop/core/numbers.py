"""Numbers as Vietnamese papers print them."""

from decimal import Decimal


def decimal_words(value: Decimal | int | None) -> str:
    """1.234,5: a dot between thousands, a decimal comma, no useless zeros; empty for none."""
    if value is None:
        return ""
    text = f"{Decimal(value):,f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def read_decimal(text: str) -> Decimal:
    """A number as people type it: "85,3", "1.234,5", "120"; ValueError otherwise."""
    plain = text.strip().replace(" ", "")
    if "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    elif plain.count(".") >= 1 and all(len(part) == 3 for part in plain.split(".")[1:]):
        plain = plain.replace(".", "")
    if not plain or any(c not in "0123456789.-" for c in plain):
        raise ValueError(text)
    try:
        return Decimal(plain)
    except ArithmeticError as error:
        raise ValueError(text) from error
