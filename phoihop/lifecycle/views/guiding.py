"""Guidance down a vertical line: those of a programme, a new one, its board, what a receiver does with it."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import whole_number
from phoihop.documents.actions import store_file
from phoihop.documents.models import StoredFile
from phoihop.documents.views.downloads import word_answer
from phoihop.lifecycle.actions import guiding as actions
from phoihop.lifecycle.forms.guiding import GuidanceForm, MessageForm, PassOnForm, WithdrawGuidanceForm
from phoihop.lifecycle.models import Guidance, GuidanceReceipt
from phoihop.lifecycle.papers.guidance import guidance_paper
from phoihop.lifecycle.queries import guiding as queries
from phoihop.organisations.models import Body
from phoihop.organisations.queries import body_labels
from phoihop.programmes.queries.texts import shortened
from phoihop.programmes.views.loading import Opened, opened


@reads(MEMBERS)
def guidance_list(request: HttpRequest, programme_id: int) -> HttpResponse:
    """What the member's body issued or received about the programme."""
    found, today = opened(request, programme_id), clock.today()
    below = queries.count_below(queries.issuing_bodies(acting(request), today), today)
    context = {
        "programme": found.programme,
        "cards": queries.programme_guidance(found.programme, acting(request), today),
        "may_send": OFFICERS.allows(acting(request)) and any(below.values()),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/guidance/list.html", context)


def _form(request: HttpRequest, found: Opened, data: Any = None, files: Any = None) -> GuidanceForm:
    """The bodies one may guide for, each with how many stand below it."""
    today = clock.today()
    bodies = queries.issuing_bodies(acting(request), today)
    below = queries.count_below(bodies, today)
    names = body_labels(below, today)
    offered = [body for body in bodies if below[body.pk]]
    return GuidanceForm(
        data,
        files,
        bodies=[(b.pk, f"{names[b.pk].short_name} (cấp dưới: {below[b.pk]} đơn vị)") for b in offered],
        clauses=[(c.pk, f"{c.path}: {shortened(c.text)}") for c in found.edition.clauses.order_by("order")],
        receivers=queries.receivers(offered[0], today) if len(offered) == 1 else [],
        initial={"issued_on": today, "clauses": request.GET.getlist("muc")},
    )


@reads(OFFICERS)
def new_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened(request, programme_id)
    return _new_page(request, found, _form(request, found))


def _new_page(
    request: HttpRequest, found: Opened, form: GuidanceForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {"programme": found.programme, "form": form, "is_sample": found.programme.is_sample}
    context["may_send"] = bool(form.fields["body"].choices)  # type: ignore[attr-defined]
    return render(request, "lifecycle/guidance/new.html", context, status=status)


@changes(OFFICERS)
def send(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened(request, programme_id)
    form = _form(request, found, request.POST, request.FILES)
    if not form.is_valid():
        return _new_page(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        row = actions.send_guidance(
            programme=found.programme,
            body=get_object_or_404(Body, pk=form.cleaned_data["body"]),
            content=_content(request, form),
            to=form.cleaned_data.get("to", []),
            by=acting(request),
            at=clock.now(),
        )
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _new_page(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, f"Đã gửi hướng dẫn cho {row.receipts.count()} đơn vị.")
    return redirect("lifecycle:guidance", row.pk)


def _content(request: HttpRequest, form: GuidanceForm) -> actions.GuidanceContent:
    given = form.cleaned_data
    return actions.GuidanceContent(
        title=given["title"],
        issued_on=given["issued_on"],
        number_text=given["number_text"],
        text=given["text"],
        file=_stored(request, given["file"]) if given["file"] else None,
        clause_ids=given["clauses"],
    )


def _stored(request: HttpRequest, upload: Any) -> StoredFile:
    return store_file(
        content=upload.read(),
        name=upload.name or "huong-dan",
        media_type=upload.content_type or "",
        by=acting(request),
        at=clock.now(),
    )


def _page(request: HttpRequest, guidance_id: int) -> queries.GuidancePage:
    try:
        return queries.guidance_page(
            guidance_id,
            acting(request),
            clock.today(),
            number=request.GET.get("trang"),
            silent_only=request.GET.get("xem") == "chua",
        )
    except Guidance.DoesNotExist as missing:
        raise Http404 from missing


@reads(MEMBERS)
def detail(request: HttpRequest, guidance_id: int) -> HttpResponse:
    return _detail(request, _page(request, guidance_id))


def _detail(
    request: HttpRequest, page: queries.GuidancePage, *, status: int = HTTPStatus.OK, **forms: Any
) -> HttpResponse:
    context = {
        "page": page,
        "row": page.guidance,
        "message_form": MessageForm(),
        "pass_form": PassOnForm(),
        "withdraw_form": WithdrawGuidanceForm(),
        "silent_only": request.GET.get("xem") == "chua",
        "is_sample": page.guidance.is_sample,
    }
    return render(request, "lifecycle/guidance/detail.html", context | forms, status=status)


def _receipt(request: HttpRequest, guidance_id: int, receipt_id: int) -> GuidanceReceipt:
    """A line of a guidance the member sees."""
    page = _page(request, guidance_id)
    receipt = get_object_or_404(GuidanceReceipt, pk=receipt_id, guidance=page.guidance)
    if not page.is_issuer and receipt.pk not in {line.id for line in page.own}:
        raise Http404
    return receipt


@changes(OFFICERS)
def acknowledge(request: HttpRequest, guidance_id: int, receipt_id: int) -> HttpResponse:
    """Read; or not yet, after all."""
    receipt = _receipt(request, guidance_id, receipt_id)
    act = actions.take_acknowledgement_back if "undo" in request.POST else actions.acknowledge_guidance
    act(receipt=receipt, by=acting(request), at=clock.now())
    messages.success(request, "Đã bỏ xác nhận." if "undo" in request.POST else "Đã xác nhận.")
    return redirect("lifecycle:guidance", guidance_id)


@changes(OFFICERS)
def message(request: HttpRequest, guidance_id: int, receipt_id: int) -> HttpResponse:
    receipt, form = _receipt(request, guidance_id, receipt_id), MessageForm(request.POST)
    if not form.is_valid():
        return _detail(
            request,
            _page(request, guidance_id),
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
            message_form=form,
        )
    text = form.cleaned_data["text"]
    actions.ask_about_guidance(receipt=receipt, text=text, by=acting(request), at=clock.now())
    messages.success(request, "Đã gửi.")
    return redirect("lifecycle:guidance", guidance_id)


@changes(OFFICERS)
def pass_on(request: HttpRequest, guidance_id: int, receipt_id: int) -> HttpResponse:
    receipt, form = _receipt(request, guidance_id, receipt_id), PassOnForm(request.POST)
    form.is_valid()
    note = form.cleaned_data.get("note", "")
    row = actions.pass_on_guidance(receipt=receipt, note=note, by=acting(request), at=clock.now())
    messages.success(request, f"Đã gửi tiếp cho {row.receipts.count()} đơn vị.")
    return redirect("lifecycle:guidance", row.pk)


@changes(OFFICERS)
def withdraw(request: HttpRequest, guidance_id: int) -> HttpResponse:
    page, form = _page(request, guidance_id), WithdrawGuidanceForm(request.POST)
    if not form.is_valid():
        return _detail(request, page, status=HTTPStatus.UNPROCESSABLE_ENTITY, withdraw_form=form)
    seen = whole_number(request.POST.get("version")) or 0
    actions.withdraw_guidance(
        guidance=page.guidance,
        reason=form.cleaned_data["reason"],
        version=seen,
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, "Đã thu lại hướng dẫn.")
    return redirect("lifecycle:guidance", guidance_id)


@reads(MEMBERS)
def word(request: HttpRequest, guidance_id: int) -> HttpResponse:
    """A guidance written here as .docx."""
    row = _page(request, guidance_id).guidance
    return word_answer(guidance_paper(row, today=clock.today()), name=f"huong-dan-{row.pk}")
