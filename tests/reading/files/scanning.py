"""Paper put through a scanner that is not there: grain, slant, blur, dust; the same again for a seed."""

import io
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter


@dataclass(frozen=True)
class Scanner:
    """How bad it is. `grain` is each point's deviation, `slant` in degrees, `dust` a share."""

    grain: float = 0.0
    slant: float = 0.0
    blur: float = 0.0
    dust: float = 0.0
    jpeg: int = 95


# From a new machine to a tired one; the third is worse than any office should file.
SCANNERS = (
    Scanner(),
    Scanner(grain=8, slant=0.4, blur=0.5, jpeg=75),
    Scanner(grain=16, slant=1.0, blur=0.7, jpeg=50),
    Scanner(grain=26, slant=1.6, blur=0.8, dust=0.002, jpeg=35),
)


def printed(data: bytes, *, number: int, dpi: int) -> Image.Image:
    """A page (from 1) of a PDF on paper."""
    document = pypdfium2.PdfDocument(data)
    try:
        image: Image.Image = document[number - 1].render(scale=dpi / 72).to_pil()
        return image.convert("RGB")
    finally:
        document.close()


def scanned(page: Image.Image, *, scanner: Scanner, dpi: int, seed: int = 20) -> bytes:
    """The page as a JPEG from that scanner."""
    chance = np.random.default_rng(seed)
    turned = page.rotate(scanner.slant, resample=Image.Resampling.BICUBIC, fillcolor="white")
    if scanner.blur:
        turned = turned.filter(ImageFilter.GaussianBlur(scanner.blur * dpi / 200))
    points = np.asarray(turned).astype(np.float32)
    if scanner.grain:
        points = points - 10 + chance.normal(0, scanner.grain, points.shape[:2])[..., None].astype(np.float32)
    if scanner.dust:
        points[chance.random(points.shape[:2]) < scanner.dust] = 0
    held = io.BytesIO()
    grain = Image.fromarray(np.clip(points, 0, 255).astype(np.uint8))
    grain.save(held, "JPEG", quality=scanner.jpeg, dpi=(dpi, dpi))
    return held.getvalue()


def sealed(page: Image.Image, *, at: tuple[int, int], radius: int) -> Image.Image:
    """The page with a red seal stamped over its words: two rings, a star and a hatch of letters."""
    seal = Image.new("L", page.size, 0)
    draw = ImageDraw.Draw(seal)
    x, y = at
    for shrink in (0, 0.25):
        inner = radius * (1 - shrink)
        draw.ellipse((x - inner, y - inner, x + inner, y + inner), outline=230, width=max(2, radius // 25))
    draw.regular_polygon((x, y, radius // 3), 5, fill=230)
    for step in range(-4, 5):
        draw.line(
            (x - radius // 2, y + step * radius // 12, x + radius // 2, y + step * radius // 12), fill=170
        )
    red = Image.new("RGB", page.size, (205, 30, 40))
    inked = Image.composite(red, Image.new("RGB", page.size, "white"), seal)
    return Image.fromarray(np.minimum(np.asarray(page), np.asarray(inked)))


def shaded(page: Image.Image) -> Image.Image:
    """The page photographed by a lamp: one corner in the shade."""
    across = np.linspace(1.0, 0.62, page.width)[None, :, None]
    down = np.linspace(1.0, 0.8, page.height)[:, None, None]
    return Image.fromarray((np.asarray(page) * across * down).astype(np.uint8))
