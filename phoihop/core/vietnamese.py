"""Vietnamese words as keys: search without marks, order as a dictionary has it."""

import re
import unicodedata

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: f"{index:02d}" for index, letter in enumerate(_ALPHABET, start=10)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_OLD_TONE_PLACE = {
    "òa": "oà", "óa": "oá", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "òe": "oè", "óe": "oé", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
_PLACED = re.compile("|".join(_OLD_TONE_PLACE))


def nfc(text: str) -> str:
    """The text in precomposed form (TCVN 6909:2001)."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case, without marks, đ as d, blanks and punctuation as single blanks: a key to search by."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    letters = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(letters.split())


def sort_key(text: str) -> str:
    """A string whose plain byte order is the order of a Vietnamese dictionary.

    Words are compared letter by letter in the alphabet a ă â b … đ … y, and only between words of equal
    letters by tone in the order ngang, huyền, hỏi, ngã, sắc, nặng.
    """
    words = _PLACED.sub(lambda m: _OLD_TONE_PLACE[m.group()], nfc(text).lower()).split()
    return "00".join(_word_key(word) for word in words)


def _word_key(word: str) -> str:
    letters, tones = [], []
    for char in word:
        parts = unicodedata.normalize("NFD", char)
        tone = next((c for c in parts if c in _TONES), "")
        letter = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else char
        if letter.isdecimal():
            letters.append(f"0{int(letter)}"[-2:] if int(letter) else "00")
        else:
            letters.append(_RANK.get(letter, "99"))
        tones.append(_TONES.get(tone, "0"))
    return "".join(letters) + "01" + "".join(tones)
