"""Pages as a scanner or a telephone gives them: text set on a white sheet, kept as a picture."""

import io
import textwrap
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

import phoihop.writing

FONT = Path(phoihop.writing.__file__).parent / "fonts" / "Tinos-Regular.ttf"
_DPI = 200
_LINE = 44


def sheet_of(text: str) -> Image.Image:
    """An A4 sheet of 200 dots an inch with as much of the text as it holds."""
    sheet = Image.new("L", (1654, 2339), 255)
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(FONT, 36)
    lines = [line for paragraph in text.split("\n") for line in (textwrap.wrap(paragraph, 78) or [""])]
    for row, line in enumerate(lines[:48]):
        pen.text((170, 120 + row * _LINE), line, font=font, fill=0)
    return sheet


def scan_of(text: str, *, kind: str = "PNG") -> bytes:
    """The sheet as a picture file."""
    held = io.BytesIO()
    sheet_of(text).save(held, kind, dpi=(_DPI, _DPI))
    return held.getvalue()


def scanned_pdf(*texts: str) -> bytes:
    """The sheets as the pages of a PDF without letters."""
    held = io.BytesIO()
    first, *others = [sheet_of(text) for text in texts]
    first.save(held, "PDF", save_all=True, append_images=others, resolution=_DPI)
    return held.getvalue()
