"""The tables of a new installation at once: a dump of an empty, migrated database, kept with the code.

Running every migration from the first costs most of a first start, as Django builds all models anew at each
step. A database without tables is filled from the dump, and migrations newer than it follow as usual; one
that has tables is never touched. `make schema` writes the dump; a test holds it to the migrations.
"""

import hashlib
import inspect
import re
from pathlib import Path

from django.db import connection
from django.db.migrations.loader import MigrationLoader

SNAPSHOT = Path(__file__).parent / "data" / "schema.sql"
DUMP_OPTIONS = ("--no-owner", "--no-privileges", "--inserts", "--rows-per-insert=1000")
"""What pg_dump is asked for: one script any role may run through an ordinary connection."""
_SETTINGS = (
    "statement_timeout|lock_timeout|idle_in_transaction_session_timeout|transaction_timeout|client_encoding|"
    "standard_conforming_strings|check_function_bodies|xmloption|client_min_messages|row_security|"
    "default_tablespace|default_table_access_method"
)
_OF_THE_TOOL = re.compile(
    rf"^(\\(un)?restrict .*|SET ({_SETTINGS}) = .*|SELECT pg_catalog\.set_config\('search_path'.*"
    r"|--( (Name|Data for Name|PostgreSQL database|Dumped) ?.*)?)\n",
    re.MULTILINE,
)
_FUNCTIONS_FIRST = "SET check_function_bodies = off;"
"""Functions stand before the tables they name."""
_APPLIED = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[\d.]*\+\d\d'")


def made_of() -> str:
    """The first line of the dump: a digest of every migration on disk, ours and of the libraries."""
    digest = hashlib.sha256()
    for (app, name), migration in sorted(MigrationLoader(None).disk_migrations.items()):
        source = Path(inspect.getfile(type(migration))).read_bytes()
        digest.update(f"{app}.{name}\n".encode() + source)
    return f"-- made of migrations {digest.hexdigest()}\n"


def plain(dump: str) -> str:
    """The statements of a dump alone, the same on every server and day: days of migration are the epoch."""
    statements = _APPLIED.sub("'1970-01-01 00:00:00+00'", _OF_THE_TOOL.sub("", dump)).strip()
    return f"{_FUNCTIONS_FIRST}\n{statements}\nRESET check_function_bodies;\n"


def fill_empty_database(statements: str) -> bool:
    """Run the dump where there is not one table yet; whether it did. All of it, or nothing."""
    if connection.introspection.table_names():
        return False
    with connection.cursor() as cursor:
        cursor.execute(statements, None)
    return True
