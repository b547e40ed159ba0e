"""Milestones, pilots and personal plans."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.organisations.models import BodyKind, Level
from phoihop.plans import actions as tasks
from phoihop.plans.actions import milestones, personal, pilots
from phoihop.plans.actions.milestones import MilestoneContent
from phoihop.plans.actions.personal import CommitmentContent
from phoihop.plans.actions.pilots import PilotContent
from phoihop.plans.models import Milestone, PersonalPlan, Pilot, Task
from phoihop.plans.pilots_file import pilots_sheet
from phoihop.plans.queries import milestones as roadmap_queries
from phoihop.plans.queries import personal as personal_queries
from phoihop.plans.queries.pilots import pilot_board, pilot_page
from phoihop.plans.roadmap import MilestoneState, milestone_state
from phoihop.plans.statuses import PilotRating
from tests.plans import factories
from tests.plans.factories import AT
from tests.programmes import factories as programmes
from tests.targets import factories as targets

TODAY = date(2026, 4, 2)


def lead_of(edition):
    return programmes.member(edition.programme.lead)


def milestone(edition, text="Hoàn thành 3 tuyến đường hoa", due_on=date(2026, 12, 31), **fields) -> Milestone:
    given = MilestoneContent(text, due_on, [edition.programme.lead_id], **fields)
    by = lead_of(edition)
    return milestones.set_milestone(programme=edition.programme, content=given, by=by, at=AT)


def states(edition, today=TODAY):
    found = roadmap_queries.roadmap(edition.programme, today=today)
    return [line.state for year in found.years for line in year.lines]


@pytest.mark.parametrize(
    ("reached", "carried", "today", "state"),
    [
        (True, False, date(2027, 1, 1), MilestoneState.REACHED),
        (False, True, date(2027, 1, 1), MilestoneState.CARRIED),
        (False, False, date(2027, 1, 1), MilestoneState.LATE),
        (False, False, date(2026, 12, 31), MilestoneState.OPEN),
    ],
)
def test_where_a_milestone_stands(reached, carried, today, state):
    due = date(2026, 12, 31)
    assert milestone_state(is_reached=reached, is_carried=carried, due_on=due, today=today) == state


def test_a_milestone_is_confirmed_by_hand_with_proof_and_taken_back(edition):
    row, by = milestone(edition), lead_of(edition)
    given = {"on": TODAY, "proof": None, "by": by, "at": AT}
    with pytest.raises(Refused, match="căn cứ"):
        milestones.confirm_milestone(milestone=row, proof_text=" ", version=1, **given)
    with pytest.raises(Refused, match="sau hôm nay"):
        milestones.confirm_milestone(
            milestone=row, proof_text="x", version=1, **given | {"on": date(2026, 5, 1)}
        )
    milestones.confirm_milestone(milestone=row, proof_text="Biên bản nghiệm thu", version=1, **given)
    assert states(edition) == [MilestoneState.REACHED]
    with pytest.raises(Conflict):
        milestones.confirm_milestone(milestone=row, proof_text="x", version=1, **given)
    milestones.unconfirm_milestone(milestone=row, by=by, at=AT)
    assert states(edition) == [MilestoneState.OPEN]


def test_only_the_lead_sets_and_a_responsible_body_confirms(edition):
    women = edition.parties.get(body__kind=BodyKind.WOMENS_UNION).body
    other = programmes.member(women)
    content = MilestoneContent("Việc", date(2026, 6, 30), [women.pk])
    with pytest.raises(PermissionDenied):
        milestones.set_milestone(programme=edition.programme, content=content, by=other, at=AT)
    by = lead_of(edition)
    row = milestones.set_milestone(programme=edition.programme, content=content, by=by, at=AT)
    given = {"on": TODAY, "proof_text": "Báo cáo", "proof": None, "version": 1, "at": AT}
    front = programmes.member(edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body)
    with pytest.raises(PermissionDenied):
        milestones.confirm_milestone(milestone=row, by=front, **given)
    milestones.confirm_milestone(milestone=row, by=other, **given)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (MilestoneContent("", TODAY, [0]), "phải đạt"),
        (MilestoneContent("x", TODAY, [], value=Decimal(3)), "chọn chỉ tiêu"),
        (MilestoneContent("x", TODAY, [], target_id=10**9), "không thuộc"),
        (MilestoneContent("x", TODAY, []), "chịu trách nhiệm"),
    ],
)
def test_a_milestone_says_what_by_whom(edition, content, words):
    with pytest.raises(Refused, match=words):
        milestones.set_milestone(programme=edition.programme, content=content, by=lead_of(edition), at=AT)


def test_a_milestone_of_a_target_is_reached_by_its_accepted_figures(draft):
    given = targets.target(draft)
    edition = programmes.in_force(draft)
    first = milestone(edition, "Đợt một", date(2026, 3, 31), target_id=given.pk, value=Decimal(5))
    milestone(edition, "Cả năm", target_id=given.pk)
    figure = targets.figure(given, numerator=6)
    assert states(edition) == [MilestoneState.LATE, MilestoneState.OPEN]
    targets.accepted(figure)
    assert states(edition) == [MilestoneState.REACHED, MilestoneState.OPEN]
    line = roadmap_queries.milestone_page(first, lead_of(edition), today=TODAY).line
    assert (line.goal, line.value) == ("từ 05 doanh nghiệp trở lên", "6")


def test_what_was_not_reached_goes_on_once_into_the_next_year(edition):
    row, by = milestone(edition), lead_of(edition)
    given = {"into": edition.programme, "by": by, "at": AT}
    with pytest.raises(Refused, match="sau hạn cũ"):
        milestones.carry_over(milestone=row, due_on=date(2026, 12, 31), version=1, **given)
    made = milestones.carry_over(milestone=row, due_on=date(2027, 12, 31), version=1, **given)
    assert (made.carried_from_id, made.year) == (row.pk, 2027)
    assert list(made.bodies.all()) == [edition.programme.lead]
    assert states(edition) == [MilestoneState.CARRIED, MilestoneState.OPEN]
    with pytest.raises(Refused, match="đã chuyển"):
        milestones.carry_over(milestone=row, due_on=date(2028, 12, 31), version=2, **given)
    milestones.undo_carry_over(milestone=row, by=by, at=AT)
    assert states(edition) == [MilestoneState.OPEN]
    again = milestones.carry_over(milestone=row, due_on=date(2027, 6, 30), version=3, **given)
    proof = {"on": TODAY, "proof_text": "Đã xong", "proof": None, "version": 1}
    milestones.confirm_milestone(milestone=again, by=by, at=AT, **proof)
    with pytest.raises(Refused, match="không hoàn tác"):
        milestones.undo_carry_over(milestone=row, by=by, at=AT)


def test_a_milestone_goes_on_into_the_programme_that_renews_this_one_and_no_other(edition):
    lead, by = edition.programme.lead, lead_of(edition)
    renewal = programmes.programme(lead=lead)
    renewal.renews = edition.programme
    renewal.save()
    row = milestone(edition)
    given = {"due_on": date(2027, 12, 31), "version": 1, "by": by, "at": AT}
    with pytest.raises(Refused, match="tiếp nối"):
        milestones.carry_over(milestone=row, into=programmes.programme(lead=lead), **given)
    assert milestones.carry_over(milestone=row, into=renewal, **given).programme == renewal


def test_the_roadmap_costs_the_same_for_two_milestones_and_for_many(draft, django_assert_num_queries):
    given = targets.target(draft)
    edition = programmes.in_force(draft)
    milestone(edition, target_id=given.pk)
    milestone(edition, "Việc khác")
    with django_assert_num_queries(10):
        roadmap_queries.roadmap(edition.programme, today=TODAY)
    for year in range(2026, 2036):
        milestone(edition, f"Năm {year}", date(year, 6, 30), target_id=given.pk)
    with django_assert_num_queries(10):
        assert roadmap_queries.roadmap(edition.programme, today=TODAY).total == 12


def villages(edition, count=2):
    area = edition.programme.area
    return [programmes.place(f"Thôn {n}", parent=area, level=Level.RESIDENTIAL_AREA) for n in range(count)]


def pilot(edition, area, **fields) -> Pilot:
    values = {
        "name": "Khu dân cư kiểu mẫu",
        "clause_id": programmes.clause(edition).pk,
        "area_id": area.pk,
        "since": date(2026, 3, 1),
        "decision_text": "Quyết định 12/QĐ-UBND",
    } | fields
    content = PilotContent(**values)
    return pilots.choose_pilot(programme=edition.programme, content=content, by=lead_of(edition), at=AT)


def proven(edition, area) -> Pilot:
    row = pilot(edition, area)
    for version, verb in enumerate(("start", "prove"), start=1):
        row = pilots.move_pilot(pilot=row, verb=verb, note="", version=version, by=lead_of(edition), at=AT)
    return row


def test_a_pilot_is_chosen_once_assessed_and_covers_its_commune(edition):
    first, second = villages(edition)
    before = pilot_board(edition.programme, today=TODAY).counts
    assert (before.communes, before.covered) == (1, 0)
    row = pilot(edition, first)
    assert row.commune == edition.programme.area
    with pytest.raises(Refused, match="đã được chọn"):
        pilot(edition, first)
    given = {"rating": PilotRating.GOOD, "text": "Sạch đẹp", "file": None, "by": lead_of(edition), "at": AT}
    with pytest.raises(Refused, match="Ngày đánh giá"):
        pilots.assess_pilot(pilot=row, on=date(2026, 2, 1), **given)
    pilots.assess_pilot(pilot=row, on=TODAY, **given)
    board = pilot_board(edition.programme, today=TODAY)
    assert (board.counts.covered, board.lines[0].last_rating) == (1, "tốt, nên nhân rộng")
    assert pilot_board(edition.programme, today=TODAY, only_missing=True).communes == []
    with pytest.raises(Refused, match="không bỏ được"):
        pilots.drop_pilot(pilot=row, by=lead_of(edition), at=AT)
    pilots.drop_pilot(pilot=pilot(edition, second), by=lead_of(edition), at=AT)


def test_a_proven_pilot_is_done_again_as_linked_rows_each_place_once(edition):
    first, second, third = villages(edition, 3)
    by = lead_of(edition)
    given = {"since": TODAY, "decision_text": "Kế hoạch 20/KH-UBND", "by": by, "at": AT}
    with pytest.raises(Refused, match="công nhận"):
        pilots.replicate_pilot(pilot=pilot(edition, third), area_ids=[second.pk], **given)
    row = proven(edition, first)
    areas = [first.pk, second.pk]
    assert pilots.replicate_pilot(pilot=row, area_ids=areas, **given) == 1
    assert pilots.replicate_pilot(pilot=row, area_ids=areas, **given) == 0
    page = pilot_page(row, by, today=TODAY)
    assert [replica.place for replica in page.replicas] == ["xã Thôn 1"]
    sheet = pilots_sheet(edition.programme, pilot_board(edition.programme, today=TODAY).lines)
    assert [line[8] for line in sheet.rows].count("nhân rộng") == 1


def test_a_pilot_is_stopped_with_a_reason_and_moves_only_by_the_table(edition):
    row = pilot(edition, villages(edition)[0])
    given = {"by": lead_of(edition), "at": AT}
    with pytest.raises(Refused, match="lý do"):
        pilots.move_pilot(pilot=row, verb="stop", note="", version=1, **given)
    with pytest.raises(MoveNotAllowed):
        pilots.move_pilot(pilot=row, verb="prove", note="", version=1, **given)
    row = pilots.move_pilot(pilot=row, verb="stop", note="Không phù hợp", version=1, **given)
    assert pilot_board(edition.programme, today=TODAY).counts.covered == 0
    assert pilots.move_pilot(pilot=row, verb="resume", note="", version=2, **given).status == "running"


def test_the_board_of_pilots_costs_the_same_for_one_and_for_many(edition, django_assert_num_queries):
    places = villages(edition, 12)
    for place in places[:2]:
        pilot(edition, place)
    with django_assert_num_queries(8):
        pilot_board(edition.programme, today=TODAY)
    for place in places[2:]:
        pilot(edition, place)
    with django_assert_num_queries(8):
        assert len(pilot_board(edition.programme, today=TODAY).lines) == 12


def plan_of(edition, **fields):
    """A committee member of the Front with a plan of one commitment."""
    front = edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body
    person = programmes.member(front, role="committee_member")
    plan = personal.open_plan(programme=edition.programme, year=2026, by=person)
    values = {
        "content": "Vận động 5 hộ tham gia BHYT",
        "clause_id": programmes.clause(edition).pk,
        "due_on": date(2026, 9, 30),
    } | fields
    personal.write_commitment(plan=plan, content=CommitmentContent(**values), version=1, by=person)
    plan.refresh_from_db()
    return plan, person, programmes.member(front)


def test_a_personal_plan_is_sent_noted_and_becomes_own_tasks(edition):
    plan, person, board = plan_of(edition)
    assert personal.open_plan(programme=edition.programme, year=2026, by=person) == plan
    sent = personal.send_plan(plan=plan, version=plan.version, by=person, at=AT)
    noted = personal.answer_plan(plan=sent, verb="note", note="", version=sent.version, by=board, at=AT)
    task = Task.objects.get()
    assert (task.person_id, task.title) == (person.person_id, "Vận động 5 hộ tham gia BHYT")
    tasks.finish(task=task, outcome=factories.outcome(result="6 hộ"), by=person, at=AT)
    line = personal_queries.plan_page(noted, person).commitments[0]
    assert (line.is_done, line.result) == (True, "6 hộ (xong 18/03/2026)")
    with pytest.raises(Refused, match="rút lại"):
        personal.drop_commitment(commitment=plan.commitments.get(), by=person, at=AT)


def test_only_the_person_and_the_board_of_the_own_body_see_a_plan(edition):
    plan, person, board = plan_of(edition)
    colleague = programmes.member(plan.body, role="committee_member")
    lead = programmes.member(edition.programme.lead, role="leader")
    seen = [set(PersonalPlan.objects.visible_to(who)) for who in (person, board, colleague, lead)]
    assert seen == [{plan}, set(), set(), set()]
    sent = personal.send_plan(plan=plan, version=plan.version, by=person, at=AT)
    seen = [set(PersonalPlan.objects.visible_to(who)) for who in (person, board, colleague, lead)]
    assert seen == [{plan}, {plan}, set(), set()]
    with pytest.raises(PermissionDenied):
        personal.answer_plan(plan=sent, verb="note", note="", version=sent.version, by=lead, at=AT)
    with pytest.raises(PermissionDenied):
        personal.take_back_plan(plan=sent, by=board, at=AT)


def test_a_plan_is_returned_with_words_and_changed_later_with_a_reason(edition):
    plan, person, board = plan_of(edition)
    sent = personal.send_plan(plan=plan, version=plan.version, by=person, at=AT)
    given = {"version": sent.version, "by": board, "at": AT}
    with pytest.raises(Refused, match="bổ sung"):
        personal.answer_plan(plan=sent, verb="return", note=" ", **given)
    back = personal.answer_plan(plan=sent, verb="return", note="Ghi rõ số hộ", **given)
    sent = personal.send_plan(plan=back, version=back.version, by=person, at=AT)
    noted = personal.answer_plan(plan=sent, verb="note", note="", version=sent.version, by=board, at=AT)
    with pytest.raises(Refused, match="lý do"):
        personal.reopen_plan(plan=noted, reason="", by=person, at=AT)
    again = personal.reopen_plan(plan=noted, reason="Đổi địa bàn", by=person, at=AT)
    personal.drop_commitment(commitment=again.commitments.get(), by=person, at=AT)
    assert Task.objects.get().status == "cancelled"


def test_the_board_lists_who_has_a_plan_without_opening_what_is_still_being_written(edition):
    plan, person, _ = plan_of(edition)
    lines = personal_queries.plan_board(edition.programme, plan.body_id, year=2026, today=TODAY)
    assert [(line.plan_id, line.status_label) for line in lines] == [(None, "chưa gửi")]
    personal.send_plan(plan=plan, version=plan.version, by=person, at=AT)
    lines = personal_queries.plan_board(edition.programme, plan.body_id, year=2026, today=TODAY)
    assert [(line.plan_id, line.commitments) for line in lines] == [(plan.pk, 1)]
