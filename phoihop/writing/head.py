"""The top of a document: the two-column header, type and abstract, addressees."""

from collections.abc import Iterator

from .document import StateDocument
from .metrics import bold_width
from .ooxml import Extra, Node, borderless, cell, paragraph, row, rule
from .templates import Part, Template
from .wording import ended, lines_of, number_symbol, plain, written_day


def head(document: StateDocument, *, template: Template) -> Iterator[Node]:
    """All that stands above the legal bases."""
    left, right = column_widths(template)
    yield borderless(
        (left, right),
        (
            row((cell(_issuer(document, template), width=left), cell(_nation(template), width=right))),
            row(
                (
                    cell(_numbered(document, template), width=left),
                    cell([_place_date(document)], width=right),
                )
            ),
        ),
    )
    if document.kind:
        yield from _title(document, template)
    yield from _addressees(document)


def column_widths(template: Template) -> tuple[float, float]:
    """The two columns of the header in mm, filling the text width."""
    share = template.page.text_width / sum(template.head_columns)
    return template.head_columns[0] * share, template.head_columns[1] * share


def _issuer(document: StateDocument, template: Template) -> Iterator[Node]:
    width = column_widths(template)[0]
    if document.superior_body:
        yield paragraph(Part.SUPERIOR_BODY, plain(document.superior_body).upper())
    size = template.look(Part.ISSUING_BODY).size.value
    lines = [
        part
        for line in document.issuing_body
        for part in _folded(plain(line).upper(), width=width, size=size)
    ]
    yield from (paragraph(Part.ISSUING_BODY, line) for line in lines)
    if template.star:
        yield paragraph(Part.STAR, template.star)
    else:
        yield rule(_share(lines, size=size, width=width, template=template), within=width)


def _folded(line: str, *, width: float, size: float) -> list[str]:
    """Two parties on a line too long for the column: the second begins a line of its own."""
    if bold_width(line, size=size) <= width or " - " not in line:
        return [line]
    first, second = line.split(" - ", 1)
    return [f"{first} -", *_folded(second, width=width, size=size)]


def _share(lines: list[str], *, size: float, width: float, template: Template) -> float:
    """The length of a rule under lines: its share of the longest, as laid out in the column."""
    return template.rule_share.value * min(width, max(bold_width(line, size=size) for line in lines))


def _nation(template: Template) -> Iterator[Node]:
    yield paragraph(Part.NATIONAL_NAME, template.national_name)
    lowest = (Part.MOTTO, template.motto) if template.motto else (Part.NATIONAL_NAME, template.national_name)
    if template.motto:
        yield paragraph(*lowest)
    length = bold_width(lowest[1], size=template.look(lowest[0]).size.value)
    yield rule(length, within=column_widths(template)[1])


def _numbered(document: StateDocument, template: Template) -> Iterator[Node]:
    """The number; in a letter also what it is about (Phụ lục I of Nghị định 30/2020, mục II.5)."""
    yield _number(document, template) if document.has_number else paragraph(Part.TABLE_END)
    if not document.kind:
        yield paragraph(Part.SUBJECT, f"V/v {plain(document.abstract)}")


def _number(document: StateDocument, template: Template) -> Node:
    symbol = number_symbol(document.number, document.symbol, joint=template.number_joint)
    return paragraph(Part.NUMBER, template.number_lead + symbol)


def _place_date(document: StateDocument) -> Node:
    if not document.is_dated_at_head:
        return paragraph(Part.TABLE_END)
    day = written_day(document.issued_on, year=document.year)
    return paragraph(Part.PLACE_DATE, f"{plain(document.place)}, {day}")


def _title(document: StateDocument, template: Template) -> Iterator[Node]:
    yield paragraph(Part.KIND, plain(document.kind).upper())
    lines = lines_of(document.abstract)
    yield paragraph(Part.ABSTRACT, *lines)
    page, size = template.page, template.look(Part.ABSTRACT).size.value
    length = _share(lines, size=size, width=page.text_width, template=template)
    yield rule(length, within=page.text_width)


def _addressees(document: StateDocument) -> Iterator[Node]:
    match document.addressees:
        case ():
            return
        case (only,):
            yield paragraph(Part.ADDRESSEE, f"Kính gửi: {ended(only, '.')}", extra=Extra(before=12))
        case several:
            yield paragraph(
                Part.ADDRESSEE, "Kính gửi:", extra=Extra(before=12, left=25, align="left", keeps_next=True)
            )
            for number, name in enumerate(several, start=1):
                line = ended(f"- {plain(name)}", "." if number == len(several) else ";")
                yield paragraph(Part.ADDRESSEE, line, extra=Extra(before=0, left=45, align="left"))
