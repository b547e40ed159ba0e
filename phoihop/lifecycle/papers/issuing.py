"""Who issues and signs a programme, as its head and its signature grid name them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from phoihop.documents.issuers import issuer_of
from phoihop.lifecycle.registering import symbol_for
from phoihop.organisations.models import BodyKind
from phoihop.organisations.queries import AreaLabel, BodyLabel, area_labels, body_labels
from phoihop.programmes.models import Edition, Party, Signature
from phoihop.programmes.models.editions import Capacity as Stored
from phoihop.writing import document as writing

_NAMED_IN_HEAD = (BodyKind.PEOPLES_COMMITTEE, BodyKind.FRONT_COMMITTEE)
_THE_OTHERS = "các tổ chức chính trị - xã hội"
_CAPACITIES = {
    Stored.FOR_SUPERIOR: writing.Capacity.FOR_SUPERIOR,
    Stored.BY_ORDER: writing.Capacity.BY_ORDER,
    Stored.BY_AUTHORISATION: writing.Capacity.BY_AUTHORISATION,
    Stored.ACTING: writing.Capacity.ACTING,
}


@dataclass(frozen=True)
class Issuers:
    """The parties of a programme for its head ("lines"), its running text ("name") and its end."""

    lines: tuple[str, ...]
    name: str
    place: str
    symbol: str
    signatures: tuple[writing.Signature, ...]


def issuers_of(edition: Edition, *, on: date) -> Issuers:
    """The parties in the order of the grid, under their names on that day; about six queries a party."""
    rows = edition.parties.select_related("body__area", "signature").order_by("order")
    parties = list(rows)
    bodies = [party.body for party in parties] or [edition.programme.lead]
    labels = body_labels([body.pk for body in bodies], on)
    place = area_labels([edition.programme.area_id], on).get(edition.programme.area_id)
    names = _names([labels[body.pk] for body in bodies], [body.kind for body in bodies], place)
    where = (place.full_name,) if place else ()
    return Issuers(
        lines=(" - ".join(names), *where),
        name=" ".join([_listed(names), *where]),
        place=edition.place or (place.name if place else ""),
        symbol=symbol_for(edition.programme, bodies, labels),
        signatures=tuple(_signature(party, labels[party.body_id], on=on) for party in parties),
    )


def _names(labels: Sequence[BodyLabel], kinds: Sequence[str], place: AreaLabel | None) -> list[str]:
    """The names that stand over the place: "Ủy ban nhân dân", "Ủy ban MTTQ Việt Nam".

    Of more than two parties only the committee and the Front stand by name; the others stand together.
    """
    named: list[str] = []
    others: list[str] = []
    for label, kind in zip(labels, kinds, strict=True):
        is_named = kind in _NAMED_IN_HEAD or len(labels) <= 2
        name = label.short_name if kind == BodyKind.FRONT_COMMITTEE else label.name
        (named if is_named else others).append(_without(name, place))
    return [*named, *([_THE_OTHERS] if len(others) > 1 else others)]


def _without(name: str, place: AreaLabel | None) -> str:
    """A body's name without the place it ends with."""
    if place is None or not name.lower().endswith(place.full_name.lower()):
        return name
    return name[: -len(place.full_name)].strip()


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}"


def _signature(party: Party, label: BodyLabel, *, on: date) -> writing.Signature:
    """As stored once signed; before that, the place of the leader who is to sign."""
    expected = issuer_of(party.body, today=on).signature
    stored: Signature | None = getattr(party, "signature", None)
    if stored is None:
        return replace(expected, authority=_authority(expected.authority, label))
    capacity = _CAPACITIES.get(Stored(stored.capacity), writing.Capacity.OWN)
    needs_principal = capacity not in (writing.Capacity.OWN, writing.Capacity.ACTING)
    given = (stored.authority,) if stored.authority else expected.authority
    return writing.Signature(
        authority=_authority(given, label),
        position=stored.position,
        name=stored.name,
        capacity=capacity,
        principal=stored.principal or expected.principal or expected.position if needs_principal else "",
    )


def _authority(lines: tuple[str, ...], label: BodyLabel) -> tuple[str, ...]:
    """ "TM. Ủy ban nhân dân xã Lam Sơn", or the standing board with its body below it."""
    if not lines:
        return (label.name,)
    said = lines[0].removeprefix("TM.").strip()
    if label.name.lower().startswith(said.lower()):
        return (f"TM. {label.name}",)
    return (f"TM. {said}", label.name)
