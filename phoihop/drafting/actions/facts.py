"""Deciding on the facts of a draft: accept, reject, edit, add."""

from collections.abc import Collection, Mapping
from datetime import datetime

from phoihop.core.errors import Conflict
from phoihop.core.member import Member
from phoihop.drafting.actions.clauses import regrouped
from phoihop.drafting.actions.records import (
    CHANGED,
    Json,
    checked,
    locked,
    name_new_parties,
    opened,
    place_at,
    remember,
    state_of,
)
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.sections import section_ids
from phoihop.drafting.statuses import FACT, FactKind, FactStatus

type Span = tuple[int, int]


def decide(
    *,
    draft: Draft,
    facts: Collection[int],
    verb: str,
    versions: Mapping[int, int] | None = None,
    by: Member,
    at: datetime,
) -> int:
    """Accept, reject or reopen facts (ids) of a draft in one step; the number that changed.

    Facts the verb is not open for are left as they are. MoveNotAllowed never: a second click changes nothing.
    Conflict when a fact is no longer at the version (by id) its reader saw.
    """
    draft = opened(draft, by)
    rows = [f for f in locked(draft).filter(pk__in=facts) if FACT.allows(f.status, verb)]
    if not rows:
        return 0
    if any(row.version != (versions or {}).get(row.pk, row.version) for row in rows):
        raise Conflict("Dữ kiện này")
    before = state_of(rows)
    for row in rows:
        row.status = FACT.after(row.status, verb)
        row.version += 1
    DraftFact.objects.bulk_update(rows, ["status", "version"])
    remember(draft, verb=verb, before=before, after=state_of(rows), by=by, at=at)
    return len(rows)


def accept_certain(*, draft: Draft, kind: str = "", section: str = "", by: Member, at: datetime) -> int:
    """Accept every pending fact nothing is doubted about, of one kind, of one section (its key), or of
    one kind in one section; the number accepted."""
    certain = draft.facts.filter(status=FactStatus.PENDING, doubts=[])
    if kind:
        certain = certain.filter(kind=kind)
    ids = set(certain.values_list("pk", flat=True))
    if section:
        ids &= set(section_ids(draft, section))
    return decide(draft=draft, facts=list(ids), verb="accept", by=by, at=at)


def edit_fact(
    *, fact: DraftFact, values: Json, version: int, span: Span | None = None, by: Member, at: datetime
) -> DraftFact:
    """Put other values in place of those read, and accept the fact; Conflict when `version` is stale.

    `span`: other words of the text the fact now stands at; Refused when there are none.
    """
    draft = opened(fact.draft, by)
    row = checked(locked(draft).get(pk=fact.pk), version=version)
    clauses = list(locked(draft).filter(kind=FactKind.CLAUSE)) if row.kind == FactKind.CLAUSE else []
    known = state_of([row, *clauses])
    row.values = {**row.values, **values}
    if span is not None:
        place_at(row, span)
    row.status = FactStatus.ACCEPTED
    rows = [row, *_below(row, clauses, known)]
    for changed in rows:
        changed.version += 1
    DraftFact.objects.bulk_update(rows, CHANGED)
    name_new_parties(draft, at)
    before = {key: known[key] for key in state_of(rows)}
    remember(draft, verb="edit", before=before, after=state_of(rows), by=by, at=at)
    return row


def _below(row: DraftFact, clauses: list[DraftFact], known: Json) -> list[DraftFact]:
    """The clauses below an edited one that follow it elsewhere."""
    was = known[str(row.pk)]["values"]
    if row.kind != FactKind.CLAUSE or all(was[name] == row.values[name] for name in ("label", "parent")):
        return []
    return regrouped([row if clause.pk == row.pk else clause for clause in clauses], row)


def add_fact(
    *, draft: Draft, kind: str, values: Json, span: Span | None = None, by: Member, at: datetime
) -> DraftFact:
    """A fact the reader did not find, added by a person as accepted; `span`: the words it stands at."""
    draft = opened(draft, by)
    row = new_fact(draft, kind=kind, values=values)
    if span is not None:
        place_at(row, span)
    row.status = FactStatus.GONE
    row.save()
    before = state_of([row])
    row.status = FactStatus.ACCEPTED
    row.save(update_fields=["status"])
    name_new_parties(draft, at)
    remember(draft, verb="add", before=before, after=state_of([row]), by=by, at=at)
    return row


def new_fact(draft: Draft, *, kind: str, values: Json) -> DraftFact:
    """A fact after all others, a target with a position of its own; not saved."""
    last = draft.facts.order_by("-order").values_list("order", flat=True).first()
    order = 0 if last is None else last + 1
    own = {"position": _next_position(draft)} if kind == FactKind.TARGET else {}
    return DraftFact(draft=draft, kind=kind, order=order, read=None, values={**values, **own})


def _next_position(draft: Draft) -> int:
    rows = draft.facts.filter(kind=FactKind.TARGET).values_list("values__position", flat=True)
    return max((position for position in rows if position is not None), default=-1) + 1
