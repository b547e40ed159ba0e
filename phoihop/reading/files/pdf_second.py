"""A second opinion on the letters of a PDF page: pdfminer decodes some fonts that PDFium does not."""

import io
import re
from typing import Any

import pdfplumber

from .pdf_glyphs import Glyph, tokens_of
from .runs import Speller
from .tokens import Token

_UNMAPPED = re.compile(r"\(cid:\d+\)")


def second_tokens(data: bytes, *, number: int, speller: Speller) -> list[Token]:
    """The tokens of a page (from 1) as pdfminer decodes them; empty where it cannot."""
    try:
        with pdfplumber.open(io.BytesIO(data), pages=[number]) as document:
            page = document.pages[0]
            glyphs = [_glyph(char, height=float(page.height)) for char in page.chars if char["upright"]]
    # The library fails in its own many ways over broken fonts; the page is then recognised from its picture.
    except Exception:  # noqa: BLE001
        return []
    return list(tokens_of(glyphs, speller=speller))


def _glyph(char: dict[str, Any], *, height: float) -> Glyph:
    matrix = char.get("matrix")
    base = height - float(matrix[5]) if matrix else float(char["bottom"])
    return Glyph(
        text=_UNMAPPED.sub("\ufffd", char["text"]),
        left=float(char["x0"]),
        right=float(char["x1"]),
        base=base,
        size=float(char["size"]),
        angle=0,
        font=str(char["fontname"]).split("+", 1)[-1],
        is_visible=True,
    )
