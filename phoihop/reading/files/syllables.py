"""Whether letters are Vietnamese words: the check that chooses how a PDF is read.

A file printed from two fonts, decoded by a wrong table or badly recognised shows it in its words: accented
letters stand alone ("H ỘI Đ ỒNG"), or words are no syllables of the language.
"""

import re
import unicodedata

# Measured on five printed programmes: sound text has at most 0.3 % of its words unsound, text of the same
# papers with letters out of order has 40 % and more.
MOST_UNSOUND = 0.02
# Four of five words of running Vietnamese carry a mark; a text of capitals and abbreviations, half of them.
LEAST_MARKED = 0.25
_LEAST_WORDS = 20

_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_MARKS = set("\u0302\u0306\u031b")
_ALONE = set("yàáạảãăâèéẹêếềệìíịòóọôồốổộơờớởợùúụủừứựýỳỵđ") & set("ởýàừạôồổơêếéđờợ")
_ONSET = "(?:b|ch|c|d|đ|gi|gh|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?"
_NUCLEUS = (
    "(?:uyê|uya|uyu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|iêu|yêu|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe"
    "|oi|oo|ôi|ôô|ơi|ua|uâ|ue|uê|uô|uơ|ui|uy|ưa|ươ|ưi|ưu|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
)
_SYLLABLE = re.compile(f"{_ONSET}{_NUCLEUS}(?:ch|c|k|m|ng|nh|n|p|t)?")


def is_syllable(word: str) -> bool:
    """Whether letters can be one Vietnamese syllable; any case, with or without its marks."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare = decomposed.translate(_TONES)
    if len(decomposed) - len(bare) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def is_sound(text: str) -> bool:
    """Whether the words of a text read like Vietnamese, or there are too few of them to tell."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return len(words) < _LEAST_WORDS or unsound_share(text) <= MOST_UNSOUND


def is_marked(text: str) -> bool:
    """Whether enough words carry marks; a layer recognised in another language has hardly any."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return len(words) < _LEAST_WORDS or sum(map(_has_marks, words)) >= LEAST_MARKED * len(words)


def unsound_share(text: str) -> float:
    """The share, 0 to 1, of words that are no syllable, or one marked letter that never stands alone."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    unsound = sum(1 for word in words if _is_unsound(word)) + sum(map(_is_unmapped, text))
    return min(1.0, unsound / len(words)) if words else float(unsound > 0)


def _is_unsound(word: str) -> bool:
    if not _has_marks(word):
        return False
    if len(word) == 1:
        return word.lower() not in _ALONE
    return not is_syllable(word)


def _has_marks(word: str) -> bool:
    return any(letter > "\x7f" for letter in word)


def _is_unmapped(letter: str) -> bool:
    """A glyph whose letter the file does not tell."""
    return letter == "\ufffd" or unicodedata.category(letter) in ("Co", "Cn") or letter == "\x00"
