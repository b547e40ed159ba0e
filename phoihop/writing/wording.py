"""The set forms of an administrative paper's small texts."""

import re
import unicodedata
from datetime import date

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BLANKS = re.compile(r"[ \t\r\n]+")
_END = " \t\n.;,/"
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN_TENS = ("", "X", "XX", "XXX", "XL", "L")
#: On every page, sheet and file made from invented figures.
SAMPLE_MARK = "SỐ LIỆU MINH HỌA"
BLANK_NUMBER = " " * 7
BLANK_DAY = " " * 4


def plain(text: str) -> str:
    """Precomposed letters (TCVN 6909:2001), one space for each run of blanks, nothing XML cannot hold."""
    return _BLANKS.sub(" ", NOT_XML.sub("", unicodedata.normalize("NFC", text))).strip(" ")


def lines_of(text: str) -> list[str]:
    """The non-empty lines of a text, each plain."""
    return [line for line in map(plain, text.splitlines()) if line]


def ended(text: str, end: str) -> str:
    """The text with `end` in place of whatever full stop, semicolon or comma it has."""
    return plain(text).rstrip(_END) + end


def number_symbol(number: int | None, symbol: str, *, joint: str = "/") -> str:
    """05/BC-UBND, 05-BC/ĐU: below ten a zero stands first; without a number the clerk's place stays blank."""
    return f"{BLANK_NUMBER if number is None else f'{number:02d}'}{joint}{plain(symbol)}"


def written_day(day: date | None, *, year: int) -> str:
    """Ngày 05 tháng 02 năm 2026: zeros before days below ten and before January and February only."""
    if day is None:
        return f"ngày{BLANK_DAY}tháng{BLANK_DAY}năm {year}"
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def roman(number: int) -> str:
    """I, II, … for the numbers of annexes (below 60)."""
    return _ROMAN_TENS[number // 10] + _ROMAN[number % 10]
