"""PDF files: each page is read from the letters the file holds, or else recognised from its picture.

Letters are believed only when they read like Vietnamese (`syllables`): PDFium first, pdfminer as a second
opinion, then the recogniser. So a signed last page that was scanned, letters without a code, and a hidden
layer badly recognised elsewhere all end up readable. Scripts and files inside a PDF are never run or opened.

PDFium is not safe for threads: one process reads one PDF at a time, in one thread.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from phoihop.reading.unreadable import UnreadableDocument

from .page_furniture import Apart
from .page_text import Written, written
from .pdf_glyphs import Letters, letters_of
from .pdf_second import second_tokens
from .pdf_tables import has_ruling, ruled_tables
from .runs import Speller
from .syllables import is_marked, is_sound
from .tokens import Token, line_of

MOST_PAGES = 500
MOST_PIXELS = 120_000_000
DPI = 300
_MOST_RENDERED = 40_000_000
# A scanned page holds a picture of this many pixels; a letterhead or a small seal does not.
_PICTURE = 400_000
_FEW_LETTERS = 150
_OUTLINES = 250
_MOST_OBJECTS = 20_000

_LOCKED = "Tệp PDF “{name}” có đặt mật khẩu; hãy bỏ mật khẩu rồi tải lại."
_BROKEN = "Tệp PDF “{name}” bị hỏng hoặc bị cắt cụt, không mở được."
_LONG = f"Tệp PDF “{{name}}” dài {{pages}} trang; hệ thống chỉ đọc tệp không quá {MOST_PAGES} trang."
_HUGE = "Tệp PDF “{name}” có ảnh quá lớn; hệ thống từ chối đọc. Hãy quét lại ở 300 điểm/inch."


@dataclass(frozen=True)
class PdfFile:
    """An opened PDF and what reading it has met so far."""

    data: bytes
    name: str
    document: pypdfium2.PdfDocument
    speller: Speller

    def __len__(self) -> int:
        return len(self.document)


@contextmanager
def opened(data: bytes, *, name: str) -> Iterator[PdfFile]:
    """The PDF, closed at the end; raises UnreadableDocument for what is locked, broken or too long."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD or b"/Encrypt" in data
        raise UnreadableDocument((_LOCKED if is_locked else _BROKEN).format(name=name)) from error
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableDocument(_LONG.format(name=name, pages=len(document)))
        if len(document) == 0:
            raise UnreadableDocument(_BROKEN.format(name=name))
        yield PdfFile(data=data, name=name, document=document, speller=Speller())
    finally:
        document.close()


def written_page(file: PdfFile, *, number: int) -> Written | None:
    """A page (from 1) from the letters of the file; None where only its picture can tell what it says."""
    page = file.document[number - 1]
    letters = letters_of(page, speller=file.speller)
    tokens = _believed(file, page, letters, number=number)
    if tokens is None:
        return None
    width, height = page.get_size()
    if letters.angle % 2:
        width, height = height, width
    is_upright = letters.angle == 0 and page.get_rotation() == 0
    ruled = ruled_tables(file.data, number=number) if tokens and is_upright and has_ruling(page) else ()
    sheet = written(tokens, width=width, height=height, ruled=ruled)
    if letters.slanting:
        sheet.apart.append(Apart("slanting", letters.slanting))
    return sheet


def picture_of(file: PdfFile, *, number: int) -> Image.Image:
    """A page (from 1) as it looks, at the resolution the recogniser likes best."""
    page = file.document[number - 1]
    _refuse_huge(file, page)
    width, height = page.get_size()
    scale = DPI / 72
    scale *= min(1.0, (_MOST_RENDERED / max(1.0, width * height * scale * scale)) ** 0.5)
    rendered: Image.Image = page.render(scale=scale).to_pil()
    return rendered.convert("RGB")


def _believed(file: PdfFile, page: pypdfium2.PdfPage, letters: Letters, *, number: int) -> list[Token] | None:
    tokens = list(letters.tokens)
    text = line_of(tokens)
    pixels, outlines = _drawn(page)
    if len(text) < _FEW_LETTERS and (pixels >= _PICTURE or outlines >= _OUTLINES):
        return None
    if letters.hidden_share > 0.5 and pixels >= _PICTURE:
        return tokens if is_sound(text) and is_marked(text) else None
    if is_sound(text):
        return tokens
    second = second_tokens(file.data, number=number, speller=file.speller)
    return second if second and is_sound(line_of(second)) else None


def _drawn(page: pypdfium2.PdfPage) -> tuple[int, int]:
    """Pixels of all pictures on a page, and how many lines and shapes it draws."""
    pixels = outlines = 0
    kinds = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH)
    for item in islice(page.get_objects(filter=kinds, max_depth=3), _MOST_OBJECTS):
        if isinstance(item, pypdfium2.PdfImage):
            width, height = item.get_px_size()
            pixels += width * height
        else:
            outlines += 1
    return (pixels, outlines)


def _refuse_huge(file: PdfFile, page: pypdfium2.PdfPage) -> None:
    if _drawn(page)[0] > MOST_PIXELS:
        raise UnreadableDocument(_HUGE.format(name=file.name))
