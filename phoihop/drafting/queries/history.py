"""Who changed what in a draft, and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Func, QuerySet, TextField

from phoihop.drafting.forms import FORMS
from phoihop.drafting.models import Draft, DraftDecision, DraftFact
from phoihop.drafting.queries.cards import Touch
from phoihop.drafting.statuses import DECISION_WORDS, FactStatus
from phoihop.drafting.words import value_words

type Json = dict[str, Any]

A_SHORT_WHILE = timedelta(minutes=10)
"""Who changed something this recently is at work on the draft."""
CHANGES_OF_VALUES = ["edit", "split", "merge"]


class _Keys(Func):
    """The keys of a JSON object, a row each."""

    function = "jsonb_object_keys"
    output_field = TextField()
    set_returning = True


def edited_facts(draft: Draft) -> frozenset[int]:
    """The ids of facts whose values a person changed and nobody changed back; one query."""
    edits = draft.decisions.filter(verb__in=CHANGES_OF_VALUES, undone_by=None)
    return frozenset(int(key) for key in edits.values_list(_Keys("after"), flat=True))


@dataclass(frozen=True)
class Visitor:
    """Somebody else at work on the draft, and when they last changed something."""

    name: str
    at: datetime


@dataclass(frozen=True)
class Company:
    """Who else is at work on a draft, and the facts they changed, by id."""

    visitors: list[Visitor]
    touched: dict[int, Touch]


def company(draft: Draft, *, besides: int, now: datetime) -> Company:
    """The others of the last ten minutes; one query."""
    recent = draft.decisions.filter(at__gt=now - A_SHORT_WHILE).exclude(by_person_id=besides).order_by("id")
    visitors: dict[str, datetime] = {}
    touched: dict[int, Touch] = {}
    rows = recent.values_list("by_person__full_name", "verb", "at", _Keys("after"))
    for name, verb, at, key in rows:
        visitors[name] = at
        if key.isdecimal():
            touched[int(key)] = Touch(name, DECISION_WORDS[verb], at)
    return Company([Visitor(name, at) for name, at in visitors.items()], touched)


@dataclass(frozen=True)
class Change:
    """One field of a fact, before and after, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Step:
    """One decision: who, when, what; `count` facts; `changes` of the one fact that is asked about."""

    at: datetime
    name: str
    verb: str
    count: int
    is_undone: bool
    changes: list[Change]


def history(draft: Draft, *, most: int) -> list[Step]:
    """The newest steps of a draft, with the changed fields of those that touched one fact; two queries."""
    rows = list(_decisions(draft)[:most])
    ids = {key for row in rows for key in row.after if key.isdecimal()}
    kinds = dict(DraftFact.objects.filter(pk__in=ids).values_list("pk", "kind"))
    return [_step(row, kinds) for row in rows]


def history_of(fact: DraftFact) -> list[Step]:
    """Every step that touched a fact, newest first; one query."""
    rows = _decisions(fact.draft).filter(after__has_key=str(fact.pk))
    return [_step(row, {fact.pk: fact.kind}) for row in rows]


def _decisions(draft: Draft) -> QuerySet[DraftDecision]:
    return draft.decisions.select_related("by_person", "undone_by").order_by("-id")


def _step(row: DraftDecision, kinds: Mapping[int, str]) -> Step:
    touched = [int(key) for key in row.after if key.isdecimal()]
    asked = [key for key in touched if key in kinds]
    return Step(
        at=row.at,
        name=row.by_person.full_name,
        verb=row.verb_words,
        count=len(touched),
        is_undone=hasattr(row, "undone_by"),
        changes=list(_changes(row, asked[0], kinds[asked[0]])) if len(asked) == 1 else [],
    )


def _changes(row: DraftDecision, fact: int, kind: str) -> Iterator[Change]:
    before, after = row.before[str(fact)], row.after[str(fact)]
    yield from _in_words("Tình trạng", FactStatus(before["status"]).label, FactStatus(after["status"]).label)
    yield from _in_words("Vị trí trong văn bản", _place(before), _place(after))
    fields = FORMS[kind].base_fields
    for name, field in fields.items():
        old, new = (value_words(state["values"].get(name), field) for state in (before, after))
        yield from _in_words(str(field.label), old, new)


def _in_words(label: str, before: str, after: str) -> Iterator[Change]:
    if before != after:
        yield Change(label, before, after)


def _place(state: Json) -> str:
    span = state.get("span")
    return f"chữ thứ {span[0] + 1} đến {span[1]}" if span else "không có"
