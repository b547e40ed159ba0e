"""What every change to a draft begins and ends with: the row locked, the step remembered."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models

from phoihop.core.clock import day_of as day_in_vietnam
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.drafting.models import Draft, DraftDecision, DraftFact
from phoihop.drafting.party_words import day_of, propose_parties
from phoihop.drafting.permissions import can_review
from phoihop.drafting.statuses import DraftStatus

type Json = dict[str, Any]


def opened(draft: Draft, by: Member) -> Draft:
    """The draft with its row locked; PermissionDenied, or Refused when it is no longer under review."""
    row = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if not can_review(by, row):
        raise PermissionDenied
    if row.status != DraftStatus.OPEN:
        raise Refused("Bản đọc này đã xác nhận hoặc đã bỏ, không sửa được nữa.")
    return row


def locked(draft: Draft) -> models.QuerySet[DraftFact]:
    """The facts of a draft in their order, to be locked when fetched."""
    return DraftFact.objects.select_for_update(of=("self",)).filter(draft=draft).order_by("order")


def state_of(rows: Collection[DraftFact]) -> Json:
    """Status and values of each fact by its id, as a decision keeps them."""
    return {str(row.pk): {"status": str(row.status), "values": row.values} for row in rows}


def remember(
    draft: Draft,
    *,
    verb: str,
    before: Json,
    after: Json,
    by: Member,
    at: datetime,
    undoes: DraftDecision | None = None,
) -> DraftDecision:
    """Write the step into the history of the draft."""
    return DraftDecision.objects.create(
        draft=draft,
        verb=verb,
        before=before,
        after=after,
        undoes=undoes,
        by_person_id=by.person_id,
        by_body_id=by.body_id,
        at=at,
    )


def name_new_parties(draft: Draft, at: datetime) -> None:
    """Propose bodies for words for a party that an edited fact brought in."""
    if draft.area is not None:
        propose_parties(draft, area=draft.area, day=day_of(draft, day_in_vietnam(at)))
