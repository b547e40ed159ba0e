"""A document -> .docx in its format, written directly (docs/decisions/0011-state-documents.md)."""

from collections.abc import Iterator, Sequence
from datetime import date

from .annexes import annex
from .body import bases, blocks, closing
from .document import StateDocument
from .foot import foot
from .head import head
from .ooxml import Node, paragraph, w
from .packing import core_properties, pack
from .pages import headers, section, settings
from .styles import styles
from .templates import STATE_ND30, Part, Template
from .wording import plain


def write_docx(document: StateDocument, *, template: Template = STATE_ND30) -> bytes:
    """The file, right by its template's rule; the same document gives the same bytes."""
    parts = headers(template, has_sample_mark=document.has_sample_mark)
    body = w("body", *_sections(document, template, parts))
    return pack(
        w("document", body),
        parts={"styles": styles(template), "settings": settings(), **parts},
        core=core_properties(
            title=plain(f"{document.kind or 'Công văn'} {document.abstract}"),
            author=plain(document.issuer_name),
            day=document.issued_on or date(document.year, 1, 1),
        ),
    )


def _sections(document: StateDocument, template: Template, parts: dict[str, Node]) -> Iterator[Node]:
    """The main document, then each annex; a section's page stands in its last paragraph, the last's alone."""
    page = section(template, parts=parts, is_landscape=False, restarts=False)
    content = list(_main(document, template))
    for order, given in enumerate(document.annexes, start=1):
        yield from _closed(content, page)
        page = section(template, parts={}, is_landscape=given.is_landscape, restarts=True)
        content = list(annex(given, order=order, document=document, template=template))
    yield from _after_table(content)
    yield page


def _main(document: StateDocument, template: Template) -> Iterator[Node]:
    yield from head(document, template=template)
    yield from bases(document, template=template)
    yield from blocks(document.blocks, width=template.page.text_width)
    yield from closing(document, template=template)
    yield from foot(document, template=template)


def _closed(content: Sequence[Node], page: Node) -> list[Node]:
    """The last paragraph takes the page into properties of its own: those of others stay as they are."""
    *before, last = _after_table(content)
    first, *rest = last.children
    return [*before, Node(last.tag, last.head, [Node(first.tag, first.head, [*first.children, page]), *rest])]


def _after_table(content: Sequence[Node]) -> list[Node]:
    """A section cannot end with a table: a paragraph a hair high follows it."""
    return [*content, paragraph(Part.TABLE_END)] if content[-1].tag == "w:tbl" else list(content)
