"""A filled-in workbook back into a sheet: read, shown row by row with what is wrong, then written."""

import json
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import DOERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.workbooks import Rows, first_sheet
from phoihop.plans import permissions
from phoihop.plans.actions.sheets import write_rows
from phoihop.plans.forms.sheets import WorkbookForm
from phoihop.plans.models import RegistrationSheet
from phoihop.plans.queries.sheets import item_choices
from phoihop.plans.sheets_files import NotOurTable, ReadRow, read_rows
from phoihop.plans.views.loading import opened_sheet

_NO_TABLE = "Không thấy dòng tiêu đề (Mã dòng, Nội dung đăng ký, …). Hãy tải bảng của đơn vị rồi điền vào đó."
_MOST_LETTERS = 2_000_000


@reads(DOERS)
def import_page(request: HttpRequest, sheet_id: int) -> HttpResponse:
    return _page(request, _written(request, sheet_id), WorkbookForm())


def _written(request: HttpRequest, sheet_id: int) -> RegistrationSheet:
    sheet = opened_sheet(request, sheet_id)
    if not permissions.can_fill_for(acting(request), sheet.body_id):
        raise PermissionDenied
    return sheet


def _page(
    request: HttpRequest, sheet: RegistrationSheet, form: WorkbookForm, *, status: int = HTTPStatus.OK,
    **more: Any,
) -> HttpResponse:  # fmt: skip
    context = {"sheet": sheet, "round": sheet.round, "form": form, "is_sample": sheet.is_sample}
    return render(request, "plans/registration/sheet_import.html", context | more, status=status)


@changes(DOERS)
def look(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Read the file and show what it would write; nothing is written yet."""
    sheet = _written(request, sheet_id)
    form = WorkbookForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, sheet, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        cells = first_sheet(form.cleaned_data["file"].read())
        rows = _read(sheet, cells)
    except Refused as refusal:
        form.add_error("file", refusal.message)
        return _page(request, sheet, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    context: dict[str, Any] = {
        "rows": rows,
        "is_read": True,
        "has_errors": any(row.errors for row in rows),
        "cells": json.dumps(cells),
    }
    return _page(request, sheet, form, **context)


def _read(sheet: RegistrationSheet, cells: Rows) -> list[ReadRow]:
    items = {item.pk: item for item in sheet.items.all()}
    try:
        return read_rows(cells, items=items, choices=item_choices(sheet, today=clock.today()))
    except NotOurTable as error:
        raise Refused(_NO_TABLE) from error


@changes(DOERS)
def write(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """Write what was shown: the cells are read once more, as the browser sends them back."""
    sheet = _written(request, sheet_id)
    try:
        rows = _read(sheet, _cells(request.POST.get("cells", "")))
        if any(row.errors for row in rows):
            raise Refused("Còn dòng lỗi. Hãy sửa trong tệp rồi nhập lại.")
        given = [(row.item_id, row.content) for row in rows if row.content is not None]
        version = whole_number(request.POST.get("version")) or 0
        count = write_rows(sheet=sheet, rows=given, version=version, by=acting(request), at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("plans:sheet_import", sheet.pk)
    messages.success(request, f"Đã ghi {count} dòng từ tệp Excel.")
    return redirect("plans:sheet", sheet.pk)


def _cells(text: str) -> Rows:
    try:
        found = json.loads(text) if len(text) <= _MOST_LETTERS else None
    except ValueError:
        found = None
    plain = str | float | int | bool | None
    if not isinstance(found, list) or not all(
        isinstance(row, list) and all(isinstance(cell, plain) for cell in row) for row in found
    ):
        raise Refused("Không nhận được nội dung tệp. Hãy nhập lại.")
    return [[float(c) if isinstance(c, int) and not isinstance(c, bool) else c for c in row] for row in found]
