"""Files are opened in a child process: whatever a hostile file does there, it does to that process alone.

The child is a fresh interpreter (`python -m phoihop.reading.files.confined`), not a fork: it inherits no
connection, no open file and no secret of ours. It limits its own memory, time and output and cuts itself off
the network before it looks at a byte; the parent ends it with its whole group when its time is over. Both
speak JSON; the parent believes nothing of the answer (see exchange.py).

Where the system has no `resource` module (Windows), the limit of time and the ending from outside remain.
"""

import json
import logging
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from phoihop.reading.draft import Draft
from phoihop.reading.files import paper_of
from phoihop.reading.files.exchange import Misshapen, decoded, encoded
from phoihop.reading.files.kinds import Kind, kind_of
from phoihop.reading.files.pages import RecognisedPage, paper_of_pages
from phoihop.reading.paper import Paper
from phoihop.reading.reader import read_paper
from phoihop.reading.unreadable import UnreadableDocument

type Json = dict[str, Any]

logger = logging.getLogger(__name__)

SECONDS = 60
MEGABYTES = 1_000
MOST_OUTPUT = 200_000_000
_KEPT = {"PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT", "TESSDATA_PREFIX"}
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
_DEATH_OF_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


class TookTooLong(UnreadableDocument):
    """The file was still being read when its time was over; with more time it may be read."""


@dataclass(frozen=True)
class Limits:
    """Wall-clock seconds and megabytes of memory a child may take; `niceness` yields to other processes."""

    seconds: float = SECONDS
    megabytes: int = MEGABYTES
    niceness: int = 0


USUAL = Limits()


@dataclass(frozen=True)
class ReadPaper:
    """An opened file and the draft read from it; `draft.text == paper.text`."""

    paper: Paper
    draft: Draft


@dataclass(frozen=True)
class Opened:
    """A file looked into: read, or a scan of so many pages still to be recognised."""

    read: ReadPaper | None
    scan_pages: int | None


def paper_in_child(data: bytes, *, name: str, seconds: float = SECONDS, megabytes: int = MEGABYTES) -> Paper:
    """`files.paper_of` in a child; a scan is recognised there too. Raises UnreadableDocument alone."""
    limits = Limits(seconds=seconds, megabytes=megabytes)
    found: Paper = _asked("paper", data, kind=Paper, name=name, limits=limits)
    return found


def read_in_child(data: bytes, *, name: str, limits: Limits = USUAL) -> ReadPaper:
    """Open and read a file, a scan with all its pages; raises UnreadableDocument alone."""
    found: ReadPaper = _asked("read", data, kind=ReadPaper, name=name, limits=limits)
    return found


def open_in_child(data: bytes, *, name: str, limits: Limits = USUAL) -> Opened:
    """Open and read a file, or count the pages of a scan; raises UnreadableDocument alone."""
    found: Opened = _asked("open", data, kind=Opened, name=name, limits=limits)
    return found


def page_in_child(data: bytes, *, name: str, number: int, limits: Limits = USUAL) -> RecognisedPage:
    """One page of a scan (from 1) recognised; raises UnreadableDocument alone."""
    found: RecognisedPage = _asked("page", data, kind=RecognisedPage, name=name, limits=limits, number=number)
    return found


def pages_in_child(pages: list[RecognisedPage], *, name: str, limits: Limits = USUAL) -> ReadPaper:
    """The recognised pages of a scan joined and read; raises UnreadableDocument alone."""
    data = json.dumps(encoded([replace(page, image=b"") for page in pages])).encode()
    found: ReadPaper = _asked("pages", data, kind=ReadPaper, name=name, limits=limits)
    return found


def _asked(act: str, data: bytes, *, kind: Any, name: str, limits: Limits, **more: int) -> Any:
    head = {"act": act, "name": name, "seconds": limits.seconds, "megabytes": limits.megabytes} | more
    head["niceness"] = limits.niceness
    with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as answer:
        asked.write(json.dumps(head).encode() + b"\n" + data)
        asked.seek(0)
        ended = _run(asked, answer, seconds=limits.seconds)
        return _answer(answer, ended=ended, kind=kind, name=name)


def _run(asked: IO[bytes], answer: IO[bytes], *, seconds: float) -> int | None:
    """How the child ended; None when it had to be ended."""
    child = subprocess.Popen(
        [sys.executable, "-I", "-X", "utf8", "-m", __spec__.name],
        stdin=asked,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        cwd=tempfile.gettempdir(),
        env={name: value for name, value in os.environ.items() if name in _KEPT} | _ONE_THREAD,
        start_new_session=True,
    )
    try:
        return child.wait(seconds)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End what is left of the child's group: also what it may have started and left behind."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
    child.wait()


def _answer(answer: IO[bytes], *, ended: int | None, kind: Any, name: str) -> Any:
    if ended is None or ended in _OUT_OF_TIME:
        raise TookTooLong(
            f"Đọc tệp “{name}” quá lâu nên đã dừng. Hãy tách tệp thành các phần nhỏ hơn rồi thử lại."
        )
    if ended == -signal.SIGKILL:
        raise UnreadableDocument(_TOO_MUCH_MEMORY.format(name=name))
    if ended != 0:
        logger.warning("a reading child ended with status %s", ended)
        raise UnreadableDocument(_BROKEN.format(name=name))
    try:
        answer.seek(0)
        said = json.loads(answer.read(MOST_OUTPUT))
        return _found(said, kind=kind, name=name)
    except (ValueError, RecursionError) as error:
        logger.warning("a reading child answered what is no answer (%s)", type(error).__name__)
        raise UnreadableDocument(_BROKEN.format(name=name)) from None


def _found(said: Any, *, kind: Any, name: str) -> Any:
    if not isinstance(said, dict):
        raise Misshapen("answer")
    if "problem" in said:
        raise UnreadableDocument(decoded(str, said["problem"])[:500])
    if "failure" in said:
        logger.warning("a reading child failed: %s", str(said["failure"])[:200])
        raise UnreadableDocument(_BROKEN.format(name=name))
    return decoded(kind, said.get("found"))


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_BROKEN = "Tệp “{name}” bị hỏng hoặc có nội dung bất thường nên không đọc được. Hãy lưu lại tệp rồi thử lại."
_TOO_MUCH_MEMORY = (
    "Tệp “{name}” cần quá nhiều bộ nhớ để đọc. Hãy tách tệp thành các phần nhỏ hơn rồi thử lại."
)
_OUT_OF_TIME = {-getattr(signal, name) for name in ("SIGXCPU", "SIGALRM") if hasattr(signal, name)}


# What follows runs in the child.


def main() -> int:
    """Read one question from standard input, confine this process, answer on standard output."""
    asked = sys.stdin.buffer
    head = json.loads(asked.readline())
    confine(Limits(head["seconds"], head["megabytes"], head["niceness"]))
    sys.stdout.buffer.write(json.dumps(_said(head, asked.read())).encode())
    return 0


def confine(limits: Limits) -> None:
    """Hold this process to its limits, for good; what a system does not offer is left out."""
    with suppress(ImportError):
        import resource

        size, seconds = limits.megabytes * 1_000_000, int(limits.seconds) + 1
        for what, most in (
            (resource.RLIMIT_AS, size),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_FSIZE, MOST_OUTPUT),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))
        signal.alarm(seconds + 1)
        os.nice(limits.niceness)
    if sys.platform == "linux":
        _confine_on_linux()


def _confine_on_linux() -> None:
    """First to go when memory runs out, never outliving its parent, and without a network where allowed."""
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_DEATH_OF_PARENT, signal.SIGKILL)
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    with suppress(OSError, AttributeError):
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)


def _said(head: Json, data: bytes) -> Json:
    try:
        return {"found": encoded(_ACTS[head["act"]](head, data))}
    except UnreadableDocument as problem:
        return {"problem": str(problem)}
    except MemoryError:
        return {"problem": _TOO_MUCH_MEMORY.format(name=head["name"])}
    except Exception as error:  # noqa: BLE001 - whatever a hostile file makes happen is one answer
        return {"failure": f"{type(error).__name__}, {_place(error)}"}


def _place(error: BaseException) -> str:
    """Where it happened, without any word of the file."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else ""


def _opened(head: Json, data: bytes) -> Opened:
    """Only what may be a scan pays for loading the recogniser."""
    if kind_of(data) in (Kind.PDF, Kind.IMAGE):
        from phoihop.reading.files.scans import scan_pages

        pages = scan_pages(data, name=head["name"])
        if pages is not None:
            return Opened(read=None, scan_pages=pages)
    return Opened(read=_read(paper_of(data, name=head["name"])), scan_pages=None)


def _page(head: Json, data: bytes) -> RecognisedPage:
    from phoihop.reading.files.scans import recognised

    return recognised(data, number=head["number"], name=head["name"])


def _joined(head: Json, data: bytes) -> ReadPaper:
    pages = [decoded(RecognisedPage, page) for page in json.loads(data)]
    return _read(paper_of_pages(pages, name=head["name"]))


def _read(paper: Paper) -> ReadPaper:
    kept = _storable(paper)
    return ReadPaper(paper=kept, draft=read_paper(kept))


def _storable(paper: Paper) -> Paper:
    """NUL and halves of characters, which no text column keeps, each by one sign: every span stays right."""
    text = _UNSTORABLE.sub("\ufffd", paper.text)
    return paper if text == paper.text else replace(paper, text=text)


_ACTS: dict[str, Callable[[Json, bytes], Any]] = {
    "paper": lambda head, data: _storable(paper_of(data, name=head["name"])),
    "read": lambda head, data: _read(paper_of(data, name=head["name"])),
    "open": _opened,
    "page": _page,
    "pages": _joined,
}

if __name__ == "__main__":
    sys.exit(main())
