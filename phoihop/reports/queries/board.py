"""Who has and has not reported: units against periods of a year, with rates; a fixed number of queries."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.queries import BodyLabel, body_labels
from phoihop.programmes.models import DutyParty, DutyRule, Programme
from phoihop.programmes.models.facts import DutyKind, DutySide, Frequency
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports import permissions
from phoihop.reports.calculations import Coverage, Standing, coverage_of
from phoihop.reports.models import Consolidation, Obligation
from phoihop.reports.queries.counting import countable, coverage_from, tallies
from phoihop.reports.queries.explaining import DueTold, dues_told
from phoihop.reports.queries.standing import COLOURS, Held, held


@dataclass(frozen=True)
class Cell:
    """A unit in a period; no cell where it owed nothing."""

    obligation_id: int
    report_id: int | None
    standing: Standing
    due_on: date
    is_extended: bool = False

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
    told: DueTold

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
    """The board as the member may see it; a fixed number of queries whatever the units and periods.

    The year of an obligation is that of the day its rule gave, also when extended past it; reviews over
    several years so stand in their last.
    """
    seen = Obligation.objects.visible_to(member).filter(programme=programme)
    given = seen.annotate(rule_due_on=Coalesce("first_due_on", "due_on"))
    years = sorted({day.year for day in given.dates("rule_due_on", "year")})
    order = ("duty__clause__order", "duty_key", "period_start")
    rows = held(given.filter(rule_due_on__year=year).order_by(*order))
    labels = body_labels({row.row.body_id for row in rows}, min(today, date(year, 12, 31)))
    made = _consolidations(programme)
    by_duty: dict[uuid.UUID, list[Held]] = defaultdict(list)
    for row in rows:
        by_duty[row.row.duty_key].append(row)
    grounds = _Grounds(labels, made, _told_of_periods(rows), today)
    duties = [_duty(duty_rows, grounds) for duty_rows in by_duty.values()]
    coverage = coverage_of([row.kept for row in rows], on=today)
    return Board(programme, year, years or [year], duties, coverage)


@dataclass(frozen=True)
class _Grounds:
    """What every part of the board is made with: names, consolidated reports, why days are due, today."""

    labels: dict[int, BodyLabel]
    made: dict[tuple[uuid.UUID, date, date], int]
    told: dict[tuple[uuid.UUID, Period], DueTold]
    today: date


def _told_of_periods(rows: Iterable[Held]) -> dict[tuple[uuid.UUID, Period], DueTold]:
    """Why each duty is due in each period, from a row nobody was given more time for, where there is one."""
    ordered = sorted(rows, key=lambda row: row.kept.is_extended, reverse=True)
    chosen = {(row.row.duty_key, row.period): row.row for row in ordered}
    told = dues_told(chosen.values())
    return {key: told[row.pk] for key, row in chosen.items()}


def _consolidations(programme: Programme) -> dict[tuple[uuid.UUID, date, date], int]:
    rows = Consolidation.objects.filter(programme=programme)
    return {
        (duty, start, end): pk
        for pk, duty, start, end in rows.values_list("pk", "duty__key", "period_start", "period_end")
    }


def _duty(rows: list[Held], grounds: _Grounds) -> DutyBoard:
    labels, today = grounds.labels, grounds.today
    duty = max((row.row.duty for row in rows), key=lambda duty: duty.pk)
    periods = sorted({row.period for row in rows})
    by_body: dict[int, dict[Period, Held]] = defaultdict(dict)
    for row in rows:
        by_body[row.row.body_id][row.period] = row
    columns = [_column(period, [r for r in rows if r.period == period], grounds) for period in periods]
    units = [_unit(labels[body_id], found, periods, today) for body_id, found in by_body.items()]
    return DutyBoard(
        duty_id=duty.pk,
        name=duty.name,
        columns=columns,
        rows=sorted(units, key=lambda unit: labels[unit.body_id].sort_key),
        coverage=coverage_of([row.kept for row in rows], on=today),
    )


def _column(period: Period, rows: Iterable[Held], grounds: _Grounds) -> PeriodColumn:
    found = list(rows)
    key = found[0].row.duty_key
    return PeriodColumn(
        period=period,
        due_on=min(row.row.first_due_on or row.row.due_on for row in found),
        coverage=coverage_of([row.kept for row in found], on=grounds.today),
        consolidation_id=grounds.made.get((key, period.start, period.end)),
        told=grounds.told[key, period],
    )


def _unit(label: BodyLabel, found: dict[Period, Held], periods: Sequence[Period], today: date) -> UnitRow:
    return UnitRow(
        body_id=label.id,
        name=label.short_name,
        cells=[_cell(found[period], today) if period in found else None for period in periods],
        coverage=coverage_of([row.kept for row in found.values()], on=today),
    )


def _cell(row: Held, today: date) -> Cell:
    return Cell(row.row.pk, row.report_id, row.standing(today), row.row.due_on, row.kept.is_extended)


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
    """Programmes with obligations due in the year that the member may see; one query.

    A place's programme that adopted one from above is reached through the places of that one, but at the
    place itself.
    """
    seen = Obligation.objects.visible_to(member).filter(due_on__year=year)
    own = Q(programme__adoption=None) | Q(programme__area=member.area_id)
    rows = countable(seen.filter(own)).values("programme_id", "programme__name", "programme__is_sample")
    return [
        ProgrammeLine(
            id=row["programme_id"],
            name=row["programme__name"],
            coverage=coverage_from(row),
            is_sample=row["programme__is_sample"],
        )
        for row in rows.annotate(**tallies(today)).order_by("programme__name", "programme_id")
    ]
