"""When the database checks references between rows."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def checked_at_once() -> Iterator[None]:
    """References are checked after each statement, not at the end of the transaction.

    For acts that write thousands of rows: each row's history runs in a subtransaction, which at its end looks
    through every check still waiting; the time would grow with the square of the rows.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
