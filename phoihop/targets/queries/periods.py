"""The periods of a programme with their state: open, closed, opened again; and what a closing would keep."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from phoihop.core.periods import Period
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import Edition, Programme
from phoihop.targets.calculations import period_choices
from phoihop.targets.models import ClosedPeriod, Figure, Target
from phoihop.targets.queries.spans import span_of


@dataclass(frozen=True)
class Closure:
    """One closing, and its opening again."""

    id: int
    period: Period
    closed_by: str
    closed_at: datetime
    reopened_by: str
    reopened_at: datetime | None
    reason: str

    @property
    def is_closed(self) -> bool:
        return self.reopened_at is None


@dataclass(frozen=True)
class PeriodLine:
    """A period that ended; `closure` while it is closed, `within` a longer closed one that holds it."""

    period: Period
    closure: Closure | None
    within: str
    was_reopened: bool

    @property
    def can_close(self) -> bool:
        return self.closure is None and not self.within

    @property
    def state(self) -> str:
        if self.closure:
            return "đã khóa"
        if self.within:
            return f"đã khóa cùng {self.within}"
        return "mở lại" if self.was_reopened else "đang mở"

    @property
    def colour(self) -> str:
        return "green" if not self.can_close else "orange" if self.was_reopened else "blue"


def closures_of(programme: Programme, *, on: date) -> list[Closure]:
    """Every closing, the latest period first; two queries."""
    rows = list(
        ClosedPeriod.objects.filter(programme=programme)
        .select_related("closed_by", "reopened_by")
        .order_by("-period_end", "-period_start", "-closed_at")
    )
    bodies = {pk for row in rows for pk in (row.closed_for_id, row.reopened_for_id) if pk}
    names = {pk: label.short_name for pk, label in body_labels(bodies, on).items()}
    return [
        Closure(
            id=row.pk,
            period=row.period,
            closed_by=f"{row.closed_by.full_name}, {names[row.closed_for_id]}",
            closed_at=row.closed_at,
            reopened_by=f"{row.reopened_by.full_name}, {names[row.reopened_for_id]}"
            if row.reopened_by and row.reopened_for_id
            else "",
            reopened_at=row.reopened_at,
            reason=row.reason,
        )
        for row in rows
    ]


def period_lines(
    edition: Edition, closures: Collection[Closure], *, today: date
) -> list[tuple[str, list[PeriodLine]]]:
    """The periods of the programme that ended by now, by length, newest first."""
    span = span_of(edition)
    start = max(span.start, date(today.year - 6, 1, 1))
    groups = period_choices(Period(start, min(span.end, today)), today=today) if start <= today else []
    ended = [(name, [p for p in periods if p.end < today]) for name, periods in groups]
    return [(name, [_line(p, closures) for p in periods]) for name, periods in ended if periods]


def _line(period: Period, closures: Collection[Closure]) -> PeriodLine:
    closed = [c for c in closures if c.is_closed]
    longer = [c for c in closed if c.period != period and _holds(c.period, period)]
    return PeriodLine(
        period=period,
        closure=next((c for c in closed if c.period == period), None),
        within=longer[0].period.label if longer else "",
        was_reopened=any(c.period == period and not c.is_closed for c in closures),
    )


def _holds(one: Period, other: Period) -> bool:
    return one.start <= other.start and other.end <= one.end


@dataclass(frozen=True)
class Standing:
    """What is recorded for a period: figures that stand, and of them those not accepted yet."""

    figures: int
    pending: int


def standing_in(programme: Programme, period: Period) -> Standing:
    """Of every figure of the programme's targets inside the period; one query."""
    targets = Target.objects.filter(edition__programme=programme)
    inside = Figure.objects.current().filter(
        target__in=targets.values("pk"), period_start__gte=period.start, period_end__lte=period.end
    )
    found = inside.aggregate(figures=Count("pk"), pending=Count("pk", filter=Q(acceptance=None)))
    return Standing(found["figures"], found["pending"])
