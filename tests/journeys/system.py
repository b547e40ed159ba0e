"""A whole running system: a filled database made once, copied for whoever asks, and served."""

import atexit
import functools
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import psycopg

SECONDS_TO_ANSWER = 30


@dataclass(frozen=True)
class Filled:
    """A database to be copied, the folder with its files, and the ids of one object of each kind."""

    database: str
    folder: Path
    objects: dict[str, int | str]


@dataclass(frozen=True)
class Site:
    """A running copy."""

    url: str
    database: str
    filled: Filled


@functools.cache
def filled() -> Filled:
    """Places, sample and people of the journeys; half a minute, once."""
    database = f"phoihop_journeys_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    folder = Path(tempfile.mkdtemp(prefix="phoihop-journeys-"))
    run_sql(f'CREATE DATABASE "{database}" TEMPLATE template0')
    atexit.register(_forget, database, folder)
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.preparation"],
        env=environment(database, folder),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AssertionError(done.stderr[-4000:])
    return Filled(database, folder, json.loads(done.stdout.splitlines()[-1]))


def _forget(database: str, folder: Path) -> None:
    """At the end of the process; a throwaway server may have stopped before."""
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(psycopg.OperationalError):
        run_sql(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


@contextmanager
def copied(source: Filled) -> Iterator[str]:
    """The name of a fresh copy of the filled database; dropped at the end."""
    database = f"{source.database}_{uuid.uuid4().hex[:6]}"
    run_sql(f'CREATE DATABASE "{database}" TEMPLATE "{source.database}"')
    try:
        yield database
    finally:
        run_sql(f'DROP DATABASE "{database}" WITH (FORCE)')


@contextmanager
def running(source: Filled) -> Iterator[Site]:
    """A copy served by the product's own web server."""
    with copied(source) as database, _served(database, source.folder) as url:
        yield Site(url, database, source)


@contextmanager
def _served(database: str, folder: Path) -> Iterator[str]:
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--workers", "1", "--blocking-threads", "1", "--no-ws"]
    command += ["--log-level", "warning", "tests.journeys.application:application"]
    log = (folder / f"{database}.log").open("wb")
    server = subprocess.Popen(command, env=environment(database, folder), stdout=log, stderr=log)
    try:
        _wait_for(f"http://127.0.0.1:{port}", server, folder / f"{database}.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        with suppress(subprocess.TimeoutExpired):
            server.wait(15)
        server.kill()
        server.wait()
        log.close()


def environment(database: str, folder: Path) -> dict[str, str]:
    """What a process of this system is started with."""
    return os.environ | {
        "DATABASE_URL": address_of(database),
        "DJANGO_SETTINGS_MODULE": "phoihop.settings",
        "PHOIHOP_DATA": str(folder),
        "PHOIHOP_FILES": str(folder / "files"),
        "PHOIHOP_STATIC": str(folder / "static"),
    }


def address_of(database: str) -> str:
    """The address of another database of the same server."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()


def run_sql(statement: str) -> None:
    """On the server itself, outside every transaction."""
    with psycopg.connect(address_of("postgres"), autocommit=True) as connection:
        connection.execute(statement.encode())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_ANSWER
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/tai-khoan/dang-nhap/"):
                return
        except HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text(errors="replace")[-4000:])
