"""The pages about one programme, and the ways to begin one: each app adds its own from `apps.py`.

A lower template so leads to a higher app's page without naming it.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from phoihop.core.access import AccessRule
from phoihop.core.member import Member


@dataclass(frozen=True, order=True)
class Tab:
    """A page of a programme, addressed by its id; `order` 10 … 90, the first is its front page."""

    order: int
    label: str
    url_name: str
    rule: AccessRule


@dataclass(frozen=True, order=True)
class WayIn:
    """A way to begin a programme, offered on the page "Lập chương trình"."""

    order: int
    label: str
    text: str
    url_name: str
    rule: AccessRule


@dataclass(frozen=True, order=True)
class MendingLink:
    """A page that adds to a signed clause what its reading missed; addressed by programme and clause."""

    order: int
    label: str
    url_name: str


@dataclass(frozen=True, order=True)
class EditionLink:
    """A page that adds something to an edition, a draft or a signed one, addressed by the edition's id.

    "?dieu-khoan=" says to which clause.
    """

    order: int
    label: str
    url_name: str


@dataclass(frozen=True)
class ClauseNote:
    """What a higher app says under a clause of the text, and the page it leads to."""

    text: str
    label: str
    colour: str
    address: str


@dataclass(frozen=True, order=True)
class ClauseLink:
    """A page about a programme that begins from one of its clauses ("?muc=")."""

    order: int
    label: str
    url_name: str
    rule: AccessRule


type ClauseNotes = Callable[[int, Member, date], Mapping[UUID, Sequence[ClauseNote]]]

_clause_notes: dict[str, ClauseNotes] = {}
_clause_links: set[ClauseLink] = set()
_edition_links: set[EditionLink] = set()
_mending_links: set[MendingLink] = set()
_tabs: set[Tab] = set()
_ways: set[WayIn] = set()


def add_tab(tab: Tab) -> None:
    """Register a page of a programme; the same one twice stays one."""
    _tabs.add(tab)


def add_way_in(way: WayIn) -> None:
    """Register a way to begin a programme; the same one twice stays one."""
    _ways.add(way)


def add_mending_link(link: MendingLink) -> None:
    """Register a page for something missed in a clause; the same one twice stays one."""
    _mending_links.add(link)


def add_edition_link(link: EditionLink) -> None:
    """Register a page that adds to an edition; the same one twice stays one."""
    _edition_links.add(link)


def edition_links() -> list[EditionLink]:
    """The pages that add to an edition, in order; offered to those who may write the programme."""
    return sorted(_edition_links)


def mending_links() -> list[MendingLink]:
    """The pages for what a reading missed, in order; offered to those who may write the programme."""
    return sorted(_mending_links)


def tabs_for(member: Member | None) -> list[Tab]:
    """The pages this member may open, in order."""
    return sorted(tab for tab in _tabs if tab.rule.allows(member))


def ways_for(member: Member | None) -> list[WayIn]:
    """The ways in this member may take, in order."""
    return sorted(way for way in _ways if way.rule.allows(member))


def front_page() -> str:
    """The URL name of a programme's front page."""
    return min(_tabs).url_name


def add_clause_notes(name: str, provider: ClauseNotes) -> None:
    """Register notes by clause key: `provider(programme_id, member, today)`; one provider a name."""
    _clause_notes[name] = provider


def add_clause_link(link: ClauseLink) -> None:
    """Register a page that begins from a clause; the same one twice stays one."""
    _clause_links.add(link)


def clause_notes(programme_id: int, member: Member, today: date) -> dict[UUID, list[ClauseNote]]:
    """All notes under the clauses of a programme, by key; each provider costs a fixed number of queries."""
    found: dict[UUID, list[ClauseNote]] = defaultdict(list)
    for provider in _clause_notes.values():
        for key, notes in provider(programme_id, member, today).items():
            found[key] += notes
    return found


def clause_links(member: Member | None) -> list[ClauseLink]:
    """The pages this member may begin from a clause, in order."""
    return sorted(link for link in _clause_links if link.rule.allows(member))
