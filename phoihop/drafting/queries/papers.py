"""The list of papers read."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from phoihop.core.member import Member
from phoihop.drafting.models import Draft, DraftFact
from phoihop.drafting.statuses import FactStatus


@dataclass(frozen=True)
class DraftRow:
    """A line of the list of papers read."""

    id: int
    name: str
    status: str
    status_label: str
    created_at: Any
    pending: int
    total: int
    programme_id: int | None
    is_sample: bool


def papers(member: Member) -> list[DraftRow]:
    """The papers the member's body has read, newest first; two queries."""
    rows = Draft.objects.visible_to(member).select_related("file", "edition").order_by("-id")
    facts = DraftFact.objects.standing().filter(draft__in=rows).order_by().values_list("draft")
    counted = facts.annotate(left=Count("pk", filter=Q(status=FactStatus.PENDING)), total=Count("pk"))
    counts = {draft_id: (left, total) for draft_id, left, total in counted}
    return [
        DraftRow(
            id=row.pk,
            name=row.file.name,
            status=row.status,
            status_label=row.get_status_display(),
            created_at=row.created_at,
            pending=counts[row.pk][0],
            total=counts[row.pk][1],
            programme_id=row.edition.programme_id if row.edition else None,
            is_sample=row.is_sample,
        )
        for row in rows
    ]
