"""Đôn đốc: who is past due, choose and look over, send; each letter with its signature, number and file."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import CLERKS, LEADERS, MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.issuers import issuer_of
from phoihop.documents.lists import list_answer, wants_sheet
from phoihop.documents.views.downloads import pdf_answer, word_answer
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Programme
from phoihop.reports import permissions
from phoihop.reports.actions import chasing as actions
from phoihop.reports.chasing_forms import ChaseForm, NumberLetterForm, UndoChaseForm
from phoihop.reports.letters import chase_letter, letter_symbol
from phoihop.reports.lists import DUES
from phoihop.reports.models import Chase
from phoihop.reports.queries import chasing as queries
from phoihop.writing.document import StateDocument


def _programme(request: HttpRequest, programme_id: int) -> Programme:
    row: Programme = get_object_or_404(Programme.objects.visible_to(acting(request)), pk=programme_id)
    return row


@reads(MEMBERS)
def board(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Units with what is past due, and every letter sent before."""
    programme = _programme(request, programme_id)
    if wants_sheet(request):
        units = queries.units_due(programme, acting(request), clock.today())
        return list_answer(
            [(unit, due) for unit in units for due in unit.dues], DUES,
            title=f"Việc còn nợ: {programme.name}", name=f"con-no-{programme_id}",
            is_sample=programme.is_sample,
        )  # fmt: skip
    return _board(request, programme, ChaseForm.starting(clock.today()))


def _board(
    request: HttpRequest, programme: Programme, form: ChaseForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    member, today = acting(request), clock.today()
    may = permissions.chases_for(member, programme) is not None
    units = queries.units_due(programme, member, today) if may else []
    context = {
        "programme": programme,
        "may_chase": may,
        "units": units,
        "due_count": sum(len(unit.dues) for unit in units),
        "chases": queries.programme_chases(programme, member, today),
        "form": form,
        "chosen": set(request.POST.getlist("key")),
        "is_sample": programme.is_sample,
    }
    return render(request, "reports/chasing/board.html", context, status=status)


@changes(OFFICERS)
def preview(request: HttpRequest, programme_id: int) -> HttpResponse:
    """What the letter will ask of whom; nothing is written yet."""
    programme, form = _programme(request, programme_id), ChaseForm(request.POST)
    if not form.is_valid():
        return _board(request, programme, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    keys = request.POST.getlist("key")
    try:
        chosen = actions.chosen_now(programme, keys, by=acting(request), today=clock.today())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _board(request, programme, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    units = {due.unit_id for due in chosen}
    names = body_labels(units, clock.today())
    context = {
        "programme": programme,
        "given": form.cleaned_data,
        "lines": [(names[due.unit_id].short_name, due) for due in chosen],
        "unit_count": len(units),
        "is_sample": programme.is_sample,
    }
    return render(request, "reports/chasing/preview.html", context)


@changes(OFFICERS)
def send(request: HttpRequest, programme_id: int) -> HttpResponse:
    """What the preview showed."""
    programme, form = _programme(request, programme_id), ChaseForm(request.POST)
    if not form.is_valid():
        return _board(request, programme, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        made = actions.chase(
            programme=programme,
            keys=request.POST.getlist("key"),
            requested_by=form.cleaned_data["requested_by"],
            note=form.cleaned_data["note"],
            by=acting(request),
            at=clock.now(),
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _board(request, programme, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, "Đã nhắc các đơn vị. Tải công văn để trình ký.")
    return redirect("reports:chase", made.pk)


def _page(request: HttpRequest, chase_id: int) -> queries.ChasePage:
    try:
        return queries.chase_page(chase_id, acting(request), clock.today())
    except Chase.DoesNotExist as missing:
        raise Http404 from missing


@reads(MEMBERS)
def detail(request: HttpRequest, chase_id: int) -> HttpResponse:
    return _detail(request, _page(request, chase_id))


def _detail(
    request: HttpRequest, page: queries.ChasePage, *, status: int = HTTPStatus.OK, **forms: Any
) -> HttpResponse:
    row = page.chase
    symbol = letter_symbol(issuer_of(row.body, today=clock.today())) if "number" in page.verbs else ""
    sees = Programme.objects.visible_to(acting(request)).filter(pk=row.programme_id).exists()
    context = {
        "page": page,
        "row": row,
        "number_form": NumberLetterForm(initial={"symbol": symbol, "issued_on": clock.today()}),
        "undo_form": UndoChaseForm(),
        "may_see_programme": sees,
        "is_sample": row.is_sample,
    }
    return render(request, "reports/chasing/detail.html", context | forms, status=status)


def _common(request: HttpRequest, page: queries.ChasePage) -> dict[str, Any]:
    seen = whole_number(request.POST.get("version")) or 0
    return {"chase": page.chase, "version": seen, "by": acting(request), "at": clock.now()}


@changes(LEADERS)
def sign(request: HttpRequest, chase_id: int) -> HttpResponse:
    page = _page(request, chase_id)
    actions.sign_chase(**_common(request, page))
    messages.success(request, "Đã ký công văn. Văn thư cấp số.")
    return redirect("reports:chase", chase_id)


@changes(CLERKS)
def number(request: HttpRequest, chase_id: int) -> HttpResponse:
    page, form = _page(request, chase_id), NumberLetterForm(request.POST)
    if not form.is_valid():
        return _detail(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, number_form=form)
    try:
        actions.number_chase(**form.cleaned_data, **_common(request, page))
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _detail(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, number_form=form)
    messages.success(request, "Đã cấp số công văn.")
    return redirect("reports:chase", chase_id)


@changes(OFFICERS)
def undo(request: HttpRequest, chase_id: int) -> HttpResponse:
    page, form = _page(request, chase_id), UndoChaseForm(request.POST)
    if not form.is_valid():
        return _detail(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, undo_form=form)
    actions.undo_chase(reason=form.cleaned_data["reason"], **_common(request, page))
    messages.success(request, "Đã hoàn tác; các đơn vị được báo.")
    return redirect("reports:chase", chase_id)


@reads(MEMBERS)
def word(request: HttpRequest, chase_id: int) -> HttpResponse:
    """The letter as .docx."""
    return word_answer(_letter(request, chase_id), name=f"cong-van-don-doc-{chase_id}")


@reads(MEMBERS)
def printed(request: HttpRequest, chase_id: int) -> HttpResponse:
    """The letter as PDF/A."""
    return pdf_answer(_letter(request, chase_id), name=f"cong-van-don-doc-{chase_id}")


def _letter(request: HttpRequest, chase_id: int) -> StateDocument:
    """The whole letter for those who send it; a unit gets it once it bears its number."""
    page = _page(request, chase_id)
    if not page.is_chaser and page.chase.outgoing_entry_id is None:
        raise Http404
    return chase_letter(page.chase, today=clock.today())
