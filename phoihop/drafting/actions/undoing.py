"""Walking back: each person takes their own newest step back, then the one before."""

from datetime import datetime

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.drafting.actions.records import (
    AREA,
    CHANGED,
    PARTY,
    Json,
    locked,
    opened,
    parties_state,
    put_back,
    remember,
    state_of,
)
from phoihop.drafting.models import Draft, DraftDecision, DraftFact, DraftParty

LONGEST_WALK = 200
"""Steps looked at for one that still stands."""


def undo(*, draft: Draft, by: Member, at: datetime) -> DraftDecision:
    """Take back the person's own newest step that still stands; the decision that took it back.

    A step no longer stands where somebody changed the same rows after it: theirs is kept. Refused when
    there is none left.
    """
    draft = opened(draft, by)
    steps = draft.decisions.filter(by_person_id=by.person_id, undoes=None, undone_by=None)
    for step in steps.exclude(before={}).order_by("-id")[:LONGEST_WALK].iterator():
        rows = list(locked(draft).filter(pk__in=_fact_ids(step.before)))
        if _present(draft, rows, step.after) == step.after:
            _restore(draft, rows, step.before)
            return remember(
                draft, verb="undo", before=step.after, after=step.before, by=by, at=at, undoes=step
            )
    raise Refused("Không còn bước nào của mình để hoàn tác.")


def _fact_ids(state: Json) -> list[int]:
    return [int(key) for key in state if key.isdecimal()]


def _codes(state: Json) -> list[str]:
    return [key.removeprefix(PARTY) for key in state if key.startswith(PARTY)]


def _present(draft: Draft, rows: list[DraftFact], known: Json) -> Json:
    area = {AREA: draft.area_id} if AREA in known else {}
    return state_of(rows) | parties_state(draft, _codes(known)) | area


def _restore(draft: Draft, rows: list[DraftFact], state: Json) -> None:
    for row in rows:
        put_back(row, state[str(row.pk)])
    DraftFact.objects.bulk_update(rows, CHANGED)
    for code in _codes(state):
        _restore_party(draft, code, state[PARTY + code])
    if AREA in state:
        draft.area_id = state[AREA]
        draft.version += 1
        draft.save(update_fields=["area", "version"])


def _restore_party(draft: Draft, code: str, state: Json | None) -> None:
    if state is None:
        draft.parties.filter(code=code).delete()
        return
    marks = {"is_signing": state["is_signing"], "is_left_out": state["is_left_out"]}
    row, _ = DraftParty.objects.update_or_create(draft=draft, code=code, defaults=marks)
    row.bodies.set(state["bodies"])
