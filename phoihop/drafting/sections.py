"""The sections a paper is reviewed by: before the clauses, each top clause, after the clauses."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.statuses import FactKind

type Json = dict[str, Any]

HEAD_WORDS, TAIL_WORDS = "Phần đầu", "Phần ký, nơi nhận"
LONGEST_TITLE = 90
_KIND_RANK = {kind: rank for rank, kind in enumerate(FactKind.values)}


@dataclass(frozen=True)
class Section:
    """`key` is its place among the sections of the paper; `start` its first character."""

    key: str
    title: str
    name: str
    start: int


class Outline:
    """Tells for each fact of a draft its section and its place in reading order."""

    def __init__(self, rows: Sequence[DraftFact]) -> None:
        clauses = [row for row in rows if row.kind == FactKind.CLAUSE]
        self._ends = {row.values["id"]: row.span_end or 0 for row in clauses}
        tops = [row for row in clauses if row.values["depth"] == 1]
        named = [
            Section(str(n), _title(row.values), _name(row.values), row.span_start or 0)
            for n, row in enumerate(tops, 1)
        ]
        end = max(self._ends.values(), default=0)
        self.sections = [
            Section("0", HEAD_WORDS, HEAD_WORDS.lower(), -1),
            *named,
            Section(str(len(named) + 1), TAIL_WORDS, TAIL_WORDS.lower(), end if named else 1 << 60),
        ]
        self._starts = [section.start for section in self.sections]

    def key(self, row: DraftFact) -> tuple[int, int, int]:
        """Sorts facts as the paper is read; one without words of its own comes last in its clause."""
        return (self._at(row), _KIND_RANK[row.kind], row.order)

    def section_of(self, row: DraftFact) -> Section:
        """The section a fact is reviewed in."""
        return self.sections[max(0, bisect_right(self._starts, self._at(row)) - 1)]

    def _at(self, row: DraftFact) -> int:
        if row.span_start is not None:
            return row.span_start
        if row.kind == FactKind.HEADER:
            return -1
        return int(self._ends.get(row.values.get("clause") or "", self.sections[-1].start + 1)) - 1


def section_ids(draft: Draft, key: str) -> list[int]:
    """The ids of the facts of one section; one query."""
    rows = list(draft.facts.standing().order_by("order"))
    outline = Outline(rows)
    return [row.pk for row in rows if outline.section_of(row).key == key]


def _name(values: Json) -> str:
    return f"mục {values['label']}"


def _title(values: Json) -> str:
    words = " ".join(values["text"].splitlines()[0].split()) if values["text"].strip() else values["label"]
    return words if len(words) <= LONGEST_TITLE else f"{words[:LONGEST_TITLE].rstrip()}…"
