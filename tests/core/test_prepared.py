"""Statements planned once for a connection."""

import pghistory
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phoihop.core.prepared import prepared_rows

pytestmark = pytest.mark.django_db

_BELOW = "SELECT id FROM organisations_area WHERE id = ANY((SELECT %s::bigint[])::bigint[]) -- prepared so"


def plans():
    """How often the database planned it for any lists, and for one list."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(generic_plans), sum(custom_plans) FROM pg_prepared_statements"
            " WHERE statement LIKE '%%prepared so'"
        )
        return cursor.fetchone()


def test_after_five_times_a_plan_is_kept_however_long_the_lists_are():
    for count in range(1, 9):
        prepared_rows(_BELOW, [list(range(count))])
    assert plans() == (3, 5)


def test_it_is_counted_as_any_statement():
    with CaptureQueriesContext(connection) as asked:
        prepared_rows(_BELOW, [[1, 2]])
    assert len(asked) == 1


def test_it_goes_beside_the_trail_of_changes():
    with pghistory.context(user=1):
        assert prepared_rows("SELECT %s::int", [7]) == [(7,)]
