"""The lead's side of a hand-down: choose places, look before the act, see who adopted and reported."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, OFFICERS, acting, changes, reads
from phoihop.core.errors import Refused
from phoihop.core.numbers import read_decimal, whole_number
from phoihop.core.vietnamese import fold
from phoihop.documents.views.downloads import sheet_answer
from phoihop.lifecycle.actions import handing_down as acts
from phoihop.lifecycle.forms.handing_down import HandDownForm, SharesForm
from phoihop.lifecycle.handing_down_sheets import board_sheet
from phoihop.lifecycle.queries import handing_down as queries
from phoihop.lifecycle.queries import places_below as places
from phoihop.lifecycle.views.adopting import adopter
from phoihop.programmes import permissions
from phoihop.programmes.models import Adoption, DutyRule, HandDown
from phoihop.programmes.models.adoption import Reporting
from phoihop.programmes.models.facts import DutyKind
from phoihop.programmes.queries import clause_line
from phoihop.programmes.queries.adopted import adoption_of
from phoihop.programmes.statuses import EditionStatus
from phoihop.programmes.views.loading import Opened, opened
from phoihop.targets.actions.adopting import give_shares
from phoihop.targets.calculations.adoption import is_shared_out
from phoihop.targets.models import Target

_BELOW_WORDS = ("cac cap", "cap xa", "xa phuong", "cac xa", "co so", "cac dia phuong")
_ANSWER_DAYS = 30


@reads(MEMBERS)
def handing_down(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The board of those below; of a programme taken from above, the place's own side."""
    found = opened(request, programme_id)
    adoption = adoption_of(found.programme)
    if adoption is not None:
        return adopter(request, found, adoption)
    wanted = _wanted(request)
    board = queries.board(found.programme, wanted, today=clock.today())
    context = {
        "programme": found.programme,
        "board": board,
        "wanted": wanted,
        "words": request.GET.get("tim", ""),
        "page": Paginator(range(board.found), queries.PER_PAGE).get_page(wanted.page),
        "states": queries.STATES.items(),
        "orders": queries.ORDERS.items(),
        "hand_downs": queries.hand_downs(found.programme),
        "may_lead": permissions.can_lead(acting(request), found.programme),
        "is_running": found.edition.status == EditionStatus.IN_FORCE,
        "targets": _shared_out(found),
        "query": request.GET.urlencode(),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/handing_down/board.html", context)


def _wanted(request: HttpRequest) -> queries.Wanted:
    order = request.GET.get("xep", "")
    return queries.Wanted(
        words=fold(request.GET.get("tim", "")),
        state=request.GET.get("trang_thai", ""),
        province_id=whole_number(request.GET.get("tinh")),
        order=order if order in queries.ORDERS else "",
        page=whole_number(request.GET.get("trang")) or 1,
    )


def _shared_out(found: Opened) -> list[Target]:
    rows = Target.objects.filter(edition=found.edition).order_by("order")
    return [target for target in rows if is_shared_out(target.spec)]


@reads(MEMBERS)
def board_file(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The board as .xlsx: every line the filters leave."""
    found = opened(request, programme_id)
    board = queries.board(found.programme, _wanted(request), today=clock.today(), limit=None)
    sheet = board_sheet(found.programme, board, today=clock.today())
    return sheet_answer(sheet, name=f"trien-khai-{programme_id}-{clock.today():%Y%m%d}")


def _leading(request: HttpRequest, programme_id: int) -> Opened:
    found = opened(request, programme_id)
    if not permissions.can_lead(acting(request), found.programme):
        raise PermissionDenied
    return found


def _form(found: Opened, data: Any = None) -> HandDownForm:
    edition = found.edition
    duties = DutyRule.objects.filter(
        clause__edition=edition, kind__in=[DutyKind.REPORT, DutyKind.REVIEW]
    ).order_by("clause__order", "pk")
    clauses = [row for row in edition.clauses.order_by("order") if row.is_heading or row.depth <= 2]
    targets = Target.objects.filter(edition=edition).order_by("order")
    kinds = places.usual_signers(edition)
    initial = {
        "leads": kinds[0],
        "body_kinds": kinds,
        "reporting": Reporting.LEAD_UP,
        "due_on": date.fromordinal(clock.today().toordinal() + _ANSWER_DAYS),
        "duties": [str(duty.key) for duty in duties if _is_for_below(duty)],
    }
    return HandDownForm(
        data,
        levels=places.levels_below(found.programme),
        duties=[(str(duty.key), duty.name) for duty in duties],
        clauses=[(str(clause.key), clause_line(clause).short) for clause in clauses],
        targets=[(str(target.key), target.name) for target in targets],
        initial=initial,
    )


def _is_for_below(duty: DutyRule) -> bool:
    """The sentence itself names the levels below: proposed, the person decides."""
    words = fold(duty.text or duty.name)
    return any(word in words for word in _BELOW_WORDS)


def _choosing(
    request: HttpRequest, found: Opened, form: HandDownForm, *, status: int = 200, **more: Any
) -> HttpResponse:
    context = {
        "programme": found.programme,
        "form": form,
        "is_running": found.edition.status == EditionStatus.IN_FORCE,
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/handing_down/choose.html", context | more, status=status)


@reads(OFFICERS)
def choose(request: HttpRequest, programme_id: int) -> HttpResponse:
    """The form; "tim" looks for places to write into its list."""
    found = _leading(request, programme_id)
    return _choosing(request, found, _form(found), words="", hits=[])


@changes(OFFICERS)
def look(request: HttpRequest, programme_id: int) -> HttpResponse:
    """Nothing is written: search for places, add those found to the list, or see what the act would do."""
    found = _leading(request, programme_id)
    if request.POST.get("act") in {"search", "add"}:
        return _searched(request, found)
    form = _form(found, request.POST)
    if not form.is_valid():
        return _choosing(request, found, form, status=422, words="", hits=[])
    chosen, problems = _chosen(found, form)
    if problems:
        for problem in problems:
            form.add_error("places", problem)
        return _choosing(request, found, form, status=422, words="", hits=[])
    preview = places.preview(found.edition, chosen, form.kinds(), on=clock.today())
    context = {
        "programme": found.programme,
        "preview": preview,
        "plan": form.plan(),
        "reporting": Reporting(form.cleaned_data["reporting"]).label,
        "carried": _carried(request),
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/handing_down/preview.html", context)


def _searched(request: HttpRequest, found: Opened) -> HttpResponse:
    """The form as typed so far, with the places found, or with the ticked ones in its list."""
    data = request.POST.copy()
    level = data.get("level", "")
    known = [value for value, _ in places.levels_below(found.programme)]
    all_places = places.places_below(found.programme, level if level in known else known[0], on=clock.today())
    words = data.get("tim", "")
    if data.get("act") == "add":
        ticked = set(data.getlist("them"))
        lines = [place.label for place in all_places if str(place.area_id) in ticked]
        data["places"] = "\n".join(filter(None, [data.get("places", "").strip(), *lines]))
        data["is_all"] = "listed"
    form = _form(found, data)
    form.is_valid()
    form.errors.clear()
    hits = places.found_by(all_places, words) if data.get("act") == "search" else []
    return _choosing(request, found, form, words=words, hits=hits, has_searched=bool(words))


def _chosen(found: Opened, form: HandDownForm) -> tuple[list[places.PlaceBelow], list[str]]:
    offered = places.places_below(found.programme, form.cleaned_data["level"], on=clock.today())
    if form.cleaned_data["is_all"] == "all":
        return offered, []
    return places.named_places(offered, form.cleaned_data["places"])


_NOT_CARRIED = {"csrfmiddlewaretoken", "submission_key", "act", "tim", "them"}


def _carried(request: HttpRequest) -> list[tuple[str, str]]:
    """What was chosen, for the hidden fields of the page that asks once more."""
    return [
        (name, value) for name, values in request.POST.lists() if name not in _NOT_CARRIED for value in values
    ]


@changes(OFFICERS)
def hand_down(request: HttpRequest, programme_id: int) -> HttpResponse:
    found = _leading(request, programme_id)
    form = _form(found, request.POST)
    if not form.is_valid():
        return _choosing(request, found, form, status=422, words="", hits=[])
    chosen, problems = _chosen(found, form)
    if problems:
        raise Refused(problems[0])
    preview = places.preview(found.edition, chosen, form.kinds(), on=clock.today())
    made = acts.hand_down(
        programme=found.programme, plan=form.plan(), places=preview.ready, by=acting(request), at=clock.now()
    )
    messages.success(request, f"Đã triển khai tới {len(made)} nơi.")
    return redirect("lifecycle:handing_down", programme_id)


@changes(OFFICERS)
def undo(request: HttpRequest, programme_id: int, hand_down_id: int) -> HttpResponse:
    found = _leading(request, programme_id)
    given = get_object_or_404(HandDown, pk=hand_down_id, programme=found.programme)
    reason = request.POST.get("reason", "")
    count = acts.undo_hand_down(given=given, reason=reason, by=acting(request), at=clock.now())
    messages.success(request, f"Đã hoàn tác: {count} nơi không còn chương trình này.")
    return redirect("lifecycle:handing_down", programme_id)


@changes(OFFICERS)
def answer_decline(request: HttpRequest, programme_id: int, adoption_id: int) -> HttpResponse:
    found = _leading(request, programme_id)
    row = get_object_or_404(Adoption, pk=adoption_id, parent=found.programme)
    is_excused = request.POST.get("answer") == "excuse"
    note = request.POST.get("note", "")
    acts.decide_on_decline(adoption=row, is_excused=is_excused, note=note, by=acting(request), at=clock.now())
    messages.success(request, "Đã trả lời.")
    return redirect("lifecycle:handing_down", programme_id)


def _target(found: Opened, target_id: int) -> Target:
    rows = Target.objects.filter(edition=found.edition).select_related("edition__programme")
    return get_object_or_404(rows, pk=target_id)


@reads(OFFICERS)
def shares_page(request: HttpRequest, programme_id: int, target_id: int) -> HttpResponse:
    found = _leading(request, programme_id)
    return _shares_page(request, found, _target(found, target_id), SharesForm())


def _shares_page(
    request: HttpRequest, found: Opened, target: Target, form: SharesForm, status: int = 200
) -> HttpResponse:
    context = {
        "programme": found.programme,
        "target": target,
        "shares": queries.shares_given(found.programme, target, today=clock.today()),
        "form": form,
        "is_sample": found.programme.is_sample,
    }
    return render(request, "lifecycle/handing_down/shares.html", context, status=status)


@changes(OFFICERS)
def share_out(request: HttpRequest, programme_id: int, target_id: int) -> HttpResponse:
    found = _leading(request, programme_id)
    target, form = _target(found, target_id), SharesForm(request.POST)
    if not form.is_valid():
        return _shares_page(request, found, target, form, status=422)
    given, problems = _shares(found, form)
    for problem in problems:
        form.add_error("listed", problem)
    if problems:
        return _shares_page(request, found, target, form, status=422)
    try:
        count = give_shares(target=target, shares=given, by=acting(request), at=clock.now())
    except Refused as refusal:
        form.add_error(None, refusal.message)
        return _shares_page(request, found, target, form, status=422)
    messages.success(request, f"Đã giao phần cho {count} nơi.")
    return redirect("lifecycle:shares", programme_id, target_id)


def _shares(found: Opened, form: SharesForm) -> tuple[dict[int, Any], list[str]]:
    """The number of each place by its area, and the lines that cannot be read."""
    adopting = queries.adopting_places(found.programme, today=clock.today())
    if form.cleaned_data["same"] is not None:
        return {place.area_id: form.cleaned_data["same"] for place in adopting}, []
    shares: dict[int, Any] = {}
    problems: list[str] = []
    for line in filter(None, map(str.strip, form.cleaned_data["listed"].splitlines())):
        name, _, number = line.replace("\t", ";").rpartition(";")
        hits, wrong = places.named_places(adopting, name) if name else ([], [f"“{line}”: thiếu dấu ; và số."])
        problems += wrong
        try:
            shares |= {place.area_id: read_decimal(number.strip()) for place in hits}
        except ValueError:
            problems.append(f"“{line}”: “{number.strip()}” không phải là số.")
    return shares, problems
