"""What the review pages read. Counts of queries do not depend on the number of facts."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from phoihop.drafting.models import Draft, DraftDecision, DraftFact
from phoihop.drafting.segments import Mark, Segment, segments
from phoihop.drafting.statuses import FactKind, FactStatus
from phoihop.drafting.words import words_of


@dataclass(frozen=True)
class Tab:
    """One kind of fact: how many, how many still to look at."""

    kind: str
    label: str
    total: int
    pending: int


@dataclass(frozen=True)
class FactCard:
    """A fact as the page shows it beside the text."""

    id: int
    status: str
    status_label: str
    headline: str
    details: tuple[str, ...]
    doubts: tuple[str, ...]
    is_added: bool
    is_edited: bool


@dataclass(frozen=True)
class Review:
    """The review page of one kind of fact."""

    tabs: list[Tab]
    cards: list[FactCard]
    segments: list[Segment]
    certain: int


def review(draft: Draft, kind: str) -> Review:
    """Facts of one kind beside the whole text; two queries."""
    counts: Counter[tuple[str, str]] = Counter()
    for row_kind, status in draft.facts.values_list("kind", "status"):
        counts[row_kind, status] += 1
    rows = list(draft.facts.filter(kind=kind).order_by("order"))
    edited = _edited(draft)
    marks = [
        Mark(row.span_start, row.span_end, row.pk, _tone(row))
        for row in rows
        if row.span_start is not None and row.span_end is not None
    ]
    return Review(
        tabs=[_tab(k, counts) for k in FactKind],
        cards=[_card(row, is_edited=str(row.pk) in edited) for row in rows],
        segments=segments(draft.text, marks),
        certain=sum(1 for row in rows if row.status == FactStatus.PENDING and not row.doubts),
    )


def clause_choices(draft: Draft) -> list[tuple[str, str]]:
    """The clauses of a draft as (reader's id, path and first words); one query."""
    rows = draft.facts.filter(kind=FactKind.CLAUSE).exclude(status=FactStatus.REJECTED).order_by("order")
    return [(row.values["id"], _clause_words(row.values)) for row in rows]


def _clause_words(values: dict[str, Any]) -> str:
    text = " ".join(values["text"].split()).removeprefix(values["label"] or "").lstrip(" .)/")
    return f"{values['path']}: {text[:70]}{'…' if len(text) > 70 else ''}"


def history(draft: Draft, *, most: int = 30) -> list[DraftDecision]:
    """The newest changes with who made them; one query."""
    return list(draft.decisions.select_related("by_person").order_by("-id")[:most])


def pending_by_kind(draft: Draft) -> list[tuple[str, int]]:
    """(label, how many still to look at) for kinds that have any; one query."""
    rows = draft.facts.filter(status=FactStatus.PENDING).values_list("kind").annotate(n=Count("pk"))
    return [(FactKind(kind).label, n) for kind, n in rows.order_by("kind")]


def _tab(kind: FactKind, counts: Counter[tuple[str, str]]) -> Tab:
    pending = counts[kind, FactStatus.PENDING]
    return Tab(kind, kind.label, total=sum(counts[kind, status] for status in FactStatus), pending=pending)


def _tone(row: DraftFact) -> str:
    if row.status == FactStatus.REJECTED:
        return "rejected"
    if row.status == FactStatus.PENDING and row.doubts:
        return "doubtful"
    return str(row.status)


def _edited(draft: Draft) -> set[str]:
    """The ids of facts whose values a person changed and nobody changed back."""
    edits = draft.decisions.filter(verb="edit", undone_by=None)
    return {fact_id for after in edits.values_list("after", flat=True) for fact_id in after}


def _card(row: DraftFact, *, is_edited: bool) -> FactCard:
    headline, details = words_of(FactKind(row.kind), row.values)
    return FactCard(
        id=row.pk,
        status=row.status,
        status_label=row.get_status_display(),
        headline=headline,
        details=tuple(words for words in details if words),
        doubts=tuple(row.doubts) if row.status == FactStatus.PENDING else (),
        is_added=row.read is None,
        is_edited=is_edited,
    )
