"""Two people write in one report: what neither lost sight of is kept, what both changed is shown to both.

A report is seen as units (the text under a clause, a figure, a row of a table); each is a few named texts.
A page carries a mark of every unit as it was when the page was made, and so tells what its writer changed.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

type Unit = Mapping[str, str]
type Units = Mapping[str, Unit | None]
NOTHING_THERE = "0"


def mark_of(unit: Unit | None) -> str:
    """A short mark of a unit's texts; "0" where there is nothing."""
    if unit is None or not any(unit.values()):
        return NOTHING_THERE
    said = json.dumps(sorted((name, text) for name, text in unit.items() if text), ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:12]


@dataclass(frozen=True)
class Merged:
    """Names of units: to be written from this page, changed on both sides, changed only by others."""

    taken: frozenset[str] = field(default_factory=frozenset)
    clashing: frozenset[str] = field(default_factory=frozenset)
    theirs: frozenset[str] = field(default_factory=frozenset)


def merged(*, stored: Units, typed: Units, marks: Mapping[str, str]) -> Merged:
    """What to do with each unit of `typed`; one without a mark was empty when the page was made."""
    taken, clashing, theirs = set(), set(), set()
    for name, mine in typed.items():
        now, then, here = mark_of(stored.get(name)), marks.get(name, NOTHING_THERE), mark_of(mine)
        if here == now:
            continue
        if here == then:
            theirs.add(name)
        elif now == then:
            taken.add(name)
        else:
            clashing.add(name)
    return Merged(frozenset(taken), frozenset(clashing), frozenset(theirs))
