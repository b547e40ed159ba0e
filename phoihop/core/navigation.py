"""The menu: each app adds its entries from its AppConfig, so that lower templates name no higher app."""

from dataclasses import dataclass

from phoihop.core.access import AccessRule
from phoihop.core.member import Member


@dataclass(frozen=True, order=True)
class Entry:
    """A line of the menu; `order` 10 … 90 from left to right."""

    order: int
    label: str
    url_name: str
    icon: str
    rule: AccessRule


_entries: set[Entry] = set()


def add(entry: Entry) -> None:
    """Register an entry; the same entry twice stays one."""
    _entries.add(entry)


def entries_for(member: Member | None) -> list[Entry]:
    """The entries this member may open, in order."""
    return sorted((e for e in _entries if e.rule.allows(member)), key=lambda e: (e.order, e.label))
