"""Choosing what the words of a paper for its parties mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.drafting.actions.records import AREA, PARTY, Json, opened, parties_state, remember
from phoihop.drafting.models import Draft
from phoihop.drafting.party_words import propose_parties
from phoihop.organisations.models import Area, Body


@dataclass(frozen=True)
class PartyChoice:
    """What one word of the text means: the bodies, whether they sign, or that it is left out."""

    bodies: tuple[int, ...]
    is_signing: bool = False
    is_left_out: bool = False


def choose_parties(
    *, draft: Draft, area: Area, choices: Mapping[str, PartyChoice], version: int, by: Member, at: datetime
) -> Draft:
    """Say at which place the paper was made and what each of its words for a party means (by code)."""
    draft = opened(draft, by)
    if draft.version != version:
        raise Conflict("Danh sách các bên")
    before = _state(draft, choices)
    chosen = {body for choice in choices.values() for body in choice.bodies}
    if Body.objects.filter(pk__in=chosen).count() < len(chosen):
        raise Refused("Có tổ chức không có trong danh mục. Hãy tải lại trang rồi chọn lại.")
    draft.area = area
    draft.version += 1
    draft.save(update_fields=["area", "version"])
    for party in draft.parties.filter(code__in=choices):
        choice = choices[party.code]
        party.is_signing, party.is_left_out = choice.is_signing, choice.is_left_out
        party.save(update_fields=["is_signing", "is_left_out"])
        party.bodies.set(choice.bodies)
    remember(draft, verb="choose_parties", before=before, after=_state(draft, choices), by=by, at=at)
    return draft


def move_to_place(*, draft: Draft, area: Area, day: date, version: int, by: Member, at: datetime) -> Draft:
    """Read the words for parties anew as the bodies another place had on `day`."""
    draft = opened(draft, by)
    if draft.version != version:
        raise Conflict("Danh sách các bên")
    before = _state(draft, _words(draft))
    draft.area = area
    draft.version += 1
    draft.save(update_fields=["area", "version"])
    draft.parties.all().delete()
    propose_parties(draft, area=area, day=day)
    words = {*_words(draft), *(key.removeprefix(PARTY) for key in before if key != AREA)}
    before = {**dict.fromkeys(PARTY + code for code in words), **before}
    remember(draft, verb="move_to_place", before=before, after=_state(draft, words), by=by, at=at)
    return draft


def _words(draft: Draft) -> list[str]:
    return list(draft.parties.values_list("code", flat=True))


def _state(draft: Draft, codes: Iterable[str]) -> Json:
    """The place and what these words mean, as a decision keeps them."""
    return {AREA: draft.area_id, **parties_state(draft, list(codes))}
