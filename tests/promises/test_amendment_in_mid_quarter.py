"""An amendment on 15 August moves the deadline from before the 20th to before the 26th.

The past is untouched, the quarter under way follows, what was begun or given more time keeps what it has,
nothing is owed twice.
"""

from datetime import date

import pytest

from phoihop.programmes.models import DutyRule
from phoihop.reports.actions import open_report
from phoihop.reports.actions.relief import extend
from phoihop.reports.calculations import coverage_of
from phoihop.reports.models import Obligation
from phoihop.reports.queries.standing import held
from tests.lifecycle.amendments import AMENDED, at, duty_of, recorded, started, world

pytestmark = pytest.mark.django_db


def test_an_amendment_in_mid_quarter_remakes_only_what_is_to_come():
    w = world()
    quarters = [date(2026, month, 1) for month in (1, 4, 7, 10)]
    of_front = Obligation.objects.filter(body=w.front, period_start__in=quarters).order_by("period_start")
    before = dict(of_front.values_list("pk", "due_on"))
    assert list(before.values()) == [
        date(2026, 3, 19), date(2026, 6, 19), date(2026, 9, 19), date(2026, 12, 19),
    ]  # fmt: skip
    third = Obligation.objects.get(body=w.women, period_start=date(2026, 7, 1))
    open_report(obligation=third, by=w.member(w.women), at=at(date(2026, 8, 1)))
    fourth = Obligation.objects.get(body=w.women, period_start=date(2026, 10, 1))
    extend(
        obligation=fourth, until=date(2026, 12, 30), note="Họp tổng kết.", seen=fourth.due_on, by=w.member(),
        at=at(date(2026, 8, 1)),
    )  # fmt: skip
    due_before = coverage_of([row.kept for row in held(Obligation.objects.all())], on=AMENDED)

    amendment = started(w)
    DutyRule.objects.filter(pk=duty_of(amendment).pk).update(due_day=26)
    recorded(w, amendment)

    assert dict(of_front.values_list("pk", "due_on")) == dict(
        zip(
            before, [date(2026, 3, 19), date(2026, 6, 19), date(2026, 9, 25), date(2026, 12, 25)], strict=True
        )
    )
    third.refresh_from_db()
    assert (third.due_on, third.rule_changed_at is not None) == (date(2026, 9, 19), True)
    fourth.refresh_from_db()
    assert (fourth.first_due_on, fourth.due_on) == (date(2026, 12, 25), date(2026, 12, 30))
    assert coverage_of([row.kept for row in held(Obligation.objects.all())], on=AMENDED) == due_before
    owed = Obligation.objects.filter(period_start__in=quarters).values_list("body_id", "period_start")
    assert len(owed) == len(set(owed)) == 8
