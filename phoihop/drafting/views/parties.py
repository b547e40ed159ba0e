"""The page on which the words of a paper for its parties become named bodies."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.core.numbers import whole_number
from phoihop.drafting import actions
from phoihop.drafting.actions import PartyChoice
from phoihop.drafting.models import Draft
from phoihop.drafting.party_words import day_of, parties_page
from phoihop.drafting.views.papers import draft_of
from phoihop.organisations.models import Area
from phoihop.organisations.queries import search_areas


@reads(OFFICERS)
def parties(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    day = day_of(draft, clock.today())
    search = request.GET.get("tim", "").strip()
    context = {
        "draft": draft,
        "page": parties_page(draft, day=day),
        "search": search,
        "found": search_areas(search, day)[:20] if search else [],
        "back": request.GET.get("ve", ""),
        "is_sample": draft.is_sample,
    }
    return render(request, "drafting/parties.html", context)


@changes(OFFICERS)
def save_parties(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    area = draft.area or get_object_or_404(Area, pk=acting(request).area_id)
    actions.choose_parties(
        draft=draft,
        area=area,
        choices=_choices(request, draft),
        version=_number(request.POST.get("version")),
        by=acting(request),
        at=clock.now(),
    )
    messages.success(request, "Đã lưu các bên.")
    back = "drafting:confirm" if request.POST.get("ve") == "xac-nhan" else "drafting:parties"
    return redirect(back, draft.pk)


def _choices(request: HttpRequest, draft: Draft) -> dict[str, PartyChoice]:
    signing, left_out = set(request.POST.getlist("signing")), set(request.POST.getlist("left_out"))
    return {
        party.code: PartyChoice(
            bodies=tuple(_number(pk) for pk in request.POST.getlist(f"party-{party.pk}")),
            is_signing=str(party.pk) in signing,
            is_left_out=str(party.pk) in left_out,
        )
        for party in draft.parties.all()
    }


def _number(text: str | None) -> int:
    return whole_number(text) or 0


@changes(OFFICERS)
def move_to_place(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    area = get_object_or_404(Area, pk=_number(request.POST.get("area")))
    actions.move_to_place(
        draft=draft,
        area=area,
        day=day_of(draft, clock.today()),
        version=_number(request.POST.get("version")),
        by=acting(request),
        at=clock.now(),
    )
    return redirect("drafting:parties", draft.pk)
