"""The programme as a document to keep: choose the annexes, see whether the format holds, take Word or PDF."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, reads
from phoihop.lifecycle.forms import PaperForm
from phoihop.lifecycle.papers import Annexes, programme_paper
from phoihop.programmes.views.loading import opened
from phoihop.reports.views.downloads import pdf_answer, word_answer
from phoihop.writing.checks import faults
from phoihop.writing.document import StateDocument
from phoihop.writing.word import write_docx


@reads(MEMBERS)
def paper_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    """What goes into the document, and every rule of the format its file breaks."""
    found = opened(request, programme_id)
    form = PaperForm(request.GET)
    paper = _paper(request, programme_id)
    context = {
        "opened": found,
        "programme": found.programme,
        "edition": found.edition,
        "form": form,
        "paper": paper,
        "faults": _faults(paper),
        "query": request.GET.urlencode(),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/paper.html", context)


@reads(MEMBERS)
def word(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The document as .docx."""
    return word_answer(_paper(request, programme_id), name=f"chuong-trinh-{programme_id}")


@reads(MEMBERS)
def printed(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The document as PDF/A."""
    return pdf_answer(_paper(request, programme_id), name=f"chuong-trinh-{programme_id}")


def _faults(paper: StateDocument) -> list[str]:
    """What the file itself breaks, each sentence once."""
    found = faults(write_docx(paper), is_sample=paper.has_sample_mark)
    return list(dict.fromkeys(fault.detail for fault in found))


def _paper(request: HttpRequest, programme_id: int) -> StateDocument:
    form = PaperForm(request.GET)
    wanted = form.cleaned_data["annexes"] if form.is_valid() else []
    annexes = Annexes(targets="targets" in wanted, roles="roles" in wanted, sheet="sheet" in wanted)
    edition = opened(request, programme_id).edition
    return programme_paper(edition, annexes=annexes, today=clock.today())
