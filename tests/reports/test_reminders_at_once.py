"""Reminding twice at the same moment; in as many queries for few as for many."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phoihop.accounts.models import Delivery, Notice
from phoihop.reports.actions.reminding import Reminded, remind
from phoihop.reports.models import Obligation, Reminder
from phoihop.reports.reminders.composing import compose_reminders
from tests.reports.factories import World, world
from tests.reports.test_reminders import DUE, before, by_mail


def only_the_first_quarter() -> World:
    made = world()
    Obligation.objects.exclude(period_start=date(2026, 1, 1)).delete()
    return made


@pytest.mark.django_db(transaction=True)
def test_two_workers_remind_each_person_once() -> None:
    w = only_the_first_quarter()
    people = [w.officer().person_id for _ in range(5)] + [w.officer(w.front).person_id]
    start = Barrier(2)

    def work(_: int) -> Reminded:
        try:
            start.wait(timeout=10)
            return remind(at=before(7))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(work, range(2)))
    assert sum(one.people for one in done) == len(people)
    assert Notice.objects.filter(dedup_key__startswith="reminder-").count() == len(people)
    assert Delivery.objects.count() == Reminder.objects.count() == len(people)


def many(w: World, number: int) -> None:
    """As many further periods of the same duty."""
    row = w.obligation()
    Obligation.objects.bulk_create(
        Obligation(
            programme=row.programme, edition=row.edition, duty=row.duty, body=row.body, due_on=DUE,
            period_start=date(2025, 1, 1) + timedelta(days=day), period_end=date(2026, 3, 14),
        )
        for day in range(number)
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("number", [3, 150])
def test_reminding_and_composing_cost_the_same_for_few_and_many(settings, number: int) -> None:
    settings.MAILERS = {"default": {}}
    w = only_the_first_quarter()
    for place in range(number // 3):
        by_mail(w.officer().person_id, f"nguoi{place}@lamson.gov.vn")
    many(w, number)
    with CaptureQueriesContext(
        connection,
    ) as planning:
        assert remind(at=before(7)).things == (number // 3) * (number + 1)
    assert len(planning) == 24
    with CaptureQueriesContext(connection) as composing:
        compose_reminders(list(Delivery.objects.filter(channel="email")), before(7))
    assert len(composing) == 9
