"""The list of programmes, a programme's text and its history."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.documents.lists import MOST_ROWS, list_answer, wants_sheet
from phoihop.documents.views.downloads import sheet_answer
from phoihop.programmes import pages, queries
from phoihop.programmes.forms import FilterForm
from phoihop.programmes.lists import PROGRAMMES
from phoihop.programmes.sheets import roles_sheet
from phoihop.programmes.views.loading import Opened, notes_by_clause, opened, opened_edition


def _filters(request: HttpRequest) -> queries.Filters:
    form = FilterForm(request.GET)
    form.is_valid()
    given = form.cleaned_data
    return queries.Filters(
        words=given.get("tim", ""),
        status=given.get("trang_thai", ""),
        year=given.get("nam"),
        area_id=given.get("dia_ban"),
    )


@reads(MEMBERS)
def programme_list(request: HttpRequest) -> HttpResponse:
    member, filters = acting(request), _filters(request)
    if wants_sheet(request):
        lines = queries.all_lines(member, filters, most=MOST_ROWS, today=clock.today())
        return list_answer(
            lines, PROGRAMMES, title="Chương trình phối hợp", name="chuong-trinh",
            is_sample=any(line.is_sample for line in lines),
        )  # fmt: skip
    found = queries.listing(member, filters, today=clock.today(), page=request.GET.get("trang", "1"))
    context = {"found": found, "filters": filters, "ways": pages.ways_for(member)}
    return render(request, "programmes/list.html", context)


@reads(MEMBERS)
def detail(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The text with its tree; as a file the matrix of who does what."""
    found = opened(request, programme_id)
    if wants_sheet(request):
        sheet = roles_sheet(found.edition, on=clock.today())
        return sheet_answer(sheet, name=f"phan-cong-{programme_id}")
    return _text(request, found)


def _text(request: HttpRequest, found: Opened, *, edition_label: str = "") -> HttpResponse:
    context = {
        "opened": found,
        "programme": found.programme,
        "edition_label": edition_label,
        "errata": queries.errata(found.edition, today=clock.today()),
        "document": queries.document(found.edition, today=clock.today()),
        "notes_by_clause": notes_by_clause(found, acting(request)),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "programmes/detail.html", context)


@reads(MEMBERS)
def edition(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    """The text of one edition, also of one that no longer holds."""
    found = opened_edition(request, programme_id, edition_id)
    return _text(request, found, edition_label=queries.label_of(found.edition))


@reads(MEMBERS)
def history(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened(request, programme_id)
    context = {
        "programme": found.programme,
        "lines": queries.history(found.edition, today=clock.today()),
        "mendings": queries.mendings(found.edition, today=clock.today()),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "programmes/history.html", context)
