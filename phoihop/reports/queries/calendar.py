"""The working calendar as a page shows it: the days of a year, and every change of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from phoihop.people.models import Person
from phoihop.reports.models import CalendarChange, CalendarDay


@dataclass(frozen=True)
class ChangeLine:
    """A change made: by whom, how many days, how many due days moved with them."""

    id: int
    who: str
    at: datetime
    days: Sequence[tuple[date, str]]
    moved: int
    is_undone: bool


@dataclass(frozen=True)
class CalendarPage:
    """A year's days off and worked; `years` are those with any, and this one."""

    year: int
    years: Sequence[int]
    days: Sequence[CalendarDay]
    changes: Sequence[ChangeLine]


def calendar_page(*, year: int, today: date) -> CalendarPage:
    """Four queries."""
    kept = CalendarDay.objects.dates("day", "year")
    changes = list(CalendarChange.objects.order_by("-at", "-pk")[:10])
    names = Person.objects.in_bulk({row.by_person_id for row in changes})
    return CalendarPage(
        year=year,
        years=sorted({day.year for day in kept} | {today.year, today.year + 1, year}),
        days=list(CalendarDay.objects.filter(day__year=year).order_by("day")),
        changes=[_line(row, str(names[row.by_person_id])) for row in changes],
    )


def _line(row: CalendarChange, who: str) -> ChangeLine:
    days = [(date.fromisoformat(given["day"]), _words(given["after"])) for given in row.days]
    return ChangeLine(row.pk, who, row.at, days, row.moved, row.undone_at is not None)


def _words(after: dict[str, str] | None) -> str:
    if after is None:
        return "bỏ khỏi lịch"
    return f"{CalendarDay.Kind(after['kind']).label}, {after['name']}"
