"""Each party's implementation plan: what it is made of, by when, and tasks that are not made twice."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Conflict, Refused
from phoihop.lifecycle.actions import entry, implementing, plan_tasks
from phoihop.lifecycle.papers import Annexes, programme_paper, template_of
from phoihop.lifecycle.queries.plan_progress import plan_progress
from phoihop.lifecycle.queries.plans import plans_page
from phoihop.plans.models import Task
from phoihop.programmes import actions as programmes
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency
from tests.lifecycle.planning import AT, TODAY, World
from tests.programmes import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def w() -> World:
    return World()


def drafted(w, body=None, year=2026):
    body = body or w.front
    return implementing.draft_implementation(
        programme=w.programme, body=body, year=year, by=w.officer(body), at=AT
    )


def test_a_plan_is_made_of_what_its_party_leads_takes_part_in_and_owes(w):
    w.signed(w.plan({"coordinator_ids": [w.front.pk]}))
    front, women = drafted(w), drafted(w, w.women)
    texts = {clause.path: clause.text for clause in front.clauses.all()}
    assert "Công tác tuyên truyền (mục II.1 của Chương trình)" in texts["II.1"]
    assert "Tuyên truyền Luật Bảo vệ môi trường" in texts["III.1.1"]
    said = " ".join(clause.text for clause in women.clauses.all())
    assert "Báo cáo quý: mỗi quý, hạn cuối: hết ngày 19 tháng cuối kỳ" in said
    assert [party.body for party in women.parties.all()] == [w.women]


def test_one_signs_and_its_own_clerk_numbers(w):
    signed = w.signed(drafted(w))
    paper = programme_paper(signed, annexes=Annexes(), today=TODAY)
    assert (paper.kind.lower(), paper.symbol) == ("kế hoạch", "KH-MTTQ")
    assert template_of(signed, today=TODAY).code == "front"
    numbered = entry.give_number(
        edition=signed, symbol=paper.symbol, issued_on=TODAY, first_number=12,
        by=w.officer(w.front, "clerk"), at=AT,
    )  # fmt: skip
    assert numbered.number_text == "12/KH-MTTQ"


def test_only_a_party_plans_for_itself_and_once(w):
    with pytest.raises(PermissionDenied):
        implementing.draft_implementation(
            programme=w.programme, body=w.front, year=2026, by=w.officer(w.women), at=AT
        )
    drafted(w)
    with pytest.raises(Refused, match="đã được lập"):
        drafted(w)
    with pytest.raises(Refused, match="chưa phân công"):
        drafted(w, w.farmers)
    with pytest.raises(Refused, match="ngoài thời gian"):
        drafted(w, year=2030)


def test_a_plan_of_the_whole_period_stands_beside_the_yearly_one(w):
    drafted(w)
    whole = drafted(w, year=None)
    assert (whole.period_end, whole.programme.year) == (date(2027, 12, 31), None)


def test_what_the_joint_plan_made_a_task_of_is_linked_not_doubled(w):
    joint = w.signed(w.plan())
    own = w.signed(drafted(w, w.women))
    by = w.officer(w.women)
    seen = plan_progress(own, by, today=TODAY)
    assert [line.is_joint for line in seen.lines] == [True]
    assert plan_tasks.make_plan_tasks(plan=own.programme, by=by, at=AT) == 1
    assert plan_tasks.make_plan_tasks(plan=joint.programme, by=w.officer(), at=AT) == 0
    task = Task.objects.get()
    assert task.plan == joint.programme
    seen = plan_progress(own, by, today=TODAY)
    assert [line.task_id for line in seen.lines] == [task.pk]


def test_items_of_its_own_become_tasks_of_the_programme(w):
    own = w.signed(drafted(w))
    assert plan_tasks.make_plan_tasks(plan=own.programme, by=w.officer(w.front), at=AT) == 1
    task = Task.objects.get()
    assert (task.clause, task.body) == (factories.clause(w.edition, "II.1"), w.front)
    assert (task.title, task.due_on) == (
        "Công tác tuyên truyền (mục II.1 của Chương trình)",
        date(2026, 12, 31),
    )


def test_the_lead_sets_a_day_and_a_stale_form_is_told(w):
    w.officer(w.women)
    day = date(2026, 3, 1)
    implementing.set_deadline(programme=w.programme, year=2026, due_on=day, by=w.officer(), at=AT)
    assert implementing.deadline_of(w.edition, 2026) == day
    with pytest.raises(Conflict):
        implementing.set_deadline(programme=w.programme, year=2026, due_on=day, by=w.officer(), at=AT)
    with pytest.raises(PermissionDenied):
        implementing.set_deadline(programme=w.programme, year=None, due_on=day, by=w.officer(w.women), at=AT)


def test_a_day_the_programme_itself_says_goes_before(w):
    edition = factories.edition(lead=w.committee, parties=w.bodies)
    factories.duty(
        factories.clause(edition, "III"), owes=[w.front], kind=DutyKind.EVENT, frequency=Frequency.YEARLY,
        name="Xây dựng kế hoạch thực hiện", anchor=DueAnchor.FIXED_DATE, due_day=15, due_month=3,
        due_strict=False,
    )  # fmt: skip
    row = factories.in_force(edition)
    assert implementing.deadline_of(row, 2026) == date(2026, 3, 15)


def test_the_board_says_who_made_signed_numbered_or_is_late(w):
    w.signed(drafted(w))
    drafted(w, w.women)
    implementing.set_deadline(programme=w.programme, year=2026, due_on=TODAY, by=w.officer(), at=AT)
    page = plans_page(w.edition, w.officer(w.women), year=2026, today=date(2026, 2, 11))
    board = {line.body_id: line for line in page.board}
    assert [board[body.pk].is_late for body in w.bodies] == [True, False, True, True]
    assert board[w.front.pk].plan is not None
    assert board[w.front.pk].plan.is_signed
    assert board[w.women.pk].plan.status.label == "dự thảo"
    assert page.signed == 1


@pytest.mark.parametrize("years", [1, 2])
def test_the_tab_costs_the_same_for_more_plans(w, years, django_assert_max_num_queries):
    for year in (2026, 2027)[:years]:
        drafted(w, year=year)
        drafted(w, w.women, year=year) if year == 2026 else None
    member = w.officer()
    with django_assert_max_num_queries(20) as counted:
        plans_page(w.edition, member, year=2026, today=TODAY)
    assert len(counted) == 11


def test_an_edited_draft_keeps_what_it_is_tied_to(w):
    own = drafted(w)
    clause = own.clauses.get(path="II.1")
    by = w.officer(w.front)
    text = "1. Mở chuyên mục trên trang thông tin"
    programmes.change_clause(clause=clause, text=text, version=own.version, by=by, at=AT)
    signed = w.signed(own)
    (line,) = plan_progress(signed, by, today=TODAY).lines
    assert (line.text, line.clause_path) == ("Mở chuyên mục trên trang thông tin", "II.1")
