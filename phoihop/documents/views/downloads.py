"""Files a page hands out, made in memory."""

from collections.abc import Sequence

from django.http import HttpResponse

from phoihop.writing.document import StateDocument
from phoihop.writing.pdf import write_pdf
from phoihop.writing.sheets import Sheet, write_book, write_xlsx
from phoihop.writing.templates import STATE_ND30, Template
from phoihop.writing.word import write_docx

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PDF = "application/pdf"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def word_answer(document: StateDocument, *, name: str, template: Template = STATE_ND30) -> HttpResponse:
    """The document as .docx to keep."""
    return _file(write_docx(document, template=template), _WORD, f"{name}.docx")


def pdf_answer(document: StateDocument, *, name: str, template: Template = STATE_ND30) -> HttpResponse:
    """The document as PDF/A to issue and to file."""
    return _file(write_pdf(document, template=template), _PDF, f"{name}.pdf")


def sheet_answer(sheet: Sheet, *, name: str) -> HttpResponse:
    """The sheet as .xlsx to keep."""
    return _file(write_xlsx(sheet), _SHEET, f"{name}.xlsx")


def book_answer(sheets: Sequence[Sheet], *, name: str) -> HttpResponse:
    """Several sheets as one .xlsx to keep."""
    return _file(write_book(sheets), _SHEET, f"{name}.xlsx")


def _file(content: bytes, media_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
