"""A report handed in, signed as a paper of its body and given a number, as Nghị định 30/2020 has it."""

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.documents.actions import give_number
from phoihop.reports import permissions
from phoihop.reports.actions.locking import last_round, locked
from phoihop.reports.models import Report, RoundPaper
from phoihop.reports.statuses import ReportStatus

DOCUMENT_TYPE = "BC"
_HANDED_IN = {ReportStatus.SUBMITTED, ReportStatus.ACCEPTED, ReportStatus.NOTED}


@transaction.atomic
def sign_report(*, report: Report, seen: int | None = None, by: Member, at: datetime) -> RoundPaper:
    """A leader of the body signs the last round as a paper; Conflict when a later one than `seen` came in."""
    row = locked(report)
    if not permissions.can_sign(by, row):
        raise PermissionDenied
    if row.status not in _HANDED_IN:
        raise Refused("Chỉ ký báo cáo đã nộp và không bị trả lại.")
    round_ = last_round(row, seen=seen)
    paper, is_new = RoundPaper.objects.get_or_create(
        round=round_, defaults={"signed_by_id": by.person_id, "signed_at": at}
    )
    if not is_new:
        raise Refused("Báo cáo đã ký.")
    return paper


@transaction.atomic
def number_report(
    *, report: Report, symbol: str, issued_on: date, seen: int | None = None, by: Member, at: datetime
) -> RoundPaper:
    """The clerk gives the number after the signature (Điều 15); the paper can then be sent from the book."""
    row = locked(report)
    if not permissions.can_number_report(by, row):
        raise PermissionDenied
    round_ = last_round(row, seen=seen)
    paper = RoundPaper.objects.select_for_update(of=("self",)).filter(round=round_).first()
    if paper is None:
        raise Refused("Phải cấp số sau khi lãnh đạo đã ký.")
    if paper.outgoing_entry_id is not None:
        raise Refused("Báo cáo đã có số.")
    obligation = row.obligation
    label = Period(obligation.period_start, obligation.period_end).label
    paper.outgoing_entry = give_number(
        body=obligation.body,
        document_type=DOCUMENT_TYPE,
        symbol=symbol,
        abstract=f"Kết quả thực hiện {obligation.programme.name} {label}",
        issued_on=issued_on,
        by=by,
        at=at,
    )
    paper.save(update_fields=["outgoing_entry"])
    return paper
