"""`make schema`: write the dump from which a new installation gets its tables, after a new migration."""

import os
import subprocess
import sys
from pathlib import Path

import django
import psycopg

from phoihop.core import snapshot
from phoihop.hosting import location, server_account
from phoihop.hosting.throwaway import throwaway_server

ROOT = Path(__file__).parents[1]
SERVER = ROOT / ".cache" / "test-postgres"
MADE, AGAIN = "schema_made", "schema_again"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "phoihop.settings", "PHOIHOP_DATA": str(ROOT / ".cache" / "test-data")}


def main() -> None:
    """Migrate from the first, dump, fill another database from that and dump it again.

    PostgreSQL prints some constraints otherwise once they were read from a dump: the second one is kept.
    """
    with throwaway_server(SERVER):
        for name in (MADE, AGAIN):
            _make_anew(name)
        _migrate(MADE)
        with psycopg.connect(_address(AGAIN), autocommit=True) as connection:
            connection.execute(snapshot.plain(_dump(MADE)).encode())
        dump = snapshot.plain(_dump(AGAIN))
    os.environ |= SETTINGS
    django.setup()
    snapshot.SNAPSHOT.write_text(snapshot.made_of() + dump, encoding="utf-8")
    sys.stdout.write(f"{snapshot.SNAPSHOT.relative_to(ROOT)}: {len(dump) // 1000} kB\n")


def _address(database: str) -> str:
    return location.embedded_url(SERVER, database=database)


def _make_anew(database: str) -> None:
    with psycopg.connect(_address("postgres"), autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {database}".encode())
        connection.execute(f"CREATE DATABASE {database}".encode())


def _migrate(database: str) -> None:
    command = [sys.executable, "-m", "django", "migrate", "--from-first", "--no-input", "--verbosity=0"]
    subprocess.run(command, env=os.environ | SETTINGS | {"DATABASE_URL": _address(database)}, check=True)


def _dump(database: str) -> str:
    program = str(server_account.programs() / "pg_dump")
    command = [program, f"--dbname={_address(database)}", *snapshot.DUMP_OPTIONS]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
