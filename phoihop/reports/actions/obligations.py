"""Obligations follow from an edition's rules, from the day it holds.

These are consequences: the act that calls them (bring into force, mend a duty) has asked permission. Each
takes the same number of statements whatever the number of duties, bodies and periods.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models.functions import Coalesce

from phoihop.core import clock
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.programmes.calculations import Heirs, days_of, due_rule_of
from phoihop.programmes.calculations.synchronisation import Changes, Existing, Interval, Key, changes_for
from phoihop.programmes.models import DutyRule, Edition
from phoihop.programmes.models.facts import DutyKind, DutySide, Frequency
from phoihop.programmes.queries import heirs_in
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports.actions.obligation_rows import address, insert, move
from phoihop.reports.calculations import due_on, periods_of
from phoihop.reports.models import Obligation
from phoihop.reports.queries.rules import windows_of, working_calendar

_KINDS = [DutyKind.REPORT, DutyKind.REVIEW]


@dataclass(frozen=True)
class Made:
    """How many obligations came, moved to another due date, went, and were kept but flagged.

    `ended`: overdue ones a later day of effect no longer asks for; `kept`: those that go on unchanged under
    another edition.
    """

    created: int
    moved: int
    removed: int
    flagged: int
    ended: int = 0
    kept: int = 0


_NO_LONGER = frozenset({EditionStatus.SUPERSEDED, EditionStatus.WITHDRAWN, EditionStatus.UNDONE})


@transaction.atomic
def make_obligations(
    *, edition: Edition, from_day: date, until: date, since: date | None = None, by: Member, at: datetime
) -> Made:
    """Bring the obligations due from `from_day` to `until` (both included) in line with the edition's rules.

    Idempotent. Rows due before `since` (the effective day of an amendment; else today) never change; later
    ones without a report follow the edition, those with one stay and are flagged when their rule changed.
    Rows that earlier editions made are the same rows: one for a duty's key, body and period. An edition that
    no longer holds makes nothing. Other kinds of duty make tasks (plans).
    """
    locked = Edition.objects.select_for_update(of=("self",)).select_related("programme").get(pk=edition.pk)
    if locked.status in _NO_LONGER:
        return Made(0, 0, 0, 0)
    today = clock.day_of(at)
    interval = Interval(Period(from_day, max(from_day, until)), today, since or today)
    duties = _duties(locked)
    changes = _changes(locked, duties, interval)
    _write(changes, locked, duties, at)
    return _counted(changes)


def would_make(edition: Edition, *, interval: Interval) -> Made:
    """What `make_obligations` would do for an edition as it stands; nothing is written."""
    return _counted(_changes(edition, _duties(edition), interval))


def _duties(edition: Edition) -> list[DutyRule]:
    rows = DutyRule.objects.filter(clause__edition=edition, kind__in=_KINDS).order_by("id")
    return list(rows.prefetch_related("parties__body"))


def _changes(edition: Edition, duties: list[DutyRule], interval: Interval) -> Changes:
    return changes_for(
        wanted=_wanted(edition, duties, interval.made_for),
        existing=_existing(edition),
        interval=interval,
        rules={duty.key: duty.pk for duty in duties},
    )


def _counted(changes: Changes) -> Made:
    kept = len([pk for pk in changes.adopt if pk not in changes.move])
    return Made(
        len(changes.create), len(changes.move), len(changes.remove), len(changes.flag), len(changes.end), kept
    )


def _wanted(edition: Edition, duties: Iterable[DutyRule], made_for: Period) -> dict[Key, date]:
    start = edition.period_start or edition.in_force_from or made_for.start
    end = min((day for day in (edition.period_end, edition.ended_on) if day is not None), default=None)
    if end is not None and end < start:
        return {}
    calendar, heirs = working_calendar(), heirs_in(edition.programme_id)
    within = Period(start, max(start, made_for.end))
    wanted = {}
    for duty in duties:
        rule = due_rule_of(duty)
        bodies = [party.body for party in duty.parties.all() if party.side == DutySide.OWES]
        programme = days_of(rule.frequency, start=start, end=end, until=made_for.end)
        for period in periods_of(rule.frequency, programme=programme, within=within):
            due = due_on(rule, period, calendar)
            if due >= start:
                owing = {body for b in bodies for body in _owing(b, due, heirs)}
                wanted.update({Key(duty.key, body, period): due for body in owing})
    return wanted


def _owing(body: Body, due: date, heirs: Heirs) -> list[int]:
    """The body itself while it stands; then those who stand in its place in this programme."""
    return [body.pk] if stands_on(body, due) else [pk for pk in heirs.standing(body.pk, due) if pk != body.pk]


def stands_on(body: Body, day: date) -> bool:
    """A unit that has ended takes on nothing due later (domain rule 14)."""
    return (body.valid_from is None or body.valid_from <= day) and (
        body.valid_to is None or body.valid_to >= day
    )


def _existing(edition: Edition) -> list[Existing]:
    """What the programme's own duties, of this edition or of others, made so far; one query.

    Settled is what was inherited, asked for by somebody or waived: no rule makes or moves it. The day a rule
    gave is the first one, before any extension.
    """
    rows = Obligation.objects.filter(
        programme=edition.programme_id, duty__clause__edition__programme=edition.programme_id
    ).annotate(rule_due_on=Coalesce("first_due_on", "due_on"))
    columns = rows.values_list(
        "pk", "duty_key", "body_id", "period_start", "period_end", "rule_due_on", "report_status",
        "duty__frequency", "inherited_from_id", "waived_on", "ended_on", "rule_changed_at", "duty_id",
    )  # fmt: skip
    return [
        Existing(
            id=pk,
            key=Key(duty_key, body_id, Period(start, end)),
            due_on=due,
            has_data=status != "",
            is_settled=frequency == Frequency.ON_DEMAND or heir_of is not None or waived_on is not None,
            is_ended=ended_on is not None,
            is_flagged=changed_at is not None,
            rule_id=duty_id,
        )
        for (
            pk, duty_key, body_id, start, end, due, status, frequency, heir_of, waived_on, ended_on,
            changed_at, duty_id,
        ) in columns
    ]  # fmt: skip


def _write(changes: Changes, edition: Edition, duties: list[DutyRule], at: datetime) -> None:
    Obligation.objects.filter(pk__in=changes.remove).delete()
    Obligation.objects.filter(pk__in=changes.flag).update(rule_changed_at=at)
    Obligation.objects.filter(pk__in=changes.unflag).update(rule_changed_at=None)
    Obligation.objects.filter(pk__in=changes.end).update(
        ended_on=edition.in_force_from, ended_reason=no_longer_asked(edition)
    )
    rules = {duty.key: duty for duty in duties}
    move(changes.move)
    _adopt(changes.adopt, edition, duties)
    insert(changes.create, edition=edition, duties=rules, windows=windows_of(edition.programme_id))
    address(edition, duty_ids=[duty.pk for duty in duties], today=clock.day_of(at))


def no_longer_asked(edition: Edition) -> str:
    """The reason written when an amendment recorded later no longer asks for what is overdue."""
    day = edition.in_force_from
    return f"Bản thứ {edition.sequence}{f', hiệu lực từ {day:%d/%m/%Y},' if day else ''} không còn yêu cầu."


def _adopt(ids: list[int], edition: Edition, duties: list[DutyRule]) -> None:
    """What goes on stands under the present edition and its row of the duty."""
    for duty in duties if ids else ():
        Obligation.objects.filter(pk__in=ids, duty_key=duty.key).update(edition=edition, duty=duty)


def ask_again(*, edition: Edition, by: Member, at: datetime) -> int:
    """What an amendment no longer asked for is owed again: it was undone. Answers how many."""
    rows = Obligation.objects.filter(programme=edition.programme_id, ended_reason=no_longer_asked(edition))
    return rows.update(ended_on=None, ended_reason="")
