"""Facts read from one form of a document, moved to where the same words stand in another form of it."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

_WORD = re.compile(r"\S+")


@dataclass(frozen=True)
class Alignment:
    """Where each character of `other` stands in `text`; words found nowhere take their neighbours' place."""

    places: tuple[int, ...]

    @classmethod
    def of(cls, other: str, text: str) -> "Alignment":
        first = [match.span() for match in _WORD.finditer(other)]
        second = [match.span() for match in _WORD.finditer(text)]
        matcher = SequenceMatcher(
            None,
            [_key(other[slice(*span)]) for span in first],
            [_key(text[slice(*span)]) for span in second],
            autojunk=False,
        )
        places = [-1] * (len(other) + 1)
        for tag, a, a_end, b, b_end in matcher.get_opcodes():
            pairs = zip(first[a:a_end], second[b:b_end], strict=False) if tag != "delete" else ()
            for (start, end), (there, there_end) in pairs:
                for at in range(start, end + 1):
                    places[at] = min(there + at - start, there_end)
        places[len(other)] = len(text)
        for at in range(len(places) - 2, -1, -1):
            if places[at] < 0:
                places[at] = places[at + 1]
        return cls(tuple(places))

    def moved(self, rows: Any) -> Any:
        """A draft's JSON with every span moved."""
        if isinstance(rows, dict):
            return {
                key: self._span(value) if key.endswith("span") else self.moved(value)
                for key, value in rows.items()
            }
        return [self.moved(row) for row in rows] if isinstance(rows, list) else rows

    def _span(self, span: Any) -> Any:
        return [self.places[span[0]], self.places[span[1]]] if span else span


def _key(word: str) -> str:
    return unicodedata.normalize("NFD", word.lower())
