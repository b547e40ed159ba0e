"""Scanned paper: PDF files without usable letters, and pictures; one page at a time.

`scan_pages` says whether there is anything to recognise, `recognised` does one page and needs no other, so a
worker can do pages in parallel, show how far it is, stop and go on; `paper_of_pages` puts them together.
"""

import io
import time
from dataclasses import replace
from operator import itemgetter
from statistics import mean

from PIL import Image

from phoihop.reading.paper import Box, Paper
from phoihop.reading.unreadable import UnreadableDocument

from . import images, pdf
from .cleaning import Cleaned, cleaned, lies_sideways
from .ocr import recognise
from .ocr_mends import mended
from .page_text import Ruled, written
from .pages import Picture, RecognisedPage, page_of, paper_of_pages
from .ruling import ruled_on
from .specks import without_specks
from .tokens import Token

MOST_SCANNED_PAGES = 200
_DPI = 300
_SHRUNK = 2
_QUALITY = 70
_LINE = 6
_A4_INCHES = 11.69
_SURE = 0.6
_PDF_WITHIN = 1024
_TOO_LONG = (
    f"Tệp “{{name}}” có {{pages}} trang quét; hệ thống chỉ đọc không quá {MOST_SCANNED_PAGES} trang quét."
)


def scan_pages(data: bytes, *, name: str) -> int | None:
    """How many pages a file has that must be read one by one; None when its letters can be read at once.

    Where a PDF holds letters on some pages and pictures on others, all its pages are counted: those with
    letters are read by `recognised` as well, in no time. Raises UnreadableDocument.
    """
    if not _is_pdf(data):
        return images.page_count(data, name=name)
    with pdf.opened(data, name=name) as file:
        if all(pdf.written_page(file, number=number) is not None for number in range(1, len(file) + 1)):
            return None
        if len(file) > MOST_SCANNED_PAGES:
            raise UnreadableDocument(_TOO_LONG.format(name=name, pages=len(file)))
        return len(file)


def recognised(data: bytes, *, number: int, name: str = "") -> RecognisedPage:
    """Page `number` (from 1) with its words and picture; raises UnreadableDocument.

    Boxes are pixels of the picture kept for the eye, which is smaller than the one that was read.
    """
    began = time.perf_counter()
    if not _is_pdf(data):
        return _recognised(images.page_image(data, number=number, name=name), number=number, began=began)
    with pdf.opened(data, name=name) as file:
        sheet = pdf.written_page(file, number=number)
        picture = pdf.picture_of(file, number=number)
    if sheet is None:
        picture.info = {"dpi": (_DPI, _DPI)}
        return _recognised(picture, number=number, began=began)
    shown = _shown(picture, scale=_DPI / 72)
    return page_of(sheet, number=number, picture=shown, seconds=time.perf_counter() - began)


def paper_of_scan(data: bytes, name: str) -> Paper:
    """A picture file read to the end, page after page."""
    count = images.page_count(data, name=name)
    return paper_of_pages([recognised(data, number=n, name=name) for n in range(1, count + 1)], name=name)


def paper_of_pdf(data: bytes, name: str) -> Paper:
    """A PDF read to the end: its letters where they are usable, else the pictures, page after page."""
    with pdf.opened(data, name=name) as file:
        sheets = {number: pdf.written_page(file, number=number) for number in range(1, len(file) + 1)}
        notes = file.speller.notes()
    scanned = [number for number, sheet in sheets.items() if sheet is None]
    if len(scanned) > MOST_SCANNED_PAGES:
        raise UnreadableDocument(_TOO_LONG.format(name=name, pages=len(scanned)))
    pages = [page_of(sheet, number=number) for number, sheet in sheets.items() if sheet is not None]
    pages += [recognised(data, number=number, name=name) for number in scanned]
    return paper_of_pages(pages, name=name, notes=notes)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_PDF_WITHIN]


def _recognised(picture: Image.Image, *, number: int, began: float) -> RecognisedPage:
    picture, page, tokens, ruled = _best(_sized(picture))
    tokens = mended(without_specks(tokens), page.image)
    sheet = written(tokens, width=picture.width, height=picture.height, ruled=ruled)
    return page_of(
        sheet,
        number=number,
        picture=_shown(picture, slant=page.slant),
        seconds=time.perf_counter() - began,
        is_recognised=True,
        notes=page.done,
    )


def _best(picture: Image.Image) -> tuple[Image.Image, Cleaned, list[Token], tuple[Ruled, ...]]:
    """The page turned so that it reads best; only what reads badly is tried another way up."""
    upright = cleaned(picture)
    tried = []
    for turn in (90, 270, 0, 180) if lies_sideways(upright.image) else (0, 180, 90, 270):
        turned = picture.rotate(turn, expand=True) if turn else picture
        page = cleaned(turned) if turn else upright
        ruled = ruled_on(page.image)
        tokens = recognise(page.image, dpi=_DPI, cells=_inner(ruled))
        # The recogniser also reads words that run up the page, but rows cannot be made of them.
        sure = [0.0 if _runs_up(token) else token.confidence for token in tokens]
        tried.append((sum(sure), turn, turned, page, tokens, ruled))
        if not tokens or mean(sure) >= _SURE:
            break
    _, turn, turned, page, tokens, ruled = max(tried, key=itemgetter(0))
    return (turned, replace(page, done=(*page.done, f"turned_{turn}")) if turn else page, tokens, ruled)


def _inner(ruled: tuple[Ruled, ...]) -> tuple[Box, ...]:
    """The insides of all cells, clear of their lines."""
    boxes = [box for table in ruled for row in table.rows for box in row if box]
    inner = [(int(x) + _LINE, int(y) + _LINE, int(x2) - _LINE, int(y2) - _LINE) for x, y, x2, y2 in boxes]
    return tuple(box for box in inner if box[2] - box[0] > 3 * _LINE and box[3] - box[1] > 3 * _LINE)


def _runs_up(token: Token) -> bool:
    left, top, right, bottom = token.box or (0, 0, 1, 1)
    return len(token.text) > 2 and bottom - top > right - left


def _sized(picture: Image.Image) -> Image.Image:
    """The picture at the size type has at 300 dots an inch, where it is far from it."""
    dpi = _dpi(picture)
    if 230 <= dpi <= 330:
        return picture
    scale = _DPI / dpi
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX)


def _dpi(picture: Image.Image) -> float:
    """As the file says where that makes a sheet of paper, else as if the picture were a page of A4."""
    longest = max(picture.size)
    said = picture.info.get("dpi")
    if said and said[0] and 7 <= longest / float(said[0]) <= 18:
        return float(said[0])
    return max(50.0, longest / _A4_INCHES)


def _shown(picture: Image.Image, *, scale: float = 1.0, slant: float = 0.0) -> Picture:
    """The picture kept for the eye; `scale` is how many of its pixels a unit of the tokens had before."""
    small = picture.reduce(_SHRUNK)
    if slant:
        small = small.rotate(slant, resample=Image.Resampling.BICUBIC, fillcolor="white")
    held = io.BytesIO()
    small.save(held, "JPEG", quality=_QUALITY)
    return Picture(held.getvalue(), small.width, small.height, scale * small.width / picture.width)
