"""The list of an edition, as a page and as a sheet, and a target opened into its facts."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from phoihop.core import clock
from phoihop.core.access import MEMBERS, acting, reads
from phoihop.core.numbers import whole_number
from phoihop.documents.views.downloads import book_answer
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import SIGNED, EditionStatus
from phoihop.targets import permissions, queries
from phoihop.targets.exports import edition_sheet, matrix_sheet
from phoihop.targets.forms import period_key
from phoihop.targets.models import Target
from phoihop.targets.queries.found import found_lines
from phoihop.targets.views.loading import opened_edition, opened_target, own_bodies

MOST_EDITIONS = 200


@reads(MEMBERS)
def target_list(request: HttpRequest) -> HttpResponse:
    member, today = acting(request), clock.today()
    editions = list(queries.visible_editions(member)[:MOST_EDITIONS])
    chosen = request.GET.get("chuong-trinh", "")
    edition = _chosen(request, editions, chosen) if chosen else next(iter(editions), None)
    context: dict[str, Any] = {"edition": edition, "editions": editions}
    if edition is not None:
        cards = queries.edition_cards(edition, body_ids=own_bodies(member), on=today)
        context |= {
            "cards": cards,
            "counts": queries.counts(cards),
            "is_signed": edition.status in SIGNED,
            "is_draft": edition.status == EditionStatus.DRAFT,
            "may_write": permissions.can_write_targets(member, edition),
            "may_enter": member.role in permissions.RECORDS,
            "is_sample": edition.is_sample,
        }
    return render(request, "targets/list.html", context)


def _chosen(request: HttpRequest, listed: list[Edition], chosen: str) -> Edition:
    """Of those listed, or one further down; 404 for those who do not see it."""
    wanted = whole_number(chosen)
    found = next((edition for edition in listed if edition.pk == wanted), None)
    return found or opened_edition(request, wanted)


@reads(MEMBERS)
def detail(request: HttpRequest, target_id: int) -> HttpResponse:
    target, member = opened_target(request, target_id), acting(request)
    today = clock.today()
    places = queries.places_seen(target, member)
    shown = target if places is None else queries.localised([target], at=places)[0]
    facts = queries.target_facts(shown, body_ids=own_bodies(member), on=today, at=places)
    choices = queries.record_choices(target, member, today)
    context = _found(target, choices, today) | {
        "target": target,
        "facts": facts,
        "card": facts.card,
        "is_signed": target.edition.status in SIGNED,
        "is_draft": target.edition.status == EditionStatus.DRAFT,
        "is_sample": target.edition.is_sample,
        "trend": [line.number for line in facts.periods],
        "trend_words": "; ".join(f"{line.period.label}: {line.value}" for line in facts.periods),
        "recordable": {pk for pk, _ in choices.bodies},
        "may_accept": permissions.can_accept(member, target.edition, of_own_body=False, area_ids=places),
        "accepts_own": permissions.can_accept(member, target.edition, of_own_body=True),
        "may_mend": permissions.can_write_targets(member, target.edition),
    }
    return render(request, "targets/detail.html", context)


def _found(target: Target, choices: queries.RecordChoices, today: date) -> dict[str, Any]:
    """What the sources say of the last quarter that ended, else of the newest period."""
    lists = [periods for _, periods in choices.periods]
    ended = [p for periods in lists[:1] for p in periods if p.end < today]
    period = next(iter(ended or [p for periods in lists for p in periods]), None)
    if period is None or not choices.bodies:
        return {}
    found = found_lines(target, choices.bodies, period)
    return {"found": found, "found_period": period, "found_key": period_key(period)}


@reads(MEMBERS)
def export(request: HttpRequest, edition_id: int) -> HttpResponse:
    """The list as .xlsx, and the matrix of units against targets."""
    member, today = acting(request), clock.today()
    edition = opened_edition(request, edition_id)
    cards = queries.edition_cards(edition, body_ids=own_bodies(member), on=today)
    sheets = [edition_sheet(edition, cards, on=today), matrix_sheet(edition, cards, on=today)]
    return book_answer(sheets, name=f"chi-tieu-{edition.pk}-{today:%Y%m%d}")
