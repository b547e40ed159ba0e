"""Pure: stretches of a text moved by words, found by their words, and where they may be cut in two."""

import re
from dataclasses import dataclass

type Span = tuple[int, int]

_WORD = re.compile(r"\S+")
_BREAK = re.compile(r"[;,.:]\s+|\s+(?=và\s|hoặc\s|trong đó\s)|\n+")
_NUMBER = re.compile(r"(?<=\s)\d")
MOST_CUTS = 12
WORDS_AROUND = 6


def stepped(text: str, span: Span, *, edge: str, step: int) -> Span:
    """The span with its `edge` ("start" or "end") moved by `step` words; never empty, never outside."""
    words = [match.span() for match in _WORD.finditer(text)]
    inside = [n for n, (start, end) in enumerate(words) if end > span[0] and start < span[1]]
    if not inside:
        return span
    first, last = inside[0], inside[-1]
    if edge == "start":
        first = min(max(0, first + step), last)
    else:
        last = max(min(len(words) - 1, last + step), first)
    return words[first][0], words[last][1]


def span_of_quote(text: str, quote: str) -> Span | None:
    """Where the words of `quote` stand in `text`, whatever the white space between them; None if nowhere."""
    words = quote.split()
    if not words:
        return None
    found = re.search(r"\s+".join(re.escape(word) for word in words), text)
    return found.span() if found else None


@dataclass(frozen=True)
class Cut:
    """A place to cut at (a character of the text), with the words before and after it."""

    at: int
    before: str
    after: str


def cuts(text: str, span: Span) -> list[Cut]:
    """Places where a span may be cut: after marks, before joining words, before numbers; the likeliest first.

    A place followed by a number within a few words is the likeliest.
    """
    start, end = span
    places = {match.end() for match in _BREAK.finditer(text, start, end)}
    places |= {match.start() for match in _NUMBER.finditer(text, start, end)}
    inner = sorted(at for at in places if _has_words(text[start:at]) and _has_words(text[at:end]))
    found = [Cut(at, _last_words(text[start:at]), _first_words(text[at:end])) for at in inner]
    return sorted(found, key=lambda cut: not re.search(r"\d", cut.after))[:MOST_CUTS]


def _has_words(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _last_words(text: str) -> str:
    words = text.split()
    return ("… " if len(words) > WORDS_AROUND else "") + " ".join(words[-WORDS_AROUND:])


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:WORDS_AROUND]) + (" …" if len(words) > WORDS_AROUND else "")
