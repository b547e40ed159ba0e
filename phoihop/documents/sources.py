"""What higher apps know of a numbered document: who should get it, its paper, its own page.

An app adds a source in its `apps.py`; the first that knows the entry answers.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from phoihop.documents.models import OutgoingEntry
from phoihop.organisations.models import Area


@dataclass(frozen=True)
class Origin:
    """Where an entry comes from: the lines of its "Nơi nhận", the bodies its group words mean, its page."""

    lines: Sequence[str]
    parties: Sequence[int]
    area: Area
    address: str
    title: str


@dataclass(frozen=True)
class Source:
    """`origin` knows the entries of its app (None: not one of mine); `paper` writes one as PDF."""

    origin: Callable[[OutgoingEntry], Origin | None]
    paper: Callable[[OutgoingEntry], bytes]


_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Add a source; the same name replaces itself."""
    _sources[name] = source


def origin_of(entry: OutgoingEntry) -> Origin | None:
    """What a higher app says of the entry; None for one the clerk entered in the book."""
    return next(filter(None, (source.origin(entry) for source in _sources.values())), None)


def paper_of(entry: OutgoingEntry) -> bytes | None:
    """The document as PDF/A, from the app it comes from; None when no app wrote it."""
    known = (source for source in _sources.values() if source.origin(entry) is not None)
    source = next(known, None)
    return source.paper(entry) if source else None
