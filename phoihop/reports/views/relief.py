"""The day of an obligation: why, more time, letting off."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Conflict, Refused
from phoihop.core.numbers import whole_number
from phoihop.reports.actions import relief
from phoihop.reports.models import Extension, Obligation
from phoihop.reports.queries.due_page import due_page
from phoihop.reports.relief_forms import ExtensionForm, GrantForm, WhyForm
from phoihop.reports.views.loading import obligation_or_404

type Act = Callable[[dict[str, Any]], object]


@reads(MEMBERS)
def due(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """Why the report is due on its day, and what was decided on it."""
    return _page(request, obligation_or_404(request, obligation_id))


def _page(
    request: HttpRequest, row: Obligation, *, name: str = "", form: forms.Form | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:  # fmt: skip
    page = due_page(row, acting(request), today=clock.today())
    shown: dict[str, forms.Form] = {
        "ask": ExtensionForm(auto_id="xin-%s"),
        "grant": GrantForm(auto_id="cho-%s"),
        "refuse": WhyForm(auto_id="khong-%s"),
        "extend": ExtensionForm(auto_id="gia-han-%s"),
        "shorten": WhyForm(auto_id="bo-gia-han-%s"),
        "waive": WhyForm(auto_id="mien-%s"),
        "owe": WhyForm(auto_id="bo-mien-%s"),
    }
    if form is not None:
        shown[name] = form
    context = {"page": page, "forms": shown, "is_sample": page.row.is_sample}
    return render(request, "reports/due.html", context, status=status)


def _done(
    request: HttpRequest, row: Obligation, name: str, form: forms.Form, act: Act, *, told: str
) -> HttpResponse:
    """The act with what was typed; else the page again with what is wrong."""
    if not form.is_valid():
        return _page(request, row, name=name, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        act(form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _page(request, row, name=name, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, told)
    return redirect("reports:due", row.pk)


def _actor(request: HttpRequest) -> dict[str, Any]:
    return {"by": acting(request), "at": clock.now()}


@changes(OFFICERS)
def ask(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """The owing body asks for more time."""
    row, actor = obligation_or_404(request, obligation_id), _actor(request)
    return _done(
        request, row, "ask", ExtensionForm(request.POST, auto_id="xin-%s"),
        lambda given: relief.ask_extension(obligation=row, **given, **actor),
        told="Đã gửi đề nghị gia hạn.",
    )  # fmt: skip


def _asked(request: HttpRequest, extension_id: int) -> Extension:
    seen = Obligation.objects.visible_to(acting(request))
    rows = Extension.objects.filter(obligation__in=seen).select_related("obligation__programme")
    return get_object_or_404(rows, pk=extension_id)


def _version(request: HttpRequest) -> int:
    return whole_number(request.POST.get("version")) or 0


@changes(OFFICERS)
def grant(request: HttpRequest, extension_id: int) -> HttpResponse:
    """The day asked for, or another."""
    asked, actor, version = _asked(request, extension_id), _actor(request), _version(request)
    return _done(
        request, asked.obligation, "grant", GrantForm(request.POST, auto_id="cho-%s"),
        lambda given: relief.grant_extension(extension=asked, version=version, **given, **actor),
        told="Đã gia hạn.",
    )  # fmt: skip


@changes(OFFICERS)
def refuse(request: HttpRequest, extension_id: int) -> HttpResponse:
    """The day stays."""
    asked, actor, version = _asked(request, extension_id), _actor(request), _version(request)
    return _done(
        request, asked.obligation, "refuse", WhyForm(request.POST, auto_id="khong-%s"),
        lambda given: relief.refuse_extension(
            extension=asked, note=given["reason"], version=version, **actor
        ),
        told="Đã trả lời không gia hạn.",
    )  # fmt: skip


@changes(OFFICERS)
def take_back(request: HttpRequest, extension_id: int) -> HttpResponse:
    """The owing body no longer asks."""
    asked = _asked(request, extension_id)
    relief.take_back_extension(extension=asked, version=_version(request), **_actor(request))
    messages.success(request, "Đã rút đề nghị gia hạn.")
    return redirect("reports:due", asked.obligation_id)


def _seen_due(request: HttpRequest) -> date:
    """The due day the form showed; another one by now is a conflict."""
    try:
        return date.fromisoformat(request.POST.get("seen", ""))
    except ValueError as error:
        raise Conflict("Hạn nộp này") from error


@changes(OFFICERS)
def extend(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """More time, given unasked."""
    row, actor, seen = obligation_or_404(request, obligation_id), _actor(request), _seen_due(request)
    return _done(
        request, row, "extend", ExtensionForm(request.POST, auto_id="gia-han-%s"),
        lambda given: relief.extend(
            obligation=row, until=given["until"], note=given["reason"], seen=seen, **actor
        ),
        told="Đã gia hạn.",
    )  # fmt: skip


@changes(OFFICERS)
def shorten(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """The first day holds again."""
    row, actor, seen = obligation_or_404(request, obligation_id), _actor(request), _seen_due(request)
    return _done(
        request, row, "shorten", WhyForm(request.POST, auto_id="bo-gia-han-%s"),
        lambda given: relief.take_back_extending(obligation=row, note=given["reason"], seen=seen, **actor),
        told="Đã bỏ gia hạn, hạn đầu áp dụng lại.",
    )  # fmt: skip


@changes(OFFICERS)
def waive(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """The report is not asked of this body."""
    row, actor = obligation_or_404(request, obligation_id), _actor(request)
    return _done(
        request, row, "waive", WhyForm(request.POST, auto_id="mien-%s"),
        lambda given: relief.waive(obligation=row, **given, **actor),
        told="Đã miễn báo cáo này.",
    )  # fmt: skip


@changes(OFFICERS)
def owe_again(request: HttpRequest, obligation_id: int) -> HttpResponse:
    """A waiver taken back."""
    row, actor = obligation_or_404(request, obligation_id), _actor(request)
    return _done(
        request, row, "owe", WhyForm(request.POST, auto_id="bo-mien-%s"),
        lambda given: relief.owe_again(obligation=row, **given, **actor),
        told="Đã bỏ miễn, đơn vị phải nộp như trước.",
    )  # fmt: skip
