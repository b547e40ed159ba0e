"""Who has and has not reported: units against periods of a year, with rates; a fixed number of queries."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import BodyLabel, body_labels
from phoihop.programmes.models import DutyParty, DutyRule, Programme
from phoihop.programmes.models.facts import DutyKind, DutySide, Frequency
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports import permissions
from phoihop.reports.calculations import Coverage, Standing, coverage_of
from phoihop.reports.models import Consolidation, Obligation
from phoihop.reports.queries.standing import COLOURS, Held, held


@dataclass(frozen=True)
class Cell:
    """A unit in a period; no cell where it owed nothing."""

    obligation_id: int
    report_id: int | None
    standing: Standing
    due_on: date

    @property
    def colour(self) -> str:
        return COLOURS[self.standing]


@dataclass(frozen=True)
class UnitRow:
    """A unit with one cell a period (None: not owed) and its own coverage so far."""

    body_id: int
    name: str
    cells: Sequence[Cell | None]
    coverage: Coverage


@dataclass(frozen=True)
class PeriodColumn:
    """A period with its due day, its coverage, and the consolidated report made of it."""

    period: Period
    due_on: date
    coverage: Coverage
    consolidation_id: int | None

    @property
    def has_due(self) -> bool:
        return self.coverage.due > 0


@dataclass(frozen=True)
class DutyBoard:
    """One duty of the programme in one year, through its editions; the newest row of it names it."""

    duty_id: int
    name: str
    columns: Sequence[PeriodColumn]
    rows: Sequence[UnitRow]
    coverage: Coverage


@dataclass(frozen=True)
class Board:
    """All duties of a programme in a year; `years` are those with obligations."""

    programme: Programme
    year: int
    years: Sequence[int]
    duties: Sequence[DutyBoard]
    coverage: Coverage


def board(programme: Programme, member: Member, *, year: int, today: date) -> Board:
    """The board as the member may see it; four queries whatever the number of units and periods.

    The year of an obligation is that of its due day; reviews over several years so stand in their last.
    """
    seen = Obligation.objects.visible_to(member).filter(programme=programme)
    years = sorted({day.year for day in seen.values_list("due_on", flat=True)})
    rows = held(seen.filter(due_on__year=year).order_by("duty__clause__order", "duty_key", "period_start"))
    labels = body_labels({row.row.body_id for row in rows}, min(today, date(year, 12, 31)))
    made = _consolidations(programme)
    by_duty: dict[uuid.UUID, list[Held]] = defaultdict(list)
    for row in rows:
        by_duty[row.row.duty_key].append(row)
    duties = [_duty(duty_rows, labels, made, today) for duty_rows in by_duty.values()]
    coverage = coverage_of([row.kept for row in rows], on=today)
    return Board(programme, year, years or [year], duties, coverage)


def _consolidations(programme: Programme) -> dict[tuple[uuid.UUID, date, date], int]:
    rows = Consolidation.objects.filter(programme=programme)
    return {
        (duty, start, end): pk
        for pk, duty, start, end in rows.values_list("pk", "duty__key", "period_start", "period_end")
    }


def _duty(
    rows: list[Held],
    labels: dict[int, BodyLabel],
    made: dict[tuple[uuid.UUID, date, date], int],
    today: date,
) -> DutyBoard:
    duty = max((row.row.duty for row in rows), key=lambda duty: duty.pk)
    periods = sorted({row.period for row in rows})
    by_body: dict[int, dict[Period, Held]] = defaultdict(dict)
    for row in rows:
        by_body[row.row.body_id][row.period] = row
    columns = [_column(period, [r for r in rows if r.period == period], made, today) for period in periods]
    units = [_unit(labels[body_id], found, periods, today) for body_id, found in by_body.items()]
    return DutyBoard(
        duty_id=duty.pk,
        name=duty.name,
        columns=columns,
        rows=sorted(units, key=lambda unit: labels[unit.body_id].sort_key),
        coverage=coverage_of([row.kept for row in rows], on=today),
    )


def _column(
    period: Period, rows: Iterable[Held], made: dict[tuple[uuid.UUID, date, date], int], today: date
) -> PeriodColumn:
    found = list(rows)
    return PeriodColumn(
        period=period,
        due_on=min(row.row.due_on for row in found),
        coverage=coverage_of([row.kept for row in found], on=today),
        consolidation_id=made.get((found[0].row.duty_key, period.start, period.end)),
    )


def _unit(label: BodyLabel, found: dict[Period, Held], periods: Sequence[Period], today: date) -> UnitRow:
    return UnitRow(
        body_id=label.id,
        name=label.short_name,
        cells=[_cell(found[period], today) if period in found else None for period in periods],
        coverage=coverage_of([row.kept for row in found.values()], on=today),
    )


def _cell(row: Held, today: date) -> Cell:
    return Cell(row.row.pk, row.report_id, row.standing(today), row.row.due_on)


def duties_on_demand(programme: Programme, member: Member) -> list[tuple[int, str]]:
    """Duties without a rhythm whose reports this member may ask for: id and name; two queries."""
    own = permissions.stands_for(member)
    rows = DutyRule.objects.filter(
        clause__edition__programme=programme,
        clause__edition__status=EditionStatus.IN_FORCE,
        frequency=Frequency.ON_DEMAND,
        kind__in=[DutyKind.REPORT, DutyKind.REVIEW],
        parties__side=DutySide.OWES,
    )
    if programme.lead_id not in own:
        asks = DutyParty.objects.exclude(side=DutySide.OWES).filter(duty=OuterRef("pk"), body__in=own)
        rows = rows.filter(Exists(asks))
    return list(rows.distinct().order_by("pk").values_list("pk", "name"))


@dataclass(frozen=True)
class ProgrammeLine:
    """A programme in the list of boards with its completeness this year."""

    id: int
    name: str
    coverage: Coverage
    is_sample: bool


def programme_lines(member: Member, *, year: int, today: date) -> list[ProgrammeLine]:
    """Programmes with obligations due in the year that the member may see; one query."""
    rows = held(Obligation.objects.visible_to(member).filter(due_on__year=year).order_by("programme__name"))
    by_programme: dict[int, list[Held]] = defaultdict(list)
    for row in rows:
        by_programme[row.row.programme_id].append(row)
    return [
        ProgrammeLine(
            id=found[0].row.programme_id,
            name=found[0].row.programme.name,
            coverage=coverage_of([row.kept for row in found], on=today),
            is_sample=found[0].row.programme.is_sample,
        )
        for found in by_programme.values()
    ]
