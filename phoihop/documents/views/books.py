"""The list of a body's books, opening and closing them."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import CLERKS, WRITERS, acting, changes, reads
from phoihop.documents import actions, permissions, queries
from phoihop.documents.forms import CloseForm, IncomingRegisterForm, RegisterForm
from phoihop.documents.statuses import Span
from phoihop.documents.views.loading import name_of, outgoing_register, register_body


@reads(WRITERS)
def registers(request: HttpRequest) -> HttpResponse:
    """The books of outgoing documents and of arrivals, and what waits to be filed."""
    return _page(request)


def _page(request: HttpRequest, *, status: int = 200, **forms: Any) -> HttpResponse:
    body, member, today = register_body(request), acting(request), clock.today()
    context: dict[str, Any] = {
        "body_name": name_of(body.pk),
        "outgoing": queries.registers_of(body.pk, today=today),
        "incoming": queries.incoming_registers_of(body.pk, today=today),
        "waiting_count": len(queries.waiting_in(permissions.books_open_to(member), today=today)),
        "form": RegisterForm(initial={"year": today.year}),
        "incoming_form": IncomingRegisterForm(initial={"year": today.year}, prefix="den"),
        "templates": queries.templates_on(today),
        "can_number": permissions.can_number(member, body),
        "can_file": permissions.can_file(member, body),
        "is_sample": body.is_sample,
    }
    return render(request, "documents/registers.html", context | forms, status=status)


@changes(CLERKS)
def open_register(request: HttpRequest) -> HttpResponse:
    form = RegisterForm(request.POST)
    if not form.is_valid():
        return _page(request, status=422, form=form)
    given = form.cleaned_data
    about: dict[str, Any] = {
        "body": register_body(request), "document_type": given["document_type"],
        "first_number": given["first_number"], "style": given["style"], "by": acting(request),
    }  # fmt: skip
    if given["span"] == Span.TERM:
        days = (given["first_day"], given["last_day"])
        register = actions.open_term_register(label=given["label"], days=days, **about)
    else:
        register = actions.open_register(year=given["year"], at=clock.now(), **about)
    messages.success(request, f"Đã mở sổ. Văn bản tiếp theo mang số {register.first_number:02d}.")
    return redirect("documents:register", register.pk)


@changes(WRITERS)
def open_incoming(request: HttpRequest) -> HttpResponse:
    form = IncomingRegisterForm(request.POST, prefix="den")
    if not form.is_valid():
        return _page(request, status=422, incoming_form=form)
    register = actions.open_incoming_register(
        body=register_body(request), **form.cleaned_data, by=acting(request), at=clock.now()
    )
    messages.success(request, f"Đã mở sổ. Văn bản đến tiếp theo mang số đến {register.first_number}.")
    return redirect("documents:incoming", register.pk)


@changes(CLERKS)
def close_register(request: HttpRequest, register_id: int) -> HttpResponse:
    register, form = outgoing_register(request, register_id), CloseForm(request.POST)
    if form.is_valid():
        last_day = form.cleaned_data["last_day"]
        actions.close_register(register=register, last_day=last_day, by=acting(request))
        messages.success(request, f"Sổ này cấp số đến hết ngày {last_day:%d/%m/%Y}.")
    else:
        messages.error(request, "Hãy ghi ngày cuối của sổ.")
    return redirect("documents:register", register_id)
