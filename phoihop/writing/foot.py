"""The end of a document: signing places and recipients."""

from collections.abc import Iterator

from .document import Capacity, Recipient, Signature, StateDocument
from .ooxml import Extra, Node, borderless, cell, paragraph, row
from .templates import Part, Template
from .wording import ended, plain

_PLACE_GAP = 12


def foot(document: StateDocument, *, template: Template) -> Iterator[Node]:
    """One signatory stands beside Nơi nhận; several stand in two columns above it."""
    width = template.page.text_width
    if len(document.signatures) == 1:
        share = width / sum(template.foot_columns)
        left, right = (column * share for column in template.foot_columns)
        signature = document.signatures[0]
        places = [
            *_offices(signature, template=template, is_held=True),
            *_name(signature, template=template, is_held=True),
        ]
        cells = (cell(_recipients(document, template), width=left), cell(places, width=right))
        yield borderless((left, right), [row(cells)])
        return
    yield borderless((width / 2, width / 2), _grid(document.signatures, template=template))
    yield from _recipients(document, template)


def _grid(given: tuple[Signature | None, ...], *, template: Template) -> Iterator[Node]:
    """Two places a row, an odd last one in the middle; names on one line; no row but the last lets go."""
    width = template.page.text_width / 2
    for start in range(0, len(given), 2):
        places, is_last = given[start : start + 2], start + 2 >= len(given)
        span = 3 - len(places)
        yield row(
            cell(_offices(place, template=template, is_held=True), width=width * span, span=span)
            for place in places
        )
        yield row(
            cell(_name(place, template=template, is_held=not is_last), width=width * span, span=span)
            for place in places
        )


def _offices(signature: Signature | None, *, template: Template, is_held: bool) -> Iterator[Node]:
    if signature:
        for number, line in enumerate((*signature.authority, *_titles(signature))):
            extra = Extra(keeps_next=is_held, before=0 if number else _PLACE_GAP)
            yield paragraph(Part.AUTHORITY, _in_capacity(line, template), extra=extra)


def _in_capacity(line: str, template: Template) -> str:
    """In capitals, with the template's word for the capacity: TM. or T/M."""
    first, blank, rest = plain(line).partition(" ")
    return f"{template.capacities.get(first, first)}{blank}{rest}".upper()


def _name(signature: Signature | None, *, template: Template, is_held: bool) -> Iterator[Node]:
    """The name under the room for signature and seal; without a name the room alone."""
    if signature:
        extra = Extra(keeps_next=is_held, before=template.seal_gap)
        yield paragraph(Part.SIGNER, plain(signature.name), extra=extra)


def _titles(signature: Signature) -> list[str]:
    """KT. CHỦ TỊCH / PHÓ CHỦ TỊCH on two lines, Q. CHỦ TỊCH on one."""
    match signature.capacity:
        case Capacity.OWN:
            return [signature.position] if signature.position else []
        case Capacity.ACTING:
            return [f"{Capacity.ACTING.value} {signature.position}"]
        case capacity:
            return [f"{capacity.value} {signature.principal}", signature.position]


def _recipients(document: StateDocument, template: Template) -> Iterator[Node]:
    yield paragraph(Part.RECIPIENTS_TITLE, template.recipients_title, extra=Extra(before=_PLACE_GAP))
    for recipient in document.recipients:
        yield paragraph(Part.RECIPIENT, _line(recipient), extra=Extra(keeps_next=True))
    archive = ended(template.archive_lead + plain(document.archive), ".")
    yield paragraph(Part.RECIPIENT, archive, extra=Extra(keeps_next=True))


def _line(recipient: Recipient) -> str:
    purpose = f" ({plain(recipient.purpose).strip('()')})" if recipient.purpose else ""
    return ended(f"- {plain(recipient.name)}{purpose}", ";")
