"""The programmes that `run` starts, and those a killed run left behind.

Each child carries MARK in its environment, and so do the children it makes: after a kill -9 the next run
finds them by it and stops them, whatever their numbers are.
"""

import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

MARK = "PHOIHOP_RUN"
SECONDS_TO_STOP = 15
LONGEST_LOG = 10_000_000


@dataclass
class Child:
    """One long-lived programme of a run; it writes into `log`."""

    name: str
    command: list[str]
    log: Path
    process: subprocess.Popen[bytes] | None = None

    def start(self, *, mark: str, settings: Mapping[str, str]) -> None:
        """Start it in a session of its own, out of reach of the terminal's Ctrl-C: `stop` ends it."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > LONGEST_LOG:
            self.log.replace(self.log.with_suffix(".old.log"))
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=os.environ | dict(settings) | {MARK: mark},
                start_new_session=True,
            )

    @property
    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def stop(self) -> None:
        """Ask it to finish, then end it and whatever it started."""
        if self.process is None:
            return
        self.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(SECONDS_TO_STOP)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def stop_left_behind(mark: str) -> int:
    """Stop every process of a run that was killed; how many there were."""
    left = [process for process in psutil.process_iter() if carries(process, mark)]
    for process in left:
        with suppress(psutil.NoSuchProcess):
            process.terminate()
    _, stubborn = psutil.wait_procs(left, timeout=SECONDS_TO_STOP)
    for process in stubborn:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(stubborn, timeout=SECONDS_TO_STOP)
    return len(left)


def carries(process: psutil.Process, mark: str) -> bool:
    """Whether another process belongs to the run of this mark."""
    try:
        return process.pid != os.getpid() and process.environ().get(MARK) == mark
    except (psutil.Error, OSError):
        return False


def last_line(log: Path) -> str:
    """The end of a log, for the screen."""
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n") if log.exists() else []
    return next((line.strip() for line in reversed(lines) if line.strip()), "")
