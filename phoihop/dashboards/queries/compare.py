"""The places below, side by side for one target: like with like, the furthest behind first."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.core.paginator import Page, Paginator

from phoihop.dashboards.calculations.peers import Peer, Rank, ranks
from phoihop.dashboards.queries.place import at_place, targets_in
from phoihop.dashboards.queries.places import Place, children_of
from phoihop.dashboards.queries.progress import NO_SHARE, TargetLine, lines_below
from phoihop.dashboards.queries.scope import Scope
from phoihop.targets.models import Target

PER_PAGE = 50
ORDERS = {"cham": "chậm nhất trước", "ten": "theo tên"}


@dataclass(frozen=True)
class ComparedPlace:
    """A place below with where it stands, and its rank among its like."""

    place: Place
    line: TargetLine
    rank: Rank


@dataclass(frozen=True)
class Comparison:
    """All places below for one target."""

    target: Target
    choices: list[tuple[int, str]]
    rows: list[ComparedPlace]

    def page(self, number: str | None) -> Page[ComparedPlace]:
        return Paginator(self.rows, PER_PAGE).get_page(number)


def comparison(scope: Scope, *, target_id: int | None, order: str, today: date) -> Comparison | None:
    """None without a target. Targets one query, places one, goals one, totals their own."""
    targets = list(targets_in(scope))
    chosen = next((target for target in targets if target.pk == target_id), next(iter(targets), None))
    if chosen is None:
        return None
    places = children_of(scope.place.id, today)
    lines = lines_below(chosen, places, at_place(scope, today))
    rank = ranks(_peer(place, lines[place.id]) for place in places)
    rows = [ComparedPlace(place, lines[place.id], rank[place.id]) for place in places]
    if order != "ten":
        rows.sort(key=lambda row: (-row.line.points_behind, row.line.goal == NO_SHARE))
    return Comparison(chosen, [(target.pk, target.name) for target in targets], rows)


def _peer(place: Place, line: TargetLine) -> Peer:
    percent = line.progress.percent
    return Peer(
        id=place.id,
        kind=place.kind_words,
        level=place.level,
        below=place.below,
        result=None if percent is None else Fraction(percent),
        is_complete=line.coverage.is_full and line.coverage.due > 0,
    )
