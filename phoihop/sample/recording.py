"""A text goes the way every paper goes: read, its parties named, its facts accepted, confirmed."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from phoihop.accounts.models import Role
from phoihop.core import clock
from phoihop.drafting import actions as drafting
from phoihop.drafting.actions import PartyChoice
from phoihop.drafting.actions.confirming import Confirmation, confirm
from phoihop.drafting.models import Draft
from phoihop.drafting.party_words import day_of
from phoihop.organisations.models import Area, Body
from phoihop.people.models import Person
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import Origin
from phoihop.sample.acting import in_role
from phoihop.sample.papers import Paper
from phoihop.sample.places import found_bodies, found_named

RECORDED_ON = date(2025, 6, 2)
"""The day the sample says the five were entered: three were running, their places had a month left."""


def record_paper(paper: Paper, *, recorder: Person, at: datetime) -> Edition:
    """One of the five, recorded as signed under its own number; what it does not print stays blank."""
    area = found_bodies(paper, at)
    lead = Body.objects.get(area=area, kind=paper.lead)
    member = in_role(recorder, lead, Role.OFFICER, since=None)
    draft, _ = drafting.read_file(
        content=paper.file.read_bytes(), name=paper.file.name, media_type="text/plain", by=member, at=at
    )
    draft = settle_parties(draft, area, by=member, at=at)
    _name_who_owes(draft, by=member, at=at)
    accept_all(draft, by=member, at=at)
    said = Confirmation(
        name=paper.name,
        lead_id=lead.pk,
        way=Origin.RECORDED,
        period_start=paper.period_start,
        period_end=paper.period_end,
        in_force_from=paper.in_force_from,
        version=Draft.objects.get(pk=draft.pk).version,
    )
    return confirm(draft=draft, confirmation=said, by=member, at=at)


def settle_parties(
    draft: Draft, area: Area, *, signing: frozenset[str] = frozenset(), by: Any, at: datetime
) -> Draft:
    """Read the words for parties at `area`; those no list knows become bodies under their printed words."""
    if draft.area_id != area.pk:
        day = day_of(draft, clock.day_of(at))
        draft = drafting.move_to_place(draft=draft, area=area, day=day, version=draft.version, by=by, at=at)
    choices = {
        party.code: PartyChoice(
            bodies=tuple(b.pk for b in party.bodies.all()) or (found_named(area, party.code, at).pk,),
            is_signing=party.is_signing or party.code in signing,
        )
        for party in draft.parties.prefetch_related("bodies")
    }
    return drafting.choose_parties(
        draft=draft, area=area, choices=choices, version=draft.version, by=by, at=at
    )


def _name_who_owes(draft: Draft, *, by: Any, at: datetime) -> None:
    """Duties the text gives to nobody by name are owed by all who signed."""
    signing = list(draft.parties.filter(is_signing=True).values_list("code", flat=True))
    for fact in draft.facts.filter(kind="duty", values__owes=[]):
        drafting.edit_fact(fact=fact, values={"owes": signing}, version=fact.version, by=by, at=at)


def accept_all(draft: Draft, *, by: Any, at: datetime) -> None:
    """Accept every fact, as somebody who has compared them with the text."""
    drafting.decide(
        draft=draft, facts=list(draft.facts.values_list("pk", flat=True)), verb="accept", by=by, at=at
    )


def mend_targets(draft: Draft, corrections: Mapping[int, dict[str, Any]], *, by: Any, at: datetime) -> None:
    """Correct the read targets (by their place among the targets) before confirming."""
    facts = list(draft.facts.filter(kind="target").order_by("order"))
    for position, values in corrections.items():
        fact = facts[position]
        drafting.edit_fact(fact=fact, values=values, version=fact.version, by=by, at=at)
