"""Does a .docx obey its format? Asked of the file's own XML, whoever wrote or changed it.

Files of our own writer name their parts by paragraph style, which survives editing in Word; a paragraph of
another style is taken for running text, or for table text inside a table.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from zipfile import BadZipFile

from lxml import etree

from phoihop.writing.templates import STATE_ND30, Template

from . import foot, head, page, running, text
from .opened import Opened, opened


@dataclass(frozen=True)
class Fault:
    """A rule not kept; `detail` is a sentence for the person who must mend it."""

    rule: str
    detail: str


type Rule = Callable[[Opened], Iterator[str]]

_RULES: tuple[Rule, ...] = (
    page.page_size,
    page.margins,
    page.page_numbers,
    page.annexes,
    page.sample_mark,
    text.font,
    text.colour,
    text.language,
    text.precomposed,
    text.looks,
    text.no_false_lines,
    text.no_empty_paragraphs,
    head.parts_present,
    head.header_table,
    head.national_words,
    head.drawn_rules,
    head.number_line,
    head.place_date,
    running.legal_bases,
    running.layout,
    running.heading_labels,
    running.ending,
    running.widow_control,
    running.tables,
    foot.signature_together,
    foot.capacity,
    foot.signer_name,
    foot.recipients,
)
RULES: dict[str, Rule] = {rule.__name__: rule for rule in _RULES}


def faults(content: bytes, *, template: Template = STATE_ND30, is_sample: bool = False) -> list[Fault]:
    """Every rule the file breaks, in the order of reading; none for a file that may leave.

    `is_sample` says that the figures are made up: then each page must bear the sample mark, else none may.
    """
    try:
        file = opened(content, template=template, is_sample=is_sample)
    except (BadZipFile, KeyError, etree.XMLSyntaxError):
        return [Fault("file", "Tệp không phải là văn bản Word (.docx) đọc được.")]
    return [Fault(name, detail) for name, rule in RULES.items() for detail in rule(file)]
