"""Pages of a book of outgoing documents and of one of its numbers."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import CLERKS, WRITERS, acting, changes, reads
from phoihop.documents import actions, permissions, queries, sources
from phoihop.documents.calculations import document_types, number_words, type_name
from phoihop.documents.forms import (
    AnnulForm,
    CloseForm,
    CorrectOutgoingForm,
    FileForm,
    OutgoingForm,
    RecallForm,
    SearchForm,
)
from phoihop.documents.models import OutgoingEntry
from phoihop.documents.statuses import Span
from phoihop.documents.views.loading import name_of, outgoing_entry, outgoing_register, register_body, stored


@reads(WRITERS)
def register(request: HttpRequest, register_id: int) -> HttpResponse:
    """A page of a book, the latest numbers first; searched by number, words, signer, recipients."""
    found = outgoing_register(request, register_id)
    form = SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    entries, page = queries.entry_page(found, words=words, number=request.GET.get("trang", "1"))
    context = {
        "register": found,
        "body_name": name_of(found.body_id),
        "entries": entries,
        "page": page,
        "form": form,
        "words": words,
        "close_form": CloseForm() if found.span == Span.TERM else None,
        "can_number": permissions.can_number(acting(request), found.body),
        "is_sample": found.is_sample,
    }
    return render(request, "documents/register.html", context)


@changes(CLERKS)
def annul(request: HttpRequest, entry_id: int) -> HttpResponse:
    entry, form = outgoing_entry(request, entry_id), AnnulForm(request.POST)
    if not permissions.can_number(acting(request), entry.register.body):
        raise PermissionDenied
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    actions.annul_number(entry=entry, reason=reason, by=acting(request), at=clock.now())
    return redirect("documents:entry", entry_id)


@reads(CLERKS)
def new_entry(request: HttpRequest) -> HttpResponse:
    """The form for any document that leaves; the number comes from the book of its type."""
    code = request.GET.get("loai", "")
    start = {"issued_on": clock.today(), "document_type": code if code in document_types() else None}
    return _form_page(request, OutgoingForm(initial=start))


def _form_page(request: HttpRequest, form: OutgoingForm, *, status: int = 200, **more: Any) -> HttpResponse:
    body = register_body(request)
    books = [card for card in queries.registers_of(body.pk, today=clock.today()) if card.is_current]
    context = {"form": form, "books": books, "body_name": name_of(body.pk), "is_sample": body.is_sample}
    return render(request, "documents/new_entry.html", context | more, status=status)


@changes(CLERKS)
def add_entry(request: HttpRequest) -> HttpResponse:
    form, body = OutgoingForm(request.POST, request.FILES), register_body(request)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    given = form.cleaned_data
    same = _same_as_next(body.pk, given)
    if same and "even_so" not in request.POST:
        return _form_page(request, form, status=422, same=same)
    entry = actions.give_number(
        body=body, document_type=given["document_type"], symbol=given["symbol"], abstract=given["abstract"],
        issued_on=given["issued_on"], details=form.details(), by=acting(request), at=clock.now(),
    )  # fmt: skip
    file = stored(request, given["file"])
    if file is not None:
        actions.attach_file(entry=entry, file=file, by=acting(request), at=clock.now())
    messages.success(request, f"Đã cấp số {number_words(entry.number, entry.symbol)}.")
    return redirect("documents:entry", entry.pk)


def _same_as_next(body_id: int, given: dict[str, Any]) -> str:
    """The number the document would get, when another one of the body bears it with the same symbol."""
    coming = queries.next_in(body_id=body_id, document_type=given["document_type"], day=given["issued_on"])
    if coming is None:
        return ""
    symbol = actions.checked_symbol(given["symbol"], style=coming[0].style)
    others = queries.same_number(
        body_id=body_id, number=coming[1], symbol=symbol, issued_on=given["issued_on"]
    )
    return number_words(coming[1], symbol) if others else ""


@reads(WRITERS)
def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """One number: its document, its file, where it was sent and how far it came, its history."""
    return entry_page(request, outgoing_entry(request, entry_id))


def entry_page(
    request: HttpRequest, found: OutgoingEntry, *, status: int = 200, **forms: Any
) -> HttpResponse:
    """The page of a number, with forms as they were sent when one was wrong."""
    today = clock.today()
    sendings = queries.sendings_of(found, today=today)
    context = {
        "entry": found,
        "number_text": number_words(found.number, found.symbol),
        "type_name": type_name(found.document_type),
        "body_name": name_of(found.register.body_id),
        "origin": sources.origin_of(found),
        "sendings": sendings,
        "counts": queries.counts_of(sendings),
        "same": queries.same_number(
            body_id=found.register.body_id, number=found.number, symbol=found.symbol,
            issued_on=found.issued_on, but=found.pk,
        ),
        "history": found.corrections.select_related("by_person").order_by("-at", "-pk"),
        "correct_form": CorrectOutgoingForm.of(found),
        "file_form": FileForm(),
        "annul_form": AnnulForm(),
        "recall_form": RecallForm(),
        "can_number": permissions.can_number(acting(request), found.register.body),
        "is_sample": found.is_sample,
    }  # fmt: skip
    return render(request, "documents/entry.html", context | forms, status=status)


@changes(CLERKS)
def correct(request: HttpRequest, entry_id: int) -> HttpResponse:
    found, form = outgoing_entry(request, entry_id), CorrectOutgoingForm(request.POST)
    if not form.is_valid():
        return entry_page(request, found, status=422, correct_form=form)
    given = form.cleaned_data
    actions.correct_outgoing(
        entry=found, abstract=given["abstract"], details=form.details(), reason=given["reason"],
        version=given["version"], by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(request, "Đã sửa dòng này của sổ; nội dung cũ còn trong lịch sử.")
    return redirect("documents:entry", entry_id)


@changes(CLERKS)
def attach(request: HttpRequest, entry_id: int) -> HttpResponse:
    found, form = outgoing_entry(request, entry_id), FileForm(request.POST, request.FILES)
    if not permissions.can_number(acting(request), found.register.body):
        raise PermissionDenied
    if not form.is_valid():
        return entry_page(request, found, status=422, file_form=form)
    file = stored(request, form.cleaned_data["file"])
    assert file is not None
    actions.attach_file(entry=found, file=file, by=acting(request), at=clock.now())
    messages.success(request, "Đã kèm tệp của văn bản.")
    return redirect("documents:entry", entry_id)
