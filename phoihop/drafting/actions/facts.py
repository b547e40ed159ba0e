"""Deciding on the facts of a draft: accept, reject, edit, add, undo."""

from collections.abc import Collection
from datetime import datetime

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.drafting.actions.records import Json, locked, name_new_parties, opened, remember, state_of
from phoihop.drafting.models import Draft, DraftDecision, DraftFact
from phoihop.drafting.statuses import FACT, FactStatus


def decide(*, draft: Draft, facts: Collection[int], verb: str, by: Member, at: datetime) -> int:
    """Accept, reject or reopen facts (ids) of a draft in one step; the number that changed.

    Facts the verb is not open for are left as they are. MoveNotAllowed never: a second click changes nothing.
    """
    draft = opened(draft, by)
    rows = [f for f in locked(draft).filter(pk__in=facts) if FACT.allows(f.status, verb)]
    if not rows:
        return 0
    before = state_of(rows)
    for row in rows:
        row.status = FACT.after(row.status, verb)
        row.version += 1
    DraftFact.objects.bulk_update(rows, ["status", "version"])
    remember(draft, verb=verb, before=before, after=state_of(rows), by=by, at=at)
    return len(rows)


def accept_certain(*, draft: Draft, kind: str, by: Member, at: datetime) -> int:
    """Accept every pending fact of one kind that nothing is doubted about; the number accepted."""
    certain = draft.facts.filter(kind=kind, status=FactStatus.PENDING, doubts=[])
    return decide(draft=draft, facts=list(certain.values_list("pk", flat=True)), verb="accept", by=by, at=at)


def edit_fact(*, fact: DraftFact, values: Json, version: int, by: Member, at: datetime) -> DraftFact:
    """Put other values in place of those read, and accept the fact; Conflict when `version` is stale."""
    draft = opened(fact.draft, by)
    row = locked(draft).get(pk=fact.pk)
    if row.version != version:
        raise Conflict("Dữ kiện này")
    before = state_of([row])
    row.values = {**row.values, **values}
    row.status = FactStatus.ACCEPTED
    row.version += 1
    row.save(update_fields=["values", "status", "version"])
    name_new_parties(draft, at)
    remember(draft, verb="edit", before=before, after=state_of([row]), by=by, at=at)
    return row


def add_fact(*, draft: Draft, kind: str, values: Json, by: Member, at: datetime) -> DraftFact:
    """A fact the reader did not find, added by a person as accepted."""
    draft = opened(draft, by)
    last = draft.facts.order_by("-order").values_list("order", flat=True).first()
    row = DraftFact.objects.create(
        draft=draft, kind=kind, order=(last or 0) + 1, read=None, values=values, status=FactStatus.ACCEPTED
    )
    before = {str(row.pk): {"status": FactStatus.REJECTED, "values": values}}
    name_new_parties(draft, at)
    remember(draft, verb="add", before=before, after=state_of([row]), by=by, at=at)
    return row


def undo(*, draft: Draft, by: Member, at: datetime) -> DraftDecision:
    """Take the newest step on facts back that was not taken back yet; Refused when there is none."""
    draft = opened(draft, by)
    last = draft.decisions.filter(undoes=None, undone_by=None).exclude(before={}).order_by("-id").first()
    if last is None:
        raise Refused("Không còn bước nào để hoàn tác.")
    rows = list(locked(draft).filter(pk__in=last.before))
    if state_of(rows) != last.after:
        raise Conflict("Dữ kiện")
    for row in rows:
        state = last.before[str(row.pk)]
        row.status, row.values, row.version = state["status"], state["values"], row.version + 1
    DraftFact.objects.bulk_update(rows, ["status", "values", "version"])
    return remember(draft, verb="undo", before=last.after, after=last.before, by=by, at=at, undoes=last)
