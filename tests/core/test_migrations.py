"""The tables of an installation are the tables of the code."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from phoihop.core.snapshot import SNAPSHOT, fill_empty_database, made_of, plain


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    """`makemigrations --check` ends with an error where a model and its migrations differ."""
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_snapshot_is_made_of_the_migrations_on_disk() -> None:
    """A new or changed migration asks for `make schema`."""
    with SNAPSHOT.open(encoding="utf-8") as dump:
        assert dump.readline() == made_of(), "hãy chạy make schema"


@pytest.mark.django_db
def test_nothing_is_left_to_migrate_after_the_snapshot() -> None:
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


@pytest.mark.django_db
def test_a_database_with_tables_is_never_filled() -> None:
    assert not fill_empty_database("DROP TABLE programmes_programme CASCADE")
    assert "programmes_programme" in connection.introspection.table_names()


def test_a_dump_is_stripped_of_what_differs_between_servers() -> None:
    dump = """--
-- PostgreSQL database dump
--
\\restrict abc
SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE FUNCTION f() AS $$
UPDATE a
SET b = 1
-- why
$$;
INSERT INTO m VALUES ('2026-01-02 03:04:05.6+00');
"""
    assert plain(dump).splitlines()[1:-1] == [
        "CREATE FUNCTION f() AS $$", "UPDATE a", "SET b = 1", "-- why", "$$;",
        "INSERT INTO m VALUES ('1970-01-01 00:00:00+00');",
    ]  # fmt: skip
