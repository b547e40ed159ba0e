"""What the books know of a numbered consolidated report: who should get it, and its paper."""

from django.urls import reverse

from phoihop.core import clock
from phoihop.documents.models import OutgoingEntry
from phoihop.documents.sources import Origin
from phoihop.reports.models import Consolidation
from phoihop.reports.papers import consolidation_paper
from phoihop.reports.queries.consolidations import consolidation_page
from phoihop.writing.pdf import write_pdf


def _of(entry: OutgoingEntry) -> Consolidation | None:
    rows = Consolidation.objects.filter(outgoing_entry=entry)
    return rows.select_related("programme__area", "body", "duty__clause__edition").first()


def origin_of(entry: OutgoingEntry) -> Origin | None:
    """The parties of the programme, as the printed "Nơi nhận" has them."""
    row = _of(entry)
    if row is None:
        return None
    parties = row.duty.clause.edition.parties.order_by("order")
    return Origin(
        lines=(),
        parties=list(parties.values_list("body_id", flat=True)),
        area=row.programme.area,
        address=reverse("reports:consolidation", args=[row.pk]),
        title="Mở báo cáo tổng hợp",
    )


def paper_of(entry: OutgoingEntry) -> bytes:
    """The report as PDF/A with its number and day."""
    row = _of(entry)
    if row is None:
        raise LookupError("no consolidated report carries this number")
    today = clock.today()
    return write_pdf(consolidation_paper(consolidation_page(row, today=today), today=today))
