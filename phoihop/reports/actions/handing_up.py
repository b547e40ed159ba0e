"""A closed consolidated report is what its body hands in upward."""

from datetime import datetime

from django.db import transaction

from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.reports.actions.consolidating import decided, locked_consolidation, touched
from phoihop.reports.actions.drafts import open_report
from phoihop.reports.actions.rounds import submit, take_back
from phoihop.reports.actions.saving import save_report
from phoihop.reports.content import ReportInput
from phoihop.reports.models import Consolidation, Obligation, Report, Round
from phoihop.reports.queries.handing_up import upward_obligations
from phoihop.reports.statuses import ConsolidationStatus, ReportStatus

_SETTLED = {ReportStatus.ACCEPTED, ReportStatus.NOTED}


@transaction.atomic
def hand_up(
    *, consolidation: Consolidation, obligation: Obligation, version: int | None = None, by: Member,
    at: datetime,
) -> Round:  # fmt: skip
    """Hand the closed report in for what its body owes upward: the round carries all it was made of.

    An earlier handing in nobody decided on is taken back first. Refused while it is open, and when those
    above settled the earlier one: they open it again first.
    """
    row = locked_consolidation(consolidation, by, version=version)
    if row.status != ConsolidationStatus.CLOSED:
        raise Refused("Hãy chốt bản tổng hợp trước khi nộp lên cấp trên.")
    wanted = upward_obligations(row).filter(pk=obligation.pk).first()
    if wanted is None:
        raise Refused("Đơn vị không phải nộp báo cáo này bằng bản tổng hợp.")
    row.obligation = wanted
    touched(row, "obligation")
    report = _filled(row, open_report(obligation=wanted, by=by, at=at), by=by, at=at)
    round_ = submit(report=report, by=by, at=at)
    decided(row, "hand_up", by=by, at=at, note=wanted.duty.name)
    return round_


def _filled(row: Consolidation, report: Report, *, by: Member, at: datetime) -> Report:
    """The working copy with the paper's own words where it has none yet."""
    if report.status in _SETTLED:
        raise Refused("Nơi nhận đã duyệt bản nộp trước: hãy đề nghị nơi nhận mở lại rồi nộp lại.")
    if report.status == ReportStatus.SUBMITTED:
        report = take_back(report=report, by=by, at=at)
    content = ReportInput(
        overview=row.overview or report.overview,
        recommendations=row.recommendations or report.recommendations,
    )
    save_report(report=report, content=content, version=report.version, by=by, at=at)
    report.refresh_from_db()
    return report
