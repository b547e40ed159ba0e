"""What a lead decides about reminders: their rules, and a failed message sent once more."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from phoihop.accounts import deliveries
from phoihop.accounts.models import Delivery
from phoihop.core.errors import Conflict, Refused
from phoihop.core.member import Member
from phoihop.programmes.models import DutyRule, Programme
from phoihop.reports import permissions
from phoihop.reports.calculations.reminding import Rule, rule_words
from phoihop.reports.models import Reminder, ReminderKind, ReminderRule, ReminderRuleDecision
from phoihop.reports.reminders.composing import PURPOSE
from phoihop.reports.reminders.rules import as_rule

MOST_TIMES = 50


@transaction.atomic
def set_rule(
    *, programme: Programme, kind: ReminderKind, duty: DutyRule | None, rule: Rule, version: int, by: Member,
    at: datetime,
) -> ReminderRule:  # fmt: skip
    """The lead says when people are reminded of one duty's reports, or of one kind of thing.

    Conflict when somebody else set it since the form was opened (version 0: nobody had).
    """
    held = Programme.objects.select_for_update(of=("self",), no_key=True).get(pk=programme.pk)
    if not permissions.can_set_reminders(by, held):
        raise PermissionDenied
    _refuse_wrong(rule)
    key = duty.key if duty else None
    row = ReminderRule.objects.filter(programme=held, kind=kind, duty_key=key).first()
    if (row.version if row else 0) != version:
        raise Conflict("Quy tắc nhắc việc này")
    before = rule_words(as_rule(row)) if row else ""
    row = row or ReminderRule(programme=held, kind=kind, duty_key=key, version=0)
    row.days, row.then_every, row.most = list(rule.days), rule.then_every, rule.most
    row.leaders_from, row.is_muted = rule.leaders_from, rule.is_muted
    row.version += 1
    row.save()
    ReminderRuleDecision.objects.create(
        rule=row, by_person_id=by.person_id, by_body_id=by.body_id, verb="set", note=before, at=at
    )
    return row


def _refuse_wrong(rule: Rule) -> None:
    if not rule.days or list(rule.days) != sorted(set(rule.days)):
        raise Refused("Hãy ghi ít nhất một ngày nhắc.")
    if not len(rule.days) <= rule.most <= MOST_TIMES:
        raise Refused("Số lần nhắc nhiều nhất phải từ số ngày đã ghi đến 50.")


@transaction.atomic
def send_again(*, programme: Programme, delivery_id: int, by: Member, at: datetime) -> Delivery:
    """A message about the programme that could not be sent waits once more; by the lead."""
    if not permissions.can_set_reminders(by, programme):
        raise PermissionDenied
    found = Delivery.objects.filter(pk=delivery_id, purpose=PURPOSE).values_list("person_id", "key").first()
    about = found and Reminder.objects.filter(programme=programme, person=found[0], key=found[1]).exists()
    if not about:
        raise PermissionDenied
    return deliveries.send_again(delivery_id=delivery_id, by=by, at=at)
