"""How a body signs its papers: name, superior, place, symbol, and the title of its head."""

from dataclasses import dataclass
from datetime import date

from phoihop.accounts.models import Membership, Role
from phoihop.organisations.models import Body, BodyKind
from phoihop.organisations.queries import BodyLabel, area_labels, body_labels
from phoihop.writing.document import Capacity, Signature

_K = BodyKind
_HEADS = {
    _K.PEOPLES_COMMITTEE: ("TM. Ủy ban nhân dân", "Chủ tịch", "UBND"),
    _K.PEOPLES_COUNCIL: ("TM. Hội đồng nhân dân", "Chủ tịch", "HĐND"),
    _K.FRONT_COMMITTEE: ("TM. Ban Thường trực", "Chủ tịch", "MTTQ-BTT"),
    _K.LABOUR_FEDERATION: ("TM. Ban Thường vụ", "Chủ tịch", "CĐ"),
    _K.FARMERS_UNION: ("TM. Ban Thường vụ", "Chủ tịch", "HND"),
    _K.WOMENS_UNION: ("TM. Ban Thường vụ", "Chủ tịch", "BTV"),
    _K.YOUTH_UNION: ("TM. Ban Thường vụ", "Bí thư", "ĐTN"),
    _K.VETERANS_ASSOCIATION: ("TM. Ban Thường vụ", "Chủ tịch", "CCB"),
    _K.PARTY_COMMITTEE: ("TM. Ban Thường vụ", "Bí thư", "ĐU"),
    _K.OFFICE: ("", "Chánh Văn phòng", "VP"),
    _K.POLICE: ("", "Trưởng Công an", "CA"),
    _K.MILITARY_COMMAND: ("", "Chỉ huy trưởng", "BCH"),
    _K.FRONT_WORK_BOARD: ("TM. Ban Công tác Mặt trận", "Trưởng ban", "CTMT"),
}
_OTHERS = ("", "Thủ trưởng đơn vị", "ĐV")


@dataclass(frozen=True)
class Issuer:
    """A body as its papers name it; the signature names the signer, else the head."""

    name: str
    lines: tuple[str, ...]
    superior: str
    place: str
    symbol: str
    signature: Signature


def issuer_of(body: Body, *, today: date, signer_id: int | None = None) -> Issuer:
    """The body on a day, signed by the person `signer_id` when given; at most four queries."""
    ids = [pk for pk in (body.pk, body.parent_id) if pk is not None]
    labels = body_labels(ids, today)
    places = area_labels([body.area_id], today)
    label = labels[body.pk]
    place = places.get(body.area_id)
    parent = labels.get(body.parent_id) if body.parent_id else None
    return Issuer(
        name=label.name,
        lines=_lines(label.name, place.full_name if place else ""),
        superior=parent.name if parent else "",
        place=place.name if place else "",
        symbol=symbol_of(body, label),
        signature=_signature(body, signer_id, today),
    )


def symbol_of(body: Body, label: BodyLabel) -> str:
    """What stands for the body in a symbol: its own, else the usual one of its kind."""
    _, _, usual = _HEADS.get(BodyKind(body.kind), _OTHERS)
    return label.symbol or usual


def _lines(name: str, place: str) -> tuple[str, ...]:
    """The place of the body on a line of its own: "Ủy ban nhân dân" / "xã Lam Sơn"."""
    head = name[: -len(place)].strip() if place and name.lower().endswith(place.lower()) else ""
    return (head, name[len(head) :].strip()) if head else (name,)


def _signature(body: Body, signer_id: int | None, today: date) -> Signature:
    """The head signs; a deputy signs for the head (KT.), as Nghị định 30/2020, Điều 13 has it."""
    authority, head, _ = _HEADS.get(BodyKind(body.kind), _OTHERS)
    lines = (authority,) if authority else ()
    signed = _leadership(body, signer_id, today)
    position = signed.position if signed and signed.position else head
    name = signed.person.full_name if signed else ""
    if position.lower().startswith("phó"):
        return Signature(
            authority=lines, position=position, name=name, capacity=Capacity.FOR_SUPERIOR, principal=head
        )
    return Signature(authority=lines, position=position, name=name)


def _leadership(body: Body, signer_id: int | None, today: date) -> Membership | None:
    """Who signed; before anybody has, the body's leader whose paper it is drawn up for, the head first."""
    rows = Membership.objects.on(today).filter(body=body, role=Role.LEADER).select_related("person")
    if signer_id is not None:
        rows = rows.filter(person_id=signer_id)
    return min(rows, key=lambda row: (row.position.lower().startswith("phó"), row.pk), default=None)
