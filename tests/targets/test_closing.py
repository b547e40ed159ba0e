"""Periods closed by the lead: figures stand, everywhere and in plain words; opened again with a reason."""

import threading
import time
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from phoihop.core.errors import Conflict, Refused
from phoihop.core.periods import Period
from phoihop.targets import actions
from phoihop.targets.actions.closing import close_period, reopen_period
from phoihop.targets.models import ClosedPeriod, Figure
from phoihop.targets.queries.closing import closed_in
from phoihop.targets.statuses import FigureState
from tests.programmes import factories as programmes
from tests.targets import factories

pytestmark = pytest.mark.django_db
QUARTER, JANUARY = factories.FIRST_QUARTER, factories.JANUARY
LATER = datetime(2027, 1, 5, 2, 0, tzinfo=factories.AT.tzinfo)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def target(draft):
    target = factories.target(draft)
    programmes.in_force(draft)
    return target


@pytest.fixture
def lead(target):
    return programmes.member(target.edition.programme.lead)


def close(target, by, period=QUARTER, at=factories.AT):
    return close_period(programme=target.edition.programme, period=period, by=by, at=at)


def test_a_closed_period_takes_no_figure_no_correction_and_no_acceptance(target, lead):
    figure = factories.figure(target)
    close(target, lead)
    front = target.edition.parties.all()[1].body
    told = r"Số liệu kỳ quý I/2026 đã khóa ngày 02/04/2026\. Cần sửa thì đề nghị .* mở lại kỳ"
    with pytest.raises(Refused, match=told):
        factories.figure(target, front)
    with pytest.raises(Refused, match=told):
        actions.correct_figure(
            figure=figure, state=FigureState.REPORTED, numerator=Decimal(9), reason="sai", by=lead,
            at=factories.AT,
        )  # fmt: skip
    with pytest.raises(Refused, match=told):
        actions.accept_figures(figures=[figure], by=lead, at=factories.AT)


def test_what_lies_inside_is_closed_and_what_is_longer_stays_open(target, lead):
    close(target, lead)
    programme = target.edition.programme_id
    assert closed_in(programme, JANUARY)
    assert not closed_in(programme, YEAR)
    assert not closed_in(programme, Period(date(2026, 4, 1), date(2026, 6, 30)))
    with pytest.raises(Refused, match="đã khóa"):
        close(target, lead, JANUARY)
    close(target, lead, YEAR, at=LATER)
    assert closed_in(programme, YEAR)


def test_only_the_lead_closes_and_only_what_has_ended(target, lead):
    front = programmes.member(target.edition.parties.all()[1].body)
    with pytest.raises(PermissionDenied):
        close(target, front)
    with pytest.raises(Refused, match="chưa kết thúc"):
        close(target, lead, YEAR)
    closed = close(target, lead)
    with pytest.raises(PermissionDenied):
        reopen_period(closed=closed, reason="sửa", by=front, at=factories.AT)


def test_opening_again_needs_a_reason_happens_once_and_stays_to_be_read(target, lead):
    closed = close(target, lead)
    with pytest.raises(Refused, match="lý do"):
        reopen_period(closed=closed, reason=" ", by=lead, at=factories.AT)
    reopen_period(closed=closed, reason="Hội LHPN đếm sót", by=lead, at=factories.AT)
    with pytest.raises(Conflict):
        reopen_period(closed=closed, reason="lần nữa", by=lead, at=factories.AT)
    assert factories.figure(target).numerator == 8
    close(target, lead)
    assert [row.reason for row in ClosedPeriod.objects.order_by("pk")] == ["Hội LHPN đếm sót", ""]


@pytest.mark.django_db(transaction=True)
def test_closing_waits_for_a_figure_on_its_way_and_no_figure_comes_after(target, lead):
    """The figure is being recorded when the lead closes: it is in, and the period closed over it."""
    recorded, closed = threading.Event(), []

    def record():
        with transaction.atomic():
            factories.figure(target, by=lead)
            recorded.set()
            time.sleep(0.3)
        connection.close()

    def shut():
        recorded.wait(10)
        close(target, lead)
        closed.append(Figure.objects.count())
        connection.close()

    threads = [threading.Thread(target=act) for act in (record, shut)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert closed == [1]
    with pytest.raises(Refused, match="đã khóa"):
        factories.figure(target, target.edition.parties.all()[1].body)
