"""Letters from a picture, by Tesseract with its Vietnamese data, which lies beside this file.

Tesseract comes inside the Python package tesserocr: nothing else has to be installed. Where a platform has
no such package, the one sentence of `MISSING` is what the person sees.
"""

import os
import unicodedata
from functools import cache
from pathlib import Path
from types import ModuleType

from PIL import Image

from phoihop.reading.unreadable import UnreadableDocument

from .tokens import Token

MISSING = "Máy chủ này chưa có bộ nhận dạng chữ (gói Python “tesserocr”) nên chưa đọc được ảnh quét."
_DATA = Path(__file__).parent / "ocr_data"
_POINTS_PER_INCH = 72


def recognise(image: Image.Image, *, dpi: int) -> list[Token]:
    """The words of a grey page, boxes in its pixels; raises UnreadableDocument without a recogniser."""
    tesserocr = _tesserocr()
    with tesserocr.PyTessBaseAPI(path=str(_DATA), lang="vie", psm=tesserocr.PSM.AUTO) as engine:
        engine.SetVariable("tessedit_do_invert", "0")
        engine.SetImage(image)
        engine.SetSourceResolution(dpi)
        engine.Recognize()
        found = engine.GetIterator()
        if found is None:
            return []
        level = tesserocr.RIL.WORD
        tokens = [_token(word, tesserocr, dpi=dpi) for word in tesserocr.iterate_level(found, level)]
        return [token for token in tokens if token is not None]


@cache
def _tesserocr() -> ModuleType:
    # One thread a page: pages are what is done in parallel, and the library spins on short loops.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        import tesserocr
    except ImportError as error:
        raise UnreadableDocument(MISSING) from error
    module: ModuleType = tesserocr
    return module


def _token(word: object, tesserocr: ModuleType, *, dpi: int) -> Token | None:
    level = tesserocr.RIL.WORD
    if word.Empty(level):  # type: ignore[attr-defined]
        return None
    text = unicodedata.normalize("NFC", word.GetUTF8Text(level)).strip()  # type: ignore[attr-defined]
    box = word.BoundingBox(level)  # type: ignore[attr-defined]
    if not text or box is None:
        return None
    left, top, right, bottom = box
    baseline = word.Baseline(tesserocr.RIL.TEXTLINE)  # type: ignore[attr-defined]
    points = word.WordFontAttributes()["pointsize"]  # type: ignore[attr-defined]
    return Token(
        text=" ".join(text.split()).replace(" ", ""),
        left=left,
        right=right,
        base=_height_at((left + right) / 2, baseline) if baseline else bottom,
        size=points * dpi / _POINTS_PER_INCH or float(bottom - top),
        confidence=word.Confidence(level) / 100,  # type: ignore[attr-defined]
        box=(left, top, right, bottom),
    )


def _height_at(x: float, baseline: tuple[tuple[int, int], tuple[int, int]]) -> float:
    (left, start), (right, end) = baseline
    if right == left:
        return float(start)
    return start + (end - start) * (x - left) / (right - left)
