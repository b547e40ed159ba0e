"""Programmes without a printed end: their next periods come by themselves, once, also after a long stop."""

from datetime import UTC, date, datetime

import pytest

from phoihop.lifecycle.actions.duties import lay_out_duties
from phoihop.lifecycle.actions.further import lay_out_further
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import Edition
from phoihop.programmes.models.facts import Frequency
from phoihop.reports.models import Obligation
from tests.programmes import factories as programmes

pytestmark = pytest.mark.django_db
FIRST = datetime(2026, 2, 5, 2, 0, tzinfo=UTC)


def going_on(*, frequency=Frequency.QUARTERLY, **rule):
    """A programme without an end, its duty owed by the Front."""
    area = programmes.place()
    lead, front = programmes.body(area=area), programmes.body(BodyKind.FRONT_COMMITTEE, area)
    edition = programmes.edition(lead=lead, parties=[lead, front], period_start=None, period_end=None)
    programmes.duty(
        programmes.clause(edition, "III"), owes=[front], reviews=[lead], frequency=frequency, **rule
    )
    programmes.in_force(edition, FIRST.date())
    edition = Edition.objects.select_related("programme__area").get(pk=edition.pk)
    lay_out_duties(edition, by=programmes.member(lead), at=FIRST)
    return edition


def due_days():
    return list(Obligation.objects.order_by("due_on").values_list("due_on", flat=True))


def test_the_next_periods_come_before_the_last_falls_due():
    going_on()
    assert due_days()[-1] == date(2027, 12, 19)
    assert lay_out_further(at=datetime(2026, 6, 1, tzinfo=UTC)) == 0
    assert lay_out_further(at=datetime(2027, 1, 10, tzinfo=UTC)) == 1
    assert due_days()[-1] == date(2028, 12, 19)
    assert len(due_days()) == 12


def test_doing_it_twice_changes_nothing():
    going_on()
    late = datetime(2027, 1, 10, tzinfo=UTC)
    lay_out_further(at=late)
    before = list(Obligation.objects.order_by("pk").values())
    assert lay_out_further(at=late) == 0
    assert list(Obligation.objects.order_by("pk").values()) == before


def test_after_a_long_stop_what_is_to_come_is_laid_out():
    going_on()
    lay_out_further(at=datetime(2029, 5, 1, tzinfo=UTC))
    days = due_days()
    assert date(2029, 6, 19) in days
    assert days[-1] == date(2031, 3, 19)
    assert len(days) == len(set(days))


@pytest.mark.parametrize("frequency", [Frequency.FINAL, Frequency.ONCE])
def test_what_is_done_once_does_not_move_each_time_somebody_looks_further(frequency):
    edition = going_on(frequency=frequency, anchor="period_end", due_day=None, due_strict=False)
    before = due_days()
    assert before == [date(2028, 2, 4)]
    lay_out_duties(edition, by=programmes.member(edition.programme.lead), at=datetime(2026, 9, 1, tzinfo=UTC))
    assert due_days() == before


def test_one_query_finds_what_is_to_be_done(django_assert_num_queries):
    going_on()
    going_on()
    with django_assert_num_queries(1):
        lay_out_further(at=datetime(2026, 6, 1, tzinfo=UTC))
