"""Lists of tasks, the month, what a report begins with, and finished tasks as a source of figures."""

from datetime import date

import pytest

from phoihop.core.periods import Period
from phoihop.plans import queries
from phoihop.plans.models import Task
from phoihop.plans.statuses import TaskKind
from phoihop.targets import sources
from tests.plans import factories
from tests.programmes import factories as programmes
from tests.targets import factories as targets

pytestmark = pytest.mark.django_db
TODAY = date(2026, 4, 2)
QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))


def party(edition, number):
    return edition.parties.order_by("order")[number].body


def test_my_tasks_are_those_of_my_body_late_ones_first(edition):
    late = factories.task(edition)
    soon = factories.task(edition, due_on=date(2026, 4, 20))
    factories.task(edition, due_on=date(2026, 12, 1))
    factories.task(edition, party(edition, 1))
    cards = queries.my_tasks(programmes.member(edition.programme.lead), TODAY)
    assert [(card.id, card.is_late) for card in cards] == [(late.pk, True), (soon.pk, False)]


def test_a_committee_member_sees_the_own_tasks_alone(edition):
    front = party(edition, 1)
    member = programmes.member(front, "committee_member")
    own = factories.task(edition, front, person_id=member.person_id)
    factories.task(edition, front)
    assert [card.id for card in queries.my_tasks(member, TODAY)] == [own.pk]
    assert list(Task.objects.visible_to(member)) == [own]


def test_tasks_are_seen_by_those_who_see_the_programme(edition):
    task = factories.task(edition)
    assert Task.objects.visible_to(programmes.member(party(edition, 2), "viewer")).get() == task
    assert not Task.objects.visible_to(programmes.member(programmes.body())).exists()


def test_a_report_begins_with_what_was_finished_in_its_period(edition):
    factories.finished(edition, attendance=80)
    factories.finished(edition, attendance=65)
    factories.finished(edition, finished_on=date(2026, 4, 1))
    factories.task(edition)
    clause = programmes.clause(edition)
    found = queries.finished_sentences(edition.programme.lead, [clause.pk], QUARTER)
    assert found[clause.pk][0].startswith("Đã tổ chức 02 buổi tuyên truyền, tập huấn, 145 lượt người tham dự")


def test_lists_cost_the_same_queries_for_any_number_of_tasks(edition, django_assert_num_queries):
    member = programmes.member(edition.programme.lead)
    for count in (1, 3):
        for _ in range(count):
            factories.task(edition)
        with django_assert_num_queries(2):
            queries.my_tasks(member, TODAY)


def test_a_page_costs_the_same_queries_for_any_history(edition, django_assert_num_queries):
    task = factories.task(edition)
    member = programmes.member(task.body, "viewer")
    with django_assert_num_queries(5):
        queries.task_page(task.pk, member, TODAY)
    done = factories.finished(edition, evidence=[targets.stored_photo(task.body)])
    with django_assert_num_queries(5):
        assert len(queries.task_page(done.pk, member, TODAY).history) == 2


def test_evidence_opens_to_those_who_see_the_task(edition):
    photo = targets.stored_photo(edition.programme.lead)
    factories.finished(edition, evidence=[photo])
    assert queries.opens_evidence(photo.pk, programmes.member(party(edition, 1), "viewer"))
    assert not queries.opens_evidence(photo.pk, programmes.member(programmes.body()))


def test_finished_tasks_are_proposed_for_the_figure_they_count_in(draft, django_assert_num_queries):
    meetings = targets.target(
        draft, spec=targets.spec("hội nghị phản biện", value=2, unit="hội nghị phản biện")
    )
    roads = targets.target(draft, spec=targets.spec("đường hoa", value=3, unit="tuyến đường"))
    houses = targets.target(draft, spec=targets.spec("nhà", value=3, unit="nhà"))
    programmes.in_force(draft)
    first = factories.finished(draft, kind=TaskKind.MEETING, title="Phản biện dự thảo")
    factories.finished(draft, kind=TaskKind.WORK, quantity=2, quantity_unit="Tuyến đường")
    factories.task(draft, kind=TaskKind.MEETING)
    wanted = [meetings, roads, houses]
    with django_assert_num_queries(1):
        found = sources.proposals(targets=wanted, body_id=draft.programme.lead_id, period=QUARTER)
    assert {t.pk for t in wanted} - found.keys() == {houses.pk}
    assert found[roads.pk][0].numerator == 2
    value = found[meetings.pk][0]
    assert (value.numerator, value.facts[0].url) == (1, f"/cong-viec/{first.pk}/")
