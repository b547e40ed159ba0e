"""What the checks look at: the draft with its text, zones, tables, and the days it speaks for."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from phoihop.reading.draft import Clause, Draft, Span, Target
from phoihop.reading.facts.zones import Block, Zone, blocks_of
from phoihop.reading.language.parties import mentions_of
from phoihop.reading.language.source import Source
from phoihop.reading.paper import Paper

from .finding import Finding, finding

_OWN_LINE = re.compile(r"[^\n]*")


@dataclass(frozen=True)
class Stay:
    """A span of days in which a place had a name; open ends are None. `now`: what stands there today."""

    valid_from: date | None
    valid_to: date | None
    now: tuple[str, ...] = ()


class Known(Protocol):
    """Places with their days, asked by full name in lower case ("thị trấn lam sơn").

    What is unknown is not answered. `since`: before this day nothing is known about which places there were.
    """

    @property
    def since(self) -> date | None:
        """The first day one may ask about."""
        ...

    def stays(self, names: Collection[str]) -> Mapping[str, Sequence[Stay]]:
        """For each name that is known, every span of days in which some place had it."""
        ...


@dataclass(frozen=True)
class Checked:
    """A draft under the checks. `paper` gives the tables; without it they are read from tabs."""

    source: Source
    draft: Draft
    paper: Paper | None = None
    known: Known | None = None

    @cached_property
    def zones(self) -> dict[Zone, Block]:
        return {block.zone: block for block in blocks_of(self.source)}

    @cached_property
    def title(self) -> Span:
        """The words of the title, to which silences are pinned."""
        block = self.zones[Zone.TITLE]
        start, end = self.source.trimmed(block.start, block.end)
        return (start, end) if start < end else self.source.trimmed(0, len(self.source.text))

    @cached_property
    def clauses(self) -> dict[str, Clause]:
        return {clause.id: clause for clause in self.draft.clauses}

    @property
    def issuer_codes(self) -> tuple[str, ...]:
        """The codes of the issuing sides ("UBND"), without their area; a side without a code by its words."""
        names = self.draft.header.issuers
        return tuple(name.split()[0] if name.split()[0].isupper() else name for name in names if name.strip())

    @property
    def is_of_one_body(self) -> bool:
        """A programme of one body: what names nobody is its own."""
        return len(self.issuer_codes) == 1 and not self._has_group

    @property
    def is_of_two_bodies(self) -> bool:
        """A programme of two bodies: "phối hợp" without names is between them."""
        return len(self.issuer_codes) == 2 and not self._has_group

    @property
    def _has_group(self) -> bool:
        return bool({"CTXH", "MEMBERS"} & set(self.issuer_codes))

    @cached_property
    def day(self) -> date | None:
        """The day printed on the document."""
        printed = self.draft.header.date
        return date.fromisoformat(printed) if printed else None

    @cached_property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day the document may be of: its own, else those of its first year."""
        if self.day:
            return (self.day, self.day)
        start = self.draft.header.period.start
        return (date(start, 1, 1), date(start, 12, 31)) if start else None

    def above(self, clause: Clause) -> list[Clause]:
        """From the clause's parent outwards."""
        found: list[Clause] = []
        at = clause.parent
        while at is not None and at in self.clauses and len(found) <= len(self.clauses):
            found.append(self.clauses[at])
            at = self.clauses[at].parent
        return found

    @cached_property
    def labels_below(self) -> dict[str, set[str]]:
        """By a clause's id the labels of all clauses inside it."""
        found: dict[str, set[str]] = {}
        for clause in self.draft.clauses:
            for above in self.above(clause):
                found.setdefault(above.id, set()).add(clause.label)
        return found

    @cached_property
    def targets_below(self) -> dict[str, list[Target]]:
        """By a clause's id the targets of all clauses inside it, in reading order."""
        found: dict[str, list[Target]] = {}
        for target in self.draft.targets:
            own = self.clauses.get(target.clause_id or "")
            for above in self.above(own) if own else []:
                found.setdefault(above.id, []).append(target)
        return found

    def top(self, clause_id: str | None) -> Clause | None:
        """The outermost clause a fact stands in."""
        clause = self.clauses.get(clause_id or "")
        return (self.above(clause) or [clause])[-1] if clause else None

    def title_of(self, clause: Clause) -> str:
        """The first line of a clause in folded form, without its label."""
        start = clause.span[0] + len(clause.label)
        line = _OWN_LINE.match(self.source.folded, start, max(start, clause.span[1]))
        return " ".join(line.group().split()).lstrip(".)/:- ") if line else ""

    def first_line(self, clause: Clause) -> Span:
        """The line a clause begins with."""
        stop = self.source.plain.find("\n", clause.span[0], clause.span[1])
        return self.source.trimmed(clause.span[0], stop if stop > 0 else clause.span[1])

    def names_body(self, start: int, end: int) -> bool:
        """Does a span name a body?"""
        return bool(mentions_of(self.source, start=start, end=end, own_level=None).within(start, end))

    def names_somebody(self, clause: Clause) -> bool:
        """Does the title of a clause name a body?"""
        return self.names_body(*self.first_line(clause))

    @cached_property
    def _first_below(self) -> dict[str, int]:
        """Where the first clause below each clause begins."""
        found: dict[str, int] = {}
        for clause in self.draft.clauses:
            if clause.parent is not None:
                found[clause.parent] = min(found.get(clause.parent, clause.span[0]), clause.span[0])
        return found

    def own_end(self, clause: Clause) -> int:
        """Where the clause's own words end: at its first clause below."""
        return self._first_below.get(clause.id, clause.span[1])

    def where(self, clause_id: str | None) -> str:
        """A clause in words: "mục II.2.3"; a bullet is named by what it hangs under."""
        clause = self.clauses.get(clause_id or "")
        return place_words(clause.path) if clause and clause.path else "phần mở đầu"

    def note(self, code: str, spans: Iterable[Span], *, text: str, suggestion: str) -> Finding:
        """A finding at the places given."""
        return finding(self.source, code, list(spans), text=text, suggestion=suggestion)

    def silence(self, code: str, *, text: str, suggestion: str) -> Finding:
        """A finding about words that are not there, pinned to the title."""
        return finding(self.source, code, [self.title], text=text, suggestion=suggestion, silent=True)

    def words(self, span: Span, *, most: int = 60) -> str:
        """The words of a place, cut for a sentence."""
        line = self.source.line(*span)
        return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def checked(
    draft: Draft, *, paper: Paper | None, known: Known | None, source: Source | None = None
) -> Checked:
    """The draft with its text in all reading forms."""
    return Checked(source or Source.of(draft.text), draft, paper, known)


def place_words(path: str) -> str:
    """ "mục II.2"; a path that begins with its own word ("Điều 5") is left as it is."""
    return path.replace(".", ", ") if re.match(r"(?:Phần|Chương|Mục|Điều)\b", path) else f"mục {path}"


def listed(names: Sequence[str], *, most: int = 6) -> str:
    """ "a, b và c"; of many only the first."""
    names = list(dict.fromkeys(names))
    if len(names) > most:
        return f"{', '.join(names[:most])} và {len(names) - most} chỗ khác"
    return " và ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def printed(day: date) -> str:
    """As papers print a day, 01/3/2025: zeros before days and months 1 and 2 (Nghị định 30/2020/NĐ-CP)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
