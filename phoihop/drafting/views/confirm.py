"""The last page of a review: see what will be made, say the days, confirm."""

from datetime import date
from textwrap import shorten
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.drafting.actions.confirming import Accepted, Confirmation, accepted_facts, confirm, obstacles
from phoihop.drafting.forms import ConfirmForm
from phoihop.drafting.models import Draft
from phoihop.drafting.party_words import day_of
from phoihop.drafting.statuses import FactKind
from phoihop.drafting.views.papers import draft_of
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.statuses import Origin


@reads(OFFICERS)
def confirm_page(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    accepted = accepted_facts(draft)
    form = ConfirmForm(initial=_initial(draft))
    _offer_leads(form, draft, accepted)
    return _page(request, draft, accepted, form)


@changes(OFFICERS)
def make_programme(request: HttpRequest, draft_id: int) -> HttpResponse:
    draft = draft_of(request, draft_id)
    accepted = accepted_facts(draft)
    form = ConfirmForm(request.POST)
    _offer_leads(form, draft, accepted)
    if not form.is_valid():
        return _page(request, draft, accepted, form, status=422)
    said = form.cleaned_data
    confirmation = Confirmation(
        name=said["name"],
        lead_id=int(said["lead"]),
        way=Origin(said["way"]),
        period_start=said["period_start"],
        period_end=said["period_end"],
        in_force_from=said["in_force_from"],
        version=said["version"],
    )
    edition = confirm(draft=draft, confirmation=confirmation, by=acting(request), at=clock.now())
    messages.success(request, "Văn bản đã thành chương trình.")
    return redirect("programmes:detail", edition.programme_id)


def _initial(draft: Draft) -> dict[str, object]:
    header = draft.facts.get(kind=FactKind.HEADER).values
    period, issued = header["period"], header["date"]
    start = date(period["start"], 1, 1) if period["start"] else None
    return {
        "name": _proposed_name(draft, header),
        "period_start": start or issued,
        "period_end": date(period["end"], 12, 31) if period["end"] else None,
        "in_force_from": issued or start,
        "version": draft.version,
    }


def _proposed_name(draft: Draft, header: dict[str, Any]) -> str:
    """The title; of one all in capitals, which cannot be undone, kind, place and years instead."""
    kind = ProgrammeKind(header["kind"]).label
    title = " ".join(header["title"].split()).rstrip(".")
    if not title.isupper():
        return shorten(_calm(title, kind), 200, placeholder="…")
    place = area_labels([draft.area_id], day_of(draft, clock.today())) if draft.area_id else {}
    start, end = header["period"]["start"], header["period"]["end"]
    years = f"năm {start}" if end in (None, start) else f"giai đoạn {start} - {end}"
    places = [label.full_name for label in place.values()]
    return " ".join([kind.capitalize(), *places, *([years] if start else [])])


def _calm(title: str, kind: str) -> str:
    """ "CHƯƠNG TRÌNH PHỐI HỢP Giữa UBND …" as "Chương trình phối hợp giữa UBND …"."""
    rest = title.removeprefix(kind.upper()).lstrip()
    if rest == title:
        return title
    return f"{kind.capitalize()} {rest[:1].lower() if rest[1:2].islower() else rest[:1]}{rest[1:]}"


def _offer_leads(form: ConfirmForm, draft: Draft, accepted: Accepted) -> None:
    signing = list(dict.fromkeys(body for _, body in accepted.signing))
    labels = body_labels(signing, day_of(draft, clock.today()))
    form.offer_leads([(pk, labels[pk].short_name) for pk in signing])


def _page(
    request: HttpRequest, draft: Draft, accepted: Accepted, form: ConfirmForm, *, status: int = 200
) -> HttpResponse:
    context = {
        "draft": draft,
        "form": form,
        "obstacles": obstacles(draft, accepted),
        "summary": [f"{len(rows)} {FactKind(kind).label}" for kind, rows in accepted.facts.items()],
        "is_sample": draft.is_sample,
    }
    return render(request, "drafting/confirm.html", context, status=status)
