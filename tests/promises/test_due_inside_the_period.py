"""A quarterly report "trước ngày 20 tháng cuối quý" is due inside the quarter it reports on."""

from datetime import date

import pytest

from phoihop.programmes.models.facts import Frequency
from phoihop.reports.calculations import Standing
from phoihop.reports.models import Obligation
from phoihop.reports.queries.explaining import dues_told
from phoihop.reports.queries.standing import held
from tests.reports.factories import submitted, world

pytestmark = pytest.mark.django_db


def test_a_report_is_due_inside_its_period_of_more_than_30_days():
    w = world()
    assert w.duty.frequency == Frequency.QUARTERLY
    row = w.obligation(quarter=1)
    assert (row.period_start, row.period_end) == (date(2026, 1, 1), date(2026, 3, 31))
    assert (row.period_end - row.period_start).days + 1 == 90
    assert row.due_on == date(2026, 3, 19)
    assert (row.period_end - row.due_on).days == 12
    found = held(Obligation.objects.filter(pk=row.pk))[0]
    standings = {day: found.standing(date(2026, 3, day)) for day in (5, 12, 19, 20, 31)}
    assert standings == {
        5: Standing.NOT_DUE, 12: Standing.DUE_SOON, 19: Standing.DUE_SOON, 20: Standing.MISSING,
        31: Standing.MISSING,
    }  # fmt: skip
    submitted(w)
    found = held(Obligation.objects.filter(pk=row.pk))[0]
    assert found.standing(date(2026, 3, 20)) is Standing.ON_TIME
    assert "Nếu tính cả ngày 20 thì hạn cuối là hết ngày 20/03/2026." in dues_told([row])[row.pk].steps
