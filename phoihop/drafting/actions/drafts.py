"""Putting a draft away and taking it up again."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from phoihop.core.member import Member
from phoihop.drafting.actions.records import remember
from phoihop.drafting.models import Draft
from phoihop.drafting.permissions import can_review
from phoihop.drafting.statuses import DRAFT


def discard(*, draft: Draft, by: Member, at: datetime) -> Draft:
    """Put a draft away; it can be restored."""
    return _move(draft, "discard", by, at)


def restore(*, draft: Draft, by: Member, at: datetime) -> Draft:
    """Take a discarded draft up again."""
    return _move(draft, "restore", by, at)


def _move(draft: Draft, verb: str, by: Member, at: datetime) -> Draft:
    row = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if not can_review(by, row):
        raise PermissionDenied
    row.status = DRAFT.after(row.status, verb)
    row.save(update_fields=["status"])
    remember(row, verb=verb, before={}, after={}, by=by, at=at)
    return row
