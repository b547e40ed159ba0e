"""From proposals to a signed joint plan, its tasks, and the report they feed."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Refused
from phoihop.core.periods import Period
from phoihop.lifecycle.actions import amending, consulting, entry, joint_plans, plan_tasks
from phoihop.lifecycle.papers import Annexes, programme_paper, template_of
from phoihop.plans import actions as tasks
from phoihop.plans.actions import grouping
from phoihop.plans.models import Task
from phoihop.plans.queries import finished_sentences
from phoihop.plans.statuses import TaskKind
from phoihop.programmes import actions as programmes
from phoihop.programmes.content import AmendmentTerms
from phoihop.programmes.models import Assignment, DutyRule, Edition, Programme
from phoihop.programmes.models.facts import AssignmentRole
from phoihop.programmes.statuses import EditionKind, EditionStatus
from phoihop.reports.queries.answering import clauses_of
from phoihop.targets.models import Target
from phoihop.writing.checks import faults
from phoihop.writing.word import write_docx
from tests.lifecycle.planning import AT, TODAY, World
from tests.plans.factories import outcome
from tests.programmes import factories

pytestmark = pytest.mark.django_db
FOUR = {"target_value": Decimal(4), "target_unit": "buổi"}


@pytest.fixture
def w() -> World:
    return World()


def test_accepted_proposals_become_the_draft_under_the_programmes_clauses(w):
    round_ = w.round()
    w.judged(w.proposed(round_, coordinator_ids=[w.front.pk], **FOUR))
    poor = w.judged(w.proposed(round_, w.farmers, path="II.2", content="Tặng cây giống"))
    left_out = w.judged(w.proposed(round_, content="Tổng kết"), "return", "Để năm sau")
    edition = w.closed(round_)
    assert edition.programme.lead == w.committee
    assert [party.body for party in edition.parties.order_by("order")] == w.bodies
    paths = list(edition.clauses.order_by("order").values_list("path", flat=True))
    assert paths[3:8] == ["II", "II.1", "II.1.1", "II.2", "II.2.1"]
    assert edition.clauses.get(path="II.1").key == factories.clause(w.edition, "II.1").key
    item = edition.clauses.get(key=poor.key)
    assert "Tặng cây giống (chủ trì:" in item.text
    assert not edition.clauses.filter(key=left_out.key).exists()
    roles = Assignment.objects.filter(clause__edition=edition).values_list("body_id", "role")
    assert set(roles) == {
        (w.women.pk, AssignmentRole.LEAD),
        (w.front.pk, AssignmentRole.COORDINATE),
        (w.farmers.pk, AssignmentRole.LEAD),
    }
    assert Target.objects.get(edition=edition).value == 4


def test_a_round_with_something_waiting_is_not_closed(w):
    round_ = w.round()
    w.judged(w.proposed(round_))
    w.proposed(round_, w.farmers)
    with pytest.raises(Refused, match="1 đề xuất chưa xem"):
        w.closed(round_)
    with pytest.raises(PermissionDenied):
        joint_plans.close_proposals(round_=round_, by=w.officer(w.front), at=AT)


def test_the_preview_counts_what_closing_does(w):
    round_ = w.round()
    kept = w.judged(w.proposed(round_, **FOUR))
    grouping.merge(proposal=w.proposed(round_, w.farmers), into=kept, version=1, by=w.officer(), at=AT)
    seen = joint_plans.preview_closing(round_)
    assert (seen.items, seen.clauses, seen.parties, seen.targets, seen.merged) == (1, 1, 1, 1, 1)
    assert seen.is_ready


def test_reports_are_referred_to_and_copied_only_when_chosen(w):
    plain = w.plan()
    assert not DutyRule.objects.filter(clause__edition=plain).exists()
    assert "05/CTrPH-UBND-MTTQ" in plain.clauses.get(path="IV", is_heading=False).text
    round_ = w.round(2027)
    w.judged(w.proposed(round_, starts_on=date(2027, 4, 1), ends_on=date(2027, 4, 9)))
    chosen = w.closed(round_, copies_duties=True)
    assert DutyRule.objects.get(clause__edition=chosen).parties.count() == 2


def test_closing_is_undone_while_nobody_touched_the_draft(w):
    edition = w.plan(FOUR)
    round_ = edition.programme.proposal_round
    joint_plans.undo_closing(round_=round_, by=w.officer(), at=AT)
    assert not Programme.objects.filter(under=w.programme).exists()
    again = w.closed(round_)
    consulting.open_consultation(edition=again, due_on=TODAY, note="", by=w.officer(), at=AT)
    with pytest.raises(Refused, match="không hoàn tác được"):
        joint_plans.undo_closing(round_=again.programme.proposal_round, by=w.officer(), at=AT)


def test_a_joint_plan_is_consulted_signed_and_numbered_in_its_own_register(w):
    edition = w.plan()
    talk = consulting.open_consultation(edition=edition, due_on=TODAY, note="", by=w.officer(), at=AT)
    consulting.close_consultation(consultation=talk, by=w.officer(), at=AT)
    signed = w.signed(edition)
    assert signed.status == EditionStatus.IN_FORCE
    numbered = entry.give_number(
        edition=signed, symbol="KHLT-UBND-MTTQ", issued_on=TODAY, first_number=3,
        by=w.officer(role="clerk"), at=AT,
    )  # fmt: skip
    assert numbered.number_text == "03/KHLT-UBND-MTTQ"
    assert numbered.outgoing_entry.register.document_type == "KH"


def test_the_paper_is_a_joint_plan_with_the_table_of_its_items(w):
    edition = w.plan(FOUR | {"cost": 12_000_000, "cost_source": "fund", "place": "Nhà văn hóa"})
    paper = programme_paper(edition, annexes=Annexes(), today=TODAY)
    assert (paper.kind.lower(), paper.symbol) == ("kế hoạch liên tịch", "KHLT-UBND-MTTQ")
    (annex,) = paper.annexes
    row = annex.blocks[0].rows[0]
    assert row[4:] == ("quý II/2026", "Nhà văn hóa", "4 buổi", "12.000.000 đồng, quỹ")
    template = template_of(edition, today=TODAY)
    found = {fault.detail for fault in faults(write_docx(paper, template=template), template=template)}
    assert found <= {"Thiếu họ tên người ký."}


def test_items_in_force_become_tasks_of_the_programme_once(w):
    edition = w.signed(
        w.plan(
            FOUR
            | {"coordinator_ids": [w.front.pk], "cost": 500, "cost_source": "own", "place": "Nhà văn hóa"}
        )
    )
    made = plan_tasks.make_plan_tasks(plan=edition.programme, by=w.officer(), at=AT)
    assert (made, plan_tasks.make_plan_tasks(plan=edition.programme, by=w.officer(), at=AT)) == (1, 0)
    task = Task.objects.get()
    assert (task.programme, task.clause) == (w.programme, factories.clause(w.edition, "II.1"))
    assert (task.body, task.kind, task.due_on) == (w.women, TaskKind.TRAINING, date(2026, 6, 30))
    assert (task.planned_quantity, task.planned_unit, task.place) == (4, "buổi", "Nhà văn hóa")
    assert list(task.coordinators.all()) == [w.front]
    assert task.costs.get().estimate == 500


def test_a_finished_task_of_the_plan_feeds_the_report_of_the_programme(w):
    edition = w.signed(w.plan(FOUR))
    plan_tasks.make_plan_tasks(plan=edition.programme, by=w.officer(), at=AT)
    done = outcome(quantity=Decimal(4), quantity_unit="buổi", finished_on=TODAY)
    tasks.finish(task=Task.objects.get(), outcome=done, by=w.officer(w.women), at=AT)
    clause = factories.clause(w.edition, "II.1")
    said = finished_sentences(w.women, [clause.pk], Period(date(2026, 1, 1), date(2026, 3, 31)))
    assert "04 buổi" in said[clause.pk][0]


def test_making_tasks_is_undone_until_somebody_began(w):
    plan = w.signed(w.plan({}, {"path": "II.2"})).programme
    assert plan_tasks.make_plan_tasks(plan=plan, by=w.officer(), at=AT) == 2
    assert plan_tasks.undo_plan_tasks(plan=plan, by=w.officer(), at=AT) == 2
    assert not Task.objects.exists()
    plan_tasks.make_plan_tasks(plan=plan, by=w.officer(), at=AT)
    tasks.start(task=Task.objects.order_by("pk")[0], by=w.officer(w.women), at=AT)
    with pytest.raises(Refused, match="1 việc được làm"):
        plan_tasks.undo_plan_tasks(plan=plan, by=w.officer(), at=AT)


def test_an_amended_plan_makes_only_the_tasks_of_its_new_items(w):
    first = w.signed(w.plan(FOUR), on=date(2026, 2, 9))
    plan_tasks.make_plan_tasks(plan=first.programme, by=w.officer(), at=AT)
    terms = AmendmentTerms(EditionKind.SUPPLEMENT, grounds="Thêm việc", effective_on=None)
    draft = amending.start_amendment(programme=first.programme, terms=terms, by=w.officer(), at=AT)
    added = programmes.add_clause(
        edition=draft, parent=draft.clauses.get(path="II.1"), label="1.2", text="1.2. Trồng cây",
        version=draft.version, by=w.officer(), at=AT,
    )  # fmt: skip
    programmes.assign(clause=added, body=w.farmers, role=AssignmentRole.LEAD, by=w.officer(), at=AT)
    draft.refresh_from_db()
    second = w.signed(draft)
    assert second.status == EditionStatus.IN_FORCE
    assert plan_tasks.make_plan_tasks(plan=first.programme, by=w.officer(), at=AT) == 1
    task = Task.objects.get(body=w.farmers)
    assert (task.title, task.clause.path, task.due_on) == ("Trồng cây", "II.1", date(2026, 12, 31))
    assert Task.objects.count() == 2


def test_a_draft_makes_no_tasks(w):
    edition = w.plan()
    with pytest.raises(Refused, match="chưa có hiệu lực"):
        plan_tasks.make_plan_tasks(plan=edition.programme, by=w.officer(), at=AT)
    assert Edition.objects.get(pk=edition.pk).status == EditionStatus.DRAFT


@pytest.mark.parametrize("count", [1, 4])
def test_preview_costs_the_same_for_more_items(w, count, django_assert_num_queries):
    contents = [{"content": f"Nội dung khác nhau {number}"} for number in range(count)]
    edition = w.signed(w.plan(*contents))
    with django_assert_num_queries(8):
        seen = plan_tasks.preview_tasks(edition, today=TODAY)
    assert len(seen.missing) == count


def test_a_report_asks_about_every_clause_a_plan_gave_work_under(w):
    """The women's union has no role in II.1 of the programme itself; the front leads there."""
    clauses_before = [clause.path for clause in clauses_of(w.edition.pk, w.women.pk)]
    plan_tasks.make_plan_tasks(plan=w.signed(w.plan()).programme, by=w.officer(), at=AT)
    assert clauses_before == ["II.2"]
    assert [clause.path for clause in clauses_of(w.edition.pk, w.women.pk)] == ["II.1", "II.2"]
