"""The raw limit: what the database itself needs for the same rows, without anything of ours."""

from collections.abc import Callable, Sequence
from typing import Any

import psycopg
from django.db import connection

from benchmarks.measuring import Raw, median, once

_ROW = "raw commit of one row"


def connected() -> psycopg.Connection[Any]:
    """A connection of its own, each statement its own transaction."""
    return psycopg.connect(_address(), autocommit=True)


def _address() -> str:
    given = connection.settings_dict
    return psycopg.conninfo.make_conninfo(
        dbname=given["NAME"], user=given["USER"], password=given["PASSWORD"], host=given["HOST"],
        port=given["PORT"] or None,
    )  # fmt: skip


def one_row_committed() -> Raw:
    """Insert a narrow row with one index, commit, wait for the disk."""
    with connected() as raw:
        raw.execute("CREATE TABLE bench_raw (id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, word text)")
        try:
            return Raw(_ROW, median(lambda: raw.execute("INSERT INTO bench_raw (word) VALUES ('đo')")))
        finally:
            raw.execute("DROP TABLE bench_raw")


def one_row_updated(table: str, identity: int) -> Raw:
    """Update one row of a table in place, commit, wait for the disk; triggers of the table run."""
    with connected() as raw:
        statement = f"UPDATE {table} SET version = version + 1 WHERE id = %s"
        return Raw("raw UPDATE of the row", median(lambda: raw.execute(statement, [identity])))


def statement(what: str, sql: str, parameters: Sequence[object] = (), *, rounds: int = 1) -> Raw:
    """One statement as it stands."""
    with connected() as raw:
        work: Callable[[], object] = lambda: raw.execute(sql, parameters).fetchall()  # noqa: E731
        return Raw(what, once(work) if rounds == 1 else median(work, rounds=rounds))


def same_rows_inserted(table: str, where: str) -> Raw:
    """The rows of a table into an empty one with the same columns, indexes and checks, and committed."""
    with connected() as raw:
        raw.execute(f"CREATE TABLE bench_raw (LIKE {table} INCLUDING ALL)")
        try:
            work = f"INSERT INTO bench_raw SELECT * FROM {table} WHERE {where}"
            return Raw("raw INSERT of the same rows", once(lambda: raw.execute(work)))
        finally:
            raw.execute("DROP TABLE bench_raw")
