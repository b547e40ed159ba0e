"""The 34 provinces of 1 July 2025 as tiles, north to south, with Hoàng Sa and Trường Sa in the sea.

A schematic drawing of our own (data/tiles.csv): a tile says which province lies beside which, not where its
borders run. The islands are drawn and named as what they are: Hoàng Sa of Đà Nẵng, Trường Sa of Khánh Hòa.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

CODES = "gso-2025-07-01"
"""The list of places whose codes name the tiles."""
_DATA = Path(__file__).parents[1] / "data" / "tiles.csv"
_WIDTH, _HEIGHT, _GAP = 62, 50, 4
_LONGEST_LINE = 8


class Shade(Enum):
    """How a tile is filled; the number in it says the same."""

    NOTHING = "chưa có gì để tính"
    LOW = "dưới 50%"
    MIDDLE = "từ 50% đến dưới 80%"
    HIGH = "từ 80% đến dưới 100%"
    FULL = "đủ 100%"

    @property
    def css(self) -> str:
        """The class of the style sheet; each has its own pattern beside its colour."""
        return f"ph-shade-{self.name.lower()}"


@dataclass(frozen=True)
class Tile:
    """Where a province (or an island district of one) stands in the grid."""

    code: str
    province: str
    column: int
    row: int
    name: str

    @property
    def is_island(self) -> bool:
        return self.code != self.province


@dataclass(frozen=True)
class DrawnTile:
    """A tile in units of the drawing: `lines` of its name, the number, words for who does not see it."""

    tile: Tile
    x: int
    y: int
    lines: tuple[str, ...]
    value: str
    shade: Shade
    area_id: int | None
    words: str

    @property
    def middle(self) -> int:
        return self.x + _WIDTH // 2

    @property
    def text_y(self) -> list[tuple[str, int]]:
        """Each line of the name with its height."""
        return [(line, self.y + 15 + 13 * number) for number, line in enumerate(self.lines)]

    @property
    def value_y(self) -> int:
        return self.y + _HEIGHT - 6


@dataclass(frozen=True)
class TileValue:
    """What a province shows: a number in print, its percent for the shade, the sentence that says it all."""

    area_id: int
    value: str
    percent: int | None
    words: str


TILE_WIDTH, TILE_HEIGHT = _WIDTH, _HEIGHT


@cache
def tiles() -> tuple[Tile, ...]:
    """Every tile, the islands last."""
    with _DATA.open(encoding="utf-8", newline="") as file:
        return tuple(
            Tile(row["code"], row["province"], int(row["column"]), int(row["row"]), row["name"])
            for row in csv.DictReader(file)
        )


def size() -> tuple[int, int]:
    """Width and height of the drawing."""
    across = max(tile.column for tile in tiles()) + 1
    down = max(tile.row for tile in tiles()) + 1
    return across * (_WIDTH + _GAP) - _GAP, down * (_HEIGHT + _GAP) - _GAP


def drawn(values: Mapping[str, TileValue]) -> list[DrawnTile]:
    """Every tile with what its province shows, by the province's code; an island shows its province's."""
    return [_drawn(tile, values.get(tile.province)) for tile in tiles()]


def _drawn(tile: Tile, value: TileValue | None) -> DrawnTile:
    return DrawnTile(
        tile=tile,
        x=tile.column * (_WIDTH + _GAP),
        y=tile.row * (_HEIGHT + _GAP),
        lines=_lines(tile.name),
        value=value.value if value else "–",
        shade=shade_of(value.percent if value else None),
        area_id=value.area_id if value else None,
        words=value.words if value else f"{tile.name}: chưa tham gia",
    )


def _lines(name: str) -> tuple[str, ...]:
    """The name on one line, or parted at the space nearest its middle."""
    if len(name) <= _LONGEST_LINE or " " not in name:
        return (name,)
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    cut = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return name[:cut], name[cut + 1 :]


def shade_of(percent: int | None) -> Shade:
    """The step a whole percent falls in; None: nothing is due yet, or nothing known."""
    if percent is None:
        return Shade.NOTHING
    if percent >= 100:
        return Shade.FULL
    return Shade.HIGH if percent >= 80 else Shade.MIDDLE if percent >= 50 else Shade.LOW
