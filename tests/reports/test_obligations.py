"""Obligations are rows: made once, the past untouched, ended and inherited with a link."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from phoihop.core.periods import Period
from phoihop.organisations.models import Body, BodyKind
from phoihop.programmes.models import DutyRule
from phoihop.reports import actions
from phoihop.reports.models import Obligation
from tests.programmes import factories as programmes
from tests.reports.factories import BEFORE, LATE, YEAR, world

pytestmark = pytest.mark.django_db
QUERIES = 17
IN_MAY = datetime(2026, 5, 10, 2, 0, tzinfo=UTC)


def make(w, *, at=BEFORE, by=None, **span):
    by = by or programmes.member(w.committee)
    return actions.make_obligations(edition=w.edition, **(YEAR | span), by=by, at=at)


def test_each_quarter_is_owed_by_the_19th_of_its_last_month():
    w = world()
    rows = Obligation.objects.filter(body=w.women).order_by("due_on")
    assert [r.due_on for r in rows] == [date(2026, m, 19) for m in (3, 6, 9, 12)]
    assert all(r.period_start <= r.due_on <= r.period_end for r in rows)
    assert [(r.body_id, r.reviews) for r in rows[0].recipients.all()] == [(w.committee.pk, True)]


def test_making_them_twice_changes_nothing():
    w = world()
    before = list(Obligation.objects.order_by("id").values())
    made = make(w)
    assert (made.created, made.moved, made.removed, made.flagged) == (0, 0, 0, 0)
    assert list(Obligation.objects.order_by("id").values()) == before


def test_a_mended_rule_leaves_the_past_moves_the_future_and_flags_what_has_data():
    w = world()
    actions.open_report(obligation=w.obligation(quarter=2), by=w.officer(), at=IN_MAY)
    DutyRule.objects.filter(pk=w.duty.pk).update(due_day=26)
    made = make(w, at=IN_MAY, from_day=IN_MAY.date())
    assert (made.created, made.moved, made.removed, made.flagged) == (0, 5, 0, 1)
    assert w.obligation(quarter=1).due_on == date(2026, 3, 19)
    assert w.obligation(quarter=2).due_on == date(2026, 6, 19)
    assert w.obligation(quarter=2).rule_changed_at == IN_MAY
    assert w.obligation(quarter=3).due_on == date(2026, 9, 25)


def test_a_body_taken_out_of_the_duty_owes_nothing_more_but_keeps_its_past():
    w = world()
    w.duty.parties.filter(body=w.front, side="owes").delete()
    made = make(w, at=IN_MAY, from_day=IN_MAY.date())
    assert made.removed == 3
    assert Obligation.objects.filter(body=w.front).count() == 1


def test_a_change_of_recipients_reaches_only_reports_not_begun():
    w = world()
    w.report()
    w.duty.parties.filter(side="reviews").update(body=w.front)
    make(w)
    assert [r.body_id for r in w.obligation().recipients.all()] == [w.committee.pk]
    assert [r.body_id for r in w.obligation(quarter=2).recipients.all()] == [w.front.pk]


def test_a_unit_that_ended_takes_on_nothing_due_later():
    w = world()
    w.women.valid_to = date(2026, 6, 30)
    w.women.save()
    make(w)
    assert Obligation.objects.filter(body=w.women).count() == 2


def test_the_number_of_queries_does_not_grow_with_bodies(django_assert_num_queries):
    w = world()
    by = programmes.member(w.committee)
    Obligation.objects.all().delete()
    with django_assert_num_queries(QUERIES):
        make(w, by=by)
    for number in range(6):
        extra = programmes.body(BodyKind.FARMERS_UNION, w.committee.area, name=f"Hội {number}")
        w.duty.parties.create(body=extra, side="owes")
    Obligation.objects.all().delete()
    with django_assert_num_queries(QUERIES):
        make(w, by=by)
    assert Obligation.objects.count() == 32


def test_ending_leaves_what_was_due_and_what_was_handed_in():
    w = world()
    ended = actions.end_obligations(
        edition=w.edition, on=date(2026, 7, 1), reason="Chương trình kết thúc.", by=w.officer(), at=LATE
    )
    assert ended == 4
    assert w.obligation(quarter=2).ended_on is None
    assert w.obligation(quarter=3).ended_on == date(2026, 7, 1)


def test_the_heir_gets_a_linked_row_and_the_ended_body_keeps_what_was_due():
    w = world()
    heir = programmes.body(BodyKind.WOMENS_UNION, w.committee.area, name="Hội LHPN xã mới")
    w.women.valid_to = date(2026, 6, 30)
    w.women.save()
    made = actions.inherit_obligations(
        programme=w.edition.programme, successors={w.women.pk: [heir]}, by=w.officer(w.committee), at=IN_MAY
    )
    assert len(made) == 4
    first, third = w.obligation(quarter=1), w.obligation(quarter=3)
    assert first.ended_on is None
    assert third.ended_on == w.women.valid_to + timedelta(days=1)
    assert Obligation.objects.get(inherited_from=third).body == heir
    assert Obligation.objects.get(inherited_from=third).recipients.get().body == w.committee


def test_inheriting_twice_makes_nothing_new():
    w = world()
    heir = programmes.body(BodyKind.WOMENS_UNION, w.committee.area)
    args = {
        "programme": w.edition.programme,
        "successors": {w.women.pk: [heir]},
        "by": w.officer(w.committee),
    }
    actions.inherit_obligations(**args, at=IN_MAY)
    assert actions.inherit_obligations(**args, at=IN_MAY) == []


def test_two_bodies_that_merge_leave_one_report_a_period():
    w = world()
    heir = programmes.body(BodyKind.FRONT_COMMITTEE, w.committee.area)
    made = actions.inherit_obligations(
        programme=w.edition.programme,
        successors={w.women.pk: [heir], w.front.pk: [heir]},
        by=w.officer(w.committee),
        at=IN_MAY,
    )
    assert len(made) == 4


def test_after_a_split_each_heir_owes_a_linked_row():
    w = world()
    heirs = [programmes.body(BodyKind.WOMENS_UNION, name=f"Hội LHPN phường {n}") for n in (1, 2)]
    made = actions.inherit_obligations(
        programme=w.edition.programme, successors={w.women.pk: heirs}, by=w.officer(w.committee), at=IN_MAY
    )
    assert {row.body for row in made} == set(heirs)
    assert len(made) == 8
    assert {row.inherited_from.body for row in made} == {w.women}


def test_a_report_to_a_body_that_ended_in_the_same_act_goes_to_its_heir():
    w = world()
    heir = programmes.body(BodyKind.WOMENS_UNION, name="Hội LHPN xã mới")
    committee = programmes.body(name="UBND xã mới")
    made = actions.inherit_obligations(
        programme=w.edition.programme, successors={w.women.pk: [heir], w.committee.pk: [committee]},
        by=w.officer(w.committee), at=IN_MAY,
    )  # fmt: skip
    assert {r.body for row in made if row.body == heir for r in row.recipients.all()} == {committee}


def test_the_database_refuses_what_is_due_after_a_body_ended():
    w = world()
    Body.objects.filter(pk=w.women.pk).update(valid_to=date(2026, 6, 30))
    row = w.obligation(quarter=3)
    with pytest.raises(IntegrityError, match="ended owes nothing"), transaction.atomic():
        Obligation.objects.filter(pk=row.pk).update(due_on=date(2026, 9, 18))


def test_the_days_off_come_with_the_product():
    from phoihop.reports.actions.calendar_days import load_calendar
    from phoihop.reports.queries.rules import working_calendar

    load_calendar()
    calendar = working_calendar()
    assert not calendar.is_working(date(2026, 2, 17))
    assert not calendar.is_working(date(2026, 4, 27))
    assert calendar.is_working(date(2025, 4, 26))
    assert load_calendar() == len(calendar.holidays) + len(calendar.worked)


def test_a_report_on_demand_is_owed_once_somebody_who_receives_it_asks():
    area = programmes.place()
    committee, front = programmes.body(area=area), programmes.body(BodyKind.FRONT_COMMITTEE, area)
    edition = programmes.edition(lead=committee, parties=[committee, front])
    duty = programmes.duty(
        programmes.clause(edition), owes=[front], reviews=[committee], frequency="on_demand",
        anchor="period_end", due_day=None, due_strict=False,
    )  # fmt: skip
    programmes.in_force(edition)
    by = programmes.member(committee)
    asked = actions.Asked(Period(date(2026, 1, 1), date(2026, 5, 31)), date(2026, 6, 5))
    ask = {"duty": duty, "asked": asked}
    with pytest.raises(PermissionDenied):
        actions.request_report(**ask, by=programmes.member(front), at=IN_MAY)
    assert actions.request_report(**ask, by=by, at=IN_MAY) == 1
    assert actions.request_report(**ask, by=by, at=IN_MAY) == 0
    edition.refresh_from_db()
    actions.make_obligations(edition=edition, **YEAR, by=by, at=IN_MAY)
    row = Obligation.objects.get()
    assert (row.due_on, row.recipients.get().body) == (date(2026, 6, 5), committee)
