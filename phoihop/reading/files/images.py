"""Pictures of paper: how many pages a file has, and each of them; the huge are refused by their header."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps

from phoihop.reading.unreadable import UnreadableDocument

MOST_PIXELS = 120_000_000
MOST_PAGES = 200
_LARGE = 30_000_000
FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF")

_BROKEN = "Tệp ảnh “{name}” bị hỏng, bị cắt cụt hoặc không đọc được; hãy lưu lại dạng JPEG."
_HUGE = (
    f"Tệp ảnh “{{name}}” lớn hơn {MOST_PIXELS // 1_000_000} triệu điểm ảnh; hệ thống từ chối đọc. "
    "Hãy quét lại ở 300 điểm/inch."
)
_LONG = f"Tệp ảnh “{{name}}” có quá {MOST_PAGES} trang; hãy tách thành các tệp ngắn hơn."


def page_count(data: bytes, *, name: str) -> int:
    """The number of pages of a picture file; raises UnreadableDocument for what cannot be opened."""
    with _opened(data, name=name) as image:
        count = image.n_frames if image.format == "TIFF" and hasattr(image, "n_frames") else 1
        if count > MOST_PAGES:
            raise UnreadableDocument(_LONG.format(name=name))
        return count


def page_image(data: bytes, *, number: int, name: str) -> Image.Image:
    """A page (from 1) turned the way it was photographed, in grey or RGB; errors as `page_count`."""
    with _opened(data, name=name) as image:
        if number > 1:
            image.seek(number - 1)
            _refuse_huge(image, name=name)
        if image.size[0] * image.size[1] > _LARGE:
            # A photograph of such a size is unpacked at half of it, which still is more than a page needs.
            image.draft(None, (image.size[0] // 2, image.size[1] // 2))
        image.load()
        dpi = image.info.get("dpi")
        upright = _plain(ImageOps.exif_transpose(image))
        upright.info = {"dpi": dpi} if dpi else {}
        return upright


@contextmanager
def _opened(data: bytes, *, name: str) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            # Our own limit is lower than the one this warns of, and it is kept before anything is unpacked.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                _refuse_huge(image, name=name)
                yield image
    except UnreadableDocument:
        raise
    except Image.DecompressionBombError as error:
        raise UnreadableDocument(_HUGE.format(name=name)) from error
    # Damaged pictures fail in any part of a decoder; the person needs the one sentence.
    except Exception as error:
        raise UnreadableDocument(_BROKEN.format(name=name)) from error


def _refuse_huge(image: Image.Image, *, name: str) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise UnreadableDocument(_HUGE.format(name=name))


def _plain(image: Image.Image) -> Image.Image:
    """Grey or RGB on white, from any of the modes a scanner writes."""
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value / 256).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(paper, layer).convert("RGB")
    return image.convert("RGB")
