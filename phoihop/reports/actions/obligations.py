"""Obligations follow from an edition's rules and from succession.

These are consequences: the act that calls them (bring into force, mend a duty, succeed) has asked permission.
Each takes the same number of queries whatever the number of duties, bodies and periods.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.core import clock
from phoihop.core.errors import Refused
from phoihop.core.member import Member
from phoihop.core.periods import Period
from phoihop.organisations.models import Body
from phoihop.programmes.calculations import Heirs, due_rule_of
from phoihop.programmes.calculations.synchronisation import Changes, Existing, Interval, Key, changes_for
from phoihop.programmes.models import DutyRule, Edition
from phoihop.programmes.models.facts import DutyKind, DutySide, Frequency
from phoihop.programmes.queries import heirs_in
from phoihop.programmes.statuses import EditionStatus
from phoihop.reports import permissions
from phoihop.reports.calculations import due_on, periods_of
from phoihop.reports.models import Obligation, ObligationRecipient, Report
from phoihop.reports.queries.rules import working_calendar

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
    programme = _span_of(edition, made_for)
    if programme is None:
        return {}
    calendar, heirs = working_calendar(), heirs_in(edition.programme_id)
    within = Period(programme.start, max(programme.start, made_for.end))
    wanted = {}
    for duty in duties:
        rule = due_rule_of(duty)
        bodies = [party.body for party in duty.parties.all() if party.side == DutySide.OWES]
        for period in periods_of(rule.frequency, programme=programme, within=within):
            due = due_on(rule, period, calendar)
            if due >= programme.start:
                owing = {body for b in bodies for body in _owing(b, due, heirs)}
                wanted.update({Key(duty.key, body, period): due for body in owing})
    return wanted


def _span_of(edition: Edition, made_for: Period) -> Period | None:
    """The days the edition runs; what the text leaves open runs as long as obligations are made for."""
    start = edition.period_start or edition.in_force_from or made_for.start
    ends = [day for day in (edition.period_end, edition.ended_on) if day is not None]
    end = min(ends) if ends else made_for.end
    return Period(start, end) if end >= start else None


def _owing(body: Body, due: date, heirs: Heirs) -> list[int]:
    """The body itself while it stands; then those who stand in its place in this programme."""
    return [body.pk] if _is_there(body, due) else [pk for pk in heirs.standing(body.pk, due) if pk != body.pk]


def _is_there(body: Body, day: date) -> bool:
    """A unit that has ended takes on nothing due later (domain rule 14)."""
    return (body.valid_from is None or body.valid_from <= day) and (
        body.valid_to is None or body.valid_to >= day
    )


def _existing(edition: Edition) -> list[Existing]:
    """What the programme's own duties, of this edition or of others, made so far."""
    rows = Obligation.objects.filter(
        programme=edition.programme_id, duty__clause__edition__programme=edition.programme_id
    )
    begun = set(
        Report.objects.filter(obligation__in=rows.values("pk")).values_list("obligation_id", flat=True)
    )
    return [
        Existing(
            id=row.pk,
            key=Key(row.duty_key, row.body_id, Period(row.period_start, row.period_end)),
            due_on=row.due_on,
            has_data=row.pk in begun,
            is_settled=_is_settled(row),
            is_ended=row.ended_on is not None,
            is_flagged=row.rule_changed_at is not None,
            rule_id=row.duty_id,
        )
        for row in rows.select_related("duty")
    ]


def _is_settled(row: Obligation) -> bool:
    """Inherited, or asked for by somebody: no rule makes or moves it."""
    return row.duty.frequency == Frequency.ON_DEMAND or row.inherited_from_id is not None


def _write(changes: Changes, edition: Edition, duties: list[DutyRule], at: datetime) -> None:
    Obligation.objects.filter(pk__in=changes.remove).delete()
    Obligation.objects.filter(pk__in=changes.flag).update(rule_changed_at=at)
    Obligation.objects.filter(pk__in=changes.unflag).update(rule_changed_at=None)
    Obligation.objects.filter(pk__in=changes.end).update(
        ended_on=edition.in_force_from, ended_reason=no_longer_asked(edition)
    )
    rules = {duty.key: duty for duty in duties}
    _rewrite(changes, edition, rules)
    Obligation.objects.bulk_create(
        [
            Obligation(
                programme=edition.programme,
                edition=edition,
                duty=rules[key.duty],
                body_id=key.body_id,
                period_start=key.period.start,
                period_end=key.period.end,
                due_on=due,
                is_sample=edition.programme.is_sample,
            )
            for key, due in sorted(changes.create.items())
        ]
    )
    _address(edition, duties, clock.day_of(at))


def no_longer_asked(edition: Edition) -> str:
    """The reason written when an amendment recorded later no longer asks for what is overdue."""
    day = edition.in_force_from
    return f"Bản thứ {edition.sequence}{f', hiệu lực từ {day:%d/%m/%Y},' if day else ''} không còn yêu cầu."


def _rewrite(changes: Changes, edition: Edition, rules: Mapping[uuid.UUID, DutyRule]) -> None:
    """New due dates, and the present edition's duty for what goes on under it."""
    adopted = set(changes.adopt)
    rows = list(Obligation.objects.filter(pk__in=adopted | set(changes.move)))
    for row in rows:
        row.due_on = changes.move.get(row.pk, row.due_on)
        if row.pk in adopted:
            row.edition, row.duty = edition, rules[row.duty_key]
    Obligation.objects.bulk_update(rows, ["due_on", "edition", "duty"], batch_size=5000)


def _address(edition: Edition, duties: list[DutyRule], today: date) -> None:
    """Write who receives each obligation that has no recipients yet or is still to come without a report."""
    rows = list(
        Obligation.objects.filter(edition=edition, duty__in=duties, report=None, inherited_from=None)
        .exclude(due_on__lt=today, recipients__isnull=False)
        .distinct()
        .prefetch_related("recipients")
    )
    by_duty = {duty.pk: duty for duty in duties}
    wanted = {row.pk: _recipients_of(by_duty[row.duty_id], row.body_id) for row in rows}
    changed = [row for row in rows if {r.body_id: r.reviews for r in row.recipients.all()} != wanted[row.pk]]
    ObligationRecipient.objects.filter(obligation__in=[row.pk for row in changed]).delete()
    ObligationRecipient.objects.bulk_create(
        ObligationRecipient(obligation=row, body_id=body_id, reviews=reviews)
        for row in changed
        for body_id, reviews in wanted[row.pk].items()
    )


def _recipients_of(duty: DutyRule, own_id: int) -> dict[int, bool]:
    """Whether each receiving body reviews; one named on both sides reviews; nobody reports to itself."""
    found: dict[int, bool] = defaultdict(bool)
    for party in duty.parties.all():
        if party.side != DutySide.OWES and party.body_id != own_id:
            found[party.body_id] |= party.side == DutySide.REVIEWS
    return dict(found)


@transaction.atomic
def request_report(*, duty: DutyRule, period: Period, due: date, by: Member, at: datetime) -> int:
    """Ask everybody who owes a duty "khi có yêu cầu" for a report on `period` by `due`.

    A body that receives the reports, or the lead, asks; answers how many are new. Refused for a duty with a
    rhythm of its own.
    """
    if duty.frequency != Frequency.ON_DEMAND:
        raise Refused("Chế độ báo cáo này đã có định kỳ, không cần yêu cầu riêng.")
    if not permissions.can_request(by, duty):
        raise PermissionDenied
    today = clock.day_of(at)
    if period.end < period.start or due < today or period.start > today:
        raise Refused("Kỳ báo cáo phải đã bắt đầu, và hạn nộp không được trước hôm nay.")
    edition = (
        Edition.objects.select_for_update(of=("self",))
        .select_related("programme")
        .get(pk=duty.clause.edition_id)
    )
    bodies = [p.body for p in duty.parties.select_related("body") if p.side == DutySide.OWES]
    known = set(
        Obligation.objects.filter(
            programme=edition.programme, duty_key=duty.key, period_start=period.start, period_end=period.end
        ).values_list("body_id", flat=True)
    )
    new = [body.pk for body in bodies if body.pk not in known and _is_there(body, due)]
    wanted = {Key(duty.key, body_id, period): due for body_id in new}
    _write(Changes(create=wanted), edition, [duty], at)
    return len(new)


def ask_again(*, edition: Edition, by: Member, at: datetime) -> int:
    """What an amendment no longer asked for is owed again: it was undone. Answers how many."""
    rows = Obligation.objects.filter(programme=edition.programme_id, ended_reason=no_longer_asked(edition))
    return rows.update(ended_on=None, ended_reason="")
