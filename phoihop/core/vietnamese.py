"""Vietnamese words as keys: search without marks, order as a dictionary has it."""

import re
import unicodedata

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: f"{index:02d}" for index, letter in enumerate(_ALPHABET, start=10)}
# Lower than every letter, so that a shorter word and a word before another come first.
_WORD_END, _LETTERS_END, _NUMBER = "00", "01", "02"
_WORDS = re.compile(r"\d+|[^\W\d_]+")
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

    Words are compared one after another: first by their letters in the alphabet a ă â b … đ … y, and only
    between words of equal letters by tone in the order ngang, huyền, hỏi, ngã, sắc, nặng. Numbers come before
    letters and by their value (Phường 2 before Phường 10); punctuation only parts words.
    """
    placed = _PLACED.sub(lambda m: _OLD_TONE_PLACE[m.group()], nfc(text).lower())
    return _WORD_END.join(_word_key(word) for word in _WORDS.findall(placed))


def _word_key(word: str) -> str:
    if word.isdecimal():
        digits = str(int(word))
        return f"{_NUMBER}{len(digits):02d}{digits}"
    letters, tones = zip(*map(_letter_and_tone, word), strict=True)
    return "".join(letters) + _LETTERS_END + "".join(tones)


def _letter_and_tone(char: str) -> tuple[str, str]:
    parts = unicodedata.normalize("NFD", char)
    tone = next((c for c in parts if c in _TONES), "")
    letter = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else char
    return _RANK.get(letter, "99"), _TONES.get(tone, "0")
