"""A task from plan to result, and tasks made of the duties of a text."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from phoihop.core.errors import Conflict, Refused
from phoihop.core.workflow import MoveNotAllowed
from phoihop.organisations.models import BodyKind
from phoihop.plans import actions
from phoihop.plans.models import Task
from phoihop.plans.statuses import TASK, TaskKind, TaskStatus
from phoihop.programmes.models.facts import DueAnchor, DutyKind, Frequency
from tests.plans import factories
from tests.programmes import factories as programmes
from tests.targets.factories import stored_photo

pytestmark = pytest.mark.django_db
ROLES = ["viewer", "officer", "leader", "clerk", "committee_member", "area_head", "administrator"]
WRITERS = {"officer", "leader"}
AT = factories.AT
JUNE = date(2026, 6, 30)


def party(edition, number):
    return edition.parties.order_by("order")[number].body


def test_a_task_goes_from_plan_to_result_and_every_step_is_kept(edition):
    task = factories.task(edition)
    by = programmes.member(task.body)
    actions.start(task=task, by=by, at=AT)
    photo = stored_photo(task.body)
    task = actions.finish(task=task, outcome=factories.outcome(evidence=[photo], attendance=80), by=by, at=AT)
    assert (task.status, task.finished_on, task.attendance) == (TaskStatus.DONE, date(2026, 3, 18), 80)
    assert [e.file for e in task.evidence.all()] == [photo]
    task = actions.reopen(task=task, reason="thiếu danh sách", by=by, at=AT)
    assert (task.status, task.finished_on, task.result) == (TaskStatus.DOING, None, "đã phát 200 tờ rơi")
    actions.cancel(task=task, reason="gộp vào việc khác", by=by, at=AT)
    verbs = task.decisions.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["create", "start", "finish", "reopen", "cancel"]


@pytest.mark.parametrize("status", TaskStatus.values)
@pytest.mark.parametrize("verb", list(TASK.moves))
def test_every_verb_from_every_status(edition, status, verb):
    task = factories.task(edition)
    Task.objects.filter(pk=task.pk).update(
        status=status, finished_on=date(2026, 3, 1) if status == TaskStatus.DONE else None
    )
    acts = {
        "start": lambda by: actions.start(task=task, by=by, at=AT),
        "finish": lambda by: actions.finish(task=task, outcome=factories.outcome(), by=by, at=AT),
        "cancel": lambda by: actions.cancel(task=task, reason="x", by=by, at=AT),
        "reopen": lambda by: actions.reopen(task=task, reason="x", by=by, at=AT),
    }
    by = programmes.member(task.body)
    if TASK.allows(status, verb):
        acts[verb](by)
    else:
        with pytest.raises(MoveNotAllowed):
            acts[verb](by)


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"title": " "}, "tên công việc"),
        ({"starts_on": date(2026, 3, 21)}, "sau hạn"),
    ],
)
def test_an_incomplete_task_is_refused(edition, fields, part):
    with pytest.raises(Refused, match=part):
        factories.task(edition, **fields)


def test_the_person_works_for_the_body_or_a_board_under_it(edition):
    women, front = party(edition, 2), party(edition, 1)
    board = programmes.body(BodyKind.FRONT_WORK_BOARD, front.area, parent=front)
    head = programmes.member(board, "area_head")
    assert factories.task(edition, front, person_id=head.person_id).person_id == head.person_id
    with pytest.raises(Refused, match="không thuộc đơn vị"):
        factories.task(edition, women, person_id=head.person_id)


def test_a_draft_takes_no_tasks(draft):
    with pytest.raises(Refused, match="chưa có hiệu lực"):
        factories.task(draft)


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"finished_on": date(2026, 4, 3)}, "sau hôm nay"),
        ({"result": ""}, "kết quả"),
        ({"quantity": 2}, "đơn vị tính"),
    ],
)
def test_a_result_is_told_and_not_in_the_future(edition, fields, part):
    task = factories.task(edition)
    by = programmes.member(task.body)
    with pytest.raises(Refused, match=part):
        actions.finish(task=task, outcome=factories.outcome(**fields), by=by, at=AT)


@pytest.mark.parametrize("role", ROLES)
def test_only_officers_and_leaders_create_drop_and_open_again(edition, role):
    by = programmes.member(edition.programme.lead, role)
    task, done = factories.task(edition), factories.finished(edition)
    acts = [
        lambda: factories.task(edition, by=by),
        lambda: actions.cancel(task=task, reason="x", by=by, at=AT),
        lambda: actions.reopen(task=done, reason="x", by=by, at=AT),
        lambda: actions.end_tasks(
            programme=edition.programme, on=date(2026, 6, 30), reason="x", by=by, at=AT
        ),
        lambda: actions.schedule_from_duties(edition=edition, until=date(2026, 12, 31), by=by, at=AT),
    ]
    for act in acts:
        if role in WRITERS:
            act()
        else:
            with pytest.raises(PermissionDenied):
                act()


@pytest.mark.parametrize("role", ["committee_member", "area_head"])
def test_a_committee_member_does_the_own_tasks_and_no_others(edition, role):
    front = party(edition, 1)
    by = programmes.member(front, role)
    own, other = factories.task(edition, front, person_id=by.person_id), factories.task(edition, front)
    actions.finish(task=own, outcome=factories.outcome(), by=by, at=AT)
    with pytest.raises(PermissionDenied):
        actions.start(task=other, by=by, at=AT)
    with pytest.raises(PermissionDenied):
        actions.reopen(task=own, reason="x", by=by, at=AT)


def test_a_party_gives_no_tasks_to_another_and_the_lead_does(edition):
    lead, women, front = party(edition, 0), party(edition, 2), party(edition, 1)
    factories.task(edition, women, by=programmes.member(lead))
    with pytest.raises(PermissionDenied):
        factories.task(edition, women, by=programmes.member(front))


def test_a_stale_form_changes_nothing(edition):
    task = factories.task(edition)
    by = programmes.member(task.body)
    actions.change_task(task=task, content=factories.content("Tên mới"), version=1, by=by, at=AT)
    with pytest.raises(Conflict):
        actions.change_task(task=task, content=factories.content("Tên khác"), version=1, by=by, at=AT)
    with pytest.raises(Conflict):
        actions.finish(task=task, outcome=factories.outcome(), version=1, by=by, at=AT)
    task.refresh_from_db()
    assert (task.title, task.status) == ("Tên mới", TaskStatus.PLANNED)


@pytest.fixture
def scheduled(draft):
    """Quarterly meetings of two bodies, a yearly event on 18/11, a survey on demand, and a report."""
    clause, bodies = programmes.clause(draft), [party(draft, 0), party(draft, 1)]
    plain = {"anchor": DueAnchor.PERIOD_END, "due_day": None, "due_strict": False}
    programmes.duty(clause, owes=bodies, name="Họp giao ban", **(plain | {"kind": DutyKind.MEETING}))
    programmes.duty(
        clause, owes=bodies[1:], name="Ngày hội Đại đoàn kết", kind=DutyKind.EVENT,
        frequency=Frequency.YEARLY, anchor=DueAnchor.FIXED_DATE, due_day=18, due_month=11, due_strict=False,
    )  # fmt: skip
    programmes.duty(
        clause, owes=bodies, name="Khảo sát",
        **(plain | {"kind": DutyKind.SURVEY, "frequency": Frequency.ON_DEMAND}),
    )  # fmt: skip
    programmes.duty(clause, owes=bodies)
    return programmes.in_force(draft)


def schedule(edition, until=date(2026, 12, 31)):
    by = programmes.member(edition.programme.lead)
    return actions.schedule_from_duties(edition=edition, until=until, by=by, at=AT)


def test_meetings_and_events_become_tasks_once(scheduled):
    assert schedule(scheduled, until=date(2026, 6, 30)) == 4
    assert schedule(scheduled) == 5
    assert schedule(scheduled) == 0
    meetings = Task.objects.filter(kind=TaskKind.MEETING, body=party(scheduled, 0)).order_by("due_on")
    assert [task.due_on for task in meetings] == [
        date(2026, 3, 31), date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31),
    ]  # fmt: skip
    event = Task.objects.get(kind=TaskKind.EVENT)
    assert (event.title, event.due_on) == ("Ngày hội Đại đoàn kết", date(2026, 11, 18))
    assert event.decisions.get().verb == "schedule"


def test_a_body_that_ends_gets_no_later_tasks(scheduled):
    front = party(scheduled, 1)
    front.valid_to = date(2026, 6, 30)
    front.save()
    schedule(scheduled)
    days = Task.objects.filter(body=front).order_by("due_on").values_list("due_on", flat=True)
    assert list(days) == [date(2026, 3, 31), date(2026, 6, 30)]


def test_scheduling_costs_the_same_queries_for_any_number_of_tasks(scheduled, django_assert_num_queries):
    by = programmes.member(scheduled.programme.lead)
    for until in (date(2026, 3, 31), date(2026, 12, 31)):
        with django_assert_num_queries(10):
            actions.schedule_from_duties(edition=scheduled, until=until, by=by, at=AT)


def test_the_day_of_a_duty_is_not_moved_by_hand(scheduled):
    schedule(scheduled)
    task = Task.objects.filter(body=party(scheduled, 0)).first()
    by = programmes.member(task.body)
    moved = factories.content("Họp", kind=TaskKind.MEETING, due_on=date(2026, 4, 5))
    with pytest.raises(Refused, match="lấy từ văn bản"):
        actions.change_task(task=task, content=moved, version=1, by=by, at=AT)


def test_the_end_of_a_programme_drops_what_is_due_later_and_keeps_what_was_owed(scheduled):
    schedule(scheduled)
    by = programmes.member(scheduled.programme.lead)
    count = actions.end_tasks(
        programme=scheduled.programme, on=date(2026, 6, 30), reason="kết thúc chương trình", by=by, at=AT
    )
    assert count == 5
    assert Task.objects.open().count() == 4
    dropped = Task.objects.filter(status=TaskStatus.CANCELLED).first()
    assert dropped.decisions.order_by("-pk")[0].note == "kết thúc chương trình"
