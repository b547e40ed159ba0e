"""The trail names actor and time whatever way a row is written, over the pooled connection of requests."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client

from phoihop.accounts.models import Membership
from phoihop.core import clock
from phoihop.people.models import User
from tests.accounts import factories
from tests.core.pages import copy_one

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.core.pages")]

Event = apps.get_model("accounts", "MembershipEvent")


def trail(**filters: object) -> list[tuple[str, str, int | None]]:
    """What was written, how, and by which user."""
    rows = Event.objects.filter(**filters).select_related("pgh_context").order_by("pgh_id")
    return [
        (row.position, row.pgh_label, row.pgh_context.metadata.get("user") if row.pgh_context else None)
        for row in rows
    ]


def acting_client() -> tuple[Client, Membership, int]:
    member = factories.member()
    row = Membership.objects.get(pk=member.membership_id)
    user = User.objects.get(person_id=member.person_id)
    client = factories.client_as(member)
    Event.objects.all().delete()
    return client, row, user.pk


def test_every_way_of_writing_is_kept_with_its_actor() -> None:
    client, row, user = acting_client()
    assert client.post("/moi-cach/", {"row": row.pk}).status_code == 200
    assert trail() == [
        ("sửa", "update", user),
        ("sửa hàng loạt", "update", user),
        ("thêm", "insert", user),
        ("thêm hàng loạt", "insert", user),
        ("SQL", "update", user),
        ("COPY", "insert", user),
    ]


def test_the_time_is_the_database_s_own() -> None:
    client, row, _ = acting_client()
    client.post("/moi-cach/", {"row": row.pk})
    now = clock.now()
    assert all(now - timedelta(minutes=1) < event.pgh_created_at <= now for event in Event.objects.all())


def test_a_copy_as_the_first_statement_of_a_request_has_its_actor_too() -> None:
    client, row, user = acting_client()
    client.post("/chi-copy/", {"row": row.pk})
    assert trail() == [("COPY", "insert", user)]


def test_two_people_on_one_pooled_connection_are_not_mixed_up() -> None:
    first, row_1, user_1 = acting_client()
    second, row_2, user_2 = acting_client()
    for client, row in ((first, row_1), (second, row_2), (first, row_1)):
        Membership.objects.filter(position="COPY").delete()
        client.post("/chi-copy/", {"row": row.pk})
    assert [user for _, _, user in trail(pgh_label="insert")] == [user_1, user_2, user_1]


def test_outside_a_request_nobody_is_named() -> None:
    client, row, _ = acting_client()
    client.post("/chi-copy/", {"row": row.pk})
    Membership.objects.filter(position="COPY").delete()
    Event.objects.all().delete()
    copy_one(row)
    assert trail() == [("COPY", "insert", None)]


def test_the_connections_of_requests_come_from_a_pool() -> None:
    assert connection.settings_dict["OPTIONS"]["pool"]
