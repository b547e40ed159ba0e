"""Annexes: pages of their own after the document, each numbered from 1."""

from collections.abc import Iterator

from .body import blocks
from .document import Annex, StateDocument
from .ooxml import Extra, Node, paragraph
from .templates import Part, Template
from .wording import lines_of, number_symbol, plain, roman, written_day


def annex(given: Annex, *, order: int, document: StateDocument, template: Template) -> Iterator[Node]:
    """Label, title, the reference to the main document, then its blocks; `order` counts from 1."""
    label = "Phụ lục" if len(document.annexes) == 1 else f"Phụ lục {roman(order)}"
    yield paragraph(Part.ANNEX_LABEL, label)
    yield paragraph(Part.ANNEX_TITLE, *(line.upper() for line in lines_of(given.title)))
    yield paragraph(Part.ANNEX_REFERENCE, _reference(document, template), extra=Extra(after=6))
    yield from blocks(given.blocks, width=text_width(template, is_landscape=given.is_landscape))


def text_width(template: Template, *, is_landscape: bool) -> float:
    """Between the side margins, in mm; lying sideways keeps the same side margins."""
    page = template.page
    sides = page.left.value + page.right.value
    return (page.height if is_landscape else page.width) - sides


def _reference(document: StateDocument, template: Template) -> str:
    kind = plain(document.kind or "Công văn").capitalize()
    number = number_symbol(document.number, document.symbol, joint=template.number_joint)
    day = written_day(document.issued_on, year=document.year)
    return f"(Kèm theo {kind} số {number} {day} của {plain(document.issuer_name)})"
