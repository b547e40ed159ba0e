"""What the pages of automatic reminders read."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet

from phoihop.accounts import channels
from phoihop.accounts.models import Delivery, DeliveryState
from phoihop.core import clock
from phoihop.organisations.queries import body_labels
from phoihop.programmes.models import DutyRule, Programme
from phoihop.programmes.models.facts import DutyKind
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.calculations.reminding import rule_words, step_words
from phoihop.reports.models import (
    Obligation,
    Reminder,
    ReminderKind,
    ReminderRule,
    ReminderRuleDecision,
)
from phoihop.reports.reminders.composing import PURPOSE
from phoihop.reports.reminders.rules import DEFAULT, as_rule

PER_PAGE = 20
MOST_FAILED = 50
DAYS_FAILED = 60
_COLOURS = {
    DeliveryState.WAITING: "yellow",
    DeliveryState.SENT: "green",
    DeliveryState.FAILED: "red",
    DeliveryState.DROPPED: "secondary",
}


@dataclass(frozen=True)
class Sent:
    """A message by one channel, and what became of it."""

    id: int
    channel: str
    state: str
    colour: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class Thing:
    """What somebody was reminded of."""

    kind: str
    words: str
    programme: str
    due_on: date
    step: str
    url: str


@dataclass(frozen=True)
class MyReminder:
    """One message to the person: all it named, and by which channels it went."""

    at: datetime
    things: Sequence[Thing]
    sent: Sequence[Sent]
    is_sample: bool


def my_reminders(person_id: int, *, page: str) -> "tuple[list[MyReminder], Page[Delivery]]":
    """A person's reminders, the latest first, a page at a time; four queries."""
    rows = Delivery.objects.filter(person_id=person_id, channel=channels.IN_APP, purpose=PURPOSE)
    found = Paginator(rows.order_by("-created_at", "-pk"), PER_PAGE).get_page(page)
    keys = [row.key for row in found.object_list]
    reminders: dict[str, list[Reminder]] = defaultdict(list)
    named = Reminder.objects.filter(person_id=person_id, key__in=keys).select_related("programme")
    for one in named.order_by("due_on", "pk"):
        reminders[one.key].append(one)
    sent = _sent({(person_id, key) for key in keys})
    lines = [
        MyReminder(
            at=row.created_at,
            things=[_thing(one) for one in reminders[row.key]],
            sent=sent[person_id, row.key],
            is_sample=row.is_sample,
        )
        for row in found.object_list
    ]
    return lines, found


def _thing(row: Reminder) -> Thing:
    kind = str(row.get_kind_display())
    return Thing(kind, row.words, row.programme.name, row.due_on, step_words(row.step), row.url)


def _sent(wanted: Collection[tuple[int, str]]) -> dict[tuple[int, str], list[Sent]]:
    """The messages of these persons under these keys, those in the app first; one query."""
    people, keys = {one for one, _ in wanted}, {key for _, key in wanted}
    found: dict[tuple[int, str], list[Sent]] = defaultdict(list)
    rows = Delivery.objects.filter(person__in=people, key__in=keys, purpose=PURPOSE)
    for row in rows.order_by("channel", "pk"):
        if (row.person_id, row.key) in wanted:
            found[row.person_id, row.key].append(_as_sent(row))
    return found


def _as_sent(row: Delivery) -> Sent:
    state = DeliveryState(row.state)
    return Sent(
        row.pk, channels.label_of(row.channel), str(state.label), _COLOURS[state],
        row.ended_at or row.created_at, row.reason,
    )  # fmt: skip


@dataclass(frozen=True)
class RuleLine:
    """A rule as the lead sees it; `duty_id` 0: for all things of the kind without a rule of their own."""

    kind: str
    duty_id: int
    label: str
    words: str
    is_default: bool
    version: int


@dataclass(frozen=True)
class RemindedLine:
    """Who was reminded of what, and how it reached the person."""

    at: datetime
    body: str
    person: str
    thing: Thing
    sent: Sequence[Sent]


@dataclass(frozen=True)
class FailedLine:
    """A message that did not reach somebody."""

    id: int
    person: str
    channel: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class SentPage:
    """The automatic reminders of a programme, for its lead."""

    usual: str
    rules: Sequence[RuleLine]
    lines: Sequence[RemindedLine]
    failed: Sequence[FailedLine]
    page: "Page[Reminder]"


def sent_page(programme: Programme, *, page: str, at: datetime) -> SentPage:
    """A fixed number of queries, whatever the number of reminders."""
    rows = Reminder.objects.filter(programme=programme).select_related("person", "programme")
    found = Paginator(rows.order_by("-at", "-pk"), PER_PAGE).get_page(page)
    reminders = list(found.object_list)
    labels = body_labels({row.body_id for row in reminders}, clock.day_of(at))
    sent = _sent({(row.person_id, row.key) for row in reminders})
    lines = [
        RemindedLine(
            at=row.at,
            body=labels[row.body_id].short_name,
            person=row.person.full_name,
            thing=_thing(row),
            sent=sent[row.person_id, row.key],
        )
        for row in reminders
    ]
    return SentPage(rule_words(DEFAULT), rule_lines(programme), lines, _failed(programme, at), found)


def _failed(programme: Programme, at: datetime) -> list[FailedLine]:
    """Of the last days only: found by the index of a channel's latest messages."""
    about = Reminder.objects.filter(programme=programme, person=OuterRef("person"), key=OuterRef("key"))
    rows = Delivery.objects.filter(
        Exists(about),
        channel__in=[channel.name for channel in channels.all_channels()],
        ended_at__gte=at - timedelta(days=DAYS_FAILED),
        state=DeliveryState.FAILED,
        purpose=PURPOSE,
    )
    return [
        FailedLine(
            row.pk, row.person.full_name, channels.label_of(row.channel), row.ended_at or row.created_at,
            row.reason,
        )
        for row in rows.select_related("person").order_by("-ended_at", "pk")[:MOST_FAILED]
    ]  # fmt: skip


def duties_of(programme: Programme) -> "QuerySet[DutyRule, DutyRule]":
    """The duties to report of the editions that hold, also those taken over from above, in their order."""
    asked = Q(clause__edition__programme=programme) | Exists(
        Obligation.objects.filter(duty=OuterRef("pk"), programme=programme)
    )
    return DutyRule.objects.filter(
        asked,
        clause__edition__status=EditionStatus.IN_FORCE,
        kind__in=[DutyKind.REPORT, DutyKind.REVIEW],
    ).order_by("clause__order", "pk")


def rule_lines(programme: Programme) -> list[RuleLine]:
    """The rule of each duty, then of each kind of thing; two queries."""
    given: dict[tuple[str, Any], ReminderRule] = {
        (row.kind, row.duty_key): row for row in ReminderRule.objects.filter(programme=programme)
    }
    general = given.get((ReminderKind.REPORT, None))
    duties = [
        _rule_line(ReminderKind.REPORT, duty, given.get((ReminderKind.REPORT, duty.key)), instead=general)
        for duty in duties_of(programme)
    ]
    return [*duties, *(_rule_line(kind, None, given.get((kind, None))) for kind in ReminderKind)]


def _rule_line(
    kind: ReminderKind,
    duty: DutyRule | None,
    row: ReminderRule | None,
    *,
    instead: ReminderRule | None = None,
) -> RuleLine:
    holds = row or instead
    return RuleLine(
        kind=kind.value,
        duty_id=duty.pk if duty else 0,
        label=duty.name if duty else _general(kind),
        words=rule_words(as_rule(holds) if holds else DEFAULT),
        is_default=row is None,
        version=row.version if row else 0,
    )


def _general(kind: ReminderKind) -> str:
    return "Báo cáo khác" if kind == ReminderKind.REPORT else str(kind.label)


def rule_history(
    programme: Programme, line: RuleLine, duty: DutyRule | None
) -> Iterable[ReminderRuleDecision]:
    """Who set the rule when, the latest first; one query."""
    return (
        ReminderRuleDecision.objects.filter(
            rule__programme=programme, rule__kind=line.kind, rule__duty_key=duty.key if duty else None
        )
        .select_related("by_person")
        .order_by("-at", "-pk")
    )
