"""The menu: each app adds its entries from its AppConfig, so that lower templates name no higher app."""

from dataclasses import dataclass

from phoihop.core.access import AccessRule
from phoihop.core.member import Member


@dataclass(frozen=True)
class Entry:
    """A line of the menu; `order` 10 … 90 from left to right."""

    order: int
    label: str
    url_name: str
    icon: str
    rule: AccessRule


_entries: set[Entry] = set()
_sections: dict[str, str] = {}
_top_bar: dict[str, int] = {}


def add(entry: Entry) -> None:
    """Register an entry; the same entry twice stays one."""
    _entries.add(entry)


def entries_for(member: Member | None) -> list[Entry]:
    """The entries this member may open, in order."""
    return [entry for entry in all_entries() if entry.rule.allows(member)]


def all_entries() -> list[Entry]:
    """Every registered entry, in order."""
    return sorted(_entries, key=_place)


def _place(entry: Entry) -> tuple[int, str]:
    return entry.order, entry.label


def add_section(app_name: str, *, under: str) -> None:
    """Show the entry with the URL name `under` as the current one on every page of this app."""
    _sections[app_name] = under


def section_of(app_name: str) -> str:
    """The URL name of the entry this app's pages belong to; empty where their own address says it."""
    return _sections.get(app_name, "")


def add_to_top_bar(template: str, *, order: int) -> None:
    """Register a template shown at the right end of the top bar on every page."""
    _top_bar[template] = order


def top_bar() -> list[str]:
    """The templates of the top bar, from left to right."""
    return sorted(_top_bar, key=lambda template: (_top_bar[template], template))
