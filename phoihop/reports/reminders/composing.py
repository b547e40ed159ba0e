"""What a reminder says when it goes out: only what is still to be done, and never in quiet hours."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from phoihop.accounts.calculations import Habit, first_loud, is_quiet
from phoihop.accounts.deliveries import Answer, Composed, NotNow
from phoihop.accounts.models import Delivery, ReminderChoice
from phoihop.core import clock
from phoihop.core.calendars import WorkingCalendar
from phoihop.programmes.models import Programme
from phoihop.reports.models import ChaseItem, Reminder, ReminderKind
from phoihop.reports.queries.rules import working_calendar
from phoihop.reports.reminders.items import Item, Key, still_open
from phoihop.reports.reminders.recipients import Recipients, recipients_of
from phoihop.reports.reminders.rules import Rules, rules
from phoihop.reports.reminders.wording import Line, chased_words, subject_of, text_of

PURPOSE = "reminder"


def compose_reminders(rows: Collection[Delivery], at: datetime) -> Mapping[int, Answer]:
    """The composer of reminders: what was done, waived, extended or muted meanwhile is left out.

    So is what is no longer the person's. A constant number of queries for any number of messages.
    """
    people = {row.person_id for row in rows}
    loud = _Loud(habits_of(people), working_calendar())
    wanted: dict[tuple[int, str], list[Reminder]] = defaultdict(list)
    for reminder in Reminder.objects.filter(person__in=people, key__in={row.key for row in rows}):
        wanted[reminder.person_id, reminder.key].append(reminder)
    standing = _standing([one for found in wanted.values() for one in found], at)
    answers: dict[int, Answer] = {}
    for row in rows:
        lines = [standing.line(one) for one in wanted[row.person_id, row.key] if standing.holds(one)]
        answers[row.pk] = _answer(lines, loud, row.person_id, at)
    return answers


def _answer(lines: list[Line], loud: "_Loud", person_id: int, at: datetime) -> Answer:
    if not lines:
        return None
    moment = timezone.localtime(at)
    if loud.is_quiet(person_id, moment):
        return NotNow(loud.first(person_id, moment))
    url = lines[0].url if len(lines) == 1 else reverse("reports:reminders")
    text = text_of(
        lines, moment.date(), site=settings.ADDRESS, habits_url=reverse("accounts:reminder_habits")
    )
    return Composed(subject_of(lines, moment.date()), text, url)


def habits_of(person_ids: Collection[int]) -> dict[int, Habit]:
    """What those people chose who chose something; one query."""
    rows = ReminderChoice.objects.filter(person__in=person_ids)
    return {row.person_id: as_habit(row) for row in rows}


def as_habit(row: ReminderChoice) -> Habit:
    """A stored choice as the calculations take it."""
    return Habit(
        row.rhythm, row.weekday, row.send_from, row.quiet_from, row.quiet_to, row.is_quiet_on_days_off
    )


@dataclass(frozen=True)
class _Loud:
    habits: Mapping[int, Habit]
    calendar: WorkingCalendar

    def is_quiet(self, person_id: int, moment: datetime) -> bool:
        return is_quiet(moment, self.habits.get(person_id, Habit()), self.calendar)

    def first(self, person_id: int, moment: datetime) -> datetime:
        return first_loud(moment, self.habits.get(person_id, Habit()), self.calendar)


@dataclass(frozen=True)
class _Standing:
    """What is still to be done, by whom, and how it is called today."""

    items: Mapping[Key, Item]
    recipients: Recipients
    rules: Rules
    programmes: Mapping[int, str]
    chased: Mapping[tuple[str, int], str]

    def holds(self, reminder: Reminder) -> bool:
        item = self.items.get((reminder.kind, reminder.number, reminder.due_on))
        if item is None:
            return False
        rule = self.rules.of(item)
        told = self.recipients.of(item, with_leaders=reminder.step >= rule.leaders_from)
        return not rule.is_muted and reminder.person_id in told

    def line(self, reminder: Reminder) -> Line:
        item = self.items[reminder.kind, reminder.number, reminder.due_on]
        name = self.programmes.get(item.programme_id, "")
        chased = self.chased.get((item.kind, item.number), "")
        return Line(item.words, name, item.due_on, item.url, item.is_sample, chased)


def _standing(reminders: Collection[Reminder], at: datetime) -> _Standing:
    today = clock.day_of(at)
    items = still_open({(one.kind, one.number, one.due_on) for one in reminders}, today=today)
    programmes = {item.programme_id for item in items.values()}
    return _Standing(
        items=items,
        recipients=recipients_of(items.values(), today=today),
        rules=rules(programmes),
        programmes=dict(Programme.objects.filter(pk__in=programmes).values_list("pk", "name")),
        chased=_chased(items.values()),
    )


def _chased(items: Collection[Item]) -> dict[tuple[str, int], str]:
    """By what official reminder a report or task was asked for last; one query."""
    numbers = {kind: [item.number for item in items if item.kind == kind] for kind in ReminderKind}
    rows = ChaseItem.objects.standing().filter(
        Q(obligation__in=numbers[ReminderKind.REPORT]) | Q(task__in=numbers[ReminderKind.TASK])
    )
    found: dict[tuple[str, int], str] = {}
    for row in rows.select_related("chase").order_by("chased_on", "pk"):
        thing = (
            (ReminderKind.REPORT, row.obligation_id)
            if row.obligation_id
            else (ReminderKind.TASK, row.task_id)
        )
        found[thing[0].value, thing[1] or 0] = chased_words(row.chased_on, row.chase.requested_by)
    return found
