"""Many rows into a table with COPY, held to every constraint of it when they are in."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connection, models, transaction
from django.db.models.fields import NOT_PROVIDED

_MEMORY_FOR_INDEXES = "256MB"
_BLOCK = 4_000
_CONSTRAINTS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid = %s::regclass AND contype IN ('f', 'u') ORDER BY contype DESC, conname
"""
_INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
WHERE i.indrelid = %s::regclass AND NOT i.indisprimary
  AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
ORDER BY i.indexrelid
"""


def new_ids(model: type[models.Model], count: int) -> range:
    """Ids taken from the table's own sequence, so that later rows do not meet them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(s, nextval(s) + %s) FROM pg_get_serial_sequence(%s, 'id') AS s",
            [count - 1, model._meta.db_table],
        )
        (last,) = cursor.fetchone()
    return range(last - count + 1, last + 1)


def copy_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """COPY `rows` of these columns; every other column takes the default of its field."""
    others = _defaults(model, columns)
    with connection.cursor() as cursor, cursor.copy(_copy(model, [*columns, *others])) as copy:
        for row in rows:
            copy.write_row([*row, *others.values()])


def copy_lines(model: type[models.Model], columns: Sequence[str], lines: Iterable[str]) -> int:
    """COPY finished lines of text (tabs between the columns): the fastest way in. How many there were.

    The columns not given must have a default in the database itself.
    """
    count = 0
    with connection.cursor() as cursor, cursor.copy(_copy(model, columns)) as copy:
        for block in _blocks(lines):
            count += len(block)
            copy.write("".join(block))
    return count


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in lines:
        block.append(line)
        if len(block) == _BLOCK:
            yield block
            block = []
    yield block


def _copy(model: type[models.Model], columns: Sequence[str]) -> str:
    named = ", ".join(connection.ops.quote_name(column) for column in columns)
    return f"COPY {connection.ops.quote_name(model._meta.db_table)} ({named}) FROM STDIN"


def _defaults(model: type[models.Model], given: Sequence[str]) -> dict[str, Any]:
    """What a new row holds in the columns not given; those the database fills by itself stay out."""
    made: dict[str, Any] = {}
    for field in model._meta.concrete_fields:
        if field.column in given or field.primary_key or field.db_default is not NOT_PROVIDED:
            continue
        value = field.get_default()
        if value is not None:
            made[field.column] = field.get_db_prep_save(value, connection)
    return made


@contextmanager
def filled_at_once(*models_filled: type[models.Model]) -> Iterator[None]:
    """The indexes, unique constraints and references of the tables wait until all rows are in.

    Each is then made again over the whole table, which checks every row; checks and triggers of single rows
    hold meanwhile. One transaction: nothing is left half done.
    """
    tables = [model._meta.db_table for model in models_filled]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL maintenance_work_mem = '{_MEMORY_FOR_INDEXES}'")
        kept = [(table, *_laid_aside(cursor, table)) for table in tables]
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table, constraints, indexes in kept:
            for _, definition in indexes:
                cursor.execute(definition)
            for name, definition in constraints:
                cursor.execute(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {definition}')
            cursor.execute(f'ANALYZE "{table}"')


def _laid_aside(cursor: Any, table: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    cursor.execute(_CONSTRAINTS, [table])
    constraints = list(cursor.fetchall())
    cursor.execute(_INDEXES, [table])
    indexes = list(cursor.fetchall())
    for name, _ in reversed(constraints):
        cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    return constraints, indexes


def gather_statistics(*models_filled: type[models.Model]) -> None:
    """As the server does by itself some time after many rows came."""
    with connection.cursor() as cursor:
        for model in models_filled:
            cursor.execute(f'ANALYZE "{model._meta.db_table}"')
