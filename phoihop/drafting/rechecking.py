"""A draft under review as the checks take it: as read, with what people changed put in."""

from decimal import Decimal
from typing import Any

from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.statuses import FactKind, FactStatus
from phoihop.reading.draft import (
    Assignment,
    Clause,
    Duty,
    Header,
    LegalBasis,
    Period,
    Recipient,
    Signatory,
    Target,
)
from phoihop.reading.draft import Draft as ReadDraft
from phoihop.reading.files.exchange import Misshapen, decoded
from phoihop.reading.paper import Paper

type Json = dict[str, Any]
type Span = tuple[int, int]

CHANGES_OF_VALUES = ["edit", "split", "merge"]
_LEFT_OUT = (FactStatus.REJECTED, FactStatus.GONE)


def draft_as_left(draft: Draft) -> ReadDraft:
    """The reader's form of a draft with the values people left; rejected facts are not in it. Two queries.

    What nobody edited is taken as it was read, not as it was proposed.
    """
    edited = {
        key
        for after in draft.decisions.filter(verb__in=CHANGES_OF_VALUES, undone_by=None).values_list(
            "after", flat=True
        )
        for key in after
    }
    facts = draft.facts.exclude(status__in=_LEFT_OUT).order_by("order")
    rows = [_Row(fact, is_edited=str(fact.pk) in edited, text=draft.text) for fact in facts]
    of = {kind: [row for row in rows if row.kind == kind] for kind in FactKind}
    return ReadDraft(
        text=draft.text,
        header=_header(of[FactKind.HEADER][0].values) if of[FactKind.HEADER] else _header({}),
        legal_bases=tuple(map(_basis, of[FactKind.LEGAL_BASIS])),
        clauses=tuple(map(_clause, of[FactKind.CLAUSE])),
        targets=tuple(map(_target, of[FactKind.TARGET])),
        assignments=tuple(map(_assignment, of[FactKind.ASSIGNMENT])),
        duties=tuple(map(_duty, of[FactKind.DUTY])),
        signatories=tuple(map(_signatory, of[FactKind.SIGNATORY])),
        recipients=tuple(
            Recipient(row.values["name"], row.values.get("purpose"), row.span)
            for row in of[FactKind.RECIPIENT]
        ),
    )


def paper_of_draft(draft: Draft) -> Paper | None:
    """The pages and tables kept beside the text; None where the paper had none."""
    if not draft.paper:
        return None
    try:
        paper: Paper = decoded(Paper, {**draft.paper, "text": draft.text})
    except Misshapen:
        return None
    return paper


class _Row:
    """A fact: what was read, or what a person left; where it stands, else at the first words of the text."""

    def __init__(self, fact: DraftFact, *, is_edited: bool, text: str) -> None:
        self.kind = fact.kind
        self.read: Json | None = fact.read if not is_edited else None
        self.values: Json = fact.values
        self.span: Span = (
            (fact.span_start, fact.span_end)
            if fact.span_start is not None and fact.span_end is not None
            else _first_words(text)
        )
        self.text = text[slice(*self.span)]
        clause = fact.values.get("clause")
        self.clause_id: str | None = clause if isinstance(clause, str) else None


def _first_words(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    stop = text.find("\n", start)
    return (start, stop if stop > 0 else len(text))


def _header(v: Json) -> Header:
    period = v.get("period") or {}
    return Header(
        kind=v.get("kind") or "",
        title=v.get("title") or "",
        issuers=tuple(v.get("issuers") or ()),
        number=v.get("number") or None,
        place=v.get("place") or None,
        date=v.get("date") or None,
        period=Period(period.get("start"), period.get("end")),
    )


def _basis(row: _Row) -> LegalBasis:
    v = row.values
    return LegalBasis(
        row.span,
        v.get("text") or row.text,
        v.get("kind") or "",
        v.get("number") or None,
        v.get("date") or None,
    )


def _clause(row: _Row) -> Clause:
    v = row.values
    return Clause(v["id"], v["parent"], v["label"], v["depth"], v["heading"], v["path"], row.span, v["text"])


def _target(row: _Row) -> Target:
    """As read; an edited one by its typed values."""
    v, read = row.values, row.read or {}
    edited: Json = {
        "measure": v["name"],
        "comparator": v["comparator"],
        "value": v["value"],
        "value_max": v["value_max"],
        "of": v["base"],
        "unit": v["unit"] or ("%" if v["kind"] in ("ratio", "part_of_whole") else ""),
        "direction": str(v["direction"]).split("_", maxsplit=1)[0],
        "recurrence": v["recurrence"],
        "due": v["due"],
        "scope": v["scope_text"],
        "parties": v["parties"],
    }
    said: Json = {name: read.get(name, edited[name]) for name in edited}
    return Target(
        span=row.span,
        text=row.text,
        clause=read.get("clause") or "",
        clause_id=row.clause_id,
        measure=said["measure"] or "",
        comparator=said["comparator"],
        value=_number(said["value"]) or Decimal(0),
        value_max=_number(said["value_max"]),
        of=_number(said["of"]),
        unit=said["unit"] or "",
        direction=said["direction"],
        recurrence=said["recurrence"],
        due=said["due"] or None,
        due_strict=bool(read.get("due_strict")),
        scope=said["scope"] or None,
        parties=tuple(said["parties"]),
        change=None,
        aspirational=bool(v.get("is_aspirational")),
        confidence=1.0,
        inherited_from=(),
    )


def _number(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _assignment(row: _Row) -> Assignment:
    v = row.values
    return Assignment(row.span, row.text, "", row.clause_id, v["party"], v["role"], 1.0)


def _duty(row: _Row) -> Duty:
    """As read; an edited one by its due rule."""
    v, read = row.values, row.read
    senders, receivers = v["owes"], [*v["reviews"], *v["takes_note"]]
    due = v.get("due_printed") or (f"day {v['due_day']}" if v["due_day"] else None)
    if read is not None:
        senders, receivers, due = read["from"], read["to"], read.get("due")
    return Duty(
        span=row.span,
        text=row.text,
        clause="",
        clause_id=row.clause_id,
        kind=v["kind"],
        senders=tuple(senders),
        receivers=tuple(receivers),
        frequency=v["frequency"],
        due=due,
        due_strict=bool(v["due_strict"]),
        via=v.get("via_text") or None,
        anchor=None,
        offset=v["due_day"],
        confidence=1.0,
    )


def _signatory(row: _Row) -> Signatory:
    v = row.values
    return Signatory(
        party=v.get("party") or "",
        capacity=v.get("capacity") or None,
        position=v.get("position") or None,
        name=v.get("name") or None,
        body=v.get("body") or row.text,
        span=row.span,
    )
