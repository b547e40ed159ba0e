"""The paragraphs of a consolidated report page by page, and the paper as files."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.documents.views.downloads import book_answer, pdf_answer, word_answer
from phoihop.reports import actions, permissions
from phoihop.reports.consolidation_forms import ParagraphFilterForm, paragraphs_in, wanted_of
from phoihop.reports.models import Consolidation
from phoihop.reports.papers import consolidation_paper
from phoihop.reports.queries.consolidations import consolidation_page
from phoihop.reports.queries.paragraphs import paragraph_page
from phoihop.reports.sheets import consolidation_sheets
from phoihop.reports.statuses import ConsolidationStatus
from phoihop.reports.views.loading import consolidation_or_404
from phoihop.writing.document import StateDocument


@reads(MEMBERS)
def paragraphs(request: HttpRequest, pk: int) -> HttpResponse:
    """Twenty paragraphs of a group, a unit or a search; its own body chooses, orders and edits them."""
    row = consolidation_or_404(request, pk)
    page = paragraph_page(row, wanted_of(request.GET), number=request.GET.get("trang"), today=clock.today())
    edits = permissions.can_edit_consolidation(acting(request), row)
    context = {
        "row": row,
        "page": page,
        "form": ParagraphFilterForm(request.GET, units=list(page.units)),
        "group": {name: request.GET.get(name, "") for name in ("phan", "muc", "de")},
        "query": request.GET.urlencode(),
        "can_edit": edits and row.status == ConsolidationStatus.DRAFT,
        "is_sample": row.is_sample,
    }
    return render(request, "reports/consolidation_paragraphs.html", context)


@changes(OFFICERS)
def save_paragraphs(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep this page; or name all that the filter finds, or none of them."""
    row = consolidation_or_404(request, pk)
    member, now = acting(request), clock.now()
    actions.save_paragraphs(consolidation=row, paragraphs=paragraphs_in(request.POST), by=member, at=now)
    wanted = request.POST.get("tiep")
    if wanted in {"neu-het", "bo-het"}:
        count = actions.name_all(
            consolidation=row, wanted=wanted_of(request.GET), is_named=wanted == "neu-het", by=member, at=now
        )
        messages.success(request, f"Đã đổi {count} đoạn.")
    else:
        messages.success(request, "Đã lưu các đoạn.")
    address = reverse("reports:consolidation_paragraphs", args=[row.pk])
    return redirect(f"{address}?{request.GET.urlencode()}")


@reads(MEMBERS)
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The consolidated report as .docx."""
    row = consolidation_or_404(request, pk)
    return word_answer(_paper(row), name=_file_name(row))


@reads(MEMBERS)
def printed(request: HttpRequest, pk: int) -> HttpResponse:
    """The consolidated report as PDF/A."""
    row = consolidation_or_404(request, pk)
    return pdf_answer(_paper(row), name=_file_name(row))


@reads(MEMBERS)
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The consolidated report as .xlsx: totals, paragraphs, recommendations, tables, who is missing."""
    row = consolidation_or_404(request, pk)
    page = consolidation_page(row, today=clock.today())
    return book_answer(consolidation_sheets(page), name=_file_name(row))


def _paper(row: Consolidation) -> StateDocument:
    today = clock.today()
    return consolidation_paper(consolidation_page(row, today=today), today=today)


def _file_name(row: Consolidation) -> str:
    return f"bao-cao-tong-hop-{row.pk}"
