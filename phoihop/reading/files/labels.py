"""The forms in which word processors count: "3", "III", "c", "ba"."""

from collections.abc import Callable

from .symbols import symbol

_ROMANS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN, _MOST_LETTERS = 3999, 26 * 20
_BULLETS = ("-", "+", "*", "•", "–", "—", "▪", "●")
_PRIVATE = range(0xF020, 0xF100)


def roman(number: int) -> str:
    """ "XIV"; in digits beyond what is written so."""
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for value, letters in _ROMANS:
        times, number = divmod(number, value)
        text += letters * times
    return text


def letter(number: int) -> str:
    """ "a" to "z", then "aa", "bb": word processors count by the Latin alphabet, without "đ"."""
    if not 0 < number <= _MOST_LETTERS:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": lambda number: letter(number).upper(),
    "lowerLetter": letter,
    "decimalEnclosedParen": "({})".format,
    "numberInDash": "- {} -".format,
    "none": lambda number: "",
    "bullet": lambda number: "",
}


def counted(number: int, form: str) -> str:
    """A count in its form; a form not known is shown in digits."""
    return FORMS.get(form, str)(number)


def bullet(text: str, *, font: str | None = None) -> str:
    """A bullet as a letter: dashes, pluses and stars stay, "o" stands for a plus, any other sign for "-"."""
    sign = text.strip()
    if not sign:
        return ""
    if len(sign) == 1 and ord(sign) in _PRIVATE:
        sign = symbol(ord(sign), font=font)
    if sign in _BULLETS:
        return sign
    if sign == "o":
        return "+"
    return sign if sign[0].isalnum() and sign != "§" and ord(sign[0]) < 0x80 else "-"
