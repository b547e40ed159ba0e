"""The child process that opens files: what it may take, what it cannot reach, what is believed of it."""

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from phoihop.reading.command import main
from phoihop.reading.draft import Draft
from phoihop.reading.files import confined
from phoihop.reading.files.confined import Limits, TookTooLong, open_in_child, paper_in_child, read_in_child
from phoihop.reading.files.exchange import Misshapen, decoded, encoded
from phoihop.reading.files.pages import RecognisedPage
from phoihop.reading.paper import Paper, Word
from phoihop.reading.reader import read_text
from phoihop.reading.unreadable import UnreadableDocument
from tests.reading.drafts import TEXTS
from tests.reading.files.hostile import CORPUS

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what Linux offers")


def test_a_paper_comes_back_as_it_was_read() -> None:
    data = (TEXTS / "duc-co-2017.txt").read_bytes()
    read = read_in_child(data, name="a.txt")
    assert read.draft == read_text(data.decode())
    assert read.paper.text == read.draft.text
    assert open_in_child(data, name="a.txt").read == read
    assert paper_in_child(data, name="a.txt") == read.paper


def test_a_file_that_takes_too_long_is_ended() -> None:
    with pytest.raises(TookTooLong, match="quá lâu"):
        paper_in_child(b"Xin " * 10, name="a.txt", seconds=0.05)


@LINUX
@pytest.mark.parametrize(
    ("does", "why"),
    [
        ("while True: pass", "quá lâu"),
        ("import time; time.sleep(60)", "quá lâu"),
        ("held = [bytes(10**8) for _ in range(100)]", "quá nhiều bộ nhớ"),
        ("import os; os.kill(os.getpid(), 9)", "quá nhiều bộ nhớ"),
        ("import os; os.abort()", "bất thường"),
        ("import ctypes; ctypes.string_at(0)", "bất thường"),
        ("raise RuntimeError('bí mật')", "bất thường"),
        ("def deeper(): deeper()\ndeeper()", "bất thường"),
        (
            "import sys; sys.stdout.buffer.write(b'[' * 10**6); sys.stdout.flush(); import os; os._exit(0)",
            "thường",
        ),
        ("import sys; sys.stdout.write('{}'); sys.stdout.flush(); import os; os._exit(0)", "bất thường"),
        ("while True: open('/proc/self/fd/1', 'ab').write(bytes(10**7))", "bất thường"),
    ],
)
def test_whatever_happens_in_the_child_is_one_sentence(monkeypatch, does: str, why: str, caplog) -> None:
    with pytest.raises(UnreadableDocument, match=why):
        in_the_child(monkeypatch, does)
    assert "bí mật" not in caplog.text


@LINUX
def test_the_child_has_no_secret_no_open_file_and_no_network(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("PHOIHOP_SECRET_KEY", "bí mật")
    monkeypatch.setenv("DATABASE_URL", "postgresql://bí:mật@127.0.0.1/x")
    with socket.create_server(("127.0.0.1", 0)) as server, (tmp_path / "a").open("wb") as held:
        os.set_inheritable(held.fileno(), True)
        said = in_the_child(
            monkeypatch,
            f"""
import os, socket
try:
    socket.create_connection(("127.0.0.1", {server.getsockname()[1]}), 1)
    reached = True
except OSError:
    reached = False
open_now = [f"/proc/self/fd/{{n}}" for n in os.listdir("/proc/self/fd")]
names = [os.readlink(path) for path in open_now if os.path.exists(path)]
result = repr((sorted(os.environ), [name for name in names if "{tmp_path}" in name], reached))
""",
        )
    names, files, reached = eval(said)
    assert {"PHOIHOP_SECRET_KEY", "DATABASE_URL"}.isdisjoint(names)
    assert files == []
    assert reached is not may_do_without_network()


@LINUX
def test_what_the_child_starts_ends_with_it(monkeypatch) -> None:
    mark = f"{4_000 + os.getpid() / 1e7:.7f}"
    with pytest.raises(TookTooLong):
        in_the_child(monkeypatch, f"import subprocess; subprocess.run(['sleep', '{mark}'])")
    time.sleep(0.1)
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert f"sleep {mark}" not in running


def in_the_child(monkeypatch, does: str) -> str:
    """Run these lines in a child where a reader would stand; the text `result` they leave, if any."""
    lines = [
        "import sys",
        "from phoihop.reading.files import confined",
        "from phoihop.reading.paper import Paper",
        "def act(head, data):",
        f"    scope = {{}}; exec({does!r}, scope); return Paper(scope.get('result', ''))",
        "confined._ACTS['paper'] = act",
        "sys.exit(confined.main())",
    ]
    start = subprocess.Popen

    def popen(command, **more):
        return start([sys.executable, "-I", "-X", "utf8", "-c", "\n".join(lines)], **more)

    with monkeypatch.context() as patched:
        patched.setattr(confined.subprocess, "Popen", popen)
        return paper_in_child(b"x", name="a.txt", seconds=2, megabytes=500).text


def may_do_without_network() -> bool:
    code = "import os; os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNET)"
    return subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def test_rows_come_back_from_json_as_they_were() -> None:
    draft = read_text((TEXTS / "lam-son-2025.txt").read_text(encoding="utf-8"))
    assert decoded(Draft, json.loads(json.dumps(encoded(draft)))) == draft
    page = RecognisedPage(number=1, text="a", words=(Word((0, 1), (1, 2, 3, 4), 0.5),), image=b"\xff\x00")
    assert decoded(RecognisedPage, json.loads(json.dumps(encoded(page)))) == page


@pytest.mark.parametrize(
    "change",
    [
        {"text": 5},
        {"text": "a\x00"},
        {"text": "\ud800"},
        {"kind": "program"},
        {"pages": None},
        {"pages": [{"number": 1, "span": [5, 2], "width": 0, "height": 0, "words": []}]},
        {"pages": [{"number": 1, "span": [-1, 2], "width": 0, "height": 0, "words": []}]},
        {"pages": [{"number": True, "span": [0, 2], "width": 0, "height": 0, "words": []}]},
        {"pages": [{"number": 1, "span": [0, 2, 3], "width": 0, "height": 0, "words": []}]},
        {"notes": [{"code": "a", "text": "b", "more": "c"}]},
        {"notes": ["a"]},
        {"more": 1},
    ],
)
def test_what_a_child_says_is_held_to_its_form(change) -> None:
    with pytest.raises(Misshapen):
        decoded(Paper, encoded(Paper("Xin chào.")) | change)


@pytest.mark.slow
@pytest.mark.parametrize("what", CORPUS)
def test_a_hostile_file_is_one_sentence_on_the_terminal(what: str, tmp_path: Path, capfd) -> None:
    path = tmp_path / CORPUS[what].name
    path.write_bytes(CORPUS[what].make())
    status = main([str(path), "--text"])
    said = capfd.readouterr().err
    assert (status, said) == (0, "") or (status == 1 and said.count("\n") == 1 and "Traceback" not in said)


def test_limits_reach_the_child() -> None:
    assert Limits() == confined.USUAL
