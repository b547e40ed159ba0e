"""Why an obligation is due on its day, in steps: the rule, the window, what was asked, extended, waived."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from phoihop.core import clock
from phoihop.core.batches import together
from phoihop.core.calendars import WorkingCalendar
from phoihop.core.periods import Period
from phoihop.organisations.models import BodyName
from phoihop.organisations.queries import BodyLabel
from phoihop.organisations.queries.labels import labels_from, names_of
from phoihop.programmes.calculations import due_rule_of
from phoihop.reports.calculations import Occasion, due_on, due_steps, explain_due
from phoihop.reports.calculations.windows import Room, room_between
from phoihop.reports.models import CalendarDay, CutoffWindow, DutySetting, Obligation, ReportRequest
from phoihop.reports.queries.rules import (
    Windows,
    calendar_days,
    calendar_from,
    cutoff_windows,
    lines_from,
)


@dataclass(frozen=True)
class DueTold:
    """The day in one line, every step of why, and the worked days left where a decree asks for some."""

    line: str
    steps: Sequence[str]
    room: Room | None = None


@dataclass(frozen=True)
class _Grounds:
    """What all of them are told from."""

    calendar: WorkingCalendar
    windows: Windows
    requests: Mapping[int, ReportRequest]
    names: Mapping[int, BodyLabel]


def dues_told(rows: Iterable[Obligation]) -> dict[int, DueTold]:
    """By obligation id, rows with their duty; one query, whatever their number."""
    asked = grounds_asked(rows)
    together(*asked.questions)
    return asked.told()


@dataclass(frozen=True)
class GroundsAsked:
    """What is read to tell why some obligations are due on their day; not asked yet."""

    rows: Sequence[Obligation]
    calendar: QuerySet[CalendarDay, tuple[date, str]]
    settings: QuerySet[DutySetting]
    windows: QuerySet[CutoffWindow]
    requests: QuerySet[ReportRequest]
    names: QuerySet[BodyName]

    @property
    def questions(self) -> tuple[QuerySet[Any, Any], ...]:
        """To be asked together, with others if they like."""
        return self.calendar, self.settings, self.windows, self.requests, self.names

    def told(self) -> dict[int, DueTold]:
        """By obligation id."""
        grounds = _Grounds(
            calendar=calendar_from(self.calendar),
            windows=Windows(lines_from(self.windows), {row.duty_key: row.scheme for row in self.settings}),
            requests={row.pk: row for row in self.requests},
            names=labels_from(self.names, clock.today()),
        )
        return {row.pk: _told(row, grounds) for row in self.rows}


def grounds_asked(rows: Iterable[Obligation]) -> GroundsAsked:
    """The questions about these rows, loaded with their duty; what none of them needs asks nothing."""
    found = list(rows)
    keys: set[uuid.UUID] = {row.duty_key for row in found if row.covers_end is not None}
    requests = ReportRequest.objects.filter(pk__in={row.request_id for row in found if row.request_id})
    return GroundsAsked(
        rows=found,
        calendar=calendar_days(),
        settings=DutySetting.objects.filter(duty_key__in=keys).exclude(scheme=""),
        windows=cutoff_windows() if keys else CutoffWindow.objects.none(),
        requests=requests,
        names=names_of(requests.values("by_body")),
    )


def _told(row: Obligation, grounds: _Grounds) -> DueTold:
    period = Period(row.period_start, row.period_end)
    request = grounds.requests.get(row.request_id or 0)
    steps = [*_rule_steps(row, period, request, grounds)]
    room = _room(row, period, grounds)
    steps[1:1] = _window_steps(row, period, grounds)
    if room is not None:
        steps.append(f"Từ ngày chốt số liệu đến hạn: {room.words}.")
    steps += _changes(row)
    return DueTold(_line(row, period, request, grounds), steps, room)


def _line(row: Obligation, period: Period, request: ReportRequest | None, grounds: _Grounds) -> str:
    said = f"hạn cuối: hết ngày {row.due_on:%d/%m/%Y}"
    if row.first_due_on is not None:
        return f"{said} (gia hạn, hạn đầu: hết ngày {row.first_due_on:%d/%m/%Y})"
    if request is not None:
        return f"{said}, theo yêu cầu của {_who(request, grounds)}"
    rule = due_rule_of(row.duty)
    if due_on(rule, period, grounds.calendar) != row.due_on:
        return f"{said}, giữ theo chế độ báo cáo trước khi đổi"
    return explain_due(rule, period, grounds.calendar)


def _who(request: ReportRequest, grounds: _Grounds) -> str:
    label = grounds.names.get(request.by_body_id)
    return label.short_name if label else "đơn vị yêu cầu"


def _rule_steps(
    row: Obligation, period: Period, request: ReportRequest | None, grounds: _Grounds
) -> Iterator[str]:
    rule, first = due_rule_of(row.duty), row.first_due_on or row.due_on
    if request is None:
        yield from due_steps(rule, Occasion(period), grounds.calendar)
        given: date | None = due_on(rule, period, grounds.calendar)
    elif request.event_on is not None:
        yield from due_steps(rule, Occasion(period, request.event_on), grounds.calendar)
        given = due_on(rule, period, grounds.calendar, event_on=request.event_on)
    else:
        yield f"Kỳ báo cáo: {_days(period)}."
        given = None
    if request is not None and given != first:
        asked_on = clock.day_of(request.asked_at)
        said = f"{_who(request, grounds)} yêu cầu ngày {asked_on:%d/%m/%Y}"
        yield f"{said}, ghi hạn đến hết ngày {first:%d/%m/%Y}."
    elif given != first:
        yield f"Hạn này lập trước khi chế độ báo cáo hoặc lịch nghỉ đổi nên giữ: hết ngày {first:%d/%m/%Y}."


def _days(period: Period) -> str:
    return f"từ ngày {period.start:%d/%m/%Y} đến hết ngày {period.end:%d/%m/%Y}"


def _window_steps(row: Obligation, period: Period, grounds: _Grounds) -> list[str]:
    if row.covers_start is None or row.covers_end is None:
        return []
    days = _days(Period(row.covers_start, row.covers_end))
    line = grounds.windows.line(row.duty_key, row.duty.frequency, period)
    return [f"Số liệu tính {days}{f', theo kỳ chốt số liệu của {line.document}' if line else ''}."]


def _room(row: Obligation, period: Period, grounds: _Grounds) -> Room | None:
    line = grounds.windows.line(row.duty_key, row.duty.frequency, period)
    if line is None or row.covers_start is None or row.covers_end is None:
        return None
    covers = Period(row.covers_start, row.covers_end)
    return room_between(line, covers=covers, due=row.due_on, calendar=grounds.calendar)


def _changes(row: Obligation) -> Iterator[str]:
    if row.inherited_from_id is not None:
        yield "Nhận bàn giao từ đơn vị trước, giữ nguyên hạn."
    if row.first_due_on is not None:
        yield f"Được gia hạn: từ hết ngày {row.first_due_on:%d/%m/%Y} đến hết ngày {row.due_on:%d/%m/%Y}."
    if row.waived_on is not None:
        yield f"Được miễn từ ngày {row.waived_on:%d/%m/%Y}: {row.waived_reason}"
