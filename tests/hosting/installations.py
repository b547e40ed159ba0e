"""A real installation in a folder of its own: real processes, a real server, a real port."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError

import psycopg

from phoihop.hosting import location, postgres

PHOIHOP = Path(sys.executable).with_name("phoihop")
SECONDS_TO_START = 120


@dataclass
class Installation:
    """A data folder and a port, driven from outside like a person would."""

    data: Path
    port: int
    running: subprocess.Popen[str] | None = None
    settings: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        outside = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return outside | {"PHOIHOP_DATA": str(self.data), "PORT": str(self.port)} | self.settings

    def phoihop(self, *arguments: str, answer: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [PHOIHOP, *arguments],
            env=self.environment(),
            input=answer,
            capture_output=True,
            text=True,
            timeout=SECONDS_TO_START,
            check=False,
        )

    def start(self) -> str:
        """`phoihop run` until the address shows; what it said so far."""
        self.running = subprocess.Popen(
            [PHOIHOP, "run"],
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self.running.stdout
        said = ""
        for line in self.running.stdout:
            said += line
            if "đang chạy tại" in line:
                return said
        raise AssertionError(f"`phoihop run` ended: {said}")

    def send(self, how: signal.Signals) -> int:
        """Send a signal to the run and wait for its end; the exit code."""
        assert self.running
        self.running.send_signal(how)
        return self.running.wait(30)

    def page_status(self) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=10) as page:
                return int(page.status)
        except HTTPError as answer:
            return answer.code

    def answers_within(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                if self.page_status() < 500:
                    return True
            except OSError:
                time.sleep(0.1)
        return False

    def connect(self) -> psycopg.Connection:
        url = location.embedded_url(self.data / "postgres")
        return psycopg.connect(url, autocommit=True)

    def stop(self) -> None:
        if self.running and self.running.poll() is None:
            self.send(signal.SIGTERM)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def remove_server(home: Path) -> None:
    postgres.stop(home)
    shutil.rmtree(home.resolve(), ignore_errors=True)
