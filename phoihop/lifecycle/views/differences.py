"""Two editions side by side, on the screen, on paper and as a Word table."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.core.numbers import whole_number
from phoihop.documents.views.downloads import word_answer
from phoihop.lifecycle.papers import template_of
from phoihop.lifecycle.papers.amending import difference_paper
from phoihop.lifecycle.queries.differences import difference_of
from phoihop.programmes.models import Edition
from phoihop.programmes.queries import edition_lines, visible_editions
from phoihop.programmes.views.loading import Opened, opened_edition


@dataclass(frozen=True)
class _Asked:
    """The later edition, the one it is held against, and whether all is shown."""

    found: Opened
    before: Edition
    shows_all: bool


def _asked(request: HttpRequest, programme_id: int, edition_id: int) -> _Asked:
    """Against `?voi=`, else the edition amended, else itself."""
    found = opened_edition(request, programme_id, edition_id)
    other = whole_number(request.GET.get("voi")) or found.edition.amends_id or found.edition.pk
    rows = visible_editions(acting(request)).filter(programme=found.programme).select_related("programme")
    before = get_object_or_404(rows, pk=other)
    return _Asked(found, before, request.GET.get("xem") == "tat-ca")


@reads(MEMBERS)
def compare(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    """Only the changes, or with `?xem=tat-ca` everything."""
    asked, today = _asked(request, programme_id, edition_id), clock.today()
    difference = difference_of(asked.before, asked.found.edition, on=today)
    lines = edition_lines(asked.found.programme, acting(request), today=today)
    labels = {line.id: line.label for line in lines}
    context = {
        "programme": asked.found.programme,
        "edition": asked.found.edition,
        "before": asked.before,
        "before_label": labels[asked.before.pk],
        "after_label": labels[asked.found.edition.pk],
        "others": [line for line in lines if line.id != asked.found.edition.pk],
        "difference": difference if asked.shows_all else difference.only_changes(),
        "count": difference.count,
        "shows_all": asked.shows_all,
        "is_sample": asked.found.programme.is_sample,
    }
    return render(request, "lifecycle/difference.html", context)


@reads(MEMBERS)
def compare_word(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    """The table as .docx."""
    asked, today = _asked(request, programme_id, edition_id), clock.today()
    edition = asked.found.edition
    paper = difference_paper(asked.before, edition, only_changes=not asked.shows_all, today=today)
    name = f"so-sanh-{programme_id}-{asked.before.sequence}-{edition.sequence}"
    return word_answer(paper, name=name, template=template_of(edition, today=today))
