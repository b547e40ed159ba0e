"""What one edition changed of another, clause by clause: pure, matched by the lasting keys.

A clause is added, removed, changed (its words), moved (under another parent or past a clause it stood before)
or renumbered (its label), or the same; several at once. Facts (targets, duties, roles) are compared as lines
of words under their keys.
"""

import uuid
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from phoihop.programmes.calculations.wording import Part, difference


class Change(StrEnum):
    """What became of a clause or a fact."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENUMBERED = "renumbered"


WORDS = {
    Change.ADDED: "bổ sung",
    Change.REMOVED: "bãi bỏ",
    Change.CHANGED: "sửa đổi",
    Change.MOVED: "chuyển chỗ",
    Change.RENUMBERED: "đánh số lại",
}


@dataclass(frozen=True)
class TextClause:
    """A clause as it is compared; `parent` is its parent's key, the order of a list is that of the text."""

    key: uuid.UUID
    label: str
    path: str
    text: str
    parent: uuid.UUID | None = None
    depth: int = 1


@dataclass(frozen=True)
class ClauseChange:
    """A clause in both editions (None where it is not), what became of it, and its words run by run."""

    key: uuid.UUID
    before: TextClause | None
    after: TextClause | None
    changes: tuple[Change, ...]
    parts: tuple[Part, ...]

    @property
    def words(self) -> str:
        return ", ".join(WORDS[change] for change in self.changes)

    @property
    def clause(self) -> TextClause:
        """The clause as it stands, or stood last."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a clause of neither edition")
        return found

    @property
    def old_parts(self) -> list[Part]:
        return [part for part in self.parts if part.kind != "added"]

    @property
    def new_parts(self) -> list[Part]:
        return [part for part in self.parts if part.kind != "removed"]


def clause_changes(before: Sequence[TextClause], after: Sequence[TextClause]) -> list[ClauseChange]:
    """Every clause of both editions in the order of the later one; a removed one stands where it stood."""
    old = {row.key: row for row in before}
    new = {row.key: row for row in after}
    moved = _moved(before, after)
    return [_change(old.get(key), new.get(key), key in moved) for key in merged_order(list(old), list(new))]


def merged_order[K: Hashable](before: Sequence[K], after: Sequence[K]) -> list[K]:
    """The later order, with what only the earlier one has right after what stood before it there."""
    kept = set(after)
    trailing: dict[K | None, list[K]] = {}
    anchor: K | None = None
    for key in before:
        if key in kept:
            anchor = key
        else:
            trailing.setdefault(anchor, []).append(key)
    order = list(trailing.get(None, []))
    for key in after:
        order += [key, *trailing.get(key, [])]
    return order


def _moved(before: Sequence[TextClause], after: Sequence[TextClause]) -> set[uuid.UUID]:
    """Clauses of both with another parent, or out of the longest run of siblings that kept its order."""
    parents = {row.key: row.parent for row in before}
    places = {row.key: place for place, row in enumerate(before)}
    moved = {row.key for row in after if row.key in parents and parents[row.key] != row.parent}
    siblings: dict[uuid.UUID | None, list[uuid.UUID]] = {}
    for row in after:
        if row.key in places and row.key not in moved:
            siblings.setdefault(row.parent, []).append(row.key)
    for keys in siblings.values():
        moved |= set(keys) - set(_longest_rising(keys, places))
    return moved


def _longest_rising(items: Sequence[uuid.UUID], rank: Mapping[uuid.UUID, int]) -> list[uuid.UUID]:
    """The longest subsequence in rising rank; the siblings of a clause are few."""
    best: list[list[uuid.UUID]] = []
    for item in items:
        before = [run for run in best if rank[run[-1]] < rank[item]]
        best.append([*max(before, key=len, default=[]), item])
    return max(best, key=len, default=[])


def _change(old: TextClause | None, new: TextClause | None, is_moved: bool) -> ClauseChange:
    if old is None or new is None:
        row = new or old
        if row is None:
            raise ValueError("a clause of neither edition")
        kind = Change.ADDED if old is None else Change.REMOVED
        return ClauseChange(row.key, old, new, (kind,), (Part(str(kind), row.text),))
    found = {
        Change.CHANGED: _plain(old) != _plain(new),
        Change.MOVED: is_moved,
        Change.RENUMBERED: old.label != new.label,
    }
    changes = tuple(change for change, holds in found.items() if holds)
    return ClauseChange(old.key, old, new, changes, tuple(difference(old.text, new.text)))


def _plain(row: TextClause) -> str:
    """The words without the label: a clause only renumbered is not changed."""
    return " ".join(row.text.split()).removeprefix(row.label).lstrip(".) ")


@dataclass(frozen=True)
class Fact:
    """A target, duty or role: what it is called, and what it says field by field, in words."""

    name: str
    path: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FieldChange:
    """A field that says something else now; empty where it said nothing."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class FactChange:
    """A fact in both editions (None where it is not) and the fields that differ."""

    before: Fact | None
    after: Fact | None
    change: Change | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def words(self) -> str:
        return WORDS[self.change] if self.change else ""

    @property
    def fact(self) -> Fact:
        """The fact as it stands, or stood last."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a fact of neither edition")
        return found


def fact_changes[K: Hashable](before: Mapping[K, Fact], after: Mapping[K, Fact]) -> list[FactChange]:
    """Every fact of both editions, in the order of the later one; the same ones have no change."""
    return [_fact_change(before.get(k), after.get(k)) for k in merged_order(list(before), list(after))]


def _fact_change(old: Fact | None, new: Fact | None) -> FactChange:
    was, now = (old.fields if old else {}), (new.fields if new else {})
    changed = tuple(
        FieldChange(label, was.get(label, ""), now.get(label, ""))
        for label in dict.fromkeys([*was, *now])
        if was.get(label, "") != now.get(label, "")
    )
    if old is None:
        return FactChange(old, new, Change.ADDED, changed)
    if new is None:
        return FactChange(old, new, Change.REMOVED, changed)
    return FactChange(old, new, Change.CHANGED if changed else None, changed)
