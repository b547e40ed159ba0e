"""Sessions of a task: planned, held in counts, called off; what they add up to."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from phoihop.core.errors import Conflict, Refused
from phoihop.core.periods import Period
from phoihop.core.workflow import MoveNotAllowed
from phoihop.plans import actions, queries
from phoihop.plans.actions import sessions as acts
from phoihop.plans.models import Session, Task
from phoihop.plans.occasions import Attended, SessionContent
from phoihop.plans.queries.sessions import session_table
from phoihop.plans.statuses import SESSION, SessionStatus, TaskKind
from phoihop.targets import sources
from tests.plans import factories
from tests.programmes import factories as programmes
from tests.targets import factories as targets

pytestmark = pytest.mark.django_db
AT = factories.AT
QUARTER = Period(date(2026, 1, 1), date(2026, 3, 31))


def content(**fields):
    given = {"held_on": date(2026, 3, 5), "topic": "Luật Đất đai", "venue": "Nhà văn hóa thôn 3"} | fields
    return SessionContent(**given)


def planned(task, **fields):
    return acts.add_session(task=task, content=content(**fields), by=programmes.member(task.body), at=AT)


def held(task, attendance=40, **fields):
    session = planned(task, **fields)
    counts = Attended(attendance=attendance)
    return acts.hold_session(
        session=session, attended=counts, version=1, by=programmes.member(task.body), at=AT
    )


@pytest.mark.parametrize("status", SessionStatus.values)
@pytest.mark.parametrize("verb", list(SESSION.moves))
def test_every_verb_from_every_status(edition, status, verb):
    task = factories.task(edition)
    session, by = planned(task), programmes.member(task.body)
    filled = {"held": {"attendance": 5}, "cancelled": {"cancel_reason": "mưa"}}.get(status, {})
    Session.objects.filter(pk=session.pk).update(status=status, **filled)
    common = {"session": session, "version": 1, "by": by, "at": AT}
    tried = {
        "hold": lambda: acts.hold_session(attended=Attended(attendance=3), **common),
        "cancel": lambda: acts.cancel_session(reason="mưa", **common),
        "plan_again": lambda: acts.plan_session_again(**common),
    }[verb]
    if SESSION.allows(status, verb):
        tried()
    else:
        with pytest.raises(MoveNotAllowed):
            tried()


def test_the_attendance_of_a_task_is_the_sum_of_its_sessions(edition):
    task = factories.task(edition)
    held(task, 40)
    second = held(task, 25, held_on=date(2026, 3, 12))
    task.refresh_from_db()
    assert task.attendance == 65
    by = programmes.member(task.body)
    acts.plan_session_again(session=second, version=2, by=by, at=AT)
    task.refresh_from_db()
    assert task.attendance == 40
    with pytest.raises(Refused, match="Còn 1 buổi"):
        actions.finish(task=task, outcome=factories.outcome(), by=by, at=AT)
    acts.cancel_session(session=second, reason="mưa lũ", version=3, by=by, at=AT)
    done = actions.finish(task=task, outcome=factories.outcome(attendance=999), by=by, at=AT)
    assert (done.attendance, done.quantity, done.quantity_unit) == (40, 1, "buổi")
    table = session_table(task)
    assert (table.held, table.attendance) == (1, 40)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"topic": " "}, "nội dung và địa điểm"),
        ({"starts_at": time(9), "ends_at": time(8)}, "sau giờ bắt đầu"),
        ({"speaker_id": 1, "speaker_name": "Bà Lan"}, "không ghi cả hai"),
    ],
)
def test_an_incomplete_session_is_refused(edition, fields, words):
    with pytest.raises(Refused, match=words):
        planned(factories.task(edition), **fields)


def test_only_trainings_and_events_have_sessions_and_the_same_one_once(edition):
    with pytest.raises(Refused, match="tập huấn"):
        planned(factories.task(edition, kind=TaskKind.WORK))
    task = factories.task(edition)
    planned(task)
    with pytest.raises(Refused, match="đã có"):
        planned(task)


def test_counts_are_of_what_happened_and_parts_of_the_whole(edition):
    task = factories.task(edition)
    by = programmes.member(task.body)
    later = planned(task, held_on=date(2026, 4, 20))
    with pytest.raises(Refused, match="chưa đến ngày"):
        acts.hold_session(session=later, attended=Attended(attendance=1), version=1, by=by, at=AT)
    session = planned(task)
    with pytest.raises(Refused, match="lượt nữ"):
        acts.hold_session(session=session, attended=Attended(attendance=5, women=6), version=1, by=by, at=AT)
    with pytest.raises(Conflict):
        acts.hold_session(session=session, attended=Attended(attendance=5), version=9, by=by, at=AT)
    stranger = programmes.member(programmes.body())
    with pytest.raises(PermissionDenied):
        acts.hold_session(session=session, attended=Attended(attendance=5), version=1, by=stranger, at=AT)


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "held"},
        {"attendance": 3},
        {"status": "cancelled"},
        {"status": "held", "attendance": 3, "women": 4},
        {"ends_at": time(8), "starts_at": time(9)},
    ],
)
def test_the_database_keeps_sessions_straight(edition, wrong):
    session = planned(factories.task(edition))
    with pytest.raises(IntegrityError):
        Session.objects.filter(pk=session.pk).update(**wrong)


def test_sessions_count_in_the_period_they_were_held_in(draft, django_assert_num_queries):
    sessions = targets.target(draft, spec=targets.spec("tuyên truyền", value=9, unit="buổi"))
    came = targets.target(draft, spec=targets.spec("lượt người", value=900, unit="lượt người"))
    programmes.in_force(draft)
    task = factories.task(draft, due_on=date(2026, 12, 1))
    held(task, 40)
    held(task, 25, held_on=date(2026, 3, 12))
    held(task, 99, held_on=date(2026, 4, 1))
    with django_assert_num_queries(1):
        found = sources.proposals(targets=[sessions, came], body_id=draft.programme.lead_id, period=QUARTER)
    assert found[sessions.pk][0].numerator == 2
    assert found[came.pk][0].numerator == 65
    assert "#buoi-" in found[came.pk][0].facts[0].url
    clause = programmes.clause(draft)
    said = queries.finished_sentences(draft.programme.lead, [clause.pk], QUARTER)[clause.pk][0]
    assert said.startswith("Đã tổ chức 02 buổi tuyên truyền, tập huấn, 65 lượt người tham dự")


def test_a_finished_task_with_sessions_is_not_counted_a_second_time(edition):
    task = factories.task(edition)
    held(task, 40)
    actions.finish(task=task, outcome=factories.outcome(), by=programmes.member(task.body), at=AT)
    clause = programmes.clause(edition)
    said = queries.finished_sentences(task.body, [clause.pk], QUARTER)[clause.pk]
    assert said[0].startswith("Đã tổ chức 01 buổi tuyên truyền, tập huấn, 40 lượt người")
    assert Task.objects.get(pk=task.pk).attendance == 40
