"""Where a figure may come from besides typing: a registry that higher apps add their own facts to.

A source only proposes: a person sees the number with links to its facts, then records it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from phoihop.core.periods import Period
from phoihop.targets.models import Target


@dataclass(frozen=True)
class SourceFact:
    """One fact behind a number, and the page it opens."""

    label: str
    url: str


@dataclass(frozen=True)
class SourcedValue:
    """A number a source found, with every fact it counted."""

    source: str
    numerator: Decimal
    facts: tuple[SourceFact, ...]
    denominator: Decimal | None = None


class FigureSource(Protocol):
    """Finds values for many targets at once, so that queries do not grow with the targets."""

    label: str

    def values(
        self, *, targets: Sequence[Target], body_id: int, period: Period
    ) -> Mapping[int, SourcedValue]:
        """By target id; a target the source says nothing about is left out, which is not zero."""
        ...


_sources: dict[str, FigureSource] = {}


def register[S: type[FigureSource]](source: S) -> S:
    """Decorates a source class; apps import theirs from `apps.py`. The same name replaces itself."""
    _sources[source.__name__] = source()
    return source


def proposals(*, targets: Sequence[Target], body_id: int, period: Period) -> dict[int, list[SourcedValue]]:
    """What every source found for these targets, by target id."""
    found: dict[int, list[SourcedValue]] = {}
    for source in _sources.values():
        for target_id, value in source.values(targets=targets, body_id=body_id, period=period).items():
            found.setdefault(target_id, []).append(value)
    return found
