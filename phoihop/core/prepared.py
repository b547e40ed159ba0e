"""Statements the database plans once for each connection: for what is asked many times a second."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, override

import psycopg
from django.db import connection
from django.db.backends.utils import CursorWrapper


class _Prepared(psycopg.Cursor[Any]):
    """Values travel beside the statement, which the driver names and keeps with its connection."""

    @override
    def execute(self, query: Any, params: Any = None, **given: Any) -> Any:
        return super().execute(query, params, prepare=True, **given)


@contextmanager
def prepared_cursor() -> Iterator[CursorWrapper]:
    """As `connection.cursor()`, counted alike; for statements whose planning costs more than their running.

    Each parameter needs a type, and a list one more select: `ANY((SELECT %s::bigint[])::bigint[])`. Else the
    database looks how long each list is, holds the plan for unknown lists the dearer one, and plans each time.
    """
    connection.ensure_connection()
    wrapped = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with _Prepared(connection.connection) as made:
        yield wrapped(made)  # type: ignore[arg-type]


def prepared_rows(sql: str, given: Mapping[str, Any] | Sequence[Any]) -> list[tuple[Any, ...]]:
    """All rows of a prepared statement."""
    with prepared_cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())
