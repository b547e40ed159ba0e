"""The list of an edition, as a page and as a sheet, and a target opened into its facts."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.core.numbers import whole_number
from phoihop.programmes.statuses import SIGNED, EditionStatus
from phoihop.targets import permissions, queries
from phoihop.targets.exports import edition_sheet
from phoihop.targets.views.loading import opened_edition, opened_target, own_bodies
from phoihop.writing.sheets import write_xlsx

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@reads(MEMBERS)
def target_list(request: HttpRequest) -> HttpResponse:
    member, today = acting(request), clock.today()
    editions = queries.visible_editions(member)
    chosen = request.GET.get("chuong-trinh", "")
    edition = opened_edition(request, whole_number(chosen)) if chosen else editions.first()
    context: dict[str, Any] = {"edition": edition, "editions": list(editions[:200])}
    if edition is not None:
        cards = queries.edition_cards(edition, body_ids=own_bodies(member), on=today)
        context |= {
            "cards": cards,
            "counts": queries.counts(cards),
            "is_signed": edition.status in SIGNED,
            "is_draft": edition.status == EditionStatus.DRAFT,
            "may_write": permissions.can_write_targets(member, edition),
            "is_sample": edition.is_sample,
        }
    return render(request, "targets/list.html", context)


@reads(MEMBERS)
def detail(request: HttpRequest, target_id: int) -> HttpResponse:
    target, member = opened_target(request, target_id), acting(request)
    today = clock.today()
    places = queries.places_seen(target, member)
    shown = target if places is None else queries.localised([target], at=places)[0]
    facts = queries.target_facts(shown, body_ids=own_bodies(member), on=today, at=places)
    context = {
        "target": target,
        "facts": facts,
        "card": facts.card,
        "is_signed": target.edition.status in SIGNED,
        "is_draft": target.edition.status == EditionStatus.DRAFT,
        "is_sample": target.edition.is_sample,
        "trend": [line.number for line in facts.periods],
        "trend_words": "; ".join(f"{line.period.label}: {line.value}" for line in facts.periods),
        "recordable": {pk for pk, _ in queries.record_choices(target, member, today).bodies},
        "may_accept": permissions.can_accept(member, target.edition, of_own_body=False, area_ids=places),
        "accepts_own": permissions.can_accept(member, target.edition, of_own_body=True),
        "may_mend": permissions.can_write_targets(member, target.edition),
    }
    return render(request, "targets/detail.html", context)


@reads(MEMBERS)
def export(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The list as .xlsx."""
    member, today = acting(request), clock.today()
    edition = opened_edition(request, edition_id)
    cards = queries.edition_cards(edition, body_ids=own_bodies(member), on=today)
    content = write_xlsx(edition_sheet(edition, cards, on=today))
    name = f"chi-tieu-{edition.pk}-{today:%Y%m%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=_XLSX, headers=headers)
