"""`make faults`: breaks a running installation again and again while people write into it, and counts.

`bin/faults.py [--rounds N] [NAME…]`: kills, database, jobs, disk. Each must lose nothing that was
acknowledged and write nothing twice.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg

from tests.faults.sites import Site, prepared
from tests.faults.writers import Browser, Ledger
from tests.hosting.installations import Installation, free_port, remove_server

SECONDS_BETWEEN = 3.0
JOBS, JOB_KILLS = 8, 4
"""A run gives up when something of it ends six times in a minute, so the kills are fewer."""
SECONDS_FOR_JOBS = 300
ROOM = "700m"
"""The size of the small disk: a fresh database and a little more."""


def main(arguments: Sequence[str]) -> int:
    """0 when nothing was lost or doubled."""
    given = _asked(arguments)
    with tempfile.TemporaryDirectory() as folder, _running(Path(folder)) as site:
        found = [FAULTS[name](site, given.rounds) for name in given.names if name != "disk"]
    if "disk" in given.names:
        found.append(_full_disk())
    return 0 if all(found) else 1


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--rounds", type=int, default=20)
    given = parser.parse_args(arguments)
    given.names = given.names or [*FAULTS, "disk"]
    if not set(given.names) <= {*FAULTS, "disk"}:
        parser.error(f"known: {', '.join([*FAULTS, 'disk'])}")
    return given


@contextmanager
def _running(folder: Path) -> Iterator[Site]:
    """An installation with a database server of its own; everything is removed at the end."""
    installation = Installation(folder, free_port(), settings={"SAMPLE": "no"})
    try:
        installation.start()
        site = Site(installation, {})
        site.ids |= prepared(installation, site.database_url)
        yield site
    finally:
        installation.stop()
        remove_server(installation.data / "postgres")


def _kills(site: Site, rounds: int) -> bool:
    """kill -9 of web workers, web server, worker, and of the whole run, in turn."""
    harms: list[Callable[[], object]] = [
        site.kill_web_workers, site.kill_background, site.kill_web_server, lambda: _kill_run(site),
    ]  # fmt: skip
    with site.written_into() as ledger:
        for number in range(rounds):
            time.sleep(SECONDS_BETWEEN)
            harms[number % len(harms)]()
            _wait(site)
    return _told(site, ledger, f"{rounds} kills of server and worker")


def _kill_run(site: Site) -> None:
    """Everything of the run at once, and started again by hand."""
    site.installation.send(signal.SIGKILL)
    for process in site.processes(""):
        process.kill()
    site.installation.start()


def _database(site: Site, rounds: int) -> bool:
    """The database server stopped in haste, and killed, in turn; the run starts it again."""
    with site.written_into() as ledger:
        for number in range(max(2, rounds // 4)):
            time.sleep(SECONDS_BETWEEN)
            _postmaster(site).send_signal((signal.SIGINT, signal.SIGKILL)[number % 2])
            _wait(site)
    return _told(site, ledger, f"{max(2, rounds // 4)} ends of the database under load")


def _postmaster(site: Site) -> psutil.Process:
    kept = site.installation.data / "postgres/cluster/postmaster.pid"
    return psutil.Process(int(kept.read_text(encoding="utf-8").split("\n", 1)[0]))


def _wait(site: Site) -> None:
    if not site.installation.answers_within(60):
        raise SystemExit("the server does not come back")


def _jobs(site: Site, _rounds: int) -> bool:
    """The worker is killed while it reads what was handed in: in the end each paper is read, once."""
    browser = Browser(site.installation.port)
    browser.sign_in()
    for number in range(JOBS):
        browser.get("/doc-van-ban/")
        text = f"CHƯƠNG TRÌNH PHỐI HỢP SỐ {number}\nI. NỘI DUNG\n" + "1. Tuyên truyền đến 100% hộ.\n" * 200
        answer = browser.upload("/doc-van-ban/dua-vao/", "file", f"{number}.txt", text.encode())
        if answer.status != 302:
            raise SystemExit(f"the paper was not taken: {answer.status}")
        if number % (JOBS // JOB_KILLS) == 0:
            site.kill_background()
    began = time.monotonic()
    while time.monotonic() - began < SECONDS_FOR_JOBS:
        done, drafts = _read(site)
        if done == JOBS:
            break
        time.sleep(1)
    _say(f"{JOBS} papers handed in, the worker killed {JOB_KILLS} times: {done} read, {drafts} drafts,")
    _say(f"  the last {time.monotonic() - began:.0f} s after the last kill")
    return done == JOBS == drafts


def _read(site: Site) -> tuple[int, int]:
    with psycopg.connect(site.database_url) as connection:
        row = connection.execute(
            "SELECT (SELECT count(*) FROM drafting_reading WHERE status = 'done'),"
            " (SELECT count(*) FROM drafting_draft)"
        ).fetchone()
    return row or (0, 0)


def _full_disk() -> bool:
    """The database on a small disk of its own that runs full while people write, and is cleared again."""
    with tempfile.TemporaryDirectory() as folder, _small_disk(Path(folder)) as disk:
        if disk is None:
            _say("a full disk: not tried, as only root can make a small one")
            return True
        (disk / "data/postgres").mkdir(parents=True)
        with _running(disk / "data") as site:
            with site.written_into() as ledger:
                time.sleep(SECONDS_BETWEEN)
                filler = _filled(disk)
                time.sleep(10 * SECONDS_BETWEEN)
                filler.unlink()
                _wait(site)
                time.sleep(SECONDS_BETWEEN)
            return _told(site, ledger, "a full disk under the database")


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def _filled(disk: Path) -> Path:
    """Take every byte that is left."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        left = psutil.disk_usage(str(disk)).free
        os.posix_fallocate(file.fileno(), 0, left)
    return filler


def _told(site: Site, ledger: Ledger, what: str) -> bool:
    """Print what was counted; whether all is as promised."""
    lost, doubled = site.lost_and_doubled(ledger)
    _say(f"{what}: {len(ledger.acknowledged)} of {len(ledger.sent)} writes acknowledged,")
    _say(f"  lost {len(lost)}, doubled {len(doubled)}, given up {len(ledger.refused)},")
    _say(f"  longest from the first click to the answer {ledger.longest:.1f} s,")
    _say(f"  failures on the way by status (0: no answer): {dict(sorted(ledger.troubles.items()))}")
    for words in sorted(ledger.words):
        _say(f"  said: {words}")
    return not (lost or doubled or ledger.refused)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


FAULTS: dict[str, Callable[[Site, int], bool]] = {"kills": _kills, "database": _database, "jobs": _jobs}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
