"""Two people at the same moment at one meeting, one session, one finding: nothing lost, nothing twice."""

from datetime import date, time

import pytest

from phoihop.core.errors import Conflict
from phoihop.plans.actions import feeds, meetings, minutes, sessions
from phoihop.plans.models import AgendaItem, CalendarFeed, Invitee, Task
from phoihop.plans.occasions import Attended, ItemContent, Mark, SessionContent
from phoihop.plans.statuses import Attendance
from tests.plans import factories
from tests.plans.test_meetings import Room
from tests.programmes import factories as programmes
from tests.reports.test_two_at_once import both

pytestmark = pytest.mark.django_db(transaction=True)
AT = factories.AT


def test_two_secretaries_of_one_text_keep_both(edition):
    room = Room(edition).prepared()

    def write(number):
        said = ItemContent(content="Kết quả", minutes=f"bản {number}")
        minutes.change_item(item=room.item, content=said, version=1, by=room.secretary, at=AT)
        return "saved"

    assert sorted(both(write), key=str) == [Conflict, "saved"]
    assert AgendaItem.objects.get().version == 2


def test_two_who_mark_different_rows_lose_none(edition):
    room = Room(edition).prepared()
    rows = list(Invitee.objects.order_by("pk"))

    def mark(number):
        here = Mark(invitee_id=rows[number].pk, version=1, attendance=Attendance.PRESENT, people=number + 1)
        return minutes.mark_attendance(meeting=room.meeting, marks=[here], by=room.secretary, at=AT)

    assert both(mark) == [1, 1]
    assert list(Invitee.objects.order_by("pk").values_list("people", flat=True)) == [1, 2, 0]


def test_a_conclusion_given_out_twice_is_one_task(edition):
    room = Room(edition).written()
    meetings.confirm_minutes(meeting=room.meeting, ended_at=time(10), version=1, by=room.chair, at=AT)
    before = Task.objects.count()
    given = both(lambda _: minutes.give_out(conclusion=room.conclusion, by=room.secretary, at=AT).pk)
    assert given[0] == given[1]
    assert Task.objects.count() == before + 1


def test_two_sessions_held_at_once_both_count(edition):
    task = factories.task(edition)
    by = programmes.member(task.body)
    made = [
        sessions.add_session(
            task=task, by=by, at=AT,
            content=SessionContent(held_on=date(2026, 3, day), topic="Luật", venue="Thôn 3"),
        )
        for day in (5, 6)
    ]  # fmt: skip

    def hold(number):
        counts = Attended(attendance=40 + number)
        sessions.hold_session(session=made[number], attended=counts, version=1, by=by, at=AT)

    both(hold)
    task.refresh_from_db()
    assert task.attendance == 81


def test_two_addresses_made_at_once_leave_one(edition):
    by = programmes.member(edition.programme.lead)
    both(lambda _: feeds.make_feed(by=by, at=AT))
    assert CalendarFeed.objects.filter(revoked_at=None).count() == 1
