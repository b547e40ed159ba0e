"""Back up and restore a running installation.

A backup first dumps the database in one snapshot, then copies the stored files: files are only ever added,
so every file the snapshot names is there. The key of sessions stays on its machine: after restoring on
another one, people sign in again.
"""

import importlib.metadata
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from phoihop.hosting import archive, location, locks, server_account
from phoihop.hosting.archive import Manifest
from phoihop.hosting.failures import HostingError, reason

SWAP_ATTEMPTS = 5


def write(target: Path, *, at: datetime) -> None:
    """Write the backup of this installation. Raises HostingError when `target` exists or dumping fails."""
    if target.exists():
        raise HostingError(f"{target} đã có: hãy chọn tên tệp khác.")
    stored = Path(settings.FILES)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".phoihop-") as scratch:
        dump = Path(scratch) / archive.DUMP
        _program("pg_dump", "--format=custom", f"--file={dump}", database=_database_name())
        with archive.written(target) as writer:
            writer.add(dump, name=archive.DUMP)
            for path in sorted(stored.rglob("*")):
                if path.is_file():
                    writer.add(path, name=f"{archive.FILES}/{path.relative_to(stored).as_posix()}")
            writer.finish(_manifest(at, writer.checksums))


def check(source: Path) -> Manifest:
    """Verify a backup without touching anything. Raises HostingError when it must not be restored here."""
    if not source.is_file():
        raise HostingError(f"Không thấy tệp {source}.")
    manifest = archive.verified(source)
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if _numbers(manifest.version) > _numbers(_version()) or not known.issuperset(manifest.migrations):
        raise HostingError(
            f"Bản sao lưu do phiên bản mới hơn ({manifest.version}) tạo ra: hãy nâng cấp rồi khôi phục."
        )
    return manifest


def restore(source: Path) -> None:
    """Put a checked backup in the place of everything there is, on a running system too.

    Database and files are prepared aside, then both take their names at once; until then, and if anything
    fails, all stays as it was. Raises HostingError.
    """
    stored = Path(settings.FILES)
    stored.parent.mkdir(parents=True, exist_ok=True)
    with (
        locks.held(location.data_folder() / "run" / "restore.lock"),
        tempfile.TemporaryDirectory(dir=stored.parent, prefix=".restore-") as scratch,
    ):
        folder = Path(scratch)
        archive.extract(source, to=folder)
        (folder / archive.FILES).mkdir(exist_ok=True)
        prepared = f"{_database_name()}_restoring"
        try:
            _restore_database(folder / archive.DUMP, into=prepared)
            _swap(prepared, files=folder / archive.FILES, kept=folder / "before")
        finally:
            _drop(prepared)


def _manifest(at: datetime, checksums: dict[str, str]) -> Manifest:
    with _connected(_database_name()) as connection:
        rows = connection.execute("SELECT app || '.' || name FROM django_migrations ORDER BY id").fetchall()
    return Manifest(_version(), at.isoformat(timespec="seconds"), [row[0] for row in rows], checksums)


def _restore_database(dump: Path, *, into: str) -> None:
    _drop(into)
    with _connected("postgres") as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(into)))
    _program("pg_restore", "--no-owner", "--no-privileges", "--single-transaction", str(dump), database=into)
    _migrate(into)


def _migrate(database: str) -> None:
    """An older backup gets today's tables before anyone sees it."""
    url = urlsplit(location.database_url())._replace(path=f"/{database}").geturl()
    done = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--no-input", "--verbosity=0"],
        env=os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "phoihop.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise HostingError(reason("Không nâng cấp được dữ liệu khôi phục", done.stderr))


def _swap(prepared: str, *, files: Path, kept: Path) -> None:
    """Rename both databases in one transaction, and the folders just before it commits."""
    for attempt in range(1, SWAP_ATTEMPTS + 1):
        try:
            _swap_once(prepared, files=files, kept=kept)
        except psycopg.errors.ObjectInUse:
            if attempt == SWAP_ATTEMPTS:
                raise HostingError("Chương trình đang bận, chưa khôi phục được: hãy thử lại sau.") from None
        else:
            return


def _swap_once(prepared: str, *, files: Path, kept: Path) -> None:
    """Ends our own sessions only: renaming stops an autovacuum by itself, which our role may not do."""
    name, before = _database_name(), f"{_database_name()}_before_{time.time_ns()}"
    stored = Path(settings.FILES)
    with _connected("postgres") as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = ANY(%s) AND backend_type = 'client backend' AND usename = current_user",
            [[name, prepared]],
        )
        with connection.transaction():
            _rename(connection, name, before)
            _rename(connection, prepared, name)
            _exchange(stored, files=files, kept=kept)
    _drop(before)


def _exchange(stored: Path, *, files: Path, kept: Path) -> None:
    if stored.exists():
        stored.rename(kept)
    try:
        files.rename(stored)
    except OSError:
        if kept.exists():
            kept.rename(stored)
        raise


def _rename(connection: psycopg.Connection, old: str, new: str) -> None:
    connection.execute(
        sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(old), sql.Identifier(new))
    )


def _drop(database: str) -> None:
    with _connected("postgres") as connection:
        connection.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
        )


def _connected(database: str) -> psycopg.Connection:
    return psycopg.connect(make_conninfo(location.database_url(), dbname=database), autocommit=True)


def _database_name() -> str:
    return str(conninfo_to_dict(location.database_url())["dbname"])


def _program(name: str, *arguments: str, database: str) -> None:
    """Run one of PostgreSQL's programs; the password goes by the environment, which others cannot list."""
    parts = conninfo_to_dict(location.database_url())
    password = str(parts.pop("password", ""))
    address = make_conninfo("", **{**parts, "dbname": database})
    done = subprocess.run(
        [str(server_account.programs() / name), f"--dbname={address}", *arguments],
        env=os.environ | {"PGPASSWORD": password},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise HostingError(reason(name, done.stderr))


def _version() -> str:
    return importlib.metadata.version("phoihop")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
