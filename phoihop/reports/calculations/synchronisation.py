"""How the obligations of an edition follow its rules: the past untouched, the future remade, data kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from phoihop.core.periods import Period


@dataclass(frozen=True, order=True)
class Key:
    """One obligation: a duty, the body that owes it, and the period it is about."""

    duty_id: int
    body_id: int
    period: Period


@dataclass(frozen=True)
class Existing:
    """A row that is there; `has_data` when somebody began a report on it; settled: ended or inherited."""

    id: int
    key: Key
    due_on: date
    has_data: bool
    is_settled: bool = False


@dataclass
class Changes:
    """What to write: new rows, new due dates by id, ids to remove, ids to keep and flag."""

    create: dict[Key, date] = field(default_factory=dict)
    move: dict[int, date] = field(default_factory=dict)
    remove: list[int] = field(default_factory=list)
    flag: list[int] = field(default_factory=list)


def changes_for(
    *, wanted: Mapping[Key, date], existing: Iterable[Existing], made_for: Period, today: date
) -> Changes:
    """Compare what the rules want (due date by key, of every period begun by `made_for.end`) with the rows.

    New rows are due inside `made_for`; in the past only for a duty that had none there yet (a paper recorded
    later), so that a mended rule never adds an overdue report. Doing it twice changes nothing.
    """
    rows = list(existing)
    changes = Changes()
    for row in rows:
        if row.due_on >= today and not row.is_settled and row.key.period.start <= made_for.end:
            _follow(row, wanted.get(row.key), today, changes)
    known = {row.key for row in rows}
    last_due = _last_due_by_duty(rows)
    changes.create = {
        key: due
        for key, due in wanted.items()
        if key not in known and made_for.contains(due) and _may_begin(due, today, last_due.get(key.duty_id))
    }
    return changes


def _follow(row: Existing, due: date | None, today: date, changes: Changes) -> None:
    if due == row.due_on:
        return
    if row.has_data:
        changes.flag.append(row.id)
    elif due is None:
        changes.remove.append(row.id)
    elif due >= today:
        changes.move[row.id] = due


def _last_due_by_duty(rows: Iterable[Existing]) -> dict[int, date]:
    last: dict[int, date] = {}
    for row in rows:
        last[row.key.duty_id] = max(row.due_on, last.get(row.key.duty_id, row.due_on))
    return last


def _may_begin(due: date, today: date, last_due: date | None) -> bool:
    return due >= today or last_due is None or due > last_due
