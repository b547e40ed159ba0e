"""Rows of a page as its member may see them; 404 otherwise."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from phoihop.core.access import acting
from phoihop.core.batches import together
from phoihop.programmes.models import Programme
from phoihop.programmes.models.visibility import bodies_of
from phoihop.reports import permissions
from phoihop.reports.models import Consolidation, Obligation, Report
from phoihop.reports.statuses import REPORT, ConsolidationStatus


def obligation_or_404(request: HttpRequest, obligation_id: int) -> Obligation:
    """The obligation if visible, with its programme and duty."""
    rows = Obligation.objects.visible_to(acting(request)).select_related(
        "programme", "duty", "body", "edition"
    )
    return get_object_or_404(rows, pk=obligation_id)


def report_or_404(request: HttpRequest, report_id: int) -> Report:
    """The report if visible, with its obligation, programme, duty, body and edition."""
    return get_object_or_404(_reports(request), pk=report_id)


def report_to_edit(request: HttpRequest, report_id: int) -> Report | None:
    """The report when this member may edit it now, else None (its page says why); 404 where not visible."""
    rows, own = _reports(request).filter(pk=report_id), permissions.bodies_stood_for(acting(request))
    together(rows, own)
    if not rows:
        raise Http404
    report = rows[0]
    may = permissions.edits(report, frozenset(own)) and REPORT.allows(report.status, "submit")
    return report if may else None


def _reports(request: HttpRequest) -> QuerySet[Report]:
    return Report.objects.visible_to(acting(request)).select_related(
        "obligation__programme", "obligation__duty", "obligation__body", "obligation__edition", "paper_scan"
    )


def consolidation_or_404(request: HttpRequest, pk: int) -> Consolidation:
    """Its own body's; a closed one also for those who see the programme."""
    member = acting(request)
    rows = Consolidation.objects.select_related(
        "duty__clause__edition__programme", "body", "programme__area", "outgoing_entry__register",
        "replaced_entry",
    )  # fmt: skip
    row = get_object_or_404(rows.filter(programme__in=Programme.objects.visible_to(member)), pk=pk)
    if (
        row.status == ConsolidationStatus.DRAFT
        and not bodies_of(member.body_id).filter(pk=row.body_id).exists()
    ):
        raise Http404
    return row
