"""Messages to persons."""

import pytest
from pytest_django import DjangoAssertNumQueries

from phoihop.accounts import notices
from phoihop.accounts.models import Membership, Notice
from phoihop.core import clock
from tests.accounts import factories

pytestmark = pytest.mark.django_db


def send(*person_ids: int, key: str = "a", url: str = "/") -> None:
    notices.send(person_ids=person_ids, text="Có báo cáo mới", url=url, dedup_key=key, at=clock.now())


def test_the_same_message_reaches_a_person_once() -> None:
    one, two = factories.person(), factories.person()
    send(one.pk)
    send(one.pk, two.pk, two.pk)
    assert Notice.objects.count() == 2


def test_many_receivers_cost_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    people = [factories.person().pk for _ in range(5)]
    with django_assert_num_queries(1):
        send(*people)


def test_receivers_are_those_who_hold_the_role_today() -> None:
    body = factories.body()
    leader = factories.member(body=body, role="leader")
    factories.member(body=body, role="viewer")
    factories.member(role="leader")
    former = factories.member(body=body, role="leader")
    Membership.objects.filter(pk=former.membership_id).update(valid_to="2026-01-01")
    assert notices.members_of(body.pk, {"leader", "officer"}) == [leader.person_id]


def test_reading_marks_one_s_own_only() -> None:
    one, two = factories.person(), factories.person()
    send(one.pk, two.pk)
    theirs = Notice.objects.get(person=two)
    assert notices.mark_read(person_id=one.pk, notice_id=theirs.pk, at=clock.now()) == 0
    assert notices.mark_read(person_id=one.pk, at=clock.now()) == 1
    assert notices.mark_read(person_id=one.pk, at=clock.now()) == 0


def test_the_list_is_latest_first_a_page_at_a_time() -> None:
    person = factories.person()
    for number in range(notices.PER_PAGE + 1):
        send(person.pk, key=str(number))
    lines, page = notices.latest(person.pk, page="1")
    assert (len(lines), page.has_next()) == (notices.PER_PAGE, True)
    assert lines[0].id > lines[1].id
    lines, page = notices.latest(person.pk, page="2")
    assert (len(lines), page.has_next()) == (1, False)
