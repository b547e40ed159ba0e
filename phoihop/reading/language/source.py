"""A document's text beside its same-length reading forms.

Every form has exactly one character per character of the text, so an offset found in one
is an offset in all. Stored text is never corrected: folding lives only in these forms.
"""

import re
import unicodedata
from dataclasses import dataclass

# "|" stands between the columns of a table that was turned into text.
_SPACES = "|\t\r\xa0\xad\u1680\u180e\u200b\u200c\u200d\u202f\u205f\u2060\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d"
_DOUBLE_QUOTES = "“”„‟″«»＂"
_SINGLE_QUOTES = "‘’‛′`"

_UNIFORM = str.maketrans(
    dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(_LINE_ENDS, "\n")
    | dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
)

# Marks a converter leaves in the text: bookmarks, footnote and image marks, bold marks.
_MARKUP = re.compile(r"\[(?:bookmark|image|footnote|comment)\b[^\]\n]*\]|\*\*|__+")

# The two ways of placing the tone mark (hoá, hóa): the newer is folded onto the older.
_TONES = {
    "oá": "óa", "oà": "òa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oé": "óe", "oè": "òe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uý": "úy", "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONE = re.compile(r"(?<![qQ])(?:" + "|".join(_TONES) + r")(?!\w)")


@dataclass(frozen=True)
class Source:
    """`text` is in NFC; `plain` has uniform spaces, dashes and quotes; `folded` is `plain` in lower case."""

    text: str
    plain: str
    folded: str

    @classmethod
    def of(cls, text: str) -> "Source":
        """Any string; never raises."""
        text = unicodedata.normalize("NFC", text)
        plain = _MARKUP.sub(_blank, _uniform(text))
        return cls(text=text, plain=plain, folded=_fold(plain))

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The span without the white space and markup at its two ends."""
        piece = self.plain[start:end]
        left = len(piece) - len(piece.lstrip())
        return (start + left, max(start + left, start + len(piece.rstrip())))

    def line(self, start: int, end: int) -> str:
        """The words of a span on one line, white space folded, markup left out."""
        shown = "".join(
            " " if mark.isspace() else char
            for char, mark in zip(self.text[start:end], self.plain[start:end], strict=True)
        )
        return " ".join(shown.split())


def phrase(pattern: str) -> re.Pattern[str]:
    """A regular expression in which a space stands for any white space, line ends included (" ?": or none).

    Inside a look-behind, which must have one width, it stands for one white-space character;
    inside a character class for white space.
    """
    return re.compile(_SPACE_IN_PATTERN.sub(_widened, pattern))


_SPACE_IN_PATTERN = re.compile(r"\(\?<[=!][^()]*\)|\[[^\]]*\]| [?*]?")


def _widened(match: re.Match[str]) -> str:
    if match.group() == " ":
        return r"\s+"
    return r"\s*" if match.group() in (" ?", " *") else match.group().replace(" ", r"\s")


def _uniform(text: str) -> str:
    lone_returns = text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text
    return lone_returns.translate(_UNIFORM)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _fold(plain: str) -> str:
    lowered = plain.lower()
    if len(lowered) != len(plain):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    return _TONE.sub(lambda match: _TONES[match.group()], lowered)
