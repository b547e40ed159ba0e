"""A finding: what is wrong with a document, where, and what to do about it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from phoihop.reading.draft import Json, Span
from phoihop.reading.language.source import Source

from .codes import CHECKS, Severity

_LONGEST_QUOTE = 160


class Validity(StrEnum):
    """What the dated table says of a legal basis. There is no "in force": the table cannot know that."""

    EXPIRED = "expired"
    NOT_YET = "not_yet"
    DOUBTFUL = "doubtful"
    LISTED = "listed"
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Finding:
    """One fault, or one list of faults of the same cause.

    `span` is the first place in the text, `others` the further ones; `text` says what is wrong and
    `suggestion` what to do, each one plain Vietnamese sentence. `key` is the same after the document is read
    again: it is made of the code and the quoted words.
    """

    code: str
    span: Span
    text: str
    suggestion: str
    quote: str
    key: str
    others: tuple[Span, ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return CHECKS[self.code].severity

    @property
    def title(self) -> str:
        """The name of the kind of fault."""
        return CHECKS[self.code].title

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every place, in reading order."""
        return (self.span, *self.others)

    def as_json(self) -> Json:
        """The published form (docs/reference/checks.md)."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "span": list(self.span),
            "others": [list(span) for span in self.others],
            "quote": self.quote,
            "text": self.text,
            "suggestion": self.suggestion,
            "key": self.key,
        }


def finding(
    source: Source, code: str, spans: Sequence[Span], *, text: str, suggestion: str, silent: bool = False
) -> Finding:
    """A finding over the places of a text. `silent`: of words that are not there, so keyed by code alone."""
    places = sorted(set(spans))
    words = ["" if silent else _folded(source, span) for span in places]
    return Finding(
        code=code,
        span=places[0],
        text=text,
        suggestion=suggestion,
        quote="" if silent else _quote(source, places[0]),
        key=f"{code}:{hashlib.sha256(chr(10).join(words).encode()).hexdigest()[:16]}",
        others=tuple(places[1:]),
    )


def _folded(source: Source, span: Span) -> str:
    return " ".join(source.folded[slice(*span)].split())


def _quote(source: Source, span: Span) -> str:
    words = source.line(*span)
    return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"
