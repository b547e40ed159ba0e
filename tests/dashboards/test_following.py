""" "Theo dõi của tôi", and what waits for an answer among what is to be done."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from phoihop.core import clock
from phoihop.dashboards.following_queries import followed
from phoihop.dashboards.home_queries import home
from phoihop.organisations.models import BodyKind
from phoihop.people.models import Person
from phoihop.plans.actions import following as actions
from phoihop.plans.statuses import FollowerRole
from phoihop.reports.actions.chasing import chase, sign_chase
from tests.accounts.factories import client_as
from tests.plans import factories as tasks
from tests.plans.test_emergent import proposed
from tests.plans.test_obstacles import raised
from tests.programmes import factories as programmes
from tests.reports.factories import LATE, World, world

pytestmark = pytest.mark.django_db
TODAY = LATE.date()


@pytest.fixture(autouse=True)
def _late_march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: LATE)
    monkeypatch.setattr(clock, "today", lambda: TODAY)


WAITING = {"Vướng mắc chờ trả lời", "Nhiệm vụ phát sinh chờ đồng ý", "Công văn đôn đốc", "Được đôn đốc"}


def following_items(member, today):
    items = [item for group in home(member, today=today).groups for item in group.items]
    return sorted((item for item in items if item.kind in WAITING), key=lambda item: item.kind)


def follows(w: World, person_id: int, *paths: str, role: str = "leader") -> None:
    actions.set_followers(
        programme=w.edition.programme,
        clauses=[programmes.clause(w.edition, path) for path in paths],
        body=w.committee,
        role=FollowerRole(role),
        person=Person.objects.get(pk=person_id),
        from_day=date(2026, 3, 1),
        by=w.officer(w.committee),
        at=LATE,
    )


def test_a_leader_sees_what_is_late_and_open_and_whom_to_ring() -> None:
    w = world()
    leader, focal = w.officer(w.committee, "leader"), w.officer(w.committee)
    Person.objects.filter(pk=focal.person_id).update(phone="0912345678")
    follows(w, leader.person_id, "II.1", "II.2")
    follows(w, focal.person_id, "II.1", role="focal")
    tasks.task(w.edition, w.women)
    raised(w.edition, body=w.women, answer_due_on=date(2026, 4, 10))
    found = followed(leader, TODAY, programme_id=None)
    first, second = found.clauses
    assert (first.late_tasks, first.obstacles, [c.phone for c in first.contacts]) == (1, 1, ["0912345678"])
    assert second.is_in_order
    assert (found.late_reports, found.troubled) == (2, 1)
    page = client_as(leader).get(reverse("dashboards:following")).content.decode()
    assert "1 công việc quá hạn" in page
    nobody = client_as(programmes.member(programmes.body(BodyKind.FARMERS_UNION)))
    assert "Chưa được giao theo dõi" in nobody.get(reverse("dashboards:following")).content.decode()


def test_the_page_costs_the_same_for_one_clause_and_for_three() -> None:
    w = world()
    leader = w.officer(w.committee, "leader")
    counts = []
    for paths in (["II.1"], ["II.1", "II.2", "III"]):
        follows(w, leader.person_id, *paths)
        with CaptureQueriesContext(connection) as counted:
            followed(leader, TODAY, programme_id=None)
        counts.append(len(counted))
    assert counts[0] == counts[1] <= 20


def test_who_owes_an_answer_finds_it_among_what_is_to_be_done() -> None:
    w = world()
    raised(w.edition, body=w.women, answer_due_on=date(2026, 4, 10))
    proposed(w.edition)
    made = chase(
        programme=w.edition.programme,
        keys=[f"obligation-{w.obligation().pk}"],
        requested_by=date(2026, 3, 30),
        by=w.reviewer(),
        at=LATE,
    )
    kinds = {
        role: [item.kind for item in following_items(w.officer(body, role), TODAY)]
        for body, role in ((w.committee, "leader"), (w.front, "officer"), (w.women, "viewer"))
    }
    assert kinds == {
        "leader": sorted(WAITING - {"Được đôn đốc"}),
        "officer": ["Nhiệm vụ phát sinh chờ đồng ý"],
        "viewer": [],
    }
    assert [item.kind for item in following_items(w.officer(w.women), TODAY)] == ["Được đôn đốc"]
    sign_chase(chase=made, version=1, by=w.officer(w.committee, "leader"), at=LATE)
    clerk = following_items(w.officer(w.committee, "clerk"), TODAY)
    assert [item.action for item in clerk] == ["Cấp số"]
