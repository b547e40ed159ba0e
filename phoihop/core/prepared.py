"""Statements the database plans once for each connection: for what is asked many times a second."""

from collections.abc import Mapping, Sequence
from typing import Any, override

import psycopg
from django.db import connection


class _Prepared(psycopg.Cursor[Any]):
    """Values travel beside the statement, which the driver names and keeps with its connection.

    One statement at a time: the trail of changes puts its own before all but those that begin with SELECT.
    """

    @override
    def execute(self, query: Any, params: Any = None, **given: Any) -> Any:
        return super().execute(query, params, prepare=True, **given)


def prepared_rows(sql: str, given: Mapping[str, Any] | Sequence[Any]) -> list[tuple[Any, ...]]:
    """All rows of a SELECT, for those whose planning costs more than running; counted and told as any other.

    Each parameter needs a type, and a list one more select: `ANY((SELECT %s::bigint[])::bigint[])`. Else the
    database looks how long each list is, holds the plan for unknown ones the dearer, and plans each time.
    """
    connection.ensure_connection()
    wrapped = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
    with _Prepared(connection.connection) as made:
        cursor = wrapped(made)  # type: ignore[arg-type]
        cursor.execute(sql, given)
        return list(cursor.fetchall())
