from datetime import date

import pytest

from phoihop.organisations.models import Body, BodyKind, Level, Succession, SuccessionLink
from phoihop.programmes.models import Edition, Programme
from tests.programmes import factories

pytestmark = pytest.mark.django_db


def sees(body: Body, edition: Edition, role: str = "viewer") -> bool:
    rows = Programme.objects.visible_to(factories.member(body, role))
    assert rows.count() <= 1
    return rows.filter(pk=edition.programme_id).exists()


class World:
    """A commune under a district under a province, with a programme signed by its committee and Front."""

    def __init__(self) -> None:
        self.province = factories.place(level=Level.PROVINCE)
        self.district = factories.place(parent=self.province, level=Level.DISTRICT)
        self.commune = factories.place(parent=self.district)
        self.lead = factories.body(area=self.commune)
        self.front = factories.body(BodyKind.FRONT_COMMITTEE, self.commune)
        self.union = factories.body(BodyKind.WOMENS_UNION, self.commune)
        self.reporter = factories.body(BodyKind.YOUTH_UNION, self.commune)
        self.department = factories.body(BodyKind.DEPARTMENT, self.commune, parent=self.lead)
        self.assigned_department = factories.body(BodyKind.DEPARTMENT, self.commune, parent=self.union)
        self.edition = factories.edition(lead=self.lead, parties=[self.lead, self.front])
        factories.assignment(factories.clause(self.edition), self.union)
        factories.duty(factories.clause(self.edition, "III"), owes=[self.reporter], reviews=[self.lead])


@pytest.fixture
def world() -> World:
    return World()


def test_a_draft_is_seen_by_its_lead_its_parties_and_their_departments_only(world: World) -> None:
    assert all(sees(body, world.edition) for body in (world.lead, world.front, world.department))
    hidden = (world.union, world.reporter, world.assigned_department, factories.body(area=world.district))
    assert not any(sees(body, world.edition) for body in hidden)


def test_once_signed_also_by_those_assigned_those_of_a_duty_and_the_places_above(world: World) -> None:
    factories.in_force(world.edition)
    seeing = (
        world.lead, world.front, world.department, world.union, world.reporter, world.assigned_department,
        factories.body(area=world.district), factories.body(area=world.province),
    )  # fmt: skip
    assert all(sees(body, world.edition) for body in seeing)


def test_never_by_the_place_beside_or_below_or_by_an_administrator_elsewhere(world: World) -> None:
    factories.in_force(world.edition)
    beside = factories.body(area=factories.place(parent=world.district))
    below = factories.body(BodyKind.FRONT_WORK_BOARD, factories.place(parent=world.commune))
    assert not sees(beside, world.edition)
    assert not sees(below, world.edition)
    assert not sees(factories.body(BodyKind.OPERATOR), world.edition, "administrator")


def test_a_successor_sees_what_its_predecessor_saw(world: World) -> None:
    heir, heir_of_heir = factories.body(), factories.body()
    act = Succession.objects.create(kind="merge", effective_on=date(2025, 7, 1), legal_document="NQ")
    SuccessionLink.objects.create(succession=act, from_body=world.front, to_body=heir)
    SuccessionLink.objects.create(succession=act, from_body=heir, to_body=heir_of_heir)
    assert sees(heir, world.edition)
    assert sees(heir_of_heir, world.edition)


def test_what_is_visible_costs_one_query(world: World, django_assert_num_queries) -> None:
    member = factories.member(world.lead)
    with django_assert_num_queries(1):
        list(Programme.objects.visible_to(member))
