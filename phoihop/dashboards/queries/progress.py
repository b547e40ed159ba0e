"""Targets at a place with their pace, what they may come to, and why they are behind; constant queries."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from phoihop.core.numbers import decimal_words
from phoihop.core.periods import Period, calendar_period, periods_within, same_last_year
from phoihop.dashboards.calculations.forecast import NOT_ENOUGH, Forecast, forecast
from phoihop.dashboards.calculations.pace import Pace, adds_up, counted_until, has_pace, pace
from phoihop.dashboards.queries.goals import Goal, goals_at, spec_below
from phoihop.dashboards.queries.places import Place
from phoihop.targets.calculations import (
    Coverage,
    change_words,
    held,
    is_counted_whole,
    of_period,
    progress,
    target_words,
    total_progress,
    total_words,
    when_words,
    window_of,
    within,
)
from phoihop.targets.calculations.progress import Outcome, Progress
from phoihop.targets.content import Amount, TargetSpec
from phoihop.targets.models import Target
from phoihop.targets.queries.cards import colour_of
from phoihop.targets.queries.spans import edition_span
from phoihop.targets.queries.totals import PlaceTotal, TotalKey, place_totals

type Goals = Mapping[tuple[UUID, int], Goal]
YEARS_BACK = 3


@dataclass(frozen=True)
class At:
    """The place looked at, the periods closed there, their length in months, the day.

    `asks_as_written`: the place is the text's own, so that a target asks of it what is written.
    """

    area_id: int
    asks_as_written: bool
    months: int
    closed: Collection[Period]
    today: date

    @property
    def series(self) -> list[Period]:
        """Every period from YEARS_BACK years ago to the one of today."""
        span = Period(date(self.today.year - YEARS_BACK, 1, 1), calendar_period(self.today, self.months).end)
        return list(periods_within(span, months=self.months))

    @property
    def last_over(self) -> Period:
        """The last period that is over."""
        return self.series[-2]


@dataclass(frozen=True)
class Point:
    """What one period brought by itself; `number` is None where nobody said one, `percent` is of the goal."""

    period: Period
    words: str
    number: Decimal | None
    percent: Decimal | None
    coverage: Coverage
    is_closed: bool


@dataclass(frozen=True)
class TargetLine:
    """A target at a place. `pace` is None where it has none; `forecast_words` says the range or why not."""

    id: int
    name: str
    clause_path: str
    clause_key: str
    programme_id: int
    programme: str
    unit: str
    goal: str
    has_goal: bool
    goal_number: Decimal | None
    when: str
    window: Period
    value: str
    progress: Progress
    coverage: Coverage
    pace: Pace | None
    forecast: Forecast | None
    has_flow: bool
    adds_up: bool
    points: tuple[Point, ...]
    is_sample: bool

    @property
    def colour(self) -> str:
        """Of the badge; the words beside it say the same."""
        return "red" if self.is_behind else colour_of(self.progress.outcome)

    @property
    def label(self) -> str:
        """Where it stands in a word; what is not due yet but behind its pace says so."""
        is_slow = self.is_behind and self.progress.outcome == Outcome.NOT_DUE
        return "chậm nhịp" if is_slow else self.progress.label

    @property
    def is_behind(self) -> bool:
        """Behind its pace, or not reached when it should be."""
        if self.progress.outcome.is_met:
            return False
        return self.progress.outcome == Outcome.BEHIND or (self.pace is not None and self.pace.is_behind)

    @property
    def points_behind(self) -> int:
        """How many points of its goal it is behind; 0: it is not."""
        if not self.is_behind:
            return 0
        by_pace = -self.pace.points if self.pace else 0
        return max(by_pace, int(100 - min(self.progress.percent or 0, 100)) if not self.pace else 0, 1)

    @property
    def pace_words(self) -> str:
        if self.pace:
            return self.pace.words
        return "chưa giao phần" if self.goal == NO_SHARE else "không tính nhịp"

    @property
    def forecast_words(self) -> str:
        """ "từ 32 đến 41 hộ", or that too little is known, or that there is nothing to forecast."""
        if not self.has_flow:
            return ""
        if self.forecast is None:
            return NOT_ENOUGH
        low, high = decimal_words(self.forecast.low), decimal_words(self.forecast.high)
        return f"{low} {self.unit}" if low == high else f"từ {low} đến {high} {self.unit}"


NO_SHARE = "chưa giao phần"


def target_lines(targets: Sequence[Target], at: At, *, goals: Goals | None = None) -> list[TargetLine]:
    """The targets (with edition and clause) at the place, in their order; goals one query, totals their own.

    Only accepted figures count. `goals`: where they are known already.
    """
    if not targets:
        return []
    dated = [_Dated.of(target, spec, at) for target, spec in _asked(targets, at, goals)]
    windows = {window for row in dated for window in row.windows(at)}
    totals = place_totals([t.pk for t in targets], area_ids=[at.area_id], windows=windows)
    return [_line(row, _Totals(totals, row.target.pk, at.area_id), at) for row in dated]


def lines_below(target: Target, places: Sequence[Place], at: At) -> dict[int, TargetLine]:
    """One target at each of these places, by place; goals one query, totals their own."""
    if not places:
        return {}
    ids = [place.id for place in places]
    goals = goals_at([target.key], area_ids=ids, day=at.today)
    dated = {place.id: _Dated.of(target, _spec_at(target, goals, place.id), at) for place in places}
    windows = {window for row in dated.values() for window in row.windows(at)}
    totals = place_totals([target.pk], area_ids=ids, windows=windows)
    return {pk: _line(row, _Totals(totals, target.pk, pk), at) for pk, row in dated.items()}


def _asked(targets: Sequence[Target], at: At, goals: Goals | None) -> list[tuple[Target, TargetSpec | None]]:
    """Each target with what it asks of the place; None: its part was not given yet."""
    if at.asks_as_written:
        return [(target, target.spec) for target in targets]
    if goals is None:
        goals = goals_at([t.key for t in targets], area_ids=[at.area_id], day=at.today)
    return [(t, _spec_at(t, goals, at.area_id)) for t in targets]


def _spec_at(target: Target, goals: Goals, area_id: int) -> TargetSpec | None:
    if target.edition.programme.area_id == area_id:
        return target.spec
    return spec_below(target.spec, goals.get((target.key, area_id)))


@dataclass(frozen=True)
class _Dated:
    """A target with the window it is judged over."""

    target: Target
    spec: TargetSpec
    has_goal: bool
    window: Period

    @classmethod
    def of(cls, target: Target, spec: TargetSpec | None, at: At) -> "_Dated":
        span = edition_span(target.edition, at.today)
        window = window_of(target.spec, on=at.today, programme=span)
        shown = spec or replace(target.spec, baseline=None)
        return cls(target, within(shown, window), spec is not None, window)

    def windows(self, at: At) -> list[Period]:
        return [self.window, *self.until(at).values(), *at.series]

    def until(self, at: At) -> dict[date, Period]:
        """The window up to each of the two days its pace may be held on."""
        last = at.last_over
        days = [min(day, self.window.end) for day in (last.end, last.start - timedelta(days=1))]
        return {day: Period(self.window.start, day) for day in days if day >= self.window.start}


@dataclass(frozen=True)
class _Totals:
    """The totals of one target at one place."""

    found: Mapping[TotalKey, PlaceTotal]
    target_id: int
    area_id: int

    def of(self, window: Period) -> PlaceTotal:
        return self.found[self.target_id, self.area_id, window]


def _line(row: _Dated, totals: _Totals, at: At) -> TargetLine:
    target, spec, total = row.target, row.spec, totals.of(row.window)
    points = _points(row, totals, at)
    has_flow = row.has_goal and has_pace(spec)
    return TargetLine(
        id=target.pk,
        name=target.name,
        clause_path=target.clause.path,
        clause_key=str(target.clause.key),
        programme_id=target.edition.programme_id,
        programme=target.edition.programme.name,
        unit=held(spec, total)[0].unit,
        goal=target_words(spec) if row.has_goal else NO_SHARE,
        has_goal=row.has_goal,
        goal_number=spec.value if row.has_goal else None,
        when=when_words(spec),
        window=row.window,
        value=total_words(spec, total),
        progress=total_progress(spec, total, on=at.today) if row.has_goal else Progress(Outcome.NO_VALUE),
        coverage=total.coverage,
        pace=_pace(row, totals, points, at) if has_flow else None,
        forecast=_forecast(row, total, points, at) if has_flow else None,
        has_flow=has_flow,
        adds_up=adds_up(spec),
        points=points,
        is_sample=target.edition.is_sample,
    )


def _points(row: _Dated, totals: _Totals, at: At) -> tuple[Point, ...]:
    """Each period's own amount from the first that has one; "lũy kế" figures less the period before."""
    spec = replace(row.spec, due_on=None)
    found: list[Point] = []
    before: Amount | None = None
    for period in at.series:
        total = totals.of(period)
        compared, amount = held(spec, total)
        if compared == spec:
            own = of_period(spec, amount, before if _same_window(row, period, at) else None)
        else:
            own = amount
        before = amount or before
        if own is not None or found:
            found.append(_point(compared, own, total, period, at))
    return tuple(found)


def _point(compared: TargetSpec, own: Amount | None, total: PlaceTotal, period: Period, at: At) -> Point:
    is_over = period.end < at.today and total.coverage.due > 0 and total.coverage.is_full
    shown = progress(compared, own, on=at.today)
    return Point(
        period,
        change_words(compared, own),
        shown.value,
        shown.percent,
        total.coverage,
        is_closed=own is not None and own.is_number and (period in at.closed or is_over),
    )


def _same_window(row: _Dated, period: Period, at: At) -> bool:
    """Whether the period before lies in the same window, so that its "lũy kế" is a part of this one's."""
    earlier = calendar_period(period.start - timedelta(days=1), at.months)
    span = edition_span(row.target.edition, at.today)
    return window_of(row.target.spec, on=period.start, programme=span) == window_of(
        row.target.spec, on=earlier.start, programme=span
    )


def _closed(points: Sequence[Point]) -> dict[Period, Decimal]:
    return {p.period: p.number for p in points if p.is_closed and p.number is not None}


def _pace(row: _Dated, totals: _Totals, points: Sequence[Point], at: At) -> Pace | None:
    known = [p.period.end for p in points if p.number is not None]
    on = min(counted_until(at.today, months=at.months, latest=max(known, default=None)), row.window.end)
    window = row.until(at).get(on)
    if window is None:
        return None
    actual = total_progress(row.spec, totals.of(window), on=at.today).percent
    before = same_last_year(row.window)
    last_year = {p: a for p, a in _closed(points).items() if before.contains(p.start)}
    return pace(row.window, actual=actual or Decimal(0), on=on, last_year=last_year)


def _forecast(row: _Dated, total: PlaceTotal, points: Sequence[Point], at: At) -> Forecast | None:
    """By the end of the window: what is there, and the periods of it without a figure yet."""
    known = {p.period for p in points if p.number is not None}
    inside = [p for p in periods_within(row.window, months=at.months) if p not in known]
    ahead = [p for p in inside if p.end >= at.last_over.start]
    done = total.amount.numerator if total.amount and total.amount.numerator is not None else Decimal(0)
    return forecast(_closed(points), done=done, ahead=ahead, is_whole=is_counted_whole(row.spec))
