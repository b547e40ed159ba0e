"""What every action on a report begins and ends with: the locked row, its version, the decision users see."""

from datetime import datetime

from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.reports import permissions
from phoihop.reports.models import Report, Round, RoundDecision
from phoihop.reports.statuses import REPORT, ReportStatus


def locked(report: Report, *, version: int | None = None) -> Report:
    """The report's row, locked, with its obligation and programme; Conflict when `version` is stale."""
    row = (
        Report.objects.select_for_update(of=("self",))
        .select_related(
            "obligation__programme", "obligation__body", "obligation__duty", "obligation__edition"
        )
        .get(pk=report.pk)
    )
    if version is not None and row.version != version:
        raise Conflict("Báo cáo")
    return row


def check_editable(report: Report, by: Member) -> None:
    """PermissionDenied or Refused unless this member may write in the report now."""
    if not permissions.can_edit(by, report):
        raise PermissionDenied
    if not REPORT.allows(report.status, "submit"):
        raise Refused("Báo cáo đã nộp: hãy rút lại hoặc chờ trả lại rồi mới sửa.")


def touched(report: Report, *, at: datetime, fields: list[str]) -> None:
    """Another version of the report: forms opened before this one are stale."""
    report.version += 1
    report.updated_at = at
    report.save(update_fields=[*fields, "version", "updated_at"])


def moved(report: Report, verb: str, *, at: datetime) -> None:
    """Take the report to the status that follows `verb`; MoveNotAllowed otherwise."""
    report.status = ReportStatus(REPORT.after(report.status, verb))
    touched(report, at=at, fields=["status", "submitted_at"])


def last_round(report: Report, *, seen: int | None = None) -> Round:
    """The round now before the recipients, its decisions loaded; Conflict when it is not the one `seen`."""
    round_ = report.rounds.prefetch_related("decisions").latest("sequence")
    if seen is not None and round_.sequence != seen:
        raise Conflict("Báo cáo")
    return round_


def decided(
    round_: Round, verb: str, *, by: Member, at: datetime, note: str = "", body_id: int | None = None
) -> RoundDecision:
    """Write who decided what on a round, in the name of `body_id` (the member's own body when not given)."""
    return RoundDecision.objects.create(
        round=round_, verb=verb, note=note.strip(), by_person_id=by.person_id,
        by_body_id=body_id or by.body_id, at=at,
    )  # fmt: skip
