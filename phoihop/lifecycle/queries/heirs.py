"""Who takes the place of each body of a programme: itself, its successor, or one of its kind at the place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from phoihop.organisations.models import Body, SuccessionLink
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Assignment, DutyParty, Edition
from phoihop.targets.models import Contribution

_GENERATIONS = 3


@dataclass(frozen=True)
class BodyProposal:
    """A body of the old programme, who may take its place, and who is proposed with the reason."""

    body_id: int
    name: str
    is_party: bool
    choices: list[tuple[int, str]]
    proposed: int | None
    why: str


def bodies_in(edition: Edition) -> dict[int, bool]:
    """Every body the edition names, parties first: whether it is a signing party; four queries."""
    parties = list(edition.parties.order_by("order").values_list("body_id", flat=True))
    others = [
        *Assignment.objects.filter(clause__edition=edition).order_by("pk").values_list("body_id", flat=True),
        *DutyParty.objects.filter(duty__clause__edition=edition)
        .order_by("pk")
        .values_list("body_id", flat=True),
        *Contribution.objects.filter(target__edition=edition)
        .order_by("pk")
        .values_list("body_id", flat=True),
    ]
    return {body_id: body_id in parties for body_id in [*parties, *others]}


def body_proposals(edition: Edition, *, area_id: int, on: date) -> list[BodyProposal]:
    """For a renewal at `area_id`: a proposal for each body; a fixed number of queries."""
    named = bodies_in(edition)
    heirs = heirs_of(named, on=on)
    at_place = list(Body.objects.on(on).filter(area_id=area_id))
    known = Body.objects.in_bulk({*named, *(heir for found in heirs.values() for heir in found)})
    labels = body_labels({*known, *(body.pk for body in at_place)}, on)
    proposals = []
    for body_id, is_party in named.items():
        proposed, why = _proposed(known[body_id], [known[i] for i in heirs[body_id]], at_place, area_id)
        offered = {body.pk for body in at_place} | set(heirs[body_id])
        choices = sorted(offered, key=lambda offer: labels[offer].sort_key)
        name = labels[body_id].short_name
        offers = [(offer, labels[offer].short_name) for offer in choices]
        proposals.append(BodyProposal(body_id, name, is_party, offers, proposed, why))
    return proposals


def heirs_of(body_ids: Iterable[int], *, on: date) -> dict[int, list[int]]:
    """Who stands on a day where each body stood: itself when it still does, else its successors."""
    origins = {body_id: {body_id} for body_id in body_ids}
    standing = {body_id: [body_id] for body_id in _standing(origins, on)}
    for _ in range(_GENERATIONS):
        ended = {reached for start, ways in origins.items() if start not in standing for reached in ways}
        links = list(
            SuccessionLink.objects.filter(from_body__in=ended).values_list("from_body_id", "to_body_id")
        )
        if not links:
            break
        origins = {
            start: {to for from_, to in links if from_ in ways and to != from_} or ways
            for start, ways in origins.items()
        }
        alive = _standing({body for ways in origins.values() for body in ways}, on)
        for start, ways in origins.items():
            if start not in standing and ways & alive:
                standing[start] = sorted(ways & alive)
    return {body_id: standing.get(body_id, []) for body_id in origins}


def _standing(body_ids: Iterable[int], on: date) -> set[int]:
    return set(Body.objects.on(on).filter(pk__in=list(body_ids)).values_list("pk", flat=True))


def _proposed(body: Body, heirs: list[Body], at_place: list[Body], area_id: int) -> tuple[int | None, str]:
    here = [heir for heir in heirs if heir.area_id == area_id]
    if here:
        return here[0].pk, "vẫn hoạt động" if here[0].pk == body.pk else "đơn vị kế thừa"
    same_kind = [other for other in at_place if other.kind == body.kind]
    if len(same_kind) == 1:
        return same_kind[0].pk, "cùng loại tại địa bàn"
    if len(heirs) == 1 and not same_kind:
        return heirs[0].pk, "vẫn hoạt động" if heirs[0].pk == body.pk else "đơn vị kế thừa"
    return None, "chưa rõ đơn vị kế thừa: hãy chọn, hoặc để trống nếu thôi giao"
