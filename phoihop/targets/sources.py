"""Where a figure may come from besides typing: a registry that higher apps add their own facts to.

A source only proposes: a person sees the number with links to its facts, then records it.
"""

from collections.abc import Collection, Mapping, Sequence
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
    """Finds values for many targets and bodies at once, so that queries grow with neither."""

    label: str

    def values(
        self, *, targets: Sequence[Target], body_ids: Collection[int], period: Period
    ) -> Mapping[tuple[int, int], SourcedValue]:
        """By target and body id; where the source has nothing to say it is left out, which is not zero."""
        ...


_sources: dict[str, FigureSource] = {}


def register[S: type[FigureSource]](source: S) -> S:
    """Decorates a source class; apps import theirs from `apps.py`. The same name replaces itself."""
    _sources[source.__name__] = source()
    return source


def proposals(*, targets: Sequence[Target], body_id: int, period: Period) -> dict[int, list[SourcedValue]]:
    """What every source found for these targets of one body, by target id."""
    found = proposals_of(targets=targets, body_ids=[body_id], period=period)
    return {target_id: values for (target_id, _), values in found.items()}


def proposals_of(
    *, targets: Sequence[Target], body_ids: Collection[int], period: Period
) -> dict[tuple[int, int], list[SourcedValue]]:
    """What every source found, by target and body id; as many queries for one body as for many."""
    found: dict[tuple[int, int], list[SourcedValue]] = {}
    for source in _sources.values():
        for key, value in source.values(targets=targets, body_ids=body_ids, period=period).items():
            found.setdefault(key, []).append(value)
    return found
