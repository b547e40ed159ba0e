"""Tables with drawn lines on a PDF page, by pdfplumber; asked only for pages that have such lines."""

import io
from itertools import islice

import pdfplumber
import pypdfium2
import pypdfium2.raw as pdfium

from .page_text import Ruled

_THIN, _LONG = 2.5, 12.0
_LEAST_LINES = 3
_MOST_OBJECTS = 20_000


def has_ruling(page: pypdfium2.PdfPage) -> bool:
    """Whether lines run both ways over the page, or boxes are drawn; an underlined heading is not ruling."""
    down = across = boxes = 0
    for item in islice(page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH,), max_depth=3), _MOST_OBJECTS):
        left, bottom, right, top = item.get_bounds()
        width, height = right - left, top - bottom
        down += width < _THIN and height > _LONG
        across += height < _THIN and width > _LONG
        boxes += width > _LONG and height > 8
    return (down >= _LEAST_LINES and across >= _LEAST_LINES) or boxes >= 4 or (down > 0 and boxes > 0)


def ruled_tables(data: bytes, *, number: int) -> tuple[Ruled, ...]:
    """The ruled tables of a page (from 1), of two rows and columns at least; none where lines confuse."""
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as document:
            found = document.pages[0].find_tables()
            tables = [Ruled(tuple(tuple(row.cells) for row in table.rows)) for table in found]
    # The library fails in its own many ways over files PDFium reads; words are then read line by line.
    except Exception:  # noqa: BLE001
        return ()
    return tuple(table for table in tables if _is_table(table))


def _is_table(table: Ruled) -> bool:
    return len(table.rows) > 1 and max(sum(box is not None for box in row) for row in table.rows) > 1
