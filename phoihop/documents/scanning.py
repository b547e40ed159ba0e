"""The virus scan: asks the clamd of PHOIHOP_CLAMD, by its INSTREAM command (clamd(8)).

Without that setting nothing is scanned. A scanner that does not answer, or not in time, or not plainly, has
not called a file clean: such a file waits apart.
"""

import logging
import re
import socket
import struct
import time
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings

from phoihop.documents.statuses import ScanStatus

logger = logging.getLogger(__name__)

SECONDS = 15
_CHUNK = 256 * 1024
_LONGEST_ANSWER = 4096
_FOUND = re.compile(r"stream: (.{1,200}) FOUND")


@dataclass(frozen=True)
class Verdict:
    """What the scan said; `virus` is the scanner's name of what it found."""

    status: ScanStatus
    virus: str = ""


def scan(content: bytes, *, seconds: float = SECONDS) -> Verdict:
    """Whether the bytes are clean; WAITING when the scanner could not say, within `seconds` in all."""
    address = settings.CLAMD
    if not address:
        return Verdict(ScanStatus.NOT_SCANNED)
    try:
        answer = _asked(address, content, deadline=time.monotonic() + seconds)
    except (OSError, ValueError) as error:
        logger.warning("the virus scanner cannot be asked (%s)", type(error).__name__)
        return Verdict(ScanStatus.WAITING)
    return _verdict(answer)


def _verdict(answer: str) -> Verdict:
    if answer == "stream: OK":
        return Verdict(ScanStatus.CLEAN)
    found = _FOUND.fullmatch(answer)
    if found:
        return Verdict(ScanStatus.INFECTED, virus=found[1])
    logger.warning("the virus scanner gave no verdict: %r", answer[:100])
    return Verdict(ScanStatus.WAITING)


def _asked(address: str, content: bytes, *, deadline: float) -> str:
    """The scanner's one line. A scanner that has enough hangs up: what it said before still counts."""
    with _connected(address, deadline) as line:
        with suppress(ConnectionError):
            _send(line, b"zINSTREAM\0", deadline)
            for start in range(0, len(content), _CHUNK):
                piece = content[start : start + _CHUNK]
                _send(line, struct.pack("!I", len(piece)) + piece, deadline)
            _send(line, struct.pack("!I", 0), deadline)
        return _line_from(line, deadline)


def _connected(address: str, deadline: float) -> socket.socket:
    if address.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            line.settimeout(_left(deadline))
            line.connect(address)
        except BaseException:
            line.close()
            raise
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(port)), timeout=_left(deadline))


def _send(line: socket.socket, piece: bytes, deadline: float) -> None:
    line.settimeout(_left(deadline))
    line.sendall(piece)


def _line_from(line: socket.socket, deadline: float) -> str:
    answer = b""
    while b"\0" not in answer and len(answer) < _LONGEST_ANSWER:
        line.settimeout(_left(deadline))
        piece = line.recv(_LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
