"""A document -> PDF/A-2b in its format (docs/decisions/0061-pdf.md)."""

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from threading import local

import typst

from phoihop.writing.checks.opened import opened
from phoihop.writing.document import StateDocument
from phoihop.writing.templates import STATE_ND30, Template
from phoihop.writing.word import write_docx
from phoihop.writing.wording import plain

from .layout import layout_of

_FONTS = Path(__file__).parent.parent / "fonts"
_LAYOUT = Path(__file__).parent / "document.typ"
_kept = local()


def write_pdf(document: StateDocument, *, template: Template = STATE_ND30) -> bytes:
    """The file for issue and archive: PDF/A-2b, tagged, fonts embedded.

    The same document gives the same bytes. It is set from the document's own .docx, so every rule
    checked there holds here.
    """
    word = write_docx(document, template=template)
    file = opened(word, template=template, is_sample=document.has_sample_mark)
    given = {
        **layout_of(file),
        "title": plain(f"{document.kind or 'Công văn'} {document.abstract}"),
        "author": plain(document.issuer_name),
    }
    content = _compiler().compile(
        format="pdf",
        sys_inputs={"document": json.dumps(given, ensure_ascii=False)},
        pdf_standards=["a-2b"],
        timestamp=_noon(document.issued_on or date(document.year, 1, 1)),
    )
    if not isinstance(content, bytes):
        raise TypeError("typst gave no file")
    return content


def write_pdfs(documents: Sequence[StateDocument], *, template: Template = STATE_ND30) -> list[bytes]:
    """Many files at once, in order: typst works outside the interpreter's lock, so every core has one."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(partial(write_pdf, template=template), documents))


def _compiler() -> typst.Compiler:
    """One for each thread: its fonts stay loaded."""
    if not hasattr(_kept, "compiler"):
        fonts = [str(_FONTS)]
        _kept.compiler = typst.Compiler(str(_LAYOUT), font_paths=fonts, ignore_system_fonts=True)
    compiler: typst.Compiler = _kept.compiler
    return compiler


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)
