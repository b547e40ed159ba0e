"""Checking a draft anew: after it is read, and after every change to its facts."""

from collections.abc import Mapping
from typing import Any

from phoihop.drafting.database_places import PlacesOfDatabase
from phoihop.drafting.models import Draft, DraftFinding
from phoihop.drafting.rechecking import draft_as_left, paper_of_draft
from phoihop.drafting.statuses import FactStatus
from phoihop.reading.checks import Finding, findings_of

type Json = Mapping[str, Any]

_LEFT_OUT = {FactStatus.REJECTED, FactStatus.GONE}
_WRITTEN = ["code", "severity", "order", "spans", "quote", "text", "suggestion", "is_found"]


def check_draft(draft: Draft) -> None:
    """Find anew what is wrong with a draft as people left it.

    Findings are known by their key: what was passed over stays so; what is no longer found is kept aside.
    """
    found = findings_of(draft_as_left(draft), paper_of_draft(draft), known=PlacesOfDatabase())
    known = {row.key: row for row in draft.findings.all()}
    fresh: list[DraftFinding] = []
    again: list[DraftFinding] = []
    for order, one in enumerate(found):
        row = known.pop(one.key, None)
        (again if row else fresh).append(_written(row or DraftFinding(draft=draft, key=one.key), one, order))
    for row in known.values():
        row.is_found = False
    DraftFinding.objects.bulk_create(fresh)
    DraftFinding.objects.bulk_update([*again, *known.values()], _WRITTEN)


def _written(row: DraftFinding, one: Finding, order: int) -> DraftFinding:
    row.code, row.severity, row.order = one.code, one.severity.value, order
    row.spans = [list(span) for span in one.spans]
    row.quote, row.text, row.suggestion, row.is_found = one.quote, one.text, one.suggestion, True
    return row


def changes_what_is_checked(before: Json, after: Json) -> bool:
    """Did a step change a fact's values or place, or leave one out or take it in again?

    Accepting what was read changes nothing the checks look at.
    """
    return any(_looked_at(before.get(key)) != _looked_at(state) for key, state in after.items())


def _looked_at(state: Any) -> object:
    if not isinstance(state, dict) or "status" not in state:
        return None
    return (state["status"] in _LEFT_OUT, state.get("values"), state.get("span"))
