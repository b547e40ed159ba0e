"""Reports the text does not know: asked of chosen bodies, seen, answered, withdrawn, asked again."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Conflict, Refused
from phoihop.core.periods import Period
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import DutyRule
from phoihop.reports import actions
from phoihop.reports.actions.requests import Asked, ask_special, request_report, withdraw_request
from phoihop.reports.models import Obligation
from phoihop.reports.queries.explaining import dues_told
from phoihop.reports.queries.owed import owed_by
from phoihop.reports.queries.requests import request_lines, request_page
from tests.programmes import factories as programmes
from tests.reports.factories import IN_TIME, YEAR, world

pytestmark = pytest.mark.django_db
MARCH = Period(date(2026, 3, 1), date(2026, 3, 9))
ASKED = Asked(MARCH, date(2026, 3, 12), content="Thiệt hại sau mưa lớn.", outline="1. Người\n2. Nhà cửa")


def special(w, *, bodies=None, by=None, asked=ASKED, **fields):
    return ask_special(
        clause=w.clause, title="Báo cáo nhanh tình hình mưa lũ", asked=asked,
        bodies=[w.women] if bodies is None else bodies, by=by or w.officer(w.committee), at=IN_TIME, **fields,
    )  # fmt: skip


def test_the_chosen_bodies_owe_it_to_who_asked():
    w = world()
    request = special(w)
    row = Obligation.objects.get(request=request)
    assert (row.body, row.due_on, row.recipients.get().body) == (w.women, date(2026, 3, 12), w.committee)
    assert row.recipients.get().reviews
    shown = next(
        line for line in owed_by(w.officer(), today=date(2026, 3, 10)) if line.obligation_id == row.pk
    )
    assert shown.name == "Báo cáo nhanh tình hình mưa lũ"
    assert shown.told.line == "hạn cuối: hết ngày 12/03/2026, theo yêu cầu của UBND xã Lam Sơn"
    assert shown.told.steps[-1] == "UBND xã Lam Sơn yêu cầu ngày 10/03/2026, ghi hạn đến hết ngày 12/03/2026."


def test_it_is_no_duty_of_the_text_and_no_rule_touches_it():
    w = world()
    request = special(w)
    assert list(DutyRule.objects.filter(clause__edition=w.edition)) == [w.duty]
    assert request.duty.is_asked
    actions.make_obligations(edition=w.edition, **YEAR, by=w.officer(w.committee), at=IN_TIME)
    assert Obligation.objects.filter(request=request).count() == 1


def test_it_may_go_for_a_note_only():
    w = world()
    special(w, reviews=False)
    assert not Obligation.objects.get(request__isnull=False).recipients.get().reviews


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"bodies": []}, "đơn vị"),
        ({"asked": Asked(MARCH, None)}, "hạn"),
        ({"asked": Asked(MARCH, date(2026, 3, 9))}, "hạn"),
        ({"asked": Asked(Period(date(2026, 4, 1), date(2026, 4, 2)), date(2026, 4, 5))}, "Kỳ"),
    ],
)
def test_what_is_asked_for_must_hold_together(change, words):
    with pytest.raises(Refused, match=words):
        special(world(), **change)


def test_a_body_that_neither_leads_nor_receives_does_not_ask():
    w = world()
    with pytest.raises(PermissionDenied):
        special(w, by=w.officer())


def test_withdrawn_it_is_owed_no_more_but_by_who_began():
    w = world()
    request = special(w, bodies=[w.women, w.front])
    begun = Obligation.objects.get(request=request, body=w.women)
    actions.open_report(obligation=begun, by=w.officer(), at=IN_TIME)
    by = w.officer(w.committee)
    with pytest.raises(Refused):
        withdraw_request(request=request, reason=" ", version=1, by=by, at=IN_TIME)
    withdraw_request(request=request, reason="Đã có số liệu.", version=1, by=by, at=IN_TIME)
    with pytest.raises(Conflict):
        withdraw_request(request=request, reason="Lần nữa.", version=1, by=by, at=IN_TIME)
    ended = dict(Obligation.objects.filter(request=request).values_list("body_id", "ended_on"))
    assert ended == {w.women.pk: None, w.front.pk: date(2026, 3, 10)}


def test_the_page_says_who_has_answered_in_a_fixed_number_of_queries(django_assert_max_num_queries):
    w = world()
    bodies = [programmes.body(BodyKind.FARMERS_UNION, w.committee.area, name=f"Hội {n}") for n in range(4)]
    request = special(w, bodies=[w.women, w.front, *bodies])
    member = w.officer(w.committee)
    with django_assert_max_num_queries(6):
        page = request_page(request, member, today=date(2026, 3, 10))
    assert len(page.answers) == 6
    assert page.outline == ["1. Người", "2. Nhà cửa"]
    assert [line.is_special for line in request_lines(w.edition.programme, member)] == [True]


def test_a_due_day_is_counted_from_the_day_of_an_event():
    w = world()
    duty = DutyRule.objects.create(
        clause=w.clause, kind="report", frequency="on_demand", name="Báo cáo phục vụ kỳ họp",
        anchor="after_event", offset_days=-5, offset_working=True, event_name="ngày khai mạc kỳ họp",
    )  # fmt: skip
    duty.parties.create(body=w.front, side="owes")
    duty.parties.create(body=w.committee, side="reviews")
    asked = Asked(MARCH, None, event_on=date(2026, 3, 24))
    assert request_report(duty=duty, asked=asked, by=w.officer(w.committee), at=IN_TIME) == 1
    row = Obligation.objects.get(duty=duty)
    assert row.due_on == date(2026, 3, 17)
    assert "Đếm từ ngày khai mạc kỳ họp, ngày 24/03/2026" in " ".join(dues_told([row])[row.pk].steps)
    with pytest.raises(Refused):
        request_report(duty=duty, asked=Asked(MARCH, None), by=w.officer(w.committee), at=IN_TIME)
