"""What the books know of one body's numbered report: who should get it, and its paper."""

from django.urls import reverse

from phoihop.core import clock
from phoihop.documents.models import OutgoingEntry
from phoihop.documents.sources import Origin
from phoihop.reports.models import Report
from phoihop.reports.report_papers import report_paper
from phoihop.writing.pdf import write_pdf


def _of(entry: OutgoingEntry) -> Report | None:
    rows = Report.objects.filter(rounds__paper__outgoing_entry=entry)
    return rows.select_related(
        "obligation__programme__area", "obligation__body", "obligation__edition", "obligation__duty"
    ).first()


def origin_of(entry: OutgoingEntry) -> Origin | None:
    """The bodies that receive the report, as the printed "Nơi nhận" has them."""
    row = _of(entry)
    if row is None:
        return None
    recipients = row.obligation.recipients.order_by("-reviews", "id")
    return Origin(
        lines=(),
        parties=list(recipients.values_list("body_id", flat=True)),
        area=row.obligation.programme.area,
        address=reverse("reports:report", args=[row.pk]),
        title="Mở báo cáo",
    )


def paper_of(entry: OutgoingEntry) -> bytes:
    """The report as PDF/A with its number and day, as the round was that got the number."""
    row = _of(entry)
    if row is None:
        raise LookupError("no report carries this number")
    return write_pdf(report_paper(row, today=clock.today(), numbered=entry))
