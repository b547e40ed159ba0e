"""One target opened into its facts: every figure, who recorded it, what it replaced, its evidence."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Prefetch

from phoihop.core.periods import Period
from phoihop.documents.models import StoredFile
from phoihop.organisations.queries import area_labels, body_labels
from phoihop.programmes.models import Mending
from phoihop.targets.calculations import Entry, amount_words, roll_up
from phoihop.targets.models import Figure, FigureEvidence, Target
from phoihop.targets.queries.cards import (
    Standing,
    TargetCard,
    standing,
    target_cards,
    unit_of,
)
from phoihop.targets.queries.keys import asked_by_row
from phoihop.targets.queries.loading import Facts, facts_by_target
from phoihop.targets.queries.shares import Shares, at_places, shares_of
from phoihop.targets.queries.spans import edition_span
from phoihop.targets.queries.wide import is_wide, quarter_totals


@dataclass(frozen=True)
class FigureLine:
    """A figure as recorded; `corrects` and `corrected_by` are the lines before and after it."""

    id: int
    period: Period
    body_id: int
    body: str
    area: str
    value: str
    state: str
    note: str
    origin: str
    recorded_by: str
    recorded_for: str
    recorded_at: datetime
    corrects: int | None
    corrected_by: int | None
    accepted_by: str
    accepted_at: datetime | None
    files: tuple[StoredFile, ...]
    is_sample: bool

    @property
    def is_current(self) -> bool:
        return self.corrected_by is None

    @property
    def is_accepted(self) -> bool:
        return self.accepted_at is not None

    @property
    def on_behalf(self) -> bool:
        """Entered by another body than the one it is about (nhập hộ)."""
        return self.recorded_for != self.body


@dataclass(frozen=True)
class PeriodLine:
    """What all bodies together reported for one period, accepted figures only; `number` for drawing."""

    period: Period
    value: str
    coverage: str
    number: Decimal | None


@dataclass(frozen=True)
class TargetFacts:
    """A target's page: its card, its periods, every figure newest first, how its reading was mended."""

    target: Target
    card: TargetCard
    periods: list[PeriodLine]
    figures: list[FigureLine]
    mendings: list[Mending]


def target_facts(
    target: Target, *, body_ids: Collection[int], on: date, at: Collection[int] | None = None
) -> TargetFacts:
    """The page of a target; figures of other bodies show too, marked as not accepted yet. Fourteen queries.

    With `at` only what belongs to these places. Where many places took the programme on, quarters stand for
    the periods, and of the figures only those of its own place: the others are found place by place.
    """
    span = edition_span(target.edition, on)
    wide = at is None and is_wide([target])
    card = target_cards([target], span=span, body_ids=body_ids, on=on, at=at, wide=wide)[0]
    if wide:
        root = target.edition.programme.area_id
        periods, at = _quarter_lines(target, root=root, span=span, on=on), [root]
    else:
        periods = period_lines(target, span=span, on=on, at=at)
    return TargetFacts(
        target=target,
        periods=periods,
        card=card,
        figures=figure_lines(target, on=on, at=at),
        mendings=list(
            Mending.objects.filter(subject="target", subject_id=target.pk)
            .select_related("by_person")
            .order_by("-at")
        ),
    )


def _quarter_lines(target: Target, *, root: int, span: Period, on: date) -> list[PeriodLine]:
    found = quarter_totals(target, root=root, span=span, on=on)
    return [_period_line(quarter, standing(target.spec, total, on=on)) for quarter, total in found]


def period_lines(
    target: Target, *, span: Period, on: date, at: Collection[int] | None = None
) -> list[PeriodLine]:
    """One line for each period with an accepted figure, in order of time; four queries."""
    facts = facts_by_target([target.pk], since=span.start, until=span.end, area_ids=at).get(
        target.pk, Facts()
    )
    rows = shares_of([target.pk], area_ids=at).get(target.pk, Shares()).rows
    leads = frozenset(row.body_id for row in rows if row.is_lead)
    due = frozenset(unit_of(row) for row in rows) or frozenset((e.body_id, e.area_id) for e in facts.current)
    by_period: dict[Period, list[Entry]] = defaultdict(list)
    for entry in facts.counted:
        by_period[entry.period].append(entry)
    return [
        _period_line(
            period, standing(target.spec, roll_up(target.spec, entries, due=due, leads=leads), on=on)
        )
        for period, entries in sorted(by_period.items(), key=lambda item: (item[0].end, item[0].start))
    ]


def _period_line(period: Period, found: Standing) -> PeriodLine:
    return PeriodLine(period, found.value, found.coverage.words, found.progress.value)


def figure_lines(target: Target, *, on: date, at: Collection[int] | None = None) -> list[FigureLine]:
    """Every figure ever recorded for the target in any edition (at these places), latest period first."""
    rows = list(
        at_places(Figure.objects.filter(target__in=list(asked_by_row([target.pk]))), at)
        .select_related("recorded_by", "acceptance__by_person", "corrected_by")
        .prefetch_related(Prefetch("evidence", FigureEvidence.objects.select_related("file").order_by("pk")))
        .order_by("-period_end", "-period_start", "body_id", "-id")
    )
    bodies = body_labels({i for row in rows for i in (row.body_id, row.recorded_for_id)}, on)
    areas = area_labels({row.area_id for row in rows}, on)
    names = {body_id: label.short_name for body_id, label in bodies.items()}
    places = {area_id: label.full_name for area_id, label in areas.items()}
    return [_line(target, row, names, places) for row in rows]


def _line(target: Target, row: Figure, names: dict[int, str], places: dict[int, str]) -> FigureLine:
    accepted = getattr(row, "acceptance", None)
    corrected_by = getattr(row, "corrected_by", None)
    return FigureLine(
        id=row.pk,
        period=row.period,
        body_id=row.body_id,
        body=names[row.body_id],
        area=places[row.area_id],
        value=amount_words(target.spec, row.amount),
        state=row.get_state_display(),
        note=row.note,
        origin=row.origin,
        recorded_by=row.recorded_by.full_name,
        recorded_for=names[row.recorded_for_id],
        recorded_at=row.recorded_at,
        corrects=row.corrects_id,
        corrected_by=corrected_by.pk if corrected_by else None,
        accepted_by=accepted.by_person.full_name if accepted else "",
        accepted_at=accepted.at if accepted else None,
        files=tuple(item.file for item in row.evidence.all()),
        is_sample=row.is_sample,
    )
