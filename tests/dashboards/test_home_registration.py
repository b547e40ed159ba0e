"""Sheets and personal plans on "Việc của tôi"."""

import pytest

from phoihop.dashboards.home_queries import home
from phoihop.organisations.models import BodyKind
from phoihop.plans.actions import personal, sheets
from phoihop.plans.actions.personal import CommitmentContent
from tests.plans.factories import AT
from tests.plans.registering import DUE, TODAY, filled
from tests.programmes import factories as programmes


@pytest.fixture
def edition(db):
    lead = programmes.body()
    front = programmes.body(BodyKind.FRONT_COMMITTEE, lead.area)
    women = programmes.body(BodyKind.WOMENS_UNION, lead.area)
    return programmes.in_force(programmes.edition(lead=lead, parties=[lead, front, women]))


def of_registration(member):
    items = [item for group in home(member, today=TODAY).groups for item in group.items]
    return [item for item in items if item.kind.startswith(("Bảng đăng ký", "Chương trình hành động"))]


def kinds(member):
    return sorted(item.kind for item in of_registration(member))


def test_a_sheet_is_the_unit_s_until_it_is_sent_then_the_lead_s(edition, django_assert_max_num_queries):
    sheet, by = filled(edition)
    lead = programmes.member(edition.programme.lead)
    assert kinds(by) == ["Bảng đăng ký phải gửi"]
    sent = sheets.send_sheet(sheet=sheet, version=sheet.version, by=by, at=AT)
    assert kinds(by) == []
    assert kinds(lead) == ["Bảng đăng ký chờ tiếp nhận", "Bảng đăng ký phải gửi"]
    with django_assert_max_num_queries(9):
        home(lead, today=TODAY)
    sheets.return_sheet(sheet=sent, note="Thiếu địa bàn", version=sent.version, by=lead, at=AT)
    item = of_registration(by)[0]
    assert (item.is_returned, item.day) == (True, DUE)


def test_a_personal_plan_waits_for_the_board_alone(edition):
    front = edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body
    person = programmes.member(front, role="committee_member")
    plan = personal.open_plan(programme=edition.programme, year=2026, by=person)
    content = CommitmentContent("Giúp 2 hộ nghèo", programmes.clause(edition).pk, DUE)
    personal.write_commitment(plan=plan, content=content, version=1, by=person)
    personal.send_plan(plan=plan, version=2, by=person, at=AT)
    assert kinds(programmes.member(front)) == ["Chương trình hành động cá nhân chờ ghi nhận"]
    assert kinds(person) == []
    assert kinds(programmes.member(edition.programme.lead)) == []
