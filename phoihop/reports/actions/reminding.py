"""Reminding without anybody asking for it: who is told now of what, each once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import connection, transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone

from phoihop.accounts import channels, deliveries
from phoihop.accounts.calculations import DAYS_OF_A_WEEK, Habit, is_quiet, is_time
from phoihop.accounts.deliveries import Outgoing
from phoihop.accounts.models import Address, Delivery, Notice, ReminderChoice
from phoihop.core import clock
from phoihop.core.calendars import WorkingCalendar
from phoihop.core.periods import Period
from phoihop.reports.calculations.reminding import step_on
from phoihop.reports.models import Reminder
from phoihop.reports.queries.rules import working_calendar
from phoihop.reports.reminders.composing import PURPOSE, as_habit, habits_of
from phoihop.reports.reminders.items import Item, open_items
from phoihop.reports.reminders.recipients import recipients_of
from phoihop.reports.reminders.rules import rules
from phoihop.reports.reminders.wording import Line, subject_of

_LOCK = 6_403_105_118
"""The number of the advisory lock: one planning at a time in the whole installation."""
_DIGEST = "digest-"
_MOST_WORDS = 400


@dataclass(frozen=True)
class _Step:
    """A thing on the step it has reached."""

    item: Item
    step: int

    def key_for(self, person_id: int) -> tuple[int, str, int, date, int]:
        return person_id, self.item.kind, self.item.number, self.item.due_on, self.step


@dataclass(frozen=True)
class Reminded:
    """How many people were reminded, of how many things altogether."""

    people: int = 0
    things: int = 0


@transaction.atomic
def remind(*, at: datetime) -> Reminded:
    """Everybody whose hour it is learns once of what reached a step of its rule since they last did.

    What is due follows from the rows of this moment: after a time of standstill each thing still open is told
    once, whatever steps went by, and what was done meanwhile not at all. A second planning at the same time
    does nothing. A constant number of queries, whatever the number of things and people.
    """
    if not _anybody_awake(at) or not _alone():
        return Reminded()
    today = clock.day_of(at)
    steps = _steps(today)
    wanted = _new_for(_told(steps, today), at)
    if not wanted:
        return Reminded()
    habits = habits_of(wanted.keys())
    reminders = [
        _reminder(person_id, one, _key(one, habits.get(person_id, Habit()), today), at)
        for person_id, found in wanted.items()
        for one in found
    ]
    Reminder.objects.bulk_create(reminders, ignore_conflicts=True)
    _put_down(reminders, today, at)
    return Reminded(len(wanted), len(reminders))


def _anybody_awake(at: datetime) -> bool:
    """Whether anybody may be disturbed at all: at night nothing more is asked. Two queries."""
    calendar, moment = working_calendar(), timezone.localtime(at)
    if not is_quiet(moment, Habit(), calendar):
        return True
    chosen = set(map(as_habit, ReminderChoice.objects.all()))
    return any(not is_quiet(moment, habit, calendar) for habit in chosen)


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return bool(cursor.fetchone()[0])


def _steps(today: date) -> list[_Step]:
    """Every open thing that has reached a step."""
    known = rules()
    due = Period(today - timedelta(days=known.last), today - timedelta(days=known.first))
    found = []
    for item in open_items(due, today=today):
        step = step_on(known.of(item), (today - item.due_on).days)
        if step is not None:
            found.append(_Step(item, step))
    return found


def _told(steps: Sequence[_Step], today: date) -> dict[int, list[_Step]]:
    """By person what they would be told, whether or not they have been already."""
    known = rules({one.item.programme_id for one in steps})
    people = recipients_of((one.item for one in steps), today=today)
    found: dict[int, list[_Step]] = defaultdict(list)
    for one in steps:
        leaders_from = known.of(one.item).leaders_from
        for person_id in people.of(one.item, with_leaders=one.step >= leaders_from):
            found[person_id].append(one)
    return found


def _new_for(told: Mapping[int, list[_Step]], at: datetime) -> dict[int, list[_Step]]:
    """Of those whose hour it is, what they have not been told on this step."""
    ready = _ready(told.keys(), at)
    steps = [one for person_id in ready for one in told[person_id]]
    if not steps:
        return {}
    first = min(one.item.due_on + timedelta(days=one.step) for one in steps)
    since = timezone.make_aware(datetime.combine(first, time.min))
    rows = Reminder.objects.filter(person__in=ready, at__gte=since)
    done = set(rows.values_list("person_id", "kind", "number", "due_on", "step"))
    new = {
        person_id: [one for one in told[person_id] if one.key_for(person_id) not in done]
        for person_id in ready
    }
    return {person_id: found for person_id, found in new.items() if found}


def _ready(person_ids: Iterable[int], at: datetime) -> list[int]:
    ids = list(person_ids)
    calendar: WorkingCalendar = working_calendar()
    habits, moment = habits_of(ids), timezone.localtime(at)
    rows = Delivery.objects.filter(
        person__in=ids, channel=channels.IN_APP, key__startswith=_DIGEST,
        created_at__gte=at - timedelta(days=5 * DAYS_OF_A_WEEK),
    )  # fmt: skip
    last = dict(rows.values_list("person_id").annotate(last=Max("created_at")))
    return [
        person_id
        for person_id in ids
        if is_time(moment, habits.get(person_id, Habit()), calendar, last_on=_day(last.get(person_id)))
    ]


def _day(at: datetime | None) -> date | None:
    return clock.day_of(at) if at else None


def _key(one: _Step, habit: Habit, today: date) -> str:
    """One message a day for everything, or one for each thing and step."""
    if habit.rhythm == "at_once":
        return f"{one.item.kind}-{one.item.number}-{one.item.due_on:%Y%m%d}-{one.step}"
    return f"{_DIGEST}{today:%Y-%m-%d}"


def _reminder(person_id: int, one: _Step, key: str, at: datetime) -> Reminder:
    item = one.item
    return Reminder(
        programme_id=item.programme_id, kind=item.kind, number=item.number, body_id=item.body_id,
        person_id=person_id, due_on=item.due_on, step=one.step, words=item.words[:_MOST_WORDS], url=item.url,
        key=key, at=at, is_sample=item.is_sample,
    )  # fmt: skip


def _put_down(reminders: Iterable[Reminder], today: date, at: datetime) -> None:
    """One message for each person and key: a notice in the app, and what goes to the person's addresses."""
    found: dict[tuple[int, str], list[Reminder]] = defaultdict(list)
    for reminder in reminders:
        found[reminder.person_id, reminder.key].append(reminder)
    addresses = _addresses({person_id for person_id, _ in found})
    notices, messages = [], []
    for (person_id, key), rows in found.items():
        is_sample = all(row.is_sample for row in rows)
        notices.append(_notice(person_id, key, rows, today, at))
        names = (channels.IN_APP, *addresses.get(person_id, ()))
        messages += [Outgoing(person_id, name, key, is_sample) for name in names]
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    deliveries.put_down(messages, purpose=PURPOSE, at=at)


def _notice(person_id: int, key: str, rows: Sequence[Reminder], today: date, at: datetime) -> Notice:
    lines = [Line(row.words, "", row.due_on, row.url, row.is_sample) for row in rows]
    return Notice(
        person_id=person_id,
        text=subject_of(lines, today),
        url=rows[0].url if len(rows) == 1 else reverse("reports:reminders"),
        dedup_key=f"reminder-{key}",
        at=at,
        is_sample=all(row.is_sample for row in rows),
    )


def _addresses(person_ids: Iterable[int]) -> dict[int, list[str]]:
    ready = [channel.name for channel in channels.ready_channels()]
    rows = Address.objects.filter(
        person__in=list(person_ids), channel__in=ready, is_used=True, confirmed_at__isnull=False
    )
    found: dict[int, list[str]] = defaultdict(list)
    for person_id, name in rows.values_list("person_id", "channel"):
        found[person_id].append(name)
    return found
