"""Reviewing in order, side by side, through an office; beginning again or going on after a return."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.accounts.models import Notice
from phoihop.core.errors import Conflict, Refused
from phoihop.organisations.models import BodyKind
from phoihop.programmes.models import DutyParty
from phoihop.reports import actions
from phoihop.reports.calculations.decisions import Step, in_turn, route_of, turn_of, verb_for_report
from phoihop.reports.content import ReturnItem
from phoihop.reports.models import ObligationRecipient
from phoihop.reports.queries.owed import waiting_for
from phoihop.reports.queries.report_page import report_page
from phoihop.reports.queries.routes import may_review
from phoihop.targets.models import FigureAcceptance
from tests.programmes import factories as programmes
from tests.reports.factories import IN_TIME, saved, world

LATER = IN_TIME + timedelta(hours=5)


def test_bodies_of_one_position_stand_side_by_side_and_others_come_last():
    steps = route_of([1, 2, 3, 4], {2: 1, 1: 2, 4: 2})
    assert steps == [Step((2,)), Step((1, 4)), Step((3,))]
    assert (turn_of(steps, {}), in_turn(steps, {})) == (0, [2])
    assert in_turn(steps, {2: "accept", 4: "accept"}) == [1]
    assert verb_for_report(route=steps, takers=[], decided=dict.fromkeys([1, 2, 4], "accept")) == ""
    assert verb_for_report(route=steps, takers=[], decided=dict.fromkeys([1, 2, 3, 4], "accept")) == "accept"


@pytest.fixture
def w(db):
    """The committee and the Front review the Women's Union's reports."""
    made = world()
    DutyParty.objects.create(duty=made.duty, body=made.front, side="reviews")
    ObligationRecipient.objects.create(obligation=made.obligation(), body=made.front, reviews=True)
    return made


def ordered(w, positions, *, restarts=True, version=0):
    return actions.set_route(
        duty=w.duty, positions={body.pk: step for body, step in positions.items()}, restarts=restarts,
        version=version, by=w.officer(w.committee), at=IN_TIME,
    )  # fmt: skip


def handed_in(w):
    report = saved(w, w.report())
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    report.refresh_from_db()
    return report


def returned(w, report, by):
    item = ReturnItem("Ghi rõ hơn.", clause_id=w.clause.pk)
    actions.return_report(report=report, items=[item], by=by, at=LATER)
    actions.submit(report=report, by=w.officer(), at=LATER)
    report.refresh_from_db()
    return report


def accepted(w, report, by):
    actions.accept(report=report, by=by, at=LATER)
    report.refresh_from_db()
    return report.status


def test_the_second_body_waits_for_the_first(w):
    ordered(w, {w.committee: 1, w.front: 2})
    report = handed_in(w)
    front = w.officer(w.front)
    with pytest.raises(Refused, match="Chưa đến lượt: báo cáo đang chờ UBND xã Lam Sơn"):
        actions.accept(report=report, by=front, at=LATER)
    with pytest.raises(Refused, match="Chưa đến lượt"):
        returned(w, report, front)
    assert accepted(w, report, w.reviewer()) == "submitted"
    assert not FigureAcceptance.objects.exists()
    assert accepted(w, report, front) == "accepted"
    assert FigureAcceptance.objects.count() == 2


def test_side_by_side_the_order_of_words_does_not_matter(w):
    report = handed_in(w)
    assert accepted(w, report, w.officer(w.front)) == "submitted"
    assert accepted(w, report, w.reviewer()) == "accepted"


def test_each_step_is_told_and_shown_in_its_turn(w):
    ordered(w, {w.committee: 1, w.front: 2})
    front, office = w.officer(w.front), w.reviewer()
    report = handed_in(w)
    assert not Notice.objects.filter(person_id=front.person_id).exists()
    assert waiting_for(front, today=LATER.date()) == []
    assert [row.report_id for row in waiting_for(office, today=LATER.date())] == [report.pk]
    first = report_page(report, front, today=LATER.date())
    assert [step.state for step in first.steps] == ["now", "later"]
    assert first.steps[0].since == IN_TIME
    assert not first.doings.can_review
    accepted(w, report, office)
    assert "Đến bước xem xét của đơn vị" in Notice.objects.get(person_id=front.person_id).text
    assert [row.report_id for row in waiting_for(front, today=LATER.date())] == [report.pk]
    second = report_page(report, front, today=LATER.date())
    assert [step.state for step in second.steps] == ["done", "now"]
    assert second.steps[1].since == LATER
    assert second.doings.can_review


def test_a_return_at_the_second_step_begins_again_at_the_first(w):
    ordered(w, {w.committee: 1, w.front: 2})
    report = handed_in(w)
    accepted(w, report, w.reviewer())
    returned(w, report, w.officer(w.front))
    page = report_page(report, w.officer(), today=LATER.date())
    assert [step.state for step in page.steps] == ["now", "later"]
    assert [step.state for step in page.steps] == ["now", "later"]


def test_a_return_goes_on_where_it_was_when_set_so(w):
    ordered(w, {w.committee: 1, w.front: 2}, restarts=False)
    report = handed_in(w)
    accepted(w, report, w.reviewer())
    returned(w, report, w.officer(w.front))
    page = report_page(report, w.officer(), today=LATER.date())
    assert [(step.state, step.is_kept) for step in page.steps] == [("done", True), ("now", False)]
    assert accepted(w, report, w.officer(w.front)) == "accepted"


def test_an_office_may_be_the_first_step(w):
    assert {body.pk for body in may_review(w.duty)} == {w.committee.pk, w.front.pk, w.office.pk}
    ordered(w, {w.office: 1, w.front: 2, w.committee: 3})
    report = handed_in(w)
    assert accepted(w, report, w.reviewer()) == "submitted"
    accepted(w, report, w.officer(w.front))
    assert accepted(w, report, w.officer(w.committee, "leader")) == "accepted"


def test_an_order_changed_later_leaves_reports_handed_in_as_they_were(w):
    report = handed_in(w)
    ordered(w, {w.committee: 1, w.front: 2})
    assert accepted(w, report, w.officer(w.front)) == "submitted"


def test_only_bodies_that_review_have_a_place_and_nobody_overwrites_another(w):
    stranger = programmes.body(BodyKind.FARMERS_UNION, w.women.area, name="Hội Nông dân")
    with pytest.raises(Refused, match="được duyệt"):
        ordered(w, {stranger: 1})
    with pytest.raises(PermissionDenied):
        actions.set_route(duty=w.duty, positions={}, restarts=True, version=0, by=w.officer(), at=IN_TIME)
    ordered(w, {w.committee: 1})
    with pytest.raises(Conflict):
        ordered(w, {w.front: 1})
    assert ordered(w, {w.front: 1}, version=1).version == 2


def test_a_returned_part_of_the_form_is_named(w):
    from phoihop.reports.content import RowInput
    from tests.reports.test_forms import MODELS, published, written

    published(w, MODELS, counts_from=date(2026, 1, 1))
    report = w.report()
    written(w, report, tables={"mohinh": [RowInput("r1", ("Hoa", "2"))]})
    actions.submit(report=report, by=w.officer(), at=IN_TIME)
    bad = ReturnItem("Thiếu.", part="khongco")
    with pytest.raises(Refused, match="không có trong báo cáo"):
        actions.return_report(report=report, items=[bad], by=w.reviewer(), at=LATER)
    actions.return_report(
        report=report, items=[ReturnItem("Thiếu mô hình ở thôn 3.", part="mohinh")], by=w.reviewer(), at=LATER
    )
    page = report_page(report, w.officer(), today=LATER.date())
    assert page.rounds[0].decisions[0].items == [("Danh sách mô hình", "Thiếu mô hình ở thôn 3.")]
