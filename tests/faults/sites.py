"""An installation to break: prepared, written into by several people, counted afterwards."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
import psycopg

from phoihop.hosting import location, processes
from tests.faults.writers import Ledger, Writer
from tests.hosting.installations import Installation

_COUNTED = "SELECT title, count(*) FROM plans_task WHERE title LIKE 'Ghi %' GROUP BY title"


@dataclass
class Site:
    """A running installation and what its writers need."""

    installation: Installation
    ids: dict[str, int]

    @property
    def database_url(self) -> str:
        given = self.installation.settings.get("DATABASE_URL")
        return given or location.embedded_url(self.installation.data / "postgres")

    @contextmanager
    def written_into(self, people: int = 4) -> Iterator[Ledger]:
        """Several people write until the end of the block and finish what they have in hand."""
        ledger, stop = Ledger(), threading.Event()
        writers = [Writer(self.installation.port, self.ids, ledger, stop) for _ in range(people)]
        for writer in writers:
            writer.start()
        try:
            yield ledger
        finally:
            stop.set()
            for writer in writers:
                writer.join()

    def lost_and_doubled(self, ledger: Ledger) -> tuple[set[str], set[str]]:
        """Acknowledged titles that are not there, and titles that are there twice."""
        with psycopg.connect(self.database_url) as connection:
            found = dict(connection.execute(_COUNTED).fetchall())
        return ledger.acknowledged - found.keys(), {title for title, count in found.items() if count > 1}

    def processes(self, words: str) -> list[psutil.Process]:
        """Of this installation, those whose command holds the words."""
        mark = str(self.installation.data.resolve())
        return [
            process
            for process in psutil.process_iter()
            if processes.carries(process, mark) and words in " ".join(_command(process))
        ]

    def kill_web_workers(self) -> None:
        """kill -9 of the processes that answer; the master starts new ones."""
        masters = [p for p in self.processes("granian") if not _is_granian(p.parent())]
        for worker in (child for master in masters for child in master.children()):
            worker.kill()

    def kill_web_server(self) -> None:
        """kill -9 of the web server with all its processes; the run starts it again."""
        for process in self.processes("granian"):
            process.kill()

    def kill_background(self) -> None:
        """kill -9 of the worker."""
        for process in self.processes("procrastinate"):
            process.kill()


def _is_granian(process: psutil.Process | None) -> bool:
    return process is not None and "granian" in " ".join(_command(process))


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def prepared(installation: Installation, database_url: str) -> dict[str, int]:
    """Rows the writers write under, in a migrated database."""
    outside = installation.environment() | {"DATABASE_URL": database_url}
    command = [sys.executable, "-m", "tests.faults.preparing"]
    done = subprocess.run(command, env=outside, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr[-3000:])
    return dict(json.loads(done.stdout.splitlines()[-1]))
