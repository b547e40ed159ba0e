"""Rounds of registration: the hub of a programme, opening a round, its board and its files."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.documents.views.downloads import pdf_answer, sheet_answer, word_answer
from phoihop.plans import permissions
from phoihop.plans.actions import rounds as actions
from phoihop.plans.forms.sheets import RoundChangeForm, RoundForm
from phoihop.plans.models import RegistrationRound
from phoihop.plans.queries import milestones, personal, pilots, rounds
from phoihop.plans.queries.sheets import round_rows
from phoihop.plans.registration import SheetState, listed
from phoihop.plans.registration_papers import round_paper
from phoihop.plans.sheets_files import round_sheet
from phoihop.plans.views.loading import opened_round
from phoihop.programmes.models import Programme
from phoihop.programmes.queries import named
from phoihop.programmes.statuses import EditionStatus
from phoihop.programmes.views.loading import opened


@reads(MEMBERS)
def registration(request: HttpRequest, programme_id: int) -> HttpResponse:
    """What units registered, the roadmap, the pilots and the personal plans of one programme."""
    found, today, member = opened(request, programme_id), clock.today(), acting(request)
    context = {
        "programme": found.programme,
        "is_running": found.edition.status == EditionStatus.IN_FORCE,
        "rounds": rounds.rounds_of(found.programme, today),
        "roadmap": milestones.roadmap(found.programme, today=today),
        "pilots": pilots.pilot_counts(found.programme, today=today),
        "plans": personal.plan_counts(found.programme, member, year=today.year),
        "may_lead": permissions.can_register_others(member, found.programme),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "plans/registration/registration.html", context)


@reads(OFFICERS)
def open_page(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The form of a new round; filled in, it shows whom the round would ask before it is opened."""
    found = opened(request, programme_id)
    if not permissions.can_register_others(acting(request), found.programme):
        raise PermissionDenied
    form = _round_form(request, found.programme, request.GET if "year" in request.GET else None)
    return _open_page(request, found.programme, form)


def _round_form(request: HttpRequest, programme: Programme, data: Any) -> RoundForm:
    today = clock.today()
    year = today.year if today.month < 12 else today.year + 1
    initial = {"year": year, "due_on": rounds.usual_due_day(year, today), "groups": ["parties"]}
    given = data if data is not None else QueryDict()
    chosen = [int(pk) for pk in given.getlist("bodies") if pk.isdecimal() and len(pk) < 18]
    search = rounds.found_bodies(given.get("search", ""), on=today)
    kept = [pair for pair in named(chosen, on=today) if pair not in search] if chosen else []
    return RoundForm(
        data, initial=initial, groups=rounds.asked_groups(programme, on=today), bodies=[*kept, *search]
    )


def _open_page(
    request: HttpRequest, programme: Programme, form: RoundForm, *, status: int = HTTPStatus.OK
) -> HttpResponse:
    asked = form.body_ids if form.is_bound and form.is_valid() else []
    context = {
        "programme": programme,
        "form": form,
        "asked": len(asked),
        "asked_words": listed(rounds.names_of(asked, on=clock.today()), most=8),
        "is_preview": form.is_bound and form.is_valid(),
        "is_sample": programme.is_sample,
    }
    return render(request, "plans/registration/round_open.html", context, status=status)


@changes(OFFICERS)
def open_round(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = opened(request, programme_id)
    form = _round_form(request, found.programme, request.POST)
    if not form.is_valid():
        return _open_page(request, found.programme, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        made = actions.open_round(
            programme=found.programme, content=form.content, body_ids=form.body_ids,
            by=acting(request), at=clock.now(),
        )  # fmt: skip
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _open_page(request, found.programme, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, f"Đã mở đợt đăng ký; {made.sheets.count()} đơn vị được báo.")
    return redirect("plans:round", made.pk)


@reads(MEMBERS)
def board(request: HttpRequest, round_id: int) -> HttpResponse:
    return _board(request, opened_round(request, round_id))


def _board(
    request: HttpRequest, row: RegistrationRound, *, status: int = HTTPStatus.OK, **forms: Any
) -> HttpResponse:
    state, words = request.GET.get("tinh-trang", ""), request.GET.get("tim", "")[:100]
    found = rounds.round_board(
        row, today=clock.today(), state=state, words=words, page=request.GET.get("trang")
    )
    may_lead = permissions.can_register_others(acting(request), row.programme)
    context = {
        "board": found,
        "round": row,
        "page": found.page,
        "programme": row.programme,
        "state": state,
        "words": words,
        "states": [("chua-gui", "chưa gửi (cần nhắc)"), *((s.value, s.label) for s in SheetState)],
        "may_lead": may_lead,
        "change_form": RoundChangeForm.starting(row) if may_lead else None,
        "is_sample": row.is_sample,
    }
    return render(request, "plans/registration/round.html", context | forms, status=status)


@changes(OFFICERS)
def change(request: HttpRequest, round_id: int) -> HttpResponse:
    row = opened_round(request, round_id)
    form = RoundChangeForm(request.POST)
    if not form.is_valid():
        return _board(request, row, status=HTTPStatus.UNPROCESSABLE_ENTITY, change_form=form)
    content, version = form.content(row.year), form.cleaned_data["version"]
    try:
        actions.change_round(given=row, content=content, version=version, by=acting(request), at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _board(request, row, status=HTTPStatus.UNPROCESSABLE_ENTITY, change_form=form)
    messages.success(request, "Đã sửa đợt đăng ký.")
    return redirect("plans:round", row.pk)


@reads(OFFICERS)
def ask_page(request: HttpRequest, round_id: int) -> HttpResponse:
    """Which further units to ask: the same groups, and a search."""
    row, today = opened_round(request, round_id), clock.today()
    if not permissions.can_register_others(acting(request), row.programme):
        raise PermissionDenied
    words = request.GET.get("tim", "")[:100]
    asked = set(row.sheets.values_list("body_id", flat=True))
    groups = rounds.asked_groups(row.programme, on=today)
    left = [(group, len(set(ids) - asked)) for group, ids in groups.items()]
    context = {
        "round": row,
        "programme": row.programme,
        "words": words,
        "groups": [(group.value, f"{group.label} ({count})") for group, count in left if count],
        "found": [pair for pair in rounds.found_bodies(words, on=today) if pair[0] not in asked],
        "is_sample": row.is_sample,
    }
    return render(request, "plans/registration/round_ask.html", context)


@changes(OFFICERS)
def ask_more(request: HttpRequest, round_id: int) -> HttpResponse:
    row = opened_round(request, round_id)
    groups = rounds.asked_groups(row.programme, on=clock.today())
    chosen = [pk for group, ids in groups.items() if group in request.POST.getlist("groups") for pk in ids]
    chosen += [int(pk) for pk in request.POST.getlist("bodies") if pk.isdecimal() and len(pk) < 18]
    new = actions.ask_more(given=row, body_ids=chosen, by=acting(request), at=clock.now())
    messages.success(request, f"Đã yêu cầu thêm {new} đơn vị đăng ký.")
    return redirect("plans:round", row.pk)


@changes(OFFICERS)
def remind(request: HttpRequest, round_id: int) -> HttpResponse:
    row = opened_round(request, round_id)
    count = actions.remind(given=row, by=acting(request), at=clock.now())
    said = f"Đã nhắc {count} đơn vị." if count else "Không còn đơn vị nào cần nhắc hôm nay."
    messages.success(request, said)
    return redirect("plans:round", row.pk)


@reads(OFFICERS)
def call_off_page(request: HttpRequest, round_id: int) -> HttpResponse:
    row = opened_round(request, round_id)
    if not permissions.can_register_others(acting(request), row.programme):
        raise PermissionDenied
    counts = rounds.round_board(row, today=clock.today()).counts
    context = {"round": row, "programme": row.programme, "counts": counts, "is_sample": row.is_sample}
    return render(request, "plans/registration/round_call_off.html", context)


@changes(OFFICERS)
def call_off(request: HttpRequest, round_id: int) -> HttpResponse:
    row = opened_round(request, round_id)
    try:
        actions.call_off(given=row, by=acting(request), at=clock.now())
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("plans:round", row.pk)
    messages.success(request, "Đã hủy đợt đăng ký.")
    return redirect("plans:registration", row.programme_id)


@reads(MEMBERS)
def file(request: HttpRequest, round_id: int) -> HttpResponse:
    """The whole round as .xlsx."""
    row = opened_round(request, round_id)
    sheet = round_sheet(row, round_rows(row, today=clock.today()))
    return sheet_answer(sheet, name=f"dang-ky-{row.year}-{row.programme_id}")


@reads(MEMBERS)
def word(request: HttpRequest, round_id: int) -> HttpResponse:
    """The whole round as .docx."""
    row = opened_round(request, round_id)
    return word_answer(round_paper(row, today=clock.today()), name=f"dang-ky-{row.year}-{row.programme_id}")


@reads(MEMBERS)
def printed(request: HttpRequest, round_id: int) -> HttpResponse:
    """The whole round as PDF/A."""
    row = opened_round(request, round_id)
    return pdf_answer(round_paper(row, today=clock.today()), name=f"dang-ky-{row.year}-{row.programme_id}")
