"""The file is opened in a child process: whatever a hostile PDF does there, it does to that process alone.

A fresh interpreter (`python -m phoihop.documents.signed.confined`) without our connections, files and
secrets. It limits its own memory and time and cuts itself off the network before it looks at a byte: nothing
is fetched, no revocation list and no certificate. The parent ends it with its group when its time is over
and believes nothing of its answer beyond its shape (reading/files/exchange.py).
"""

import base64
import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from datetime import datetime
from typing import IO, Any

from phoihop.documents.signed.verdicts import Examination, NotExaminable

logger = logging.getLogger(__name__)

SECONDS = 30
MEGABYTES = 1_000
_MOST_ANSWER = 2_000_000
_KEPT = {"PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT"}
_DEATH_OF_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""
_TOO_LONG = "Kiểm tra chữ ký số quá lâu nên đã dừng: tệp quá lớn hoặc có cấu trúc bất thường."
_BROKEN = "Tệp bị hỏng hoặc có cấu trúc bất thường nên không kiểm tra được chữ ký số."
_OUT_OF_TIME = {-getattr(signal, name) for name in ("SIGXCPU", "SIGALRM") if hasattr(signal, name)}


def examine(
    content: bytes,
    *,
    roots: tuple[bytes, ...],
    now: datetime,
    base_size: int = 0,
    seconds: float = SECONDS,
) -> Examination:
    """Look at every signature of a PDF in a child process; raises NotExaminable alone.

    `roots` are the trusted certificates (DER), `now` judges what says no time of its own. `base_size`: so
    many of the first bytes are a known original; `since_base` then says what was added to it.
    """
    head = {
        "roots": [base64.b64encode(root).decode("ascii") for root in roots],
        "base_size": base_size,
        "now": now.isoformat(),
        "seconds": seconds,
    }
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as answer:
        asked.write(json.dumps(head).encode() + b"\n" + content)
        asked.seek(0)
        ended = _run(asked, answer, seconds=seconds)
        return _answer(answer, ended=ended)


def _run(asked: IO[bytes], answer: IO[bytes], *, seconds: float) -> int | None:
    """How the child ended; None when it had to be ended."""
    child = subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-m", __spec__.name],
        stdin=asked,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        cwd=tempfile.gettempdir(),
        env={name: value for name, value in os.environ.items() if name in _KEPT},
        start_new_session=True,
    )
    try:
        return child.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End what is left of the child's group."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
    child.wait()


def _answer(answer: IO[bytes], *, ended: int | None) -> Examination:
    if ended is None or ended in _OUT_OF_TIME:
        raise NotExaminable(_TOO_LONG)
    if ended != 0:
        logger.warning("a signature child ended with status %s", ended)
        raise NotExaminable(_BROKEN)
    answer.seek(0)
    try:
        said = json.loads(answer.read(_MOST_ANSWER))
        return _found(said)
    except (ValueError, RecursionError, TypeError, KeyError) as error:
        logger.warning("a signature child answered what is no answer (%s)", type(error).__name__)
        raise NotExaminable(_BROKEN) from None


def _found(said: Any) -> Examination:
    from phoihop.reading.files.exchange import decoded

    if "problem" in said:
        raise NotExaminable(decoded(str, said["problem"])[:500])
    if "failure" in said:
        logger.warning("a signature child failed: %s", str(said["failure"])[:200])
        raise NotExaminable(_BROKEN)
    examination: Examination = decoded(Examination, said["found"])
    return examination


# What follows runs in the child.


def main() -> int:
    """Read one question from standard input, confine this process, answer on standard output."""
    asked = sys.stdin.buffer
    head = json.loads(asked.readline())
    _confine(seconds=head["seconds"])
    sys.stdout.buffer.write(json.dumps(_said(head, asked.read())).encode())
    return 0


def _confine(*, seconds: float) -> None:
    """Hold this process to its limits, for good; what a system does not offer is left out."""
    with suppress(ImportError):
        import resource

        size, whole = MEGABYTES * 1_000_000, int(seconds) + 1
        for what, most in (
            (resource.RLIMIT_AS, size),
            (resource.RLIMIT_CPU, whole),
            (resource.RLIMIT_FSIZE, 10 * _MOST_ANSWER),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))
        signal.alarm(whole + 1)
    if sys.platform == "linux":
        _confine_on_linux()


def _confine_on_linux() -> None:
    """Never outliving its parent, and without a network where the system allows that."""
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGKILL)
    with suppress(OSError, AttributeError):
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)


def _said(head: dict[str, Any], content: bytes) -> dict[str, Any]:
    from phoihop.documents.signed.examining import examined
    from phoihop.reading.files.exchange import encoded

    roots = tuple(base64.b64decode(root) for root in head["roots"])
    now = datetime.fromisoformat(head["now"])
    try:
        return {"found": encoded(examined(content, roots=roots, now=now, base_size=head["base_size"]))}
    except NotExaminable as problem:
        return {"problem": problem.message}
    except Exception as error:  # noqa: BLE001 - whatever a hostile file makes happen is one answer
        return {"failure": type(error).__name__}


if __name__ == "__main__":
    sys.exit(main())
