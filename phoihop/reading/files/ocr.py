"""Letters from a picture, by Tesseract with its Vietnamese data, which lies beside this file.

Tesseract comes inside the Python package tesserocr: nothing else has to be installed. Where a platform has
no such package, the one sentence of `MISSING` is what the person sees.
"""

import os
import unicodedata
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from PIL import Image

from phoihop.reading.paper import Box
from phoihop.reading.unreadable import UnreadableDocument

from .tokens import Token

MISSING = "Máy chủ này chưa có bộ nhận dạng chữ (gói Python “tesserocr”) nên chưa đọc được ảnh quét."
_DATA = Path(__file__).parent / "ocr_data"
_POINTS_PER_INCH = 72
_LINE = 8
_MARGIN = 24
_INK = 150
_TALLEST_LINE = 0.24
# A figure alone in its cell: at 180 dots an inch 29 of 30 were read rightly, at 300 dots 22 to 26.
_LINE_SCALE = 0.6


def recognise(image: Image.Image, *, dpi: int, cells: tuple[Box, ...] = ()) -> list[Token]:
    """The words of a grey page, boxes in its pixels; raises UnreadableDocument without a recogniser.

    What stands in `cells` is read cell by cell: alone, a figure between lines is easily taken for dust.
    """
    tesserocr = _tesserocr()
    with tesserocr.PyTessBaseAPI(path=str(_DATA), lang="vie", psm=tesserocr.PSM.AUTO) as engine:
        engine.SetVariable("tessedit_do_invert", "0")
        engine.SetImage(_without(image, cells))
        engine.SetSourceResolution(dpi)
        tokens = _tokens(engine, tesserocr, dpi=dpi)
        for cell in cells:
            tokens += _cell_tokens(engine, tesserocr, image.crop(cell), at=cell[:2], dpi=dpi)
        return tokens


def _cell_tokens(
    engine: Any, tesserocr: ModuleType, cell: Image.Image, *, at: tuple[int, int], dpi: int
) -> list[Token]:
    """The words of one cell, cut out with a broad white margin; moved to where the cell is."""
    inked = cell.point(lambda value: 255 if value < _INK else 0).getbbox()
    if inked is None:
        return []
    left, top, right, bottom = inked
    is_line = bottom - top < _TALLEST_LINE * dpi
    scale = _LINE_SCALE if is_line else 1.0
    words = cell.crop(inked)
    words = words.resize(
        (round(words.width * scale) or 1, round(words.height * scale) or 1), Image.Resampling.BICUBIC
    )
    page = Image.new("L", (words.width + 2 * _MARGIN, words.height + 2 * _MARGIN), 255)
    page.paste(words, (_MARGIN, _MARGIN))
    engine.SetPageSegMode(tesserocr.PSM.SINGLE_LINE if is_line else tesserocr.PSM.SINGLE_BLOCK)
    engine.SetImage(page)
    engine.SetSourceResolution(round(dpi * scale))
    x, y = (round(start - _MARGIN / scale) for start in (at[0] + left, at[1] + top))
    tokens = _tokens(engine, tesserocr, dpi=round(dpi * scale))
    return [token.placed(x, y, scale=1 / scale) for token in tokens]


def _without(image: Image.Image, cells: tuple[Box, ...]) -> Image.Image:
    if not cells:
        return image
    bare = image.copy()
    for left, top, right, bottom in cells:
        bare.paste(255, (left - _LINE, top - _LINE, right + _LINE, bottom + _LINE))
    return bare


def _tokens(engine: Any, tesserocr: ModuleType, *, dpi: int) -> list[Token]:
    engine.Recognize()
    found = engine.GetIterator()
    if found is None:
        return []
    words = tesserocr.iterate_level(found, tesserocr.RIL.WORD)
    return [token for word in words if (token := _token(word, tesserocr, dpi=dpi))]


@cache
def _tesserocr() -> ModuleType:
    # One thread a page: pages are what is done in parallel, and the library spins on short loops.
    if "OMP_THREAD_LIMIT" not in os.environ:
        os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        import tesserocr
    except ImportError as error:
        raise UnreadableDocument(MISSING) from error
    module: ModuleType = tesserocr
    return module


def _token(word: Any, tesserocr: ModuleType, *, dpi: int) -> Token | None:
    level = tesserocr.RIL.WORD
    if word.Empty(level):
        return None
    text = unicodedata.normalize("NFC", word.GetUTF8Text(level)).strip()
    box = word.BoundingBox(level)
    if not text or box is None:
        return None
    left, top, right, bottom = box
    baseline = word.Baseline(tesserocr.RIL.TEXTLINE)
    points = word.WordFontAttributes()["pointsize"]
    return Token(
        text=" ".join(text.split()).replace(" ", ""),
        left=left,
        right=right,
        base=_height_at((left + right) / 2, baseline) if baseline else bottom,
        size=points * dpi / _POINTS_PER_INCH or float(bottom - top),
        confidence=word.Confidence(level) / 100,
        box=(left, top, right, bottom),
    )


def _height_at(x: float, baseline: tuple[tuple[int, int], tuple[int, int]]) -> float:
    (left, start), (right, end) = baseline
    if right == left:
        return float(start)
    return start + (end - start) * (x - left) / (right - left)
