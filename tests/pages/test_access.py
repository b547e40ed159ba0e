"""Every route is tried as every role, by nobody, and by somebody of an unrelated body."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from phoihop.accounts.models import Membership, Role
from phoihop.core.access import SIGNED_IN
from phoihop.core.routes import OUTSIDE, Route, all_routes
from phoihop.organisations.models import Body, BodyKind
from phoihop.people.models import User
from tests.accounts.factories import client_as, member, person
from tests.pages.addresses import LINES, address_of
from tests.pages.objects import Objects

OURS = [
    route
    for route in all_routes()
    if route.name not in OUTSIDE and any(rule.needs_sign_in for _, rule in route.rules)
]
OTHERS = [route for route in all_routes() if route.name in OUTSIDE and route.name != "admin:"]
SENT_TO_SIGN_IN, REFUSED, NOT_FOUND = 302, 403, 404
PASSED = {200, 302, REFUSED, NOT_FOUND, 409, 422}
"""What a route answers to those its rule lets in; whose rows they then may touch, the rows' own rules say."""
KINDS = {"public": {200, 302, 401}, "signed_in": {302}, "sign_in_stage": {302}, "closed": {404}}


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside leaves no trace."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _send(client: Client, method: str, address: str) -> HttpResponse:
    with transaction.atomic():
        answer = client.get(address) if method == "GET" else client.post(address)
        transaction.set_rollback(True)
    return answer


def _body_of(username: str) -> Body:
    """The body for which the right person acts."""
    row = Membership.objects.filter(person__user__username=username).select_related("body").order_by("pk")
    return row[0].body


def _role_of(username: str) -> str:
    return Membership.objects.filter(person__user__username=username).order_by("pk")[0].role


def _acting(body: Body, role: str) -> Client:
    """A new person in the role at the body, signed in."""
    return client_as(member(body=body, role=role, person=person(username=f"{role}.{body.pk}")))


def _unrelated() -> Body:
    """A body of another province with no part in anything of the sample's sixth programme."""
    return Body.objects.get(names__short_name="UBND phường Bỉm Sơn", kind=BodyKind.PEOPLES_COMMITTEE)


def test_every_route_is_in_the_table_and_the_table_has_no_dead_line() -> None:
    assert {route.name for route in OURS} == LINES.keys()


@pytest.mark.parametrize(
    "route", [route for route in OURS if "GET" in dict(route.rules)], ids=lambda route: route.name
)
def test_the_right_person_opens_it(route: Route, objects: Objects) -> None:
    client = Client()
    client.force_login(User.objects.get(username=LINES[route.name].who))
    answer = _send(client, "GET", address_of(route, objects))
    assert answer.status_code in {200, 302}


@pytest.mark.parametrize("route", OURS, ids=lambda route: route.name)
def test_each_role_passes_as_the_rule_says(route: Route, objects: Objects) -> None:
    address, body = address_of(route, objects), _body_of(LINES[route.name].who)
    with undone():
        for role in Role.values:
            client = _acting(body, role)
            for method, rule in route.rules:
                status = _send(client, method, address).status_code
                if rule.roles is None or role in rule.roles:
                    assert status in PASSED, f"{method} {address} as {role}: {status}"
                else:
                    assert status == REFUSED, f"{method} {address} as {role}: {status}"


@pytest.mark.parametrize("route", OURS, ids=lambda route: route.name)
def test_nobody_is_sent_to_sign_in(route: Route, objects: Objects) -> None:
    address = address_of(route, objects)
    for method, _ in route.rules:
        answer = _send(Client(), method, address)
        assert answer.status_code == SENT_TO_SIGN_IN
        assert answer.headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("route", OURS, ids=lambda route: route.name)
def test_a_body_without_a_part_in_it_gets_nothing(route: Route, objects: Objects) -> None:
    line = LINES[route.name]
    with undone():
        stranger = _acting(_unrelated(), _role_of(line.who))
        for method, rule in route.rules:
            status = _send(stranger, method, address_of(route, objects)).status_code
            if not line.everybodys:
                assert status in {REFUSED, NOT_FOUND}, f"{method} {route.address}: {status}"
            elif rule is not SIGNED_IN:
                assert status < 500


@pytest.mark.parametrize("route", OURS, ids=lambda route: route.name)
def test_somebody_without_a_role_gets_only_one_s_own_pages(route: Route, objects: Objects) -> None:
    client = Client()
    client.force_login(User.objects.get(username="chuacovaitro"))
    for method, rule in route.rules:
        status = _send(client, method, address_of(route, objects)).status_code
        assert (status == REFUSED) is (rule is not SIGNED_IN) or status == NOT_FOUND


@pytest.mark.parametrize("route", OTHERS, ids=lambda route: route.name)
def test_other_people_s_views_guard_themselves_as_said(route: Route, objects: Objects) -> None:
    arguments = {"provider_id": "sso"} if "provider_id" in route.address else {}
    answer = _send(Client(), "GET", reverse(route.name, kwargs=arguments))
    expected = {NOT_FOUND} if arguments else KINDS[dict(route.rules)["*"].name]
    assert answer.status_code in expected
