"""Plans that stand under a programme: where they are listed, who sees them, what may never be stored."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from phoihop.core.errors import Refused
from phoihop.organisations.models import Body, BodyKind
from phoihop.programmes import actions, queries
from phoihop.programmes.models import Edition, Programme
from phoihop.programmes.models.editions import ProgrammeKind
from phoihop.programmes.statuses import Origin
from tests.programmes import factories
from tests.programmes.factories import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    lead = factories.body()
    front = factories.body(BodyKind.FRONT_COMMITTEE, lead.area)
    return factories.in_force(factories.edition(lead=lead, parties=[lead, front]))


def plan_of(
    edition: Edition, kind: ProgrammeKind, year: int | None = 2026, lead: Body | None = None
) -> Edition:
    lead = lead or edition.programme.lead
    by = factories.member(lead)
    plan = actions.create_plan(
        kind=kind, name=f"Kế hoạch {year}", under=edition.programme, year=year, lead=lead, by=by, at=AT
    )
    return actions.write_edition(
        programme=plan, content=factories.content([lead]), origin=Origin.SIGNED_HERE, by=by, at=AT
    )


def test_a_programme_has_one_joint_plan_a_year(edition: Edition) -> None:
    plan_of(edition, ProgrammeKind.JOINT_PLAN)
    plan_of(edition, ProgrammeKind.JOINT_PLAN, 2027)
    with pytest.raises(Refused, match="đã được lập"):
        plan_of(edition, ProgrammeKind.JOINT_PLAN)


@pytest.mark.parametrize("year", [2026, None])
def test_each_party_has_one_implementation_plan(edition: Edition, year: int | None) -> None:
    front = edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body
    plan_of(edition, ProgrammeKind.IMPLEMENTATION_PLAN, year)
    plan_of(edition, ProgrammeKind.IMPLEMENTATION_PLAN, year, front)
    with pytest.raises(Refused, match="đã được lập"):
        plan_of(edition, ProgrammeKind.IMPLEMENTATION_PLAN, year, front)


def test_no_plan_stands_under_a_plan(edition: Edition) -> None:
    with pytest.raises(Refused, match="không lập dưới một kế hoạch khác"):
        plan_of(plan_of(edition, ProgrammeKind.JOINT_PLAN), ProgrammeKind.IMPLEMENTATION_PLAN)


@pytest.mark.parametrize(
    ("kind", "has_under", "year"),
    [
        (ProgrammeKind.JOINT_PLAN, True, None),
        (ProgrammeKind.JOINT_PLAN, False, 2026),
        (ProgrammeKind.IMPLEMENTATION_PLAN, False, None),
        (ProgrammeKind.COORDINATION_PROGRAMME, True, None),
        (ProgrammeKind.ACTION_PROGRAMME, False, 2026),
    ],
)
def test_the_database_keeps_under_and_year_to_plans(edition, kind, has_under, year) -> None:
    row = factories.programme()
    under = edition.programme_id if has_under else None
    with pytest.raises(IntegrityError), transaction.atomic():
        Programme.objects.filter(pk=row.pk).update(kind=kind, under=under, year=year)


def test_the_list_shows_a_plan_under_its_programme_and_a_search_finds_it(edition: Edition) -> None:
    plan_of(edition, ProgrammeKind.JOINT_PLAN)
    member = factories.member(edition.programme.lead)
    today = date(2026, 3, 1)
    (line,) = queries.listing(member, queries.Filters(), today=today).lines
    assert [plan.name for plan in line.plans] == ["Kế hoạch 2026"]
    (found,) = queries.listing(member, queries.Filters(words="ke hoach 2026"), today=today).lines
    assert found.under == edition.programme.name


def test_the_list_costs_the_same_for_more_plans(edition: Edition, django_assert_num_queries) -> None:
    member = factories.member(edition.programme.lead)
    plan_of(edition, ProgrammeKind.JOINT_PLAN)
    queries_at = []
    for year in (2027, 2028):
        with django_assert_num_queries(len(queries_at[0]) if queries_at else 6) as counted:
            queries.listing(member, queries.Filters(), today=date(2026, 3, 1))
        queries_at.append(counted.captured_queries)
        plan_of(edition, ProgrammeKind.JOINT_PLAN, year)
        plan_of(edition, ProgrammeKind.IMPLEMENTATION_PLAN, year)


def test_parties_of_the_programme_see_a_signed_plan_of_another_party(edition: Edition) -> None:
    front = edition.parties.get(body__kind=BodyKind.FRONT_COMMITTEE).body
    plan = plan_of(edition, ProgrammeKind.IMPLEMENTATION_PLAN, None, edition.programme.lead)
    seen = Programme.objects.visible_to(factories.member(front)).filter(pk=plan.programme_id)
    assert not seen.exists()
    factories.in_force(plan)
    assert seen.exists()


def test_nobody_begins_a_plan_on_a_blank_page(edition: Edition) -> None:
    client = factories.people.client_as(factories.member(edition.programme.lead))
    assert "joint_plan" not in client.get(reverse("programmes:blank")).content.decode()
