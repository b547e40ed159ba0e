"""What was sent long ago is forgotten, and nobody hears it a second time for that."""

from datetime import UTC, date, datetime, timedelta

import pytest

from phoihop import environment
from phoihop.accounts import forgetting
from phoihop.accounts.forgetting import forget_messages
from phoihop.accounts.models import Delivery, DeliveryDecision
from phoihop.reports.actions import reminder_rules
from phoihop.reports.actions.reminding import remind
from phoihop.reports.calculations.reminding import Rule
from phoihop.reports.models import Obligation, Reminder, ReminderKind
from phoihop.reports.reminders.forgetting import forget_reminders
from tests.programmes import factories as programmes
from tests.reports.factories import World, world

pytestmark = pytest.mark.django_db

A_WEEK_BEFORE = datetime(2026, 3, 12, 2, 0, tzinfo=UTC)


@pytest.fixture
def w(settings) -> World:
    """One report of the women's and the Front's due on 19 March; messages are kept for 90 days."""
    settings.KEEP_MESSAGES_DAYS = 90
    made = world()
    Obligation.objects.exclude(period_start=date(2026, 1, 1)).delete()
    for body in (made.women, made.front):
        made.officer(body)
    return made


def test_old_messages_go_but_not_those_on_their_way_or_decided_about(w, monkeypatch) -> None:
    monkeypatch.setattr(forgetting, "AT_A_TIME", 1)
    remind(at=A_WEEK_BEFORE)
    first, second = Delivery.objects.order_by("pk")
    waiting = Delivery.objects.create(
        person=first.person, channel="email", key="chờ", purpose="reminder",
        created_at=A_WEEK_BEFORE, next_try_at=A_WEEK_BEFORE,
    )  # fmt: skip
    by = w.reviewer()
    DeliveryDecision.objects.create(
        delivery=second, by_person_id=by.person_id, by_body_id=by.body_id, verb="send_again", at=A_WEEK_BEFORE
    )
    assert forget_messages(at=A_WEEK_BEFORE + timedelta(days=90)) == 0
    assert forget_messages(at=A_WEEK_BEFORE + timedelta(days=91)) == 1
    assert set(Delivery.objects.all()) == {second, waiting}


def test_a_reminder_is_kept_while_its_thing_may_be_told_again(w) -> None:
    """Told once in four months for a year: after 91 days the row still says that the step was told."""
    seldom = Rule(days=(-7,), then_every=120, most=4, leaders_from=0, is_muted=False)
    lead = programmes.member(w.committee)
    reminder_rules.set_rule(
        programme=w.edition.programme, kind=ReminderKind.REPORT, duty=None, rule=seldom, version=0, by=lead,
        at=A_WEEK_BEFORE,
    )  # fmt: skip
    remind(at=A_WEEK_BEFORE)
    assert Reminder.objects.count() == 2
    later = A_WEEK_BEFORE + timedelta(days=91)
    assert (forget_messages(at=later), forget_reminders(at=later)) == (2, 0)
    remind(at=later)
    assert Reminder.objects.count() == 2
    assert forget_reminders(at=A_WEEK_BEFORE + timedelta(days=500)) == 2


def test_so_few_days_that_a_failed_message_could_not_be_looked_at_stop_the_start(monkeypatch) -> None:
    monkeypatch.setenv("PHOIHOP_KEEP_MESSAGES_DAYS", "30")
    with pytest.raises(environment.WrongSetting, match="ít nhất là 90"):
        environment.number("PHOIHOP_KEEP_MESSAGES_DAYS", 730, least=90)
