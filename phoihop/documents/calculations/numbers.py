"""How the number of a document is printed."""


def number_words(number: int, symbol: str) -> str:
    """ "05/CTrPH-UBND-MTTQ": below ten with a leading zero (Nghị định 30/2020, Phụ lục I, mục II.3)."""
    return f"{number:02d}/{symbol}"
