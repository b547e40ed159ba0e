"""What every action on a consolidated report begins and ends with: its locked row, the decision users see."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.reports import permissions
from phoihop.reports.models import Consolidation, ConsolidationDecision
from phoihop.reports.statuses import ConsolidationStatus


def locked_consolidation(
    consolidation: Consolidation, by: Member, *, version: int | None = None
) -> Consolidation:
    """The row, locked, with its duty, body and programme; Conflict when `version` is stale."""
    row = (
        Consolidation.objects.select_for_update(of=("self",))
        .select_related("duty__clause__edition__programme", "body", "programme")
        .get(pk=consolidation.pk)
    )
    if not permissions.can_edit_consolidation(by, row):
        raise PermissionDenied
    if version is not None and row.version != version:
        raise Conflict("Báo cáo tổng hợp")
    return row


def open_consolidation(
    consolidation: Consolidation, by: Member, *, version: int | None = None
) -> Consolidation:
    """The locked row of one that may still be changed; Refused once it is closed."""
    row = locked_consolidation(consolidation, by, version=version)
    if row.status != ConsolidationStatus.DRAFT:
        raise Refused("Bản tổng hợp đã chốt: hãy mở lại, có ghi lý do, rồi mới sửa.")
    return row


def decided(row: Consolidation, verb: str, *, by: Member, at: datetime, note: str = "") -> None:
    """Write who did what with it."""
    ConsolidationDecision.objects.create(
        consolidation=row,
        verb=verb,
        note=note.strip(),
        by_person_id=by.person_id,
        by_body_id=by.body_id,
        at=at,
    )


def touched(row: Consolidation, *fields: str) -> None:
    """Another version of it: forms opened before this one are stale."""
    row.version += 1
    row.save(update_fields=[*fields, "version"])
