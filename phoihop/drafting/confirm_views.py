"""The last page of a review: see what will be made, say the days, confirm."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from phoihop.core import clock
from phoihop.core.access import OFFICERS, acting, changes, reads
from phoihop.drafting.confirming import Accepted, Confirmation, accepted_facts, confirm, obstacles
from phoihop.drafting.forms import ConfirmForm
from phoihop.drafting.models import Draft
from phoihop.drafting.parties import day_of
from phoihop.drafting.statuses import FactKind
from phoihop.drafting.views import draft_of
from phoihop.organisations.queries import body_labels
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
        "name": header["title"][:200].capitalize(),
        "period_start": start or issued,
        "period_end": date(period["end"], 12, 31) if period["end"] else None,
        "in_force_from": issued or start,
        "version": draft.version,
    }


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
