"""What the review page reads. Counts of queries do not depend on the number of facts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from phoihop.core.member import Member
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.queries.cards import FactCard, Surroundings, surroundings, tone_of
from phoihop.drafting.queries.history import Visitor, company, edited_facts
from phoihop.drafting.queries.pages import PaintedPage, painted, scan_pages, unsure_spans
from phoihop.drafting.sections import Section
from phoihop.drafting.segments import Mark, Segment, segments
from phoihop.drafting.statuses import FactKind, FactStatus

type Json = dict[str, Any]


@dataclass(frozen=True)
class Screen:
    """Which facts the list shows: of one kind or (empty) of all; only the doubtful ones, or all.

    `shows_scan`: the pictures of the pages stand beside the list instead of the text.
    """

    kind: str = ""
    only_doubtful: bool = True
    shows_scan: bool = False

    @property
    def filter(self) -> str:
        """The value the address carries for it."""
        return "nghi-van" if self.only_doubtful else "tat-ca"

    @property
    def query(self) -> str:
        """What an address carries so that the same screen comes back."""
        scan = "&goc=anh" if self.shows_scan else ""
        return f"muc={self.kind}&xem={self.filter}{scan}"

    def shows(self, kind: str, state: Json) -> bool:
        """Whether a fact of this kind with this status and these doubts stands in the list."""
        if state["status"] == FactStatus.GONE or self.kind not in {"", kind}:
            return False
        return not self.only_doubtful or (state["status"] == FactStatus.PENDING and bool(state["doubts"]))


@dataclass(frozen=True)
class Tab:
    """One kind of fact ("": all): how many, how many still to look at."""

    kind: str
    label: str
    total: int
    pending: int


@dataclass(frozen=True)
class SectionCards:
    """A section of the paper: its cards, and how many facts wait there, doubtful and not."""

    key: str
    title: str
    name: str
    cards: list[FactCard]
    total: int
    pending: int
    certain: int

    @property
    def doubtful(self) -> int:
        return self.pending - self.certain


@dataclass(frozen=True)
class Review:
    """The review page: tabs, the list by section, the text with its marks."""

    screen: Screen
    tabs: list[Tab]
    sections: list[SectionCards]
    segments: list[Segment]
    pending: int
    doubtful: int
    certain: int
    first: int
    visitors: list[Visitor]
    pages: list[PaintedPage]
    is_scanned: bool

    @property
    def cards(self) -> list[FactCard]:
        """All cards of the list in reading order."""
        return [card for section in self.sections for card in section.cards]


def review(draft: Draft, screen: Screen, *, by: Member, now: datetime) -> Review:
    """The facts of a draft beside its text; a constant number of queries."""
    rows = list(draft.facts.standing().order_by("order"))
    others = company(draft, besides=by.person_id, now=now)
    around = surroundings(rows, edited=edited_facts(draft), touched=others.touched)
    rows.sort(key=around.outline.key)
    listed = [row for row in rows if screen.shows(row.kind, _state(row))]
    in_kind = [row for row in rows if screen.kind in {"", row.kind}]
    sections = _sections(around, in_kind, listed)
    waiting = [row for row in in_kind if row.status == FactStatus.PENDING]
    pages = scan_pages(draft)
    marks = _marks(in_kind, listed, whole=bool(screen.kind))
    parts = segments(draft.text, marks, unsure=unsure_spans(pages))
    return Review(
        screen=screen,
        tabs=_tabs(rows),
        sections=sections,
        segments=parts,
        pending=len(waiting),
        doubtful=sum(1 for row in waiting if row.doubts),
        certain=sum(1 for row in waiting if not row.doubts),
        first=listed[0].pk if listed else 0,
        visitors=others.visitors,
        pages=painted(pages, parts) if screen.shows_scan else [],
        is_scanned=bool(pages),
    )


def _state(row: DraftFact) -> Json:
    return {"status": row.status, "doubts": row.doubts}


def _sections(
    around: Surroundings, rows: Sequence[DraftFact], listed: Sequence[DraftFact]
) -> list[SectionCards]:
    by_key: dict[str, list[DraftFact]] = {}
    for row in rows:
        by_key.setdefault(around.outline.section_of(row).key, []).append(row)
    shown = {row.pk for row in listed}
    return [
        _section(section, by_key[section.key], shown, around)
        for section in around.outline.sections
        if section.key in by_key
    ]


def _section(
    section: Section, rows: Sequence[DraftFact], shown: set[int], around: Surroundings
) -> SectionCards:
    waiting = [row for row in rows if row.status == FactStatus.PENDING]
    return SectionCards(
        key=section.key,
        title=section.title,
        name=section.name,
        cards=[around.card(row) for row in rows if row.pk in shown],
        total=len(rows),
        pending=len(waiting),
        certain=sum(1 for row in waiting if not row.doubts),
    )


def _tabs(rows: Sequence[DraftFact]) -> list[Tab]:
    totals = Counter(row.kind for row in rows)
    left = Counter(row.kind for row in rows if row.status == FactStatus.PENDING)
    kinds = [Tab(kind, kind.label, totals[kind], left[kind]) for kind in FactKind]
    return [Tab("", "tất cả", totals.total(), left.total()), *kinds]


def _marks(rows: Sequence[DraftFact], listed: Sequence[DraftFact], *, whole: bool) -> list[Mark]:
    """Where the facts stand. Among all kinds a clause is marked by its label alone: it holds the others."""
    shown = {row.pk for row in listed}
    return [
        Mark(row.span_start, _end(row, whole=whole), row.pk, tone_of(row.status, row.doubts), row.pk in shown)
        for row in rows
        if row.span_start is not None and row.span_end is not None
    ]


def _end(row: DraftFact, *, whole: bool) -> int:
    if row.kind == FactKind.CLAUSE and not whole:
        return int(row.span_start or 0) + max(1, len(row.values["label"]))
    return int(row.span_end or 0)
