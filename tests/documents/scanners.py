"""Scanners to scan with: a real clamd with one signature of our own, and a socket that answers as told."""

import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

INFECTED = b"mot doan van ban co chua PHOIHOP-" + b"TEST-SIGNATURE-7b1c9e"
CLAMD = shutil.which("clamd", path="/usr/sbin:/usr/local/sbin:/usr/bin")


@contextmanager
def real_clamd() -> Iterator[str]:
    """The socket of a clamd that knows one signature, the string in INFECTED."""
    with tempfile.TemporaryDirectory(prefix="clamd-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "db").mkdir()
        (folder / "db/own.ndb").write_text(f"Phoihop.Test:0:*:{INFECTED[-30:].hex()}\n")
        lines = ["Foreground yes", f"DatabaseDirectory {folder}/db", f"LocalSocket {folder}/s"]
        (folder / "clamd.conf").write_text("\n".join([*lines, "StreamMaxLength 2M", ""]))
        server = subprocess.Popen(
            [str(CLAMD), "-c", str(folder / "clamd.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(folder / "s")
            yield str(folder / "s")
        finally:
            server.kill()
            server.wait()


def _wait_for(path: Path) -> None:
    for _ in range(200):
        with suppress(OSError), socket.socket(socket.AF_UNIX) as line:
            line.connect(str(path))
            return
        time.sleep(0.05)
    raise TimeoutError


@contextmanager
def answering(answer: bytes, *, after: float = 0, hangs_up_at: int | None = None) -> Iterator[str]:
    """The host:port of a scanner that takes everything, waits and says `answer`, whatever it got.

    `hangs_up_at`: says it after so many bytes and goes, as clamd does with a stream too long.
    """
    listening = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def serve() -> None:
        with suppress(OSError):
            while True:
                line, _ = listening.accept()
                with line, suppress(OSError):
                    _take(line, hangs_up_at)
                    stop.wait(after)
                    line.sendall(answer)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{listening.getsockname()[1]}"
    finally:
        stop.set()
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join(5)


def _take(line: socket.socket, most: int | None) -> None:
    taken = b""
    while not taken.endswith(b"\0\0\0\0") and (most is None or len(taken) < most):
        piece = line.recv(65536)
        if not piece:
            return
        taken += piece
