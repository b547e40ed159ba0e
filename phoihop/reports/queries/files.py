"""Who may open files handed in with a report."""

from django.db.models import Q

from phoihop.core.member import Member
from phoihop.reports.models import Report


def opens_file(file_id: int, member: Member) -> bool:
    """Whether the file belongs to a report the member sees, now or in a round of it; one query."""
    kept = [{"file_id": file_id}]
    return (
        Report.objects.visible_to(member)
        .filter(
            Q(attachments__file=file_id)
            | Q(paper_scan=file_id)
            | Q(rounds__content__files__contains=kept)
            | Q(rounds__content__paper_scan_id=file_id)
        )
        .exists()
    )
