"""Rows of a page as its member may see them; 404 otherwise."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from phoihop.core.access import acting
from phoihop.reports.models import Obligation, Report


def obligation_or_404(request: HttpRequest, obligation_id: int) -> Obligation:
    """The obligation if visible, with its programme and duty."""
    rows = Obligation.objects.visible_to(acting(request)).select_related(
        "programme", "duty", "body", "edition"
    )
    return get_object_or_404(rows, pk=obligation_id)


def report_or_404(request: HttpRequest, report_id: int) -> Report:
    """The report if visible, with its obligation, programme, duty, body and edition."""
    rows = Report.objects.visible_to(acting(request)).select_related(
        "obligation__programme", "obligation__duty", "obligation__body", "obligation__edition", "paper_scan"
    )
    return get_object_or_404(rows, pk=report_id)
