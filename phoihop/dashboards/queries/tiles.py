"""The provinces as tiles: how complete their reports are, or how far they are with a target."""

from dataclasses import dataclass
from datetime import date

from phoihop.core.member import Member
from phoihop.dashboards.calculations.heat import HeatCell, added
from phoihop.dashboards.calculations.tiles import CODES, DrawnTile, TileValue, drawn
from phoihop.dashboards.queries.place import at_place, targets_in
from phoihop.dashboards.queries.places import Place, children_of
from phoihop.dashboards.queries.progress import TargetLine, lines_below
from phoihop.dashboards.queries.scope import Scope
from phoihop.dashboards.queries.standings import Unit, standings
from phoihop.organisations.models import AreaCode
from phoihop.targets.models import Target


@dataclass(frozen=True)
class ProvinceLine:
    """A province in the table beside the drawing; `note` says the same in a sentence."""

    place: Place
    value: TileValue


@dataclass(frozen=True)
class TileMap:
    """The drawing with its table; `target` is None where it shows reports."""

    tiles: list[DrawnTile]
    lines: list[ProvinceLine]
    target: Target | None
    choices: list[tuple[int, str]]
    is_sample: bool


def tile_map(scope: Scope, member: Member, *, target_id: int | None, year: int, today: date) -> TileMap:
    """Provinces, codes and targets one query each; then the reports one, or a target's totals their own."""
    provinces = children_of(scope.place.id, today)
    targets = list(targets_in(scope))
    chosen = next((target for target in targets if target.pk == target_id), None)
    if chosen is None:
        found = standings(scope, member, year=year, today=today)
        values = {
            p.id: _reported(p, added(found.cells.get(Unit(True, p.id), {}).values())) for p in provinces
        }
    else:
        lines = lines_below(chosen, provinces, at_place(scope, today))
        values = {p.id: _reached(p, lines[p.id]) for p in provinces}
    codes = AreaCode.objects.on(today).filter(scheme=CODES, area__in=[p.id for p in provinces])
    by_code = {code: values[area_id] for area_id, code in codes.values_list("area_id", "code")}
    return TileMap(
        tiles=drawn(by_code),
        lines=[ProvinceLine(p, values[p.id]) for p in provinces],
        target=chosen,
        choices=[(target.pk, target.name) for target in targets],
        is_sample=scope.programme.is_sample,
    )


def _reported(place: Place, cell: HeatCell) -> TileValue:
    value = "–" if cell.percent is None else f"{cell.percent}%"
    return TileValue(place.id, value, cell.percent, f"{place.full_name}: {cell.words}")


def _reached(place: Place, line: TargetLine) -> TileValue:
    percent = None if line.progress.percent is None else int(line.progress.percent)
    covered = f" ({line.coverage.words} có số liệu)" if line.coverage.due else ""
    words = f"{place.full_name}: {line.value}{covered}, phải đạt {line.goal}, {line.pace_words}"
    return TileValue(place.id, "–" if percent is None else f"{percent}%", percent, words)
