"""Which proposals of a round may be the same content, named twice. Pure."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from phoihop.core.vietnamese import fold

_ALIKE = 0.5
"""Half of all different words in common: "Tuyên truyền Luật Đất đai" and "Tuyên truyền về Luật Đất đai"."""
_SMALL_WORDS = frozenset(
    ["va", "ve", "cho", "cac", "cua", "tai", "trong", "voi", "den", "tren", "tu", "nam", "thang", "quy"]
)


@dataclass(frozen=True)
class Compared:
    """What is looked at in a proposal; `clause` is the key of the programme's clause."""

    id: int
    clause: Hashable
    words: str
    starts_on: date
    ends_on: date


def alike(proposals: Iterable[Compared]) -> list[tuple[int, int]]:
    """Pairs of one clause whose times overlap and whose words are half the same, as (id, id)."""
    by_clause: dict[Hashable, list[Compared]] = {}
    for row in proposals:
        by_clause.setdefault(row.clause, []).append(row)
    return list(_pairs(by_clause.values()))


def _pairs(groups: Iterable[Sequence[Compared]]) -> Iterator[tuple[int, int]]:
    for group in groups:
        words = {row.id: _words(row.words) for row in group}
        for one, other in combinations(group, 2):
            overlap = one.starts_on <= other.ends_on and other.starts_on <= one.ends_on
            if overlap and _share(words[one.id], words[other.id]) >= _ALIKE:
                yield one.id, other.id


def _words(text: str) -> frozenset[str]:
    bare = "".join(char if char.isalnum() else " " for char in fold(text))
    return frozenset(bare.split()) - _SMALL_WORDS


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Words in common of all words; 0 where there are none."""
    return len(one & other) / len(one | other) if one | other else 0.0
