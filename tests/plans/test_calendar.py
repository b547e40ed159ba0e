"""The calendar, its feed for telephones, and what a year costs."""

from datetime import date, datetime, time

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from phoihop.accounts.models import Membership
from phoihop.core.errors import Conflict, Refused
from phoihop.core.periods import calendar_period
from phoihop.people.models import User
from phoihop.plans import calendar
from phoihop.plans.actions import costs, meetings, sessions
from phoihop.plans.models import CalendarFeed
from phoihop.plans.occasions import CostContent, MeetingContent, SessionContent
from phoihop.plans.queries.costs import cost_year
from phoihop.plans.sheets import cost_sheet
from phoihop.plans.statuses import CostSource, TaskKind
from phoihop.writing.sheets import write_xlsx
from tests.accounts.factories import client_as
from tests.plans import factories
from tests.programmes import factories as programmes
from tests.statements import MOST, signed_in, statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]
AT, TODAY = factories.AT, date(2026, 4, 2)
APRIL = calendar_period(TODAY, 1)


def meeting(edition):
    task = factories.task(edition, kind=TaskKind.MEETING, due_on=date(2026, 4, 20))
    content = MeetingContent(
        subject="liên tịch quý I", held_on=date(2026, 4, 20), starts_at=time(8), place="Hội trường",
        chair_name="Ông Chủ", secretary_name="Bà Thư",
    )  # fmt: skip
    return meetings.plan_meeting(task=task, content=content, by=programmes.member(task.body), at=AT)


def session(edition, day=10):
    task = factories.task(edition, due_on=date(2026, 4, 30))
    content = SessionContent(held_on=date(2026, 4, day), topic="Luật Đất đai", venue="Thôn 3")
    return sessions.add_session(task=task, content=content, by=programmes.member(task.body), at=AT)


def uids(member, *, own_only=False):
    items = calendar.items_in(APRIL, members=[member], today=TODAY, own_only=own_only)
    return [item.uid for item in items]


def test_everything_with_a_day_stands_once_in_order_of_days(edition):
    held, met = session(edition), meeting(edition)
    task = factories.task(edition, due_on=date(2026, 4, 5))
    lead = programmes.member(edition.programme.lead)
    expected = [f"task-{task.pk}", f"session-{held.pk}", f"meeting-{met.pk}"]
    assert uids(lead) == uids(lead, own_only=True) == expected
    front = programmes.member(edition.parties.order_by("order")[1].body)
    assert uids(front) == expected
    assert uids(front, own_only=True) == []
    assert uids(programmes.member(programmes.body())) == []


def test_the_calendar_costs_the_same_queries_for_any_number_of_rows(edition, django_assert_max_num_queries):
    lead, counts = programmes.member(edition.programme.lead), []
    for day in (3, 4):
        session(edition, day)
        meeting(edition)
        factories.task(edition, due_on=date(2026, 4, day))
        with django_assert_max_num_queries(20) as counted:
            uids(lead)
        counts.append(len(counted))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("query", [{}, {"thang": "2026-04"}, {"tuan": "2026-04-20"}, {"tuan": "x"}])
def test_the_page_shows_month_and_week(edition, query):
    meeting(edition)
    answer = client_as(programmes.member(edition.programme.lead)).get(reverse("plans:month"), query)
    assert answer.status_code == 200
    assert ("liên tịch quý I" in answer.content.decode()) is (query != {"tuan": "x"})


def test_filters_narrow_the_calendar(edition):
    met = meeting(edition)
    session(edition)
    client = client_as(programmes.member(edition.programme.lead))
    shown = client.get(reverse("plans:month"), {"loai": "meeting", "don-vi": met.task.body_id})
    assert shown.context["count"] == 1
    assert client.get(reverse("plans:month"), {"chuong-trinh": "999999"}).context["count"] == 0


def made(client: Client) -> str:
    answer = client.post(reverse("plans:own_feed"))
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.context["address"].removeprefix("http://testserver")


def test_a_feed_holds_the_own_days_and_answers_304_when_nothing_changed(edition):
    held, met = session(edition), meeting(edition)
    member = programmes.member(edition.programme.lead)
    client = client_as(member)
    address = made(client)
    answer = Client().get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    read = Calendar.from_ical(answer.content)
    events = {str(event["uid"]): event for event in read.walk("VEVENT")}
    assert events.keys() == {f"session-{held.pk}@phoihop", f"meeting-{met.pk}@phoihop"}
    met_at = events[f"meeting-{met.pk}@phoihop"].decoded("dtstart")
    assert met_at.replace(tzinfo=None) == datetime(2026, 4, 20, 8)  # noqa: DTZ001
    assert met_at.utcoffset().total_seconds() == 7 * 3600
    assert events[f"session-{held.pk}@phoihop"].decoded("dtstart") == date(2026, 4, 10)
    assert len(read.walk("VTIMEZONE")) == 1
    again = Client().get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    session(edition, 12)
    changed = Client().get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != answer.headers["ETag"]


def test_an_address_is_kept_as_a_hash_and_opens_nothing_once_revoked(edition):
    client = client_as(programmes.member(edition.programme.lead))
    first = made(client)
    second = made(client)
    assert CalendarFeed.objects.filter(revoked_at=None).count() == 1
    assert first.split("bimat-")[1].removesuffix(".ics") not in str(list(CalendarFeed.objects.values()))
    assert [Client().get(address).status_code for address in (first, second)] == [404, 200]
    client.post(reverse("plans:revoke_feed"))
    assert Client().get(second).status_code == 404
    assert client.get(reverse("plans:own_feed")).context["made_at"] is None


def test_a_feed_of_somebody_without_a_role_is_empty_and_of_a_closed_account_nothing(edition):
    member = programmes.member(edition.programme.lead)
    client = client_as(member)
    meeting(edition)
    address = made(client)
    Membership.objects.filter(person=member.person_id).update(valid_to=date(2026, 3, 31))
    assert b"VEVENT" not in Client().get(address).content
    User.objects.filter(person=member.person_id).update(is_active=False)
    assert Client().get(address).status_code == 404


def test_the_page_costs_the_same_for_any_number_of_days(edition):
    client, counts = signed_in(programmes.member(edition.programme.lead)), []
    for day in (3, 4):
        session(edition, day)
        meeting(edition)
        factories.task(edition, due_on=date(2026, 4, 5))
        counts.append(statements(client, reverse("plans:month") + "?thang=2026-04&pham-vi=tat-ca"))
    assert counts[0] == counts[1] <= MOST


def test_a_feed_costs_the_same_queries_for_any_number_of_days(edition, django_assert_max_num_queries):
    address, counts = made(client_as(programmes.member(edition.programme.lead))), []
    for day in (3, 4):
        session(edition, day)
        meeting(edition)
        with django_assert_max_num_queries(25) as counted:
            Client().get(address)
        counts.append(len(counted))
    assert counts[0] == counts[1]


def cost(task, content="In tờ rơi", **fields):
    given = CostContent(**({"content": content, "source": CostSource.BUDGET, "estimate": 1_500_000} | fields))
    return costs.add_cost(task=task, content=given, by=programmes.member(task.body), at=AT)


def test_costs_add_up_by_programme_body_and_source(edition, django_assert_num_queries):
    task = factories.task(edition)
    cost(task)
    cost(task, "Nước uống", source=CostSource.SOCIALISED, source_name="Doanh nghiệp", actual=0)
    front = edition.parties.order_by("order")[1].body
    cost(factories.task(edition, front), estimate=200_000, actual=180_000)
    member = programmes.member(task.body)
    with django_assert_num_queries(2):
        year = cost_year(member, year=2026, today=TODAY)
    assert (year.sums.estimate, year.sums.actual, year.sums.known, year.sums.lines) == (
        3_200_000, 180_000, 2, 3,
    )  # fmt: skip
    assert [label for label, _ in year.by_source] == ["ngân sách nhà nước", "xã hội hóa"]
    assert len(year.groups) == 2
    assert write_xlsx(cost_sheet(year)).startswith(b"PK")
    assert cost_year(programmes.member(task.body), year=2025, today=TODAY).groups == []


def test_a_cost_is_written_once_and_changed_by_who_saw_it_last(edition):
    task = factories.task(edition)
    line, by = cost(task), programmes.member(task.body)
    with pytest.raises(Refused, match="đã có"):
        cost(task, " In  tờ rơi ")
    content = CostContent(content="In tờ rơi", source=CostSource.FUND, estimate=1, actual=2)
    costs.change_cost(line=line, content=content, version=1, by=by, at=AT)
    with pytest.raises(Conflict):
        costs.change_cost(line=line, content=content, version=1, by=by, at=AT)
    costs.remove_cost(line=line, version=2, by=by, at=AT)
    assert not task.costs.exists()


def test_the_page_and_the_sheet_of_a_year(edition):
    task = factories.task(edition)
    cost(task)
    client = client_as(programmes.member(task.body))
    assert "1.500.000 đồng" in client.get(reverse("plans:costs")).content.decode()
    assert client.get(reverse("plans:costs_sheet")).content.startswith(b"PK")
