"""Who follows a clause: dated, never two at once, handed over as a whole and back."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from phoihop.accounts.models import Membership
from phoihop.core.errors import Refused
from phoihop.organisations.models import Body, BodyKind
from phoihop.people.models import Person
from phoihop.plans.actions import following as actions
from phoihop.plans.models import Follower, HandingOver, Task
from phoihop.plans.queries import following as queries
from phoihop.plans.statuses import FollowerRole
from phoihop.programmes.models import Edition
from tests.accounts.factories import client_as
from tests.plans import factories
from tests.plans.factories import AT
from tests.programmes import factories as programmes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("april")]
TODAY = date(2026, 4, 2)


def front_of(edition: Edition) -> Body:
    return edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body


def somebody(body: Body, role: str = "officer") -> Person:
    return Person.objects.get(pk=programmes.member(body, role).person_id)


def given(edition: Edition, person: Person | None, *, on: date = TODAY, paths=("II.1",), role="focal") -> int:
    body = front_of(edition)
    return actions.set_followers(
        programme=edition.programme,
        clauses=[programmes.clause(edition, path) for path in paths],
        body=body,
        role=FollowerRole(role),
        person=person,
        from_day=on,
        by=programmes.member(body),
        at=AT,
    )


def test_a_new_person_takes_over_the_day_after_the_one_before(edition):
    first, second = somebody(front_of(edition)), somebody(front_of(edition))
    assert given(edition, first, on=date(2026, 3, 1)) == 1
    assert given(edition, second) == 1
    days = [(row.person, row.valid_from, row.valid_to) for row in Follower.objects.order_by("valid_from")]
    assert days == [(first, date(2026, 3, 1), date(2026, 4, 1)), (second, TODAY, None)]


def test_the_same_again_changes_nothing_and_nobody_ends_it(edition):
    person = somebody(front_of(edition))
    given(edition, person, paths=("II.1", "II.2"), on=date(2026, 3, 1))
    assert given(edition, person) == 0
    assert given(edition, None) == 1
    assert Follower.objects.on(TODAY).count() == 1


def test_the_database_keeps_two_from_following_on_one_day(edition):
    given(edition, somebody(front_of(edition)))
    row = Follower.objects.get()
    row.pk, row.person = None, somebody(front_of(edition))
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    given(edition, somebody(front_of(edition), "leader"), role="leader")
    assert Follower.objects.count() == 2


def test_only_people_of_the_body_and_only_for_ones_own(edition):
    with pytest.raises(Refused):
        given(edition, somebody(programmes.body(BodyKind.FARMERS_UNION)))
    with pytest.raises(PermissionDenied):
        actions.set_followers(
            programme=edition.programme,
            clauses=[programmes.clause(edition)],
            body=front_of(edition),
            role=FollowerRole.FOCAL,
            person=None,
            from_day=TODAY,
            by=programmes.member(programmes.body(BodyKind.FARMERS_UNION)),
            at=AT,
        )


def handed_over(edition: Edition, old: Person, new: Person, *, on: date = TODAY) -> HandingOver:
    body = front_of(edition)
    return actions.hand_over(
        body=body, from_person=old, to_person=new, from_day=on, note="Nghỉ hưu", by=programmes.member(body),
        at=AT,
    )  # fmt: skip


def test_one_act_hands_clauses_and_open_tasks_over_and_back(edition):
    body = front_of(edition)
    old, new = somebody(body), somebody(body)
    given(edition, old, on=date(2026, 3, 1), paths=("II.1", "II.2"))
    task = factories.task(edition, body, person_id=old.pk)
    moving = queries.moving(old, body, TODAY)
    assert (len(moving.clauses), len(moving.tasks)) == (2, 1)
    act = handed_over(edition, old, new)
    assert set(Follower.objects.on(TODAY).values_list("person", flat=True)) == {new.pk}
    task.refresh_from_db()
    assert task.person == new
    actions.undo_hand_over(act=act, by=programmes.member(body), at=AT)
    assert set(Follower.objects.on(TODAY).values_list("person", flat=True)) == {old.pk}
    assert Follower.objects.count() == 2
    task.refresh_from_db()
    assert task.person == old
    with pytest.raises(Refused):
        actions.undo_hand_over(act=act, by=programmes.member(body), at=AT)


def test_undo_is_refused_once_somebody_built_on_it(edition):
    body = front_of(edition)
    old, new = somebody(body), somebody(body)
    given(edition, old, on=date(2026, 3, 1))
    act = handed_over(edition, old, new)
    given(edition, somebody(body))
    with pytest.raises(Refused):
        actions.undo_hand_over(act=act, by=programmes.member(body), at=AT)


def test_what_began_today_is_given_whole_and_nothing_is_nothing_to_hand_over(edition):
    body = front_of(edition)
    old, new = somebody(body), somebody(body)
    with pytest.raises(Refused):
        handed_over(edition, old, new)
    given(edition, old)
    act = handed_over(edition, old, new)
    assert Follower.objects.get().person == new
    actions.undo_hand_over(act=act, by=programmes.member(body), at=AT)
    assert Follower.objects.get().person == old


def test_who_left_stands_first_among_those_who_carry_something(edition):
    body = front_of(edition)
    stays, left = somebody(body), somebody(body)
    given(edition, stays)
    given(edition, left, paths=("II.2",))
    Membership.objects.filter(person=left).update(valid_to=date(2026, 4, 1))
    rows = queries.loads(body, TODAY)
    assert [(row.person_id, row.has_left) for row in rows] == [(left.pk, True), (stays.pk, False)]
    page = queries.followers_page(edition, programmes.member(body), TODAY)
    assert [f.has_left for row in page.clauses for f in row.followers] == [False, True]


def test_telephones_are_for_those_who_take_part(edition):
    person = somebody(front_of(edition))
    Person.objects.filter(pk=person.pk).update(phone="0912345678")
    given(edition, person)
    inside = queries.followers_page(edition, programmes.member(edition.programme.lead), TODAY)
    farmers = programmes.body(BodyKind.FARMERS_UNION, edition.programme.area)
    outside = queries.followers_page(edition, programmes.member(farmers), TODAY)
    phones = [[f.phone for row in page.clauses for f in row.followers] for page in (inside, outside)]
    assert phones == [["0912345678"], [""]]


def test_a_task_is_offered_to_the_focal_person(edition):
    person = somebody(front_of(edition))
    given(edition, person)
    assert queries.focal_person(front_of(edition).pk, programmes.clause(edition), TODAY) == person
    assert queries.focal_person(front_of(edition).pk, programmes.clause(edition, "II.2"), TODAY) is None


def test_the_page_sets_a_section_at_once_and_costs_the_same(edition, django_assert_max_num_queries):
    body = front_of(edition)
    officer = programmes.member(body)
    client, person = client_as(officer), somebody(body)
    address = reverse("plans:followers", args=[edition.programme_id])
    page = client.get(address).content.decode()
    send = reverse("plans:set_followers", args=[edition.programme_id])
    assert "Giao người theo dõi" in page
    assert f'action="{send}"' in page
    form = {"body": body.pk, "role": "focal", "person": person.pk, "from_day": "2026-04-02"}
    assert client.post(send, form).status_code == 422
    section = programmes.clause(edition, "II").pk
    assert client.post(send, form | {"section": [section]}).status_code == 302
    assert Follower.objects.count() == 3
    with django_assert_max_num_queries(14):
        queries.followers_page(edition, officer, TODAY)
    viewer = client_as(programmes.member(body, "viewer"))
    assert "Giao người theo dõi" not in viewer.get(address).content.decode()


def test_the_page_of_handing_over_shows_first_and_acts_after(edition):
    body = front_of(edition)
    old, new = somebody(body), somebody(body)
    given(edition, old, on=date(2026, 3, 1))
    client = client_as(programmes.member(body))
    address = reverse("plans:handing_over", args=[body.pk])
    form = {"from_person": old.pk, "to_person": new.pk, "from_day": "2026-04-02", "note": "Nghỉ hưu"}
    assert "Sẽ bàn giao 1 nội dung" in client.get(address, form).content.decode()
    assert client.post(reverse("plans:hand_over", args=[body.pk]), form).status_code == 302
    act = HandingOver.objects.get()
    undo = reverse("plans:undo_hand_over", args=[body.pk, act.pk])
    stranger = client_as(programmes.member(programmes.body(BodyKind.FARMERS_UNION)))
    assert stranger.get(address).status_code == 403
    assert stranger.post(undo).status_code == 403
    assert client.post(undo).status_code == 302
    assert Task.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_who_set_at_once_leave_one_person(edition):
    body = front_of(edition)
    people = [somebody(body), somebody(body)]
    clause, by = programmes.clause(edition), programmes.member(body)
    start = Barrier(2)

    def give(number: int) -> None:
        try:
            start.wait(timeout=10)
            actions.set_followers(
                programme=edition.programme, clauses=[clause], body=body, role=FollowerRole.FOCAL,
                person=people[number], from_day=TODAY, by=by, at=AT,
            )  # fmt: skip
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(give, range(2)))
    assert Follower.objects.on(TODAY).count() == 1
