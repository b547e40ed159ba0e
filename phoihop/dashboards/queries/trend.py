"""Small charts of a place: one a target, or for one target one a place below; all in percent of the goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.core.paginator import Page, Paginator

from phoihop.core.periods import Period, calendar_period
from phoihop.dashboards.calculations.multiples import SmallChart, charts, running, top_of
from phoihop.dashboards.queries.place import at_place, targets_in
from phoihop.dashboards.queries.places import Place, children_of
from phoihop.dashboards.queries.progress import At, Point, TargetLine, lines_below, target_lines
from phoihop.dashboards.queries.scope import Scope
from phoihop.targets.models import Target

PER_PAGE = 24


@dataclass(frozen=True)
class TrendRow:
    """One small chart with its numbers: `percents` of the goal, `points` what the periods brought."""

    title: str
    line: TargetLine
    area_id: int | None
    points: Sequence[Point | None]
    percents: Sequence[Decimal | None]
    chart: SmallChart

    @property
    def words(self) -> str:
        """The same for who does not see the drawing."""
        known = [p for p in self.points if p is not None]
        if not known:
            return f"{self.title}: chưa có số liệu được duyệt"
        said = "; ".join(f"{p.period.label} {p.words}" for p in known)
        return f"{self.title}, phải đạt {self.line.goal}: {said}"


@dataclass(frozen=True)
class Trend:
    """The charts on one scale from 0 to `top` percent over `periods`; `target`: all are of this one."""

    periods: list[Period]
    rows: list[TrendRow]
    top: int
    target: Target | None
    choices: list[tuple[int, str]]
    page: Page[Place] | None

    @property
    def is_sample(self) -> bool:
        return any(row.line.is_sample for row in self.rows)


def trend(scope: Scope, *, target_id: int | None, page: str | None, today: date) -> Trend:
    """Targets one query, goals one, totals their own; for one target at places below one more for names."""
    targets = list(targets_in(scope))
    choices = [(target.pk, target.name) for target in targets] if scope.has_places_below else []
    chosen = next((target for target in targets if target.pk == target_id), None)
    at = at_place(scope, today)
    if chosen is None or not scope.has_places_below:
        lines = target_lines(targets, at)
        return _drawn([(line.name, None, line) for line in lines], at, choices=choices)
    places = Paginator(children_of(scope.place.id, today), PER_PAGE).get_page(page)
    below = lines_below(chosen, list(places.object_list), at)
    found = [(place.full_name, place.id, below[place.id]) for place in places.object_list]
    return _drawn(found, at, choices=choices, target=chosen, page=places)


def _drawn(
    found: Sequence[tuple[str, int | None, TargetLine]],
    at: At,
    *,
    choices: list[tuple[int, str]],
    target: Target | None = None,
    page: Page[Place] | None = None,
) -> Trend:
    periods = _shown(found, at)
    points = [_points(line, periods) for _, _, line in found]
    percents = [_percents(line, row, periods) for (_, _, line), row in zip(found, points, strict=True)]
    rows = [
        TrendRow(title, line, area_id, *drawn)
        for (title, area_id, line), drawn in zip(
            found, zip(points, percents, charts(percents), strict=True), strict=True
        )
    ]
    return Trend(periods, rows, int(top_of(percents)), target, choices, page)


def _shown(found: Sequence[tuple[str, int | None, TargetLine]], at: At) -> list[Period]:
    """From the first period with a figure to the last that is over, and the running one where it has one."""
    known = [p.period for _, _, line in found for p in line.points if p.number is not None]
    first, last = min(known, default=at.last_over), max([*known, at.last_over])
    return [period for period in at.series if first <= period <= last]


def _points(line: TargetLine, periods: Sequence[Period]) -> list[Point | None]:
    by_period = {point.period: point for point in line.points}
    return [by_period.get(period) for period in periods]


def _percents(
    line: TargetLine, points: Sequence[Point | None], periods: Sequence[Period]
) -> list[Decimal | None]:
    """Of the goal: for what adds up its sum within each window so far, else where each period stood."""
    goal = line.goal_number
    if not goal or not line.adds_up:
        return [point.percent if point and line.has_goal else None for point in points]
    months = line.window.months
    begins = [_begins(period, months) for period in periods]
    numbers = running([point.number if point else None for point in points], begins=begins)
    return [None if number is None else (number * 100 / goal).quantize(Decimal("0.1")) for number in numbers]


def _begins(period: Period, months: int) -> bool:
    """Whether a window of so many months begins with the period; one longer than a year never ends."""
    if months > 12:
        return False
    before = period.start - timedelta(days=1)
    return calendar_period(before, months) != calendar_period(period.start, months)
