"""The programme as a document to keep: choose the annexes, see whether the format holds, take Word or PDF."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, reads
from phoihop.core.numbers import whole_number
from phoihop.documents.views.downloads import pdf_answer, word_answer
from phoihop.lifecycle.forms import PaperForm
from phoihop.lifecycle.papers import Annexes, template_of
from phoihop.lifecycle.papers.amending import edition_paper
from phoihop.programmes.views.loading import Opened, opened, opened_edition
from phoihop.writing.checks import faults
from phoihop.writing.document import StateDocument
from phoihop.writing.templates import Template
from phoihop.writing.word import write_docx


@dataclass(frozen=True)
class _Paper:
    """The document of the programme's edition and the format it is written in."""

    document: StateDocument
    template: Template


@reads(MEMBERS)
def paper_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    """What goes into the document, and every rule of the format its file breaks."""
    found = _opened(request, programme_id)
    paper = _paper(request, found)
    context = {
        "programme": found.programme,
        "edition": found.edition,
        "form": PaperForm(request.GET),
        "paper": paper.document,
        "template": paper.template,
        "faults": _faults(paper),
        "query": request.GET.urlencode(),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/paper.html", context)


@reads(MEMBERS)
def word(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The document as .docx."""
    paper = _paper(request, _opened(request, programme_id))
    return word_answer(paper.document, name=f"chuong-trinh-{programme_id}", template=paper.template)


@reads(MEMBERS)
def printed(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The document as PDF/A."""
    paper = _paper(request, _opened(request, programme_id))
    return pdf_answer(paper.document, name=f"chuong-trinh-{programme_id}", template=paper.template)


def _opened(request: HttpRequest, programme_id: int) -> Opened:
    """The programme with the edition of `?ban=`, else the one it stands by."""
    edition_id = whole_number(request.GET.get("ban"))
    if edition_id is None:
        return opened(request, programme_id)
    return opened_edition(request, programme_id, edition_id)


def _faults(paper: _Paper) -> list[str]:
    """What the file itself breaks, each sentence once."""
    content = write_docx(paper.document, template=paper.template)
    found = faults(content, template=paper.template, is_sample=paper.document.has_sample_mark)
    return list(dict.fromkeys(fault.detail for fault in found))


def _paper(request: HttpRequest, found: Opened) -> _Paper:
    form = PaperForm(request.GET)
    wanted = form.cleaned_data["annexes"] if form.is_valid() else []
    annexes = Annexes(targets="targets" in wanted, roles="roles" in wanted, sheet="sheet" in wanted)
    document = edition_paper(found.edition, annexes=annexes, today=clock.today())
    return _Paper(document, template_of(found.edition, today=clock.today()))
