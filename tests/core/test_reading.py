"""Reading in a transaction of its own, as pages do it: BEGIN itself makes it read only."""

import pytest
from django.db import InternalError, connection
from django.test.utils import CaptureQueriesContext

from phoihop.people.models import Person
from tests.accounts import factories

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.core.pages")]


def test_a_page_takes_three_statements_beside_its_own() -> None:
    client = factories.client_as(factories.member())
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/xem/").status_code == 200
    assert [query["sql"].split()[0] for query in asked] == ["SELECT", "BEGIN", "ROLLBACK"]


def test_the_database_refuses_a_write_and_takes_the_next_one() -> None:
    client = factories.client_as(factories.member(role="leader"))
    with pytest.raises(InternalError, match="read-only"):
        client.get("/xem-va-ghi/")
    assert client.post("/them/", {"name": "sau khi xem"}).status_code == 302
    assert Person.objects.filter(full_name="sau khi xem").exists()
