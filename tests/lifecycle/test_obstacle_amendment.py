"""An obstacle that leads to an amendment: one click for the lead, one draft however many obstacles."""

from datetime import date

import pytest
from django.urls import reverse

from phoihop.core import clock
from phoihop.organisations.models import BodyKind
from phoihop.plans.actions import obstacles as plans
from phoihop.plans.inputs import ObstacleContent
from phoihop.plans.models import Obstacle
from phoihop.plans.statuses import ObstacleKind
from phoihop.programmes.models import Edition
from phoihop.programmes.statuses import EditionStatus
from tests.programmes import factories

pytestmark = pytest.mark.django_db
GROUNDS = "Giải quyết vướng mắc về kinh phí"


def raised() -> Obstacle:
    lead = factories.body()
    front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area)
    edition = factories.in_force(factories.edition(lead=lead, parties=[lead, front]), date(2026, 2, 5))
    return another(edition, front)


def another(edition: Edition, front) -> Obstacle:
    content = ObstacleContent(
        kind=ObstacleKind.MONEY, text="Chưa có kinh phí.", since_on=date(2026, 3, 1),
        addressed_to=edition.programme.lead_id, answer_due_on=clock.today(),
    )  # fmt: skip
    return plans.raise_obstacle(
        clause=factories.clause(edition, "II.1"), body=front, content=content, by=factories.member(front),
        at=clock.now(),
    )  # fmt: skip


def address(row: Obstacle) -> str:
    return reverse("lifecycle:obstacle_amendment", args=[row.pk])


def test_the_lead_takes_an_obstacle_into_a_new_amendment() -> None:
    row = raised()
    client = factories.people.client_as(factories.member(row.programme.lead))
    assert "Giải quyết vướng mắc ở mục II.1" in client.get(address(row)).content.decode()
    sent = {"grounds": GROUNDS, "version": row.version}
    assert client.post(address(row), sent).status_code == 302
    row.refresh_from_db()
    assert row.amended_by is not None
    assert (row.amended_by.status, row.amended_by.sequence) == (EditionStatus.DRAFT, 2)
    assert row.amended_by.grounds == GROUNDS


def test_a_second_obstacle_joins_the_draft_under_way() -> None:
    first = raised()
    edition = first.programme.editions.get()
    second = another(edition, first.raised_by_body)
    client = factories.people.client_as(factories.member(first.programme.lead))
    for row in (first, second):
        assert client.post(address(row), {"grounds": GROUNDS, "version": row.version}).status_code == 302
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.amended_by == second.amended_by
    assert Edition.objects.filter(programme=first.programme).count() == 2


def test_only_the_lead_may_and_a_stale_page_changes_nothing() -> None:
    row = raised()
    front = factories.people.client_as(factories.member(row.raised_by_body))
    assert front.get(address(row)).status_code == 403
    lead = factories.people.client_as(factories.member(row.programme.lead))
    assert lead.post(address(row), {"grounds": GROUNDS, "version": 7}).status_code == 409
    assert lead.post(address(row), {"grounds": "", "version": row.version}).status_code == 422
    assert Edition.objects.filter(programme=row.programme).count() == 1
