"""A picture of paper made fit to be read: ink of seals taken out, specks, shadows and slant removed.

Only what a page needs is done to it, so that a clean page stays as fast as it is. Greys are arrays of bytes,
0 black to 255 white.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

type Grey = npt.NDArray[np.uint8]
type Mask = npt.NDArray[np.bool_]

# Where more of the ink than this has a colour, colour is how the page is printed and not a seal on it.
_MOST_COLOURED_INK = 0.5
_NOISY = 3.0
_SHADED = 24
# Letters straight from a file have edges no scanner gives; softened, half of the mistakes go.
_CRISP, _SOFTENED = 0.4, 0.8
_WORST_SLANT = 6.0
_LEAST_SLANT = 0.15
_TILE = 32
# At the size slant is looked for, 800 points across: the height of three lines.
_LONGEST_STROKE = 45


@dataclass(frozen=True)
class Cleaned:
    """A grey page and what was done to it: "seal_removed", "cleaned", "straightened" by `slant` degrees."""

    image: Image.Image
    done: tuple[str, ...]
    slant: float = 0.0


def cleaned(image: Image.Image) -> Cleaned:
    """The page in grey, cleaned as far as it needs."""
    done = []
    grey, had_seal = without_seals(image)
    if had_seal:
        done.append("seal_removed")
    is_noisy, is_shaded = noise_of(grey) > _NOISY, shade_of(grey) > _SHADED
    if is_noisy:
        grey = median_of_nine(grey)
    if is_shaded or is_noisy:
        grey = evened(grey)
        done.append("cleaned")
    page = Image.fromarray(grey)
    slant = slant_of(grey)
    if abs(slant) < _LEAST_SLANT:
        is_crisp = noise_of(grey) < _CRISP and "cleaned" not in done
        return Cleaned(page.filter(ImageFilter.GaussianBlur(_SOFTENED)) if is_crisp else page, tuple(done))
    level = page.rotate(slant, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return Cleaned(level, (*done, "straightened"), slant)


def without_seals(image: Image.Image) -> tuple[Grey, bool]:
    """Grey in which coloured ink is as light as paper, and whether there was any.

    The lightest of the three channels keeps what is black in all of them: print. Red seals, blue signatures
    and stamps fade. A page printed in colour throughout keeps all its ink.
    """
    if image.mode != "RGB":
        return (np.asarray(image.convert("L")), False)
    small = np.asarray(image.reduce(4)).astype(np.int16)
    spread = small.max(axis=2) - small.min(axis=2)
    ink = small.min(axis=2) < 160
    coloured = float((ink & (spread > 70)).sum()) / max(1, int(ink.sum()))
    if not 0.005 < coloured < _MOST_COLOURED_INK:
        return (np.asarray(image.convert("L")), False)
    channels = np.asarray(image)
    lightest = np.maximum(np.maximum(channels[..., 0], channels[..., 1]), channels[..., 2])
    return (lightest, True)


def noise_of(grey: Grey) -> float:
    """Standard deviation of the grain of the paper; near 0 for what was never on paper."""
    rows = grey[::7].astype(np.int16)
    second = rows[:, 2:] - 2 * rows[:, 1:-1] + rows[:, :-2]
    return float(np.median(np.abs(second))) / (0.6745 * 6**0.5)


def shade_of(grey: Grey) -> float:
    """How far the darkest stretch of paper is from white and from the lightest one."""
    paper = _paper(grey)
    return float(max(np.percentile(paper, 98) - np.percentile(paper, 5), 235 - np.median(paper)))


def evened(grey: Grey) -> Grey:
    """Divided by the shade of the paper, so that it is white all over."""
    small = Image.fromarray(_paper(grey)).filter(ImageFilter.MedianFilter(5))
    paper = small.resize((grey.shape[1], grey.shape[0]), Image.Resampling.BILINEAR)
    lit = grey.astype(np.float32) * (255.0 / np.maximum(np.asarray(paper, dtype=np.float32), 40.0))
    # A little beyond white: what is left of the grain goes as well.
    return np.clip((lit - 16.0) * (255.0 / 215.0), 0, 255).astype(np.uint8)


def median_of_nine(grey: Grey) -> Grey:
    """Each point the middle one of itself and its neighbours: single specks vanish, strokes stay."""
    edged = np.pad(grey, 1, mode="edge")
    height, width = grey.shape
    nine = [edged[y : y + height, x : x + width] for y in range(3) for x in range(3)]
    for first, second in _MEDIAN_NETWORK:
        low, high = np.minimum(nine[first], nine[second]), np.maximum(nine[first], nine[second])
        nine[first], nine[second] = low, high
    return nine[4]


def slant_of(grey: Grey) -> float:
    """Degrees the page must be turned, counter-clockwise, for its lines to lie level; 0 where unsure.

    Level lines make the sharpest profile: for each angle the ink is summed along it.
    """
    small = np.asarray(Image.fromarray(grey).reduce(max(1, grey.shape[1] // 800)))
    dark = small < 140
    # The edge of the glass and of the paper lies as the scanner does, not as the lines.
    ys, xs = np.nonzero(
        dark & ~long_runs(dark, least=_LONGEST_STROKE) & ~long_runs(dark.T, least=_LONGEST_STROKE).T
    )
    if not 500 < len(ys) < 0.4 * small.size:
        return 0.0
    steps = np.arange(-_WORST_SLANT, _WORST_SLANT + 0.01, 0.5)
    best = max(steps, key=lambda angle: _sharpness(ys, xs, angle))
    fine = np.arange(best - 0.45, best + 0.46, 0.05)
    found = float(max(fine, key=lambda angle: _sharpness(ys, xs, angle)))
    is_clear = _sharpness(ys, xs, found) > 1.02 * _sharpness(ys, xs, 0.0)
    return found if is_clear and abs(found) < _WORST_SLANT else 0.0


def lies_sideways(page: Image.Image) -> bool:
    """Whether lines of text seem to run up the page: ink makes a sharper profile by columns than by rows."""
    small = (np.asarray(page.reduce(max(1, min(page.size) // 600))) < 140).astype(np.float64)
    return _roughness(small.sum(axis=0)) > 1.3 * _roughness(small.sum(axis=1))


def long_runs(dark: Mask, *, least: int) -> Mask:
    """Points that belong to a run of so many dark ones along the second axis, small breaks allowed."""
    if dark.shape[1] <= least:
        return np.zeros_like(dark)
    sums = np.cumsum(np.pad(dark, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    full = sums[:, least:] - sums[:, :-least] >= 0.96 * least
    marks = np.zeros((dark.shape[0], dark.shape[1] + 1), dtype=np.int32)
    marks[:, : full.shape[1]] += full
    marks[:, least : least + full.shape[1]] -= full
    mask: Mask = np.cumsum(marks, axis=1)[:, :-1] > 0
    return mask


def _sharpness(ys: npt.NDArray[np.intp], xs: npt.NDArray[np.intp], degrees: float) -> float:
    sheared = np.round(ys + xs * np.tan(np.radians(-degrees))).astype(np.int64)
    counts = np.bincount(sheared - sheared.min()).astype(np.float64)
    return float((counts**2).sum())


def _roughness(profile: npt.NDArray[np.float64]) -> float:
    return float((np.diff(profile) ** 2).sum()) / max(1.0, float((profile**2).mean()))


def _paper(grey: Grey) -> Grey:
    """The shade of the paper, a value a tile: the light fifth of its points."""
    height, width = (side // _TILE * _TILE for side in grey.shape)
    if not height or not width:
        return np.full((1, 1), np.uint8(np.percentile(grey, 90)))
    tiles = grey[:height, :width].reshape(height // _TILE, _TILE, width // _TILE, _TILE)[:, ::4, :, ::4]
    flat = tiles.transpose(0, 2, 1, 3).reshape(height // _TILE, width // _TILE, -1)
    return np.percentile(flat, 80, axis=2).astype(np.uint8)


# A sorting network that leaves the middle one of nine in place 4 (Paeth, Graphics Gems, 1990).
_MEDIAN_NETWORK = (
    (1, 2), (4, 5), (7, 8), (0, 1), (3, 4), (6, 7), (1, 2), (4, 5), (7, 8), (0, 3), (5, 8), (4, 7),
    (3, 6), (1, 4), (2, 5), (4, 7), (4, 2), (6, 4), (4, 2),
)  # fmt: skip
