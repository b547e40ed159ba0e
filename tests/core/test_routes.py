"""Every address has its rule, and the documentation says which."""

import pytest
from django.core.management import call_command

from phoihop.accounts.models import Role
from phoihop.core.routes import OUTSIDE, ROLES, Route, all_routes


def test_the_roles_of_the_matrix_are_the_roles_of_memberships() -> None:
    assert list(ROLES) == Role.values


@pytest.mark.parametrize("route", all_routes(), ids=lambda route: route.address)
def test_every_route_has_a_rule(route: Route) -> None:
    assert route.rules, f"{route.address}: give its view @reads(rule) or @changes(rule)"


def test_the_table_of_other_people_s_views_holds_no_dead_line() -> None:
    assert {route.name for route in all_routes()} >= OUTSIDE.keys()


def test_a_view_of_ours_names_its_own_rule() -> None:
    assert not [name for name in OUTSIDE if ":" in name and name != "admin:"]


def test_the_matrix_in_the_documentation_is_up_to_date() -> None:
    call_command("access_matrix", "--check")
