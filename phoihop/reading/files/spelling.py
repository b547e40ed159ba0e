"""How Vietnamese a text looks: what decides between two ways of decoding the same bytes."""

import re
import unicodedata
from functools import lru_cache

from .syllables import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
# Signs that stand in no office's text but in the middle of words decoded wrongly.
_ODD = re.compile("[\x80-\x9f\u00a1-\u00a9\u00ac-\u00af\u00b2-\u00ba\u00bc-\u00bf\ufffd\ue000-\uf8ff]")
_STOPPED = re.compile("[\u0300\u0303\u0309][^aeiouy]*(?:ch|[cpt])$")
_MANY = 5
_FEW_SLIPS = 20


def score(text: str) -> int:
    """Marked words that are syllables, less those that are none and signs that do not belong."""
    good, bad = _counts(text)
    return good - 2 * bad


def is_flawless(text: str) -> bool:
    """Whether so many words are syllables and none is not, that no other decoding need be tried."""
    good, bad = _counts(text)
    return good >= _MANY and not bad


def is_well_spelled(text: str) -> bool:
    """Whether hardly a marked word is no syllable: a text in its right encoding, with names and slips."""
    good, bad = _counts(text)
    return good >= _MANY and good > _FEW_SLIPS * bad


def _counts(text: str) -> tuple[int, int]:
    text = unicodedata.normalize("NFC", text)
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    good = sum(map(_is_spelled, marked))
    return good, len(marked) - good + len(_ODD.findall(text))


@lru_cache(maxsize=1 << 16)
def _is_spelled(word: str) -> bool:
    """A syllable, written in capitals, in small letters or with one capital in front."""
    if not is_syllable(word) or not (word.isupper() or word[1:].islower() or len(word) == 1):
        return False
    # Before a stop there are but two tones: "tịch" and "tích" are words, "tềch" is none.
    return _STOPPED.search(unicodedata.normalize("NFD", word.lower())) is None
