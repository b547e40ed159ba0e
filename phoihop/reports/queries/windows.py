"""For each duty of a programme, which days its figures cover by each choice, and what each leaves to work."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from phoihop.core.calendars import WorkingCalendar
from phoihop.core.periods import MONTHS_OF, Period, add_months
from phoihop.programmes.calculations import due_rule_of, rule_words
from phoihop.programmes.models import DutyRule, Programme
from phoihop.programmes.models.facts import DutyKind, Frequency
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.calculations import due_on, periods_of
from phoihop.reports.calculations.windows import CutoffLine, Room, covered_by, line_for, room_between
from phoihop.reports.models import DutySetting
from phoihop.reports.queries.rules import cutoff_lines, working_calendar

_SHOWN = 4


@dataclass(frozen=True)
class PeriodLine:
    """A period to come: the days its figures cover, its deadline, the worked days between."""

    period: Period
    covers: Period
    due_on: date
    room: Room | None


@dataclass(frozen=True)
class WindowChoice:
    """One way to reckon: "tính theo kỳ lịch", or a decree; with the next periods as they would be."""

    scheme: str
    label: str
    source: str
    lines: Sequence[PeriodLine]
    is_chosen: bool

    @property
    def is_too_short(self) -> bool:
        return any(line.room is not None and line.room.is_too_short for line in self.lines)


@dataclass(frozen=True)
class DutyWindows:
    """A duty with its choices; `version` of the present one."""

    key: uuid.UUID
    name: str
    frequency: str
    due: str
    choices: Sequence[WindowChoice]
    version: int


def duty_windows(programme: Programme, *, today: date) -> list[DutyWindows]:
    """The duties of the edition in force that recur; four queries."""
    duties = DutyRule.objects.filter(
        clause__edition__programme=programme,
        clause__edition__status=EditionStatus.IN_FORCE,
        kind__in=[DutyKind.REPORT, DutyKind.REVIEW],
        frequency__in=list(MONTHS_OF),
    ).order_by("clause__order", "pk")
    settings = {row.duty_key: row for row in DutySetting.objects.filter(programme=programme)}
    lines, calendar = cutoff_lines(), working_calendar()
    return [_windows(duty, settings.get(duty.key), lines, calendar, today) for duty in duties]


def _windows(
    duty: DutyRule, setting: DutySetting | None, lines: list[CutoffLine], calendar: WorkingCalendar,
    today: date,
) -> DutyWindows:  # fmt: skip
    chosen = setting.scheme if setting else ""
    schemes = {line.scheme: line for line in reversed(lines) if line.frequency == duty.frequency}
    choices = [
        WindowChoice("", "tính theo kỳ lịch", "", list(_lines(duty, "", lines, calendar, today)), not chosen)
    ]
    for scheme, line in schemes.items():
        found = list(_lines(duty, scheme, lines, calendar, today))
        label = f"theo kỳ chốt số liệu {line.document}"
        choices.append(WindowChoice(scheme, label, line.source, found, chosen == scheme))
    return DutyWindows(
        key=duty.key,
        name=duty.name,
        frequency=str(Frequency(duty.frequency).label),
        due=rule_words(due_rule_of(duty)),
        choices=choices,
        version=setting.version if setting else 0,
    )


def _lines(
    duty: DutyRule, scheme: str, lines: list[CutoffLine], calendar: WorkingCalendar, today: date
) -> Iterator[PeriodLine]:
    span = Period(today, add_months(today, 24))
    for period in islice(periods_of(duty.frequency, programme=span, within=span), _SHOWN):
        due = due_on(due_rule_of(duty), period, calendar)
        line = line_for(lines, scheme=scheme, frequency=duty.frequency, period=period) if scheme else None
        covers = covered_by(line, period) if line else period
        room = room_between(line, covers=covers, due=due, calendar=calendar) if line else None
        yield PeriodLine(period, covers, due, room)
