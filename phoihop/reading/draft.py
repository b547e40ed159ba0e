"""The draft: what was read, as frozen rows with spans.

`Draft.as_json()` is the published form (docs/reference/reading.md). Spans are `[start, end)`
character offsets in `Draft.text`. What the document does not say is None or empty, never a guess.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

type Span = tuple[int, int]
type Json = dict[str, Any]


@dataclass(frozen=True)
class Period:
    """First and last year of the programme; None where none is printed."""

    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Header:
    """`issuers` are a code and an area ("UBND thị trấn A"); `date` is ISO."""

    kind: str
    title: str
    issuers: tuple[str, ...]
    number: str | None
    place: str | None
    date: str | None
    period: Period

    def as_json(self) -> Json:
        return {
            "kind": self.kind,
            "title": self.title,
            "issuers": list(self.issuers),
            "number": self.number,
            "place": self.place,
            "date": self.date,
            "period": {"start": self.period.start, "end": self.period.end},
        }


@dataclass(frozen=True)
class LegalBasis:
    """One "Căn cứ …". `kind` is the kind of document it names; `date` is ISO."""

    span: Span
    text: str
    kind: str
    number: str | None
    date: str | None

    def as_json(self) -> Json:
        return {
            "span": list(self.span),
            "text": self.text,
            "kind": self.kind,
            "number": self.number,
            "date": self.date,
        }


@dataclass(frozen=True)
class Clause:
    """`span` runs from the label to the next label; `id` is unique even where a printed label repeats."""

    id: str
    parent: str | None
    label: str
    depth: int
    heading: bool
    path: str
    span: Span
    text: str

    def as_json(self) -> Json:
        return {
            "id": self.id,
            "parent": self.parent,
            "label": self.label,
            "depth": self.depth,
            "heading": self.heading,
            "path": self.path,
            "span": list(self.span),
            "text": self.text,
        }


@dataclass(frozen=True)
class Change:
    """How far the value moves (`by`) or where it ends (`to`), and from where if printed."""

    by: Decimal | None = None
    to: Decimal | None = None
    baseline: Decimal | None = None

    def as_json(self) -> Json:
        return {"by": number(self.by), "to": number(self.to), "baseline": number(self.baseline)}


@dataclass(frozen=True)
class Target:
    """One number to be met. `clause` is the path, `clause_id` the row of `Draft.clauses`.

    `=` says only that no comparing word is printed. `inherited_from` names, for each field that
    was not read in the target's own words, the clause it came from.
    """

    span: Span
    text: str
    clause: str
    clause_id: str | None
    measure: str
    comparator: str
    value: Decimal
    value_max: Decimal | None
    of: Decimal | None
    unit: str
    direction: str
    recurrence: str
    due: str | None
    due_strict: bool
    scope: str | None
    parties: tuple[str, ...]
    change: Change | None
    aspirational: bool
    confidence: float
    inherited_from: tuple[tuple[str, str], ...]

    def as_json(self) -> Json:
        return {
            "span": list(self.span),
            "text": self.text,
            "clause": self.clause,
            "clause_id": self.clause_id,
            "measure": self.measure,
            "comparator": self.comparator,
            "value": number(self.value),
            "value_max": number(self.value_max),
            "of": number(self.of),
            "unit": self.unit,
            "direction": self.direction,
            "recurrence": self.recurrence,
            "due": self.due,
            "due_strict": self.due_strict,
            "scope": self.scope,
            "parties": list(self.parties),
            "change": self.change.as_json() if self.change else None,
            "aspirational": self.aspirational,
            "confidence": self.confidence,
            "inherited_from": dict(self.inherited_from),
        }


@dataclass(frozen=True)
class Assignment:
    """Which party does what under a clause. `inherited_from` names the clause the party was read in."""

    span: Span
    text: str
    clause: str
    clause_id: str | None
    party: str
    role: str
    confidence: float
    inherited_from: str | None = None

    def as_json(self) -> Json:
        return {
            "span": list(self.span),
            "text": self.text,
            "clause": self.clause,
            "clause_id": self.clause_id,
            "party": self.party,
            "role": self.role,
            "confidence": self.confidence,
            "inherited_from": self.inherited_from,
        }


@dataclass(frozen=True)
class Duty:
    """Who owes what to whom. `anchor` and `offset` restate `due` for a calendar: see `dates.Due`."""

    span: Span
    text: str
    clause: str
    clause_id: str | None
    kind: str
    senders: tuple[str, ...]
    receivers: tuple[str, ...]
    frequency: str
    due: str | None
    due_strict: bool
    via: str | None
    anchor: str | None
    offset: int | None
    confidence: float

    def as_json(self) -> Json:
        return {
            "span": list(self.span),
            "text": self.text,
            "clause": self.clause,
            "clause_id": self.clause_id,
            "kind": self.kind,
            "from": list(self.senders),
            "to": list(self.receivers),
            "frequency": self.frequency,
            "due": self.due,
            "due_strict": self.due_strict,
            "via": self.via,
            "anchor": self.anchor,
            "offset": self.offset,
            "confidence": self.confidence,
        }


@dataclass(frozen=True)
class Signatory:
    """`capacity` as printed (TM., KT.…); `body` is the printed body behind the party code."""

    party: str
    capacity: str | None
    position: str | None
    name: str | None
    body: str
    span: Span

    def as_json(self) -> Json:
        return {
            "party": self.party,
            "capacity": self.capacity,
            "position": self.position,
            "name": self.name,
            "body": self.body,
            "span": list(self.span),
        }


@dataclass(frozen=True)
class Recipient:
    """One line of "Nơi nhận", with its purpose ("báo cáo") where printed."""

    name: str
    purpose: str | None
    span: Span

    def as_json(self) -> Json:
        return {"name": self.name, "purpose": self.purpose, "span": list(self.span)}


@dataclass(frozen=True)
class Registration:
    """One row of a sheet on which a body registers what it will do; `spans` name the cell of each field."""

    span: Span
    text: str
    clause: str
    clause_id: str | None
    content: str
    place: str | None
    time: str | None
    target: str | None
    body: str | None
    spans: tuple[tuple[str, Span], ...]

    def as_json(self) -> Json:
        return {
            "span": list(self.span),
            "text": self.text,
            "clause": self.clause,
            "clause_id": self.clause_id,
            "content": self.content,
            "place": self.place,
            "time": self.time,
            "target": self.target,
            "body": self.body,
            "spans": {name: list(span) for name, span in self.spans},
        }


@dataclass(frozen=True)
class Annex:
    """An annex the text announces. `label` as printed ("phụ lục I"); is it there?"""

    span: Span
    text: str
    label: str
    is_present: bool

    def as_json(self) -> Json:
        return {
            "span": list(self.span),
            "text": self.text,
            "label": self.label,
            "is_present": self.is_present,
        }


@dataclass(frozen=True)
class DraftWarning:
    """A plain Vietnamese sentence for the person who reviews the draft."""

    span: Span
    code: str
    text: str

    def as_json(self) -> Json:
        return {"span": list(self.span), "code": self.code, "text": self.text}


@dataclass(frozen=True)
class Draft:
    """Everything read from one document, each section in reading order."""

    text: str
    header: Header
    legal_bases: tuple[LegalBasis, ...]
    clauses: tuple[Clause, ...]
    targets: tuple[Target, ...]
    assignments: tuple[Assignment, ...]
    duties: tuple[Duty, ...]
    signatories: tuple[Signatory, ...]
    recipients: tuple[Recipient, ...]
    registrations: tuple[Registration, ...] = ()
    annexes: tuple[Annex, ...] = ()

    @cached_property
    def warnings(self) -> tuple[DraftWarning, ...]:
        """What the checks find in the draft, one for each place; looked for when first asked."""
        from .checks import findings_of, warnings_of

        return warnings_of(findings_of(self))

    def as_json(self) -> Json:
        """The published JSON object."""
        return self.facts_as_json() | {"warnings": [row.as_json() for row in self.warnings]}

    def facts_as_json(self) -> Json:
        """The published JSON object without what the checks find, which takes them time."""
        return {
            "header": self.header.as_json(),
            "legal_bases": [row.as_json() for row in self.legal_bases],
            "clauses": [row.as_json() for row in self.clauses],
            "targets": [row.as_json() for row in self.targets],
            "assignments": [row.as_json() for row in self.assignments],
            "duties": [row.as_json() for row in self.duties],
            "signatories": [row.as_json() for row in self.signatories],
            "recipients": [row.as_json() for row in self.recipients],
            "registrations": [row.as_json() for row in self.registrations],
            "annexes": [row.as_json() for row in self.annexes],
        }


def number(value: Decimal | None) -> int | float | None:
    """A decimal as JSON prints it: whole numbers without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
