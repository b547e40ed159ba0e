"""What every change to a draft begins and ends with: the row locked, the step remembered."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models

from phoihop.core.clock import day_of as day_in_vietnam
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.drafting.actions.checking import changes_what_is_checked, check_draft
from phoihop.drafting.models import Draft, DraftDecision, DraftFact, DraftParty
from phoihop.drafting.party_words import day_of, propose_parties
from phoihop.drafting.permissions import can_review
from phoihop.drafting.statuses import DraftStatus, FactKind

type Json = dict[str, Any]

PARTY, AREA = "party:", "area"
"""The keys of a decision that are not ids of facts."""


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


def checked(row: DraftFact, *, version: int) -> DraftFact:
    """The fact, if it is as it was when the form was opened; Conflict when somebody changed it since."""
    if row.version != version:
        raise Conflict("Dữ kiện này")
    return row


def state_of(rows: Collection[DraftFact]) -> Json:
    """Status, values, span and doubts of each fact by its id, as a decision keeps them."""
    return {
        str(row.pk): {
            "status": str(row.status),
            "values": row.values,
            "span": list(span) if (span := span_of(row)) else None,
            "doubts": row.doubts,
        }
        for row in rows
    }


def put_back(row: DraftFact, state: Json) -> None:
    """Give a fact the status, values, span and doubts a decision kept; not saved."""
    start, end = state["span"] or (None, None)
    row.status, row.values, row.doubts = state["status"], state["values"], state["doubts"]
    row.span_start, row.span_end = start, end
    row.version += 1


def span_of(row: DraftFact) -> tuple[int, int] | None:
    """Where the fact stands in the text, if it does."""
    return None if row.span_start is None or row.span_end is None else (row.span_start, row.span_end)


def place_at(row: DraftFact, span: tuple[int, int]) -> None:
    """Let the fact stand at other words of the text; Refused when there are none; not saved."""
    start, end = span
    quote = row.draft.text[start:end] if 0 <= start < end <= len(row.draft.text) else ""
    if not quote.strip():
        raise Refused("Đoạn đã chọn không có chữ nào của văn bản. Hãy chọn lại.")
    row.span_start, row.span_end = start, end
    if "text" in row.values and row.kind != FactKind.LEGAL_BASIS:
        row.values = {**row.values, "text": quote}


CHANGED = ["status", "values", "span_start", "span_end", "doubts", "version"]
"""The columns of a fact that a step may change."""


def parties_state(draft: Draft, codes: Collection[str]) -> Json:
    """What these words for parties mean now, by `party:<word>`; None for a word that is not there."""
    rows = {row.code: row for row in draft.parties.filter(code__in=codes).prefetch_related("bodies")}
    return {PARTY + code: _party_state(rows[code]) if code in rows else None for code in codes}


def _party_state(row: DraftParty) -> Json:
    return {
        "bodies": sorted(body.pk for body in row.bodies.all()),
        "is_signing": row.is_signing,
        "is_left_out": row.is_left_out,
    }


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
    """Write the step into the history of the draft; check the draft anew if it changed what is checked."""
    decision = DraftDecision.objects.create(
        draft=draft,
        verb=verb,
        before=before,
        after=after,
        undoes=undoes,
        by_person_id=by.person_id,
        by_body_id=by.body_id,
        at=at,
    )
    if changes_what_is_checked(before, after):
        check_draft(draft)
    return decision


def name_new_parties(draft: Draft, at: datetime) -> None:
    """Propose bodies for words for a party that an edited fact brought in."""
    if draft.area is not None:
        propose_parties(draft, area=draft.area, day=day_of(draft, day_in_vietnam(at)))
