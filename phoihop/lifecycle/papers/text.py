"""The clauses of an edition as the blocks of a document; not a word is added or left out."""

import re
from collections.abc import Iterable, Iterator

from phoihop.programmes.models import Clause
from phoihop.writing.document import Block, Heading, Paragraph, Point

_TOP = re.compile(r"(?:[IVXLC]+\s*\.|Phần\b|Chương\b|Mục\b)", re.IGNORECASE)
_LETTER = re.compile(r"[a-zđ]\)")
_DASH = "-"
_LONGEST_TITLE = 240
_END = " ./"


def blocks_of(clauses: Iterable[Clause]) -> tuple[tuple[Block, ...], str]:
    """(the blocks, the last line): the last line closes the document and stands with the signatures."""
    blocks = [block for clause in clauses for block in _blocks(clause)]
    if not blocks:
        return (), ""
    return tuple(blocks[:-1]), _words(blocks[-1]).rstrip(_END)


def _blocks(clause: Clause) -> Iterator[Block]:
    first, *rest = [line for line in clause.text.splitlines() if line.strip()] or [clause.label]
    if clause.is_heading and len(first) <= _LONGEST_TITLE and _label_of(clause, first):
        yield _heading(clause, first)
    elif clause.label == _DASH:
        yield Point(first.strip().removeprefix(_DASH).strip())
    else:
        yield Paragraph(first)
    yield from map(Paragraph, rest)


def _label_of(clause: Clause, line: str) -> str:
    """The label as printed with its mark: "I.", "2.5", "a)"."""
    found = re.match(rf"\s*{re.escape(clause.label)}\s*[.)/:]?", line)
    return found.group().strip() if found else ""


def _heading(clause: Clause, line: str) -> Heading:
    label = _label_of(clause, line)
    text = line.strip().removeprefix(label).strip()
    if _TOP.match(label):
        return Heading(level=1, label=label, text=text)
    return Heading(level=3 if _LETTER.match(label) else 2, label=label, text=text)


def _words(block: Block) -> str:
    match block:
        case Heading(label=label, text=text):
            return f"{label} {text}"
        case Point(text=text):
            return f"- {text}"
        case Paragraph(text=text):
            return text
        case _:
            raise TypeError(f"{type(block).__name__} is not made from a clause")
