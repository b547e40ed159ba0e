"""The editions of a programme: amend, put right, withdraw, each with what it changes shown before."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.documents.actions import store_file
from phoihop.lifecycle import actions
from phoihop.lifecycle.forms.amending import AmendmentForm, ErratumForm, ReasonForm, WithdrawalForm
from phoihop.lifecycle.queries.amending import (
    built_on,
    built_on_record,
    effect_preview,
    record_undone,
    withdrawal_preview,
)
from phoihop.programmes import actions as programmes
from phoihop.programmes import permissions, queries
from phoihop.programmes.models import Edition, Erratum
from phoihop.programmes.statuses import SIGNED, UNDER_WAY, EditionStatus, Origin
from phoihop.programmes.views.loading import Opened, opened, opened_edition


def _context(found: Opened, **more: Any) -> dict[str, Any]:
    shared = {
        "programme": found.programme,
        "edition": found.edition,
        "is_sample": found.programme.is_sample,
    }
    return shared | more


@reads(MEMBERS)
def editions(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Every edition with its status, days and links; what may be done with it."""
    found, member = opened(request, programme_id), acting(request)
    lines = queries.edition_lines(found.programme, member, today=clock.today())
    context = _context(
        found,
        lines=lines,
        errata=queries.errata(found.edition, today=clock.today()),
        can_write=found.can_write,
        can_lead=permissions.can_lead(member, found.programme),
        can_start=found.can_write
        and found.edition.status == EditionStatus.IN_FORCE
        and not any(line.is_under_way for line in lines),
    )
    return render(request, "lifecycle/editions.html", context)


def _writing(request: HttpRequest, programme_id: int) -> Opened:
    found = opened(request, programme_id)
    if not found.can_write:
        raise PermissionDenied
    return found


def _edition(request: HttpRequest, programme_id: int, edition_id: int) -> Opened:
    found = opened_edition(request, programme_id, edition_id)
    if not found.can_write:
        raise PermissionDenied
    return found


def _undone(found: Opened) -> list[tuple[int, str]]:
    rows = Edition.objects.filter(programme=found.programme, status=EditionStatus.UNDONE)
    return [
        (row.pk, f"Bản sửa đổi đã hoàn tác (bản thứ {row.sequence})")
        for row in rows.exclude(amends=None).order_by("-sequence")
    ]


def _stored(request: HttpRequest, given: Any) -> int | None:
    if not given:
        return None
    member, kind = acting(request), given.content_type or ""
    return store_file(
        content=given.read(), name=given.name or "", media_type=kind, by=member, at=clock.now()
    ).pk


def _start_page(
    request: HttpRequest, found: Opened, form: AmendmentForm, *, status: int = 200
) -> HttpResponse:
    return render(request, "lifecycle/amendment_form.html", _context(found, form=form), status=status)


@reads(OFFICERS)
def start_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = _writing(request, programme_id)
    return _start_page(request, found, AmendmentForm(undone=_undone(found)))


@changes(OFFICERS)
def start(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = _writing(request, programme_id)
    form = AmendmentForm(request.POST, request.FILES, undone=_undone(found))
    if not form.is_valid():
        return _start_page(request, found, form, status=422)
    like = form.cleaned_data.get("like")
    terms = form.terms(_stored(request, form.cleaned_data["paper"]))
    try:
        actions.start_amendment(
            programme=found.programme, terms=terms, by=acting(request), at=clock.now(),
            like=get_object_or_404(Edition, pk=like, programme=found.programme) if like else None,
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _start_page(request, found, form, status=422)
    messages.success(request, "Đã chép toàn văn bản đang thực hiện. Hãy sửa những chỗ cần sửa.")
    return redirect("programmes:draft", programme_id)


def _terms_form(found: Opened) -> AmendmentForm:
    row = found.edition
    initial = {"kind": row.kind, "grounds": row.grounds, "effective_on": row.effective_on}
    return AmendmentForm(initial=initial | {"version": row.version}, undone=[])


@reads(OFFICERS)
def terms_page(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    found = _edition(request, programme_id, edition_id)
    return _start_page(request, found, _terms_form(found))


@changes(OFFICERS)
def save_terms(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    found = _edition(request, programme_id, edition_id)
    form = AmendmentForm(request.POST, request.FILES, undone=[])
    if not form.is_valid():
        return _start_page(request, found, form, status=422)
    programmes.change_terms(
        edition=found.edition, terms=form.terms(_stored(request, form.cleaned_data["paper"])),
        version=form.cleaned_data["version"] or 0, by=acting(request), at=clock.now(),
    )  # fmt: skip
    return redirect("lifecycle:editions", programme_id)


@reads(OFFICERS)
def undo_page(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    """What dropping a draft, or undoing an amendment, does; what stands in its way."""
    found = _edition(request, programme_id, edition_id)
    return _undo_page(request, found, ReasonForm())


def _undo_page(request: HttpRequest, found: Opened, form: ReasonForm, *, status: int = 200) -> HttpResponse:
    row = found.edition
    is_record = _is_record(row)
    may = is_record or (row.amends_id is not None and row.status in {*UNDER_WAY, EditionStatus.IN_FORCE})
    if not may:
        raise PermissionDenied
    context = _context(
        found,
        form=form,
        label=queries.label_of(row),
        is_draft=row.status in {EditionStatus.DRAFT, EditionStatus.SIGNING},
        is_record=is_record,
        undone=record_undone(row) if is_record else None,
        reasons=built_on_record(row) if is_record else built_on(row),
    )
    return render(request, "lifecycle/amendment_undo.html", context, status=status)


def _is_record(row: Edition) -> bool:
    """A first text in force by a paper or a decision, not by signatures made here."""
    is_first = row.amends_id is None and row.status == EditionStatus.IN_FORCE
    return is_first and row.origin == Origin.RECORDED


_ACTS = {"record": actions.undo_record, "draft": actions.drop_amendment, "amendment": actions.undo_amendment}
_DONE = {
    "record": "Đã hoàn tác: văn bản trở lại dự thảo để sửa rồi ghi nhận lại.",
    "draft": "Đã bỏ dự thảo sửa đổi.",
    "amendment": "Đã hoàn tác, thực hiện theo bản trước.",
}


def _undoing(row: Edition) -> str:
    if _is_record(row):
        return "record"
    return "draft" if row.status in {EditionStatus.DRAFT, EditionStatus.SIGNING} else "amendment"


@changes(OFFICERS)
def undo(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    found, form = _edition(request, programme_id, edition_id), ReasonForm(request.POST)
    if not form.is_valid():
        return _undo_page(request, found, form, status=422)
    what, reason = _undoing(found.edition), form.cleaned_data["reason"]
    try:
        _ACTS[what](edition=found.edition, reason=reason, by=acting(request), at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _undo_page(request, found, form, status=422)
    messages.success(request, _DONE[what])
    return redirect("lifecycle:editions", programme_id)


@reads(MEMBERS)
def effect(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    """What the amendment under way will do to reports and tasks, counted."""
    found = opened_edition(request, programme_id, edition_id)
    if found.edition.amends_id is None or found.edition.status not in UNDER_WAY:
        return redirect("lifecycle:editions", programme_id)
    context = _context(
        found,
        label=queries.label_of(found.edition),
        preview=effect_preview(found.edition, at=clock.now()),
    )
    return render(request, "lifecycle/amendment_effect.html", context)


def _erratum_form(found: Opened, *given: Any) -> ErratumForm:
    rows = found.edition.clauses.order_by("order")
    clauses = [(row.pk, f"{row.path}: {queries.clause_line(row).short}") for row in rows]
    return ErratumForm(*given, clauses=clauses)


def _erratum_page(
    request: HttpRequest, found: Opened, form: ErratumForm, *, status: int = 200
) -> HttpResponse:
    if found.edition.status not in SIGNED:
        raise PermissionDenied
    context = _context(found, form=form, label=queries.label_of(found.edition))
    return render(request, "lifecycle/erratum_form.html", context, status=status)


@reads(OFFICERS)
def erratum_page(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    found = _edition(request, programme_id, edition_id)
    return _erratum_page(request, found, _erratum_form(found))


@changes(OFFICERS)
def add_erratum(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    found = _edition(request, programme_id, edition_id)
    form = _erratum_form(found, request.POST, request.FILES)
    if not form.is_valid():
        return _erratum_page(request, found, form, status=422)
    content = form.content(_stored(request, form.cleaned_data["letter"]))
    try:
        actions.add_erratum(edition=found.edition, content=content, by=acting(request), at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _erratum_page(request, found, form, status=422)
    messages.success(request, "Đã ghi đính chính. Lời văn đã ký giữ nguyên, đính chính hiện bên cạnh.")
    return redirect("lifecycle:editions", programme_id)


@changes(OFFICERS)
def take_back_erratum(request: HttpRequest, programme_id: int, erratum_id: int) -> HttpResponse:
    found = _writing(request, programme_id)
    rows = Erratum.objects.filter(edition__programme=found.programme).select_related(
        "clause", "edition__programme"
    )
    row = get_object_or_404(rows, pk=erratum_id)
    reason = request.POST.get("reason", "")
    actions.take_back_erratum(erratum=row, reason=reason, by=acting(request), at=clock.now())
    messages.success(request, "Đã hủy lần đính chính; cả hai vẫn còn trong lịch sử.")
    return redirect("lifecycle:editions", programme_id)


def _withdraw_page(request: HttpRequest, found: Opened, form: Any, *, status: int = 200) -> HttpResponse:
    is_withdrawn = found.edition.status == EditionStatus.WITHDRAWN
    if not permissions.can_lead(acting(request), found.programme):
        raise PermissionDenied
    if not is_withdrawn and found.edition.status != EditionStatus.IN_FORCE:
        raise PermissionDenied
    context = _context(
        found,
        form=form,
        label=queries.label_of(found.edition),
        is_withdrawn=is_withdrawn,
        preview=withdrawal_preview(found.edition, on=clock.today()),
    )
    return render(request, "lifecycle/withdrawal.html", context, status=status)


@reads(OFFICERS)
def withdraw_page(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    """What a withdrawal ends; for one withdrawn, its undoing."""
    found = opened_edition(request, programme_id, edition_id)
    is_withdrawn = found.edition.status == EditionStatus.WITHDRAWN
    form = ReasonForm() if is_withdrawn else WithdrawalForm(initial={"on": clock.today()})
    return _withdraw_page(request, found, form)


@changes(OFFICERS)
def withdraw(request: HttpRequest, programme_id: int, edition_id: int) -> HttpResponse:
    found = opened_edition(request, programme_id, edition_id)
    is_withdrawn = found.edition.status == EditionStatus.WITHDRAWN
    form = ReasonForm(request.POST) if is_withdrawn else WithdrawalForm(request.POST)
    if not form.is_valid():
        return _withdraw_page(request, found, form, status=422)
    act = actions.undo_withdrawal if is_withdrawn else actions.withdraw_edition
    try:
        act(edition=found.edition, **form.cleaned_data, by=acting(request), at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _withdraw_page(request, found, form, status=422)
    messages.success(
        request, "Đã hoàn tác việc thu hồi." if is_withdrawn else "Đã thu hồi; các bên được báo."
    )
    return redirect("lifecycle:editions", programme_id)
