"""Passing a finding over with a reason, taking it up again, checking anew."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.drafting.actions.checking import check_draft
from phoihop.drafting.models import Draft, DraftFinding, FindingDecision
from phoihop.drafting.permissions import can_review
from phoihop.drafting.statuses import FINDING


def dismiss(*, finding: DraftFinding, reason: str, by: Member, at: datetime) -> DraftFinding:
    """Pass a finding over; Refused without a reason, PermissionDenied for others than its reviewers."""
    if not reason.strip():
        raise Refused("Hãy ghi lý do bỏ qua.")
    return _move(finding, "dismiss", note=reason.strip(), by=by, at=at)


def take_up(*, finding: DraftFinding, by: Member, at: datetime) -> DraftFinding:
    """Undo a dismissal: the finding waits again. The dismissal stays in its history."""
    return _move(finding, "take_up", note="", by=by, at=at)


def check_again(*, draft: Draft, by: Member) -> None:
    """Check a draft anew, as a draft of an earlier version of the checks needs it."""
    check_draft(_locked(draft, by))


def _move(finding: DraftFinding, verb: str, *, note: str, by: Member, at: datetime) -> DraftFinding:
    _locked(finding.draft, by)
    row = DraftFinding.objects.select_for_update(of=("self",)).get(pk=finding.pk)
    row.status = FINDING.after(row.status, verb)
    row.save(update_fields=["status"])
    FindingDecision.objects.create(
        finding=row, verb=verb, note=note, by_person_id=by.person_id, by_body_id=by.body_id, at=at
    )
    return row


def _locked(draft: Draft, by: Member) -> Draft:
    row = Draft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if not can_review(by, row):
        raise PermissionDenied
    return row
