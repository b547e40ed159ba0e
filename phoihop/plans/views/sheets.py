"""A unit's registration sheet: its page, its items, and its way from draft to accepted."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import DOERS, MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.views.downloads import pdf_answer, sheet_answer, word_answer
from phoihop.plans.actions import sheets as actions
from phoihop.plans.forms.sheets import ItemForm, NoteForm
from phoihop.plans.models import OWN_TASKS_ONLY, RegistrationSheet
from phoihop.plans.queries import rounds
from phoihop.plans.queries.sheets import item_choices, sheet_page
from phoihop.plans.registration_papers import sheet_paper
from phoihop.plans.sheets_files import unit_workbook
from phoihop.plans.views.loading import opened_item, opened_sheet
from phoihop.programmes.models import Programme

_UNPROCESSABLE = HTTPStatus.UNPROCESSABLE_ENTITY


@reads(MEMBERS)
def my_sheets(request: HttpRequest) -> HttpResponse:
    """Every sheet the member's body is asked for."""
    rows = rounds.my_sheets(acting(request), clock.today())
    context = {"rows": rows, "is_sample": any(row.is_sample for row, _ in rows)}
    return render(request, "plans/registration/my_sheets.html", context)


@reads(MEMBERS)
def sheet(request: HttpRequest, sheet_id: int) -> HttpResponse:
    return _page(request, opened_sheet(request, sheet_id))


def _page(
    request: HttpRequest, row: RegistrationSheet, *, status: int = HTTPStatus.OK, **forms: Any
) -> HttpResponse:
    member = acting(request)
    context = {
        "page": sheet_page(row, member, today=clock.today()),
        "sheet": row,
        "round": row.round,
        "programme": row.round.programme,
        "sees_programme": Programme.objects.visible_to(member).filter(pk=row.round.programme_id).exists(),
        "return_form": NoteForm(initial={"version": row.version}, prefix="tra-lai"),
        "reopen_form": NoteForm(prefix="mo-sua"),
        "is_sample": row.is_sample,
    }
    return render(request, "plans/registration/sheet.html", context | forms, status=status)


@reads(DOERS)
def new_item(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """An empty item; an area head, who sees only tasks given to oneself, is proposed as the person."""
    row, member = opened_sheet(request, sheet_id), acting(request)
    person = member.person_id if member.role in OWN_TASKS_ONLY else None
    initial = {"version": row.version, "person": person}
    return _item_page(request, row, ItemForm(initial=initial, choices=item_choices(row, today=clock.today())))


def _item_page(
    request: HttpRequest, row: RegistrationSheet, form: ItemForm, *, status: int = HTTPStatus.OK, **more: Any
) -> HttpResponse:
    context = {"sheet": row, "round": row.round, "form": form, "is_sample": row.is_sample}
    return render(request, "plans/registration/sheet_item.html", context | more, status=status)


@changes(DOERS)
def add_item(request: HttpRequest, sheet_id: int) -> HttpResponse:
    row = opened_sheet(request, sheet_id)
    form = ItemForm(request.POST, choices=item_choices(row, today=clock.today()))
    if not form.is_valid():
        return _item_page(request, row, form, status=_UNPROCESSABLE)
    content, version = form.content_given, form.cleaned_data["version"]
    try:
        actions.add_item(sheet=row, content=content, version=version, by=acting(request), at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _item_page(request, row, form, status=_UNPROCESSABLE)
    messages.success(request, "Đã lưu nội dung. Bảng chưa gửi; còn thêm, sửa được.")
    return redirect("plans:sheet", row.pk)


@reads(DOERS)
def edit_item(request: HttpRequest, item_id: int) -> HttpResponse:
    item = opened_item(request, item_id)
    choices = item_choices(item.sheet, today=clock.today())
    form = ItemForm.starting(item, choices=choices, version=item.sheet.version)
    return _item_page(request, item.sheet, form, item=item)


@changes(DOERS)
def change_item(request: HttpRequest, item_id: int) -> HttpResponse:
    item = opened_item(request, item_id)
    form = ItemForm(request.POST, choices=item_choices(item.sheet, today=clock.today()))
    if not form.is_valid():
        return _item_page(request, item.sheet, form, status=_UNPROCESSABLE, item=item)
    content, version = form.content_given, form.cleaned_data["version"]
    try:
        actions.change_item(item=item, content=content, version=version, by=acting(request), at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _item_page(request, item.sheet, form, status=_UNPROCESSABLE, item=item)
    messages.success(request, "Đã lưu nội dung.")
    return redirect("plans:sheet", item.sheet_id)


@changes(DOERS)
def drop_item(request: HttpRequest, item_id: int) -> HttpResponse:
    item = opened_item(request, item_id)
    version = whole_number(request.POST.get("version"))
    said = "Đã bỏ nội dung khỏi bảng."
    return _done(request, item.sheet, actions.drop_item, said=said, item=item, version=version)


def _done(request: HttpRequest, row: RegistrationSheet, act: Any, *, said: str, **given: Any) -> HttpResponse:
    """Do it and say so, or say why not, back on the sheet."""
    try:
        act(by=acting(request), at=clock.now(), **given)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, said)
    return redirect("plans:sheet", row.pk)


@changes(DOERS)
def start_from_last(request: HttpRequest, sheet_id: int) -> HttpResponse:
    row = opened_sheet(request, sheet_id)
    said = "Đã lấy nội dung năm trước, lùi một năm; hãy xem lại từng dòng."
    return _done(request, row, actions.start_from_last, said=said, sheet=row)


@changes(DOERS)
def send(request: HttpRequest, sheet_id: int) -> HttpResponse:
    row = opened_sheet(request, sheet_id)
    version = whole_number(request.POST.get("version")) or 0
    said = "Đã gửi bảng đăng ký. Chưa tiếp nhận thì còn rút lại được."
    return _done(request, row, actions.send_sheet, said=said, sheet=row, version=version)


@changes(DOERS)
def take_back(request: HttpRequest, sheet_id: int) -> HttpResponse:
    row = opened_sheet(request, sheet_id)
    said = "Đã rút lại; sửa xong nhớ gửi."
    return _done(request, row, actions.take_back_sheet, said=said, sheet=row)


@changes(OFFICERS)
def return_sheet(request: HttpRequest, sheet_id: int) -> HttpResponse:
    row = opened_sheet(request, sheet_id)
    form = NoteForm(request.POST, prefix="tra-lai")
    if not form.is_valid():
        return _page(request, row, status=_UNPROCESSABLE, return_form=form)
    given = {"note": form.cleaned_data["note"], "version": form.cleaned_data["version"] or 0}
    said = "Đã trả lại để bổ sung; đơn vị được báo."
    return _done(request, row, actions.return_sheet, said=said, sheet=row, **given)


@changes(OFFICERS)
def accept(request: HttpRequest, sheet_id: int) -> HttpResponse:
    row = opened_sheet(request, sheet_id)
    version = whole_number(request.POST.get("version")) or 0
    said = "Đã tiếp nhận; mỗi nội dung thành một công việc của đơn vị."
    return _done(request, row, actions.accept_sheet, said=said, sheet=row, version=version)


@changes(OFFICERS)
def undo_accept(request: HttpRequest, sheet_id: int) -> HttpResponse:
    row = opened_sheet(request, sheet_id)
    said = "Đã hoàn tác; các công việc vừa lập được bỏ đi."
    return _done(request, row, actions.undo_acceptance, said=said, sheet=row)


@changes(DOERS)
def reopen(request: HttpRequest, sheet_id: int) -> HttpResponse:
    row = opened_sheet(request, sheet_id)
    form = NoteForm(request.POST, prefix="mo-sua")
    if not form.is_valid():
        return _page(request, row, status=_UNPROCESSABLE, reopen_form=form)
    said = "Đã mở sửa; công việc đang làm vẫn giữ nguyên cho đến khi tiếp nhận lại."
    return _done(request, row, actions.reopen_sheet, said=said, sheet=row, reason=form.cleaned_data["note"])


@reads(MEMBERS)
def file(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """The unit's sheet as a workbook to fill in."""
    row = opened_sheet(request, sheet_id)
    page = sheet_page(row, acting(request), today=clock.today())
    return sheet_answer(unit_workbook(row, page.items, body=page.body), name=_name(row))


def _name(row: RegistrationSheet) -> str:
    return f"bang-dang-ky-{row.round.year}-{row.pk}"


@reads(MEMBERS)
def word(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """The unit's sheet as .docx."""
    row = opened_sheet(request, sheet_id)
    return word_answer(sheet_paper(row, today=clock.today()), name=_name(row))


@reads(MEMBERS)
def printed(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """The unit's sheet as PDF/A."""
    row = opened_sheet(request, sheet_id)
    return pdf_answer(sheet_paper(row, today=clock.today()), name=_name(row))
