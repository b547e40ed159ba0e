"""A fact as the list beside the text shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from phoihop.drafting.calculations import Check, checks_of_targets, first_due_days
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.sections import Outline
from phoihop.drafting.statuses import SHAPED, FactKind, FactStatus
from phoihop.drafting.words import words_of

type Json = dict[str, Any]


@dataclass(frozen=True)
class Touch:
    """What somebody else last did to a fact a short while ago."""

    name: str
    verb: str
    at: Any


@dataclass(frozen=True)
class FactCard:
    """A fact beside the text."""

    id: int
    version: int
    kind: str
    kind_label: str
    section: str
    status: str
    status_label: str
    tone: str
    headline: str
    details: tuple[str, ...]
    doubts: tuple[str, ...]
    checks: tuple[Check, ...]
    is_placed: bool
    is_added: bool
    is_edited: bool
    is_shaped: bool
    touched: Touch | None

    @property
    def name(self) -> str:
        """The id of its place on the page."""
        return f"f{self.id}"

    @property
    def stamp(self) -> str:
        """The fact and the version of it that is shown, as its buttons send them."""
        return f"{self.id}.{self.version}"


def tone_of(status: str, doubts: Sequence[str]) -> str:
    """How a fact is coloured: its status, or doubtful while it waits."""
    return "doubtful" if status == FactStatus.PENDING and doubts else str(status)


@dataclass(frozen=True)
class Surroundings:
    """What the cards of a draft need to know beside their own fact."""

    outline: Outline
    checks: Mapping[int, list[Check]]
    places: Mapping[str, str]
    period: tuple[date | None, date | None]
    edited: frozenset[int]
    touched: Mapping[int, Touch]
    usual_scope: str

    def card(self, row: DraftFact) -> FactCard:
        """The fact in words, with its doubts and checks."""
        headline, details = words_of(FactKind(row.kind), row.values, inherited=self._inherited(row))
        is_open = row.status == FactStatus.PENDING
        return FactCard(
            id=row.pk,
            version=row.version,
            kind=row.kind,
            kind_label=row.get_kind_display(),
            section=self.outline.section_of(row).key,
            status=row.status,
            status_label=row.get_status_display(),
            tone=tone_of(row.status, row.doubts),
            headline=headline,
            details=tuple(
                words for words in [*details, self._due(row)] if words and words != self.usual_scope
            ),
            doubts=tuple(row.doubts) if is_open else (),
            checks=tuple(self.checks.get(row.pk, ())),
            is_placed=row.span_start is not None,
            is_added=row.read is None,
            is_edited=row.pk in self.edited,
            is_shaped=row.kind in SHAPED and row.span_start is not None,
            touched=self.touched.get(row.pk),
        )

    def _due(self, row: DraftFact) -> str:
        return first_due_words(row.values, self.period) if row.kind == FactKind.DUTY else ""

    def _inherited(self, row: DraftFact) -> dict[str, str]:
        """Field and the clause it came from, while its value is still the one read."""
        said = (row.read or {}).get("inherited_from") or {}
        fields = {"party": said} if isinstance(said, str) else said
        return {
            field: self.places[clause]
            for field, clause in fields.items()
            if clause in self.places and row.values.get(field) == (row.read or {}).get(field)
        }


def surroundings(
    rows: Sequence[DraftFact], *, edited: frozenset[int], touched: Mapping[int, Touch]
) -> Surroundings:
    """Everything the cards of a draft share; no query."""
    targets = {
        row.pk: row.values
        for row in rows
        if row.kind == FactKind.TARGET and row.status != FactStatus.REJECTED
    }
    clauses = [row.values for row in rows if row.kind == FactKind.CLAUSE]
    return Surroundings(
        outline=Outline(rows),
        checks=checks_of_targets(targets),
        places={values["id"]: f"mục {values['path'] or values['label']}" for values in clauses},
        period=period_of(rows),
        edited=edited,
        touched=touched,
        usual_scope=_usual_scope(rows),
    )


def _usual_scope(rows: Sequence[DraftFact]) -> str:
    """The scope of a target that is the place of the paper itself: not worth a line on each card."""
    header: Json = next((row.values for row in rows if row.kind == FactKind.HEADER), {})
    issuers = header.get("issuers") or [""]
    return f"Phạm vi: {issuers[0].partition(' ')[2]}"


def period_of(rows: Sequence[DraftFact]) -> tuple[date | None, date | None]:
    """First and last day of the programme as far as the header says them."""
    header = next((row.values for row in rows if row.kind == FactKind.HEADER), None)
    start, end = (header["period"]["start"], header["period"]["end"]) if header else (None, None)
    return (date(start, 1, 1) if start else None, date(end, 12, 31) if end else None)


def preview(draft: Draft, kind: FactKind, values: Json, *, fact: int | None) -> Json:
    """A form's values as its card would say them, with the sums they would make; one query.

    `fact`: the id of the fact the form is of, if it is of one.
    """
    rows = list(draft.facts.standing())
    others = {r.pk: r.values for r in rows if r.kind == FactKind.TARGET and r.status != FactStatus.REJECTED}
    key = fact or 0
    checks = checks_of_targets({**others, key: values}).get(key, []) if kind == FactKind.TARGET else []
    headline, details = words_of(kind, values)
    due = first_due_words(values, period_of(rows)) if kind == FactKind.DUTY else ""
    return {"headline": headline, "details": [words for words in [*details, due] if words], "checks": checks}


def first_due_words(values: Json, period: tuple[date | None, date | None]) -> str:
    """ "Hạn cuối: hết ngày 19/03/2026, …" for the first dates of a duty; empty where no start is known."""
    start, end = period
    if start is None:
        return ""
    days = ", ".join(f"{day:%d/%m/%Y}" for day in first_due_days(values, start=start, end=end))
    return f"Hạn cuối: hết ngày {days}" if days else ""


def next_alike(fact: DraftFact) -> DraftFact | None:
    """The next fact of the same kind in reading order, to merge with; one query."""
    if fact.span_start is None:
        return None
    rows = fact.draft.facts.standing().filter(kind=fact.kind, span_start__gte=fact.span_start)
    return rows.exclude(pk=fact.pk).order_by("span_start", "order").first()
