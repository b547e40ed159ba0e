"""The heat table unit × period, with names, in pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.dashboards.calculations.heat import HeatCell, added
from phoihop.dashboards.queries.places import children_of
from phoihop.dashboards.queries.scope import Scope
from phoihop.dashboards.queries.standings import Standings, Unit, standings
from phoihop.organisations.queries import body_labels

PER_PAGE = 40
ORDERS = {"ten": "theo tên", "thieu": "thiếu nhiều nhất trước"}
type _Name = tuple[str, str]
"""A name, and the key its order goes by."""


@dataclass(frozen=True)
class HeatRow:
    """A unit with one cell a period, and all of them as one; `area_id` leads into a place."""

    name: str
    sort_key: str
    area_id: int | None
    cells: Sequence[HeatCell]
    total: HeatCell


@dataclass(frozen=True)
class Heat:
    """The picture: bodies of the place first, then what lies below, last what owes nothing."""

    periods: list[Period]
    rows: list[HeatRow]
    foot: Sequence[HeatCell]
    total: HeatCell
    is_sample: bool

    def page(self, number: str | None) -> Page[HeatRow]:
        return Paginator(self.rows, PER_PAGE).get_page(number)


def heat(scope: Scope, member: Member, *, year: int, order: str, today: date) -> Heat:
    """Three queries: the obligations, the names of bodies, the places below (those without any are shown)."""
    found = standings(scope, member, year=year, today=today)
    places, bodies = _names(scope, found, today)
    rows = [
        *(_row(found, Unit(False, pk), name) for pk, name in bodies.items()),
        *(_row(found, Unit(True, pk), name, area_id=pk) for pk, name in places.items()),
    ]
    foot = [added(row.cells[n] for row in rows) for n in range(len(found.periods))]
    return Heat(found.periods, _ordered(rows, order), foot, added(foot), found.is_sample)


def _names(scope: Scope, found: Standings, today: date) -> tuple[dict[int, _Name], dict[int, _Name]]:
    labels = body_labels({unit.id for unit in found.cells if not unit.is_place}, today)
    below = children_of(scope.place.id, today) if scope.has_places_below else []
    return (
        {place.id: (place.full_name, place.sort_key) for place in below},
        {pk: (label.short_name, label.sort_key) for pk, label in labels.items()},
    )


def _row(found: Standings, unit: Unit, name: _Name, *, area_id: int | None = None) -> HeatRow:
    own = found.cells.get(unit, {})
    cells = [own.get(period, HeatCell()) for period in found.periods]
    return HeatRow(name[0], name[1], area_id, cells, added(cells))


def _ordered(rows: list[HeatRow], order: str) -> list[HeatRow]:
    by_name = sorted(rows, key=lambda row: (not row.total.counts, row.area_id is not None, row.sort_key))
    return sorted(by_name, key=lambda row: -row.total.missing) if order == "thieu" else by_name
