"""Days off and worked written by an administrator: the due days to come move with them, and back."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import Count
from django.db.models.functions import Coalesce

from phoihop.core import clock
from phoihop.core.calendars import WorkingCalendar
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.programmes.calculations import due_rule_of
from phoihop.programmes.models import DutyRule
from phoihop.reports.calculations import due_on
from phoihop.reports.calculations.calendar_lines import HOLIDAY, WORKING, DayChange, DayLine, changes_of
from phoihop.reports.models import CalendarChange, CalendarDay, Obligation
from phoihop.reports.relief_permissions import keeps_calendar

_SHIFT = """
UPDATE reports_obligation o
SET due_on = CASE WHEN o.first_due_on IS NULL THEN m.after ELSE GREATEST(o.due_on, m.after) END,
    first_due_on = CASE WHEN m.after < o.due_on AND o.first_due_on IS NOT NULL THEN m.after END
FROM unnest(%(duties)s::bigint[], %(starts)s::date[], %(ends)s::date[], %(befores)s::date[],
            %(afters)s::date[]) AS m(duty_id, period_start, period_end, before, after)
WHERE o.duty_id = m.duty_id AND o.period_start = m.period_start AND o.period_end = m.period_end
  AND COALESCE(o.first_due_on, o.due_on) = m.before
  AND o.report_status = '' AND o.ended_on IS NULL AND o.inherited_from_id IS NULL AND o.request_id IS NULL
  AND NOT EXISTS (SELECT FROM organisations_body b WHERE b.id = o.body_id AND b.valid_to < m.after)
"""


@dataclass(frozen=True)
class Shifted:
    """The obligations of one duty and period, by how many days and how many bodies."""

    duty_id: int
    name: str
    period: Period
    before: date
    after: date
    count: int


@dataclass(frozen=True)
class Preview:
    """What writing the days would do: the days that differ, the due days that would move."""

    changes: list[DayChange]
    shifts: list[Shifted]

    @property
    def count(self) -> int:
        return sum(shift.count for shift in self.shifts)


def known_days() -> dict[date, DayLine]:
    """Every day on record; one query."""
    rows = CalendarDay.objects.order_by("day")
    return {row.day: DayLine(row.day, row.kind, row.name, row.source) for row in rows}


def preview_days(lines: Collection[DayLine], *, today: date) -> Preview:
    """What `write_days` would do; nothing is written. Three queries."""
    known = known_days()
    changes = changes_of(lines, known)
    wanted = {day: line for day, line in known.items() if day not in {c.day for c in changes}}
    wanted |= {c.day: c.after for c in changes if c.after is not None}
    return Preview(changes, _shifts(_calendar(known), _calendar(wanted), today))


def _calendar(days: Mapping[date, DayLine]) -> WorkingCalendar:
    return WorkingCalendar(
        holidays=frozenset(day for day, line in days.items() if line.kind == HOLIDAY),
        worked=frozenset(day for day, line in days.items() if line.kind == WORKING),
    )


def _shifts(before: WorkingCalendar, after: WorkingCalendar, today: date) -> list[Shifted]:
    """Only due days to come of reports nobody began, and only those the rule itself gave."""
    groups = (
        Obligation.objects.filter(
            due_on__gte=today, report_status="", ended_on=None, inherited_from=None, request=None
        )
        .values("duty_id", "period_start", "period_end")
        .annotate(rule_due_on=Coalesce("first_due_on", "due_on"), count=Count("pk"))
        .order_by("rule_due_on", "duty_id")
    )
    found = list(groups)
    duties = DutyRule.everywhere.in_bulk({row["duty_id"] for row in found})
    shifts = []
    for row in found:
        duty, period = duties[row["duty_id"]], Period(row["period_start"], row["period_end"])
        rule = due_rule_of(duty)
        old, new = due_on(rule, period, before), due_on(rule, period, after)
        if old == row["rule_due_on"] and new != old and new >= today:
            shifts.append(Shifted(duty.pk, duty.name, period, old, new, row["count"]))
    return shifts


@transaction.atomic
def write_days(*, lines: Collection[DayLine], by: Member, at: datetime) -> CalendarChange:
    """Write days off and worked (a line without kind takes one out) and move the due days to come.

    One change, undone as a whole; Refused when nothing differs.
    """
    if not keeps_calendar(by):
        raise PermissionDenied
    _lock()
    preview = preview_days(lines, today=clock.day_of(at))
    if not preview.changes:
        raise Refused("Các ngày này đã có trong lịch như vậy rồi.")
    _write((change.day, change.after) for change in preview.changes)
    moves = [_move(shift) for shift in preview.shifts]
    return CalendarChange.objects.create(
        days=[
            {"day": c.day.isoformat(), "before": _kept(c.before), "after": _kept(c.after)}
            for c in preview.changes
        ],
        moves=moves, moved=_shift(moves), verb="write", by_person_id=by.person_id, by_body_id=by.body_id,
        at=at,
    )  # fmt: skip


@transaction.atomic
def undo_days(*, change: CalendarChange, by: Member, at: datetime) -> CalendarChange:
    """The days as they were, and the due days to come back; not once a later change wrote over a day."""
    if not keeps_calendar(by):
        raise PermissionDenied
    _lock()
    row = CalendarChange.objects.select_for_update().get(pk=change.pk)
    if row.undone_at is not None:
        raise Conflict("Lần sửa lịch này")
    known = known_days()
    for given in row.days:
        day = date.fromisoformat(given["day"])
        if known.get(day) != _read(day, given["after"]):
            raise Refused(f"Ngày {day:%d/%m/%Y} đã được sửa sau đó nên không hoàn tác được.")
    _write((date.fromisoformat(given["day"]), _read_of(given)) for given in row.days)
    today = clock.day_of(at).isoformat()
    back = [move | {"before": move["after"], "after": move["before"]} for move in row.moves]
    _shift([move for move in back if move["after"] >= today and move["before"] >= today])
    row.undone_at = at
    row.save(update_fields=["undone_at"])
    return row


def _lock() -> None:
    """One at a time writes the calendar; readers go on."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE reports_calendarday IN SHARE ROW EXCLUSIVE MODE")


def _write(days: Iterable[tuple[date, DayLine | None]]) -> None:
    given = list(days)
    CalendarDay.objects.filter(day__in=[day for day, line in given if line is None]).delete()
    CalendarDay.objects.bulk_create(
        (
            CalendarDay(day=line.day, kind=line.kind, name=line.name, source=line.source)
            for _, line in given
            if line is not None
        ),
        update_conflicts=True,
        unique_fields=["day"],
        update_fields=["kind", "name", "source"],
    )


def _kept(line: DayLine | None) -> dict[str, str] | None:
    return None if line is None else {"kind": line.kind, "name": line.name, "source": line.source}


def _read(day: date, kept: dict[str, str] | None) -> DayLine | None:
    return None if kept is None else DayLine(day, **kept)


def _read_of(given: dict[str, Any]) -> DayLine | None:
    return _read(date.fromisoformat(given["day"]), given["before"])


def _move(shift: Shifted) -> dict[str, Any]:
    return {
        "duty": shift.duty_id,
        "start": shift.period.start.isoformat(),
        "end": shift.period.end.isoformat(),
        "before": shift.before.isoformat(),
        "after": shift.after.isoformat(),
    }


def _shift(moves: Collection[Mapping[str, Any]]) -> int:
    """Move the due days of all bodies at once; answers how many."""
    if not moves:
        return 0
    columns = {"duties": "duty", "starts": "start", "ends": "end", "befores": "before", "afters": "after"}
    with connection.cursor() as cursor:
        cursor.execute(_SHIFT, {name: [move[key] for move in moves] for name, key in columns.items()})
        return int(cursor.rowcount)
