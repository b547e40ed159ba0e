"""How what follows from duties follows them: the past untouched, the future remade, rows with data kept.

The same rule serves obligations (reports) and scheduled tasks (plans), for a duty mended in one edition and
for an edition that takes the place of another.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from phoihop.core.periods import Period


@dataclass(frozen=True, order=True)
class Key:
    """What is owed once, through all editions: a duty by its key, the body that owes it, the period."""

    duty: uuid.UUID
    body_id: int
    period: Period


@dataclass(frozen=True)
class Existing:
    """A row that is there, under the duty row `rule_id`.

    `has_data`: somebody began to work on it. Settled: inherited or asked for by somebody (no rule makes or
    moves it), or ended (nothing touches it any more).
    """

    id: int
    key: Key
    due_on: date
    has_data: bool
    is_settled: bool = False
    is_ended: bool = False
    is_flagged: bool = False
    rule_id: int = 0


@dataclass
class Changes:
    """What to write: new rows, new due dates by id, and ids to remove, to end, to flag or not flag any more,
    and to stand under the present duty row (`adopt`)."""

    create: dict[Key, date] = field(default_factory=dict)
    move: dict[int, date] = field(default_factory=dict)
    remove: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    flag: list[int] = field(default_factory=list)
    unflag: list[int] = field(default_factory=list)
    adopt: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Interval:
    """The days in question: new rows are due in `made_for`; rows due before `since` are the past.

    `since` is the effective day of an amendment, else today; `today` is never after what may become late.
    """

    made_for: Period
    today: date
    since: date


def interval_from(since: date, *, until: date, today: date) -> Interval:
    """What is due before `since` is the past; new things are due from the later of `since` and today on."""
    begin = max(since, today)
    return Interval(Period(begin, max(begin, until)), today, since)


def changes_for(
    *,
    wanted: Mapping[Key, date],
    existing: Iterable[Existing],
    interval: Interval,
    rules: Mapping[uuid.UUID, int] | None = None,
) -> Changes:
    """Compare what the rules want (due date by key, of every period begun by the end) with what is there.

    New rows are due inside `made_for`; in the past only for a duty that had none there yet (a paper recorded
    later), so that a changed rule never adds an overdue report. `rules` gives the present row of each duty.
    Doing it twice changes nothing.
    """
    rows = list(existing)
    changes = Changes()
    for row in rows:
        in_question = row.due_on >= interval.since and row.key.period.start <= interval.made_for.end
        if in_question and not row.is_ended:
            _follow(row, wanted.get(row.key), interval, changes)
            _adopt(row, row.key in wanted, rules or {}, changes)
    known = {row.key for row in rows}
    last_due = _last_due_by_duty(rows)
    changes.create = {
        key: due
        for key, due in wanted.items()
        if key not in known
        and interval.made_for.contains(due)
        and _may_begin(due, interval.today, last_due.get(key.duty))
    }
    return changes


def _follow(row: Existing, due: date | None, interval: Interval, changes: Changes) -> None:
    if row.is_settled:
        return
    if due == row.due_on:
        if row.is_flagged:
            changes.unflag.append(row.id)
        return
    if row.has_data:
        if not row.is_flagged:
            changes.flag.append(row.id)
    elif due is None:
        (changes.remove if row.due_on >= interval.today else changes.end).append(row.id)
    elif due >= interval.today and row.due_on >= interval.today:
        changes.move[row.id] = due


def _adopt(row: Existing, is_wanted: bool, rules: Mapping[uuid.UUID, int], changes: Changes) -> None:
    """A row nobody worked on stands under the duty as the present edition has it."""
    rule_id = rules.get(row.key.duty)
    if rule_id not in (None, row.rule_id) and not row.has_data and (is_wanted or row.is_settled):
        changes.adopt.append(row.id)


def _last_due_by_duty(rows: Iterable[Existing]) -> dict[uuid.UUID, date]:
    last: dict[uuid.UUID, date] = {}
    for row in rows:
        last[row.key.duty] = max(row.due_on, last.get(row.key.duty, row.due_on))
    return last


def _may_begin(due: date, today: date, last_due: date | None) -> bool:
    return due >= today or last_due is None or due > last_due
