"""Pages of the book of arrivals and of one arrival."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, WRITERS, acting, changes, reads
from phoihop.documents import actions, permissions, queries
from phoihop.documents.calculations import type_name
from phoihop.documents.forms import CorrectIncomingForm, ForwardForm, NewIncomingForm, SearchForm
from phoihop.documents.models import Delivery, Forwarding, IncomingEntry
from phoihop.documents.views.loading import (
    incoming_entry,
    incoming_register,
    name_of,
    register_body,
    stored,
)


@reads(WRITERS)
def waiting(request: HttpRequest) -> HttpResponse:
    """What was sent to the body and is not in its book yet."""
    body, member, today = register_body(request), acting(request), clock.today()
    books = queries.incoming_registers_of(body.pk, today=today)
    context = {
        "rows": queries.waiting_in(permissions.books_open_to(member), today=today),
        "current": next((book for book in books if book.is_current), None),
        "can_file": permissions.can_file(member, body),
        "body_name": name_of(body.pk),
        "is_sample": body.is_sample,
    }
    return render(request, "documents/waiting.html", context)


@changes(WRITERS)
def take_in(request: HttpRequest, delivery_id: int) -> HttpResponse:
    rows = Delivery.objects.visible_to(acting(request)).filter(body__isnull=False)
    delivery = get_object_or_404(rows, pk=delivery_id)
    entry = actions.take_in(delivery=delivery, by=acting(request), at=clock.now())
    messages.success(request, f"Đã vào sổ, số đến {entry.number}.")
    _warn_of_the_same(request, entry)
    return redirect("documents:incoming_entry", entry.pk)


def _warn_of_the_same(request: HttpRequest, entry: IncomingEntry) -> None:
    for other in _same(entry):
        messages.warning(
            request,
            f"Trùng số, ký hiệu và nơi gửi với văn bản đến số {other.number} năm {other.register.year}.",
        )


def _same(entry: IncomingEntry) -> list[IncomingEntry]:
    return queries.same_arrivals(
        body_id=entry.register.body_id, sender=entry.sender, number_text=entry.number_text,
        issued_on=entry.issued_on, but=entry.pk,
    )  # fmt: skip


@reads(WRITERS)
def book(request: HttpRequest, register_id: int) -> HttpResponse:
    """A page of the book of arrivals, the latest first; searched by number, words, sender."""
    found, form = incoming_register(request, register_id), SearchForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    rows, page = queries.arrivals_page(
        found, words=words, number=request.GET.get("trang", "1"), today=clock.today()
    )
    context = {
        "register": found,
        "rows": rows,
        "page": page,
        "form": form,
        "words": words,
        "body_name": name_of(found.body_id),
        "can_file": permissions.can_file(acting(request), found.body),
        "is_sample": found.is_sample,
    }
    return render(request, "documents/incoming.html", context)


@reads(WRITERS)
def new_page(request: HttpRequest) -> HttpResponse:
    """The form for a document that came on paper or by another way."""
    return _form_page(request, NewIncomingForm(initial={"arrived_on": clock.today()}))


def _form_page(
    request: HttpRequest, form: NewIncomingForm, *, status: int = 200, same: list[IncomingEntry] | None = None
) -> HttpResponse:
    body = register_body(request)
    books = queries.incoming_registers_of(body.pk, today=clock.today())
    context = {
        "form": form,
        "same": same,
        "current": next((one for one in books if one.is_current), None),
        "body_name": name_of(body.pk),
        "is_sample": body.is_sample,
    }
    return render(request, "documents/new_incoming.html", context, status=status)


@changes(WRITERS)
def add(request: HttpRequest) -> HttpResponse:
    form, body = NewIncomingForm(request.POST, request.FILES), register_body(request)
    if not form.is_valid():
        return _form_page(request, form, status=422)
    given = form.cleaned_data
    same = queries.same_arrivals(
        body_id=body.pk, sender=given["sender"], number_text=given["number_text"],
        issued_on=given["issued_on"],
    )  # fmt: skip
    if same and "even_so" not in request.POST:
        return _form_page(request, form, status=422, same=same)
    entry = actions.enter_incoming(
        body=body, content=form.content(_sender_id(request, given["sender"])),
        file=stored(request, given["file"]), by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(request, f"Đã vào sổ, số đến {entry.number}.")
    return redirect("documents:incoming_entry", entry.pk)


def _sender_id(request: HttpRequest, name: str) -> int | None:
    """The one body of the system this name means here."""
    found = queries.resolved([name], area=register_body(request).area, today=clock.today())
    return found[0][0] if len(found) == 1 else None


@reads(MEMBERS)
def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """One arrival: what the book says, its stamp, where it went, who has read it."""
    return _entry_page(request, incoming_entry(request, entry_id))


def _entry_page(
    request: HttpRequest, found: IncomingEntry, *, status: int = 200, **forms: Any
) -> HttpResponse:
    member, today, body = acting(request), clock.today(), found.register.body
    lines = queries.forwarding_lines(found, today=today)
    receipts = list(found.receipts.select_related("person").order_by("at"))
    can_forward = permissions.can_forward(member, body)
    context = {
        "entry": found,
        "type_name": type_name(found.document_type),
        "body_name": name_of(body.pk),
        "forwardings": lines,
        "forwarded_to": "; ".join(line.to for line in lines if not line.is_taken_back),
        "receipts": receipts,
        "has_read": any(one.person_id == member.person_id for one in receipts),
        "same": _same(found),
        "history": found.corrections.select_related("by_person").order_by("-at", "-pk"),
        "sees_book": permissions.can_see_registers(member, body),
        "can_file": permissions.can_file(member, body),
        "can_forward": can_forward,
        "correct_form": CorrectIncomingForm.of(found),
        "forward_form": _forward_form(found) if can_forward else None,
        "is_sample": found.is_sample,
    }
    return render(request, "documents/incoming_entry.html", context | forms, status=status)


def _forward_form(entry: IncomingEntry, data: Any = None) -> ForwardForm:
    body_id = entry.register.body_id
    return ForwardForm(data, bodies=queries.inner_bodies(body_id), people=queries.inner_people(body_id))


@changes(WRITERS)
def correct(request: HttpRequest, entry_id: int) -> HttpResponse:
    found, form = incoming_entry(request, entry_id), CorrectIncomingForm(request.POST)
    if not form.is_valid():
        return _entry_page(request, found, status=422, correct_form=form)
    given = form.cleaned_data
    sender_id = (
        found.sender_body_id if given["sender"] == found.sender else _sender_id(request, given["sender"])
    )
    actions.correct_incoming(
        entry=found, content=form.content(sender_id), reason=given["reason"], version=given["version"],
        by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(request, "Đã sửa dòng này của sổ; nội dung cũ còn trong lịch sử.")
    return redirect("documents:incoming_entry", entry_id)


@changes(WRITERS)
def forward(request: HttpRequest, entry_id: int) -> HttpResponse:
    found = incoming_entry(request, entry_id)
    form = _forward_form(found, request.POST)
    if not form.is_valid():
        return _entry_page(request, found, status=422, forward_form=form)
    given = form.cleaned_data
    count = actions.forward(
        entry=found, body_ids=given.get("bodies", []), person_ids=given.get("people", []),
        note=given["note"], by=acting(request), at=clock.now(),
    )  # fmt: skip
    messages.success(request, f"Đã chuyển đến {count} nơi; người nhận được báo.")
    return redirect("documents:incoming_entry", entry_id)


@changes(WRITERS)
def take_back(request: HttpRequest, forwarding_id: int) -> HttpResponse:
    row = get_object_or_404(Forwarding.objects.select_related("entry"), pk=forwarding_id)
    incoming_entry(request, row.entry_id)
    actions.take_back_forwarding(forwarding=row, by=acting(request), at=clock.now())
    messages.success(request, "Đã rút lại lần chuyển.")
    return redirect("documents:incoming_entry", row.entry_id)


@changes(MEMBERS)
def acknowledge(request: HttpRequest, entry_id: int) -> HttpResponse:
    found = incoming_entry(request, entry_id)
    actions.acknowledge(entry=found, by=acting(request), at=clock.now())
    messages.success(request, "Đã ghi nhận bạn đã đọc văn bản này.")
    return redirect("documents:incoming_entry", entry_id)


@reads(MEMBERS)
def stamp(request: HttpRequest, entry_id: int) -> HttpResponse:
    """The stamp "ĐẾN" alone, 50 by 35 mm, to print and stick on the paper."""
    found = incoming_entry(request, entry_id)
    lines = queries.forwarding_lines(found, today=clock.today())
    context = {
        "entry": found,
        "body_name": name_of(found.register.body_id),
        "forwarded_to": "; ".join(line.to for line in lines if not line.is_taken_back),
        "is_sample": found.is_sample,
    }
    return render(request, "documents/stamp.html", context)
